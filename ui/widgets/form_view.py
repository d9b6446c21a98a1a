"""The one widget that draws a form from field specs: label, input and problem line per field."""

import tkinter
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date
from typing import Protocol

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.forms import Choice, Field
from ui.widgets.chooser import Chooser
from ui.widgets.date_field import DateField
from ui.widgets.inputs import Input, LineInput, SwitchInput, TextInput
from ui.widgets.multi_chooser import MultiChooser
from ui.widgets.scrolled import Scrolled

SHORT = {"date": 2, "time": 1, "number": 1, "count": 1, "decimal": 1, "days": 1}
WIDTHS = {"time": 8, "number": 12, "count": 12, "decimal": 10, "days": 8}
LONG_KINDS = (
    *("note", "body", "bodies", "lines", "order", "rules"),
    *("people", "items", "attachments", "checks", "leaves"),
    *("closed", "weekly", "halves"),
)
PARTS = 2
TAKERS = ("TEntry", "Text", "TCheckbutton", "TButton")


class Choices(Protocol):
    """What a form asks for the entries of a choice: `ui.lookup.Lookup` is one."""

    def choices(self, field: Field) -> list[Choice]:
        """The entries of a field."""

    def choice_text(self, field: Field, key: str) -> str:
        """What a kept key is called."""


InputMaker = Callable[[tkinter.Misc, Callable[[], object]], Input]


