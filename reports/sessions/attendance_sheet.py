"""Daftar hadir: printed straight on the canvas, read back later by its codes, squares and rules."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import full_date, long_date, time_range
from census_desk.letters.profile import OTHER, LayoutProfile
from census_desk.nip import grouped
from census_desk.people import Letterhead, Signatory
from census_desk.sessions.sheet import SheetPage, page_code, spoken_code
from census_desk.words import _
from reports.document import new_canvas
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family, width
from reports.letterhead import Kop, KopPlace, draw_kop, kop
from reports.qr import draw_qr
from reports.sessions import grid as measures
from reports.sessions.grid import Grid, PageRows, page_geometry, rows_by_page
from reports.signature import Row, SignatureBlock, block_rows, draw_rows, signature_block
from reports.text import checked, lines_within

FOOT_MARK = "B"  # "bawah": added to the text of the second code, so that a reader knows its place
NAME_SIZE, NAME_LEAST, NAME_STEP = 9.0, 6.0, 0.25
DETAIL_SIZES = (7.5, 7.0, 6.5, 6.0)
DETAIL_LEADING = 1.13
CELL_PADDING = 1.25 * mm
NUMBER_SIZE, NUMBER_GREY = 7.5, 0.25
CODE_SIZE, CODE_GREY = 6.5, 0.35
HEAD_SIZE, HEAD_FILL = 8.5, 0.92
RULE = 0.5
KOP_SCALE = 0.72
EMBLEM_BOX = (20 * mm, 20 * mm)
TITLE_SIZE, FACTS_SIZE, FACTS_LEADING = 13.0, 10.0, 4.4
SIGN_OFF_GAP = 5.0
SIGN_OFF_LEFT = 112.0
TITLE_DROP, FACTS_DROP = 6.2, 2.4  # mm: kop to title, title to facts
UNKNOWN_CHAIR = "…………………………………………"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One invited person; `detail` lines stand under or instead of the NIP."""

    employee_id: str = ""
    name: str
    nip: str = ""
    position: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceContent:
    """A finished list; `code` is the sheet's eight signs, `chair` None leaves a line to fill in."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    code: str
    title: str
    held_on: date
    starts_at: time
    ends_at: time | None = None
    venue: str
    place: str
    zone: str = "WIB"
    rows: tuple[AttendanceRow, ...] = ()
    walk_ins: int = 0
    show_nip: bool = False
    chair: Signatory | None = None
    paper: str = "F4"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """The PDF and where each row lies in it."""

    pdf: bytes
    pages: tuple[SheetPage, ...]


def attendance_sheet(content: AttendanceContent) -> PrintedSheet:
    """Print a list; DoesNotFit names the person or field that is too long, never cuts it."""
    return _Printer(content).print()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactColumn:
    """A column of the head: its left edge, the width of its labels, its first fact (mm)."""

    first: int
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


FACT_COLUMNS = (
    FactColumn(first=0, left=25.0, label=24.0, end=108.0),
    FactColumn(first=2, left=112.0, label=13.0),
)


def _facts(content: AttendanceContent) -> list[tuple[str, str]]:
    return [
        ("Hari/tanggal", full_date(content.held_on)),
        ("Tempat", content.venue),
        ("Waktu", time_range(content.starts_at, content.ends_at, content.zone)),
        ("Acara", content.title),
    ]


class _Printer:
    """Measures once, then draws page after page; y comes in mm from the top, as the grid has it."""

    def __init__(self, content: AttendanceContent) -> None:
        self._content = content
        self._grid: Grid = measures.GRIDS[content.paper]
        self._edges = self._grid.edges
        self._fonts = family(PLAIN)
        self._kop = self._planned_kop()
        self._facts = self._set_facts()
        self._sign_off = self._set_sign_off()
        self._pages = self._spread()
        self._frames: dict[tuple[float, int], str] = {}
        self._set_details: dict[tuple[str, ...], tuple[list[str], float]] = {}

    def print(self) -> PrintedSheet:
        content, grid = self._content, self._grid
        target = io.BytesIO()
        canvas = new_canvas(target, (grid.width * mm, grid.height * mm), title="Daftar Hadir")
        names = [self._name(row) for row in content.rows]
        for page in self._pages:
            self._draw_page(canvas, page, names)
            canvas.showPage()
        canvas.save()
        people = [(row.employee_id, row.name) for row in content.rows]
        first_walk_in = len(people) + 1
        geometry = (page_geometry(grid, page, people, first_walk_in) for page in self._pages)
        return PrintedSheet(pdf=target.getvalue(), pages=tuple(geometry))

    # Planning

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
            keep_right=(measures.QR + 3) * mm,
            least_height=(measures.CODE_BASELINE + 0.6 - measures.QR_TOP) * mm,
        )
        content = self._content
        return kop(content.profile, content.letterhead, content.emblem, place)

    def _set_facts(self) -> list[Fact]:
        """Day and place at the left, time and subject at the right, each over as many lines."""
        facts: list[Fact] = []
        for column in FACT_COLUMNS:
            line = 0
            for label, value in _facts(self._content)[column.first : column.first + 2]:
                room = (column.right(self._grid) - column.left - column.label - 3) * mm
                lines = lines_within(value, self._fonts.regular, FACTS_SIZE, room, label)
                facts.append(Fact(column=column, line=line, label=label, lines=lines))
                line += len(lines)
        return facts

    def _facts_top(self) -> float:
        """Baseline of the title, mm from the top."""
        return (self._grid.height * mm - self._kop.bottom) / mm + TITLE_DROP

    def _first_top(self) -> float:
        """Top of page 1's first row: the layout's, lower when the head needs more room."""
        lines = max(fact.line + len(fact.lines) for fact in self._facts)
        needed = self._facts_top() + FACTS_DROP + lines * FACTS_LEADING + 1.6 + measures.HEAD
        return max(self._grid.first_row_top, round(needed, 1))

    def _set_sign_off(self) -> list[Row]:
        content = self._content
        dated = f"{content.place}, {long_date(content.held_on)}"
        wide = (self._grid.right - SIGN_OFF_LEFT) * mm
        if content.chair is None:
            block = SignatureBlock(
                opening=(dated,), titles=("Penanggung Jawab,",), name=UNKNOWN_CHAIR
            )
        else:
            block = signature_block(content.chair, content.profile, OTHER, opening=(dated,))
        return block_rows(block, content.profile, wide, PLAIN, size=FACTS_SIZE + 0.5)

    def _spread(self) -> list[PageRows]:
        total = len(self._content.rows) + self._content.walk_ins
        room = SIGN_OFF_GAP + self._sign_off[-1].lower / mm + 1
        return rows_by_page(total, self._grid, self._first_top(), room)

    def _name(self, row: AttendanceRow) -> tuple[str, float]:
        room = self._grid.columns[1] * mm - 2 * CELL_PADDING
        text = checked(row.name, self._fonts.regular, row.name)
        wide = width(text, self._fonts.regular, NAME_SIZE)
        if wide <= room:
            return text, NAME_SIZE
        size = int(NAME_SIZE * room / wide / NAME_STEP) * NAME_STEP
        if size < NAME_LEAST:
            raise DoesNotFit(_("Nama {name}").format(name=row.name))
        return text, size

    def _detail(self, row: AttendanceRow) -> tuple[list[str], float]:
        """NIP over jabatan over unit, in the largest type that keeps to the row."""
        nip = grouped(row.nip) if self._content.show_nip and row.nip else ""
        texts = tuple(text for text in (nip, row.position, row.unit) if text.strip())
        if texts not in self._set_details:
            self._set_details[texts] = self._broken_detail(texts, row)
        return self._set_details[texts]

    def _broken_detail(self, texts: Iterable[str], row: AttendanceRow) -> tuple[list[str], float]:
        room = self._grid.columns[2] * mm - 2 * CELL_PADDING
        field = _("Jabatan {name}").format(name=row.name)
        for size in DETAIL_SIZES:
            most = int((self._grid.row * mm - 2) / (size * DETAIL_LEADING))
            lines = [
                line
                for text in texts
                for line in lines_within(text, self._fonts.regular, size, room, field)
            ]
            if len(lines) <= most:
                return lines, size
        raise DoesNotFit(field)

    # Drawing

    def _y(self, from_top: float) -> float:
        return (self._grid.height - from_top) * mm

    def _draw_page(self, canvas: Canvas, page: PageRows, names: list[tuple[str, float]]) -> None:
        canvas.doForm(self._frame(canvas, page))
        if page.page == 1:
            self._draw_head(canvas)
        else:
            self._draw_later_head(canvas, page.page)
        self._draw_rows(canvas, page, names)
        self._draw_codes(canvas, page.page)
        if page.page == len(self._pages):
            top = page.top + page.count * self._grid.row + SIGN_OFF_GAP
            draw_rows(canvas, self._sign_off, SIGN_OFF_LEFT * mm, self._y(top))

    def _draw_head(self, canvas: Canvas) -> None:
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

    def _draw_later_head(self, canvas: Canvas, page: int) -> None:
        """`- 2 -`, and which list this page belongs to, left of the code."""
        grid, content = self._grid, self._content
        middle = (grid.left + grid.right) / 2 * mm
        canvas.setFont(self._fonts.regular, FACTS_SIZE + 1)
        number = content.profile.page_number.replace("{n}", str(page))
        canvas.drawCentredString(middle, self._y(13), number)
        canvas.setFont(self._fonts.bold, FACTS_SIZE)
        canvas.drawString(grid.left * mm, self._y(24), "DAFTAR HADIR")
        canvas.setFont(self._fonts.regular, FACTS_SIZE - 1)
        room = (grid.right - grid.left - measures.QR - 5) * mm
        size = FACTS_SIZE - 1
        lines = lines_within(content.title, self._fonts.regular, size, room, _("Acara"))
        if len(lines) > 2:
            raise DoesNotFit(_("Acara"))
        lines.append(f"{full_date(content.held_on)}, {content.venue}")
        if width(lines[-1], self._fonts.regular, size) > room:
            lines[-1] = full_date(content.held_on)
        for place, line in enumerate(lines):
            canvas.drawString(grid.left * mm, self._y(28.6 + place * 4.2), line)

    def _draw_rows(self, canvas: Canvas, page: PageRows, names: list[tuple[str, float]]) -> None:
        """All writing of the table as one text object: a call a string costs three times it."""
        grid, rows = self._grid, self._content.rows
        edges = self._edges
        regular = self._fonts.regular
        text = canvas.beginText()
        write = _writer(text.setTextOrigin, text.textOut)
        for place in range(page.count):
            number = page.first + place
            middle = self._y(page.top + (place + 0.5) * grid.row)
            text.setFont(regular, NAME_SIZE)
            label = f"{number}."
            right = edges[1] * mm - CELL_PADDING - width(label, regular, NAME_SIZE)
            write(right, middle - NAME_SIZE * 0.35, label)
            if number <= len(rows):
                name, size = names[number - 1]
                if size != NAME_SIZE:
                    text.setFont(regular, size)
                write(edges[1] * mm + CELL_PADDING, middle - size * 0.35, name)
                lines, size = self._detail(rows[number - 1])
                text.setFont(regular, size)
                lower = middle + (len(lines) / 2) * size * DETAIL_LEADING - size * 0.9
                for line in lines:
                    write(edges[2] * mm + CELL_PADDING, lower, line)
                    lower -= size * DETAIL_LEADING
        text.setFont(regular, NUMBER_SIZE)
        text.setFillGray(NUMBER_GREY)
        for place in range(page.count):
            x, y, _wide, _high = measures.sign_box(grid, page, place)
            write((x + 1) * mm, self._y(y + 3.6), f"{page.first + place}.")
        canvas.saveState()  # the grey of the numbers must not reach what is drawn next
        canvas.drawText(text)
        canvas.restoreState()

    def _draw_codes(self, canvas: Canvas, page: int) -> None:
        grid, content = self._grid, self._content
        code = page_code(content.code, page, len(self._pages))
        left = (grid.right - measures.QR) * mm
        draw_qr(canvas, code, left, self._y(measures.QR_TOP + measures.QR), measures.QR * mm)
        foot = grid.table_bottom + measures.FOOT_QR_GAP + measures.FOOT_QR
        foot_left = (grid.right - measures.FOOT_QR) * mm
        draw_qr(canvas, code + FOOT_MARK, foot_left, self._y(foot), measures.FOOT_QR * mm)
        canvas.saveState()
        canvas.setFillGray(CODE_GREY)
        canvas.setFont(self._fonts.regular, CODE_SIZE)
        middle = (grid.right - measures.QR / 2) * mm
        shown = spoken_code(content.code, page)
        canvas.drawCentredString(middle, self._y(measures.CODE_BASELINE), shown)
        canvas.restoreState()

    def _frame(self, canvas: Canvas, page: PageRows) -> str:
        """Squares, heading row and rules of a page, stored once and placed on every like page."""
        key = (page.top, page.count)
        if key not in self._frames:
            name = self._frames[key] = f"frame{len(self._frames)}"
            canvas.beginForm(name, 0, 0, self._grid.width * mm, self._grid.height * mm)
            self._draw_squares(canvas)
            self._draw_heading(canvas, page.top - measures.HEAD)
            self._draw_rules(canvas, page)
            canvas.endForm()
        return self._frames[key]

    def _draw_squares(self, canvas: Canvas) -> None:
        grid, edge, side = self._grid, measures.SQUARE_EDGE, measures.SQUARE
        canvas.setFillGray(0)
        for x in (edge, grid.width - edge - side):
            for y in (edge, grid.height - edge - side):
                canvas.rect(x * mm, self._y(y + side), side * mm, side * mm, stroke=0, fill=1)

    def _draw_heading(self, canvas: Canvas, top: float) -> None:
        grid = self._grid
        edges = grid.edges
        detail = "NIP / Jabatan / Unit" if self._content.show_nip else "Jabatan / Unit"
        heads = (
            (0, 1, "No."), (1, 2, "Nama"), (2, 3, detail), (3, 5, "Tanda Tangan"), (5, 6, "Ket."),
        )  # fmt: skip
        canvas.setLineWidth(RULE)
        for first, last, label in heads:
            x, wide = edges[first] * mm, (edges[last] - edges[first]) * mm
            canvas.setFillGray(HEAD_FILL)
            canvas.rect(x, self._y(top + measures.HEAD), wide, measures.HEAD * mm, stroke=1, fill=1)
            canvas.setFillGray(0)
            canvas.setFont(self._fonts.bold, HEAD_SIZE)
            lower = self._y(top + measures.HEAD / 2) - HEAD_SIZE * 0.35
            canvas.drawCentredString(x + wide / 2, lower, label)

    def _draw_rules(self, canvas: Canvas, page: PageRows) -> None:
        """A rule at every row, but at every second only across the signature boxes."""
        grid, edges = self._grid, self._grid.edges
        canvas.setLineWidth(RULE)
        bottom = page.top + page.count * grid.row
        for x in edges:
            canvas.line(x * mm, self._y(page.top), x * mm, self._y(bottom))
        for place in range(1, page.count + 1):
            y = self._y(page.top + place * grid.row)
            if place % 2 == 0 or place == page.count:
                canvas.line(edges[0] * mm, y, edges[6] * mm, y)
            else:
                canvas.line(edges[0] * mm, y, edges[3] * mm, y)
                canvas.line(edges[5] * mm, y, edges[6] * mm, y)


def _writer(
    move: Callable[[float, float], None], out: Callable[[str], None]
) -> Callable[[float, float, str], None]:
    def write(x: float, y: float, text: str) -> None:
        move(x, y)
        out(text)

    return write
