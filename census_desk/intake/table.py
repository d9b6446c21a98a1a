"""What every reader answers: rows of text with their numbers, or one sentence why not."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG

from census_desk.errors import CensusDeskError
from census_desk.words import _

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELL = 32_767  # what a cell of Excel holds
PREVIEW_ROWS = 10


class CellKind(StrEnum):
    """What a cell was before it became text; csv knows text only."""

    TEXT = "text"
    NUMBER = "number"
    LONG_NUMBER = "long number"  # beyond the 15 digits Excel keeps
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"  # a formula saved without its value


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell as text: dates as 2020-02-13, decimals with a comma."""

    text: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that is not blank, with its number in the file, counted from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file; `encoding` and `separator` as found or chosen in a csv file."""

    file: str
    rows: tuple[Row, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong at one place of a file; row 0 is the file itself, `field` a column's title."""

    file: str
    row: int
    field: str
    message: str

    @property
    def sentence(self) -> str:
        """File, row and column named, then what is wrong and the way out."""
        place = self.file
        if self.row:
            place = _("{file}, baris {row}").format(file=place, row=self.row)
        if self.field:
            place = _("{place}, kolom {field}").format(place=place, field=self.field)
        return f"{place}: {self.message}"


class UnreadableFile(CensusDeskError):
    """A file that is not taken in at all; the sentence says why and what to do."""

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(_("Berkas {file}: {reason}").format(file=file, reason=reason))


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The whole file; UnreadableFile when it is missing, no ordinary file, locked, empty or large.

    No more than `most` bytes are read, whatever the file says of its size.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise UnreadableFile(
                path.name or str(path), _("bukan berkas biasa; pilih berkas lain.")
            )
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(
            path.name, _("tidak ditemukan; mungkin sudah dipindah atau diganti nama.")
        ) from error
    except OSError as error:
        raise UnreadableFile(
            path.name,
            _("tidak dapat dibuka; tutup dulu di program lain, atau salin ke komputer ini."),
        ) from error
    if len(data) > most:
        raise UnreadableFile(
            path.name,
            _("lebih besar dari {size}; simpan hanya yang diperlukan.").format(size=_size(most)),
        )
    if not data:
        raise UnreadableFile(path.name, _("kosong; simpan ulang dari program asalnya."))
    return data


def _size(most: int) -> str:
    return f"{most // 1024 // 1024} MB" if most >= 1024 * 1024 else f"{most // 1024} KB"


def filled(row: tuple[Cell, ...]) -> bool:
    """Whether the row holds anything."""
    return any(cell.text or cell.kind is CellKind.UNCOMPUTED for cell in row)


def preview(table: Table, most: int = PREVIEW_ROWS) -> list[list[str]]:
    """The first rows as text, all of one width, to be looked at before anything is taken over."""
    rows = [[cell.text for cell in row.cells] for row in table.rows[:most]]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def too_many_rows(file: str) -> UnreadableFile:
    """The refusal of a table with more rows than are read."""
    return UnreadableFile(
        file,
        _("lebih dari 100.000 baris; bagi menjadi beberapa berkas."),
    )


def too_many_columns(file: str, row: int) -> UnreadableFile:
    """The refusal of a table with more columns than are read."""
    return UnreadableFile(
        file,
        _("baris {row} berisi lebih dari {most} kolom; hapus kolom yang tidak diperlukan.").format(
            row=row, most=MOST_COLUMNS
        ),
    )
