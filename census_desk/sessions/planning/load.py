"""What a plan asks of each team: sessions, people, kilometres, minutes, half-days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from census_desk.register import Register
from census_desk.sessions.planner.judged_cost import tours
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from census_desk.sessions.planning.judging import judging
from census_desk.sessions.planning.taken import Taken
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.planning.versions import as_it_stands
from census_desk.travel import (
    KM_PER_MINUTE,
    ROAD_PER_LINE,
    STARTING_MINUTES,
    Position,
    kilometres,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLoad:
    """One team's part of a plan; the road is the estimate the plan was made with.

    `halves` are the half-days taken on `days` days, of `halves_there` on which it is at work.
    """

    team_id: str
    name: str
    sessions: int
    people: int
    km: float
    minutes: int
    days: int
    halves: int
    halves_there: int


def load(register: Register, version: PlanVersion, on: date) -> tuple[TeamLoad, ...]:
    """Each team's part of a version, of what is still ahead on a working day."""
    version = as_it_stands(register, version, on)
    judged = judging(register, version, on)
    people = {line.as_planned(): line.people for line in version.lines}
    bare = {
        PlannedSession(on=one.on, slot=one.slot, team=one.team, unit=one.unit): many
        for one, many in people.items()
    }
    return loads(judged.request, judged.sessions, bare)


def loads(
    request: PlanRequest,
    sessions: Iterable[PlannedSession],
    people: Mapping[PlannedSession, int] | None = None,
) -> tuple[TeamLoad, ...]:
    """Each team's part of planned sessions, in the order of the request's teams.

    Places others take count for the road, not as sessions of the plan. `people` tells how many
    come to a session; without it all sessions of a unit are equal.
    """
    planned = tuple(sessions)
    units = {unit.code: unit for unit in request.units}
    own = [one for one in planned if units[one.unit].kind != Taken.KIND]
    counts = Counter(one.team for one in own)
    many: dict[str, float] = defaultdict(float)
    for one in own:
        known = (people or {}).get(one)
        many[one.team] += units[one.unit].people_each if known is None else known
    roads: dict[str, list[float]] = defaultdict(list)
    for (team, _on), tour in tours(planned).items():
        if any(units[one.unit].kind != Taken.KIND for one in tour):
            roads[team] += _legs(request, [one.unit for one in tour])
    return tuple(
        TeamLoad(
            team_id=team.code,
            name=team.name or team.code,
            sessions=counts[team.code],
            people=round(many[team.code]),
            km=sum(roads[team.code]),
            minutes=round(sum(km / KM_PER_MINUTE + STARTING_MINUTES for km in roads[team.code])),
            days=len({one.on for one in own if one.team == team.code}),
            halves=len({(one.on, one.slot) for one in planned if one.team == team.code}),
            halves_there=sum(len(day.slots) for day in request.days if team.is_present(day.on)),
        )
        for team in request.teams
    )


def _legs(request: PlanRequest, codes: Iterable[str]) -> list[float]:
    """The kilometres of each drive of a day: from home, between two buildings, home again."""
    units = {unit.code: unit for unit in request.units}
    home = Position(lat=request.home[0], lon=request.home[1])
    stops = [units[code] for code in codes]
    at = [Position(lat=one.lat, lon=one.lon) for one in stops]
    between = [
        kilometres(at[place], at[place + 1])
        for place, (one, other) in enumerate(pairwise(stops))
        if one.venue != other.venue
    ]
    found = [kilometres(home, at[0]), *between, kilometres(at[-1], home)]
    return [line * ROAD_PER_LINE for line in found]
