"""A row of buttons that goes on in a second line where the window is too narrow for all."""

import tkinter

import ttkbootstrap as ttk

from ui import theme


class WrapRow(ttk.Frame):
    """Make the buttons as children, then `add` them; they keep their order."""

    def __init__(self, parent: tkinter.Misc, *, gap: int = theme.GAP // 2) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[tkinter.Widget] = []
        self._lines: list[ttk.Frame] = []
        self._wide = 0
        self.bind("<Configure>", self._resized)

    def add(self, widget: tkinter.Widget) -> None:
        """Put a widget behind those that are there."""
        self._widgets.append(widget)
        self._arrange(max(1, self._wide))

    def arrange(self) -> None:
        """A widget's words changed: see anew what fits."""
        self._arrange(max(1, self.winfo_width()))

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self and event.width != self._wide:
            self._wide = event.width
            self._arrange(event.width)

    def _arrange(self, wide: int) -> None:
        x = line = 0
        for widget in self._widgets:
            needs = widget.winfo_reqwidth() + self._gap
            if x and x + needs > wide > 1:
                x, line = 0, line + 1
            while len(self._lines) <= line:
                self._lines.append(ttk.Frame(self))
            widget.pack(in_=self._lines[line], side="left", padx=(0, self._gap))
            widget.lift()  # a line made later than its buttons would hide them
            x += needs
        for number, each in enumerate(self._lines):
            if number <= line:
                each.pack(fill="x", pady=(self._gap if number else 0, 0))
            else:
                each.pack_forget()
