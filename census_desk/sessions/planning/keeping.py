"""A plan is kept as a version: what it plans, what it misses and why, and what it was made for."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from census_desk.register import Register
from census_desk.sessions.planner.plan import Fix, Plan, Shortage
from census_desk.sessions.planner.replanning import Strength, changes
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from census_desk.sessions.planning.standing import Standing, standing
from census_desk.sessions.planning.taken import Taken
from census_desk.sessions.planning.version import (
    PlanFix,
    PlanFixPart,
    PlanLine,
    PlanMissing,
    PlanReason,
    PlanVersion,
)
from census_desk.sessions.planning.versions import draft_lines, versions
from census_desk.words import _


def keep_version(
    register: Register,
    request: PlanRequest,
    plan: Plan,
    *,
    reason: str,
    strength: Strength = Strength.FREE,
    only: Collection[str] = (),
    on: date,
    new_id: str,
) -> PlanVersion:
    """Save a plan as the draft in front, as one step; lines that are sessions already say so.

    A session that the plan moves is the line's `session_id`; it moves when the line is accepted.
    `only` are the groups or rows of the board that were asked for, none for all.
    """
    kept = versions(register)
    locked = {
        (one.group, one.on, one.slot, one.team_id) for one in draft_lines(register) if one.is_locked
    }
    version = PlanVersion(
        id=new_id,
        number=kept[0].number + 1 if kept else 1,
        made_on=on,
        reason=reason.strip(),
        strength=strength.value,
        seed=plan.seed,
        tries=plan.tries,
        lines=_lines(request, plan, standing(register, on), locked),
        missing=tuple(
            PlanMissing(group=code, sessions=many) for code, many in sorted(plan.unreached.items())
        ),
        reasons=_reasons(plan.shortage),
        fixes=_fixes(plan.shortage),
        total=plan.total / request.weights.wait if request.weights.wait else plan.total,
        bound=plan.bound / request.weights.wait if request.weights.wait else plan.bound,
        only=tuple(only),
    )
    what = _("Menyimpan rencana kalender {number}: {count} sesi ({reason})").format(
        number=version.number, count=len(version.lines), reason=version.reason[:60]
    )
    with register.change(what):
        register.plan_versions.add(version)
    return version


# inside


def _lines(
    request: PlanRequest,
    plan: Plan,
    ahead: Sequence[Standing],
    locked: set[tuple[str, date, str, str]],
) -> tuple[PlanLine, ...]:
    """The sessions of the plan by time, each with its part of the group's people."""
    kinds = {unit.code: unit.kind for unit in request.units}
    planned = [one for one in plan.sessions if kinds[one.unit] != Taken.KIND]
    sessions = _paired(planned, [one for one in ahead if one.planned.unit in kinds])
    people = _people(request, planned)
    there = {_bare(one.planned): one.session.id for one in ahead}
    return tuple(
        PlanLine(
            group=one.unit,
            on=one.on,
            slot=one.slot,
            team_id=one.team,
            people=people[one],
            is_locked=(one.unit, one.on, one.slot, one.team) in locked,
            session_id=sessions.get(one, ""),
            is_accepted=bool(sessions.get(one)) and _bare(one) in there,
        )
        for one in sorted(planned)
    )


def _paired(
    planned: Sequence[PlannedSession], ahead: Sequence[Standing]
) -> dict[PlannedSession, str]:
    """Planned session to the id of the session that stands there or moves there."""
    ids: dict[PlannedSession, list[str]] = defaultdict(list)
    for one in ahead:
        ids[_bare(one.planned)].append(one.session.id)
    bare = {_bare(one): one for one in planned}
    found = {}
    left = []
    for one in ahead:
        place = _bare(one.planned)
        if place in bare and bare[place] not in found:
            found[bare[place]] = ids[place].pop(0)
        else:
            left.append(place)
    free = [_bare(one) for one in planned if one not in found]
    for change in changes(left, free):
        if change.before is not None and change.after is not None:
            found[bare[change.after]] = ids[change.before].pop(0)
    return found


def _people(request: PlanRequest, planned: Sequence[PlannedSession]) -> dict[PlannedSession, int]:
    """People of a group in equal parts over its sessions, missing ones counted with them."""
    units = {unit.code: unit for unit in request.units}
    number: Counter[str] = Counter()
    found = {}
    for one in sorted(planned):
        unit = units[one.unit]
        each, more = divmod(unit.people, unit.sessions)
        found[one] = each + (number[one.unit] < more)
        number[one.unit] += 1
    return found


def _reasons(shortage: Shortage | None) -> tuple[PlanReason, ...]:
    return tuple(
        PlanReason(groups=one.units, need=one.need, offered=one.offered, sentence=one.sentence)
        for one in (shortage.causes if shortage else ())
    )


def _fixes(shortage: Shortage | None) -> tuple[PlanFix, ...]:
    return tuple(map(_fix, (*shortage.fixes, *shortage.free) if shortage else ()))


def _fix(fix: Fix) -> PlanFix:
    return PlanFix(
        price=fix.price,
        sentence=fix.sentence,
        gains=fix.gains,
        parts=tuple(
            PlanFixPart(kind=kind, count=count, codes=codes) for kind, count, codes in fix.parts
        ),
    )


def _bare(one: PlannedSession) -> PlannedSession:
    return replace(one, locked=False)
