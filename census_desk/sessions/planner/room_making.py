"""The ways to make room in a request, each as a changed request and a sentence with its extent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from census_desk.sessions.planner.plan import Shortage
from census_desk.sessions.planner.request import (
    AFTERNOON,
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
from census_desk.words import _, counted

HALL, ROOM, FRIDAYS, PER_DAY = "hall", "room", "friday", "per day"
DEADLINE, DAY, TEAM = "deadline", "day", "team"
MOST_DAYS, MOST_TEAMS, MOST_HALLS = 15, 8, 25
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One kind of fix: its price each, how many at most, and what so many of it change.

    `gain` bounds the sessions that the steps from one count to another add, whatever else is
    changed: handed the counts, the teams there are then, and the half-days.
    """

    kind: str
    price: int
    most: int
    gain: Callable[[int, int, int, int], int]
    apply: Callable[[PlanRequest, int], PlanRequest]
    told: Callable[[int], str]


def ways(request: PlanRequest, shortage: Shortage) -> tuple[Way, ...]:
    """The kinds of fix that can help those units at all."""
    units = [unit for unit in request.units if unit.code in shortage.units]
    found = (
        _bigger_halls(request, units),
        _second_rooms(request, units, shortage),
        _friday_afternoons(request, shortage.days),
        _more_a_day(request, units, shortage),
        _later_deadline(request, units),
        _days_more(request),
        _teams_more(request),
    )
    return tuple(way for way in found if way.most > 0)


def _bigger_halls(request: PlanRequest, units: Sequence[PlanUnit]) -> Way:
    """A hall of twice the room for the units that then need fewest sessions less."""

    def saved(unit: PlanUnit) -> int:
        # locked sessions stay, whatever the hall
        fixed = sum(one.unit == unit.code for one in request.locked)
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
    )


def _friday_afternoons(request: PlanRequest, days: Sequence[date]) -> Way:
    """Friday afternoons opened, first those among the days that are short."""
    closed = [
        day.on for day in request.days if day.on.weekday() == FRIDAY and AFTERNOON not in day.slots
    ]
    order = sorted(closed, key=lambda on: (on not in days, on))

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        opened = set(order[:count])
        return replace(
            to,
            days=tuple(replace(day, slots=SLOTS) if day.on in opened else day for day in to.days),
        )

    def told(count: int) -> str:
        return counted("{count} Jumat siang", "{count} Jumat siang", count).format(count=count)

    return Way(
        kind=FRIDAYS,
        price=request.prices.friday,
        most=len(order),
        gain=lambda before, after, teams, _halves: (after - before) * teams,
        apply=apply,
        told=told,
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
    )


def _later_deadline(request: PlanRequest, units: Sequence[PlanUnit]) -> Way:
    """The deadline of these units so many working days of the request later."""
    days = [day.on for day in request.days]
    early = {unit.code: unit.last for unit in units if unit.last < days[-1]}

    def later(last: date, count: int) -> date:
        after = [on for on in days if on > last]
        return after[min(count, len(after)) - 1]

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        if not count:
            return to
        return replace(
            to,
            units=tuple(
                replace(unit, last=max(unit.last, later(early[unit.code], count)))
                if unit.code in early
                else unit
                for unit in to.units
            ),
        )

    def told(count: int) -> str:
        told = _("batas akhir {days} hari kerja lebih lambat untuk {count} satuan")
        return told.format(days=count, count=len(early))

    most = min(
        MOST_DAYS, max((sum(on > last for on in days) for last in early.values()), default=0)
    )
    lasts = len(set(early.values()))  # every step opens a day for each of them
    return Way(
        kind=DEADLINE,
        price=request.prices.deadline,
        most=most,
        gain=lambda before, after, teams, _halves: (after - before) * 2 * teams * lasts,
        apply=apply,
        told=told,
    )


def _days_more(request: PlanRequest) -> Way:
    """Working days after the last one, for all who may be reached until then."""
    final = request.days[-1].on

    def after(count: int) -> list[date]:
        found: list[date] = []
        on = final
        while len(found) < count:
            on += timedelta(days=1)
            if on.weekday() < SATURDAY:
                found.append(on)
        return found

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        more = after(count)
        if not more:
            return to
        opened = AFTERNOON in {slot for day in to.days for slot in day.slots}
        added = tuple(
            PlanDay(on=on, slots=SLOTS if on.weekday() != FRIDAY and opened else (MORNING,))
            for on in more
        )
        return replace(
            to,
            days=to.days + added,
            units=tuple(
                replace(unit, last=max(unit.last, more[-1])) if unit.last >= final else unit
                for unit in to.units
            ),
        )

    def told(count: int) -> str:
        told = counted("{count} hari kerja lagi", "{count} hari kerja lagi", count)
        return told.format(count=count)

    return Way(
        kind=DAY,
        price=request.prices.day,
        most=MOST_DAYS,
        gain=lambda before, after, teams, _halves: (after - before) * 2 * teams,
        apply=apply,
        told=told,
    )


def _teams_more(request: PlanRequest) -> Way:
    """Teams that are there every day."""

    def apply(to: PlanRequest, count: int) -> PlanRequest:
        codes = {team.code for team in to.teams}
        free = (f"+{number}" for number in range(1, len(codes) + count + 1))
        new = [code for code in free if code not in codes][:count]
        added = tuple(
            PlanTeam(code=code, members=(TeamMember(name=code),), min_present=1) for code in new
        )
        return replace(to, teams=to.teams + added)

    def told(count: int) -> str:
        return counted("{count} tim lagi", "{count} tim lagi", count).format(count=count)

    return Way(
        kind=TEAM,
        price=request.prices.team,
        most=MOST_TEAMS,
        gain=lambda before, after, _teams, halves: (after - before) * halves,
        apply=apply,
        told=told,
    )


def applied(request: PlanRequest, counts: Mapping[str, int], known: Sequence[Way]) -> PlanRequest:
    """The request after so many of each kind; days come before the Fridays among them."""
    for way in known:
        if counts.get(way.kind):
            request = way.apply(request, counts[way.kind])
    return request
