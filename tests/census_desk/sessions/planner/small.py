"""Small requests for tests: builders, random ones, and every plan of a tiny one counted out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.judged_cost import parts
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import (
    SLOTS,
    ForbiddenPlace,
    PlanDay,
    PlannedSession,
    PlanRequest,
    PlanTeam,
    PlanUnit,
    TeamMember,
    sessions_needed,
)

MONDAY = date(2020, 2, 17)
HOME = (-6.806, 110.841)
MINUTES_PER_DEGREE = 111.19 * 1.35 * 2  # along a meridian


def day(number: int) -> date:
    """Working day 1, 2, … of the small calendar (weeks without an end)."""
    return MONDAY + timedelta(days=number - 1)


def a_unit(code: str = "A", **given: object) -> PlanUnit:
    """A unit of 40 people at the teams' home, open all days, one session."""
    people, room = int(str(given.get("people", 40))), int(str(given.get("room", 40)))
    fields: dict[str, object] = {
        "code": code,
        "name": f"Dinas {code}",
        "people": people,
        "lat": HOME[0],
        "lon": HOME[1],
        "room": room,
        "venue": code,
        "sessions": sessions_needed(people, room),
        "max_per_day": 1,
        "first": day(1),
        "last": day(60),
    }
    return PlanUnit(**{**fields, **given})  # type: ignore[arg-type]


def a_team(code: str = "T1", *, away: tuple[date, ...] = ()) -> PlanTeam:
    """A team of two that goes out together; both are away on those days."""
    members = tuple(
        TeamMember(name=f"{code} {name}", leave=frozenset(away)) for name in ("Budi", "Sri")
    )
    return PlanTeam(code=code, members=members, min_present=2)


def a_request(*units: PlanUnit, days: int = 2, teams: int = 1, **given: object) -> PlanRequest:
    """A request for those units, its days all with morning and afternoon."""
    fields: dict[str, object] = {
        "home": HOME,
        "days": tuple(PlanDay(on=day(number)) for number in range(1, days + 1)),
        "units": units,
        "teams": tuple(a_team(f"T{number}") for number in range(1, teams + 1)),
        "venues": {unit.venue: 1 for unit in units},
    }
    return PlanRequest(**{**fields, **given})  # type: ignore[arg-type]


def at(unit: str, number: int, slot: str = "AM", team: str = "T1") -> PlannedSession:
    """A session on a working day of the small calendar."""
    return PlannedSession(unit=unit, on=day(number), slot=slot, team=team)


def planned(request: PlanRequest, tries: int = 2000, seed: int = 1) -> Plan:
    """A plan after so many tries; no clock is asked."""
    return make_plan(request, Limits(tries=tries), seed, clock=lambda: 0.0)


def north(minutes: float) -> float:
    """The latitude so many minutes of road north of home."""
    return HOME[0] + (minutes - 5) / MINUTES_PER_DEGREE


def random_request(random: Random, *, days: int, teams: int, units: int) -> PlanRequest:
    """A request with a little of everything: halls shared, long roads, leave, closed days."""
    calendar = tuple(
        PlanDay(on=day(number), slots=("AM",) if random.random() < 0.2 else SLOTS)
        for number in range(1, days + 1)
    )
    found = []
    halls = [
        (f"V{n}", HOME[0] + random.uniform(-0.12, 0.12), HOME[1] + random.uniform(-0.12, 0.12))
        for n in range(units)
    ]
    for number in range(units):
        venue, lat, lon = random.choice(halls)
        people, room = random.randint(5, 90), random.choice((30, 40, 80))
        first, last = sorted((random.randint(1, days), random.randint(1, days)))
        closed = [day(n) for n in range(1, days + 1) if random.random() < 0.1]
        unit = a_unit(
            f"U{number}",
            people=people,
            room=room,
            lat=lat,
            lon=lon,
            venue=venue,
            max_per_day=random.choice((1, 1, 2)),
            blackout=frozenset(closed),
        )
        if random.random() < 0.4:
            unit = replace(unit, first=day(first), last=day(last))
        found.append(unit)
    return PlanRequest(
        home=HOME,
        days=calendar,
        units=tuple(found),
        teams=tuple(
            a_team(f"T{n}", away=(day(random.randint(1, days)),) if random.random() < 0.3 else ())
            for n in range(1, teams + 1)
        ),
        venues={f"V{n}": random.choice((1, 1, 2)) for n in range(units)},
        gap_minutes=random.choice((20, 40, 60)),
        forbidden=tuple(
            ForbiddenPlace(unit=unit.code, on=day(random.randint(1, days)), slot="AM")
            for unit in found
            if random.random() < 0.1
        ),
    )


def every_plan(request: PlanRequest) -> Iterator[tuple[PlannedSession, ...]]:
    """All plans of a tiny request that break no rule, each once."""
    places = [
        PlannedSession(unit="", on=one.on, slot=slot, team=team.code)
        for one in request.days
        for slot in one.slots
        for team in request.teams
    ]
    yield from _placed(request, places, ())


def _placed(
    request: PlanRequest, places: list[PlannedSession], sessions: tuple[PlannedSession, ...]
) -> Iterator[tuple[PlannedSession, ...]]:
    if not places:
        yield sessions
        return
    yield from _placed(request, places[1:], sessions)
    for unit in request.units:
        more = (*sessions, replace(places[0], unit=unit.code))
        if not violations(replace(request, locked=()), more):
            yield from _placed(request, places[1:], more)


def least_cost(request: PlanRequest) -> float:
    """The cost of the best plan there is, found by looking at all of them."""
    locked = set(request.locked)
    return min(parts(request, one).total for one in every_plan(request) if locked <= set(one))
