"""The six cells of one row of the coverage board beside each other: step above, mark below."""

from collections.abc import Mapping

from census_desk.coverage.steps import STEP_NAMES, Mark, Step
from census_desk.words import _
from ui import theme
from ui.widgets.mark_cells import mark_text, tones
from ui.widgets.painted import Painted

PAD = 6
LEAST_EMS = 15  # of one cell; in a narrower page the cells stand in two rows
AFTER = 12


def paint_marks(board: Painted, marks: Mapping[Step, Mark], wide: int) -> int:
    """Draw them at the top of a canvas; answers where they end."""
    across = len(Step)
    if wide // across < theme.ems(board, LEAST_EMS):
        across //= 2
    each = wide // across
    tall = board.line(theme.SMALL_FONT) + board.line() + 3 * PAD
    for place, step in enumerate(Step):
        left, top = (place % across) * each, (place // across) * (tall + PAD)
        _paint_cell(board, step, marks[step], (left, top, left + each - PAD, top + tall))
    rows = (len(Step) + across - 1) // across
    return rows * (tall + PAD) + AFTER


def _paint_cell(board: Painted, step: Step, mark: Mark, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    colours = theme.palette()
    ground, ink = tones(mark.state)
    board.canvas.create_rectangle(*box, outline=colours.line, fill=ground or colours.ground)
    room = right - left - 2 * PAD
    board.canvas.create_text(
        left + PAD,
        top + PAD,
        text=board.fitted(_(STEP_NAMES[step]), room, theme.SMALL_FONT),
        anchor="nw",
        font=theme.SMALL_FONT,
        fill=colours.quiet,
    )
    board.canvas.create_text(
        left + PAD, bottom - PAD, text=mark_text(board, mark, room), anchor="sw", fill=ink
    )
