"""Fixes that cost nothing: offices that come together, a day opened again, a member called back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from census_desk.indonesian import short_date
from census_desk.sessions.planner.judged_cost import minutes_of_road
from census_desk.sessions.planner.network import Network
from census_desk.sessions.planner.plan import Fix, Shortage
from census_desk.sessions.planner.request import (
    PlannedSession,
    PlanRequest,
    PlanUnit,
    sessions_needed,
)
from census_desk.words import _

NEIGHBOURS = 10.0  # minutes of road within which small offices may come together
SHOWN = 3
TOLD = 4  # names or days told in one sentence

MERGE, BLACKOUT, LEAVE = "merge", "blackout", "leave"


# kind, sentence, the units or people it touches, the request with it
Change = tuple[str, str, tuple[str, ...], PlanRequest]


def free_fixes(
    request: PlanRequest, shortage: Shortage, sessions: Sequence[PlannedSession]
) -> tuple[Fix, ...]:
    """The free changes that gain sessions, each kind alone, the most helpful first."""
    short = Network(request, sessions).short
    found = []
    for kind, sentence, codes, changed in (
        *_called_back(request, shortage),
        *_opened_again(request, shortage),
        *_merged(request, shortage),
    ):
        gains = short - Network(changed, sessions).short
        if gains > 0:
            parts = ((kind, len(codes), codes),)
            found.append(Fix(price=0, sentence=sentence, kinds=(kind,), gains=gains, parts=parts))
    return tuple(sorted(found, key=lambda fix: -fix.gains)[:SHOWN])


def _called_back(request: PlanRequest, shortage: Shortage) -> Iterator[Change]:
    """Teams that stay at home for want of one member, with that member back."""
    for team in request.teams:
        lacking: dict[str, list[date]] = {}
        for day in request.days:
            away = [one.name for one in team.members if day.on in one.leave]
            if len(team.members) - len(away) == team.min_present - 1 and away:
                lacking.setdefault(away[0], []).append(day.on)
        for name, days in lacking.items():
            members = tuple(
                replace(one, leave=one.leave - set(days)) if one.name == name else one
                for one in team.members
            )
            back = replace(team, members=members)
            told = _("Panggil kembali {name} ({team}) pada {days}.").format(
                name=name, team=team.called, days=_days(days)
            )
            teams = tuple(back if one is team else one for one in request.teams)
            yield LEAVE, told, (name,), replace(request, teams=teams)


def _opened_again(request: PlanRequest, shortage: Shortage) -> Iterator[Change]:
    """The units that are short, without the dates on which they receive nobody."""
    days = {day.on for day in request.days}
    closed = {
        unit.code: sorted(unit.blackout & days)
        for unit in request.units
        if unit.code in shortage.units and unit.blackout & days
    }
    if closed:
        units = tuple(
            replace(unit, blackout=frozenset()) if unit.code in closed else unit
            for unit in request.units
        )
        names = {unit.code: unit.name for unit in request.units}
        some = [f"{names[code]} ({_days(dates)})" for code, dates in list(closed.items())[:TOLD]]
        told = _("Buka kembali tanggal yang ditutup: {units}.").format(units=", ".join(some))
        yield BLACKOUT, told, tuple(closed), replace(request, units=units)


def _merged(request: PlanRequest, shortage: Shortage) -> Iterator[Change]:
    """Small units of one building, or close together, that fit into fewer sessions as one."""
    fixed = {one.unit for one in request.locked}
    small = [
        unit
        for unit in request.units
        if unit.code in shortage.units and unit.code not in fixed and unit.sessions == 1
    ]
    groups = _groups(small)
    if not groups:
        return
    merged = {unit.code for group in groups for unit in group}
    together = tuple(_as_one(group) for group in groups)
    units = tuple(unit for unit in request.units if unit.code not in merged) + together
    forbidden = tuple(one for one in request.forbidden if one.unit not in merged)
    saved = sum(len(group) - 1 for group in groups)
    told = _("Gabungkan kelompok kecil yang berdekatan ({groups}): hemat {saved} sesi.").format(
        groups="; ".join(" + ".join(one.name for one in group) for group in groups[:TOLD]),
        saved=saved,
    )
    yield MERGE, told, tuple(sorted(merged)), replace(request, units=units, forbidden=forbidden)


def _groups(small: list[PlanUnit]) -> list[list[PlanUnit]]:
    """Units near the first of each group that fill one room together, the smallest first."""
    left = sorted(small, key=lambda unit: (unit.people, unit.code))
    found = []
    while left:
        group = [left.pop(0)]
        for unit in list(left):
            room = max(one.room for one in [*group, unit])
            people = sum(one.people for one in [*group, unit])
            if people <= room and minutes_of_road(group[0], unit) <= NEIGHBOURS:
                group.append(unit)
                left.remove(unit)
        if len(group) > 1:
            found.append(group)
    return sorted(found, key=lambda group: -len(group))


def _as_one(group: list[PlanUnit]) -> PlanUnit:
    """One unit in the largest room of the group, open when all of them are."""
    host = max(group, key=lambda unit: (unit.room, unit.code))
    people = sum(unit.people for unit in group)
    return replace(
        host,
        people=people,
        sessions=sessions_needed(people, host.room),
        first=max(unit.first for unit in group),
        last=min(unit.last for unit in group),
        blackout=frozenset[date]().union(*(unit.blackout for unit in group)),
    )


def _days(days: Sequence[date]) -> str:
    told = ", ".join(short_date(day) for day in days[:TOLD])
    return (
        told
        if len(days) <= TOLD
        else _("{days}, dan {more} lagi").format(days=told, more=len(days) - TOLD)
    )
