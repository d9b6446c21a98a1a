"""From the register to a request: who is left, which days and teams, what is taken and fixed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.register import Register
from census_desk.sessions.planner.replanning import (
    LockedSessionHit,
    Strength,
    hit_sessions,
    replanning,
)
from census_desk.sessions.planner.request import (
    ForbiddenPlace,
    PlanDay,
    PlannedSession,
    PlanRequest,
    PlanUnit,
    sessions_needed,
)
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.notice import too_near
from census_desk.sessions.planning.places_known import home_of
from census_desk.sessions.planning.refusing import refuse_impossible, refuse_tiny_rooms
from census_desk.sessions.planning.rules import weights_of
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.standing import Standing, standing
from census_desk.sessions.planning.taken import taken_by_others
from census_desk.sessions.planning.version import PlanLine
from census_desk.sessions.planning.versions import draft_lines
from census_desk.sessions.planning.window import plan_days, window_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request before anything is locked, and what it was made from."""

    request: PlanRequest
    groups: dict[str, Group]
    standing: tuple[Standing, ...]
    others: tuple[PlannedSession, ...]  # places taken by what no plan made

    def hit(self, sessions: Iterable[PlannedSession] = ()) -> frozenset[PlannedSession]:
        """Of the standing sessions and these those the rules allow no more."""
        ahead = [one.planned for one in self.standing]
        kept = tuple(one.planned for one in self.standing if one.is_kept)
        rules = replace(self.request, locked=(*self.others, *kept))
        known = [*self.others, *ahead, *sessions]
        return frozenset(hit_sessions(rules, known)) - frozenset(self.others)


def request_of(register: Register, on: date, only: Collection[str] = ()) -> PlanRequest:
    """The request for what is left, or for these groups (or rows of the board) only.

    Sessions of earlier plans are what people know; those whose letters are out, or that are
    locked, stay, and with `only` all others do. A session whose letters are out gives way only
    where it cannot stay. Raises CannotPlan, or LockedSessionHit for a locked one that cannot.
    """
    asked = asking(register, on, only)
    refuse_impossible(asked.request, window_of(register, on))
    refuse_tiny_rooms(asked.request, asked.groups, frozenset(only))
    hit = asked.hit()
    wanted = frozenset(only)
    locked = list(asked.others)
    for one in asked.standing:
        is_asked = not wanted or bool(asked.groups[one.planned.unit].board_keys & wanted)
        if one.planned not in hit and (one.is_kept or not is_asked):
            locked.append(replace(one.planned, locked=True))
    if lost := [
        one.planned for one in asked.standing if one.session.is_locked and one.planned in hit
    ]:
        raise LockedSessionHit(lost, _names(asked.groups))
    locked += _draft_locked(register, asked, locked, wanted)
    near = too_near(register, on, asked.request.days, asked.standing)
    return replace(
        asked.request,
        locked=tuple(sorted(locked)),
        forbidden=(*asked.request.forbidden, *near),
    )


def planning_again(
    register: Register, on: date, strength: Strength, only: Collection[str] = ()
) -> PlanRequest:
    """The request to plan again from what people know and the draft in front, by a strength.

    Raises what `request_of` raises.
    """
    request = request_of(register, on, only)
    return replanning(request, known_sessions(register, on, request), strength, today=on)


def known_sessions(
    register: Register, on: date, request: PlanRequest
) -> tuple[PlannedSession, ...]:
    """What the request's units have already: sessions, taken places, and lines of the draft."""
    units = {unit.code: unit.sessions for unit in request.units}
    found = list(dict.fromkeys([*request.previous, *request.locked]))
    room = defaultdict(int, units)
    for one in found:
        room[one.unit] -= 1
    for line in draft_lines(register):
        if room[line.group] > 0 and line.as_planned() not in found:
            room[line.group] -= 1
            found.append(replace(line.as_planned(), locked=False))
    return tuple(sorted(found))


