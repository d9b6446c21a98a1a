"""A request as JSON, in the form `reading` takes: planned from elsewhere, or judged by others."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from census_desk.sessions.planner.plan_file import session_as_json
from census_desk.sessions.planner.request import PlanRequest, PlanTeam, PlanUnit

Json = dict[str, object]


def request_as_json(request: PlanRequest) -> Json:
    """Everything a request says, in plain JSON values; reading it gives the same request."""
    return {
        "name": request.name or "-",
        "home": list(request.home),
        "gap_minutes": request.gap_minutes,
        "days": [{"date": day.on.isoformat(), "slots": list(day.slots)} for day in request.days],
        "units": [_unit(unit) for unit in request.units],
        "teams": [_team(team) for team in request.teams],
        "venues": dict(request.venues),
        "locked": [session_as_json(one) for one in request.locked],
        "previous": [session_as_json(one) for one in request.previous],
        "forbidden": [
            {"unit": one.unit, "date": one.on.isoformat()}
            | ({"slot": one.slot} if one.slot else {})
            for one in request.forbidden
        ],
        "weights": asdict(request.weights),
        "prices": asdict(request.prices),
    }


def _unit(unit: PlanUnit) -> Json:
    return {
        "code": unit.code,
        "name": unit.name,
        "people": unit.people,
        "lat": unit.lat,
        "lon": unit.lon,
        "room": unit.room,
        "venue": unit.venue,
        "sessions": unit.sessions,
        "max_per_day": unit.max_per_day,
        "first": unit.first.isoformat(),
        "last": unit.last.isoformat(),
        "blackout": _days(unit.blackout),
    } | ({"kind": unit.kind} if unit.kind else {})


def _team(team: PlanTeam) -> Json:
    return {
        "code": team.code,
        "members": [{"name": one.name, "leave": _days(one.leave)} for one in team.members],
        "min_present": team.min_present,
    } | ({"name": team.name} if team.name else {})


def _days(days: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in sorted(days)]
