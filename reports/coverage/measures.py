"""The measures of the coverage board on A3 and A4, and columns as wide as their words ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.coverage.steps import Step
from reports.fonts import PLAIN, family, width

A3 = (420 * mm, 297 * mm)
A4 = (297 * mm, 210 * mm)
SIZES = {"A3": A3, "A4": A4}
DESK_TYPE = 0.85  # A4 is read at arm's length: type smaller than the paper alone would make it
NAME_SHARES = (0.17, 0.2, 0.23, 0.26, 0.29)  # of the page's width, tried for the names


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Every measure of the board on one paper, in points; A4 is the A3 made smaller."""

    size: tuple[float, float]
    edge: float
    title: float
    told: float  # what stands under the title, and the closing sentences
    head: float
    words: float  # names and cells: what is read from afar
    count: float
    small: float
    sign: float
    pad: float
    number_wide: float

    @property
    def leading(self) -> float:
        """From line to line in names and cells."""
        return self.words * 1.12

    @property
    def beside(self) -> float:
        """What a cell needs beside its words: the sign, and white."""
        return self.sign + 3 * self.pad


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The widths of the names and of the six steps, in points."""

    name: float
    steps: tuple[float, ...]


def measures_of(paper: str) -> Measures:
    """The board on A3, readable from the floor before it, or on A4 for a desk."""
    size = SIZES[paper]
    part = size[0] / A3[0]
    type_ = part * DESK_TYPE if paper == "A4" else part
    return Measures(
        size=size,
        edge=30 * part,
        title=27 * type_,
        told=14 * type_,
        head=15 * type_,
        words=15 * type_,
        count=12 * type_,
        small=10 * type_,
        sign=14 * type_,
        pad=5 * type_,
        number_wide=34 * part,
    )


def possible_columns(
    rows: Sequence[CoverageRow], heads: Sequence[str], measures: Measures
) -> list[Columns]:
    """Columns for several widths of the names; a step gets no more than its words ask for."""
    wanted = [_wanted(rows, step, head, measures) for step, head in zip(Step, heads, strict=True)]
    room = measures.size[0] - 2 * measures.edge - measures.number_wide
    found = []
    names = _names_wanted(rows, measures)
    for share in NAME_SHARES:
        steps = _shared(wanted, room - share * measures.size[0])
        spare = max(0.0, room - sum(steps) - max(names, share * measures.size[0]))
        steps = [wide + spare / len(steps) for wide in steps]
        found.append(Columns(name=room - sum(steps), steps=tuple(steps)))
    return found


def indent(kind: RowKind | None, measures: Measures) -> float:
    """How far a name stands in: villages under their kecamatan."""
    return 2 * measures.pad if kind is RowKind.VILLAGE else 0.0


def _wanted(rows: Sequence[CoverageRow], step: Step, head: str, measures: Measures) -> float:
    """The width at which the heading and every cell of a step stand on one line."""
    fonts = family(PLAIN)
    told = {row.marks[step].detail for row in rows}
    longest = max((width(one, fonts.regular, measures.words) for one in told), default=0.0)
    heading = width(head, fonts.bold, measures.head) + 2 * measures.pad
    return max(longest + measures.beside + 1, heading)


def _names_wanted(rows: Sequence[CoverageRow], measures: Measures) -> float:
    """The width at which every name stands on one line."""
    face = family(PLAIN).bold
    names = [width(row.name, face, measures.words) + indent(row.kind, measures) for row in rows]
    return max(names, default=0.0) + 2 * measures.pad


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """Each what it wants, and where that is too much the wide ones give way alike."""
    widths = list(wanted)
    while sum(widths) > room + 0.01:
        widest = max(widths)
        wide = [place for place, one in enumerate(widths) if one > widest - 0.01]
        second = max((one for one in widths if one <= widest - 0.01), default=0.0)
        lower = max(second, widest - (sum(widths) - room) / len(wide))
        for place in wide:
            widths[place] = lower
    return widths
