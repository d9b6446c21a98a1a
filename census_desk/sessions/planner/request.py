"""What a plan is asked for: units to reach, teams, days, halls, what is fixed and what it costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from census_desk.sessions.planner.halves import AFTERNOON as AFTERNOON
from census_desk.sessions.planner.halves import FRIDAY as FRIDAY
from census_desk.sessions.planner.halves import MORNING as MORNING
from census_desk.sessions.planner.halves import SLOTS as SLOTS
from census_desk.words import _

Place = tuple[float, float]  # latitude and longitude in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanUnit:
    """Who is reached together: an OPD, a part of one, a kecamatan or a few villages.

    Its `people` come in `sessions` equal sessions of at most `room` people, in hall `venue`, not
    before `first` nor after `last`, never on a day of `blackout`, `max_per_day` a day at most.
    """

    code: str
    name: str
    people: int
    lat: float
    lon: float
    room: int
    venue: str
    sessions: int
    max_per_day: int
    first: date
    last: date
    blackout: frozenset[date] = frozenset()
    kind: str = ""

    @property
    def people_each(self) -> float:
        """How many people one session reaches: what a day of waiting is weighed by."""
        return self.people / self.sessions

    def is_open_on(self, on: date) -> bool:
        """Whether the unit can receive a session that day."""
        return self.first <= on <= self.last and on not in self.blackout


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """Somebody of a team and the days of leave."""

    name: str
    leave: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTeam:
    """A team; it goes out on days when at least `min_present` members are not on leave.

    `name` is what it is called, its code where it has none.
    """

    code: str
    members: tuple[TeamMember, ...]
    min_present: int
    name: str = ""

    @property
    def called(self) -> str:
        """`Tim Kota`, as sentences say it: its name, after the word where that lacks it."""
        name = self.name or self.code
        is_whole = name.casefold().startswith(("tim ", "team "))
        return name if is_whole else _("Tim {name}").format(name=name)

    def is_present(self, on: date) -> bool:
        """Whether enough of the team are there that day."""
        return sum(on not in one.leave for one in self.members) >= self.min_present


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """A working day and its half-days: a Friday has no afternoon unless opened by hand."""

    on: date
    slots: tuple[str, ...] = SLOTS


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PlannedSession:
    """One session of a plan: the unit, the half-day and the team; `locked` ones stay."""

    on: date
    slot: str
    team: str
    unit: str
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenPlace:
    """A day, or one half of it, where a unit is not to be placed."""

    unit: str
    on: date
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What a plan costs, in person-days of waiting (planning.md 2.3).

    One person not reached, one day of waiting for one person, one minute on the road, one session
    more than a team's share, and a session moved to another date, half-day or team.
    """

    unreached: int = 1000
    wait: int = 1
    travel: int = 1
    balance: int = 100
    date: int = 300
    slot: int = 100
    team: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What it costs the office to make room: the order in which fixes are proposed."""

    team: int = 40
    day: int = 6
    deadline: int = 4
    friday: int = 3
    per_day: int = 3
    hall: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """Everything a plan is made from; `previous` is the plan people already know."""

    name: str = ""
    home: Place
    days: tuple[PlanDay, ...]
    units: tuple[PlanUnit, ...]
    teams: tuple[PlanTeam, ...]
    venues: Mapping[str, int]
    gap_minutes: int = 60
    locked: tuple[PlannedSession, ...] = ()
    previous: tuple[PlannedSession, ...] = ()
    forbidden: tuple[ForbiddenPlace, ...] = ()
    weights: Weights = field(default_factory=Weights)
    prices: Prices = field(default_factory=Prices)


def sessions_needed(people: int, room: int) -> int:
    """How many equal sessions of at most `room` people reach them all."""
    return -(-people // room)


def with_locked(
    request_locked: Iterable[PlannedSession], sessions: Iterable[PlannedSession]
) -> tuple[PlannedSession, ...]:
    """The sessions, those of `request_locked` marked, in the order of days."""
    kept = {(one.on, one.slot, one.team) for one in request_locked}
    return tuple(
        sorted(
            PlannedSession(
                on=one.on,
                slot=one.slot,
                team=one.team,
                unit=one.unit,
                locked=(one.on, one.slot, one.team) in kept,
            )
            for one in sessions
        )
    )
