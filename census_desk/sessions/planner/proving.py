"""With a solver (extra `plan`): a bound that is proven, and perhaps a plan nearer to it.

A linear programme over the tours of a day, its columns made as they are needed (planning.md 2.5),
and then whole numbers over the columns there are. The checker judges what comes out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import inf
from operator import add

from census_desk.errors import CensusDeskError
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.grid import Grid, grid_of
from census_desk.sessions.planner.making import in_order, judged
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import AFTERNOON, PlannedSession, PlanRequest
from census_desk.sessions.planner.solver import Master, is_installed
from census_desk.sessions.planner.tour_naming import Tour, named_tours
from census_desk.words import _

TINY = 1e-6
CLOSE = 0.5  # person-days of waiting: a bound this near to the programme ends the columns
BEST_DAYS = 2  # columns made for a unit in one round
FOR_COLUMNS = 0.6  # share of the seconds, the rest is for whole numbers


class NoSolver(CensusDeskError):
    """The optional package is not installed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Pembuktian memerlukan paket tambahan highspy; pasang dengan "
                "“python -m pip install highspy”, atau susun rencana tanpa pembuktian."
            )
        )


def require_solver() -> None:
    """Refuse with a sentence where the optional package is missing."""
    if not is_installed():
        raise NoSolver


def proven(
    request: PlanRequest,
    plan: Plan,
    seconds: float,
    *,
    clock: Callable[[], float],
    cancelled: Callable[[], bool] = bool,
) -> Plan:
    """The plan with a proven bound, or a better one. NoSolver where the package is missing."""
    require_solver()
    request = in_order(request)
    started = clock()
    grid = grid_of(request)
    master = Master(grid, tours_of(grid, plan.sessions))
    bound = plan.bound
    while not cancelled() and clock() - started < FOR_COLUMNS * seconds:
        value = master.solve()
        new, slack = _cheaper(grid, master)
        bound = max(bound, value + slack)
        if not new or value - bound < CLOSE:
            break
        master.add(new)
    sessions = plan.sessions
    if not cancelled():
        left = max(1.0, seconds - (clock() - started))
        sessions = _better(request, plan, named_tours(grid, master.whole(left)))
    again = judged(request, sessions, seed=plan.seed, tries=plan.tries, bound=bound)
    return replace(again, proven=True, shortage=plan.shortage if again.unreached else None)


def tours_of(grid: Grid, sessions: Iterable[PlannedSession]) -> list[Tour]:
    """The tours of a plan: day, the unit of the morning and that of the afternoon."""
    numbers = {unit.code: number for number, unit in enumerate(grid.request.units)}
    days = {day.on: number for number, day in enumerate(grid.request.days)}
    halves: dict[tuple[int, str], list[int]] = {}
    for one in sessions:
        tour = halves.setdefault((days[one.on], one.team), [grid.nobody, grid.nobody])
        tour[one.slot == AFTERNOON] = numbers[one.unit]
    return [(day, tour[0], tour[1]) for (day, _team), tour in halves.items()]


def _better(
    request: PlanRequest, plan: Plan, sessions: tuple[PlannedSession, ...]
) -> tuple[PlannedSession, ...]:
    """The solver's sessions where they break no rule and cost less; else those of the plan."""
    if not sessions or violations(request, sessions):
        return plan.sessions
    other = judged(request, sessions, seed=plan.seed, tries=plan.tries, bound=plan.bound)
    return sessions if other.total < plan.total else plan.sessions


def _cheaper(grid: Grid, master: Master) -> tuple[list[Tour], float]:
    """Tours that would make the programme cheaper, and by how much it can still fall at most."""
    slack = 0.0
    best: dict[int, list[tuple[float, Tour]]] = {}
    for day, teams in enumerate(master.teams):
        least = 0.0
        for price, tour in _priced(grid, master, day):
            least = min(least, price)
            best.setdefault(tour[1], []).append((price, tour))
        slack += teams * least
    found = [
        tour
        for prices in best.values()
        for price, tour in sorted(prices)[:BEST_DAYS]
        if price < -TINY
    ]
    return found, slack


def _priced(grid: Grid, master: Master, day: int) -> Iterator[tuple[float, Tour]]:
    """For each unit in the morning its best afternoon of that day, by what it would save."""
    morning, afternoon = master.half_prices(day, 0), master.half_prices(day, 1)
    worth = master.day_price(day)
    for one, price in enumerate(morning):
        if price < inf:
            both = list(map(add, grid.tour[one], afternoon))
            if one != grid.nobody and not _twice_a_day(grid, one):
                both[one] = inf  # else half of such a tour would reach the unit for half the road
            least = min(both)
            yield price + least - worth, (day, one, both.index(least))


def _twice_a_day(grid: Grid, unit: int) -> bool:
    asked = grid.request.units[unit]
    return min(asked.max_per_day, asked.sessions) > 1