class FormView(Scrolled):
    """`set_texts`, `texts`, `show_problems`; `changed(name)` follows every edit.

    `beside` puts labels left of the inputs (wide forms). `makers` lets a page hand in an input of
    its own for a field name (a body editor): called with (parent, changed). `rest` is the name of
    a field whose input grows with the form.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        fields: Sequence[Field],
        lookup: Choices,
        *,
        changed: Callable[[str], object] = lambda name: None,
        beside: bool = False,
        makers: Mapping[str, InputMaker] | None = None,
        rest: str = "",
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self.inputs: dict[str, Input] = {}
        self.problems: dict[str, str] = {}
        self._lookup = lookup
        self._changed = changed
        self._beside = beside
        self._makers = makers or {}
        self._rest = rest
        self._today = today
        self._problem_lines: dict[str, ttk.Label] = {}
        self._parts: dict[str, list[tkinter.Widget]] = {}
        self._groups: dict[str, tkinter.Widget] = {}
        self._wrapped: list[ttk.Label] = []
        self._row = 0
        self._make()
        self.wheel()
        self.inside.bind("<Configure>", self._rewrap, add="+")

    # what a page does with it

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show these texts and no problems."""
        for name, each in self.inputs.items():
            each.set(texts.get(name, ""))
        self.show_problems({})

    def texts(self) -> dict[str, str]:
        """What stands in the form, by field name."""
        for each in self.inputs.values():
            each.settle()
        return {name: each.get() for name, each in self.inputs.items()}

    def peek(self) -> dict[str, str]:
        """The same without disturbing what is half typed: for previews and drafts."""
        return {name: each.get() for name, each in self.inputs.items()}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under their fields; clears those that are right now."""
        self.problems = dict(problems)
        for name, each in self.inputs.items():
            sentence = self.problems.get(name, "")
            each.mark(bool(sentence))
            line = self._problem_lines[name]
            line.configure(text=sentence)
            if sentence and each.winfo_manager():
                line.grid()
            else:
                line.grid_remove()

    def focus_problem(self) -> None:
        """Go to the first field with a problem."""
        for name, each in self.inputs.items():
            if name in self.problems:
                each.focus_input()
                self.see(each)
                return

    def focus_first(self) -> None:
        """Go to the first field; laid out first, a field not yet on the screen takes no key."""
        self.update_idletasks()
        for each in self.inputs.values():
            each.focus_input()
            self.to_top()
            return

    def focus_field(self, name: str) -> None:
        """Go to a field by its name."""
        if name in self.inputs:
            self.inputs[name].focus_input()
            self.see(self.inputs[name])

    def show_only(self, names: Container[str]) -> None:
        """Leave out the fields of other kinds of record, and headings over none; texts stay."""
        group: tkinter.Widget | None = None
        groups: dict[tkinter.Widget, bool] = {}
        for field in self.fields:
            group = self._groups.get(field.name, group)
            is_shown = field.name in names
            if group is not None:
                groups[group] = groups.get(group, False) or is_shown
            for part in self._parts[field.name]:
                _place(part, is_shown)
        for heading, is_shown in groups.items():
            _place(heading, is_shown)
        self.show_problems(self.problems)

    def enable(self, enabled: bool) -> None:
        """Let the fields be edited, or only read."""
        for each in self.inputs.values():
            each.enable(enabled)

    # making it

    def _make(self) -> None:
        body = self.inside
        if self._beside:
            body.columnconfigure(1, weight=1)
        else:
            for column in range(PARTS):
                body.columnconfigure(column, weight=1, uniform="parts")
        place = 0
        while place < len(self.fields):
            field = self.fields[place]
            if field.group:
                self._groups[field.name] = self._make_group(field.group)
            pair = self.fields[place : place + 2]
            if not self._beside and len(pair) == 2 and _fit_together(*pair):
                self._make_field(pair[0], column=0, span=1)
                self._make_field(pair[1], column=1, span=1)
                place += 2
            else:
                self._make_field(field, column=0, span=PARTS)
                place += 1
            self._row += 4
        body.rowconfigure(self._row, weight=0, minsize=theme.GAP)

    def _make_group(self, group: str) -> ttk.Label:
        above = theme.GAP * 2 if self._row else 0
        label = ttk.Label(self.inside, text=_(group), style="Head.TLabel")
        label.grid(row=self._row, column=0, columnspan=PARTS, sticky="w", pady=(above, 2))
        self._row += 1
        return label

    def _make_field(self, field: Field, *, column: int, span: int) -> None:
        body = self.inside
        each = self._input(field)
        self.inputs[field.name] = each
        parts = self._parts[field.name] = [each]
        gap = (0, theme.GAP) if column == 0 and span == 1 else 0
        at = 1 if self._beside else column
        place = {"column": at, "columnspan": 1 if self._beside else span, "padx": gap}
        if field.kind != "switch":
            label = ttk.Label(body, text=_(field.label))
            if self._beside:
                label.grid(row=self._row + 1, column=0, sticky="nw", padx=(0, 12), pady=(6, 0))
            else:
                label.grid(row=self._row, sticky="w", pady=(6, 1), **place)
            parts.append(label)
        stretch = "nsew" if field.name == self._rest else "ew"
        each.grid(row=self._row + 1, sticky=stretch, pady=(2 if self._beside else 0, 0), **place)
        if field.name == self._rest:
            body.rowconfigure(self._row + 1, weight=1)
        if field.hint:
            hint = ttk.Label(body, text=_(field.hint), style="Quiet.TLabel", font=theme.SMALL_FONT)
            hint.grid(row=self._row + 2, sticky="w", **place)
            self._wrapped.append(hint)
            parts.append(hint)
        line = ttk.Label(body, style="Problem.TLabel", font=theme.SMALL_FONT)
        line.grid(row=self._row + 3, sticky="w", **place)
        line.grid_remove()
        self._problem_lines[field.name] = line
        self._wrapped.append(line)

    def _input(self, field: Field) -> Input:
        def changed() -> None:
            self._changed(field.name)

        if field.name in self._makers:
            return self._makers[field.name](self.inside, changed)
        each = self._usual_input(field, changed)
        for child in _takers(each):
            child.bind("<FocusIn>", lambda e: self.see(each), add="+")
        return each

    def _usual_input(self, field: Field, changed: Callable[[], object]) -> Input:
        parent = self.inside
        if field.kind in ("choices", "areas"):
            return MultiChooser(
                parent,
                changed,
                choices=lambda: self._lookup.choices(field),
                label_of=lambda key: self._lookup.choice_text(field, key),
            )
        if field.kind in ("choice", "code"):
            return Chooser(
                parent,
                changed,
                choices=lambda: self._lookup.choices(field),
                label_of=lambda key: self._lookup.choice_text(field, key),
                may_be_empty=field.optional,
                free=field.kind == "code",
            )
        if field.kind == "switch":
            return SwitchInput(parent, changed, label=_(field.label))
        if field.kind == "date":
            return DateField(parent, changed, start=self._today)
        if field.kind in LONG_KINDS:
            return TextInput(parent, changed, rows=max(field.rows, 2))
        return LineInput(parent, changed, ems=WIDTHS.get(field.kind))

    def _rewrap(self, event: object = None) -> None:
        width = self.inside.winfo_width()
        if self._beside:  # sentences stand under the inputs, not under their labels
            width -= self.inside.grid_bbox(0, 0)[2]
        for label in self._wrapped:
            span = int(label.grid_info().get("columnspan", PARTS) or PARTS)
            part = width if span == PARTS or self._beside else width // 2
            label.configure(wraplength=max(60, part - theme.GAP))


def _place(part: tkinter.Widget, is_shown: bool) -> None:
    if is_shown:
        part.grid()
    else:
        part.grid_remove()


def _takers(widget: tkinter.Misc) -> list[tkinter.Misc]:
    """The widgets of an input that take keys. Only these may be bound: Tk counts every widget
    with a focus binding as a stop for Tab, frames and labels too.
    """
    own = [widget] if widget.winfo_class() in TAKERS else []
    return own + [taker for child in widget.winfo_children() for taker in _takers(child)]


def _fit_together(first: Field, second: Field) -> bool:
    """Whether two short fields share a row: two dates do not, their weekdays need the place."""
    if second.group or first.kind not in SHORT or second.kind not in SHORT:
        return False
    return SHORT[first.kind] + SHORT[second.kind] <= 2
