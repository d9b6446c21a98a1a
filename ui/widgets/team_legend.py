"""Which team a colour of the plan's calendar is: a chip each with sign and words."""

import tkinter
from collections.abc import Sequence

from ui import theme
from ui.widgets.painted import Painted

EDGE = 4  # the coloured edge of a chip, pixels
PAD = 8


class TeamLegend(Painted):
    """`show(texts, note)`: a chip for each team, in as many lines as needed, then the note."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._note = ""
        self.canvas.configure(width=10, height=1, takefocus=0)

    def show(self, texts: Sequence[str], note: str = "") -> None:
        """Paint these, measured anew: the type may have another size by now."""
        self._texts, self._note = tuple(texts), note
        self.fonts_changed()

    def paint(self) -> None:
        """Chips from left to right, then on the next line."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        high = self.line(theme.SMALL_FONT) + PAD
        x = y = 0
        for place, text in enumerate(self._texts):
            text = self.fitted(text, max(40, self.width - 2 * PAD - EDGE), theme.SMALL_FONT)
            wide = self.measure(text, theme.SMALL_FONT) + 2 * PAD + EDGE
            if x and x + wide > self.width:
                x, y = 0, y + high + PAD // 2
            ground, edge = theme.team_colours(place)
            self.canvas.create_rectangle(x, y, x + wide, y + high, fill=ground, width=0)
            self.canvas.create_rectangle(x, y, x + EDGE, y + high, fill=edge, width=0)
            self.canvas.create_text(
                x + EDGE + PAD,
                y + high / 2,
                text=text,
                anchor="w",
                font=theme.SMALL_FONT,
                fill=colours.text,
            )
            x += wide + PAD
        if x and x + self.measure(self._note, theme.SMALL_FONT) > self.width:
            x, y = 0, y + high + PAD // 2
        self.canvas.create_text(
            x + PAD,
            y + high / 2,
            text=self._note,
            anchor="w",
            font=theme.SMALL_FONT,
            fill=colours.quiet,
        )
        wanted = y + high if self._texts else 1
        if int(self.canvas.cget("height")) != wanted:
            self.canvas.configure(height=wanted)
