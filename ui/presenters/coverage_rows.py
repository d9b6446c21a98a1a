"""The rows of the coverage board as looked at: kind, filter, order, open kecamatan, marks."""

from collections.abc import Callable, Iterable, Sequence

from census_desk.coverage.filters import KINDS_OF, RowChoice
from census_desk.coverage.rows import CoverageRow, RowKind, by_need
from census_desk.coverage.steps import STATE_NAMES, STEP_NAMES, State, Step
from census_desk.indonesian import number
from census_desk.words import N_, _
from ui.column_kinds import Column, cell, natural, rank
from ui.tables import Order

STEP_OF = {step.name.lower(): step for step in Step}
STATE_ORDER = {state: place for place, state in enumerate(State)}
NAME = "name"
BY_NEED, AS_LISTED = "need", "list"


SHOWN_NAMES = {
    RowChoice.OFFICES: N_("OPD"),
    RowChoice.AREAS: N_("Kecamatan & desa"),
    RowChoice.ALL: N_("Semua"),
}


def _step_column(name: str, step: Step) -> Column:
    return Column(
        name=name,
        label=STEP_NAMES[step],
        text=lambda row, lookup: (
            f"{_(STATE_NAMES[row.marks[step].state])}: {row.marks[step].detail}"
        ),
        sort_key=lambda row, lookup: (STATE_ORDER[row.marks[step].state], -row.remaining),
    )


COLUMNS = (
    Column(name=NAME, label=N_("OPD / wilayah"), text=lambda row, lookup: row.short_name),
    *(_step_column(name, step) for name, step in STEP_OF.items()),
)


