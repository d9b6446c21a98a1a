"""Requests to measure the planner on: the shipped instance, and whole kabupaten made from areas.

Offices, their people and places, and who is on leave are invented, from one seed; kecamatan and
villages lie where resources/areas has their centroids.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from census_desk import places
from census_desk.calendar import working_days
from census_desk.sessions.planner.reading import read_request
from census_desk.sessions.planner.request import (
    FRIDAY,
    MORNING,
    SLOTS,
    PlanDay,
    PlanRequest,
    PlanTeam,
    PlanUnit,
    TeamMember,
    sessions_needed,
)

INSTANCE = Path(__file__).parent / "planner_instances" / "kudus_4.json"
KUDUS_BOUND = 94_403  # proven, see planner_instances/README.md
# of regency(code, teams=6), by `census-desk plan --prove`
BOUNDS = {"33.18": 220_263, "33.02": 234_020}
FIRST, LAST = date(2020, 2, 17), date(2020, 4, 3)
OFFICES, HALLS = 30, 24
CLUSTER = 5  # villages that come together


def kudus() -> PlanRequest:
    """175 sessions, 4 teams, 31 days."""
    return read_request(INSTANCE)


def impossible() -> dict[str, PlanRequest]:
    """Requests nobody can meet: a team or two too few, an early deadline, a large kabupaten."""
    whole = kudus()
    early = tuple(
        replace(unit, last=date(2020, 2, 28)) if unit.code.startswith(("DISDIK", "PKM")) else unit
        for unit in whole.units
    )
    return {
        "three teams": replace(whole, teams=whole.teams[:3], locked=()),
        "two teams": replace(whole, teams=whole.teams[:2], locked=()),
        "early deadline": replace(whole, units=early, locked=()),
        "large, four teams": regency("33.18", teams=4),
    }


def regency(code: str, *, teams: int, seed: int = 1) -> PlanRequest:
    """A kabupaten: offices round its middle, for each kecamatan its office, schools and puskesmas,
    and its villages in clusters."""
    random = Random(seed)
    days = tuple(
        PlanDay(on=on, slots=(MORNING,) if on.weekday() == FRIDAY else SLOTS)
        for on in working_days(FIRST, LAST)
    )
    dates = [day.on for day in days]
    centre = _middle(places.districts(code))
    units = [
        replace(unit, blackout=frozenset(random.sample(dates, 1)))
        if random.random() < 0.25
        else unit
        for unit in [*_offices(random, centre), *_districts(random, code)]
    ]
    return PlanRequest(
        name=code,
        home=centre,
        days=days,
        units=tuple(units),
        teams=tuple(_team(random, number, dates) for number in range(1, teams + 1)),
        venues={unit.venue: 1 for unit in units},
    )


def _offices(random: Random, centre: tuple[float, float]) -> list[PlanUnit]:
    found = []
    for number in range(OFFICES):
        place = (
            centre[0] + random.uniform(-0.03, 0.03),
            centre[1] + random.uniform(-0.03, 0.03),
        )
        room = random.choice((40, 50, 60, 80))
        people = random.randint(25, 220)
        found.append(_unit(f"OPD{number}", people, place, room, f"GEDUNG{number % HALLS}"))
    return found


def _districts(random: Random, code: str) -> list[PlanUnit]:
    found = []
    for district in places.districts(code):
        place, name = _place(district), district.code
        hall = f"AULA-{name}"
        found.append(_unit(f"KEC-{name}", random.randint(20, 60), place, 80, hall))
        found.append(_unit(f"DIK-{name}", random.randint(120, 420), place, 80, hall))
        found.append(_unit(f"PKM-{name}", random.randint(30, 70), place, 50, f"PKM-{name}"))
        for number, villages in enumerate(_clusters(name)):
            people = len(villages) * random.randint(9, 13)
            hall = f"BALAI-{name}-{number}"
            found.append(_unit(f"DESA-{name}-{number}", people, _middle(villages), 60, hall))
    return found


def _clusters(district_code: str) -> list[list[places.Village]]:
    """The villages in groups of neighbours, from the south."""
    left = [one for one in places.villages(district_code) if one.lat is not None]
    found = []
    while left:
        south = _place(min(left, key=_place))
        near = sorted(left, key=lambda one: _square(_place(one), south))[:CLUSTER]
        found.append(near)
        left = [one for one in left if one not in near]
    return found


def _unit(code: str, people: int, place: tuple[float, float], room: int, venue: str) -> PlanUnit:
    sessions = sessions_needed(people, room)
    return PlanUnit(
        code=code,
        name=code,
        people=people,
        lat=place[0],
        lon=place[1],
        room=room,
        venue=venue,
        sessions=sessions,
        max_per_day=2 if sessions > 3 else 1,
        first=FIRST,
        last=LAST,
    )


def _team(random: Random, number: int, dates: list[date]) -> PlanTeam:
    members = tuple(
        TeamMember(name=f"T{number}-{each}", leave=frozenset(random.sample(dates, 2)))
        for each in range(1, 5)
    )
    return PlanTeam(code=f"T{number}", members=members, min_present=2)


def _place(area: places.District | places.Village) -> tuple[float, float]:
    assert area.lat is not None
    assert area.lon is not None
    return area.lat, area.lon


def _middle(areas: tuple[places.District, ...] | list[places.Village]) -> tuple[float, float]:
    found = [_place(area) for area in areas]
    return sum(lat for lat, _lon in found) / len(found), sum(lon for _lat, lon in found) / len(
        found
    )


def _square(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
