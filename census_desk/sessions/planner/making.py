"""A plan made from a request: searched for, judged, and explained where somebody is left out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from census_desk.sessions.planner.bound import pure_bound
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.grid import NOWHERE, Grid, grid_of
from census_desk.sessions.planner.judged_cost import parts, unreached
from census_desk.sessions.planner.network import Network
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.reasons import shortage_of
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from census_desk.sessions.planner.search import Searching

LOOK_EVERY = 256  # tries between two looks at the clock
TOLD = 50  # how often at most the best so far is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """When to stop: after so many tries (always the same plan) or so many seconds."""

    seconds: float | None = None
    tries: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a search is: `share` from 0 to 1, and the best plan so far."""

    share: float
    tries: int
    cost: float
    missing: int
    sessions: tuple[PlannedSession, ...]


class BrokenPlan(Exception):
    """The search made a plan the checker refuses: a mistake of the program, not of the request."""


def make_plan(
    request: PlanRequest,
    limits: Limits,
    seed: int,
    *,
    clock: Callable[[], float],
    on_better: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = bool,
) -> Plan:
    """The best plan found within the limits; who is left out is named with the reason.

    `clock` tells seconds; a cancelled search answers the best plan so far.
    """
    request = in_order(request)
    started = clock()
    reachable = sum(unit.sessions for unit in request.units) - Network(request).short
    grid = grid_of(request, reachable)
    search = Searching(grid, seed)
    search.fill()
    bound = pure_bound(grid, reachable)
    _improve(search, limits, bound, lambda: clock() - started, on_better, cancelled)
    sessions = sessions_of(grid, search.best)
    return judged(request, sessions, seed=seed, tries=search.tries, bound=bound)


def taken_early(request: PlanRequest, progress: Progress, seed: int) -> Plan:
    """The best so far of a search that was cancelled, judged and explained as any plan."""
    request = in_order(request)
    reachable = sum(unit.sessions for unit in request.units) - Network(request).short
    bound = pure_bound(grid_of(request, reachable), reachable)
    return judged(request, progress.sessions, seed=seed, tries=progress.tries, bound=bound)


def judged(
    request: PlanRequest,
    sessions: tuple[PlannedSession, ...],
    *,
    seed: int,
    tries: int,
    bound: float,
) -> Plan:
    """The plan of these sessions after the checker has seen them; BrokenPlan when it refuses."""
    if broken := violations(request, sessions):
        raise BrokenPlan("; ".join(one.sentence for one in broken[:5]))
    missing = unreached(request, sessions)
    return Plan(
        sessions=sessions,
        unreached=missing,
        parts=parts(request, sessions),
        bound=bound,
        seed=seed,
        tries=tries,
        shortage=shortage_of(request, sessions) if missing else None,
    )


def in_order(request: PlanRequest) -> PlanRequest:
    """The same request, its rows by code: how a file is sorted does not change the plan."""
    return replace(
        request,
        units=tuple(sorted(request.units, key=lambda unit: unit.code)),
        teams=tuple(sorted(request.teams, key=lambda team: team.code)),
        venues=dict(sorted(request.venues.items())),
        locked=tuple(sorted(request.locked)),
        previous=tuple(sorted(request.previous)),
    )


def sessions_of(grid: Grid, places: list[int]) -> tuple[PlannedSession, ...]:
    """The sessions of a board by day, those of the locked items marked."""
    found = []
    for item, cell in enumerate(places):
        if cell != NOWHERE:
            session = grid.session_at(grid.items[item], cell)
            found.append(replace(session, locked=item >= grid.movable))
    return tuple(sorted(found))


def _improve(
    search: Searching,
    limits: Limits,
    bound: float,
    elapsed: Callable[[], float],
    on_better: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool],
) -> None:
    """Cool from the first plan until a limit is met; the heat follows the share that is used."""
    told_cost, told_share = search.best_cost + 1, -1.0
    while search.can_move and search.best_cost > bound + 1e-6 and not cancelled():
        share = _share(limits, search.tries, elapsed())
        if share >= 1:
            break
        if on_better and search.best_cost < told_cost and share >= told_share + 1 / TOLD:
            on_better(_progress(search, share))
            told_cost, told_share = search.best_cost, share
        left = LOOK_EVERY if limits.tries is None else limits.tries - search.tries
        search.cool(share, min(LOOK_EVERY, left))
    if not cancelled():
        search.finish()
    if on_better:
        on_better(_progress(search, 1.0))


def _share(limits: Limits, tries: int, seconds: float) -> float:
    """How much of the limits is used. With tries alone it does not depend on the machine."""
    used = 0.0
    if limits.tries is not None:
        used = tries / limits.tries if limits.tries else 1.0
    if limits.seconds is not None and (limits.tries is None or seconds >= limits.seconds):
        used = max(used, seconds / limits.seconds if limits.seconds else 1.0)
    return used


def _progress(search: Searching, share: float) -> Progress:
    return Progress(
        share=share,
        tries=search.tries,
        cost=search.best_cost,
        missing=search.best.count(NOWHERE),
        sessions=sessions_of(search.grid, search.best),
    )
