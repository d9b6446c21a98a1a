"""A plan while it is searched for: where every session is, and what a move would change."""

from math import inf

from census_desk.sessions.planner.grid import NOWHERE, Grid

Moves = tuple[tuple[int, int], ...]  # session and cell


class Board:
    """Sessions in cells. `cost` is kept with every move; a move is made only when it is allowed
    and costs at most `most` more."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.place = [NOWHERE] * grid.movable + grid.fixed
        self.at = [NOWHERE] * len(grid.cell_half)
        days, halves = len(grid.request.days), 2 * len(grid.request.days)
        self.of_day = [[0] * days for _unit in grid.wait]
        self.in_hall = [[0] * halves for _venue in grid.rooms]
        self.load = [0] * len(grid.excess)
        self.most_a_day = [unit.max_per_day for unit in grid.request.units]
        self.changing = any(grid.old)
        weights = grid.request.weights
        # Any change at all costs once more what another half-day does: a plan that people know is
        # not traded for many small gains. The checker's cost knows nothing of it.
        self.prices = [
            steady + weights.slot for steady in (weights.team, weights.slot, weights.date)
        ]
        self.relief = max(self.prices) if self.changing else 0  # what going back can save
        self.change = [0.0] * len(grid.wait)
        for item, cell in enumerate(self.place):
            if cell >= 0:
                self._count(grid.items[item], cell, 1)
                self.at[cell] = item
        for unit in range(len(grid.wait)):
            self.change[unit] = self._change_of(unit)
        self.cost = self.full_cost()

    def full_cost(self) -> float:
        """The cost counted anew (rounding would creep into one kept for a long time)."""
        grid = self.grid
        total = sum(self.change)
        for item, cell in enumerate(self.place):
            unit = grid.items[item]
            if cell == NOWHERE:
                total += grid.lost[unit]
            else:
                total += grid.wait[unit] * (grid.row_day[cell >> 1] + 1)
        for row in range(len(grid.row_day)):
            total += grid.tour[self.unit_at(2 * row)][self.unit_at(2 * row + 1)]
        return total + sum(cost[load] for cost, load in zip(grid.excess, self.load, strict=True))

    def unit_at(self, cell: int) -> int:
        """The unit in a cell; the number of nobody when it is empty."""
        item = self.at[cell]
        return self.grid.items[item] if item >= 0 else self.grid.nobody

    def missing(self) -> list[int]:
        """The sessions that are in no cell."""
        return [item for item in range(self.grid.movable) if self.place[item] == NOWHERE]

    def is_allowed(self, unit: int, cell: int) -> bool:
        """Whether one session more of the unit may be there, tours left aside."""
        grid = self.grid
        half = grid.cell_half[cell]
        venue = grid.venue[unit]
        return bool(
            grid.open[unit][half]
            and self.of_day[unit][half >> 1] < self.most_a_day[unit]
            and self.in_hall[venue][half] < grid.rooms[venue]
        )

    def fits(self, unit: int, cell: int) -> bool:
        """Whether one session more of the unit may be in that empty cell, tours and all."""
        return self.is_allowed(unit, cell) and self.insertion(unit, cell) < inf

    def insertion(self, unit: int, cell: int) -> float:
        """What a session of the unit in that empty cell costs; inf when it is too far."""
        grid, row = self.grid, cell >> 1
        tour = grid.tour[self.unit_at(cell ^ 1)]
        excess, load = grid.excess[grid.row_team[row]], self.load[grid.row_team[row]]
        return (
            grid.wait[unit] * (grid.row_day[row] + 1)
            + (tour[unit] - tour[grid.nobody])
            + (excess[load + 1] - excess[load])
        )

    def put(self, item: int, cell: int) -> None:
        """Put a session that is nowhere into an empty cell, costs counted."""
        unit = self.grid.items[item]
        self.cost += self.insertion(unit, cell) - self.grid.lost[unit]
        self.at[cell] = item
        self.place[item] = cell
        self._count(unit, cell, 1)
        self._recount_change(unit)

    def take(self, item: int) -> None:
        """Take a session out of its cell, costs counted."""
        cell, unit = self.place[item], self.grid.items[item]
        self.at[cell] = NOWHERE
        self.place[item] = NOWHERE
        self._count(unit, cell, -1)
        self.cost -= self.insertion(unit, cell) - self.grid.lost[unit]
        self._recount_change(unit)

    def relocate(self, item: int, cell: int, most: float) -> bool:
        """Move a session into an empty cell, from its own or from nowhere."""
        before = self.place[item]
        grid = self.grid
        unit, row = grid.items[item], cell >> 1
        if before == NOWHERE:
            if self.insertion(unit, cell) - grid.lost[unit] <= most and self.is_allowed(unit, cell):
                self.put(item, cell)
                return True
            return False
        left = before >> 1
        delta = grid.wait[unit] * (grid.row_day[row] - grid.row_day[left])
        if row != left:
            to, away = grid.tour[self.unit_at(cell ^ 1)], grid.tour[self.unit_at(before ^ 1)]
            nobody = grid.nobody
            delta += to[unit] - to[nobody] + away[nobody] - away[unit]
            one, other = grid.row_team[left], grid.row_team[row]
            if one != other:
                out, into = grid.excess[one], grid.excess[other]
                gone, come = self.load[one], self.load[other]
                delta += out[gone - 1] - out[gone] + into[come + 1] - into[come]
        if delta > most + self.relief:
            return False
        return self._settle(((item, cell),), delta, most)

    def exchange(self, item: int, other: int, most: float) -> bool:
        """Let two placed sessions change places."""
        grid, place = self.grid, self.place
        one, two = grid.items[item], grid.items[other]
        if one == two:
            return False
        here, there = place[item], place[other]
        row, to = here >> 1, there >> 1
        delta = (grid.wait[one] - grid.wait[two]) * (grid.row_day[to] - grid.row_day[row])
        if row != to:
            mine, its = grid.tour[self.unit_at(here ^ 1)], grid.tour[self.unit_at(there ^ 1)]
            delta += mine[two] - mine[one] + its[one] - its[two]
        if delta > most + 2 * self.relief:
            return False
        return self._settle(((item, there), (other, here)), delta, most)

    def replace(self, item: int, other: int, most: float) -> bool:
        """Put a session that is nowhere in the place of another, which is then nowhere."""
        cell = self.place[other]
        self.take(other)
        unit = self.grid.items[item]
        if self.is_allowed(unit, cell):
            gain = self.insertion(unit, cell) - self.insertion(self.grid.items[other], cell)
            lost = self.grid.lost
            if gain + lost[self.grid.items[other]] - lost[unit] <= most:
                self.put(item, cell)
                return True
        self.put(other, cell)
        return False

    def _settle(self, moves: Moves, delta: float, most: float) -> bool:
        """Make moves of placed sessions whose wait and tours cost `delta`, if all else allows."""
        before = tuple((item, self.place[item]) for item, _cell in moves)
        self._lift(before)
        if self._lay(moves):
            changes = self._changes(moves) if self.changing else {}
            delta += sum(now - self.change[unit] for unit, now in changes.items())
            if delta <= most:
                self.cost += delta
                for unit, now in changes.items():
                    self.change[unit] = now
                return True
            self._lift(moves)
        self._lay(before)
        return False

    def _lift(self, moves: Moves) -> None:
        for item, cell in moves:
            self._count(self.grid.items[item], cell, -1)
            self.at[cell] = NOWHERE
            self.place[item] = NOWHERE

    def _lay(self, moves: Moves) -> bool:
        """Put sessions into empty cells; none of them when one is not allowed there."""
        for number, (item, cell) in enumerate(moves):
            unit = self.grid.items[item]
            if not self.is_allowed(unit, cell):
                self._lift(moves[:number])
                return False
            self._count(unit, cell, 1)
            self.at[cell] = item
            self.place[item] = cell
        return True

    def _count(self, unit: int, cell: int, by: int) -> None:
        grid = self.grid
        half = grid.cell_half[cell]
        self.of_day[unit][half >> 1] += by
        self.in_hall[grid.venue[unit]][half] += by
        self.load[grid.row_team[cell >> 1]] += by

    def _recount_change(self, unit: int) -> None:
        if self.changing:
            self.cost -= self.change[unit]
            self.change[unit] = self._change_of(unit)
            self.cost += self.change[unit]

    def _changes(self, moves: Moves) -> dict[int, float]:
        return {unit: self._change_of(unit) for unit in {self.grid.items[i] for i, _c in moves}}

    def _change_of(self, unit: int) -> float:
        """What differs from the sessions of the unit that people know: like is set against like."""
        old = list(self.grid.old[unit])
        if not old:
            return 0.0
        grid = self.grid
        mine = [self.place[item] for item in grid.items_of[unit] if self.place[item] != NOWHERE]
        new = [(grid.cell_half[cell], grid.row_team[cell >> 1]) for cell in mine]
        (team, slot, date), cost = self.prices, 0.0
        for price, alike in (
            (0, lambda one: one),
            (team, lambda one: one[0]),
            (slot, lambda one: one[0] >> 1),
            (date, lambda one: None),
        ):
            for one in list(new):
                match = next((each for each in old if alike(each) == alike(one)), None)
                if match is not None:
                    old.remove(match)
                    new.remove(one)
                    cost += price
        return cost
