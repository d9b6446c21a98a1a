"""The head of a page: title, one line of facts, the page's own buttons."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from ui import theme
from ui.commands import Command

STYLES = {"primary": "primary", "secondary": "secondary outline", "ghost": "ghost"}


class Head(ttk.Frame):
    """Drawn by the window from the page's title, facts() and toolbar commands."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.columnconfigure(0, weight=1)
        self._title = ttk.Label(self, style="Title.TLabel")
        self._title.grid(row=0, column=0, sticky="w")
        self._facts = ttk.Label(self, style="Quiet.TLabel")
        self._facts.grid(row=1, column=0, sticky="w")
        self._toolbar = ttk.Frame(self)
        self._toolbar.grid(row=0, column=1, rowspan=2, sticky="e")
        self._commands: list[Command] = []
        self._shown: list[tuple[str, str]] = []
        self._buttons: list[ttk.Button] = []
        self.bind("<Configure>", lambda e: self._fit())

    def show(self, title: str, facts: str, commands: Sequence[Command]) -> None:
        """Show these; buttons are made anew only when they are others."""
        self._title.configure(text=title)
        self._facts.configure(text=facts)
        self._commands = list(commands)
        wanted = [(command.id, command.text) for command in commands]
        if wanted != self._shown:
            self._make()
            self._shown = wanted
        for button, command in zip(self._buttons, commands, strict=True):
            button.configure(command=command.run)
            button.state(["!disabled" if command.enabled() else "disabled"])
        self._fit()

    def focus_pane(self) -> None:
        """F6 leads to the first button that can be pressed."""
        for button in self._buttons:
            if not button.instate(["disabled"]):
                button.focus_set()
                return

    def _make(self) -> None:
        for button in self._buttons:
            button.destroy()
        self._buttons = []
        for column, command in enumerate(self._commands):
            icon = {"icon": command.icon} if command.icon else {}
            button = ttk.Button(
                self._toolbar,
                text=command.text,
                bootstyle=STYLES[command.toolbar],
                command=command.run,
                **icon,
            )
            button.grid(row=0, column=column, padx=(theme.GAP, 0))
            ttk.ToolTip(button, text=f"{command.text}  {command.key_text}".strip())
            self._buttons.append(button)

    def _fit(self) -> None:
        """Words and keys where there is room; then words; then words over a long line of facts;
        then icons for all but the main one."""
        title, facts = self._title.winfo_reqwidth(), self._facts.winfo_reqwidth()
        beside = max(title, facts)
        ways = ((_with_keys, beside), (_words, beside), (_words, title), (_icons, title))
        for texts, left in ways:
            for button, command in zip(self._buttons, self._commands, strict=True):
                button.configure(text=texts(command))
            if self.winfo_width() <= 1:
                return
            wide = sum(button.winfo_reqwidth() + theme.GAP for button in self._buttons)
            self._place_facts(below=beside + wide + theme.GAP > self.winfo_width())
            if left + wide + theme.GAP <= self.winfo_width():
                return

    def _place_facts(self, *, below: bool) -> None:
        """Facts too long to stand beside the buttons run under them."""
        self._toolbar.grid(rowspan=1 if below else 2)
        self._facts.grid(columnspan=2 if below else 1)
        self._facts.configure(wraplength=self.winfo_width() if below else 0)


def _with_keys(command: Command) -> str:
    return f"{command.text}  {command.key_text}".rstrip()


def _words(command: Command) -> str:
    return command.text


def _icons(command: Command) -> str:
    return "" if command.icon and command.toolbar != "primary" else command.text
