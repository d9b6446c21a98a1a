"""Cards with an opaque QR for the desk at the door: ten on an A4 sheet, to be cut apart."""

import io
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.document import new_canvas
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family
from reports.qr import draw_qr
from reports.text import lines_within

WIDE, HIGH = 210 * mm, 297 * mm
CARD = (85.6 * mm, 54 * mm)  # ISO/IEC 7810 ID-1, as badge holders take it
COLUMNS, ROWS = 2, 5
LEFT, TOP = (WIDE - COLUMNS * CARD[0]) / 2, HIGH - (HIGH - ROWS * CARD[1]) / 2
PAD, QR = 4.5 * mm, 24 * mm
QR_CLEAR = 4 * mm
HEAD_SIZE, NAME_SIZES, POST_SIZE, CODE_SIZE = 7.5, (12.0, 11.0, 10.0, 9.0, 8.0), 8.5, 7.0
LEADING = 1.22
MOST_NAME_LINES, MOST_POST_LINES, MOST_HEAD_LINES = 3, 3, 2
CUT_GREY, CODE_GREY = 0.75, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card: whose it is, what the QR holds, and the line above (the event, or the office)."""

    name: str
    post: str = ""
    code: str
    head: str
    foot: str = ""


def cards(made: tuple[Card, ...]) -> bytes:
    """The cards as PDF, ten a page; DoesNotFit names the person whose texts are too long."""
    target = io.BytesIO()
    canvas = new_canvas(target, (WIDE, HIGH), title="Kartu")
    for first in range(0, len(made), COLUMNS * ROWS):
        for place, card in enumerate(made[first : first + COLUMNS * ROWS]):
            left = LEFT + place % COLUMNS * CARD[0]
            top = TOP - place // COLUMNS * CARD[1]
            _draw(canvas, card, left, top)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, card: Card, left: float, top: float) -> None:
    fonts = family(PLAIN)
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(CUT_GREY)
    canvas.rect(left, top - CARD[1], *CARD)
    canvas.restoreState()
    inside = left + PAD
    y = top - PAD
    for line in _short(
        card.head, fonts.regular, HEAD_SIZE, CARD[0] - 2 * PAD, MOST_HEAD_LINES, card
    ):
        y -= HEAD_SIZE * LEADING
        canvas.setFont(fonts.regular, HEAD_SIZE)
        canvas.drawString(inside, y, line)
    draw_qr(canvas, card.code, inside, top - CARD[1] + PAD + 3 * mm, QR)
    canvas.saveState()
    canvas.setFillGray(CODE_GREY)
    canvas.setFont(fonts.regular, CODE_SIZE)
    spoken = f"{card.code[3:7]}-{card.code[7:11]} {card.code[11:]}"
    canvas.drawCentredString(inside + QR / 2, top - CARD[1] + PAD - 0.5 * mm, spoken)
    canvas.restoreState()
    _draw_person(canvas, card, inside + QR + QR_CLEAR, top - CARD[1] + PAD + 3 * mm + QR, left)


def _draw_person(canvas: Canvas, card: Card, x: float, y: float, left: float) -> None:
    fonts = family(PLAIN)
    room = left + CARD[0] - PAD - x
    lines, size = _name(card, room)
    for line in lines:
        y -= size * LEADING
        canvas.setFont(fonts.bold, size)
        canvas.drawString(x, y, line)
    y -= 1 * mm
    for line in _short(card.post, fonts.regular, POST_SIZE, room, MOST_POST_LINES, card):
        y -= POST_SIZE * LEADING
        canvas.setFont(fonts.regular, POST_SIZE)
        canvas.drawString(x, y, line)
    if card.foot:
        y -= 1 * mm
        for line in _short(card.foot, fonts.regular, HEAD_SIZE, room, MOST_HEAD_LINES, card):
            y -= HEAD_SIZE * LEADING
            canvas.setFont(fonts.regular, HEAD_SIZE)
            canvas.drawString(x, y, line)


def _name(card: Card, room: float) -> tuple[list[str], float]:
    face = family(PLAIN).bold
    for size in NAME_SIZES:
        try:
            lines = lines_within(card.name, face, size, room, card.name)
        except DoesNotFit:
            continue
        if len(lines) <= MOST_NAME_LINES:
            return lines, size
    raise DoesNotFit(card.name)


def _short(text: str, face: str, size: float, room: float, most: int, card: Card) -> list[str]:
    """At most so many lines; what is left out is told by an ellipsis (a card is no document)."""
    lines = lines_within(text, face, size, room, card.name)
    if len(lines) <= most:
        return lines
    kept = lines[: most - 1]
    words = lines[most - 1].split()
    last = " ".join(words[:-1]) if len(words) > 1 else words[0]
    return [*kept, f"{last}…"]
