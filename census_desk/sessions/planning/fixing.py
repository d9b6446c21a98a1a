"""Ways to make room that the desk can carry out itself, because they are changes of its records."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.sessions.planner.calendar_room import DAY, DEADLINE, FRIDAYS, TEAM
from census_desk.sessions.planner.free_fixes import BLACKOUT
from census_desk.sessions.planner.room_making import HALL, PER_DAY
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.settings import (
    own_group,
    planning_rules_of,
    set_group,
    set_rules,
)
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.version import PlanFix, PlanFixPart
from census_desk.sessions.planning.window import longer_window, plan_days, window_of
from census_desk.sessions.venue import Venue
from census_desk.words import N_, _


class CannotApply(CensusDeskError):
    """What this way out asks for is no change of the register: people must arrange it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


BY_THE_OFFICE = N_("Jalan keluar ini diatur sendiri oleh kantor.")
BY_HAND = {
    "room": N_("Ruang kedua di gedung yang sama diatur dengan pemilik gedung."),
    "merge": N_("Penggabungan diatur dengan OPD-nya; lalu tandai yang ikut sebagai dilewati."),
    "leave": N_("Cuti orangnya diubah di daftar fasilitator, setelah orangnya setuju."),
    HALL: N_("Gedung yang cukup besar belum ada dalam daftar tempat; tambahkan dulu."),
}


def can_apply(fix: PlanFix) -> bool:
    """Whether a fix is made of changes of the desk's own records alone."""
    return bool(fix.parts) and all(part.kind in _APPLYING for part in fix.parts)


def why_by_hand(fix: PlanFix) -> str:
    """What people must arrange for a fix, in a sentence; "" when the desk can carry it out."""
    if can_apply(fix):
        return ""
    told = (BY_HAND[part.kind] for part in fix.parts if part.kind in BY_HAND)
    return _(next(told, BY_THE_OFFICE))


def apply_fix(register: Register, fix: PlanFix, on: date) -> None:
    """Carry a fix out, as one step: rules, teams and the office's own words change, no session.

    Friday afternoons open for the whole plan, since a rule has no single dates. Raises CannotApply
    where people must arrange something first, as a hall that is large enough.
    """
    if why := why_by_hand(fix):
        raise CannotApply(why)
    for part in fix.parts:
        if part.kind == HALL and len(larger_halls(register, part, on)) < len(part.codes):
            raise CannotApply(_(BY_HAND[HALL]))
    with register.change(_("Menerapkan jalan keluar: {what}").format(what=fix.sentence[:100])):
        for part in fix.parts:
            _APPLYING[part.kind](register, part, on)


# inside


def _fridays(register: Register, _part: PlanFixPart, _on: date) -> None:
    set_rules(register, replace(planning_rules_of(register), friday_afternoons=True))


def _days(register: Register, part: PlanFixPart, on: date) -> None:
    """So many days more, those before the window first."""
    rules, window = planning_rules_of(register), window_of(register, on)
    first, last = longer_window(register, part.count, on)
    set_rules(
        register,
        replace(
            rules,
            first_on=first if first < window[0] else rules.first_on,
            last_on=last if last > window[1] else rules.last_on,
        ),
    )


def _deadlines(register: Register, part: PlanFixPart, on: date) -> None:
    for own in later_deadlines(register, part, on):
        set_group(register, own)


def later_deadlines(register: Register, part: PlanFixPart, on: date) -> list[PlanningGroup]:
    """What the office says of those groups, their last day so many days of the plan later."""
    days = [day.on for day in plan_days(register, on)]
    found = []
    for own in _own(register, part.codes):
        later = [day for day in days if own.not_after is not None and day > own.not_after]
        if later:
            until = later[min(part.count, len(later)) - 1]
            found.append(replace(own, not_after=until))
    return found


def _per_day(register: Register, part: PlanFixPart, on: date) -> None:
    most = {one.key: one.max_per_day for one in groups_to_reach(register, on)}
    for own in _own(register, part.codes):
        set_group(register, replace(own, max_per_day=most.get(own.key, 1) + 1))


def _blackouts(register: Register, part: PlanFixPart, _on: date) -> None:
    for own in _own(register, part.codes):
        set_group(register, replace(own, closed=()))


def _teams(register: Register, part: PlanFixPart, _on: date) -> None:
    taken = {one.name.casefold() for one in register.planning_teams.all()}
    number = 0
    for _each in range(part.count):
        number += 1
        while f"tim tambahan {number}" in taken:
            number += 1
        register.planning_teams.add(
            PlanningTeam(id=register.ids(), name=f"Tim Tambahan {number}", extra_count=1)
        )


def _bigger(register: Register, part: PlanFixPart, on: date) -> None:
    for key, hall in larger_halls(register, part, on).items():
        (own,) = _own(register, [key])
        set_group(register, replace(own, venue_id=hall.id, room=hall.capacity))


def _own(register: Register, keys: Iterable[str]) -> list[PlanningGroup]:
    return [own_group(register, key) or PlanningGroup(id="", key=key) for key in keys]


def larger_halls(register: Register, part: PlanFixPart, on: date) -> dict[str, Venue]:
    """Group key to the smallest hall of the list with twice the room; none where there is none."""
    groups: dict[str, Group] = {one.key: one for one in groups_to_reach(register, on)}
    venues = sorted(
        (one for one in register.venues.all() if one.capacity),
        key=lambda one: (one.capacity or 0, one.id),
    )
    found = {}
    for key in part.codes:
        group = groups.get(key)
        if group is None:
            continue
        for hall in venues:
            if (hall.capacity or 0) >= 2 * group.room and hall.id != group.venue_id:
                found[key] = hall
                break
    return found


_APPLYING: Mapping[str, Callable[[Register, PlanFixPart, date], None]] = {
    FRIDAYS: _fridays,
    DAY: _days,
    DEADLINE: _deadlines,
    PER_DAY: _per_day,
    BLACKOUT: _blackouts,
    TEAM: _teams,
    HALL: _bigger,
}
