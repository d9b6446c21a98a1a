"""A full list of classification codes taken over from an Excel or CSV file, as one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import read_date
from census_desk.intake.columns import Column, MatchedRow, matched
from census_desk.intake.reading import read_spreadsheet
from census_desk.intake.table import Problem
from census_desk.letters.classification import (
    Classification,
    Family,
    add_default_classifications,
    classification_of,
    merged,
)
from census_desk.register import Register
from census_desk.words import _

COLUMNS = (
    Column(
        field="code",
        title="Kode",
        synonyms=("Kode klasifikasi", "Klasifikasi", "Kode arsip", "No. kode"),
        exact=True,
    ),
    Column(
        field="name",
        title="Uraian",
        synonyms=("Nama", "Jenis arsip", "Keterangan", "Perihal", "Nama klasifikasi"),
    ),
    Column(field="valid_from", title="Berlaku mulai", synonyms=("Mulai berlaku",), required=False),
    Column(field="valid_to", title="Berlaku sampai", synonyms=("Sampai",), required=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCodes:
    """What a file holds: the sound codes, what is wrong with the others, columns left aside."""

    file: str
    codes: tuple[Classification, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]


class NoCodes(CensusDeskError):
    """A file without a single sound code is not taken over."""

    def __init__(self, read: ReadCodes) -> None:
        first = read.problems[0].sentence if read.problems else read.file
        super().__init__(
            _("Tidak ada kode klasifikasi yang dapat diambil. {first}").format(first=first)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many codes an import added, changed, and found equal."""

    added: int
    changed: int
    equal: int


def read_classifications(path: Path, family: Family, new_id: Callable[[], str]) -> ReadCodes:
    """The codes of a file, for that family; rows with a problem are told and left out.

    Raises UnreadableFile when the file is no sound table.
    """
    found = matched(read_spreadsheet(path), COLUMNS)
    codes: dict[str, Classification] = {}
    problems = list(found.problems)
    for row in found.rows:
        made, problem = _code(row, family, path.name, new_id())
        if made is not None and made.code in codes:
            problem = _problem(path.name, row, "code", _("kode ini sudah ada di baris sebelumnya."))
        if problem is not None:
            problems.append(problem)
        elif made is not None:
            codes[made.code] = made
    problems.sort(key=lambda one: one.row)
    return ReadCodes(
        file=path.name,
        codes=tuple(codes.values()),
        problems=tuple(problems),
        unknown=found.unknown,
    )


def import_classifications(register: Register, read: ReadCodes) -> Imported:
    """Save the codes of a file in one step that can be undone; saved codes keep their id.

    Codes the file does not name stay, those that ship among them: a register without any of its
    own gets them first. Raises NoCodes when there is nothing to take over.
    """
    if not read.codes:
        raise NoCodes(read)
    what = _("Mengimpor {count} kode klasifikasi dari {file}").format(
        count=len(read.codes), file=read.file
    )
    collection = register.collection("classifications")
    with register.change(what):
        if not collection.count():  # a list of one family leaves the other as it was
            add_default_classifications(register, new_id=register.ids)
        added, changed = merged(collection.all(), read.codes)
        collection.add_many(added)
        for one in changed:
            collection.replace(one)
    equal = len(read.codes) - len(added) - len(changed)
    return Imported(added=len(added), changed=len(changed), equal=equal)


def _code(
    row: MatchedRow, family: Family, file: str, record_id: str
) -> tuple[Classification | None, Problem | None]:
    days: dict[str, date] = {}
    for field in ("valid_from", "valid_to"):
        text = row.texts[field]
        try:
            days |= {field: read_date(text)} if text else {}
        except ValueError:
            message = _("“{text}” bukan tanggal; tulis seperti 23/09/2022.").format(text=text[:40])
            return None, _problem(file, row, field, message)
    try:
        made = classification_of(row.texts["code"], row.texts["name"], family, record_id)
        return _dated(replace(made, source=file[:120]), days), None
    except InvalidRecord as error:
        field, message = next(iter(error.problems.items()))
        return None, _problem(file, row, field, message)


def _dated(one: Classification, days: Mapping[str, date]) -> Classification:
    """The code with the dates the file gives; the family's where it gives none."""
    return replace(
        one,
        valid_from=days.get("valid_from", one.valid_from),
        valid_to=days.get("valid_to", one.valid_to),
    )


def _problem(file: str, row: MatchedRow, field: str, message: str) -> Problem:
    title = next((one.title for one in COLUMNS if one.field == field), field)
    return Problem(file=file, row=row.number, field=title, message=message)
