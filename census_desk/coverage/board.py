"""The board that follows a register: only the rows a change touches are counted again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from census_desk.coverage.counting import ALL_KINDS, index_of, office_row, with_letter
from census_desk.coverage.index import WATCHED, Index
from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.coverage.touching import Touched, touch
from census_desk.people import Office

if TYPE_CHECKING:
    from census_desk.coverage.area_rows import AreaRows
    from census_desk.register import Change, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One record of a watched collection: what it was and what it is, None where there is none."""

    name: str
    record_id: str
    before: Any
    after: Any


class CoverageBoard:
    """The rows of a register as of a day; `refresh` after a commit brings them up to date.

    `kinds` limits the board: the first page needs the offices only and so never reads the areas.
    """

    def __init__(
        self, register: "Register", on: date, kinds: Collection[RowKind] = ALL_KINDS
    ) -> None:
        self.register = register
        self.kinds = frozenset(kinds)
        self.on = on
        self._rows: tuple[CoverageRow, ...] | None = None
        self._offices: dict[str, CoverageRow] = {}
        self._areas: AreaRows | None = None
        self._count_all()

    @property
    def rows(self) -> tuple[CoverageRow, ...]:
        """Offices by rank, then each kecamatan followed by its villages."""
        if self._rows is None:
            areas = self._areas.rows() if self._areas else ()
            rows = (*self._offices.values(), *areas)
            self._rows = tuple(row for row in rows if row.kind in self.kinds)
        return self._rows

    @property
    def index(self) -> Index:
        """The records the rows are counted from."""
        return self._index

    def row(self, key: str) -> CoverageRow | None:
        """The row of a key; None where there is none (any more)."""
        return next((row for row in self.rows if row.key == key), None)

    def refresh(self, change: "Change | None" = None, on: date | None = None) -> frozenset[str]:
        """Take over what the register says now; answers the keys of the rows that changed.

        Everything a commit changed is found by itself; `change` only spares looking at the
        employees. Another day counts every row again.
        """
        before = {row.key: row for row in self.rows}
        if on is not None and on != self.on:
            self.on = on
            self._count_all()
        else:
            moved = self._moved_people(change)
            self._take_over(self._differences(), moved)
        self._rev = self.register.rev
        after = {row.key: row for row in self.rows}
        keys = before.keys() | after.keys()
        return frozenset(key for key in keys if before.get(key) != after.get(key))

    # inside

    def _count_all(self) -> None:
        register = self.register
        self._seen = {name: register.collection(name).all() for name in WATCHED}
        self._rev = register.rev
        self._index = index_of(register, self.on)
        self._rows = None
        if RowKind.OFFICE in self.kinds:
            self._offices = {one.id: office_row(self._index, one) for one in self._index.offices()}
        if self.kinds != {RowKind.OFFICE}:
            from census_desk.coverage import area_rows

            self._areas = area_rows.AreaRows(self._index)

    def _differences(self) -> list[Changed]:
        """What is not as it was seen: a register answers the same object until it changes."""
        found: list[Changed] = []
        for name in WATCHED:
            seen, now = self._seen[name], self.register.collection(name).all()
            if now is not seen:
                found += _differences(name, seen, now)
                self._seen[name] = now
        return found

    def _moved_people(self, change: "Change | None") -> list[str]:
        """Noted employees who may belong to another office now."""
        noted = self._index.noted_people()
        if change is not None and change.rev == self._rev + 1 == self.register.rev:
            noted &= change.touched.get("employees", frozenset())
        return [one for one in sorted(noted) if self._index.is_elsewhere(one)]

    def _take_over(self, changes: Iterable[Changed], moved: Iterable[str]) -> None:
        changes, moved, index = list(changes), list(moved), self._index
        if not changes and not moved:
            return
        touched = Touched()
        common = index.common
        for one in changes:
            if one.before is not None:
                touch(touched, index, one.name, one.before)
        for one in changes:
            index.put(one.name, one.record_id, one.after)
        for person in moved:
            for row in index.noted_rows(person):
                touch(touched, index, "attendances", row)
            for row in index.move_home(person):
                touch(touched, index, "attendances", row)
        for one in changes:
            if one.after is not None:
                touch(touched, index, one.name, one.after)
        index.settle()
        touched.everything |= index.common != common
        self._count_again(touched)

    def _count_again(self, touched: Touched) -> None:
        if RowKind.OFFICE in self.kinds:
            self._offices = {one.id: self._counted(one, touched) for one in self._index.offices()}
        if self._areas is not None:
            self._areas.count_again(touched)
        self._rows = None

    def _counted(self, office: Office, touched: Touched) -> CoverageRow:
        kept = self._offices.get(office.id)
        if kept is None or touched.everything or office.id in touched.offices:
            return office_row(self._index, office)
        return with_letter(self._index, kept) if touched.letters else kept


def _differences(name: str, seen: Iterable[Any], now: Iterable[Any]) -> list[Changed]:
    seen, now = tuple(seen), tuple(now)
    old, new = set(map(id, seen)), set(map(id, now))
    before = {one.id: one for one in seen if id(one) not in new}
    after = {one.id: one for one in now if id(one) not in old}
    return [
        Changed(name=name, record_id=one, before=before.get(one), after=after.get(one))
        for one in sorted(before.keys() | after.keys())
    ]
