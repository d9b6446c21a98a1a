"""What the board shows: a row for each office, kecamatan and village, and the counts of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from census_desk.coverage.steps import NEED, Mark, State, Step
from census_desk.words import N_


class RowKind(StrEnum):
    """Whose row it is; the value is the first part of its key."""

    OFFICE = "office"
    DISTRICT = "district"
    VILLAGE = "village"


ROW_KIND_NAMES = {
    RowKind.OFFICE: N_("OPD"),
    RowKind.DISTRICT: N_("Kecamatan"),
    RowKind.VILLAGE: N_("Desa/kelurahan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One group that must be reached, and a mark for each step.

    `key` is "office:<id>", "district:<code>" or "village:<code>"; `parent` the key of a village's
    kecamatan. `people_reached` of `people_count` are ASN at an office, villages at a kecamatan, the
    village itself at a village. `office_id` is the office that stands for the row, "" for none.
    """

    key: str
    kind: RowKind
    name: str
    short_name: str
    parent: str = ""
    office_id: str = ""
    area_code: str = ""
    marks: Mapping[Step, Mark]
    asn_count: int = 0
    done_count: int = 0
    people_reached: int = 0
    people_count: int = 0

    @property
    def need(self) -> tuple[int, int]:
        """What the board sorts by: how much is open, then how many have not finished."""
        return sum(NEED[one.state] for one in self.marks.values()), self.remaining

    @property
    def remaining(self) -> int:
        """ASN of an office who have not finished; villages of a kecamatan not yet reached."""
        if self.kind is RowKind.OFFICE:
            return max(0, self.asn_count - self.done_count)
        return self.people_count - self.people_reached


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTotals:
    """Figures of the rows shown; people are the offices', villages those of the kecamatan.

    Shown without their kecamatan, villages are counted themselves, so nothing counts twice.
    """

    rows: int
    offices: int
    districts: int
    villages: int
    asn_count: int
    done_count: int
    people_reached: int
    people_count: int
    villages_reached: int
    village_count: int
    states: Mapping[Step, Mapping[State, int]]


class Needy(Protocol):
    """A row that says how much it needs."""

    @property
    def need(self) -> tuple[int, int]:
        """How much is open, then how many are left."""


Row = TypeVar("Row", bound=Needy)


def row_key(kind: RowKind, code: str) -> str:
    """The key of an office by id, of a kecamatan or village by code."""
    return f"{kind.value}:{code}"


def by_need(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with the most to do first; equal ones keep their order."""
    return tuple(sorted(rows, key=lambda row: row.need, reverse=True))


def head_counts(rows: Iterable[CoverageRow]) -> dict[Step, dict[State, int]]:
    """How many of these rows stand in each state of each step; each step sums to all rows."""
    counts = {step: dict.fromkeys(State, 0) for step in Step}
    for row in rows:
        for step, one in row.marks.items():
            counts[step][one.state] += 1
    return counts


def board_totals(rows: Iterable[CoverageRow]) -> BoardTotals:
    """The sums of the rows shown; every one is a count or a sum of these very rows."""
    rows = tuple(rows)
    offices = [row for row in rows if row.kind is RowKind.OFFICE]
    districts = [row for row in rows if row.kind is RowKind.DISTRICT]
    villages = [row for row in rows if row.kind is RowKind.VILLAGE]
    shown = {row.key for row in districts}
    areas = [*districts, *(row for row in villages if row.parent not in shown)]
    return BoardTotals(
        rows=len(rows),
        offices=len(offices),
        districts=len(districts),
        villages=len(villages),
        asn_count=sum(row.asn_count for row in offices),
        done_count=sum(row.done_count for row in offices),
        people_reached=sum(row.people_reached for row in offices),
        people_count=sum(row.people_count for row in offices),
        villages_reached=sum(row.people_reached for row in areas),
        village_count=sum(row.people_count for row in areas),
        states=head_counts(rows),
    )


def offices_of(rows: Iterable[CoverageRow]) -> tuple[str, ...]:
    """The office behind each row; a kecamatan or village without one gives its area code."""
    found = (row.office_id or row.area_code for row in rows)
    return tuple(dict.fromkeys(one for one in found if one))
