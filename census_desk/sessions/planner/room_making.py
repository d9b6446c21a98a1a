"""The ways to make room in a request, each as a changed request and a sentence with its extent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from census_desk.sessions.planner.calendar_room import (
    Way,
    days_more,
    friday_afternoons,
    later_deadline,
    teams_more,
)
from census_desk.sessions.planner.plan import Shortage
from census_desk.sessions.planner.request import PlanRequest, PlanUnit, sessions_needed
from census_desk.words import _

HALL, ROOM, PER_DAY = "hall", "room", "per day"
MOST_HALLS = 25


def ways(request: PlanRequest, shortage: Shortage) -> tuple[Way, ...]:
    """The kinds of fix that can help those units at all."""
    units = [unit for unit in request.units if unit.code in shortage.units]
    found = (
        _bigger_halls(request, units),
        _second_rooms(request, units, shortage),
        friday_afternoons(request, shortage.days),
        _more_a_day(request, units, shortage),
        later_deadline(request, units),
        days_more(request),
        teams_more(request),
    )
    return tuple(way for way in found if way.most > 0)


def _bigger_halls(request: PlanRequest, units: Sequence[PlanUnit]) -> Way:
    """A hall of twice the room for the units that then need fewest sessions less."""

    def saved(unit: PlanUnit) -> int:
        # locked sessions stay, whatever the hall; those people know are not called off for it
        fixed = max(
            sum(one.unit == unit.code for one in known)
            for known in (request.locked, request.previous)
        )
        return unit.sessions - max(fixed, 1, sessions_needed(unit.people, 2 * unit.room))

    best = sorted((unit for unit in units if saved(unit) > 0), key=lambda one: -saved(one))

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        fewer = {unit.code: unit.sessions - saved(unit) for unit in best[:count]}
        return replace(
            to,
            units=tuple(
                replace(unit, room=2 * unit.room, sessions=fewer[unit.code])
                if unit.code in fewer
                else unit
                for unit in to.units
            ),
        )

    def told(count: int) -> str:
        return _("gedung dua kali lebih besar untuk {units}").format(
            units=", ".join(f"{unit.name} ({2 * unit.room})" for unit in best[:count])
        )

    return Way(
        kind=HALL,
        price=request.prices.hall,
        most=min(MOST_HALLS, len(best)),
        gain=lambda before, after, _teams, _halves: sum(map(saved, best[before:after])),
        apply=apply,
        told=told,
        codes=lambda count: tuple(unit.code for unit in best[:count]),
    )


def _second_rooms(request: PlanRequest, units: Sequence[PlanUnit], shortage: Shortage) -> Way:
    """One room more in the halls that several of these units, or many sessions, need at once."""
    need: dict[str, int] = {}
    for unit in units:
        need[unit.venue] = need.get(unit.venue, 0) + unit.sessions
    binding = any(cause.limit == "venue" for cause in shortage.causes)
    halls = sorted(need, key=lambda venue: -need[venue]) if binding else []

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        more = {venue: rooms + (venue in halls[:count]) for venue, rooms in to.venues.items()}
        return replace(to, venues=more)

    def told(count: int) -> str:
        return _("satu ruang lagi di {venues}").format(venues=", ".join(halls[:count]))

    return Way(
        kind=ROOM,
        price=request.prices.hall,
        most=min(MOST_HALLS, len(halls)),
        gain=lambda before, after, _teams, halves: (after - before) * halves,
        apply=apply,
        told=told,
        codes=lambda count: tuple(halls[:count]),
    )


def _more_a_day(request: PlanRequest, units: Sequence[PlanUnit], shortage: Shortage) -> Way:
    """One session more a day for units that the limit of a day keeps back."""
    bound = {
        code
        for cause in shortage.causes
        if cause.limit in ("per day", "blackout")
        for code in cause.units
    }
    held = sorted((unit for unit in units if unit.code in bound), key=lambda one: -one.sessions)

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        chosen = {unit.code for unit in held[:count]}
        return replace(
            to,
            units=tuple(
                replace(unit, max_per_day=unit.max_per_day + 1) if unit.code in chosen else unit
                for unit in to.units
            ),
        )

    def told(count: int) -> str:
        return _("satu sesi lagi sehari untuk {units}").format(
            units=", ".join(unit.name for unit in held[:count])
        )

    return Way(
        kind=PER_DAY,
        price=request.prices.per_day,
        most=min(MOST_HALLS, len(held)),
        gain=lambda before, after, _teams, _halves: sum(u.sessions for u in held[before:after]),
        apply=apply,
        told=told,
        codes=lambda count: tuple(unit.code for unit in held[:count]),
    )


def applied(request: PlanRequest, counts: Mapping[str, int], known: Sequence[Way]) -> PlanRequest:
    """The request after so many of each kind; days come before the Fridays among them."""
    for way in known:
        if counts.get(way.kind):
            request = way.apply(request, counts[way.kind])
    return request
