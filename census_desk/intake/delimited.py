"""Text tables (csv): encoding and separator found, quotes held to strictly, nothing swallowed."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from census_desk.intake.table import (
    MOST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Row,
    Table,
    UnreadableFile,
    bytes_of,
    filled,
    too_many_columns,
    too_many_rows,
)
from census_desk.words import _

ENCODINGS = ("utf-8", "cp1252", "utf-16")
SEPARATORS = (";", ",", "\t", "|")
MOST_LINES_IN_CELL = 20
_SAMPLE_LINES = 50
_SAMPLE = 100_000  # characters: below the limit of a field, which only `_rows` tells
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Our own export puts ' before these so that a spreadsheet does not calculate (ASVS 1.2.10).
_GUARDED = ("=", "+", "-", "@", "\t", "\r")


def read_csv(path: Path, *, encoding: str = "", separator: str = "") -> Table:
    """The rows of a text table; encoding (UTF-8, then Windows-1252) and separator found or given.

    Row numbers are lines of the file. Raises UnreadableFile for a file that is binary, has a quote
    that is not closed, or more rows, columns or text in a cell than are read.
    """
    data = bytes_of(path)
    text, found = _decoded(data, path.name, encoding)
    text, hinted = _without_hint(text)
    chosen = separator or hinted or separator_of(text)
    rows = tuple(_rows(text, chosen, path.name, first_line=2 if hinted else 1))
    return Table(file=path.name, rows=rows, encoding=found, separator=chosen)


def separator_of(text: str) -> str:
    """The separator most lines agree on: semicolon, comma, tab or bar; comma for one column."""
    sample = "\n".join(text[:_SAMPLE].splitlines()[:_SAMPLE_LINES])
    best, best_score = ",", (0.0, 0)
    for candidate in SEPARATORS:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=candidate) if row]
        width, many = Counter(widths).most_common(1)[0] if widths else (0, 0)
        score = (many / len(widths) if widths else 0.0, width)
        if width > 1 and score > best_score:
            best, best_score = candidate, score
    return best


def _decoded(data: bytes, file: str, encoding: str) -> tuple[str, str]:
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), "")
    if not marked and b"\0" in data and encoding != "utf-16":
        raise UnreadableFile(
            file, _("memuat byte kosong, jadi bukan berkas teks; simpan ulang sebagai CSV.")
        )
    for candidate in (encoding,) if encoding else (marked,) if marked else ENCODINGS[:2]:
        try:
            text = data.decode("utf-8-sig" if candidate == "utf-8" else candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, candidate
    raise UnreadableFile(
        file, _("hurufnya tidak terbaca; simpan ulang dari Excel sebagai “CSV UTF-8”.")
    )


def _without_hint(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` is no row."""
    first, _end, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if hint.lower().startswith("sep=") and len(hint) == 5:
        return rest, hint[4]
    return text, ""


def _rows(text: str, separator: str, file: str, first_line: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start, count, width = 0, 0, 0
    try:
        for texts in reader:
            number = start + first_line
            start = reader.line_num
            width = width or len(texts)
            _check_row(texts, number, width, separator, file)
            cells = tuple(Cell(text=_unguarded(one)) for one in texts)
            if filled(cells):
                count += 1
                if count > MOST_ROWS:
                    raise too_many_rows(file)
                yield Row(number=number, cells=cells)
    except csv.Error as error:
        line = start + first_line
        is_long = "field limit" in str(error) and '"' not in text
        raise UnreadableFile(file, _long(line) if is_long else _open_quote(line)) from error


def _check_row(texts: list[str], number: int, width: int, separator: str, file: str) -> None:
    if len(texts) > MOST_COLUMNS:
        raise too_many_columns(file, number)
    for text in texts:
        if _swallows(text, width, separator):
            raise UnreadableFile(file, _open_quote(number))
        if len(text) > MOST_CELL:
            one_line = len(text.splitlines()) <= 1
            raise UnreadableFile(file, _long(number) if one_line else _open_quote(number))


def _swallows(text: str, width: int, separator: str) -> bool:
    """Whether a cell of several lines looks like rows between two stray quotes."""
    lines = text.splitlines()
    if len(lines) <= 1:
        return False
    separators = max(line.count(separator) for line in lines)
    return len(lines) > MOST_LINES_IN_CELL or separators >= max(width - 1, 2)


def _long(line: int) -> str:
    return _("isi satu sel pada baris {line} terlalu panjang; pendekkan sel itu.").format(line=line)


def _open_quote(line: int) -> str:
    return _(
        'tanda kutip (") pada baris {line} tidak ditutup atau salah tempat; '
        "perbaiki baris itu, atau simpan ulang dari Excel."
    ).format(line=line)


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith(_GUARDED) else text