def asking(register: Register, on: date, only: Collection[str] = ()) -> Asked:
    """The request without locks, whether anything can be planned from it or not."""
    groups = {one.key: one for one in groups_to_reach(register, on)}
    ahead = tuple(one for one in standing(register, on) if one.planned.unit in groups)
    wanted = frozenset(only)
    days = plan_days(register, on)
    rules = planning_rules_of(register)
    window = window_of(register, on)
    drafted = _drafted(register, wanted, groups)
    units = tuple(
        unit
        for group in groups.values()
        if (unit := _unit(group, ahead, days, window, wanted, drafted.get(group.key, [])))
        is not None
    )
    halls = {unit.code: groups[unit.code] for unit in units}
    taken = taken_by_others(register, on, days, ahead, halls)
    request = PlanRequest(
        name=_plan_name(register),
        home=home_of(register),
        days=days,
        units=(*units, *taken.units),
        teams=taken.teams,
        venues={unit.venue: 1 for unit in (*units, *taken.units)},
        gap_minutes=rules.gap_minutes,
        previous=tuple(sorted(one.planned for one in ahead)),
        forbidden=(*taken.forbidden, *_own_forbidden(halls)),
        weights=weights_of(rules),
    )
    return Asked(request=request, groups=groups, standing=ahead, others=taken.sessions)


# inside


def _drafted(
    register: Register, wanted: frozenset[str], groups: dict[str, Group]
) -> dict[str, list[PlanLine]]:
    """Lines of the draft in front that stay because only other groups are asked for."""
    found: dict[str, list[PlanLine]] = defaultdict(list)
    for line in draft_lines(register) if wanted else ():
        group = groups.get(line.group)
        if group is not None and not group.board_keys & wanted and group.sessions:
            found[line.group].append(line)
    return found


def _unit(
    group: Group,
    ahead: Sequence[Standing],
    days: Sequence[PlanDay],
    window: tuple[date, date],
    wanted: frozenset[str],
    drafted: Sequence[PlanLine],
) -> PlanUnit | None:
    """The group as a unit: what is left of it and what stands; None when there is neither."""
    mine = [one.session for one in ahead if one.planned.unit == group.key]
    known = sum(one.invited_count for one in mine)
    is_asked = not wanted or bool(group.board_keys & wanted)
    left, more = (group.left, group.sessions) if is_asked else (0, 0)
    if not is_asked:
        drafted = drafted[: group.sessions]
        left, more = sum(line.people for line in drafted), len(drafted)
    if not mine and not more:
        return None
    people, sessions = max(1, known + left), len(mine) + more
    if is_asked and not group.is_left_out:
        sessions = max(sessions, sessions_needed(people, group.room))
    first, last = window
    own = group.own
    if own is not None:
        first = max(first, own.not_before or first)
        last = min(last, own.not_after or last)
    closed = {
        day.on
        for day in days
        for span in (own.closed if own is not None else ())
        if span.first <= day.on <= span.last
    }
    if last < first:  # no day is left to it: one day, and that closed
        last, closed = first, closed | {first}
    return PlanUnit(
        code=group.key,
        name=group.short_name,
        people=people,
        lat=group.position.lat,
        lon=group.position.lon,
        room=max(group.room, -(-people // sessions)),
        venue=venue_code(group),
        sessions=sessions,
        max_per_day=group.max_per_day,
        first=first,
        last=last,
        blackout=frozenset(closed),
        kind=group.kind.value,
    )


def venue_code(group: Group) -> str:
    """What a request calls the place of a group: its name, which tells two halls apart."""
    return group.venue


def _own_forbidden(groups: dict[str, Group]) -> tuple[ForbiddenPlace, ...]:
    return tuple(
        ForbiddenPlace(unit=key, on=one.on, slot=one.slot)
        for key, group in groups.items()
        if group.own is not None
        for one in group.own.forbidden
    )


def _draft_locked(
    register: Register,
    asked: Asked,
    locked: Sequence[PlannedSession],
    wanted: frozenset[str],
) -> list[PlannedSession]:
    """Lines of the draft in front that stay: locked ones, and with `only` those of others.

    Raises LockedSessionHit for a locked line that can be kept no more.
    """
    units = {unit.code for unit in asked.request.units}
    lines = {}
    for line in draft_lines(register):
        group = asked.groups.get(line.group)
        if group is None or line.group not in units:
            continue
        if line.is_locked or (wanted and not group.board_keys & wanted):
            lines[replace(line.as_planned(), locked=True)] = line
    if not lines:
        return []
    hit = asked.hit(lines)
    if lost := [one for one, line in lines.items() if one in hit and line.is_locked]:
        raise LockedSessionHit(lost, _names(asked.groups))
    return [one for one in lines if one not in hit]


def _names(groups: dict[str, Group]) -> dict[str, str]:
    return {key: group.short_name for key, group in groups.items()}


def _plan_name(register: Register) -> str:
    desks = register.desks.all()
    return desks[0].regency_name if desks else ""
