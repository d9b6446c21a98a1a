"""After an event: which sessions are hit, how freely the rest may move, and what changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.request import (
    ForbiddenPlace,
    PlannedSession,
    PlanRequest,
    PlanUnit,
)
from census_desk.words import N_, _


class Strength(StrEnum):
    """How much of a known plan may change: only what is hit, what is worth it, or anything."""

    HIT = "hit"
    USUAL = "usual"
    FREE = "free"


STRENGTH_NAMES = {
    Strength.HIT: N_("Hanya yang terkena"),
    Strength.USUAL: N_("Sedikit mungkin"),
    Strength.FREE: N_("Bebas"),
}


class LockedSessionHit(CensusDeskError):
    """A locked session cannot be kept; `sessions` are those to release first."""

    def __init__(
        self, sessions: Sequence[PlannedSession], names: Mapping[str, str] | None = None
    ) -> None:
        self.sessions = tuple(sessions)
        known = names or {}
        told = ", ".join(
            f"{known.get(one.unit, one.unit)} ({short_date(one.on)})" for one in sessions[:5]
        )
        super().__init__(
            _(
                "Sesi terkunci tidak dapat dipertahankan: {sessions}. Lepaskan kuncinya dulu."
            ).format(sessions=told)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One session before and after; None where it is new, or has no place any more."""

    unit: str
    before: PlannedSession | None
    after: PlannedSession | None

    @property
    def other_date(self) -> bool:
        """Whether people must be told another date."""
        return not (self.before and self.after and self.before.on == self.after.on)

    @property
    def other_half(self) -> bool:
        """Whether the date or the half-day differs: an invitation sent holds no longer."""
        return self.other_date or not (
            self.before and self.after and self.before.slot == self.after.slot
        )


def hit_sessions(
    request: PlanRequest, known: Iterable[PlannedSession]
) -> tuple[PlannedSession, ...]:
    """The sessions of a known plan that the request allows no more.

    Where only some of several must go (a room less in a hall), locked ones and then the earlier
    ones stay.
    """
    known = tuple(known)
    rules = replace(request, locked=())
    broken = [one for each in violations(rules, known) for one in each.sessions]
    if not broken:
        return ()
    days, codes = {one.on for one in broken}, {one.unit for one in broken}
    locked = {_place(one) for one in request.locked}
    units = {unit.code: unit for unit in request.units}
    forbidden: dict[str, list[ForbiddenPlace]] = defaultdict(list)
    for place in request.forbidden:
        forbidden[place.unit].append(place)
    on_day: dict[date, list[PlannedSession]] = defaultdict(list)
    of_unit: dict[str, list[PlannedSession]] = defaultdict(list)
    hit = []
    for one in sorted(known, key=lambda each: (_place(each) not in locked, each)):
        near = list(dict.fromkeys([*on_day[one.on], *of_unit[one.unit]]))
        around = {each.unit for each in near} | {one.unit}
        few = replace(  # only what these sessions can break
            rules,
            units=tuple(units[code] for code in around if code in units),
            forbidden=tuple(forbidden[one.unit]),
        )
        # away from every broken rule there is nothing to look for
        is_near = one.on in days or one.unit in codes
        if is_near and violations(few, [*near, one]):
            hit.append(one)
        else:
            on_day[one.on].append(one)
            of_unit[one.unit].append(one)
    return tuple(sorted(hit))


def replanning(
    request: PlanRequest,
    known: Sequence[PlannedSession],
    strength: Strength = Strength.USUAL,
    *,
    today: date = date.min,
) -> PlanRequest:
    """The request to plan again from: what is past is settled, the rest moves by the strength.

    Raises LockedSessionHit when a locked session can be kept no more.
    """
    ahead = from_today(request, known, today)
    future = tuple(one for one in known if one.on >= today)
    hit = {_place(one) for one in hit_sessions(ahead, future)}
    if lost := [one for one in ahead.locked if _place(one) in hit]:
        raise LockedSessionHit(lost, {unit.code: unit.name for unit in ahead.units})
    if strength is Strength.FREE:
        return replace(ahead, previous=())
    if strength is Strength.USUAL:
        return replace(ahead, previous=future)
    staying = tuple(one for one in future if _place(one) not in hit)
    there = {_place(one) for one in staying}
    locked = (*staying, *(one for one in ahead.locked if _place(one) not in there))
    return replace(ahead, previous=future, locked=locked)


def from_today(request: PlanRequest, known: Iterable[PlannedSession], today: date) -> PlanRequest:
    """The request for what is still ahead: days that passed are gone, sessions then were held."""
    if not request.days or today <= request.days[0].on:
        return request
    held = Counter(one.unit for one in known if one.on < today)
    units = tuple(
        _left(unit, held[unit.code]) for unit in request.units if unit.sessions > held[unit.code]
    )
    codes = {unit.code for unit in units}
    return replace(
        request,
        days=tuple(day for day in request.days if day.on >= today),
        units=units,
        locked=tuple(one for one in request.locked if one.on >= today),
        previous=tuple(one for one in request.previous if one.on >= today and one.unit in codes),
        forbidden=tuple(one for one in request.forbidden if one.unit in codes),
    )


def changes(
    before: Iterable[PlannedSession], after: Iterable[PlannedSession]
) -> tuple[Change, ...]:
    """What differs between two plans, session by session, like set against like, by date."""
    old, new = list(before), list(after)
    for one in list(old):
        same = next((other for other in new if _place(other) == _place(one)), None)
        if same is not None:
            old.remove(one)
            new.remove(same)
    found = []
    for alike in (_half, _day, _unit):
        for one in list(old):
            other = next((each for each in new if alike(each) == alike(one)), None)
            if other is not None:
                old.remove(one)
                new.remove(other)
                found.append(Change(unit=one.unit, before=one, after=other))
    found += [Change(unit=one.unit, before=one, after=None) for one in old]
    found += [Change(unit=one.unit, before=None, after=one) for one in new]
    return tuple(sorted(found, key=lambda change: (change.before or change.after, change.unit)))


def _left(unit: PlanUnit, held: int) -> PlanUnit:
    people = unit.people - round(unit.people_each * held)
    return replace(unit, people=max(1, people), sessions=unit.sessions - held)


def _place(one: PlannedSession) -> tuple[str, date, str, str]:
    return one.unit, one.on, one.slot, one.team


def _half(one: PlannedSession) -> tuple[str, date, str]:
    return one.unit, one.on, one.slot


def _day(one: PlannedSession) -> tuple[str, date]:
    return one.unit, one.on


def _unit(one: PlannedSession) -> str:
    return one.unit
