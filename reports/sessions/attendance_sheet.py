"""Daftar hadir: printed straight on the canvas, read back later by its codes, squares and rules."""

import io

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import long_date
from census_desk.letters.profile import OTHER
from census_desk.sessions.sheet import SheetPage, page_code, spoken_code
from reports.document import new_canvas
from reports.fonts import PLAIN, family
from reports.qr import draw_qr
from reports.sessions import grid as measures
from reports.sessions.content import AttendanceContent, AttendanceRow, PrintedSheet
from reports.sessions.grid import Grid, PageRows, page_geometry, rows_by_page
from reports.sessions.head import Head
from reports.sessions.table import Table
from reports.signature import Row, SignatureBlock, block_rows, draw_rows, signature_block

__all__ = ["FOOT_MARK", "AttendanceContent", "AttendanceRow", "PrintedSheet", "attendance_sheet"]

FOOT_MARK = "B"  # "bawah": added to the text of the second code, so that a reader knows its place
CODE_SIZE, CODE_GREY = 6.5, 0.35
SIGN_OFF_SIZE, SIGN_OFF_GAP, SIGN_OFF_LEFT = 10.5, 5.0, 112.0
UNKNOWN_CHAIR = "…………………………………………"


def attendance_sheet(content: AttendanceContent) -> PrintedSheet:
    """Print a list; DoesNotFit names the person or field that is too long, never cuts it."""
    grid = measures.GRIDS[content.paper]
    head, table, signed = Head(content, grid), Table(content, grid), _sign_off(content, grid)
    total = len(content.rows) + content.walk_ins
    room = SIGN_OFF_GAP + signed[-1].lower / mm + 1
    pages = rows_by_page(total, grid, head.first_row_top(), room)
    target = io.BytesIO()
    canvas = new_canvas(target, (grid.width * mm, grid.height * mm), title="Daftar Hadir")
    for page in pages:
        table.frame(canvas, page)  # stored before the page begins
        head.draw_first(canvas) if page.page == 1 else head.draw_later(canvas, page.page)
        table.draw(canvas, page)
        _draw_codes(canvas, grid, content.code, page.page, len(pages))
        if page is pages[-1]:
            top = page.top + page.count * grid.row + SIGN_OFF_GAP
            draw_rows(canvas, signed, SIGN_OFF_LEFT * mm, (grid.height - top) * mm)
        canvas.showPage()
    canvas.save()
    return PrintedSheet(pdf=target.getvalue(), pages=_geometry(content, grid, pages))


def _geometry(
    content: AttendanceContent, grid: Grid, pages: list[PageRows]
) -> tuple[SheetPage, ...]:
    people = [(row.employee_id, row.name) for row in content.rows]
    return tuple(page_geometry(grid, page, people, len(people) + 1) for page in pages)


def _sign_off(content: AttendanceContent, grid: Grid) -> list[Row]:
    dated = f"{content.place}, {long_date(content.held_on)}"
    if content.chair is None:
        block = SignatureBlock(opening=(dated,), titles=("Penanggung Jawab,",), name=UNKNOWN_CHAIR)
    else:
        block = signature_block(content.chair, content.profile, OTHER, opening=(dated,))
    wide = (grid.right - SIGN_OFF_LEFT) * mm
    return block_rows(block, content.profile, wide, PLAIN, size=SIGN_OFF_SIZE)


def _draw_codes(canvas: Canvas, grid: Grid, code: str, page: int, pages: int) -> None:
    """The code at the top right with its text for people, and the small one at the foot."""
    text = page_code(code, page, pages)
    left, size = (grid.right - measures.QR) * mm, measures.QR
    draw_qr(canvas, text, left, (grid.height - measures.QR_TOP - size) * mm, size * mm)
    small = measures.FOOT_QR
    lower = grid.height - grid.table_bottom - measures.FOOT_QR_GAP - small
    draw_qr(canvas, text + FOOT_MARK, (grid.right - small) * mm, lower * mm, small * mm)
    canvas.saveState()
    canvas.setFillGray(CODE_GREY)
    canvas.setFont(family(PLAIN).regular, CODE_SIZE)
    middle = (grid.right - measures.QR / 2) * mm
    baseline = (grid.height - measures.CODE_BASELINE) * mm
    canvas.drawCentredString(middle, baseline, spoken_code(code, page))
    canvas.restoreState()
