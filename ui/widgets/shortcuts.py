"""Every key of the command table, bound once for the window, before the widgets' own habits."""

import tkinter
from collections.abc import Callable, Mapping

from ui.commands import TYPING_KEYS, CommandTable, has_control, sequences
from ui.widgets.page import Page

CLASSES = ("Text", "TEntry", "Treeview", "TButton", "TCheckbutton", "Listbox", "TNotebook")
TYPING = ("Text", "TEntry", "Entry", "TCombobox", "TSpinbox")


class Shortcuts:
    """Turns key presses in the main window into commands of the page in front.

    `first` is asked before any command of its key; True means that the key is used up.
    """

    def __init__(
        self,
        root: tkinter.Tk,
        table: CommandTable,
        page: Callable[[], str],
        *,
        first: Mapping[str, Callable[[], bool]],
    ) -> None:
        self._root = root
        self._table = table
        self._page = page
        self._first = first
        self._bound: set[str] = set()

    def bind(self) -> None:
        """Bind the keys that are not bound yet; call after commands were added."""
        for key in (self._table.keys() | self._first.keys()) - self._bound:
            for sequence in sequences(key):
                self._root.bind(sequence, lambda e, key=key: self._pressed(e, key))
                # Widget classes see a key first: Ctrl+K in a text would cut the line.
                if has_control(key) and key not in TYPING_KEYS and key != "Esc":
                    for name in CLASSES:
                        self._root.bind_class(
                            name, sequence, lambda e, key=key: self._pressed(e, key), add=""
                        )
            self._bound.add(key)

    def follow(self, name: str, page: Page) -> None:
        """Another part of the page came to the front: its commands and keys from now on."""
        if page.commands_moved:
            page.commands_moved = False
            self._table.replace_page(name, page.commands())
            self.bind()

    def unbind(self) -> None:
        """Let go of all keys: the window is closed or made anew."""
        for key in self._bound:
            for sequence in sequences(key):
                self._root.unbind(sequence)
                if has_control(key) and key not in TYPING_KEYS and key != "Esc":
                    for name in CLASSES:
                        self._root.unbind_class(name, sequence)
        self._bound.clear()

    def _pressed(self, event: "tkinter.Event[tkinter.Misc]", key: str) -> str | None:
        widget = event.widget
        if not isinstance(widget, tkinter.Misc) or widget.winfo_toplevel() is not self._root:
            return None
        if key in self._first and self._first[key]():
            return "break"
        kind = widget.winfo_class()
        command = self._table.for_key(
            key, self._page(), in_table=kind == "Treeview", typing=kind in TYPING
        )
        if command is None:
            return None
        if command.enabled():
            command.run()
        return "break"
