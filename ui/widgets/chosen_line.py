"""A line under a table: the chosen row told whole, and what can be done with it."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from ui import theme

LEAST_EMS = 44  # words narrower than this would take many lines


class ChosenLine(ttk.Frame):
    """`tell(words)` shows them, wrapped; buttons stand at the right and follow `enable(names)`."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.columnconfigure(0, weight=1)
        self.told = ttk.Label(self, style="Quiet.TLabel", justify="left")
        self.told.grid(row=0, column=0, sticky="ew", pady=theme.GAP // 2)
        self._right = ttk.Frame(self)
        self._right.grid(row=0, column=1, sticky="ne")
        self.buttons: dict[str, ttk.Button] = {}
        self.bind("<Configure>", self._rewrap)

    def add_button(self, name: str, text: str, icon: str, run: Callable[[], object]) -> None:
        """A button for the chosen row."""
        button = ttk.Button(
            self._right, text=text, icon=icon, bootstyle="secondary outline", command=run
        )
        button.pack(side="left", padx=(theme.GAP // 2, 0))
        self.buttons[name] = button

    def tell(self, words: str) -> None:
        """The row in words, "" for none."""
        self.told.configure(text=words)

    def enable(self, name: str, can: bool) -> None:
        """Whether a button can be pressed now."""
        self.buttons[name].state(["!disabled" if can else "disabled"])

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        """Words beside the buttons; where these leave too little room, above them."""
        if event.widget is not self:
            return
        room = event.width - self._right.winfo_reqwidth() - theme.GAP
        is_narrow = room < theme.ems(self, LEAST_EMS)
        self._right.grid(row=1 if is_narrow else 0, column=0 if is_narrow else 1)
        self.told.grid(columnspan=2 if is_narrow else 1)
        self._right.grid(columnspan=2 if is_narrow else 1)
        self.told.configure(wraplength=event.width if is_narrow else max(160, room))
