"""Kept plans: the newest in front, and which of its lines are sessions already."""

from dataclasses import replace
from datetime import date

from census_desk.register import Register
from census_desk.sessions.planning.standing import standing
from census_desk.sessions.planning.version import PlanLine, PlanVersion


def versions(register: Register) -> tuple[PlanVersion, ...]:
    """Every kept plan, the newest first."""
    return tuple(sorted(register.plan_versions.all(), key=lambda one: -one.number))


def draft_in_front(register: Register) -> PlanVersion | None:
    """The newest plan, unless it was declined; None when there is none."""
    kept = versions(register)
    return kept[0] if kept and not kept[0].is_declined else None


def draft_lines(register: Register) -> tuple[PlanLine, ...]:
    """The lines of the draft in front that are not sessions yet."""
    front = draft_in_front(register)
    if front is None:
        return ()
    return tuple(one for one in front.lines if not is_made(register, one))


def is_made(register: Register, line: PlanLine) -> bool:
    """Whether the line's session exists."""
    return bool(line.session_id) and register.sessions.find(line.session_id) is not None


def standing_lines(register: Register, version: PlanVersion, on: date) -> frozenset[int]:
    """The places of the lines whose session stands exactly so: that day, half-day and team."""
    now = {one.session.id: replace(one.planned, locked=False) for one in standing(register, on)}
    found = set()
    for index, line in enumerate(version.lines):
        session = register.sessions.find(line.session_id) if line.session_id else None
        if session is None:
            continue
        there = replace(line.as_planned(), locked=False)
        if now.get(session.id, there) == there and session.held_on == line.on:
            found.add(index)
    return frozenset(found)


def waiting_lines(register: Register) -> tuple[PlanLine, ...]:
    """The lines of the draft in front that accepting would still make or move."""
    front = draft_in_front(register)
    lines = front.lines if front else ()
    return tuple(one for one in lines if not (one.is_accepted and is_made(register, one)))


def as_it_stands(register: Register, version: PlanVersion, on: date) -> PlanVersion:
    """The version with its accepted lines where their sessions are now, moved by hand or not."""
    now = {one.session.id: one.planned for one in standing(register, on)}
    lines = tuple(
        replace(
            line,
            on=now[line.session_id].on,
            slot=now[line.session_id].slot,
            team_id=now[line.session_id].team,
        )
        if line.is_accepted and line.session_id in now
        else line
        for line in version.lines
    )
    return version if lines == version.lines else replace(version, lines=lines)
