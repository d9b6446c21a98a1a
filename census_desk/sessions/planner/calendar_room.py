"""Ways to make room in the calendar: Friday afternoons, later deadlines, more days, more teams."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
)
from census_desk.words import _, counted

FRIDAYS, DEADLINE, DAY, TEAM = "friday", "deadline", "day", "team"
MOST_DAYS, MOST_TEAMS = 15, 8
SATURDAY = 5


def _nothing(_count: int) -> tuple[str, ...]:
    """No unit, hall or day in particular."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One kind of fix: its price each, how many at most, and what so many of it change.

    `codes` are the units, halls or days that so many of it touch.

    `gain` bounds the sessions that the steps from one count to another add, whatever else is
    changed: handed the counts, the teams there are then, and the half-days.
    """

    kind: str
    price: int
    most: int
    gain: Callable[[int, int, int, int], int]
    apply: Callable[[PlanRequest, int], PlanRequest]
    told: Callable[[int], str]
    codes: Callable[[int], tuple[str, ...]] = _nothing


def friday_afternoons(request: PlanRequest, days: Sequence[date]) -> Way:
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
        codes=lambda count: tuple(on.isoformat() for on in order[:count]),
    )


def later_deadline(request: PlanRequest, units: Sequence[PlanUnit]) -> Way:
    """The deadline of these units so many working days of the request later; not of those all of
    whose sessions are locked already."""
    days = [day.on for day in request.days]
    locked = Counter(one.unit for one in request.locked)
    early = {
        unit.code: unit.last
        for unit in units
        if unit.last < days[-1] and locked[unit.code] < unit.sessions
    }

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
        told = _("batas akhir {days} hari kerja lebih lambat untuk {count} kelompok")
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
        codes=lambda _count: tuple(early),
    )


def days_more(request: PlanRequest) -> Way:
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


def teams_more(request: PlanRequest) -> Way:
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
