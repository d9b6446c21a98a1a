"""The counts under the board's headings: how many rows stand in each state, broken in columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from census_desk.coverage.steps import State, Step
from census_desk.indonesian import number
from census_desk.words import _
from reports.coverage.measures import Columns, Measures
from reports.fonts import PLAIN, family, width
from reports.text import fitted_lines

Counts = Mapping[Step, Mapping[State, int]]
Counted = tuple[State, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """What is counted, and for each step its lines of states with numbers; `tall` with white."""

    label: tuple[str, ...]
    cells: tuple[tuple[tuple[Counted, ...], ...], ...]
    tall: float


def count_line(label: str, counts: Counts, columns: Columns, measures: Measures) -> CountLine:
    """The counts of one kind of row, broken where a column is too narrow for all of them."""
    room = measures.number_wide + columns.name - 2 * measures.pad
    told = fitted_lines(label, family(PLAIN).bold, measures.count, room, _("Jumlah"))
    cells = tuple(
        _broken(counts[step], wide - 2 * measures.pad, measures)
        for step, wide in zip(Step, columns.steps, strict=True)
    )
    lines = max(len(told), *(len(cell) for cell in cells))
    tall = lines * measures.count * 1.25 + measures.pad * 0.6
    return CountLine(label=tuple(told), cells=cells, tall=tall)


def counted_wide(told: str, measures: Measures) -> float:
    """A sign, its number and the white after them."""
    return measures.count * 1.7 + width(told, family(PLAIN).bold, measures.count)


def _broken(
    counts: Mapping[State, int], room: float, measures: Measures
) -> tuple[tuple[Counted, ...], ...]:
    """The states that occur, each with its number, in as few lines as the column allows."""
    lines: list[list[Counted]] = [[]]
    left = room
    for state in State:
        if not counts.get(state):
            continue
        told = number(counts[state])
        wide = counted_wide(told, measures)
        if wide > left and lines[-1]:
            lines.append([])
            left = room
        lines[-1].append((state, told))
        left -= wide
    return tuple(tuple(line) for line in lines)
