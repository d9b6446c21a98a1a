"""Kop naskah dinas, once for every paper: planned in points, then drawn.

The kop follows the signatory (letters.md 1.2): kepala daerah with the emblem centred above the
post; Sekretariat Daerah, OPD and BPS with it at the left. A line over the full width closes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead, LetterheadKind
from census_desk.words import _
from reports.errors import DoesNotFit
from reports.fonts import family, width
from reports.layout import EMBLEM_GAP, RULE_GAP, Page
from reports.pictures import emblem as emblem_picture
from reports.text import checked

LEADING = 1.16
MOST_OFFICE_LINES = 3
SMALLEST = 0.6  # of the profile's sizes; below that a line does not fit


@dataclass(frozen=True, slots=True, kw_only=True)
class KopText:
    """One line of the kop."""

    text: str
    face: str
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KopPlace:
    """Where the kop may stand: edges in points, `scale` for the small kop of a list.

    `keep_right` is room at the right that text must leave free (a code stands there); the closing
    line lies no higher than `least_height` under the top.
    """

    left: float
    right: float
    top: float
    text_left: float
    text_right: float
    scale: float = 1.0
    emblem_box: tuple[float, float] | None = None
    keep_right: float = 0.0
    least_height: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A planned kop: lines with centre and baseline, emblem, closing lines, lower edge."""

    lines: tuple[tuple[KopText, float, float], ...]
    picture: ImageReader
    picture_box: tuple[float, float, float, float]
    rules: tuple[tuple[float, float], ...]
    left: float
    right: float
    bottom: float


def page_kop(profile: LayoutProfile, page: Page, letterhead: Letterhead, emblem: str) -> Kop:
    """The kop of a letter's first page, over the whole text width."""
    place = KopPlace(
        left=page.left,
        right=page.right,
        top=page.height - profile.emblem_top_mm * mm,
        text_left=page.left,
        text_right=page.right,
    )
    return kop(profile, letterhead, emblem, place)


def kop(profile: LayoutProfile, letterhead: Letterhead, emblem: str, place: KopPlace) -> Kop:
    """A kop in that place; DoesNotFit when its lines are too long even in smaller type."""
    picture = emblem_picture(letterhead.kind, emblem, letterhead.name)
    size = _picture_size(profile, picture, place)
    if letterhead.kind is LetterheadKind.REGENT:
        return _centred(profile, letterhead, place, picture, size)
    return _beside(profile, letterhead, place, picture, size)


def draw_kop(canvas: Canvas, planned: Kop) -> None:
    """Draw the kop; the emblem first, so that text would lie above it."""
    x, y, wide, high = planned.picture_box
    canvas.drawImage(planned.picture, x, y, wide, high)
    for line, centre, baseline in planned.lines:
        canvas.setFont(line.face, line.size)
        canvas.drawCentredString(centre, baseline, line.text)
    for height, weight in planned.rules:
        canvas.setLineWidth(weight)
        canvas.line(planned.left, height, planned.right, height)


def _picture_size(
    profile: LayoutProfile, picture: ImageReader, place: KopPlace
) -> tuple[float, float]:
    wide, high = picture.getSize()
    box = place.emblem_box or (profile.emblem_max_width_mm * mm, profile.emblem_height_mm * mm)
    factor = min(box[0] / wide, box[1] / high)
    return wide * factor, high * factor


def _centred(
    profile: LayoutProfile,
    letterhead: Letterhead,
    place: KopPlace,
    picture: ImageReader,
    size: tuple[float, float],
) -> Kop:
    middle = (place.left + place.right) / 2
    box = (middle - size[0] / 2, place.top - size[1], *size)
    room = place.text_right - place.text_left - 2 * place.keep_right
    lines = _fitted(_regent_lines(profile, letterhead), room, place)
    placed, foot = _stacked(lines, middle, place.top - size[1] - 1.5 * mm)
    return _closed(profile, place, picture, box, placed, foot)


def _beside(
    profile: LayoutProfile,
    letterhead: Letterhead,
    place: KopPlace,
    picture: ImageReader,
    size: tuple[float, float],
) -> Kop:
    """Centred on the page while the emblem leaves the room, otherwise right of the emblem."""
    reserved = max(size[0] + EMBLEM_GAP, place.keep_right)
    middle = (place.text_left + place.text_right) / 2
    balanced = place.text_right - place.text_left - 2 * reserved
    beside = balanced if place.keep_right else balanced + reserved
    lines = _largest(profile, letterhead, beside / place.scale)
    if _widest(lines) * place.scale > balanced and not place.keep_right:
        middle += reserved / 2
        balanced = beside
    lines = _fitted(lines, balanced, place)
    tall = sum(one.size * LEADING for one in lines)
    high = max(tall, size[1])
    placed, _foot = _stacked(lines, middle, place.top - (high - tall) / 2)
    box = (place.left, place.top - (high + size[1]) / 2, *size)
    return _closed(profile, place, picture, box, placed, place.top - high)


