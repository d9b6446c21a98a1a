"""The search: the heaviest sessions first and early, then many small changes under cooling."""

from math import log
from random import Random
from statistics import fmean

from census_desk.sessions.planner.board import Board
from census_desk.sessions.planner.grid import NOWHERE, Grid
from census_desk.sessions.planner.laying import best_laying

# Heat at the beginning and at the end, in days of waiting of a usual session; found by trial on
# three instances: hotter begins wander, colder ends stay where they are.
HOTTEST, COLDEST = 0.7, 0.01
REBUILT = 0.004  # share of tries that rebuild two team-days
REBUILT_FOR_MISSING = 0.1  # the same where the session in hand is in no cell
ANYWHERE = 0.5  # share of the others that look at any cell, not one near in time
NEAR = 24  # how many cells away "near in time" reaches
FEW_CELLS, FEW_SESSIONS = 6, 12  # so few that every plan can be looked at
TINY = 1e-6  # less is rounding, not an improvement


class Searching:
    """One run of the search over one board; `best` has the cell of every session."""

    def __init__(self, grid: Grid, seed: int) -> None:
        self.grid = grid
        self.board = Board(grid)
        self.tries = 0
        self.best_cost = self.board.cost
        self.best = list(self.board.place)
        self._random = Random(seed).random
        self._position = {cell: number for number, cell in enumerate(grid.cells)}
        self._unit_of_heat = fmean(grid.wait) + grid.request.weights.travel if grid.wait else 1.0

    @property
    def can_move(self) -> bool:
        """Whether there is anything to try."""
        return bool(self.grid.movable and self.grid.cells)

    def fill(self) -> None:
        """Put sessions where people know them; the others, heavy ones first, where it costs least.

        The order of the heavy is that of the request, so the first plan is always the same.
        """
        board, grid = self.board, self.grid
        for unit, known in enumerate(grid.old):
            for place in known:
                self._put_back(unit, grid.known_cell.get(place, NOWHERE))
        for item in sorted(board.missing(), key=lambda one: -grid.wait[grid.items[one]]):
            cell = self._cheapest(grid.items[item])
            if cell != NOWHERE:
                board.put(item, cell)
        self._keep_best()

    def finish(self) -> None:
        """Look at every plan there is where they are few."""
        board, grid = self.board, self.grid
        few = len(grid.cells) <= FEW_CELLS and grid.movable <= FEW_SESSIONS
        if not (few and self.can_move):
            return
        for item in range(grid.movable):
            if board.place[item] != NOWHERE:
                board.take(item)
        cells = [cell for cell in grid.cells if board.at[cell] == NOWHERE]
        items = sorted(range(grid.movable), key=lambda one: (-grid.wait[grid.items[one]], one))
        before = [self.best[item] for item in items]
        found = best_laying(board, items, before, cells, self.best_cost)
        for item, cell in zip(items, found, strict=True):
            if cell != NOWHERE:
                board.put(item, cell)
        self._keep_best()

    def cool(self, share: float, tries: int) -> None:
        """So many tries at the heat that belongs to a share of the whole search."""
        board, grid, random = self.board, self.grid, self._random
        cells, place, at, position = grid.cells, board.place, board.at, self._position
        movable, many = grid.movable, len(grid.cells)
        heat = self._unit_of_heat * HOTTEST * (COLDEST / HOTTEST) ** share
        for _try in range(tries):
            item = int(random() * movable)
            here, choice = place[item], random()
            if choice < (REBUILT if here != NOWHERE else REBUILT_FOR_MISSING):
                self._rebuild(item)
            else:
                if choice < ANYWHERE or here == NOWHERE:
                    cell = cells[int(random() * many)]
                else:
                    step = int((random() * 2 - 1) * NEAR)
                    cell = cells[(position[here] + step) % many]
                self._try(item, cell, at[cell], -heat * log(1.0 - random()))
            if board.cost < self.best_cost - TINY:
                self._keep_best()
        self.tries += tries

    def _try(self, item: int, cell: int, other: int, most: float) -> None:
        """Move a session to a cell, or exchange it with the one there."""
        board = self.board
        if other == NOWHERE:
            board.relocate(item, cell, most)
        elif other < self.grid.movable and other != item:
            if board.place[item] != NOWHERE:
                board.exchange(item, other, most)
            elif not board.replace(item, other, most):
                self._make_room(item, other)

    def _make_room(self, item: int, other: int) -> None:
        """Put a session that is nowhere in the place of another, for which a new place is found."""
        board, grid = self.board, self.grid
        cell, unit, moved = board.place[other], grid.items[item], grid.items[other]
        if not grid.open[unit][grid.cell_half[cell]]:
            return
        before = board.cost
        board.take(other)
        if board.fits(unit, cell):
            board.put(item, cell)
            new = self._cheapest(moved)
            if new != NOWHERE:
                board.put(other, new)
            if board.cost < before - TINY:
                return
            if new != NOWHERE:
                board.take(other)
            board.take(item)
        board.put(other, cell)

    def _put_back(self, unit: int, cell: int) -> None:
        board = self.board
        free = [item for item in self.grid.items_of[unit] if board.place[item] == NOWHERE]
        if free and cell != NOWHERE and board.at[cell] == NOWHERE and board.fits(unit, cell):
            board.put(free[0], cell)

    def _cheapest(self, unit: int) -> int:
        """The empty cell that costs least for one session of the unit."""
        board, grid = self.board, self.grid
        best, found, wait = grid.lost[unit], NOWHERE, grid.wait[unit]
        for cell in grid.cells:
            if wait * (grid.row_day[cell >> 1] + 1) >= best:
                break  # from here on waiting alone costs more than the best found
            if board.at[cell] == NOWHERE and board.is_allowed(unit, cell):
                cost = board.insertion(unit, cell)
                if cost < best:
                    best, found = cost, cell
        return found

    def _rebuild(self, item: int) -> None:
        """Take out two team-days near in time and lay them anew in the cheapest way there is."""
        board, grid, random = self.board, self.grid, self._random
        here, many = board.place[item], len(grid.row_day)
        row = int(random() * many) if here == NOWHERE else here >> 1
        other = (row + 1 + int(random() * 2 * len(grid.excess))) % many
        cells = [
            cell
            for cell in dict.fromkeys((2 * row, 2 * row + 1, 2 * other, 2 * other + 1))
            if cell in self._position and board.at[cell] < grid.movable
        ]
        taken = [board.at[cell] for cell in cells if board.at[cell] != NOWHERE]
        cost, before = board.cost, [board.place[one] for one in taken]
        missing = self._missing_with(item) if here == NOWHERE else []
        for one in taken:
            board.take(one)
        taken += missing
        before += [NOWHERE] * (len(taken) - len(before))
        for one, cell in zip(taken, best_laying(board, taken, before, cells, cost), strict=True):
            if cell != NOWHERE:
                board.put(one, cell)

    def _missing_with(self, item: int) -> list[int]:
        """A session that is nowhere and perhaps a second one."""
        missing = self.board.missing()
        return list(dict.fromkeys((item, missing[int(self._random() * len(missing))])))

    def _keep_best(self) -> None:
        if self.board.cost < self.best_cost - TINY:
            self.best_cost = self.board.cost
            self.best = list(self.board.place)
