"""The programme over tours, solved with HiGHS (optional package highspy, extra `plan`)."""

from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from math import inf

from census_desk.sessions.planner.grid import Grid
from census_desk.sessions.planner.tour_naming import Tour


def is_installed() -> bool:
    """Whether the optional package is there."""
    return find_spec("highspy") is not None


class Master:
    """Tours chosen so that everyone is reached at least cost; every row of it is a rule.

    Teams are alike here: names come afterwards. `teams` are those present on each day.
    """

    def __init__(self, grid: Grid, tours: Iterable[Tour]) -> None:
        import highspy

        self.grid = grid
        self.teams = [0] * len(grid.request.days)
        for day in grid.row_day:
            self.teams[day] += 1
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)  # fixed by the first solve of a process
        self._dual: list[float] = []
        self._columns: dict[Tour, int] = {}
        self._rows: dict[tuple[str, int, int], int] = {}
        self._make_rows()
        for unit, lost in enumerate(grid.lost):
            self._solver.addCol(lost, 0.0, inf, 1, [self._rows["unit", unit, 0]], [1.0])
        self.add(tours)

    def solve(self) -> float:
        """The least cost with parts of tours allowed."""
        self._solver.run()
        self._dual = list(self._solver.getSolution().row_dual)
        return float(self._solver.getInfo().objective_function_value)

    def add(self, tours: Iterable[Tour]) -> None:
        """Tours that may be chosen from now on."""
        for tour in tours:
            if tour not in self._columns:
                entries = self._entries(tour)
                self._columns[tour] = self._solver.getNumCol()
                self._solver.addCol(
                    self._cost(tour), 0.0, inf, len(entries), list(entries), list(entries.values())
                )

    def whole(self, seconds: float) -> list[Tour]:
        """The best whole tours found among the columns; none where there is no solution."""
        import highspy

        for column in range(self._solver.getNumCol()):
            self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        # its clock has run since the first solve
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + seconds)
        self._solver.run()
        usable = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit)
        values = list(self._solver.getSolution().col_value)
        if self._solver.getModelStatus() not in usable or not values:
            return []
        return [
            tour for tour, column in self._columns.items() for _each in range(round(values[column]))
        ]

    def half_prices(self, day: int, half: int) -> list[float]:
        """Per unit what a session then costs less what it is worth to the rows; nobody is 0."""
        grid, dual = self.grid, self._dual
        prices = []
        for unit, wait in enumerate(grid.wait):
            rows = self._rows_of(unit, 2 * day + half)
            is_open = grid.open[unit][2 * day + half]
            prices.append(wait * (day + 1) - sum(dual[row] for row in rows) if is_open else inf)
        return [*prices, 0.0]

    def day_price(self, day: int) -> float:
        """What one team more on that day is worth."""
        return self._dual[self._rows["team", day, 0]]

    def _make_rows(self) -> None:
        grid, request = self.grid, self.grid.request
        for number, unit in enumerate(request.units):
            self._row(("unit", number, 0), unit.sessions, unit.sessions)
        for day, teams in enumerate(self.teams):
            self._row(("team", day, 0), 0, teams)
        wanted: Counter[int] = Counter()
        for number, unit in enumerate(request.units):
            wanted[grid.venue[number]] += unit.sessions
            if unit.sessions > unit.max_per_day:
                for day in range(len(request.days)):
                    self._row(("day", number, day), 0, unit.max_per_day)
        for venue, sessions in wanted.items():
            if sessions > grid.rooms[venue]:
                for half in range(2 * len(request.days)):
                    self._row(("hall", venue, half), 0, grid.rooms[venue])
        units = grid.items[grid.movable :]
        fixed = Counter(
            (u, grid.cell_half[cell]) for u, cell in zip(units, grid.fixed, strict=True)
        )
        for (number, half), least in fixed.items():
            self._row(("lock", number, half), least, inf)

    def _row(self, name: tuple[str, int, int], least: float, most: float) -> None:
        self._rows[name] = self._solver.getNumRow()
        self._solver.addRow(float(least), float(most), 0, [], [])

    def _rows_of(self, unit: int, half: int) -> list[int]:
        """The rows a session of the unit in a half-day counts in."""
        names = (
            ("unit", unit, 0),
            ("day", unit, half >> 1),
            ("hall", self.grid.venue[unit], half),
            ("lock", unit, half),
        )
        return [self._rows[name] for name in names if name in self._rows]

    def _entries(self, tour: Tour) -> dict[int, float]:
        entries = Counter({self._rows["team", tour[0], 0]: 1.0})
        for half, unit in enumerate(tour[1:]):
            if unit != self.grid.nobody:
                entries.update(dict.fromkeys(self._rows_of(unit, 2 * tour[0] + half), 1.0))
        return dict(entries)

    def _cost(self, tour: Tour) -> float:
        day, one, other = tour
        waits = [*self.grid.wait, 0.0]
        return (waits[one] + waits[other]) * (day + 1) + self.grid.tour[one][other]