def _regent_lines(profile: LayoutProfile, letterhead: Letterhead) -> list[KopText]:
    fonts = family(profile.kop_font)
    post = fonts.face(profile.kop_regent_bold)
    return [
        *_texts(letterhead.office_lines, post, profile.kop_regent_size_pt, capitals=True),
        *_texts(letterhead.address_lines, fonts.regular, profile.kop_address_size_pt),
    ]


def _largest(profile: LayoutProfile, letterhead: Letterhead, room: float) -> list[KopText]:
    """The lines as typed while they fit; else the office's name over more lines, up to three.

    A long name in two lines would make the whole kop small (letters.md 1.2: up to three lines).
    """
    typed = _office_lines(profile, letterhead, letterhead.office_lines)
    if _widest(typed) <= room:
        return typed
    words = " ".join(letterhead.office_lines).split()
    fewest = len(letterhead.office_lines)
    ways = [
        _office_lines(profile, letterhead, lines)
        for many in range(fewest, MOST_OFFICE_LINES + 1)
        for lines in _broken(words, many)
    ]
    fitting = (way for way in ways if _widest(way) <= room)
    return next(fitting, None) or min([typed, *ways], key=_widest)


def _broken(words: Sequence[str], many: int) -> list[tuple[str, ...]]:
    """Every way to set the words into so many lines, the evenest first."""
    ways = [
        tuple(" ".join(words[start:end]) for start, end in pairwise((0, *cuts, len(words))))
        for cuts in combinations(range(1, len(words)), many - 1)
    ]
    return sorted(ways, key=lambda lines: max(map(len, lines)))


def _widest(lines: Sequence[KopText]) -> float:
    return max(width(one.text, one.face, one.size) for one in lines)


def _office_lines(
    profile: LayoutProfile, letterhead: Letterhead, name: Sequence[str]
) -> list[KopText]:
    fonts = family(profile.kop_font)
    upper, office = profile.kop_government_size_pt, profile.kop_office_size_pt
    upper_bold, office_bold = profile.kop_government_bold, profile.kop_office_bold
    if letterhead.kind is LetterheadKind.BPS:  # one name over two lines, of one size
        upper = office = (upper + office) / 2
        upper_bold = office_bold
    return [
        *_texts((letterhead.government_line,), fonts.face(upper_bold), upper, capitals=True),
        *_texts(name, fonts.face(office_bold), office, capitals=True),
        *_texts(letterhead.address_lines, fonts.regular, profile.kop_address_size_pt),
    ]


def _texts(
    lines: Sequence[str], face: str, size: float, *, capitals: bool = False
) -> list[KopText]:
    texts = [checked(line.upper() if capitals else line, face, _("Kop")) for line in lines]
    return [KopText(text=text.strip(), face=face, size=size) for text in texts if text.strip()]


def _fitted(lines: list[KopText], room: float, place: KopPlace) -> list[KopText]:
    """All lines smaller by the same factor, so that the sizes keep their ratio."""
    factor = min(place.scale, room / _widest(lines))
    if factor < place.scale * SMALLEST:
        raise DoesNotFit(_("Kop"))
    return [KopText(text=one.text, face=one.face, size=one.size * factor) for one in lines]


def _stacked(
    lines: list[KopText], middle: float, top: float
) -> tuple[tuple[tuple[KopText, float, float], ...], float]:
    placed = []
    for line in lines:
        top -= line.size * LEADING
        placed.append((line, middle, top + line.size * 0.24))
    return tuple(placed), top


def _closed(
    profile: LayoutProfile,
    place: KopPlace,
    picture: ImageReader,
    box: tuple[float, float, float, float],
    lines: tuple[tuple[KopText, float, float], ...],
    foot: float,
) -> Kop:
    thick, thin = profile.kop_line_thick_pt * place.scale, profile.kop_line_thin_pt * place.scale
    foot = min(foot, place.top - place.least_height)
    upper = foot - RULE_GAP * place.scale - thick / 2
    rules = [(upper, thick)]
    if "thin" in profile.kop_line and thin:
        rules.append((upper - thick / 2 - profile.kop_line_gap_pt * place.scale - thin / 2, thin))
    return Kop(
        lines=lines,
        picture=picture,
        picture_box=box,
        rules=tuple(rules),
        left=place.left,
        right=place.right,
        bottom=rules[-1][0] - rules[-1][1] / 2,
    )
