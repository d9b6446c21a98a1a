"""How one cell of a coverage board looks: its ground and ink, and the words there is room for."""

import re

from census_desk.coverage.steps import STATE_NAMES, Mark, State
from census_desk.words import _
from ui import theme
from ui.presenters.signs import SIGNS
from ui.widgets.painted import Painted

BETWEEN = " · "
FIGURE = re.compile(r"\d")


def tones(state: State) -> tuple[str, str]:
    """Ground and ink of a state; the sign and the words say the same."""
    colours = theme.palette()
    return {
        State.DONE: (colours.ok_ground, colours.success),
        State.PARTLY: (colours.warning_ground, colours.warning),
        State.UNDER_WAY: (colours.info_ground, colours.info),
        State.LATE: (colours.error_ground, colours.danger),
        State.MISSING: ("", colours.danger),
        State.NOT_NEEDED: ("", colours.quiet),
    }[state]


def mark_text(board: Painted, mark: Mark, room: int, font: str = "TkDefaultFont") -> str:
    """Sign and words; where they do not fit, the shortest that says no less than the truth.

    First without the last parts, then a number or day alone (the sign says what became of it),
    then the word of the state, at last cut with an ellipsis.
    """
    parts = mark.detail.split(BETWEEN)
    shorter = [BETWEEN.join(parts[:count]) for count in range(len(parts), 0, -1)]
    figures = _from_figure(parts[0])
    shorter += [figures] if figures else [_(STATE_NAMES[mark.state]).lower()]
    for words in shorter:
        text = f"{SIGNS[mark.state]} {words}"
        if board.measure(text, font) <= room:
            return text
    return board.fitted(f"{SIGNS[mark.state]} {parts[0]}", room, font)


def _from_figure(words: str) -> str:
    """`17/02` of "diterima 17/02"; "" where there is no figure, or nothing before it."""
    found = FIGURE.search(words)
    return words[found.start() :] if found and found.start() else ""
