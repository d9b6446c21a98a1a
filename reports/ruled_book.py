"""Ruled tables over whole F4 pages in landscape: books of letters, agendas, lists for the wall.

Drawn straight on the sheet: rules over the page, texts broken in their columns, the head repeated,
"halaman n dari m".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.words import _
from reports.document import document
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family
from reports.text import lines_within

SHEET = (330 * mm, 215 * mm)
LEFT, RIGHT, TOP, BOTTOM = 20 * mm, 15 * mm, 15 * mm, 15 * mm
TITLE_SIZE, SUBTITLE_SIZE = 13.0, 10.0
HEAD_TALL = 8 * mm
LEAST_TALL = 11.5 * mm  # a row that a hand can sign
SIZE, LEADING = 9.0, 11.0
PAD = 1.5 * mm
HEAD_GREY = 0.92
Cell = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookColumn:
    """A column: its head, its width in mm, whether its text stands in the middle."""

    title: str
    wide: float
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    cells: tuple[Cell, ...]
    tall: float


def ruled_book(
    title: str,
    subtitle: str,
    columns: Sequence[BookColumn],
    cells: Sequence[Sequence[str]],
    *,
    goes_on: bool = False,
) -> bytes:
    """The book; one that people go on writing in (or an empty one) ends with empty rows.

    Raises DoesNotFit for a row taller than a page.
    """
    pages = _paged([_row(columns, texts) for texts in cells])
    if goes_on or not cells:
        empty = _Row(cells=tuple([] for _column in columns), tall=LEAST_TALL)
        free = _room() - sum(row.tall for row in pages[-1])
        pages[-1] += [empty] * int(free / LEAST_TALL + 0.01)

    def drawing(canvas: Canvas) -> None:
        for number, page in enumerate(pages, 1):
            _draw_page(canvas, title, subtitle, columns, page, (number, len(pages)))
            canvas.showPage()

    return document(SHEET, drawing, title=title)


def _row(columns: Sequence[BookColumn], texts: Sequence[str]) -> _Row:
    face = family(PLAIN).regular
    cells = [
        _broken(text, face, column.wide * mm - 2 * PAD, column.title)
        for text, column in zip(texts, columns, strict=True)
    ]
    tall = max(len(cell) for cell in cells) * LEADING + 2 * PAD
    return _Row(cells=tuple(cells), tall=max(tall, LEAST_TALL))


def _broken(text: str, face: str, room: float, field: str) -> Cell:
    try:
        return lines_within(text, face, SIZE, room, field)
    except DoesNotFit:
        apart = lines_within(text.replace("/", "/ "), face, SIZE, room, field)
        return [line.replace("/ ", "/") for line in apart]


def _first_top() -> float:
    return SHEET[1] - TOP - TITLE_SIZE - SUBTITLE_SIZE - 5 * mm


def _room() -> float:
    """Height for rows on a page."""
    return _first_top() - HEAD_TALL - BOTTOM


def _paged(rows: Sequence[_Row]) -> list[list[_Row]]:
    room = _room()
    pages: list[list[_Row]] = [[]]
    left = room
    for row in rows:
        if row.tall > room:
            raise DoesNotFit(_("Isi ringkas"))
        if row.tall > left + 0.01:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.tall
    return pages


def _draw_page(
    canvas: Canvas,
    title: str,
    subtitle: str,
    columns: Sequence[BookColumn],
    rows: Sequence[_Row],
    of: tuple[int, int],
) -> None:
    fonts = family(PLAIN)
    middle = SHEET[0] / 2
    top = SHEET[1] - TOP
    canvas.setFont(fonts.bold, TITLE_SIZE)
    canvas.drawCentredString(middle, top - TITLE_SIZE, title)
    canvas.setFont(fonts.regular, SUBTITLE_SIZE)
    line = lines_within(subtitle, fonts.regular, SUBTITLE_SIZE, 200 * mm, _("Nama kantor"))
    canvas.drawCentredString(middle, top - TITLE_SIZE - SUBTITLE_SIZE - 4, " ".join(line))
    canvas.drawRightString(
        SHEET[0] - RIGHT, top - TITLE_SIZE - SUBTITLE_SIZE - 4, f"halaman {of[0]} dari {of[1]}"
    )
    at = _draw_head(canvas, columns, _first_top())
    for row in rows:
        _draw_cells(canvas, columns, row, at)
        at -= row.tall
    _draw_rules(canvas, columns, [HEAD_TALL, *(row.tall for row in rows)])


def _draw_head(canvas: Canvas, columns: Sequence[BookColumn], top: float) -> float:
    fonts = family(PLAIN)
    wide = sum(column.wide for column in columns) * mm
    canvas.setFillGray(HEAD_GREY)
    canvas.rect(LEFT, top - HEAD_TALL, wide, HEAD_TALL, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(fonts.bold, SIZE)
    at = LEFT
    for column in columns:
        middle = at + column.wide * mm / 2
        canvas.drawCentredString(middle, top - HEAD_TALL / 2 - SIZE * 0.35, column.title)
        at += column.wide * mm
    return top - HEAD_TALL


def _draw_cells(canvas: Canvas, columns: Sequence[BookColumn], row: _Row, top: float) -> None:
    canvas.setFont(family(PLAIN).regular, SIZE)
    at = LEFT
    for column, cell in zip(columns, row.cells, strict=True):
        for place, line in enumerate(cell):
            baseline = top - PAD - SIZE - place * LEADING
            if column.centred:
                canvas.drawCentredString(at + column.wide * mm / 2, baseline, line)
            else:
                canvas.drawString(at + PAD, baseline, line)
        at += column.wide * mm


def _draw_rules(canvas: Canvas, columns: Sequence[BookColumn], talls: Sequence[float]) -> None:
    top = _first_top()
    right = LEFT + sum(column.wide for column in columns) * mm
    bottom = top - sum(talls)
    canvas.setLineWidth(0.5)
    at = top
    lines = [(LEFT, top, right, top)]
    for tall in talls:
        at -= tall
        lines.append((LEFT, at, right, at))
    x = LEFT
    lines.append((x, top, x, bottom))
    for column in columns:
        x += column.wide * mm
        lines.append((x, top, x, bottom))
    canvas.lines(lines)
