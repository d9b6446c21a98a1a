"""Choosing several of many: type to add, the chosen ones stand below as words one can take out."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.forms import Choice
from ui.widgets.chooser import Chooser
from ui.widgets.inputs import Input

MOST_LINES = 5


class MultiChooser(Input):
    """Keys one a line, in the order they were chosen.

    Enter adds what is marked; Backspace in the empty field takes the last one out; "Semua" adds
    every entry that fits what is typed, "Kosongkan" takes all out.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        changed: Callable[[], object] = lambda: None,
        *,
        choices: Callable[[], Sequence[Choice]],
        label_of: Callable[[str], str] = lambda key: key,
    ) -> None:
        super().__init__(parent, changed)
        self._all = choices
        self._label_of = label_of
        self._keys: list[str] = []
        self._enabled = True
        self.chooser = Chooser(self, self._added, choices=self._left_over, label_of=label_of)
        self.chooser.grid(row=0, column=0, sticky="ew")
        self.every = self._button(_("Semua"), self._add_all, 1)
        self.none = self._button(_("Kosongkan"), self._clear, 2)
        self.chips = tkinter.Text(
            self, height=1, width=10, wrap="word", bd=0, highlightthickness=0, cursor="arrow"
        )
        self.chips.configure(font="TkDefaultFont", takefocus=False, state="disabled", spacing3=3)
        self.chooser.entry.bind("<Key-BackSpace>", self._backspace, add="+")
        self.chips.bind("<Configure>", lambda e: self._fit())
        self.bind("<<ThemeChanged>>", lambda e: self._show())
        self._show()

    def get(self) -> str:
        return "\n".join(self._keys)

    def set(self, text: str) -> None:
        self._keys = [line for line in text.splitlines() if line]
        self.chooser.set("")
        self._show()

    def focus_input(self) -> None:
        self.chooser.focus_input()

    def mark(self, wrong: bool) -> None:
        self.chooser.mark(wrong)

    def enable(self, enabled: bool) -> None:
        self._enabled = enabled
        self.chooser.enable(enabled)
        for button in (self.every, self.none):
            button.state(["!disabled" if enabled else "disabled"])

    def settle(self) -> None:
        self.chooser.settle()

    def _button(self, text: str, run: Callable[[], None], column: int) -> ttk.Button:
        button = ttk.Button(self, text=text, bootstyle="secondary ghost", command=run)
        button.grid(row=0, column=column, padx=(theme.GAP // 2, 0))
        return button

    def _left_over(self) -> list[Choice]:
        return [choice for choice in self._all() if choice.key not in self._keys]

    def _added(self) -> None:
        key = self.chooser.get()
        if key:
            self._keys.append(key)
            self.chooser.set("")
            self._keys_changed()

    def _add_all(self) -> None:
        self._keys += [choice.key for choice in self._left_over()]
        self._keys_changed()

    def _clear(self) -> None:
        self._keys = []
        self._keys_changed()

    def _backspace(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        if self._enabled and self._keys and not self.chooser.text.get():
            self._keys.pop()
            self._keys_changed()
            return "break"
        return None

    def _take_out(self, key: str) -> None:
        if self._enabled and key in self._keys:
            self._keys.remove(key)
            self._keys_changed()

    def _keys_changed(self) -> None:
        self._show()
        self.changed()

    def _show(self) -> None:
        colours = theme.palette()
        labels = {choice.key: choice.label for choice in self._all()} if self._keys else {}
        self.chips.configure(state="normal", background=colours.ground, foreground=colours.text)
        self.chips.delete("1.0", "end")
        for place, key in enumerate(self._keys):
            self._insert(f"chip{place}", key, labels.get(key) or self._label_of(key))
        self.chips.configure(state="disabled")
        if self._keys:
            self.chips.grid(row=1, column=0, columnspan=3, sticky="ew", pady=(4, 0))
            self._fit()
        else:
            self.chips.grid_remove()

    def _insert(self, tag: str, key: str, label: str) -> None:
        colours = theme.palette()
        short = label.split(" · ", 1)[0]
        self.chips.insert("end", f" {short} × ".replace(" ", "\u00a0"), (tag,))
        self.chips.insert("end", " ")
        self.chips.tag_configure(tag, background=colours.chosen, foreground=colours.chosen_text)
        self.chips.tag_bind(tag, "<Button-1>", lambda e: self._take_out(key))

    def _fit(self) -> None:
        lines = self.chips.count("1.0", "end", "displaylines")
        many = lines[0] if isinstance(lines, tuple) else lines or 1
        height = max(1, min(MOST_LINES, int(many)))
        if int(self.chips.cget("height")) != height:
            self.chips.configure(height=height)
