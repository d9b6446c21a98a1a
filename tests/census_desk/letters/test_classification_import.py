"""A full list of codes from Excel or CSV: one step, undone in one, nothing guessed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from census_desk.letters.classification import Family, add_default_classifications
from census_desk.letters.classification_import import (
    Imported,
    NoCodes,
    ReadCodes,
    import_classifications,
    read_classifications,
)
from census_desk.register import Register
from tests.census_desk.intake.workbooks import saved


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as made:
        add_default_classifications(made, new_id=made.ids)
        yield made


def read(register: Register, path: Path, family: Family = Family.NUMERIC) -> ReadCodes:
    return read_classifications(path, family, register.ids)


def csv_of(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "kode.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_codes_of_a_workbook_are_read_with_the_familys_dates(register, tmp_path):
    rows = [["DAFTAR KODE"], ["No", "Jenis Arsip", "Kode"], [1, "Sensus ekonomi", "500.14.4"]]

    found = read(register, saved(tmp_path / "kode.xlsx", rows))

    (one,) = found.codes
    assert (one.code, one.name, one.valid_from) == (
        "500.14.4",
        "Sensus ekonomi",
        date(2022, 9, 23),
    )
    assert (found.problems, found.unknown) == ((), ("No",))


def test_dates_of_a_code_are_its_own(register, tmp_path):
    path = csv_of(tmp_path, "Kode;Uraian;Berlaku mulai;Sampai\n500.20;Uji;1/2/2024;2025-01-31\n")

    (one,) = read(register, path).codes

    assert (one.valid_from, one.valid_to) == (date(2024, 2, 1), date(2025, 1, 31))


def test_a_code_a_spreadsheet_turned_into_a_number_is_refused_not_mended(register, tmp_path):
    rows = [["Kode", "Uraian"], [5, "Undangan"], [500.1, "Perekonomian"], ["005", "Undangan"]]

    found = read(register, saved(tmp_path / "kode.xlsx", rows), Family.OLDER)

    assert [one.code for one in found.codes] == ["005"]
    assert [(one.row, one.field) for one in found.problems] == [(2, "Kode"), (3, "Kode")]


def test_wrong_rows_are_told_with_row_and_column_and_the_others_are_read(register, tmp_path):
    path = csv_of(
        tmp_path,
        "Kode;Uraian;Berlaku mulai\n500.20;Uji;\nlima;Salah;\n500.20;Lagi;\n500.21;;\n"
        "500.22;Uji;kemarin\n500.23;Uji;\n",
    )

    found = read(register, path)

    assert [one.code for one in found.codes] == ["500.20", "500.23"]
    assert [(one.row, one.field) for one in found.problems] == [
        (3, "Kode"),
        (4, "Kode"),
        (5, "Uraian"),
        (6, "Berlaku mulai"),
    ]


def test_an_import_is_one_step_and_undone_in_one(register, tmp_path):
    before = register.classifications.all()
    path = csv_of(tmp_path, "Kode;Uraian\n500.20;Baru\n500.14.2;Sensus (nama lain)\n")

    done = import_classifications(register, read(register, path))

    assert done == Imported(added=1, changed=1, equal=0)
    assert register.history(limit=1)[0].what == "Mengimpor 2 kode klasifikasi dari kode.csv"
    register.undo()
    assert register.classifications.all() == before


def test_a_second_import_changes_nothing(register, tmp_path):
    path = csv_of(tmp_path, "Kode;Uraian\n500.20;Baru\n")
    import_classifications(register, read(register, path))
    rev = register.rev

    again = import_classifications(register, read(register, path))

    assert (again, register.rev) == (Imported(added=0, changed=0, equal=1), rev)


def test_a_code_of_the_other_family_is_another_code(register, tmp_path):
    path = csv_of(tmp_path, "Kode;Uraian\n470;Kependudukan\n")

    done = import_classifications(register, read(register, path))

    assert done.added == 1


def test_a_file_without_a_sound_code_is_not_taken_over(register, tmp_path):
    found = read(register, csv_of(tmp_path, "Kode;Uraian\nlima;Salah\n"))

    with pytest.raises(NoCodes, match="baris 2, kolom Kode"):
        import_classifications(register, found)
    with pytest.raises(NoCodes, match=r"kode\.csv"):
        import_classifications(register, read(register, csv_of(tmp_path, "Kode;Uraian\n")))
