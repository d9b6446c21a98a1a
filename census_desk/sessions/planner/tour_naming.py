"""Names for tours that any team could make: locked ones keep theirs, the others are shared."""

from collections import Counter
from collections.abc import Iterable

from census_desk.sessions.planner.grid import Grid, shares
from census_desk.sessions.planner.request import SLOTS, PlannedSession

Tour = tuple[int, int, int]  # day, unit of the morning, unit of the afternoon


def named_tours(grid: Grid, tours: Iterable[Tour]) -> tuple[PlannedSession, ...]:
    """The sessions of these tours, each tour given to the team furthest below its share."""
    request = grid.request
    there: dict[int, list[int]] = {}
    for day, team in zip(grid.row_day, grid.row_team, strict=True):
        there.setdefault(day, []).append(team)
    fair = shares(request, len(grid.items))
    load: Counter[int] = Counter()
    locked = {
        (grid.cell_half[cell], unit): grid.row_team[cell >> 1]
        for unit, cell in zip(grid.items[grid.movable :], grid.fixed, strict=True)
    }
    found = []
    for tour in sorted(tours, key=lambda one: (one[0], _fixed(one, locked) is None, one)):
        free = there.get(tour[0], [])
        fixed = _fixed(tour, locked)
        fitting = [each for each in free if fixed in (None, each)]
        if not fitting:
            return ()  # more tours than teams, or two locks on one team: no plan
        team = max(fitting, key=lambda each: (fair[each] - load[each], -each))
        free.remove(team)
        for half, unit in enumerate(tour[1:]):
            if unit != grid.nobody:
                load[team] += 1
                found.append(
                    PlannedSession(
                        unit=request.units[unit].code,
                        on=request.days[tour[0]].on,
                        slot=SLOTS[half],
                        team=request.teams[team].code,
                    )
                )
    return tuple(sorted(found))


def _fixed(tour: Tour, locked: dict[tuple[int, int], int]) -> int | None:
    """The team of a tour with a locked session; None when any team may make it."""
    teams = (locked.get((2 * tour[0] + half, unit)) for half, unit in enumerate(tour[1:]))
    return next((team for team in teams if team is not None), None)
