"""Time to write and deliver invitations again: days too near for sessions people know of."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from census_desk.register import Register
from census_desk.sessions.planner.request import ForbiddenPlace, PlanDay
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.standing import Standing
from census_desk.sessions.planning.versions import draft_lines
from census_desk.sessions.schedule import working_calendar

LONGEST_LOOK = 366  # days in which working days are looked for


def first_with_notice(register: Register, rules: PlanningRules, on: date) -> date:
    """The first day an invited session may be planned anew for: the office's `notice_days` working
    days after the working day."""
    calendar, left = working_calendar(register, on), rules.notice_days
    for step in range(1, LONGEST_LOOK):
        day = on + timedelta(days=step)
        left -= calendar.is_working_day(day)
        if not left:
            return day
    return on + timedelta(days=LONGEST_LOOK)


def too_near(
    register: Register, on: date, days: Sequence[PlanDay], ahead: Iterable[Standing]
) -> tuple[ForbiddenPlace, ...]:
    """The half-days too near for groups with an invited session, but those where one of their
    sessions or a line of the draft stands already.

    None where the whole plan is that near: a late place is better than none.
    """
    first = first_with_notice(register, planning_rules_of(register), on)
    near = [day for day in days if day.on < first]
    if len(near) == len(days):
        return ()
    ahead = tuple(ahead)
    known = {(one.planned.unit, one.planned.on, one.planned.slot) for one in ahead}
    known |= {(line.group, line.on, line.slot) for line in draft_lines(register)}
    return tuple(
        ForbiddenPlace(unit=unit, on=day.on, slot=slot)
        for unit in sorted({one.planned.unit for one in ahead if one.is_told})
        for day in near
        for slot in day.slots
        if (unit, day.on, slot) not in known
    )
