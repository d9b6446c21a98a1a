"""The coverage board: office × step as it stood on a working day, and the figures of its cards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.people import Office, OfficeKind
from census_desk.progress import Recap, latest_recaps
from census_desk.steps import Campaign, Mark, State, Step, marks_of_steps

NEED = {
    State.LATE: 4,
    State.MISSING: 3,
    State.PARTLY: 2,
    State.UNDER_WAY: 1,
    State.DONE: 0,
    State.NOT_NEEDED: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCoverage:
    """One office's row: a mark for each step, and its ASN with a recap that counts."""

    office: Office
    marks: dict[Step, Mark]
    done_count: int
    asn_count: int

    @property
    def id(self) -> str:
        """The office's id: a row is told apart by it."""
        return self.office.id

    @property
    def need(self) -> tuple[int, int]:
        """What the board sorts by: how much is open, then how many ASN have not finished."""
        return sum(NEED[mark.state] for mark in self.marks.values()), self.remaining

    @property
    def remaining(self) -> int:
        """ASN of the office who have not finished."""
        return max(0, self.asn_count - self.done_count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The figures of the cards; each is a count of rows of the same board, so they add up."""

    office_count: int
    letter_count: int
    session_count: int
    finished_count: int
    done_count: int
    asn_count: int

    @property
    def share(self) -> float:
        """ASN who finished as a part of all, 0 to 1."""
        return self.done_count / self.asn_count if self.asn_count else 0.0


def offices_to_reach(offices: Iterable[Office]) -> tuple[Office, ...]:
    """The perangkat daerah, in the order of their rank; BPS is an instansi vertikal, not one."""
    own = [office for office in offices if office.kind is not OfficeKind.VERTICAL]
    return tuple(sorted(own, key=lambda office: (office.rank, office.code)))


def coverage(campaign: Campaign, on: date) -> tuple[OfficeCoverage, ...]:
    """One row for each office to reach: what was known to have happened by the end of that day."""
    offices = offices_to_reach(campaign.offices)
    marks = marks_of_steps(campaign, offices, on)
    recaps = latest_recaps(campaign.recaps, on)
    return tuple(_row(office, marks[office.id], recaps.get(office.id)) for office in offices)


def _row(office: Office, marks: dict[Step, Mark], recap: Recap | None) -> OfficeCoverage:
    done = recap.done_count if recap else 0
    # The office's own number of ASN is the denominator of the whole desk; a recap that counts
    # more people than that (guests, transfers) must not push the share over one.
    return OfficeCoverage(
        office=office,
        marks=marks,
        done_count=min(done, office.asn_count),
        asn_count=office.asn_count,
    )


def totals(rows: Iterable[OfficeCoverage]) -> Totals:
    """The cards of the first page, counted from the rows of the board."""
    rows = tuple(rows)
    return Totals(
        office_count=len(rows),
        letter_count=_count(rows, lambda row: is_reached(row.marks[Step.LETTER])),
        session_count=_count(rows, lambda row: row.marks[Step.SESSION].state is State.DONE),
        finished_count=_count(rows, lambda row: row.marks[Step.DONE].state is State.DONE),
        done_count=sum(row.done_count for row in rows),
        asn_count=sum(row.asn_count for row in rows),
    )


def is_reached(mark: Mark) -> bool:
    """Whether at least something of the step has happened at the office."""
    return mark.state in (State.DONE, State.PARTLY)


def by_state(rows: Iterable[OfficeCoverage], step: Step) -> dict[State, int]:
    """How many offices stand in each state of one step; the counts sum to all offices."""
    counts = dict.fromkeys(State, 0)
    for row in rows:
        counts[row.marks[step].state] += 1
    return counts


def by_need(rows: Iterable[OfficeCoverage]) -> tuple[OfficeCoverage, ...]:
    """The rows with the most to do first; equal ones keep their order."""
    return tuple(sorted(rows, key=lambda row: row.need, reverse=True))


def _count(rows: Iterable[OfficeCoverage], fact: Callable[[OfficeCoverage], bool]) -> int:
    return sum(1 for row in rows if fact(row))
