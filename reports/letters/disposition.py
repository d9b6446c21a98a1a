"""Lembar disposisi, half a folio: what came in, and who is to do what with it (letters.md 2.7).

Each level of the house (Sekda, Asisten, Kabag) writes under the one above it; levels not yet given
leave their boxes to the pen. Paraf and date are always written by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import as_in_text, long_date
from census_desk.letters.incoming import INSTRUCTIONS, Disposition, IncomingLetter
from census_desk.letters.letter import Nature
from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead
from census_desk.words import _
from reports.document import document
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family
from reports.letterhead import KopPlace, draw_kop, kop
from reports.text import lines_within

SHEET = (165 * mm, 215 * mm)
EDGE = 7.5 * mm
KOP_SCALE = 0.62
SIZE, LEADING = 9.5, 12.5
PAD = 2 * mm
LABEL = 22 * mm
TICK = 2.8 * mm
TICK_GAP = 2 * mm
SUBJECT_ROWS = 2
CHOICES_TALL = 55 * mm
NOTE_TALL = 26 * mm
PARAF_LABEL = 14 * mm
NOTE_WIDE = 0.58
LEAST_TO = 6  # rows of "Diteruskan kepada", written or to be written
RULE = 0.7
DOTS = "." * 24
NATURES = (
    (Nature.VERY_URGENT, "Sangat Segera"),
    (Nature.URGENT, "Segera"),
    (Nature.CONFIDENTIAL, "Rahasia"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionContent:
    """An incoming letter with the dispositions given so far, in order of level.

    `posts` are those a sheet offers to tick, whether they got it or not.
    """

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    incoming: IncomingLetter
    dispositions: tuple[Disposition, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    text: str
    is_ticked: bool


def disposition_sheet(content: DispositionContent) -> bytes:
    """One page for each disposition given, a blank one when there is none; as PDF."""
    levels: Sequence[Disposition | None] = content.dispositions or (None,)

    def drawing(canvas: Canvas) -> None:
        for given in levels:
            _Sheet(canvas, content).draw(given)
            canvas.showPage()

    return document(SHEET, drawing, title="Lembar Disposisi")


class _Sheet:
    """One half folio, drawn from the top down."""

    def __init__(self, canvas: Canvas, content: DispositionContent) -> None:
        self._canvas, self._content = canvas, content
        self._fonts = family(PLAIN)
        self._left, self._right = EDGE, SHEET[0] - EDGE
        self._middle = SHEET[0] / 2
        self._top = SHEET[1] - EDGE

    def draw(self, given: Disposition | None) -> None:
        """Everything on the page."""
        self._draw_head()
        self._draw_origin()
        self._draw_subject()
        self._draw_choices(given)
        self._draw_note(given)

    def _draw_head(self) -> None:
        place = KopPlace(
            left=self._left,
            right=self._right,
            top=self._top,
            text_left=self._left + 16 * mm,
            text_right=self._right,
            scale=KOP_SCALE,
            emblem_box=(15 * mm, 14 * mm),
        )
        content = self._content
        planned = kop(content.profile, content.letterhead, content.emblem, place)
        draw_kop(self._canvas, planned)
        self._canvas.setFont(self._fonts.bold, 12)
        self._canvas.drawCentredString(self._middle, planned.bottom - 7 * mm, "LEMBAR DISPOSISI")
        self._top = planned.bottom - 10 * mm

    def _draw_origin(self) -> None:
        """Surat dari, nomor, tanggal; diterima, agenda, sifat."""
        incoming = self._content.incoming
        left = [
            ("Surat dari", incoming.sender),
            ("No. Surat", incoming.number or "-"),
            ("Tgl. Surat", long_date(incoming.dated_on)),
        ]
        right = [
            ("Diterima tgl.", long_date(incoming.received_on)),
            ("No. Agenda", incoming.agenda_number or "…"),
            ("Sifat", ""),
        ]
        half = self._middle - self._left
        parts = [self._set(left, half), self._set(right, half)]
        natures = len(NATURES)
        rows = max(len(parts[0]), len(parts[1]) + natures - 1)
        bottom = self._top - rows * LEADING - 2 * PAD
        self._box(self._left, bottom, self._middle)
        self._box(self._middle, bottom, self._right)
        self._draw_facts(parts[0], self._left)
        self._draw_facts(parts[1], self._middle)
        at = self._top - PAD - (len(parts[1]) - 1) * LEADING
        for nature, text in NATURES:
            self._tick(self._middle + PAD + LABEL + 3 * mm, at, text, incoming.nature is nature)
            at -= LEADING
        self._top = bottom

    def _draw_subject(self) -> None:
        facts = self._set([("Hal", self._content.incoming.subject)], self._right - self._left)
        bottom = self._top - max(len(facts), SUBJECT_ROWS) * LEADING - 2 * PAD
        self._box(self._left, bottom, self._right)
        self._draw_facts(facts, self._left)
        self._top = bottom

    def _draw_choices(self, given: Disposition | None) -> None:
        """Diteruskan kepada, and dengan hormat harap: boxes to tick."""
        chosen = given.to_posts if given else ()
        to = _choices(self._content.posts, chosen, LEAST_TO)
        asked = _choices(tuple(INSTRUCTIONS), given.instructions if given else (), LEAST_TO)
        columns = [(self._left, to), (self._middle, asked)]
        broken = [[self._broken(one) for one in choices] for _at, choices in columns]
        rows = max(sum(len(lines) for lines in column) for column in broken) + 1
        bottom = self._top - max(rows * LEADING * 1.12 + 2 * PAD, CHOICES_TALL)
        if bottom - NOTE_TALL < EDGE:
            raise DoesNotFit(_("Diteruskan kepada"))
        heads = ("Diteruskan kepada Sdr. :", "Dengan hormat harap :")
        for (left, choices), lines, head in zip(columns, broken, heads, strict=True):
            right = self._middle if left == self._left else self._right
            self._box(left, bottom, right)
            self._draw_list(left, head, choices, lines)
        self._top = bottom

    def _draw_list(
        self, left: float, head: str, choices: Sequence[_Choice], broken: Sequence[list[str]]
    ) -> None:
        at = self._top - PAD
        self._text(left + PAD, at, head)
        for choice, lines in zip(choices, broken, strict=True):
            at -= LEADING * 1.12
            self._tick(left + PAD, at, lines[0] if lines else "", choice.is_ticked)
            for line in lines[1:]:
                at -= LEADING * 1.12
                self._text(left + PAD + TICK + TICK_GAP, at, line)

    def _draw_note(self, given: Disposition | None) -> None:
        """Catatan at the left; who gives it, paraf and date at the right."""
        bottom = EDGE
        split = self._left + (self._right - self._left) * NOTE_WIDE
        self._box(self._left, bottom, self._right)
        self._text(self._left + PAD, self._top - PAD, "Catatan :")
        at = self._top - PAD
        for line in self._lines(given.note if given else "", split - self._left - 2 * PAD):
            at -= LEADING
            if at - LEADING < bottom:
                raise DoesNotFit(_("Catatan"))
            self._text(self._left + PAD, at, line)
        room = self._right - split - PAD
        at = self._top - PAD
        for line in self._lines(as_in_text(given.from_post) if given else "", room):
            self._text(split, at, line)
            at -= LEADING
        day = long_date(given.on) if given else DOTS
        for row, (label, value) in enumerate((("Tanggal", day), ("Paraf", DOTS)), 1):
            at = bottom + row * (LEADING + 4) + PAD
            self._text(split, at, label)
            self._text(split + PARAF_LABEL, at, f": {value}")

    def _set(self, facts: Sequence[tuple[str, str]], wide: float) -> list[tuple[str, str]]:
        rows: list[tuple[str, str]] = []
        room = wide - 2 * PAD - LABEL - 3 * mm
        for label, value in facts:
            lines = lines_within(value, self._fonts.regular, SIZE, room, label) or [""]
            rows += [(label if place == 0 else "", line) for place, line in enumerate(lines)]
        return rows

    def _draw_facts(self, rows: Sequence[tuple[str, str]], left: float) -> None:
        at = self._top - PAD
        for label, value in rows:
            if label:
                self._text(left + PAD, at, label)
                self._text(left + PAD + LABEL, at, ":")
            self._text(left + PAD + LABEL + 3 * mm, at, value)
            at -= LEADING

    def _lines(self, text: str, room: float) -> list[str]:
        return lines_within(text, self._fonts.regular, SIZE, room, _("Catatan"))

    def _broken(self, choice: _Choice) -> list[str]:
        room = self._middle - self._left - 2 * PAD - TICK - TICK_GAP
        found = lines_within(choice.text, self._fonts.regular, SIZE, room, _("Diteruskan kepada"))
        return found or [""]

    def _text(self, x: float, upper: float, text: str) -> None:
        self._canvas.setFont(self._fonts.regular, SIZE)
        self._canvas.drawString(x, upper - SIZE, text)

    def _tick(self, x: float, upper: float, text: str, is_ticked: bool) -> None:
        canvas, lower = self._canvas, upper - SIZE - 0.5
        canvas.setLineWidth(RULE)
        canvas.rect(x, lower, TICK, TICK)
        if is_ticked:
            canvas.setLineWidth(1.3)
            canvas.lines(
                [
                    (x + 0.2 * TICK, lower + 0.5 * TICK, x + 0.42 * TICK, lower + 0.22 * TICK),
                    (x + 0.42 * TICK, lower + 0.22 * TICK, x + 0.85 * TICK, lower + 0.82 * TICK),
                ]
            )
        if text:
            self._text(x + TICK + TICK_GAP, upper, text)
        else:
            canvas.setLineWidth(0.3)
            canvas.line(x + TICK + TICK_GAP, lower, x + TICK + TICK_GAP + 48 * mm, lower)

    def _box(self, left: float, bottom: float, right: float) -> None:
        self._canvas.setLineWidth(RULE)
        self._canvas.rect(left, bottom, right - left, self._top - bottom)


def _choices(offered: Sequence[str], chosen: Sequence[str], least: int) -> list[_Choice]:
    """What is offered, ticked or not, then what was added; empty lines up to `least`."""
    known, ticked = set(map(_plain, offered)), set(map(_plain, chosen))
    every = [*offered, *(one for one in chosen if _plain(one) not in known)]
    told = [_Choice(text=as_in_text(one), is_ticked=_plain(one) in ticked) for one in every]
    return told + [_Choice(text="", is_ticked=False)] * (least - len(told))


def _plain(text: str) -> str:
    """A post without case and double blanks: records write KEPALA BAGIAN and Kepala Bagian."""
    return " ".join(text.casefold().split())
