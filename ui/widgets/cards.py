"""The row of figures: each card a button with a name, a figure and a note; Enter opens its page."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from ui import theme
from ui.presenters.home import Card
from ui.widgets.painted import Painted

PAD = 12
EDGE = 1


class Cards(ttk.Frame):
    """As many cards as the presenter says, side by side."""

    def __init__(self, parent: tkinter.Misc, *, on_open: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._on_open = on_open
        self.cards: list[CardView] = []

    def show(self, cards: Sequence[Card]) -> None:
        """Paint these; the widgets stay."""
        while len(self.cards) < len(cards):
            place = len(self.cards)
            view = CardView(self, self._on_open)
            view.grid(row=0, column=place, sticky="nsew", padx=(0 if not place else theme.GAP, 0))
            self.columnconfigure(place, weight=1, uniform="card")
            self.cards.append(view)
        for view, card in zip(self.cards, cards, strict=True):
            view.show(card)

    def be_low(self, is_low: bool) -> None:
        """Leave the notes out where a window is low."""
        for view in self.cards:
            view.be_low(is_low)


class CardView(Painted):
    """One card; the figure takes the largest type it fits in."""

    def __init__(self, parent: tkinter.Misc, on_open: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._is_low = False
        self._on_open = on_open
        self.canvas.configure(width=10, height=self.wanted_height, cursor="hand2")
        for name in ("<Button-1>", "<Key-Return>", "<Key-KP_Enter>", "<Key-space>"):
            self.canvas.bind(name, lambda event: self.open(), add="+")

    @property
    def wanted_height(self) -> int:
        """Pixels for the lines: name, figure, and the note unless the window is low."""
        lines = self.line() * (1 if self._is_low else 2)
        return lines + self.line(theme.FIGURE_FONT) + (PAD if self._is_low else 2 * PAD)

    def be_low(self, is_low: bool) -> None:
        """Leave the note out, or show it again."""
        if is_low != self._is_low:
            self._is_low = is_low
            self.canvas.configure(height=self.wanted_height)
            self.paint_soon()

    def show(self, card: Card) -> None:
        """Paint this one."""
        self._card = card
        self.canvas.configure(height=self.wanted_height)
        self.paint()

    def open(self) -> None:
        """Go to the page behind the figure."""
        if self._card is not None:
            self._on_open(self._card.page)

    def paint(self) -> None:
        """Draw border, name, figure and note."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        if self._card is None:
            return
        box = (0, 0, self.width - EDGE, self.height - EDGE)
        self.canvas.create_rectangle(*box, outline=colours.line)
        if self.has_focus:
            self.ring((0, 0, self.width, self.height))
        ink = getattr(colours, self._card.tone)
        top = PAD // 2 if self._is_low else PAD
        self._line(self._card.name, top, "TkDefaultFont", colours.quiet)
        at = top + self.line()
        font = self._figure_font(self._card.figure)
        middle = at + self.line(theme.FIGURE_FONT) // 2
        self.canvas.create_text(
            PAD, middle, text=self._card.figure, anchor="w", font=font, fill=colours.text
        )
        if not self._is_low:
            self._line(self._card.note, at + self.line(theme.FIGURE_FONT), "TkDefaultFont", ink)

    def _line(self, text: str, top: int, font: str, colour: str) -> None:
        room = self.width - 2 * PAD
        if self.measure(text, font) > room:
            font = theme.SMALL_FONT
        shown = self.fitted(text, room, font)
        self.canvas.create_text(PAD, top, text=shown, anchor="nw", font=font, fill=colour)

    def _figure_font(self, figure: str) -> str:
        fonts = (theme.FIGURE_FONT, theme.HEAD_FONT)
        room = self.width - 2 * PAD
        return next((f for f in fonts if self.measure(figure, f) <= room), theme.BOLD_FONT)
