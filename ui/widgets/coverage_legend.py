"""The legend of the coverage board: each state with its sign, its word and its ground."""

import tkinter

from census_desk.coverage.steps import STATE_NAMES, State
from census_desk.words import _
from ui import theme
from ui.presenters.signs import SIGNS
from ui.widgets.mark_cells import tones
from ui.widgets.painted import Painted

PAD = 6


class Legend(Painted):
    """One line; it takes no keyboard."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.canvas.configure(takefocus=0, height=self._tall())

    def fonts_changed(self) -> None:
        """As high as a line of the new type."""
        self.canvas.configure(height=self._tall())
        super().fonts_changed()

    def paint(self) -> None:
        """Every state beside the next."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        left, tall = 0, self._tall()
        for state in State:
            ground, ink = tones(state)
            words = f"{SIGNS[state]} {_(STATE_NAMES[state])}"
            wide = self.measure(words, theme.SMALL_FONT) + 2 * PAD
            self.canvas.create_rectangle(
                left, 1, left + wide, tall - 1, outline=colours.line, fill=ground or colours.ground
            )
            self.canvas.create_text(
                left + PAD,
                tall // 2,
                text=words,
                anchor="w",
                font=theme.SMALL_FONT,
                fill=ink,
            )
            left += wide + PAD

    def _tall(self) -> int:
        return self.line(theme.SMALL_FONT) + PAD
