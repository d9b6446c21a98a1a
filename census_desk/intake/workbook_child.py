"""The part of reading a workbook that runs in a process of its own: bytes in, plain JSON out.

A hostile or enormous workbook can only take this process, which its parent ends after a while.
"""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from census_desk.intake.table import MOST_COLUMNS, MOST_ROWS, CellKind

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_MEMORY = 2 * 1024**3
MOST_TEXT = 50_000_000  # characters of all cells together
KEPT_DIGITS = 10**15  # Excel keeps fifteen digits of a number
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")

PlainCell = tuple[str, str]
PlainRow = tuple[int, list[PlainCell]]


class TooLarge(ValueError):
    """A limit was met; `limit` names it: rows, columns or text."""

    def __init__(self, limit: str, row: int) -> None:
        self.limit = limit
        self.row = row
        super().__init__(limit)


def main() -> None:
    """Read a workbook from standard input, write its rows to standard output as JSON."""
    limit_memory()
    data = sys.stdin.buffer.read()
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    answer = json.dumps(contents(data, wanted), ensure_ascii=True)
    sys.stdout.buffer.write(answer.encode("ascii"))
    sys.stdout.buffer.flush()


def contents(data: bytes, wanted: str) -> dict[str, object]:
    """The visible sheets, and the rows of the wanted or the first one that is not blank.

    {"sheets", "sheet", "rows"}, or {"limit", "row"} when there is more than is read.
    """
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    sheets = [one.title for one in book.worksheets if one.sheet_state == "visible"]
    chosen, rows = wanted, list[PlainRow]()
    try:
        for name in [one for one in sheets if wanted in ("", one)]:
            chosen, rows = name, list(_rows(book, name))
            if rows:
                break
    except TooLarge as large:
        return {"limit": large.limit, "row": large.row}
    if rows and _has_formulas(data):
        rows = _with_uncomputed(data, chosen, rows)
    return {"sheets": sheets, "sheet": chosen, "rows": rows}


def plain(value: object, data_type: str) -> PlainCell:
    """A cell's kind and text; formulas come as their saved values, dates as ISO text."""
    if value is None:
        return CellKind.TEXT, ""
    if data_type == "e":
        return CellKind.ERROR, str(value)
    if isinstance(value, bool):
        return CellKind.TRUTH, "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date | time | timedelta):
        return CellKind.DATE, _moment(value)
    return CellKind.TEXT, str(value)


def _number(value: int | float) -> PlainCell:
    if abs(value) >= KEPT_DIGITS:
        return CellKind.LONG_NUMBER, str(value)
    if value == int(value):
        return CellKind.NUMBER, str(int(value))
    # As Excel shows it, fifteen digits, with the comma: 7.125 would read as 7125 here.
    return CellKind.NUMBER, f"{value:.15g}".replace(".", ",")


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        whole_day = value.time() == time(0)
        return value.date().isoformat() if whole_day else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _rows(book: "Workbook", name: str) -> Iterator[PlainRow]:
    """The rows that hold anything; the sheet's own word on its size is not believed."""
    sheet = book[name]
    sheet.reset_dimensions()
    count = length = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = _without_end([plain(cell.value, cell.data_type or "") for cell in cells])
        if not row:
            continue
        count += 1
        length += sum(len(text) for _kind, text in row)
        if count > MOST_ROWS:
            raise TooLarge("rows", number)
        if len(row) > MOST_COLUMNS:
            raise TooLarge("columns", number)
        if length > MOST_TEXT:
            raise TooLarge("text", number)
        yield number, row


def _without_end(cells: list[PlainCell]) -> list[PlainCell]:
    while cells and not cells[-1][1].strip():
        cells.pop()
    return cells


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(archive.read(name)) for name in names)


def _with_uncomputed(data: bytes, name: str, rows: Iterable[PlainRow]) -> list[PlainRow]:
    """Cells with a formula but no saved value would read as blank: they are marked instead."""
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=False, keep_links=False
    )
    sheet = book[name]
    sheet.reset_dimensions()
    by_number = {number: list(cells) for number, cells in rows}
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for place, cell in enumerate(cells[:MOST_COLUMNS]):
            if cell.data_type == "f":
                _mark(by_number.setdefault(number, []), place)
    return sorted((number, cells) for number, cells in by_number.items() if cells)


def _mark(cells: list[PlainCell], place: int) -> None:
    cells.extend([(CellKind.TEXT, "")] * (place + 1 - len(cells)))
    if not cells[place][1]:
        cells[place] = (CellKind.UNCOMPUTED, "")


def limit_memory() -> None:
    """Let this process take no more memory than a reader needs, where the system can say so."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
