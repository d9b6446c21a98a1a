"""A visit keeps to the same schedule as a session: what stands in its way, forbidden or told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from census_desk import editing
from census_desk.register import Register
from census_desk.sessions.clashes import Clash
from census_desk.sessions.rules import ClashKind, Severity
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.scheduling import ForbiddenClash
from census_desk.visits.visit import Visit, VisitStatus

# Of a visit without an hour only its day can stand in the way.
OF_THE_DAY = (ClashKind.HOLIDAY, ClashKind.JOINT_LEAVE, ClashKind.LEAVE, ClashKind.PHASE)
SOME_HOUR = time(10, 0)
# The fields of Session a clash names, as a visit calls them.
FIELDS = {"facilitator_ids": "officers", "facilitators": "officers", "venue_id": "venue"}


def clashes_of(register: Register, visit: Visit, on: date) -> tuple[Clash, ...]:
    """What stands in the way of a planned visit as known on that day, the hardest first."""
    if visit.status is not VisitStatus.PLANNED:
        return ()
    schedule = Schedule(register, on)
    if visit.starts_at is not None:
        found: Sequence[Clash] = schedule.clashes_of_visit(visit)
    else:
        asked = replace(visit, starts_at=SOME_HOUR, ends_at=None)
        found = [one for one in schedule.clashes_of_visit(asked) if one.kind in OF_THE_DAY]
    return tuple(replace(one, field=FIELDS.get(one.field, one.field)) for one in found)


def add(register: Register, visit: Visit, *, on: date) -> Visit:
    """Save a new visit; ForbiddenClash for what the office's rules do not allow."""
    _refuse_forbidden(register, None, visit, on)
    return editing.add(register, visit)


def change(register: Register, visit: Visit, *, on: date, expected_rev: int | None = None) -> Visit:
    """Save an edited visit; a clash that was saved before does not stop other work on it."""
    _refuse_forbidden(register, register.visits.find(visit.id), visit, on)
    return editing.change(register, visit, expected_rev=expected_rev)


def told(register: Register, visit: Visit, on: date) -> tuple[str, ...]:
    """The sentences of what is not forbidden but stands in the way."""
    found = clashes_of(register, visit, on)
    return tuple(one.sentence for one in found if one.severity is not Severity.FORBID)


def _refuse_forbidden(register: Register, saved: Visit | None, visit: Visit, on: date) -> None:
    known = {one.mark for one in clashes_of(register, saved, on)} if saved else set()
    found = [
        one
        for one in clashes_of(register, visit, on)
        if one.severity is Severity.FORBID and one.mark not in known
    ]
    if found:
        raise ForbiddenClash(found)
