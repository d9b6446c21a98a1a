"""Daftar hadir: printed straight on the canvas, read back later by its codes, squares and rules.

Without a code nothing is read back: so the benchmark draws the page as every other engine does.
"""

import io
from collections import Counter

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import long_date, number
from census_desk.letters.profile import OTHER
from census_desk.people import Sex
from census_desk.sessions.sheet import page_code, spoken_code
from reports.document import new_canvas
from reports.fonts import PLAIN, family
from reports.qr import draw_qr
from reports.sessions import grid as measures
from reports.sessions.content import AttendanceContent, AttendanceRow, PrintedSheet
from reports.sessions.grid import Grid, Line, PageRows, groups_by_page, page_geometry
from reports.sessions.head import Head
from reports.sessions.table import Table
from reports.signature import Row, SignatureBlock, block_rows, draw_rows, signature_block

__all__ = ["FOOT_MARK", "AttendanceContent", "AttendanceRow", "PrintedSheet", "attendance_sheet"]

FOOT_MARK = "B"  # "bawah": added to the text of the second code, so that a reader knows its place
CODE_SIZE, CODE_GREY = 6.5, 0.35
SIGN_OFF_SIZE, SIGN_OFF_GAP, SIGN_OFF_LEFT = 10.5, 5.0, 112.0
NAMELESS_ROWS = 14  # with the chair's block still on the page
COUNT_SIZE, COUNT_LEADING, COUNT_LABEL = 10.0, 5.2, 20.0
UNKNOWN_CHAIR = "…………………………………………"


def attendance_sheet(content: AttendanceContent) -> PrintedSheet:
    """Print a list; DoesNotFit names the person or field that is too long, never cuts it."""
    grid = measures.GRIDS[content.paper]
    groups = _groups(content)
    lines = [line for _name, rows in groups for line in rows]
    head, table = Head(content, grid, groups[0][0]), Table(content, grid, lines)
    signed = _sign_off(content, grid)
    room = SIGN_OFF_GAP + signed[-1].lower / mm + 1
    sizes = [(name, len(rows)) for name, rows in groups]
    pages = groups_by_page(sizes, grid, head.first_row_top(), room)
    target = io.BytesIO()
    canvas = new_canvas(target, (grid.width * mm, grid.height * mm), title="Daftar Hadir")
    for page in pages:
        table.frame(canvas, page)  # stored before the page begins
        if page.page == 1:
            head.draw_first(canvas)
        else:
            head.draw_later(canvas, page.page, page.group)
        table.draw(canvas, page)
        if content.code:
            _draw_codes(canvas, grid, content.code, page.page, len(pages))
        if page is pages[-1]:
            _draw_end(canvas, grid, page, content, signed)
        canvas.showPage()
    canvas.save()
    geometry = tuple(page_geometry(grid, page, lines) for page in pages)
    return PrintedSheet(pdf=target.getvalue(), pages=geometry)


def _groups(content: AttendanceContent) -> list[tuple[str, list[Line]]]:
    """The rows unit by unit, empty ones at the end of each; walk-in slots count on."""
    groups: list[tuple[str, list[Line]]] = []
    for row in content.rows:
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        line = Line(employee_id=row.employee_id, key=row.key, name=row.name)
        groups[-1][1].append(line)
    slot = 0
    groups += [(name, []) for name in content.nameless]
    groups = groups or [("", [])]
    for name, lines in groups:
        for _each in range(NAMELESS_ROWS if name in content.nameless else content.walk_ins):
            slot += 1
            lines.append(Line(walk_in=slot))
    return groups


def _draw_end(
    canvas: Canvas, grid: Grid, page: PageRows, content: AttendanceContent, signed: list[Row]
) -> None:
    """The chair's block under the last row, and at its left who is counted as L and P."""
    top = page.top + page.count * grid.row + SIGN_OFF_GAP
    draw_rows(canvas, signed, SIGN_OFF_LEFT * mm, (grid.height - top) * mm)
    canvas.setFont(family(PLAIN).regular, COUNT_SIZE)
    for place, (label, value) in enumerate(_counts(content)):
        y = (grid.height - top - COUNT_LEADING * (place + 0.75)) * mm
        canvas.drawString(grid.left * mm, y, label)
        canvas.drawString((grid.left + COUNT_LABEL) * mm, y, f": {value}")


def _counts(content: AttendanceContent) -> list[tuple[str, str]]:
    """Who was invited, men and women apart where known; who came is for the pen."""
    counted = []
    if content.rows:
        sexes = Counter(row.sex for row in content.rows)
        men, women = sexes[Sex.MALE], sexes[Sex.FEMALE]
        apart = f" (L {number(men)}, P {number(women)})" if men + women else ""
        counted.append(("Diundang", f"{number(len(content.rows))} orang{apart}"))
    return [*counted, ("Hadir", "L .......... P .......... jumlah ..........")]


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
