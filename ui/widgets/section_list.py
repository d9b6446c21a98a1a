"""A short list of sections: arrows move, Enter or Space (or a click) shows one."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from ui import theme
from ui.widgets.scrolled import Scrolled


class SectionList(ttk.Frame):
    """`entries` are (id, text, icon); the chosen one is told by colour and a bar at its left."""

    def __init__(
        self,
        parent: tkinter.Misc,
        entries: Sequence[tuple[str, str, str]],
        show: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._show = show
        self.rowconfigure(0, weight=1)
        self.scrolled = Scrolled(self)
        self.scrolled.grid(row=0, column=0, sticky="ns")
        inside = self.scrolled.inside
        self._chosen = ttk.StringVar(self, entries[0][0])
        self._buttons: dict[str, ttk.Radiobutton] = {}
        self._bars: dict[str, tkinter.Frame] = {}
        self._anchored: set[str] = set()
        for row, (name, text, icon) in enumerate(entries):
            bar = tkinter.Frame(inside, width=3)
            bar.grid(row=row, column=0, sticky="ns", pady=1)
            button = ttk.Radiobutton(
                inside,
                text=text,
                icon=icon,
                compound="left",
                value=name,
                variable=self._chosen,
                bootstyle="primary ghost toolbutton",
                command=lambda name=name: self._show(name),
            )
            button.grid(row=row, column=1, sticky="ew", pady=1)
            button.bind("<FocusIn>", self._entered)
            button.bind("<Key-Down>", lambda e, name=name: self._step(name, 1))
            button.bind("<Key-Up>", lambda e, name=name: self._step(name, -1))
            button.bind("<FocusOut>", lambda e: self._paint())
            for key in ("Return", "KP_Enter"):
                button.bind(f"<Key-{key}>", lambda e, name=name: self._show(name))
            self._buttons[name], self._bars[name] = button, bar
        inside.columnconfigure(1, weight=1)
        inside.bind("<Configure>", self._fit_width, add="+")
        self.scrolled.wheel()
        self.bind("<<ThemeChanged>>", lambda e: self._paint())

    def mark(self, name: str) -> None:
        """Show which one is in front."""
        self._chosen.set(name)
        self._paint()

    def focus_list(self) -> None:
        """Take the keyboard at the chosen one."""
        self._buttons[self._chosen.get()].focus_set()

    def _step(self, name: str, step: int) -> str:
        names = list(self._buttons)
        there = names[(names.index(name) + step) % len(names)]
        self._show(there)
        self._buttons[there].focus_set()
        return "break"

    def _entered(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.scrolled.see(event.widget)
        self._paint()

    def _fit_width(self, event: object) -> None:
        wanted = self.scrolled.inside.winfo_reqwidth()
        if int(self.scrolled.canvas.cget("width")) != wanted:
            self.scrolled.canvas.configure(width=wanted)

    def _paint(self) -> None:
        colours = theme.palette()
        focused = str(self.tk.call("focus"))
        for name, bar in self._bars.items():
            is_chosen = name == self._chosen.get()
            # Tab stops once, at the chosen one; arrows go on from there.
            self._buttons[name].configure(takefocus=int(is_chosen))
            ring = colours.text if str(self._buttons[name]) == focused else colours.primary
            bar.configure(background=ring if is_chosen else colours.ground)
            self._to_the_left(self._buttons[name])

    def _to_the_left(self, button: ttk.Radiobutton) -> None:
        """Anchor a button's words, once a style: each style set or configured costs every widget
        of the window a new layout, and a name put before a style of an icon grows with each set.
        """
        style = str(button.cget("style"))
        if style in self._anchored:
            return
        builder = ttk.Style.get_instance()
        assert builder is not None
        builder.configure(style, anchor="w")
        self._anchored.add(style)
