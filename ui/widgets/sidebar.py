"""The sidebar: name of the desk, the pages, and at its foot settings and help."""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from ui import theme
from ui.widgets.keyboard import has_focus

WIDE_EMS, SLIM_EMS = 27, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class NavEntry:
    """One line of the sidebar."""

    id: str
    text: str
    icon: str
    keys: str = ""
    at_foot: bool = False


class Sidebar(tkinter.Frame):
    """Arrows move, Enter or Space goes there; a bar beside the line is the focus ring."""

    def __init__(
        self, parent: tkinter.Misc, entries: Sequence[NavEntry], go: Callable[[str], object]
    ) -> None:
        super().__init__(parent, bd=0)
        self._go = go
        self._lines: dict[str, _Line] = {}
        self._slim = False
        self.grid_propagate(False)
        self.columnconfigure(0, weight=1)
        self._title = tkinter.Label(self, font=theme.HEAD_FONT, anchor="w", text="Census Desk")
        self._title.grid(row=0, column=0, sticky="ew", padx=18, pady=(16, 0))
        self._facts = tkinter.Label(self, anchor="nw", justify="left", font=theme.SMALL_FONT)
        self._facts.grid(row=1, column=0, sticky="ew", padx=18, pady=(2, 12))
        feet = [entry for entry in entries if entry.at_foot]
        for row, entry in enumerate([e for e in entries if not e.at_foot] + feet, 2):
            if feet and entry is feet[0]:
                self.rowconfigure(row, weight=1)
                tkinter.Frame(self, height=1, bd=0).grid(row=row, column=0)
            line = _Line(self, entry, go, self._step)
            place = row + 1 if entry in feet else row
            line.grid(row=place, column=0, sticky="ew", padx=10, pady=1)
            self._lines[entry.id] = line
        self.grid_rowconfigure(len(entries) + 3, minsize=theme.GAP)
        self.bind("<<ThemeChanged>>", lambda e: self._recolour())
        self._resize()
        self._recolour()

    def say(self, facts: str) -> None:
        """The grey line under the name."""
        self._facts.configure(text=facts, wraplength=theme.ems(self, WIDE_EMS - 5))

    def mark(self, page: str) -> None:
        """Show which page is in front."""
        for name, line in self._lines.items():
            line.choose(name == page)

    def count(self, page: str, text: str) -> None:
        """A small number behind a page's name."""
        if page in self._lines:
            self._lines[page].count(text)

    def slim(self, slim: bool) -> None:
        """Icons only, or with words."""
        if slim == self._slim:
            return
        self._slim = slim
        for line in self._lines.values():
            line.slim(slim)
        for label in (self._title, self._facts):
            label.grid_remove() if slim else label.grid()
        self._resize()

    def focus_sidebar(self) -> None:
        """Take the keyboard at the chosen line."""
        chosen = next((line for line in self._lines.values() if line.chosen), None)
        (chosen or next(iter(self._lines.values()))).focus_set()

    def measure_anew(self) -> None:
        """The font size changed."""
        self._resize()

    def _resize(self) -> None:
        self.configure(width=theme.ems(self, SLIM_EMS if self._slim else WIDE_EMS))

    def _step(self, line: "_Line", step: int) -> None:
        lines = list(self._lines.values())
        lines[(lines.index(line) + step) % len(lines)].focus_set()

    def _recolour(self) -> None:
        colours = theme.palette()
        self.configure(background=colours.chrome)
        self._title.configure(background=colours.chrome, foreground=colours.text)
        self._facts.configure(background=colours.chrome, foreground=colours.quiet)
        for child in self.winfo_children():
            if isinstance(child, tkinter.Frame) and not isinstance(child, _Line):
                child.configure(background=colours.chrome)
        for line in self._lines.values():
            line.recolour()


class _Line(tkinter.Frame):
    def __init__(
        self,
        parent: tkinter.Misc,
        entry: NavEntry,
        go: Callable[[str], object],
        step: Callable[["_Line", int], None],
    ) -> None:
        super().__init__(parent, bd=0, takefocus=True)
        self._entry = entry
        self._count = ""
        self._slim = False
        self._over = False
        self.chosen = False
        self._bar = tkinter.Frame(self, width=3, bd=0)
        self._bar.pack(side="left", fill="y")
        self._label = tkinter.Label(self, anchor="w", compound="left", padx=8, pady=7)
        self._label.pack(side="left", fill="both", expand=True)
        ttk.ToolTip(self._label, text=f"{entry.text}  {entry.keys}".strip())
        for sequence in ("<Key-Return>", "<Key-space>", "<Key-KP_Enter>"):
            self.bind(sequence, lambda e: go(entry.id))
        self.bind("<Key-Down>", lambda e: step(self, 1))
        self.bind("<Key-Up>", lambda e: step(self, -1))
        for sequence in ("<FocusIn>", "<FocusOut>"):
            self.bind(sequence, lambda e: self.recolour())
        self._label.bind("<Button-1>", lambda e: go(entry.id))
        self._label.bind("<Enter>", lambda e: self._hover(True), add="+")
        self._label.bind("<Leave>", lambda e: self._hover(False), add="+")

    def choose(self, chosen: bool) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.recolour()

    def count(self, text: str) -> None:
        self._count = text
        self.recolour()

    def slim(self, slim: bool) -> None:
        self._slim = slim
        self.recolour()

    def recolour(self) -> None:
        if not self.winfo_exists():
            return
        colours = theme.palette()
        ground = colours.chosen if self.chosen else colours.chrome
        if self._over and not self.chosen:
            ground = colours.line
        text = colours.chosen_text if self.chosen else colours.nav
        focused = has_focus(self)
        self.configure(background=ground)
        self._bar.configure(background=colours.primary if focused else ground)
        # Tk leaves the padding out of a label without any text.
        words = " " if self._slim else f"   {self._entry.text}"
        if self._count and not self._slim:
            words += f"   ({self._count})"
        self._label.configure(
            image=ttk.Icon(self._entry.icon, 18, text),
            text=words,
            pady=theme.GAP + 3 if self._slim else 7,
            background=ground,
            foreground=text,
        )

    def _hover(self, over: bool) -> None:
        self._over = over
        self.recolour()
