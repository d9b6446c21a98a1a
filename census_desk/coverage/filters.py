"""Which rows a clerk asks for: those without a schedule, without the letter, not yet reached."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from census_desk.coverage.rows import CoverageRow, RowKind, by_need
from census_desk.coverage.steps import State, Step
from census_desk.programme import PhaseKind, phase_in_force
from census_desk.words import N_

if TYPE_CHECKING:
    from census_desk.register import Register

SETTLED = (State.DONE, State.NOT_NEEDED)


class Filter(StrEnum):
    """What a row is kept for."""

    ALL = "all"
    NO_SCHEDULE = "no-schedule"
    LETTER_NOT_RECEIVED = "letter-not-received"
    NOT_INVITED = "not-invited"
    LATE = "late"
    NOT_REACHED = "not-reached"
    NO_RECAP = "no-recap"


class RowChoice(StrEnum):
    """Which rows are listed."""

    ALL = "all"
    OFFICES = "opd"
    AREAS = "wilayah"
    DISTRICTS = "kecamatan"
    VILLAGES = "desa"


FILTER_NAMES = {
    Filter.ALL: N_("Semua"),
    Filter.NO_SCHEDULE: N_("Belum punya jadwal sebelum tenggat"),
    Filter.LETTER_NOT_RECEIVED: N_("Surat belum diterima"),
    Filter.NOT_INVITED: N_("Belum diundang"),
    Filter.LATE: N_("Ada yang lewat waktu"),
    Filter.NOT_REACHED: N_("Belum terjangkau"),
    Filter.NO_RECAP: N_("Belum menyerahkan rekap"),
}
KINDS_OF = {
    RowChoice.ALL: tuple(RowKind),
    RowChoice.OFFICES: (RowKind.OFFICE,),
    RowChoice.AREAS: (RowKind.DISTRICT, RowKind.VILLAGE),
    RowChoice.DISTRICTS: (RowKind.DISTRICT,),
    RowChoice.VILLAGES: (RowKind.VILLAGE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a filter knows beside the row: the working day and the deadline, if there is one."""

    on: date
    deadline: date | None = None


def facts_of(register: "Register", on: date) -> Facts:
    """The facts of a register on a day."""
    return Facts(on=on, deadline=deadline(register, on))


def deadline(register: "Register", on: date) -> date | None:
    """The end of the online phase as it is in force on that day; None while none is known."""
    phase = phase_in_force(register.phases.all(), PhaseKind.ONLINE, on)
    return phase.ends_on if phase else None


def keeps(wanted: Filter, row: CoverageRow, facts: Facts) -> bool:
    """Whether a row is one of those asked for."""
    return PREDICATES[wanted](row, facts)


def chosen(rows: Iterable[CoverageRow], wanted: Filter, facts: Facts) -> tuple[CoverageRow, ...]:
    """The rows asked for, in their order."""
    return tuple(row for row in rows if keeps(wanted, row, facts))


def listed(
    rows: Iterable[CoverageRow],
    wanted: Filter,
    facts: Facts,
    *,
    choice: RowChoice = RowChoice.ALL,
    needy_first: bool = False,
) -> tuple[CoverageRow, ...]:
    """The rows of a kind that are asked for, as listed or with the most to do first."""
    kinds = KINDS_OF[choice]
    kept = tuple(row for row in chosen(rows, wanted, facts) if row.kind in kinds)
    return by_need(kept) if needy_first else kept


def _open(step: Step) -> Callable[[CoverageRow, Facts], bool]:
    return lambda row, facts: row.marks[step].state not in SETTLED


def _no_recap(row: CoverageRow, facts: Facts) -> bool:
    one = row.marks[Step.DONE]
    return one.state is State.MISSING and not one.record_ids


PREDICATES: dict[Filter, Callable[[CoverageRow, Facts], bool]] = {
    Filter.ALL: lambda row, facts: True,
    # Held, over and not recorded, and coming in time are DONE; after the deadline is LATE.
    Filter.NO_SCHEDULE: _open(Step.SCHEDULED),
    Filter.LETTER_NOT_RECEIVED: _open(Step.LETTER),
    Filter.NOT_INVITED: _open(Step.INVITED),
    Filter.LATE: lambda row, facts: any(one.state is State.LATE for one in row.marks.values()),
    Filter.NOT_REACHED: _open(Step.SESSION),
    Filter.NO_RECAP: _no_recap,
}
