"""A plan as JSON for other programs (planning.md 7), and the sessions of one read back."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path

from census_desk.intake.strict_json import read_json_value
from census_desk.sessions.planner.checker import Violation
from census_desk.sessions.planner.json_fields import Fields
from census_desk.sessions.planner.plan import Cause, Fix, Plan, Shortage
from census_desk.sessions.planner.reading import BadRequest, session_of
from census_desk.sessions.planner.request import PlannedSession, PlanRequest

Json = dict[str, object]


def plan_as_json(request: PlanRequest, plan: Plan) -> Json:
    """Everything a plan says, in plain JSON values with stable keys."""
    load = Counter(one.team for one in plan.sessions)
    return {
        "name": request.name,
        "sessions": [session_as_json(one) for one in plan.sessions],
        "unreached": dict(plan.unreached),
        "parts": asdict(plan.parts),
        "total": plan.total,
        "bound": plan.bound,
        "proven": plan.proven,
        "seed": plan.seed,
        "tries": plan.tries,
        "load": {team.code: load[team.code] for team in request.teams},
        "shortage": plan.shortage and _shortage(plan.shortage),
    }


def session_as_json(one: PlannedSession) -> Json:
    """One session as {unit, date, slot, team, locked}."""
    return {
        "unit": one.unit,
        "date": one.on.isoformat(),
        "slot": one.slot,
        "team": one.team,
        "locked": one.locked,
    }


def violation_as_json(one: Violation) -> Json:
    """A broken rule, its sentence and the sessions that break it."""
    return {
        "rule": one.rule,
        "sentence": one.sentence,
        "sessions": [session_as_json(session) for session in one.sessions],
    }


def read_sessions(path: Path) -> tuple[PlannedSession, ...]:
    """The sessions of a plan in a JSON file; UnreadableFile or BadRequest when it is none."""
    mistakes: list[str] = []
    fields = Fields(read_json_value(path), "", mistakes)
    sessions = tuple(session_of(one) for one in fields.objects("sessions", most=20_000))
    if mistakes:
        raise BadRequest(path.name, mistakes)
    return sessions


def _shortage(shortage: Shortage) -> Json:
    return {
        "units": list(shortage.units),
        "need": shortage.need,
        "offered": shortage.offered,
        "days": [day.isoformat() for day in shortage.days],
        "limit": shortage.limit,
        "causes": [_cause(one) for one in shortage.causes],
        "fixes": [_fix(one) for one in shortage.fixes],
        "free": [_fix(one) for one in shortage.free],
    }


def _cause(cause: Cause) -> Json:
    return {
        "units": list(cause.units),
        "need": cause.need,
        "offered": cause.offered,
        "days": [day.isoformat() for day in cause.days],
        "limit": cause.limit,
        "sentence": cause.sentence,
    }


def _fix(fix: Fix) -> Json:
    return {
        "price": fix.price,
        "sentence": fix.sentence,
        "kinds": list(fix.kinds),
        "gains": fix.gains,
    }
