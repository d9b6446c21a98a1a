"""Tables without a window: columns, order, filter, selection and copying live here by record id.

`widgets/table_view.py` paints the few rows that are seen. Nothing is computed for a row before
it is looked at, so a table of 100,000 records is set in the time of one of 1,000.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from census_desk.indonesian import number
from census_desk.search import Haystack
from census_desk.words import _
from ui.column_kinds import (
    Column,
    cell,
    day_column,
    named_column,
    natural,
    number_column,
    rank,
    reference_column,
    shown,
    text_column,
)

__all__ = [
    "Column",
    "EmptyState",
    "Order",
    "Row",
    "TableModel",
    "cell",
    "day_column",
    "named_column",
    "natural",
    "number_column",
    "rank",
    "reference_column",
    "shown",
    "text_column",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as painted."""

    id: str
    texts: tuple[str, ...]
    selected: bool
    striped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By which column a table is sorted; "" is the order of the records."""

    column: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyState:
    """What an empty table says, and the button with the next step."""

    text: str
    action: str = ""
    run: Callable[[], object] | None = None


class TableModel:
    """Records by id, as one table shows them."""

    def __init__(self, columns: Sequence[Column], lookup: Any = None) -> None:
        self.columns = tuple(columns)
        self.lookup = lookup
        self.order = Order()
        self.filter_text = ""
        self.cursor = ""
        self._records: Sequence[Any] = ()
        self._rows: Sequence[Any] = ()
        self._places: dict[str, int] | None = None
        self._haystack: Haystack[int] | None = None
        self._selected: set[str] = set()
        self._anchor = ""

    # what is in it

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these; order, filter, selection and cursor stay where they still make sense."""
        self._records = records
        self._haystack = None
        self._arrange()
        if self._selected or self.cursor:
            self._drop_gone()

    def filter(self, text: str) -> None:
        """Keep the records that hold every typed word in one of the shown columns' texts."""
        self.filter_text = text.strip()
        self._arrange()

    def sort(self, column: str, descending: bool = False) -> None:
        """Order by a column, equal ones as before; "" goes back to the order of the records."""
        known = any(each.name == column for each in self.columns)
        self.order = Order(column=column if known else "", descending=descending)
        self._arrange()

    def toggle_sort(self, column: str) -> None:
        """What a click on a heading does: up, then down, then up."""
        same = self.order.column == column
        self.sort(column, descending=same and not self.order.descending)

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that are not hidden."""
        return tuple(column for column in self.columns if column.shown)

    def show_columns(self, names: Iterable[str]) -> None:
        """Show these columns in this order; the others stay known, hidden. Never none."""
        by_name = {column.name: column for column in self.columns}
        wanted = [name for name in names if name in by_name] or list(by_name)[:1]
        hidden = [name for name in by_name if name not in wanted]
        self.columns = tuple(
            [replace(by_name[name], shown=True) for name in wanted]
            + [replace(by_name[name], shown=False) for name in hidden]
        )

    # what is seen

    @property
    def count(self) -> int:
        """Rows left by the filter."""
        return len(self._rows)

    @property
    def total(self) -> int:
        """All records."""
        return len(self._records)

    @property
    def count_text(self) -> str:
        """`413 dari 2.480`, or the total alone when nothing is filtered out."""
        if self.count == self.total:
            return number(self.total)
        return _("{count} dari {total}").format(count=number(self.count), total=number(self.total))

    def window(self, top: int, height: int) -> list[Row]:
        """The rows from `top` on, at most `height`, with their texts."""
        columns = self.shown_columns
        return [
            Row(
                record.id,
                tuple(cell(column.text(record, self.lookup)) for column in columns),
                record.id in self._selected,
                place % 2 == 1,
            )
            for place, record in enumerate(self._rows[top : top + height], top)
        ]

    def at(self, place: int) -> Any:
        """The record in that row."""
        return self._rows[place]

    def place_of(self, record_id: str) -> int:
        """The row of a record, -1 when the filter hides it or it is gone."""
        if self._places is None:
            self._places = {record.id: place for place, record in enumerate(self._rows)}
        return self._places.get(record_id, -1)

    def find_from(self, start: int, typed: str) -> int:
        """The next row from `start` whose sorted (or first) column begins with what was typed."""
        columns = {column.name: column for column in self.columns}
        column = columns.get(self.order.column) or self.shown_columns[0]
        wanted = typed.casefold()
        for step in range(self.count):
            place = (start + step) % self.count
            if cell(column.text(self._rows[place], self.lookup)).casefold().startswith(wanted):
                return place
        return -1

    # selection, always by id

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected records, in the order of the rows."""
        if len(self._selected) <= 1:
            return tuple(self._selected)
        return tuple(record.id for record in self._rows if record.id in self._selected)

    def select(self, record_id: str) -> None:
        """Select this one only and put the cursor there; "" selects none."""
        self._selected = {record_id} if record_id else set()
        self.cursor = self._anchor = record_id

    def toggle(self, record_id: str) -> None:
        """Add to or take out of the selection."""
        self._selected ^= {record_id}
        self.cursor = self._anchor = record_id

    def extend(self, record_id: str) -> None:
        """Select everything between where the selection began and this record."""
        first, last = sorted((max(self.place_of(self._anchor), 0), self.place_of(record_id)))
        self._selected = {record.id for record in self._rows[first : last + 1]}
        self.cursor = record_id

    def select_many(self, record_ids: Iterable[str]) -> None:
        """Select these, as far as the filter leaves them."""
        self._selected = {one for one in record_ids if self.place_of(one) >= 0}
        self.cursor = self._anchor = next(iter(self.selected), "")

    def select_all(self) -> None:
        """Select every record the filter leaves."""
        self._selected = {record.id for record in self._rows}

    def selected_records(self) -> list[Any]:
        """The selected records, in the order of the rows."""
        return [record for record in self._rows if record.id in self._selected]

    # what leaves it

    def copy(self) -> str:
        """The selected rows as tab-separated text with a heading, breaks and tabs made spaces."""
        columns = self.shown_columns
        lines = ["\t".join(cell(_(column.label)) for column in columns)]
        for record in self.selected_records():
            lines.append("\t".join(cell(c.text(record, self.lookup)) for c in columns))
        return "\n".join(lines) + "\n"

    def export_columns(self) -> list[str]:
        """Headings for a workbook."""
        return [_(column.label) for column in self.shown_columns]

    def export_rows(self) -> list[list[object]]:
        """Every row the filter leaves, for a workbook; whole texts, numbers and dates as such."""
        return [
            [(column.value or column.text)(record, self.lookup) for column in self.shown_columns]
            for record in self._rows
        ]

    # inside

    def _arrange(self) -> None:
        self._places = None
        rows = self._found() if self.filter_text else self._records
        self._rows = self._sorted(rows) if self.order.column else rows

    def _found(self) -> Sequence[Any]:
        if self._haystack is None:  # made at the first typed letter, not before
            texts = {place: self._searched(each) for place, each in enumerate(self._records)}
            self._haystack = Haystack(texts)
        return [self._records[place] for place in self._haystack.find(self.filter_text)]

    def _searched(self, record: Any) -> str:
        return " ".join(column.text(record, self.lookup) for column in self.columns)

    def _sorted(self, rows: Sequence[Any]) -> Sequence[Any]:
        column = next(each for each in self.columns if each.name == self.order.column)

        def key(record: Any) -> tuple[int, Any]:
            if column.sort_key is None:
                return rank(natural(column.text(record, self.lookup)))
            return rank(column.sort_key(record, self.lookup))

        return sorted(rows, key=key, reverse=self.order.descending)

    def _drop_gone(self) -> None:
        here = {record.id for record in self._records}
        self._selected &= here
        if self.cursor not in here:
            self.cursor = ""
        if self._anchor not in here:
            self._anchor = ""
