"""A request as the search sees it: numbered team-days with two halves each, and tables of costs.

A row is one team on one day, a cell one half of a row (2 × row, and one more in the afternoon), a
half is one half-day of the calendar (2 × day, and one more). Nothing here changes while searching.
"""

from dataclasses import dataclass
from math import inf

from census_desk.sessions.planner.request import (
    AFTERNOON,
    SLOTS,
    PlannedSession,
    PlanRequest,
    PlanUnit,
)
from census_desk.sessions.planner.travel import minutes_between, minutes_from_home

NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The tables; `tour[a][b]` is the cost of the road home, a, b, home (inf: too far apart)."""

    request: PlanRequest
    wait: list[float]  # cost of one day of waiting, per unit
    lost: list[float]  # cost of one session not held, per unit
    open: list[bytearray]  # per unit and half: whether it may be placed there
    tour: list[list[float]]  # by unit; the last place stands for nobody
    venue: list[int]
    rooms: list[int]
    row_day: list[int]
    row_team: list[int]
    cells: list[int]  # those a session can be in, by day
    cell_half: list[int]
    known_cell: dict[tuple[int, int], int]  # half and team to cell
    items: list[int]  # unit of every session; those that stay are the last
    items_of: list[list[int]]  # the items of every unit
    movable: int  # how many items are not locked
    fixed: list[int]  # cells of the locked items
    excess: list[list[float]]  # per team and number of sessions: the cost of an unequal load
    old: list[list[tuple[int, int]]]  # per unit: half and team of the sessions people know

    @property
    def nobody(self) -> int:
        """The number that stands for an empty half of a tour."""
        return len(self.wait)

    def session_at(self, unit: int, cell: int) -> PlannedSession:
        """A cell in the words of the request."""
        row, half = cell // 2, self.cell_half[cell]
        return PlannedSession(
            unit=self.request.units[unit].code,
            on=self.request.days[half // 2].on,
            slot=SLOTS[half % 2],
            team=self.request.teams[self.row_team[row]].code,
        )


def grid_of(request: PlanRequest, held: int | None = None) -> Grid:
    """The tables of a request that has no mistakes; `held` sessions are shared among the teams
    (all, where it is not known that fewer can be)."""
    rows, cell_half, cells = _rows(request)
    teams = {team.code: number for number, team in enumerate(request.teams)}
    known_cell = {(cell_half[cell], rows[cell // 2][1]): cell for cell in cells}
    units = {unit.code: number for number, unit in enumerate(request.units)}
    halls = {code: number for number, code in enumerate(request.venues)}
    halves = _half_numbers(request)
    locked = [
        (units[one.unit], known_cell[halves[one.on, one.slot], teams[one.team]])
        for one in request.locked
    ]
    items, movable = _items(request, [unit for unit, _cell in locked])
    old: list[list[tuple[int, int]]] = [[] for _unit in request.units]
    for one in request.previous:
        # a day or team that is gone still counts as known: any place is then a change
        half = halves.get((one.on, one.slot), NOWHERE)
        old[units[one.unit]].append((half, teams.get(one.team, NOWHERE)))
    weights = request.weights
    return Grid(
        request=request,
        wait=[weights.wait * unit.people_each for unit in request.units],
        lost=[weights.unreached * unit.people_each for unit in request.units],
        open=[_open_halves(request, unit) for unit in request.units],
        tour=_tours(request),
        venue=[halls[unit.venue] for unit in request.units],
        rooms=list(request.venues.values()),
        row_day=[day for day, _team in rows],
        row_team=[team for _day, team in rows],
        cells=cells,
        cell_half=cell_half,
        known_cell=known_cell,
        items=items,
        items_of=[
            [item for item, its in enumerate(items) if its == unit]
            for unit in range(len(request.units))
        ],
        movable=movable,
        fixed=[cell for _unit, cell in locked],
        excess=_excess(request, len(items) if held is None else held),
        old=old,
    )


def _rows(request: PlanRequest) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Every team-day as (day, team); the half of every cell; the cells that are open."""
    rows = [
        (number, team)
        for number, day in enumerate(request.days)
        for team, who in enumerate(request.teams)
        if who.is_present(day.on)
    ]
    cell_half = [2 * day + half for day, _team in rows for half in (0, 1)]
    cells = [
        cell
        for cell, half in enumerate(cell_half)
        if SLOTS[half % 2] in request.days[half // 2].slots
    ]
    return rows, cell_half, cells


def _half_numbers(request: PlanRequest) -> dict[tuple[object, str], int]:
    return {
        (day.on, slot): 2 * number + (slot == AFTERNOON)
        for number, day in enumerate(request.days)
        for slot in SLOTS
    }


def _items(request: PlanRequest, locked: list[int]) -> tuple[list[int], int]:
    free = [
        number
        for number, unit in enumerate(request.units)
        for _each in range(unit.sessions - locked.count(number))
    ]
    return free + locked, len(free)


def _open_halves(request: PlanRequest, unit: PlanUnit) -> bytearray:
    """For every half whether the unit may be placed there."""
    forbidden = {(one.on, one.slot) for one in request.forbidden if one.unit == unit.code}
    answer = bytearray(2 * len(request.days))
    for number, day in enumerate(request.days):
        if unit.is_open_on(day.on) and (day.on, "") not in forbidden:
            for slot in day.slots:
                answer[2 * number + (slot == AFTERNOON)] = (day.on, slot) not in forbidden
    return answer


def _tours(request: PlanRequest) -> list[list[float]]:
    """The cost of a team's day by its two units; a pair too far apart costs without end."""
    units, price = request.units, request.weights.travel
    home = [minutes_from_home(request.home, unit) for unit in units]
    table: list[list[float]] = []
    for number, one in enumerate(units):
        row = []
        for other, to in enumerate(units):
            between = minutes_between(one, to)
            near = between <= request.gap_minutes
            row.append(price * (home[number] + between + home[other]) if near else inf)
        table.append([*row, price * 2 * home[number]])
    table.append([*(row[-1] for row in table), 0.0])
    return table


def shares(request: PlanRequest, sessions: int) -> list[float]:
    """How many of the sessions fall to each team, by the half-days it is there."""
    own = [
        sum(len(day.slots) for day in request.days if team.is_present(day.on))
        for team in request.teams
    ]
    return [sessions * slots / sum(own) if sum(own) else 0.0 for slots in own]


def _excess(request: PlanRequest, sessions: int) -> list[list[float]]:
    """Per team the cost of every number of sessions: one more or less than the share is free."""
    return [
        [
            request.weights.balance * max(0.0, abs(load - share) - 1)
            for load in range(2 * len(request.days) + 2)
        ]
        for share in shares(request, sessions)
    ]