class CoverageRows:
    """What the painted board asks for, and what a person does with the rows.

    Marks are kept by key and only for rows the filters leave, so nothing that is out of the
    filter is acted upon.
    """

    shown_columns: Sequence[Column] = COLUMNS

    def __init__(self) -> None:
        self.order = Order()
        self.listed = BY_NEED
        self.shown = RowChoice.OFFICES
        self.text = ""
        self.rows: Sequence[CoverageRow] = ()
        self.matching: tuple[CoverageRow, ...] = ()
        self._keep: Callable[[CoverageRow], bool] = lambda row: True
        self._seen: tuple[CoverageRow, ...] = ()
        self._places: dict[str, int] = {}
        self._open: set[str] = set()
        self._marked: set[str] = set()
        self._anchor = 0

    # what it shows

    def set_rows(self, rows: Sequence[CoverageRow]) -> bool:
        """Take over the rows of a count; whether other rows stand there now, or in other order."""
        before = tuple(row.key for row in self._seen)
        self.rows = rows
        self._arrange()
        return before != tuple(row.key for row in self._seen)

    def show(self, shown: RowChoice) -> None:
        """Offices, kecamatan with their villages, or both."""
        self.shown = shown
        self._arrange()

    def keep(self, keep: Callable[[CoverageRow], bool]) -> None:
        """Keep the rows of which this is true."""
        self._keep = keep
        self._arrange()

    def find(self, text: str) -> None:
        """Keep the rows that hold every typed word: name, kecamatan, words of the cells."""
        self.text = text.strip()
        self._arrange()

    def list_by(self, listed: str) -> None:
        """BY_NEED or AS_LISTED, instead of by a column."""
        self.listed = listed
        self.order = Order()
        self._arrange()

    def toggle_sort(self, column: str) -> None:
        """What a click on a heading does: up, then down, then up."""
        same = self.order.column == column
        self.order = Order(column=column, descending=same and not self.order.descending)
        self._arrange()

    # what is seen

    @property
    def count(self) -> int:
        """Rows that are shown."""
        return len(self._seen)

    def at(self, place: int) -> CoverageRow:
        """The row there."""
        return self._seen[place]

    def place_of(self, key: str) -> int:
        """Where a row stands, -1 when it is not shown."""
        return self._places.get(key, -1)

    @property
    def count_text(self) -> str:
        """`43 OPD`, `9 kecamatan · 132 desa`: the rows the filters leave, folded ones too."""
        return count_words(self.matching)

    def of_kind(self) -> tuple[CoverageRow, ...]:
        """Every row of the kinds that are shown, whatever the filters."""
        return tuple(row for row in self.rows if row.kind in KINDS_OF[self.shown])

    # kecamatan

    def has_villages(self, row: CoverageRow) -> bool:
        """Whether there is something to open."""
        return row.kind is RowKind.DISTRICT and row.key in self._parents

    def is_open(self, row: CoverageRow) -> bool:
        """Whether its villages are seen; what is typed for opens them all."""
        return bool(self.text) or row.key in self._open

    def fold(self, row: CoverageRow, *, is_open: bool) -> bool:
        """Open or close a kecamatan; whether that changed anything."""
        if not self.has_villages(row) or self.text or (row.key in self._open) is is_open:
            return False
        self._open ^= {row.key}
        self._arrange()
        return True

    def fold_all(self, *, is_open: bool) -> None:
        """Open or close every kecamatan."""
        districts = {row.key for row in self.rows if row.kind is RowKind.DISTRICT}
        self._open = districts if is_open else set()
        self._arrange()

    # marks

    @property
    def marked(self) -> tuple[CoverageRow, ...]:
        """The marked rows, in the order of the board; folded ones too."""
        return tuple(row for row in self.matching if row.key in self._marked)

    def is_marked(self, row: CoverageRow) -> bool:
        """Whether it is."""
        return row.key in self._marked

    def toggle(self, place: int) -> None:
        """Mark a row, or no longer."""
        self._marked ^= {self._seen[place].key}
        self._anchor = place

    def extend(self, place: int) -> None:
        """Mark everything between the row marked last and this one."""
        first, last = sorted((min(self._anchor, self.count - 1), place))
        self._marked |= {row.key for row in self._seen[first : last + 1]}

    def begin(self, place: int) -> None:
        """Where the next extend() begins."""
        self._anchor = place

    def mark_all(self) -> None:
        """Mark every row that is seen."""
        self._marked |= {row.key for row in self._seen}

    def clear_marks(self) -> None:
        """Mark none."""
        self._marked.clear()

    def copy(self, rows: Iterable[CoverageRow]) -> str:
        """Tab-separated text with a heading."""
        lines = ["\t".join(cell(_(column.label)) for column in COLUMNS)]
        for row in rows:
            lines.append("\t".join(cell(column.text(row, None)) for column in COLUMNS))
        return "\n".join(lines) + "\n"

    # inside

    def _arrange(self) -> None:
        kinds = KINDS_OF[self.shown]
        kept = [row for row in self.rows if row.kind in kinds and self._keep(row)]
        if self.text:
            words = self.text.casefold().split()
            names = {row.key: row.name for row in self.rows}
            kept = [row for row in kept if _holds(row, names.get(row.parent, ""), words)]
        self.matching = self._ordered(kept)
        self._marked &= {row.key for row in self.matching}
        self._seen = tuple(row for row in self.matching if self._is_seen(row))
        self._places = {row.key: place for place, row in enumerate(self._seen)}

    def _is_seen(self, row: CoverageRow) -> bool:
        """A village of a kecamatan that is shown closed is not; without its kecamatan it is."""
        if row.kind is not RowKind.VILLAGE or row.parent not in self._districts or self.text:
            return True
        return row.parent in self._open

    def _ordered(self, rows: Sequence[CoverageRow]) -> tuple[CoverageRow, ...]:
        """Villages stay under their kecamatan, whatever the order."""
        self._districts = {row.key for row in rows if row.kind is RowKind.DISTRICT}
        villages: dict[str, list[CoverageRow]] = {}
        tops = []
        for row in rows:
            if row.kind is RowKind.VILLAGE and row.parent in self._districts:
                villages.setdefault(row.parent, []).append(row)
            else:
                tops.append(row)
        self._parents = villages.keys()
        ordered: list[CoverageRow] = []
        for row in self._sorted(tops):
            ordered += [row, *self._sorted(villages.get(row.key, ()))]
        return tuple(ordered)

    def _sorted(self, rows: Sequence[CoverageRow]) -> Sequence[CoverageRow]:
        column = next((one for one in COLUMNS if one.name == self.order.column), None)
        if column is None:
            return by_need(rows) if self.listed == BY_NEED else rows

        def key(row: CoverageRow) -> object:
            if column.sort_key is None:
                return rank(natural(column.text(row, None)))
            return column.sort_key(row, None)

        return sorted(rows, key=key, reverse=self.order.descending)  # type: ignore[arg-type]


WHOLE_WORDS = {
    RowKind.OFFICE: N_("{count} OPD"),
    RowKind.DISTRICT: N_("{count} kecamatan"),
    RowKind.VILLAGE: N_("{count} desa/kelurahan"),
}
SHORT_WORDS = WHOLE_WORDS | {
    RowKind.DISTRICT: N_("{count} kec."),
    RowKind.VILLAGE: N_("{count} desa/kel."),
}


def count_words(rows: Iterable[CoverageRow], *, in_short: bool = False) -> str:
    """`43 OPD`, `9 kecamatan · 132 desa/kelurahan`; in short where a heading has little room."""
    words = SHORT_WORDS if in_short else WHOLE_WORDS
    counts = dict.fromkeys(RowKind, 0)
    for row in rows:
        counts[row.kind] += 1
    told = [_(words[kind]).format(count=number(n)) for kind, n in counts.items() if n]
    return " · ".join(told) or _("tidak ada baris")


def _holds(row: CoverageRow, parent: str, words: Sequence[str]) -> bool:
    told = " ".join(f"{_(STATE_NAMES[one.state])} {one.detail}" for one in row.marks.values())
    text = f"{row.name} {row.short_name} {parent} {told}".casefold()
    return all(word in text for word in words)
