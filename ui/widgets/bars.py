"""The lines of words around a page: banners, the message bar and the status bar."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from ui import theme

ICONS = {
    "ok": "check-circle",
    "info": "info-circle",
    "warning": "exclamation-triangle",
    "error": "x-circle",
}
STAYS_MS = {"ok": 8_000, "info": 8_000, "warning": 15_000}


class WordBar(tkinter.Frame):
    """A coloured line with icon, sentence and buttons; colour, icon and words say the same."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bd=0)
        self.kind = "info"
        self._label = tkinter.Label(
            self, anchor="w", justify="left", compound="left", padx=12, pady=3
        )
        self._label.pack(side="left", fill="both", expand=True)
        self._buttons: list[ttk.Button] = []
        self.bind("<<ThemeChanged>>", lambda e: self._recolour())
        self.bind("<Configure>", self._rewrap)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return str(self._label.cget("text")).strip()

    def fill(self, text: str, kind: str, *actions: tuple[str, Callable[[], object]]) -> None:
        """Put a sentence in, with buttons behind it."""
        for button in self._buttons:
            button.destroy()
        self.kind = kind
        self._label.configure(text=f"  {text}")
        self._buttons = [self._button(*action) for action in reversed(actions)]
        self._recolour()

    def _button(self, text: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self, text=text, bootstyle="secondary outline", command=run)
        button.configure(padding=(8, 1))
        button.pack(side="right", padx=(0, theme.GAP), pady=3)
        return button

    def _recolour(self) -> None:
        colours = theme.palette()
        ground = getattr(colours, f"{self.kind}_ground")
        self.configure(background=ground)
        icon = ttk.Icon(ICONS[self.kind], 16, colours.text)
        self._label.configure(background=ground, foreground=colours.text, image=icon)

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        buttons = sum(button.winfo_reqwidth() + theme.GAP for button in self._buttons)
        self._label.configure(wraplength=max(120, event.width - buttons - 64))


class MessageBar(WordBar):
    """Shows the last sentence for a while; failures stay until the next one or Esc."""

    def __init__(self, parent: tkinter.Misc, close_text: str) -> None:
        super().__init__(parent)
        self._close_text = close_text
        self._leaving = ""

    def say(
        self, text: str, kind: str, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence."""
        self._stop()
        actions = [self._closing(action)] if action else []
        self.fill(text, kind, *actions, (self._close_text, self.hide))
        self.grid()
        if kind in STAYS_MS:
            self._leaving = self.after(STAYS_MS[kind], self.hide)

    def hide(self) -> None:
        """Take it away."""
        self._stop()
        self.grid_remove()

    def destroy(self) -> None:
        """Cancel what waits."""
        self._stop()
        super().destroy()

    def _closing(self, action: tuple[str, Callable[[], object]]) -> tuple[str, Callable[[], None]]:
        def run() -> None:
            self.hide()
            action[1]()

        return action[0], run

    def _stop(self) -> None:
        if self._leaving:
            self.after_cancel(self._leaving)
            self._leaving = ""


class StatusBar(tkinter.Frame):
    """Left: whether all is saved. Right: register, last backup, working day."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bd=0)
        self._saved = tkinter.Label(self, anchor="w", padx=16, pady=5)
        self._saved.pack(side="left")
        self._facts = tkinter.Label(self, anchor="e", padx=16, pady=5)
        self._facts.pack(side="right")
        self._good = True
        self._parts: list[str] = []
        self.bind("<Configure>", lambda e: self._fit())
        self.bind("<<ThemeChanged>>", lambda e: self._recolour())
        self._recolour()

    def saved(self, text: str, *, good: bool = True) -> None:
        """`✓ Tersimpan 09.41`, or why not."""
        self._good = good
        self._saved.configure(text=text)
        self._recolour()

    def facts(self, *parts: str) -> None:
        """What stands at the right, with points between."""
        self._parts = [part for part in parts if part]
        self._fit()

    def _fit(self) -> None:
        """Leave out the first facts where the window is too narrow for all; none is cut."""
        for first in range(len(self._parts) + 1):
            self._facts.configure(text="   ·   ".join(self._parts[first:]))
            room = self.winfo_width() - self._saved.winfo_reqwidth()
            if self.winfo_width() <= 1 or self._facts.winfo_reqwidth() <= room:
                return

    @property
    def text(self) -> str:
        """Both ends, for tests and for reading aloud."""
        return f"{self._saved.cget('text')} | {self._facts.cget('text')}"

    def _recolour(self) -> None:
        colours = theme.palette()
        self.configure(background=colours.chrome)
        colour = colours.success if self._good else colours.danger
        self._saved.configure(background=colours.chrome, foreground=colour)
        self._facts.configure(background=colours.chrome, foreground=colours.quiet)
