"""A small panel over the window under a field: no window of its own, so the focus stays put."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from ui import theme


class Popup(tkinter.Frame):
    """Placed in the window below `field` (above it when there is no room)."""

    def __init__(self, field: tkinter.Misc, on_close: Callable[[], object] = lambda: None) -> None:
        super().__init__(field.winfo_toplevel(), highlightthickness=1, bd=0)
        colours = theme.palette()
        self.configure(background=colours.ground, highlightbackground=colours.quiet)
        self._field = field
        self._on_close = on_close
        self.body = ttk.Frame(self)
        self.body.pack(fill="both", expand=True)

    def open(self, width: int = 0) -> None:
        """Show it; at least as wide as the field."""
        window = self.winfo_toplevel()
        self.update_idletasks()
        wide = max(width, self.winfo_reqwidth())
        high = self.winfo_reqheight()
        x = self._field.winfo_rootx() - window.winfo_rootx()
        under = self._field.winfo_rooty() - window.winfo_rooty() + self._field.winfo_height()
        x = max(0, min(x, window.winfo_width() - wide - theme.GAP))
        y = under
        if under + high > window.winfo_height():
            y = max(0, under - self._field.winfo_height() - high)
        self.place(x=x, y=y, width=wide)
        self.lift()

    def close(self) -> None:
        """Take it away."""
        if self.winfo_exists():
            self.destroy()
            self._on_close()
