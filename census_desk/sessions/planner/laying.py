"""Every way to lay a few sessions into a few empty cells; the cheapest is kept."""

from census_desk.sessions.planner.board import Board
from census_desk.sessions.planner.grid import NOWHERE


def best_laying(
    board: Board, items: list[int], before: list[int], cells: list[int], cost: float
) -> list[int]:
    """The cell of each item; as `before`, which costs that much, where nothing is cheaper.

    As many are placed as before; the board stays as it is. A day's order can change only as a
    whole when the road is long, which no exchange of two does.
    """
    laying = _Laying(board, items, before, cells, cost)
    laying.lay(0, before.count(NOWHERE))
    return laying.found


class _Laying:
    def __init__(
        self, board: Board, items: list[int], before: list[int], cells: list[int], cost: float
    ) -> None:
        self.board = board
        self.items = items
        self.cells = cells
        self.places = [NOWHERE] * len(items)
        self.found, self.cost = before, cost
        grid = board.grid
        # what the items from each one on can save at most: being held, and a fairer load
        self.saving = [0.0]
        for item in reversed(items):
            save = grid.lost[grid.items[item]] + grid.request.weights.balance
            self.saving.insert(0, self.saving[0] + save)

    def lay(self, number: int, left_out: int) -> None:
        """Try every cell for this item and all that follow; so many may stay nowhere."""
        board = self.board
        if board.cost - self.saving[number] >= self.cost - 1e-6:
            return
        if number == len(self.items):
            self.cost, self.found = board.cost, list(self.places)
            return
        item = self.items[number]
        unit = board.grid.items[item]
        for cell in self.cells:
            empty = board.at[cell] == NOWHERE and board.fits(unit, cell)
            if empty and not self._is_mirrored(number, cell):
                board.put(item, cell)
                self.places[number] = cell
                self.lay(number + 1, left_out)
                board.take(item)
        if left_out:
            self.places[number] = NOWHERE
            self.lay(number + 1, left_out - 1)

    def _is_mirrored(self, number: int, cell: int) -> bool:
        """Whether two sessions of one unit stand the other way round: the same plan again."""
        units, before = self.board.grid.items, number - 1
        same = before >= 0 and units[self.items[before]] == units[self.items[number]]
        return same and self.places[before] > cell
