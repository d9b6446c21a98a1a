"""What a records page is: its spec, what it asks of its view, and the record being edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from census_desk import editing
from ui.forms import Field
from ui.tables import Column
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsSpec:
    """What a records page shows.

    `defaults(workplace)` are the first texts of a new record by field name, over the fields' own;
    `fixed(workplace)` are values the form does not ask (the letter a delivery belongs to);
    `records(workplace)` narrows what is listed (one office's employees), None lists all.
    `add(workplace, record)` saves a new record (an incoming letter takes its agenda number then).
    `change(workplace, record, rev)` saves an edited one over the revision it was opened at.
    `note(workplace, record)` is what to look at again in a record just saved, "" for nothing.
    `order` is the first order of the table, "-held_on" descending. `key` names what is remembered
    (widths, order, drafts); the collection when "".
    """

    collection: str
    title: str
    columns: Sequence[Column]
    fields: Sequence[Field]
    empty_text: str
    empty_action: str
    new_text: str = ""
    order: str = ""
    key: str = ""
    defaults: Callable[[Workplace], Mapping[str, str]] = field(default=lambda workplace: {})
    fixed: Callable[[Workplace], Mapping[str, Any]] = field(default=lambda workplace: {})
    records: Callable[[Workplace], Sequence[Any]] | None = None
    add: Callable[[Workplace, Any], object] = field(
        default=lambda workplace, record: editing.add(workplace.register, record)
    )
    change: Callable[[Workplace, Any, int | None], object] = field(
        default=lambda workplace, record, rev: editing.change(
            workplace.register, record, expected_rev=rev
        )
    )
    note: Callable[[Workplace, Any], str] = field(default=lambda workplace, record: "")
    state_of: Callable[[Any], str] | None = None

    @property
    def memory(self) -> str:
        """The name under which preferences keep this table's own."""
        return self.key or self.collection


class RecordsView(Protocol):
    """What the presenter asks of the page."""

    def paint_table(self) -> None:
        """The model changed: rows, count, selection."""

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        """Show a record, or a new one, in the form."""

    def show_no_form(self) -> None:
        """Nothing is selected."""

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under their fields, the first one focused."""

    def show_unsaved(self, unsaved: bool, restored: bool = False) -> None:
        """Whether the form holds what is not saved; `restored` when it came from a draft."""


@dataclass(slots=True, kw_only=True)
class Editing:
    """The record in the form: as it was when opened, by which revision, and its first texts."""

    id: str
    record: Any | None
    rev: int | None
    texts: dict[str, str]

    @property
    def is_new(self) -> bool:
        """Whether it is not in the register yet."""
        return self.record is None
