"""The block of the person who signs: titles, room for pen and stamp, name, and what stands below.

Lines follow letters.md section 3 (Lampiran Permendagri 54/2009 part C; Permendagri 1/2023 Pasal
44): the comma stands after the last title only. Nothing here draws a signature or a stamp.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from census_desk.letters.profile import LayoutProfile, signature_rule
from census_desk.nip import grouped, is_pppk
from census_desk.people import PostStatus, Signatory
from census_desk.words import _
from reports.fonts import family, width
from reports.text import balanced_lines, checked, post_lines

ACTING = (PostStatus.PLT, PostStatus.PLH)
FRONT_TITLES = re.compile(r"^(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|Hj|H|KH|K\.H|apt|Ns)\.\s*)+(?=\S)")
LEADING = 1.3  # of the size, where a paper has a size of its own
BASELINE = 0.3  # of the size, above a line's lower edge
PREFIXES = ("a.n.", "Plt.", "Plh.", "Pj.")
# What a signing service needs (letters.md 7): a free box with the sign it looks for in the text.
ANCHOR = "~"
ELECTRONIC_BOX = (75 * mm, 30 * mm)
BOX_WHITE = 2 * mm  # above and below the box
ANCHOR_GREY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """What is printed: lines above the names, titles, the name, lines below it."""

    opening: tuple[str, ...] = ()
    titles: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


def signature_block(
    signatory: Signatory,
    profile: LayoutProfile,
    group: str,
    *,
    on_behalf_of: str = "",
    opening: Sequence[str] = (),
) -> SignatureBlock:
    """The block of a signatory on a paper of that group (profile.REGULATING or OTHER).

    `on_behalf_of` is the post signed for: "BUPATI KUDUS", or two steps up "BUPATI KUDUS; SEKRETARIS
    DAERAH" (then u.b. stands between).
    """
    rule = signature_rule(profile, group, signatory.post_kind, signatory.status)
    own = rule.prints_own_post and signatory.status in ACTING
    rank = _rank(signatory) if rule.prints_rank else ""
    nip = _nip(signatory, profile) if rule.prints_nip else ""
    return SignatureBlock(
        opening=tuple(opening),
        titles=_titles(signatory, on_behalf_of, own),
        name=_name(signatory.name, profile, rule.prints_degrees),
        below=tuple(line for line in (rank, nip) if line),
    )


def plain_block(
    title: str, name: str, profile: LayoutProfile, below: Sequence[str] = ()
) -> SignatureBlock:
    """The block of someone who is no signatory of the register, such as a visited official."""
    return SignatureBlock(
        titles=(f"{title.rstrip(',')},",),
        name=_name(name, profile, degrees=True),
        below=tuple(line for line in below if line),
    )


def without_degrees(name: str) -> str:
    """`Drs. H. Budi Santoso, S.E., M.M.` as `Budi Santoso`."""
    return FRONT_TITLES.sub("", name.split(",")[0].strip())


def capital_name(name: str) -> str:
    """`Drs. H. Budi Santoso, S.E.` as `Drs. H. BUDI SANTOSO, S.E.`: degrees keep their case."""
    front = FRONT_TITLES.match(name.strip())
    titles = front[0] if front else ""
    bare, comma, degrees = name.strip()[len(titles) :].partition(",")
    return titles + bare.upper() + comma + degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One set line: its lower edge is `lower` points under the block's top."""

    lower: float
    indent: float
    text: str
    face: str
    size: float
    underlined: bool = False
    grey: float = 0.0


class SignatureLines(Flowable):
    """A signature block as one piece that is never torn; its left edge is `left` from the frame."""

    def __init__(
        self,
        block: SignatureBlock,
        profile: LayoutProfile,
        *,
        left: float,
        wide: float,
        font: str,
        electronic: bool = False,
    ) -> None:
        super().__init__()
        self._left = left
        self._rows = block_rows(block, profile, wide, font, electronic=electronic)

    @property
    def name_lower(self) -> float:
        """How far under the block's top the name's line ends."""
        return self._rows[self._name_row].lower

    @property
    def _name_row(self) -> int:
        """The name is what stands under the room for the pen."""
        lowers = [0.0, *(row.lower for row in self._rows)]
        return max(range(len(self._rows)), key=lambda place: lowers[place + 1] - lowers[place])

    def lower_name(self, by: float) -> None:
        """Leave more room above the name."""
        at = self._name_row
        moved = [replace(row, lower=row.lower + by) for row in self._rows[at:]]
        self._rows = [*self._rows[:at], *moved]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        return available_width, self._rows[-1].lower

    def draw(self) -> None:
        """Draw the lines upon the canvas ReportLab has placed here."""
        draw_rows(self.canv, self._rows, self._left, self._rows[-1].lower)


