"""The head of an attendance sheet: kop and facts on page 1, a title line on the others."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import full_date, time_range
from census_desk.words import _
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family, width
from reports.letterhead import Kop, KopPlace, draw_kop, kop
from reports.sessions import grid as measures
from reports.sessions.content import AttendanceContent
from reports.sessions.grid import Grid
from reports.text import checked, lines_within

KOP_SCALE = 0.72
EMBLEM_BOX = (20 * mm, 20 * mm)
TITLE_SIZE, FACTS_SIZE, FACTS_LEADING = 13.0, 10.0, 4.4
TITLE_DROP, FACTS_DROP = 6.2, 2.4  # mm: kop to title, title to facts
QR_CLEAR = 4.0  # mm: its quiet zone is 3.2
LEAST_CALLED = 6.0
LATER_LINES, LATER_SIZES = 3, (9.0, 8.0, 7.0, 6.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactColumn:
    """A column of the head: its left edge and the width of its labels (mm)."""

    left: float
    label: float
    end: float | None = None

    def right(self, grid: Grid) -> float:
        """Right edge in mm."""
        return self.end or grid.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the head, set into lines; `line` is where it starts."""

    column: FactColumn
    line: int
    label: str
    lines: list[str]


LEFT_FACTS = FactColumn(left=25.0, label=24.0, end=108.0)
RIGHT_FACTS = FactColumn(left=112.0, label=13.0)


def _facts(
    content: AttendanceContent, group: str
) -> list[tuple[FactColumn, list[tuple[str, str]]]]:
    left = [("Hari/tanggal", full_date(content.held_on)), ("Tempat", content.venue)]
    if group:
        left.append(("Unit", group))
    time = time_range(content.starts_at, content.ends_at, content.zone)
    return [(LEFT_FACTS, left), (RIGHT_FACTS, [("Waktu", time), ("Acara", content.title)])]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterHead:
    """What stands at the left of the code on a page without a kop, with its sizes."""

    called: str
    called_size: float
    lines: list[str]
    size: float


class Head:
    """Measured once for a sheet; y comes in mm from the top, as the grid has it."""

    def __init__(self, content: AttendanceContent, grid: Grid, group: str = "") -> None:
        self._content, self._grid, self._group = content, grid, group
        self._later: dict[str, LaterHead] = {}
        self._fonts = family(PLAIN)
        self._kop = self._planned_kop()
        self._facts = self._set_facts()

    def first_row_top(self) -> float:
        """Top of page 1's first row: the layout's, lower when the head needs more room."""
        lines = max(fact.line + len(fact.lines) for fact in self._facts)
        needed = self._facts_top() + FACTS_DROP + lines * FACTS_LEADING + 1.6 + measures.HEAD
        return max(self._grid.first_row_top, round(needed, 1))

    def draw_first(self, canvas: Canvas) -> None:
        grid = self._grid
        draw_kop(canvas, self._kop)
        top = self._facts_top()
        canvas.setFont(self._fonts.bold, TITLE_SIZE)
        canvas.drawCentredString((grid.left + grid.right) / 2 * mm, self._y(top), "DAFTAR HADIR")
        canvas.setFont(self._fonts.regular, FACTS_SIZE)
        for fact in self._facts:
            left, label = fact.column.left, fact.column.label
            first = top + FACTS_DROP + (fact.line + 0.75) * FACTS_LEADING
            canvas.drawString(left * mm, self._y(first), fact.label)
            canvas.drawString((left + label) * mm, self._y(first), ":")
            for place, line in enumerate(fact.lines):
                at = self._y(first + place * FACTS_LEADING)
                canvas.drawString((left + label + 3) * mm, at, line)

    def draw_later(self, canvas: Canvas, page: int, group: str = "") -> None:
        """`- 2 -`, and which list this page belongs to, left of the code."""
        grid, content = self._grid, self._content
        if group not in self._later:
            self._later[group] = self._later_head(group)
        later = self._later[group]
        middle = (grid.left + grid.right) / 2 * mm
        canvas.setFont(self._fonts.regular, FACTS_SIZE + 1)
        number = content.profile.page_number.replace("{n}", str(page))
        canvas.drawCentredString(middle, self._y(13), number)
        canvas.setFont(self._fonts.bold, later.called_size)
        canvas.drawString(grid.left * mm, self._y(24), later.called)
        canvas.setFont(self._fonts.regular, later.size)
        for place, line in enumerate(later.lines):
            canvas.drawString(grid.left * mm, self._y(28.6 + place * 4.2), line)

    def _later_head(self, group: str) -> LaterHead:
        """Set once for all pages of a unit."""
        called = f"DAFTAR HADIR – {group}" if group else "DAFTAR HADIR"
        wide = width(checked(called, self._fonts.bold, _("Unit")), self._fonts.bold, FACTS_SIZE)
        room = (self._grid.right - self._grid.left - measures.QR - 5) * mm
        size = FACTS_SIZE if wide <= room else max(LEAST_CALLED, FACTS_SIZE * room / wide)
        if size * wide / FACTS_SIZE > room + 0.01:
            raise DoesNotFit(_("Unit {name}").format(name=group))
        lines, lines_size = self._later_lines()
        return LaterHead(called=called, called_size=size, lines=lines, size=lines_size)

    def _later_lines(self) -> tuple[list[str], float]:
        """The title in the largest type that takes three lines, with day and place if they fit."""
        grid, content = self._grid, self._content
        room = (grid.right - grid.left - measures.QR - 5) * mm
        when = f"{full_date(content.held_on)}, {content.venue}"
        for size in LATER_SIZES:
            lines = lines_within(content.title, self._fonts.regular, size, room, _("Acara"))
            if width(when, self._fonts.regular, size) > room:
                when = full_date(content.held_on)
            if len(lines) < LATER_LINES:
                return [*lines, when], size
        if len(lines) > LATER_LINES:
            raise DoesNotFit(_("Acara"))
        return lines, size

    def _planned_kop(self) -> Kop:
        grid = self._grid
        place = KopPlace(
            left=grid.left * mm,
            right=grid.right * mm,
            top=self._y(measures.QR_TOP),
            text_left=grid.left * mm,
            text_right=grid.right * mm,
            scale=KOP_SCALE,
            emblem_box=EMBLEM_BOX,
            keep_right=(measures.QR + QR_CLEAR) * mm,
            least_height=(measures.CODE_BASELINE + 0.6 - measures.QR_TOP) * mm,
        )
        content = self._content
        return kop(content.profile, content.letterhead, content.emblem, place)

    def _set_facts(self) -> list[Fact]:
        """Day and place at the left, time and subject at the right, each over as many lines."""
        facts: list[Fact] = []
        for column, told in _facts(self._content, self._group):
            line = 0
            for label, value in told:
                room = (column.right(self._grid) - column.left - column.label - 3) * mm
                lines = lines_within(value, self._fonts.regular, FACTS_SIZE, room, label)
                facts.append(Fact(column=column, line=line, label=label, lines=lines))
                line += len(lines)
        return facts

    def _facts_top(self) -> float:
        """Baseline of the title, mm from the top."""
        return (self._grid.height * mm - self._kop.bottom) / mm + TITLE_DROP

    def _y(self, from_top: float) -> float:
        return (self._grid.height - from_top) * mm
