"""Any table of the desk as xlsx: text stays text, numbers numbers, dates dates; no formula ever."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.errors import DoesNotFit
from reports.text import cleaned

Value = str | int | float | bool | date | time | datetime | None

LONGEST_TEXT = 32_767  # the format's own limit of a cell
NARROWEST, WIDEST = 6.0, 60.0
FORMATS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm", int: "#,##0"}
FIXED_MOMENT = datetime(2020, 1, 1)
FIXED_ZIP_MOMENT = (2020, 1, 1, 0, 0, 0)
FORBIDDEN_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
A4, A3 = 9, 8  # the format's numbers of the papers
MOST_HEAD = 240  # letters of a line printed above pages; the format allows 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading; `grouped` numbers carry thousands marks (years and codes do not)."""

    title: str
    grouped: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet: its name, headings and rows; `frozen` columns stay in view at the left.

    `notes` stand below the table, outside its filters; `head` is printed above every page, on
    `paper` across.
    """

    title: str
    columns: Sequence[str | Heading]
    rows: Sequence[Sequence[Value]]
    frozen: int = 0
    notes: Sequence[Sequence[Value]] = ()
    head: str = ""
    paper: int = A4


def workbook(
    title: str, columns: Sequence[str | Heading], rows: Sequence[Sequence[Value]]
) -> bytes:
    """The table as xlsx; the same table gives the same bytes.

    A text that begins with = + - @ is stored as text, so that no spreadsheet runs it; leading
    zeros stay; the heading is frozen and carries filters; pages are A4 landscape.
    """
    return tables_workbook(title, [Table(title=title, columns=columns, rows=rows)])


def tables_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Several tables as the sheets of one file, each as `workbook` makes it."""
    book = Workbook()
    book.properties.creator = "Census Desk"
    book.properties.title = cleaned(title)
    book.properties.created = book.properties.modified = FIXED_MOMENT
    for place, table in enumerate(tables):
        sheet = book.worksheets[0] if place == 0 else book.create_sheet()
        _write(sheet, table)
    return _same_bytes(book)


def _write(sheet: Worksheet, table: Table) -> None:
    headings = [Heading(title=one) if isinstance(one, str) else one for one in table.columns]
    sheet.title = cleaned(table.title).translate(FORBIDDEN_IN_TITLE)[:31].strip() or "Tabel"
    _write_headings(sheet, headings)
    below = len(table.rows) + 3
    for row, values in [*enumerate(table.rows, 2), *enumerate(table.notes, below)]:
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value, headings[column - 1])
    _arrange(sheet, headings, table.rows)
    sheet.page_setup.paperSize = table.paper
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    header = HeaderFooterItem()
    if table.head and header.left is not None:
        header.left.text = cleaned(table.head)[:MOST_HEAD].replace("&", "&&")
        sheet.HeaderFooter.oddHeader = header


def _write_headings(sheet: Worksheet, headings: Sequence[Heading]) -> None:
    for column, heading in enumerate(headings, 1):
        _put(sheet, 1, column, heading.title, heading)
        cell = sheet.cell(1, column)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="EBEBEB")
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def _put(sheet: Worksheet, row: int, column: int, value: Value, heading: Heading) -> None:
    cell = sheet.cell(row, column)
    if value is None or not isinstance(cell, Cell):
        return
    if isinstance(value, str):
        _put_text(cell, value, heading.title)
    elif isinstance(value, bool):
        _put_text(cell, "ya" if value else "tidak", heading.title)
    else:
        cell.value = value
        if type(value) in FORMATS and (heading.grouped or not isinstance(value, int)):
            cell.number_format = FORMATS[type(value)]


def _put_text(cell: Cell, value: str, field: str) -> None:
    """Text as the type "s", whatever it looks like (openpyxl makes a formula of "=…")."""
    lines = [cleaned(line) for line in value.splitlines()]
    printable = "\n".join("".join(c for c in line if c.isprintable()) for line in lines)
    if len(printable) > LONGEST_TEXT:
        raise DoesNotFit(field)
    cell.value = printable
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=len(lines) > 1 or len(printable) > WIDEST)


def _arrange(
    sheet: Worksheet, headings: Sequence[Heading], rows: Sequence[Sequence[Value]]
) -> None:
    last = get_column_letter(max(1, len(headings)))
    sheet.auto_filter.ref = f"A1:{last}{len(rows) + 1}"
    for place, heading in enumerate(headings):
        letter = get_column_letter(place + 1)
        longest = max([len(heading.title) + 3, *(_shown_length(row[place]) for row in rows)])
        sheet.column_dimensions[letter].width = min(WIDEST, max(NARROWEST, longest + 2.0))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    if footer.center is not None:
        footer.center.text = "Halaman &P dari &N"
    sheet.HeaderFooter.oddFooter = footer


def _shown_length(value: Value) -> int:
    if isinstance(value, str):
        return max((len(line) for line in value.splitlines()), default=0)
    return 10 if isinstance(value, date) else len(f"{value:,}") if isinstance(value, int) else 8


def _same_bytes(book: Workbook) -> bytes:
    """The file with every member dated alike (openpyxl writes the clock into each)."""
    draft = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED)).save()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(draft) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            member = zipfile.ZipInfo(name, FIXED_ZIP_MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # the same on every computer
            result.writestr(member, source.read(name))
    return target.getvalue()
