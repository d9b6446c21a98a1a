"""A kept plan as the checker and the questions about dates need it: request and sessions."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from census_desk.register import Register
from census_desk.sessions.planner.checker import Violation, violations
from census_desk.sessions.planner.replanning import hit_sessions
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from census_desk.sessions.planning.asking import Asked, asking
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import as_it_stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A request all lines of a version fit into, and its sessions with what others take.

    `broken` are lines the rules allow no more; they are not among the `sessions`.
    """

    asked: Asked
    request: PlanRequest
    sessions: tuple[PlannedSession, ...]
    broken: tuple[PlanLine, ...]

    def violations_of(self, line: PlanLine) -> tuple[Violation, ...]:
        """What this line breaks beside all the others; itself must not be among them."""
        one = replace(line.as_planned(), locked=False)
        found = violations(replace(self.request, locked=()), (*self.sessions, one))
        return tuple(each for each in found if one in each.sessions)


def judging(
    register: Register, version: PlanVersion, on: date, *, without: int | None = None
) -> Judged:
    """The version as of a working day; `without` leaves out the line with that index."""
    asked = asking(register, on)
    version = as_it_stands(register, version, on)
    lines = [line for index, line in enumerate(version.lines) if index != without and line.on > on]
    count = Counter(line.group for line in version.lines if line.on > on)
    request = replace(
        asked.request,
        units=tuple(
            replace(unit, sessions=max(unit.sessions, count[unit.code]))
            for unit in asked.request.units
        ),
        locked=asked.others,
        previous=(),
    )
    places = {replace(line.as_planned(), locked=False): line for line in lines}
    hit = frozenset(hit_sessions(request, [*asked.others, *places]))
    return Judged(
        asked=asked,
        request=request,
        sessions=tuple(sorted({*asked.others, *places} - hit)),
        broken=tuple(line for one, line in places.items() if one in hit),
    )
