"""The editor of a letter's text: Markdown with a small toolbar and a picker of {fields}."""

import tkinter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.commands import sequences
from ui.presenters.body_text import (
    BOLD,
    ITALIC,
    deeper,
    event_block,
    field_places,
    field_rows,
    headed,
    numbered_lines,
    shallower,
    table_text,
    wrapped,
)
from ui.widgets.inputs import TextInput
from ui.widgets.palette import Palette, PaletteEntry

SHOWN_VALUE = 60  # letters of a field's value in the picker
UNKNOWN, KNOWN = "unknown", "known"
SHIFT = 0x1  # in the state of a key event


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One button of the bar, with its key in the text."""

    name: str
    icon: str
    words: str
    key: str
    run: Callable[[], object]


class BodyInput(TextInput):
    """A text of several lines with headings, levels, tables, and fields put in from a picker.

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
        self.tools = {tool.name: tool for tool in self._make_tools()}
        self._build_bar()

    def set(self, text: str) -> None:
        super().set(text)
        self._mark_fields()

    def enable(self, enabled: bool) -> None:
        """Allow edits or not; the tools follow."""
        super().enable(enabled)
        for button in self._buttons:
            button.configure(state="normal" if enabled else "disabled")

    def show_facts(self, values: Mapping[str, str]) -> None:
        """What the fields come to, for the picker."""
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

    def mark_phrase(self, start: int, end: int) -> None:
        """Choose a part of the text and bring it into view; nothing for an empty part."""
        if start < end:
            first = self.entry.index(f"1.0 + {start}c")
            self.entry.tag_remove("sel", "1.0", "end")
            self.entry.tag_add("sel", first, f"1.0 + {end}c")
            self.entry.mark_set("insert", first)
            self.entry.see(first)

    def pick_field(self) -> None:
        """Ask for a field by a few letters of its name, group or value; Enter puts it in."""
        if not self._is_open():
            return
        every = field_rows(self._values)

        def find(text: str) -> list[PaletteEntry]:
            words = text.casefold().split()
            return [
                PaletteEntry(
                    text=row.words,
                    detail=row.value[:SHOWN_VALUE],
                    run=lambda row=row: self.insert_field(row.name),  # type: ignore[misc]
                )
                for row in every
                if all(word in f"{row.words} {row.name} {row.value}".casefold() for word in words)
            ]

        hint = _("Bidang diganti dengan isi register saat surat dicetak. Enter menyisipkannya.")
        Palette(self, find, title=_("Sisipkan bidang"), hint=hint).choose()

    # inside

    def _make_tools(self) -> list[Tool]:
        def tool(name: str, icon: str, words: str, key: str, run: Callable[[], object]) -> Tool:
            return Tool(name=name, icon=icon, words=words, key=key, run=run)

        undo, redo = lambda: self._step_back(False), lambda: self._step_back(True)
        lines = lambda change: lambda: self._lines(change)  # noqa: E731
        return [
            tool("undo", "arrow-counterclockwise", _("Urungkan ketikan"), "", undo),
            tool("redo", "arrow-clockwise", _("Ulangi ketikan"), "", redo),
            tool("heading", "type-h2", _("Judul bagian"), "Ctrl+Shift+H", lines(headed)),
            tool("bold", "type-bold", _("Tebal"), "Ctrl+B", lambda: self._wrap(BOLD)),
            tool("italic", "type-italic", _("Miring"), "Ctrl+I", lambda: self._wrap(ITALIC)),
            tool("numbers", "list-ol", _("Daftar bernomor"), "Ctrl+Shift+N", lines(numbered_lines)),
            tool("deeper", "text-indent-left", _("Turun satu tingkat: 1. a. 1) a)"),
                 "Alt+Shift+Right", lines(deeper)),
            tool("shallower", "text-indent-right", _("Naik satu tingkat"), "Alt+Shift+Left",
                 lines(shallower)),
            tool("table", "table", _("Tabel"), "Ctrl+Shift+M", lines(table_text)),
            tool("event", "calendar-event", _("Hari, waktu, tempat, acara"), "Ctrl+Shift+K",
                 self._insert_event),
            tool("field", "braces", _("Sisipkan bidang"), "Ctrl+Shift+F", self.pick_field),
        ]  # fmt: skip

    def _build_bar(self) -> None:
        bar = ttk.Frame(self)
        bar.grid(row=0, column=0, columnspan=2, sticky="ew")
        self._buttons: list[ttk.Button] = []
        for tool in self.tools.values():
            button = ttk.Button(
                bar,
                icon=tool.icon,
                icon_only=True,
                bootstyle="secondary ghost",
                command=tool.run,
                takefocus=False,
            )
            ttk.ToolTip(button, text=f"{tool.words} ({tool.key})" if tool.key else tool.words)
            button.pack(side="left")
            self._buttons.append(button)
            for sequence in sequences(tool.key) if tool.key else ():
                self.entry.bind(sequence, lambda event, tool=tool: self._pressed(event, tool))  # type: ignore[misc]

    def _pressed(self, event: "tkinter.Event[tkinter.Misc]", tool: Tool) -> str | None:
        # Ctrl+Shift+B is <Control-B> too: the key of another command goes on to it.
        if bool(int(event.state) & SHIFT) != ("Shift" in tool.key):
            return None
        tool.run()
        return "break"

    def _wrap(self, mark: str) -> None:
        if not self._is_open():
            return
        before = self._selected()
        self._replace_selection(wrapped(before, mark))
        if not before:
            self.entry.mark_set("insert", f"insert - {len(mark)}c")

    def _lines(self, change: Callable[[str], str]) -> None:
        """Change the lines of the selection, or the one with the cursor."""
        if not self._is_open():
            return
        ranged = bool(self.entry.tag_ranges("sel"))
        first, last = ("sel.first", "sel.last") if ranged else ("insert", "insert")
        first = self.entry.index(f"{first} linestart")
        last = self.entry.index(f"{last} lineend")
        text = change(self.entry.get(first, last))
        self.entry.edit_separator()
        self.entry.replace(first, last, text)
        self.entry.tag_remove("sel", "1.0", "end")
        end = f"{first} + {len(text)}c"
        if ranged:
            self.entry.tag_add("sel", first, end)
        self.entry.mark_set("insert", end)
        self.entry.see("insert")
        self.entry.focus_set()

    def _insert_event(self) -> None:
        """The aligned lines on lines of their own, below the one with the cursor."""
        if not self._is_open():
            return
        self.entry.edit_separator()
        here = self.entry.get("insert linestart", "insert lineend").strip()
        before = "\n\n" if here else ""
        self.entry.insert("insert lineend", f"{before}{event_block(self._values)}\n")
        self.entry.see("insert")
        self.entry.focus_set()

    def _step_back(self, again: bool) -> None:
        if self._is_open() and self.entry.edit("canredo" if again else "canundo"):
            (self.entry.edit_redo if again else self.entry.edit_undo)()
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

    def _modified(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        super()._modified(event)
        self._mark_fields()

    def _mark_fields(self) -> None:
        """Known fields in the colour of links, unknown ones as a mistake."""
        for tag in (KNOWN, UNKNOWN):
            self.entry.tag_remove(tag, "1.0", "end")
        for start, end, is_known in field_places(self.get()):
            tag = KNOWN if is_known else UNKNOWN
            self.entry.tag_add(tag, f"1.0 + {start}c", f"1.0 + {end}c")

    def _recolour(self) -> None:
        super()._recolour()
        if self.entry.winfo_exists():
            colours = theme.palette()
            self.entry.tag_configure(KNOWN, foreground=colours.primary)
            self.entry.tag_configure(UNKNOWN, foreground=colours.danger, underline=True)
            self.entry.tag_raise("sel")

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self._notes.configure(wraplength=max(200, event.width - 2 * theme.GAP))
