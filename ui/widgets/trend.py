"""A small trend of recaps on a canvas: a bar for each, how many under it, the whole as outline."""

from collections.abc import Sequence

from census_desk.indonesian import number
from ui import theme
from ui.presenters.office_page import Point
from ui.widgets.painted import Painted

MOST_POINTS = 8  # the newest; older ones stand in the lines below
BAR_LINES = 3  # of text: how high a full bar is
WIDEST_EMS = 9
GAP = 6


def trend_height(board: Painted) -> int:
    """Pixels the trend takes with its words."""
    return BAR_LINES * board.line() + 2 * board.line(theme.SMALL_FONT) + 3 * GAP


def paint_trend(board: Painted, points: Sequence[Point], left: int, top: int, right: int) -> None:
    """Draw the newest points from left to right; each says its count and its day."""
    points = points[-MOST_POINTS:]
    colours = theme.palette()
    small = board.line(theme.SMALL_FONT)
    each = min((right - left) // len(points), theme.ems(board, WIDEST_EMS))
    tall = BAR_LINES * board.line()
    for place, point in enumerate(points):
        x = left + place * each
        middle = x + each // 2
        base = top + small + tall + GAP
        filled = round(tall * min(1.0, point.done / point.whole)) if point.whole else 0
        board.canvas.create_rectangle(
            x + GAP, base - tall, x + each - GAP, base, outline=colours.line, fill=colours.stripe
        )
        if filled:
            board.canvas.create_rectangle(
                x + GAP, base - filled, x + each - GAP, base, width=0, fill=colours.primary
            )
        for text, y, anchor, ink in (
            (number(point.done), base - tall - 2, "s", colours.text),
            (f"{point.on:%d/%m}", base + 2, "n", colours.quiet),
        ):
            board.canvas.create_text(
                middle, y, text=text, anchor=anchor, font=theme.SMALL_FONT, fill=ink
            )
