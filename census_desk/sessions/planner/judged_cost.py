"""What a plan costs, counted from its sessions and the request alone, without the search's code."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from census_desk.sessions.planner.request import Place, PlannedSession, PlanRequest, PlanUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a plan costs, in person-days of waiting; `total` is their sum."""

    unreached: float
    wait: float
    travel: float
    balance: float
    change: float

    @property
    def total(self) -> float:
        """The one number plans are compared by."""
        return self.unreached + self.wait + self.travel + self.balance + self.change


def unreached(request: PlanRequest, sessions: Iterable[PlannedSession]) -> dict[str, int]:
    """How many sessions of each unit are not held; only units that miss any."""
    held = Counter(one.unit for one in sessions)
    missing = {unit.code: unit.sessions - held[unit.code] for unit in request.units}
    return {code: count for code, count in missing.items() if count > 0}


def parts(request: PlanRequest, sessions: Iterable[PlannedSession]) -> Parts:
    """The cost of sessions that break no rule (planning.md 2.3)."""
    planned = tuple(sessions)
    weights = request.weights
    each = {unit.code: unit.people / unit.sessions for unit in request.units}
    number = {day.on: place for place, day in enumerate(request.days, 1)}
    missing = unreached(request, planned)
    return Parts(
        unreached=weights.unreached * sum(each[code] * many for code, many in missing.items()),
        wait=weights.wait * sum(each[one.unit] * number[one.on] for one in planned),
        travel=weights.travel * minutes_on_the_road(request, planned),
        balance=weights.balance * _unequal(request, planned),
        change=_change(request, planned),
    )


def minutes_on_the_road(request: PlanRequest, sessions: Iterable[PlannedSession]) -> float:
    """The minutes of all tours from home through the units of a day and back."""
    units = {unit.code: unit for unit in request.units}
    total = 0.0
    for tour in tours(sessions).values():
        stops = [units[one.unit] for one in tour]
        total += _from_home(request.home, stops[0]) + _from_home(request.home, stops[-1])
        total += sum(minutes_of_road(one, other) for one, other in pairwise(stops))
    return total


def tours(
    sessions: Iterable[PlannedSession],
) -> dict[tuple[str, date], list[PlannedSession]]:
    """The sessions of each team and day, the morning first."""
    found: dict[tuple[str, date], list[PlannedSession]] = defaultdict(list)
    for one in sorted(sessions):
        found[one.team, one.on].append(one)
    return dict(found)


def minutes_of_road(one: PlanUnit, other: PlanUnit) -> float:
    """Minutes between two units: 1.35 times the great circle at 30 km/h, five more to get going;
    none in the same building."""
    if one.venue == other.venue:
        return 0.0
    return _minutes((one.lat, one.lon), (other.lat, other.lon))


def _from_home(home: Place, unit: PlanUnit) -> float:
    return _minutes(home, (unit.lat, unit.lon))


def _minutes(one: Place, other: Place) -> float:
    north, other_north = radians(one[0]), radians(other[0])
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(radians(other[1] - one[1]) / 2) ** 2
    great_circle = 2 * 6371 * asin(sqrt(half))
    return great_circle * 1.35 / 30 * 60 + 5


def _unequal(request: PlanRequest, planned: Sequence[PlannedSession]) -> float:
    """Sessions beyond one more or less than each team's share, by the half-days it is there."""
    own = {
        team.code: sum(
            len(day.slots)
            for day in request.days
            if sum(day.on not in member.leave for member in team.members) >= team.min_present
        )
        for team in request.teams
    }
    there = sum(own.values())
    if not there:
        return 0.0
    load = Counter(one.team for one in planned)
    shares = {code: len(planned) * slots / there for code, slots in own.items()}
    return sum(max(0.0, abs(load[code] - share) - 1) for code, share in shares.items())


def _change(request: PlanRequest, planned: Sequence[PlannedSession]) -> float:
    """What differs from the plan people know, per unit, like set against like."""
    return sum(
        _moved(
            request,
            [one for one in request.previous if one.unit == unit.code],
            [one for one in planned if one.unit == unit.code],
        )
        for unit in request.units
    )


def _moved(request: PlanRequest, old: list[PlannedSession], new: list[PlannedSession]) -> float:
    """The least that differs: a session as it was is free, then the same half-day with another
    team, the same date at another half-day, and another date."""
    weights = request.weights
    price = {0: weights.date, 1: weights.slot, 2: weights.team, 3: 0}
    pairs = sorted(
        ((_alike(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new)),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    cost = 0.0
    for alike, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            cost += price[alike]
    return cost


def _alike(one: PlannedSession, other: PlannedSession) -> int:
    """How far two sessions agree: 1 the date, 2 the half-day as well, 3 the team as well."""
    keys = [(one.on, other.on), (one.slot, other.slot), (one.team, other.team)]
    for count, (mine, its) in enumerate(keys):
        if mine != its:
            return count
    return len(keys)
