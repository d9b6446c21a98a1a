"""A cost no plan can go below, counted without a solver (planning.md 2.5)."""

from math import inf

from census_desk.sessions.planner.grid import Grid


def pure_bound(grid: Grid, reachable: int | None = None) -> float:
    """The heaviest sessions in the earliest places, each with the least share of a tour.

    `reachable` is how many sessions can be held at all, where that is known to be fewer; the
    lightest then count as not held.
    """
    places = sorted(grid.row_day[cell >> 1] + 1 for cell in grid.cells)
    held = min(len(grid.items), len(places), len(grid.items) if reachable is None else reachable)
    heaviest = sorted(grid.items, key=lambda unit: -grid.wait[unit])
    road = {unit: _least_road(grid, unit) for unit in set(grid.items)}
    kept, left = heaviest[:held], heaviest[held:]
    return (
        sum(grid.wait[unit] * day for unit, day in zip(kept, places, strict=False))
        + sum(sorted(road[unit] for unit in grid.items)[:held])
        + sum(grid.lost[unit] for unit in left)
    )


def _least_road(grid: Grid, unit: int) -> float:
    """Its own day out, or half of the cheapest day it can share with another session.

    A tour of two costs as much as both halves, so what each adds is never less than this.
    """
    tour, alone = grid.tour[unit], grid.tour[unit][grid.nobody]
    twice = grid.request.units[unit].max_per_day > 1
    shared = min(
        (
            alone / 2 + (tour[other] - alone / 2 - grid.tour[other][grid.nobody] / 2) / 2
            for other in range(grid.nobody)
            if other != unit or twice
        ),
        default=inf,
    )
    return min(alone, shared)
