"""One door for the tables offices send: Excel, csv or JSON, told apart by what is inside."""

from pathlib import Path

from census_desk.intake.delimited import read_csv
from census_desk.intake.strict_json import read_json
from census_desk.intake.table import Table, UnreadableFile, bytes_of
from census_desk.intake.workbook import read_workbook
from census_desk.words import _

_ARCHIVE = b"PK"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")


def read_spreadsheet(path: Path, *, sheet: str = "") -> Table:
    """The rows of a table file as text; the content decides, not the ending of the name.

    Raises UnreadableFile with the way out for everything that is no sound table.
    """
    first = bytes_of(path)[:64]
    if first.startswith((_ARCHIVE, _OLD_EXCEL)):
        return read_workbook(path, sheet=sheet)
    if first.startswith(_FOREIGN):
        raise UnreadableFile(path.name, _("bukan tabel; pilih berkas Excel (.xlsx) atau CSV."))
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise UnreadableFile(
            path.name, _("sebenarnya halaman web; buka di Excel, simpan sebagai .xlsx.")
        )
    if path.suffix.lower() == ".json":
        return read_json(path)
    return read_csv(path)
