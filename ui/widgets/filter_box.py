"""The filter above a table: waits 150 ms after the last letter, shows the count beside it."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme

WAIT_MS = 150


class FilterBox(ttk.Frame):
    """Label, field and count; Down leads into the table."""

    def __init__(
        self,
        parent: tkinter.Misc,
        changed: Callable[[str], object],
        *,
        on_down: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._changed = changed
        self._waiting = ""
        self._value = ttk.StringVar(self)
        label = ttk.Label(self, text=_("Saring"), icon="search", compound="left")
        label.grid(row=0, column=0, padx=(0, theme.GAP))
        self.entry = ttk.Entry(self, textvariable=self._value, width=28)
        self.entry.grid(row=0, column=1)
        self._count = ttk.Label(self, style="Quiet.TLabel")
        self._count.grid(row=0, column=2, padx=theme.GAP * 2)
        self._value.trace_add("write", lambda *_names: self._wait())
        self.entry.bind("<Key-Down>", lambda e: self._leave(on_down))
        self.entry.bind("<Key-Return>", lambda e: self._leave(on_down))

    @property
    def text(self) -> str:
        """What is typed."""
        return self._value.get()

    def clear(self) -> None:
        """Empty it, at once."""
        self._value.set("")
        self._now()

    def focus_box(self) -> None:
        """Take the keyboard."""
        self.entry.focus_set()
        self.entry.selection_range(0, "end")

    def show_count(self, text: str) -> None:
        """`413 dari 2.480`."""
        self._count.configure(text=text)

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._waiting:
            self.after_cancel(self._waiting)
            self._waiting = ""
        super().destroy()

    def _wait(self) -> None:
        if self._waiting:
            self.after_cancel(self._waiting)
        self._waiting = self.after(WAIT_MS, self._now)

    def _now(self) -> None:
        if self._waiting:
            self.after_cancel(self._waiting)
            self._waiting = ""
        self._changed(self._value.get())

    def _leave(self, on_down: Callable[[], object]) -> str:
        self._now()
        on_down()
        return "break"
