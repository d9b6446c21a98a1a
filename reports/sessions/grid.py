"""The geometry of an attendance sheet in mm, origin top left, y down: layout version 1.

design/paper-loop.md with the desk's changes: left edge 25 (sheets are punched and filed), kop on
page 1 only, even rows on every page but the last, sign-off block under the last rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from census_desk.sessions.sheet import Box, SheetPage, SheetRow

HEAD = 8.0
SQUARE = 4.0
SQUARE_EDGE = 8.0
QR = 20.0
QR_TOP = 16.0
FOOT_QR = 14.0
FOOT_QR_GAP = 2.6  # under the table: its quiet zone is 4 modules of 0.56
CODE_BASELINE = 39.0
LATER_HEAD_TOP = 41.0
LEAST_WITH_SIGNATURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Measures of one paper; `columns` are No, Nama, detail, left box, right box, Ket."""

    paper: str
    width: float
    height: float
    left: float
    first_row_top: float
    table_bottom: float
    row: float
    columns: tuple[float, float, float, float, float, float]

    @property
    def right(self) -> float:
        """Right edge of the table."""
        return self.left + sum(self.columns)

    @property
    def edges(self) -> tuple[float, ...]:
        """The seven vertical lines."""
        return _edges(self.left, self.columns)

    @property
    def later_row_top(self) -> float:
        """Top of the first row on pages without a kop."""
        return LATER_HEAD_TOP + HEAD


GRIDS = {
    "F4": Grid(
        paper="F4", width=215, height=330, left=25, first_row_top=80, table_bottom=300, row=11.0,
        columns=(9, 54, 43, 27, 27, 14),
    ),
    "A4": Grid(
        paper="A4", width=210, height=297, left=25, first_row_top=70, table_bottom=276, row=10.3,
        columns=(9, 52, 40, 27, 27, 14),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """The rows of one page: the first row's number, how many, where they start, and whose."""

    page: int
    first: int
    count: int
    top: float
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the list as printed: who it is, or the number of an empty row (`walk_in`)."""

    employee_id: str = ""
    key: str = ""
    name: str = ""
    walk_in: int = 0


def rows_by_page(total: int, grid: Grid, first_top: float, sign_off: float) -> list[PageRows]:
    """Spread `total` rows; `sign_off` mm under the last row belong to the chair's block.

    Pages before the last hold an even number, so that pairs of signature boxes close; the last
    keeps at least three rows with the block (or all there are).
    """
    tops = [first_top]
    counts = [0]
    left = total
    while left > _capacity(grid, tops[-1] + sign_off):
        full = _capacity(grid, tops[-1]) // 2 * 2
        counts[-1] = min(full, left)
        left -= counts[-1]
        tops.append(grid.later_row_top)
        counts.append(0)
    counts[-1] = left
    if len(counts) > 1 and left < LEAST_WITH_SIGNATURE:
        moved = LEAST_WITH_SIGNATURE - left
        moved = min(moved + (counts[-2] - moved) % 2, counts[-2])  # pairs close on the page before
        counts[-2] -= moved
        counts[-1] += moved
    return _paged(counts, tops)


def groups_by_page(
    groups: Sequence[tuple[str, int]], grid: Grid, first_top: float, sign_off: float
) -> list[PageRows]:
    """Spread groups of so many rows, each beginning a page; numbers run on through the sheet.

    Only the last group leaves room for the chair's block.
    """
    made: list[PageRows] = []
    first = 1
    for place, (name, total) in enumerate(groups):
        top = first_top if place == 0 else grid.later_row_top
        room = sign_off if place == len(groups) - 1 else 0.0
        for rows in rows_by_page(total, grid, top, room):
            page = len(made) + 1
            made.append(replace(rows, page=page, first=rows.first + first - 1, group=name))
        first += total
    return made


def _capacity(grid: Grid, top: float) -> int:
    return max(0, int((grid.table_bottom - top) / grid.row + 1e-6))


def _paged(counts: Sequence[int], tops: Sequence[float]) -> list[PageRows]:
    pages, first = [], 1
    for page, (count, top) in enumerate(zip(counts, tops, strict=True), 1):
        pages.append(PageRows(page=page, first=first, count=count, top=top))
        first += count
    return pages


def page_geometry(grid: Grid, rows: PageRows, lines: Sequence[Line]) -> SheetPage:
    """Where each row of a page lies, as saved with the print; `lines` are all of the sheet."""
    made = []
    for place, (name, sign, note) in enumerate(_boxes(grid, rows.top, rows.count)):
        line = lines[rows.first + place - 1]
        made.append(
            SheetRow(
                number=rows.first + place,
                employee_id=line.employee_id,
                key=line.key,
                name=line.name,
                walk_in=line.walk_in,
                name_box=name,
                sign_box=sign,
                note_box=note,
            )
        )
    return SheetPage(page=rows.page, group=rows.group, rows=tuple(made))


def cell(grid: Grid, rows: PageRows, place: int, column: int) -> Box:
    """One row's cell in a column, as x, y, width, height."""
    top = rows.top + place * grid.row
    return _box(grid.edges[column], top, grid.columns[column], grid.row)


def sign_box(grid: Grid, rows: PageRows, place: int) -> Box:
    """A row's signature box: two rows high, odd rows left, even rows right (zig-zag).

    An odd last row has a box of one row.
    """
    pair = place // 2
    high = min(2, rows.count - pair * 2) * grid.row
    column = 3 + place % 2
    return _box(grid.edges[column], rows.top + pair * 2 * grid.row, grid.columns[column], high)


@lru_cache(maxsize=32)
def _boxes(grid: Grid, top: float, count: int) -> list[tuple[Box, Box, Box]]:
    """Name cell, signature box and Ket. cell of each row; hundreds of pages are alike."""
    rows = PageRows(page=0, first=1, count=count, top=top)
    return [
        (cell(grid, rows, place, 1), sign_box(grid, rows, place), cell(grid, rows, place, 5))
        for place in range(count)
    ]


@lru_cache(maxsize=16)
def _edges(left: float, columns: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(left + sum(columns[:count]) for count in range(len(columns) + 1))


def _box(x: float, y: float, wide: float, high: float) -> Box:
    return (round(x, 3), round(y, 3), round(wide, 3), round(high, 3))
