"""Beranda's board: the offices with four of the six steps, and the figures of its cards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from census_desk.coverage.rows import CoverageRow
from census_desk.coverage.steps import NEED, Mark, State, Step
from census_desk.people import Office
from census_desk.words import N_

HOME_STEPS = (Step.LETTER, Step.SESSION, Step.VISIT, Step.DONE)
HOME_NAMES = {
    Step.LETTER: N_("Edaran diterima"),
    Step.SESSION: N_("Sosialisasi"),
    Step.VISIT: N_("Pendampingan"),
    Step.DONE: N_("ASN selesai"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCoverage:
    """One office's row: a mark for each of the four steps, and its row on the whole board."""

    office: Office
    marks: dict[Step, Mark]
    row: CoverageRow

    @property
    def id(self) -> str:
        """The office's id: a row is told apart by it."""
        return self.office.id

    @property
    def done_count(self) -> int:
        """ASN who have finished by the office's newest recap."""
        return self.row.done_count

    @property
    def asn_count(self) -> int:
        """The office's own number of ASN."""
        return self.office.asn_count

    @property
    def need(self) -> tuple[int, int]:
        """What the board sorts by: how much is open, then how many ASN have not finished."""
        return sum(NEED[mark.state] for mark in self.marks.values()), self.remaining

    @property
    def remaining(self) -> int:
        """ASN of the office who have not finished."""
        return self.row.remaining


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


def home_rows(offices: Iterable[Office], rows: Iterable[CoverageRow]) -> tuple[OfficeCoverage, ...]:
    """The offices' rows of the whole board, in its order, as the first page shows them."""
    by_id = {office.id: office for office in offices}
    return tuple(home_row(by_id[row.office_id], row) for row in rows)


def home_row(office: Office, row: CoverageRow) -> OfficeCoverage:
    """An office's row of the whole board, as the first page shows it."""
    marks = {step: row.marks[step] for step in HOME_STEPS}
    marks[Step.SESSION] = briefing(row.marks[Step.SCHEDULED], row.marks[Step.SESSION])
    return OfficeCoverage(office=office, marks=marks, row=row)


def briefing(scheduled: Mark, session: Mark) -> Mark:
    """Dijadwalkan and Terlaksana as one cell: a day that comes too late is told at once."""
    if session.state is State.UNDER_WAY and scheduled.state is State.LATE:
        return scheduled
    return session


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


def _count(rows: Iterable[OfficeCoverage], fact: Callable[[OfficeCoverage], bool]) -> int:
    return sum(1 for row in rows if fact(row))