def level_names(blocks: Sequence[SignatureLines]) -> None:
    """Let the names of blocks that stand beside each other stand at one height."""
    lowest = max(block.name_lower for block in blocks)
    for block in blocks:
        block.lower_name(lowest - block.name_lower)


def block_rows(
    block: SignatureBlock,
    profile: LayoutProfile,
    wide: float,
    font: str,
    *,
    size: float = 0,
    electronic: bool = False,
) -> list[Row]:
    """The block's lines set into `wide` points; DoesNotFit when a word is wider.

    `electronic` leaves a box of 75 x 30 mm for the signing service, its anchor at the lower left.
    """
    leading = size * LEADING if size else profile.body_leading_pt
    size = size or profile.body_size_pt
    regular = family(font).regular
    name_face = family(font).face(profile.signature_name_bold)
    rows: list[Row] = []
    at = 0.0

    def add(line: str, field: str, face: str = regular, underlined: bool = False) -> None:
        nonlocal at
        for indent, part in _hanging(line, face, size, wide, field):
            at += leading
            row = Row(lower=at, indent=indent, text=part, face=face, size=size)
            rows.append(replace(row, underlined=underlined))

    for line in block.opening:
        add(line, _("Tempat"))
    at += leading / 2 if block.opening else 0
    for title in block.titles:
        add(title, _("Jabatan"))
    if electronic:
        at += BOX_WHITE + ELECTRONIC_BOX[1]
        anchor = Row(lower=at, indent=0.0, text=ANCHOR, face=regular, size=size, grey=ANCHOR_GREY)
        rows.append(anchor)
        at += BOX_WHITE
    else:
        at += profile.signature_gap_mm * mm
    add(block.name, _("Nama penanda tangan"), name_face, profile.signature_name_underlined)
    for line in block.below:
        add(line, _("Pangkat dan NIP"))
    return rows


def draw_rows(canvas: Canvas, rows: Sequence[Row], left: float, top: float) -> None:
    """Draw the lines of `block_rows` with their upper edge at `top`."""
    for row in rows:
        x, y = left + row.indent, top - row.lower + row.size * BASELINE
        canvas.setFont(row.face, row.size)
        if row.grey:
            _draw_grey(canvas, x, y, row)
        else:
            canvas.drawString(x, y, row.text)
        if row.underlined:
            canvas.setLineWidth(0.6)
            canvas.line(x, y - 1.8, x + width(row.text, row.face, row.size), y - 1.8)


def _draw_grey(canvas: Canvas, x: float, y: float, row: Row) -> None:
    canvas.setFillGray(row.grey)
    canvas.drawString(x, y, row.text)
    canvas.setFillGray(0)


def _hanging(line: str, face: str, size: float, wide: float, field: str) -> list[tuple[float, str]]:
    """The line, broken where needed; what follows "Plt." and its like hangs under the post."""
    prefix = next((one for one in PREFIXES if line.startswith(one + " ")), "")
    if width(checked(line, face, field), face, size) <= wide or not prefix:
        return [(0.0, part) for part in post_lines(line, face, size, wide, field, balanced_lines)]
    indent = width(prefix + " ", face, size)
    parts = post_lines(line[len(prefix) :], face, size, wide - indent, field, balanced_lines)
    return [(0.0, f"{prefix} {parts[0]}"), *((indent, part) for part in parts[1:])]


def _titles(signatory: Signatory, on_behalf_of: str, own: bool) -> tuple[str, ...]:
    above = [one.strip() for one in re.split(r"[;\n]", on_behalf_of) if one.strip()]
    titles = [f"a.n. {above[0].removeprefix('a.n.').strip()}"] if above else []
    titles += above[1:]
    titles += ["u.b."] if len(above) > 1 else []
    titles.append(f"{signatory.status.value} {signatory.post}".strip())
    titles += [signatory.own_post] if own else []
    cleaned = [title.strip().rstrip(",") for title in titles]
    return (*cleaned[:-1], f"{cleaned[-1]},")


def _name(name: str, profile: LayoutProfile, degrees: bool) -> str:
    shown = name.strip() if degrees else without_degrees(name)
    if profile.signature_name_case != "upper":
        return shown
    return capital_name(shown) if profile.degrees_keep_case else shown.upper()


def _rank(signatory: Signatory) -> str:
    if is_pppk(signatory.nip) or not signatory.rank:
        return signatory.grade
    return f"{signatory.rank} ({signatory.grade})" if signatory.grade else signatory.rank


def _nip(signatory: Signatory, profile: LayoutProfile) -> str:
    if not signatory.nip:
        return ""
    word = "NI PPPK" if is_pppk(signatory.nip) else profile.nip_word
    return f"{word} {grouped(signatory.nip)}"
