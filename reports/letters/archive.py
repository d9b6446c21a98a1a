"""The archive mark at the foot of a letter's first page: a QR and its code, never a signature."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.words import _
from reports.fonts import PLAIN, family
from reports.layout import Page
from reports.letters.content import ArchiveMark
from reports.qr import draw_qr
from reports.text import checked

SIDE = 13 * mm
LIFT = 7 * mm  # of the QR's lower edge from the edge of the paper; printers reach to about 5 mm
TEXT_GAP = 2.5 * mm
CODE_SIZE, NOTE_SIZE = 8.0, 6.5
GREY = 0.35
ROOM = SIDE + 3 * mm  # what the mark takes where it stands above the foot of a TTE
WORDS = "Kode arsip"
NOTE = "Untuk mencocokkan naskah dengan arsip; bukan tanda tangan."


def draw_mark(canvas: Canvas, page: Page, mark: ArchiveMark, foot: float) -> None:
    """Draw the mark at the left margin; `foot` is what must stay free under it (points)."""
    fonts = family(PLAIN)
    lower = foot + LIFT if not foot else foot + 1 * mm
    draw_qr(canvas, mark.qr, page.left, lower, SIDE)
    left = page.left + SIDE + TEXT_GAP
    canvas.setFillGray(GREY)
    canvas.setFont(fonts.regular, NOTE_SIZE)
    canvas.drawString(left, lower + SIDE - NOTE_SIZE - 2, WORDS)
    canvas.drawString(left, lower + 3, NOTE)
    canvas.setFont(fonts.bold, CODE_SIZE)
    code = checked(mark.code, fonts.bold, _("Kode arsip"))
    canvas.drawString(left, lower + SIDE / 2 - CODE_SIZE * 0.36, code)
    canvas.setFillGray(0)
