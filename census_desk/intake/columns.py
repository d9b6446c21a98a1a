"""Columns matched by their headings, in any order, and every cell that cannot be trusted told."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from census_desk.checks import POPULATION_NUMBER
from census_desk.intake.table import Cell, CellKind, Problem, Row, Table
from census_desk.words import _

HEADING_ROWS = 20  # offices put a title above; the heading is the row that fits best
# Control characters, and those that turn the direction of writing: nobody types them.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column to look for; `exact` for identifiers and codes, which number cells would spoil."""

    field: str
    title: str
    synonyms: tuple[str, ...] = ()
    required: bool = True
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedRow:
    """A row by field name; a missing optional column is ""."""

    number: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A table by its columns; rows with a problem are left out of `rows`, never mended."""

    rows: tuple[MatchedRow, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    heading_row: int

    @property
    def sentences(self) -> list[str]:
        """Every problem as a sentence."""
        return [one.sentence for one in self.problems]


def matched(table: Table, columns: Sequence[Column]) -> Matched:
    """The table's rows under the given columns, whatever their order, case and blanks.

    Unknown columns are named and not taken over; a missing required column leaves no rows at all.
    """
    heading, places = _heading(table, columns)
    if heading is None:
        return _without_heading(table, columns)
    missing = [one for one in columns if one.field not in places]
    problems = [*_missing(table, heading, missing), *_doubled(table, heading, columns)]
    rows: list[MatchedRow] = []
    if not problems:
        for row in table.rows:
            if row.number > heading.number:
                _take(table, row, columns, places, rows, problems, len(heading.cells))
    return Matched(
        rows=tuple(rows),
        problems=tuple(problems),
        unknown=_unknown(table, heading, places),
        missing=tuple(one.title for one in missing),
        heading_row=heading.number,
    )


def tidy(text: str) -> str:
    """Text as it is kept: composed letters, single blanks, none at the ends."""
    return _BLANK.sub(" ", unicodedata.normalize("NFC", text)).strip()


def heading_key(text: str) -> str:
    """A heading without case, blanks and signs: "N.I.P. " is "nip"."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _keys(column: Column) -> set[str]:
    return {heading_key(text) for text in (column.title, column.field, *column.synonyms)}


def _places(row: Row, columns: Sequence[Column]) -> dict[str, int]:
    keys = {key: one.field for one in columns for key in _keys(one)}
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        field = keys.get(heading_key(cell.text))
        if field is not None:
            found.setdefault(field, place)
    return found


def _heading(table: Table, columns: Sequence[Column]) -> tuple[Row | None, dict[str, int]]:
    best: tuple[Row | None, dict[str, int]] = (None, {})
    for row in table.rows[:HEADING_ROWS]:
        places = _places(row, columns)
        if len(places) > len(best[1]):
            best = (row, places)
    return best


def _without_heading(table: Table, columns: Sequence[Column]) -> Matched:
    wanted = [one.title for one in columns if one.required]
    message = _("baris judul tidak ditemukan; beri judul kolom: {titles}.").format(
        titles=", ".join(wanted)
    )
    return Matched(
        rows=(),
        problems=(Problem(file=table.file, row=0, field="", message=message),),
        unknown=(),
        missing=tuple(one.title for one in columns),
        heading_row=0,
    )


def _missing(table: Table, heading: Row, missing: Sequence[Column]) -> Iterator[Problem]:
    present = ", ".join(cell.text.strip()[:30] for cell in heading.cells if cell.text.strip())
    for one in missing:
        if one.required:
            message = _("kolom ini tidak ada; judul yang terbaca: {present}.").format(
                present=present
            )
            yield Problem(file=table.file, row=heading.number, field=one.title, message=message)


def _doubled(table: Table, heading: Row, columns: Sequence[Column]) -> Iterator[Problem]:
    keys = [heading_key(cell.text) for cell in heading.cells]
    for one in columns:
        if sum(key in _keys(one) for key in keys if key) > 1:
            yield Problem(
                file=table.file,
                row=heading.number,
                field=one.title,
                message=_("ada dua kolom berjudul sama; hapus atau ganti judul salah satunya."),
            )


def _unknown(table: Table, heading: Row, places: Mapping[str, int]) -> tuple[str, ...]:
    known = set(places.values())
    titled = [
        cell.text.strip()
        for place, cell in enumerate(heading.cells)
        if place not in known and cell.text.strip()
    ]
    below = [row for row in table.rows if row.number > heading.number]
    width = max((len(row.cells) for row in below), default=0)
    untitled = [
        _("kolom ke-{place} tanpa judul").format(place=place + 1)
        for place in range(width)
        if (place >= len(heading.cells) or not heading.cells[place].text.strip())
        and any(len(row.cells) > place and row.cells[place].text.strip() for row in below)
    ]
    return (*titled, *untitled)


def _take(
    table: Table,
    row: Row,
    columns: Sequence[Column],
    places: Mapping[str, int],
    rows: list[MatchedRow],
    problems: list[Problem],
    width: int,
) -> None:
    """Put a row among the good ones, or what is wrong with it among the problems."""
    cells = {one.field: _cell(row, places.get(one.field)) for one in columns}
    if not any(cell.text.strip() or cell.kind is CellKind.UNCOMPUTED for cell in cells.values()):
        return
    found = [
        Problem(file=table.file, row=row.number, field=one.title, message=message)
        for one in columns
        if (message := cell_problem(cells[one.field], exact=one.exact))
    ]
    if table.separator and any(cell.text.strip() for cell in row.cells[width:]):
        message = _(
            "berisi {many} kolom, judulnya {width}; "
            "apit isi yang memuat pemisah dengan tanda kutip."
        ).format(many=len(row.cells), width=width)
        found.append(Problem(file=table.file, row=row.number, field="", message=message))
    if found:
        problems.extend(found)
    else:
        texts = {field: tidy(cell.text) for field, cell in cells.items()}
        rows.append(MatchedRow(number=row.number, texts=texts))


def _cell(row: Row, place: int | None) -> Cell:
    return row.cells[place] if place is not None and place < len(row.cells) else Cell(text="")


def cell_problem(cell: Cell, *, exact: bool) -> str:
    """Why a cell cannot be taken over as it is, with the way out; "" when it can."""
    if cell.kind is CellKind.ERROR:
        return _("berisi {text} (kesalahan rumus); perbaiki di Excel.").format(text=cell.text)
    if cell.kind is CellKind.UNCOMPUTED:
        return _("rumusnya belum punya hasil; buka dan simpan di Excel, lalu ulangi.")
    if cell.kind is CellKind.LONG_NUMBER or (exact and _SCIENTIFIC.fullmatch(cell.text.strip())):
        return _(
            "tersimpan sebagai angka panjang, jadi angka terakhirnya sudah hilang; "
            "ubah format kolom menjadi Teks, lalu ketik ulang."
        )
    if exact and cell.kind is not CellKind.TEXT:
        return _(
            "tersimpan sebagai {kind}, jadi nol atau titiknya dapat hilang; "
            "ubah format kolom menjadi Teks, lalu ketik ulang."
        ).format(kind=_("tanggal") if cell.kind is CellKind.DATE else _("angka"))
    if _UNSEEN.search(cell.text):
        return _("memuat tanda yang tidak terlihat; hapus isinya, lalu ketik ulang.")
    if POPULATION_NUMBER.search(cell.text):
        return _("memuat deretan 16 angka seperti NIK atau nomor KK; nomor itu tidak disimpan.")
    return ""
