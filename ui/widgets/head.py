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
        self._shown: list[tuple[str, str]] = []
        self._buttons: list[ttk.Button] = []

    def show(self, title: str, facts: str, commands: Sequence[Command]) -> None:
        """Show these; buttons are made anew only when they are others."""
        self._title.configure(text=title)
        self._facts.configure(text=facts)
        wanted = [(command.id, command.text) for command in commands]
        if wanted != self._shown:
            self._make(commands)
            self._shown = wanted
        for button, command in zip(self._buttons, commands, strict=True):
            button.configure(command=command.run)
            state = "!disabled" if command.enabled() else "disabled"
            button.state([state])

    def focus_pane(self) -> None:
        """F6 leads to the first button that can be pressed."""
        for button in self._buttons:
            if not button.instate(["disabled"]):
                button.focus_set()
                return

    def _make(self, commands: Sequence[Command]) -> None:
        for button in self._buttons:
            button.destroy()
        self._buttons = []
        for column, command in enumerate(commands):
            text = f"{command.text}  {command.key_text}".rstrip()
            icon = {"icon": command.icon} if command.icon else {}
            button = ttk.Button(
                self._toolbar,
                text=text,
                bootstyle=STYLES[command.toolbar],
                command=command.run,
                **icon,
            )
            button.grid(row=0, column=column, padx=(theme.GAP, 0))
            self._buttons.append(button)
