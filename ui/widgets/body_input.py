"""The editor of a letter's text: Markdown with a small toolbar and a picker of {fields}."""

import tkinter
from collections.abc import Callable, Mapping

import ttkbootstrap as ttk

from census_desk.letters.fields import FIELD_NAMES
from census_desk.words import _
from ui import theme
from ui.presenters.body_text import BOLD, ITALIC, lettered_lines, numbered_lines, wrapped
from ui.widgets.inputs import TextInput

SHOWN_VALUE = 40  # letters of a field's value in the menu


class BodyInput(TextInput):
    """A text of several lines with bold, italic, lists, and fields put in from a menu.

    `show_facts(values)` says what each field comes to now; `show_notes(lines)` lists under the
    text what is unknown or missing.
    """

    def __init__(
        self, parent: tkinter.Misc, changed: Callable[[], object] = lambda: None, *, rows: int = 16
    ) -> None:
        super().__init__(parent, changed, rows=rows)
        self._values: Mapping[str, str] = {}
        self.entry.grid(row=1, column=0, sticky="nsew")
        self.rowconfigure(0, weight=0)
        self.rowconfigure(1, weight=1)
        scroll = ttk.Scrollbar(self, command=self.entry.yview)
        scroll.grid(row=1, column=1, sticky="ns")
        self.entry.configure(yscrollcommand=scroll.set)
        self._notes = ttk.Label(self, style="Problem.TLabel", justify="left")
        self._notes.grid(row=2, column=0, columnspan=2, sticky="ew")
        self._notes.grid_remove()
        self.bind("<Configure>", self._rewrap)
        self._build_bar()
        self._bind_keys()

    def enable(self, enabled: bool) -> None:
        """Allow edits or not; the tools follow."""
        super().enable(enabled)
        for tool in self._tools:
            tool.configure(state="normal" if enabled else "disabled")

    def show_facts(self, values: Mapping[str, str]) -> None:
        """What the fields come to, for the menu."""
        self._values = values

    def show_notes(self, lines: list[str]) -> None:
        """Say under the text what is unknown or missing."""
        self._notes.configure(text="\n".join(lines))
        if lines:
            self._notes.grid()
        else:
            self._notes.grid_remove()

    def focus_pane(self) -> None:
        """F6 leads here: the text takes the keyboard where the cursor was."""
        self.entry.focus_set()

    def insert_field(self, name: str) -> None:
        """Put a {field} where the cursor is."""
        self._replace_selection(f"{{{name}}}")

    # inside

    def _build_bar(self) -> None:
        bar = ttk.Frame(self)
        bar.grid(row=0, column=0, columnspan=2, sticky="ew")
        self._tools: list[ttk.Button | ttk.Menubutton] = []
        for icon, words, run in (
            ("type-bold", _("Tebal (Ctrl+B)"), lambda: self._wrap(BOLD)),
            ("type-italic", _("Miring (Ctrl+I)"), lambda: self._wrap(ITALIC)),
            ("list-ol", _("Daftar bernomor 1., 2."), lambda: self._list(numbered_lines)),
            ("list-nested", _("Anak daftar a., b."), lambda: self._list(lettered_lines)),
        ):
            button = ttk.Button(
                bar, icon=icon, icon_only=True, bootstyle="secondary ghost", command=run
            )
            ttk.ToolTip(button, text=words)
            button.pack(side="left")
            self._tools.append(button)
        picker = ttk.Menubutton(bar, text=_("Sisipkan bidang"), bootstyle="secondary outline")
        self._menu = tkinter.Menu(picker, tearoff=False, postcommand=self._fill_menu)
        picker.configure(menu=self._menu)
        ttk.ToolTip(picker, text=_("Bidang {…} diganti dengan isi register saat dicetak"))
        picker.pack(side="left", padx=theme.GAP)
        self._tools.append(picker)

    def _bind_keys(self) -> None:
        for letter, mark in (("b", BOLD), ("i", ITALIC)):
            for key in (letter, letter.upper()):
                self.entry.bind(f"<Control-{key}>", lambda event, mark=mark: self._wrap(mark))  # type: ignore[misc]

    def _fill_menu(self) -> None:
        self._menu.delete(0, "end")
        for name, label in FIELD_NAMES.items():
            value = self._values.get(name, "")
            shown = f"{value[:SHOWN_VALUE]}…" if len(value) > SHOWN_VALUE else value
            self._menu.add_command(
                label=f"{_(label)}: {shown}" if shown else _(label),
                command=lambda name=name: self.insert_field(name),  # type: ignore[misc]
            )

    def _wrap(self, mark: str) -> str:
        if not self._is_open():
            return "break"
        before = self._selected()
        self._replace_selection(wrapped(before, mark))
        if not before:
            self.entry.mark_set("insert", f"insert - {len(mark)}c")
        return "break"

    def _list(self, listed: Callable[[str], str]) -> None:
        if not self._is_open():
            return
        first, last = self._lines()
        text = listed(self.entry.get(first, last))
        self.entry.replace(first, last, text)
        self.entry.tag_add("sel", first, f"{first} + {len(text)}c")
        self.entry.focus_set()

    def _is_open(self) -> bool:
        return str(self.entry.cget("state")) == "normal"

    def _selected(self) -> str:
        return self.entry.get("sel.first", "sel.last") if self.entry.tag_ranges("sel") else ""

    def _replace_selection(self, text: str) -> None:
        if not self._is_open():
            return
        self.entry.edit_separator()
        if self.entry.tag_ranges("sel"):
            start = self.entry.index("sel.first")
            self.entry.replace("sel.first", "sel.last", text)
            self.entry.tag_add("sel", start, f"{start} + {len(text)}c")
        else:
            self.entry.insert("insert", text)
        self.entry.see("insert")
        self.entry.focus_set()

    def _lines(self) -> tuple[str, str]:
        ranged = bool(self.entry.tag_ranges("sel"))
        first, last = ("sel.first", "sel.last") if ranged else ("insert", "insert")
        return self.entry.index(f"{first} linestart"), self.entry.index(f"{last} lineend")

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self._notes.configure(wraplength=max(200, event.width - 2 * theme.GAP))
