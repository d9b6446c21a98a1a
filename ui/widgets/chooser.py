"""Choosing one of many by typing part of its name: 43 OPD are found with three letters."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.forms import Choice
from ui.widgets.inputs import Input
from ui.widgets.keyboard import has_focus
from ui.widgets.popup import Popup

ROWS = 9


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that hold every typed word, those that begin with the text first."""
    words = typed.casefold().split()
    found = [c for c in choices if all(word in c.label.casefold() for word in words)]
    return sorted(found, key=lambda c: not c.label.casefold().startswith(typed.casefold().strip()))


class Chooser(Input):
    """A field that lists what fits while one types; keeps the key, shows the label.

    Down or the button opens the list, Enter takes the marked entry, Esc leaves all as it was.
    With `free` a code that is in no list is kept as typed: digits and points without a word.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        changed: Callable[[], object] = lambda: None,
        *,
        choices: Callable[[], Sequence[Choice]],
        label_of: Callable[[str], str] = lambda key: key,
        may_be_empty: bool = True,
        free: bool = False,
    ) -> None:
        super().__init__(parent, changed)
        self._free = free
        self._choices = choices
        self._label_of = label_of
        self._may_be_empty = may_be_empty
        self._key = ""
        self._popup: Popup | None = None
        self._list: tkinter.Listbox | None = None
        self._found: list[Choice] = []
        self._enabled = True
        self.text = ttk.StringVar(self)
        self._quiet = False
        self.text.trace_add("write", self._typed)
        self.entry = ttk.Entry(self, textvariable=self.text)
        self.entry.grid(row=0, column=0, sticky="ew")
        self.button = ttk.Button(
            self,
            icon="chevron-down",
            icon_only=True,
            bootstyle="secondary ghost",
            takefocus=False,
            command=self._button_pressed,
        )
        self.button.grid(row=0, column=1)
        self._bind_keys()

    def get(self) -> str:
        return self._key

    def set(self, text: str) -> None:
        self._key = text
        self._put(self._label(text))

    def focus_input(self) -> None:
        self.entry.focus_set()
        self.entry.selection_range(0, "end")

    def mark(self, wrong: bool) -> None:
        self.entry.state(["invalid" if wrong else "!invalid"])

    def enable(self, enabled: bool) -> None:
        self._enabled = enabled
        self.entry.configure(state="normal" if enabled else "readonly")
        self.button.state(["!disabled" if enabled else "disabled"])

    def settle(self) -> None:
        typed = self.text.get().strip()
        if typed == self._label(self._key):
            pass
        elif not typed and (self._may_be_empty or not self._key):
            self._take("")
        elif self._free and not any(map(str.isalpha, typed)):
            self._take(typed)
        elif self._popup is not None and self._found:
            self._take_marked()
        elif len(found := matching(self._choices(), typed)) == 1:
            self._take(found[0].key)
        else:
            self._put(self._label(self._key))
        self._close()

    def _label(self, key: str) -> str:
        for choice in self._choices() if not key else ():
            if choice.key == "":
                return choice.label
        return self._label_of(key) if key else ""

    def _bind_keys(self) -> None:
        entry = self.entry
        entry.bind("<Key-Down>", lambda e: self._step(1))
        entry.bind("<Key-Up>", lambda e: self._step(-1))
        entry.bind("<Key-Next>", lambda e: self._step(ROWS))
        entry.bind("<Key-Prior>", lambda e: self._step(-ROWS))
        entry.bind("<Key-Return>", self._enter)
        entry.bind("<Key-Escape>", self._escape)
        entry.bind("<FocusOut>", self._left)
        entry.bind("<Unmap>", lambda e: self._close())
        entry.bind("<Button-1>", self._clicked, add="+")

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if self._enabled and self._popup is None and has_focus(self.entry):
            self._open("")

    def _button_pressed(self) -> None:
        if self._popup is not None:
            self._close()
        elif self._enabled:
            self.focus_input()
            self._open("")

    def _typed(self, *_names: str) -> None:
        """A person changed the text (KeyRelease carries no letter on X11, so the text tells)."""
        if not self._quiet and self._enabled:
            self._open(self.text.get())

    def _put(self, text: str) -> None:
        self._quiet = True
        self.text.set(text)
        self._quiet = False

    def _step(self, step: int) -> str:
        if not self._enabled:
            return "break"
        if self._popup is None:
            self._open("")
        elif self._list is not None and self._found:
            here = self._list.curselection()
            start = int(here[0]) if here else -1
            self._mark_row(max(0, min(len(self._found) - 1, start + step)))
        return "break"

    def _enter(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        if self._popup is None:
            return None
        self._take_marked()
        self._close()
        return "break"

    def _escape(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        if self._popup is None:
            return None
        self._put(self._label(self._key))
        self._close()
        return "break"

    def _left(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if self._list is None or not has_focus(self._list):
            self.settle()

    def _open(self, typed: str) -> None:
        self._found = matching(self._choices(), typed)
        if self._popup is None:
            self._make_popup()
        assert self._list is not None and self._popup is not None
        self._list.delete(0, "end")
        for choice in self._found:
            self._list.insert("end", choice.label)
        self._list.configure(height=max(1, min(ROWS, len(self._found))))
        if not self._found:
            self._list.insert("end", _("Tidak ada yang cocok."))
        current = next((i for i, c in enumerate(self._found) if c.key == self._key), 0)
        if self._found:
            self._mark_row(0 if typed else current)
        self._popup.open(self.winfo_width())

    def _make_popup(self) -> None:
        colours = theme.palette()
        self._popup = Popup(self, self._closed)
        rows = tkinter.Listbox(
            self._popup.body,
            activestyle="none",
            bd=0,
            highlightthickness=0,
            exportselection=False,
            takefocus=False,
            font="TkDefaultFont",
            background=colours.ground,
            foreground=colours.text,
            selectbackground=colours.chosen,
            selectforeground=colours.chosen_text,
        )
        bar = ttk.Scrollbar(self._popup.body, orient="vertical", command=rows.yview)
        rows.configure(yscrollcommand=bar.set)
        rows.pack(side="left", fill="both", expand=True, padx=4, pady=4)
        bar.pack(side="right", fill="y")
        rows.bind("<Button-1>", self._picked)
        self._list = rows

    def _picked(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        assert self._list is not None
        place = self._list.nearest(event.y)
        if 0 <= place < len(self._found):
            self._mark_row(place)
            self._take_marked()
        self._close()
        self.entry.focus_set()
        return "break"

    def _mark_row(self, place: int) -> None:
        assert self._list is not None
        self._list.selection_clear(0, "end")
        self._list.selection_set(place)
        self._list.see(place)

    def _take_marked(self) -> None:
        assert self._list is not None
        chosen = self._list.curselection()
        if chosen and self._found:
            self._take(self._found[int(chosen[0])].key)

    def _take(self, key: str) -> None:
        before, self._key = self._key, key
        self._put(self._label(key))
        self.entry.icursor("end")
        if key != before:
            self.changed()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.close()

    def _closed(self) -> None:
        self._popup = self._list = None
