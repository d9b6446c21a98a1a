"""The census programme and its dated entries: what was in force on a day, and by which source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from census_desk.checks import count, limit, order_of_days, refuse, require
from census_desk.words import N_, _


class PhaseKind(StrEnum):
    """The stages of a census campaign."""

    PREPARATION = "persiapan"
    ONLINE = "daring"
    FIELD = "lapangan"


class CountedUnit(StrEnum):
    """What a target or a denominator counts."""

    PERSONS = "orang"
    HOUSEHOLDS = "keluarga"


PHASE_NAMES = {
    PhaseKind.PREPARATION: N_("Persiapan"),
    PhaseKind.ONLINE: N_("Sensus daring"),
    PhaseKind.FIELD: N_("Pendataan lapangan"),
}
UNIT_NAMES = {CountedUnit.PERSONS: N_("Orang"), CountedUnit.HOUSEHOLDS: N_("Keluarga")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One census in one regency."""

    id: str
    name: str
    short_name: str
    regency_code: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "name", self.name, _("Nama program"))
        require(problems, "short_name", self.short_name, _("Nama singkat"))
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """The dates of one stage as they were known from `known_from` on."""

    id: str
    kind: PhaseKind = PhaseKind.ONLINE
    starts_on: date
    ends_on: date
    known_from: date
    source: str

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "source", self.source, _("Sumber"))
        limit(problems, "source", self.source, _("Sumber"))
        order_of_days(problems, "ends_on", self.starts_on, self.ends_on)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The share, in per cent of the denominator, that should answer online.

    A wish was spoken or reported but never decided: it is kept with its source, never in force.
    """

    id: str
    unit: CountedUnit = CountedUnit.PERSONS
    percent: float
    known_from: date
    source: str
    is_wish: bool = False

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "source", self.source, _("Sumber"))
        limit(problems, "source", self.source, _("Sumber"))
        if not 0 < self.percent <= 100:
            problems["percent"] = _("Target harus di atas 0 dan paling tinggi 100 persen.")
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominator:
    """How many persons or households the target is a share of."""

    id: str
    unit: CountedUnit = CountedUnit.PERSONS
    total: int
    known_from: date
    source: str

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "source", self.source, _("Sumber"))
        limit(problems, "source", self.source, _("Sumber"))
        if self.total < 1:
            problems["total"] = _("Jumlah minimal 1.")
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingPlan:
    """How many field officers were planned, as known from a day on."""

    id: str
    enumerator_count: int
    team_leader_count: int = 0
    known_from: date
    source: str

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "source", self.source, _("Sumber"))
        count(problems, "enumerator_count", self.enumerator_count, _("Jumlah pencacah"))
        count(problems, "team_leader_count", self.team_leader_count, _("Jumlah koordinator"))
        refuse(problems)


Entry = TypeVar("Entry", Phase, Target, Denominator, StaffingPlan)


def in_force(entries: Iterable[Entry], on: date) -> Entry | None:
    """The newest entry known on that day; of equal days the one entered last (ids follow time)."""
    known = [entry for entry in entries if entry.known_from <= on]
    return max(known, key=lambda entry: (entry.known_from, entry.id), default=None)


def phase_in_force(phases: Iterable[Phase], kind: PhaseKind, on: date) -> Phase | None:
    """The dates of one stage as they were known on that day."""
    return in_force([phase for phase in phases if phase.kind is kind], on)


def target_in_force(targets: Iterable[Target], unit: CountedUnit, on: date) -> Target | None:
    """The target for persons or households as it was known on that day."""
    decided = [target for target in targets if target.unit is unit and not target.is_wish]
    return in_force(decided, on)


def denominator_in_force(
    denominators: Iterable[Denominator], unit: CountedUnit, on: date
) -> Denominator | None:
    """The denominator for persons or households as it was known on that day."""
    return in_force([entry for entry in denominators if entry.unit is unit], on)


def target_count(target: Target, denominator: Denominator) -> int:
    """How many persons or households the target means: per cent of the total, rounded."""
    return round(denominator.total * target.percent / 100)
