"""The table of an attendance sheet: frame, names and signature boxes, drawn straight on the canvas.

Frames are stored once and placed on every like page; all writing of a page is one text object.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.nip import grouped
from census_desk.words import _
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family, width
from reports.sessions import grid as measures
from reports.sessions.content import AttendanceContent, AttendanceRow
from reports.sessions.grid import Grid, Line, PageRows
from reports.sessions.words import Words
from reports.text import checked, lines_within

NAME_SIZE, NAME_LEAST, NAME_STEP = 9.0, 6.0, 0.25
DETAIL_SIZES = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
DETAIL_LEADING = 1.13
JOINED_FROM = 6.0  # in type this small, lines run together where that saves one
CELL_PADDING = 1.25 * mm
NUMBER_SIZE, NUMBER_GREY = 7.5, 0.25
HEAD_SIZE, HEAD_FILL = 8.5, 0.92
RULE = 0.5
ROW_CLEAR = 0.9  # points between the writing of a row and its rules


class Table:
    """Sets names and details once; y comes in mm from the top, as the grid has it."""

    def __init__(self, content: AttendanceContent, grid: Grid, lines: Sequence[Line]) -> None:
        self._content, self._grid = content, grid
        self._edges = grid.edges
        self._fonts = family(PLAIN)
        self._frames: dict[tuple[float, int], str] = {}
        self._set_details: dict[tuple[str, ...], tuple[list[str], float]] = {}
        people = iter(content.rows)
        self._rows = [None if line.walk_in else next(people) for line in lines]
        self._coded: dict[str, str] = {}
        self._names = [self._name(row) if row else ("", NAME_SIZE) for row in self._rows]

    def draw(self, canvas: Canvas, page: PageRows) -> None:
        """Draw a page's frame and what is written in it."""
        canvas.doForm(self.frame(canvas, page))
        canvas.saveState()  # the grey of the numbers must not reach what is drawn next
        self._draw_rows(canvas, page)
        canvas.restoreState()

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

    def _broken_detail(self, texts: tuple[str, ...], row: AttendanceRow) -> tuple[list[str], float]:
        room = self._grid.columns[2] * mm - 2 * CELL_PADDING
        field = _("Jabatan {name}").format(name=row.name)
        for size in DETAIL_SIZES:
            most = int((self._grid.row * mm - ROW_CLEAR) / (size * DETAIL_LEADING))
            together = (", ".join(texts),)
            for pieces in (texts, together) if size <= JOINED_FROM else (texts,):
                lines = [
                    line
                    for text in pieces
                    for line in lines_within(text, self._fonts.regular, size, room, field)
                ]
                if len(lines) <= most:
                    return lines, size
        raise DoesNotFit(field)

    def _draw_rows(self, canvas: Canvas, page: PageRows) -> None:
        """Row by row, so that whoever listens to the page or copies from it hears a list."""
        words = Words(canvas, self._coded)
        for place in range(page.count):
            middle = self._y(page.top + (place + 0.5) * self._grid.row)
            self._write_number(page.first + place, middle, words)
            row = self._rows[page.first + place - 1]
            if row is not None:
                self._write_person(page.first + place - 1, row, middle, words)
        words.use(self._fonts.regular, NUMBER_SIZE)
        words.text.setFillGray(NUMBER_GREY)
        for place in range(page.count):
            x, y, _wide, _high = measures.sign_box(self._grid, page, place)
            words.write((x + 1) * mm, self._y(y + 3.6), f"{page.first + place}.")
        canvas.drawText(words.text)

    def _write_number(self, number: int, middle: float, words: Words) -> None:
        label = f"{number}."
        words.use(self._fonts.regular, NAME_SIZE)
        wide = width(label, self._fonts.regular, NAME_SIZE)
        words.write(self._edges[1] * mm - CELL_PADDING - wide, middle - NAME_SIZE * 0.35, label)

    def _write_person(self, place: int, row: AttendanceRow, middle: float, words: Words) -> None:
        name, size = self._names[place]
        words.use(self._fonts.regular, size)
        words.write(self._edges[1] * mm + CELL_PADDING, middle - size * 0.35, name)
        lines, size = self._detail(row)
        words.use(self._fonts.regular, size)
        lower = middle + (len(lines) / 2) * size * DETAIL_LEADING - size * 0.9
        for line in lines:
            words.write(self._edges[2] * mm + CELL_PADDING, lower, line)
            lower -= size * DETAIL_LEADING

    def frame(self, canvas: Canvas, page: PageRows) -> str:
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

    def _y(self, from_top: float) -> float:
        return (self._grid.height - from_top) * mm
