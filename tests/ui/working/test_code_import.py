"""Classification codes from a file: looked at row by row, then saved in one step."""

import pytest

from census_desk.errors import CensusDeskError
from census_desk.letters.classification import Family
from ui.presenters.code_import import CHANGED, EQUAL, NEW, REFUSED, CodeImport, CodePreview

HEAD = "Kode;Uraian;Catatan\n"


@pytest.fixture
def codes(workplace):
    return CodeImport(workplace)


def read(codes, path, text, family=Family.NUMERIC):
    path.write_text(HEAD + text, encoding="utf-8")
    found = []
    codes.read(path, family, found.append)
    return found[0]


def test_a_preview_tells_new_from_known_and_names_refused_rows(codes, workplace, tmp_path):
    text = "999.1;Contoh baru;\nbukan kode;Rusak;\n500.14;STATISTIK;\n"

    preview = read(codes, tmp_path / "kode.csv", text)

    assert isinstance(preview, CodePreview)
    assert preview.rows[0].state == REFUSED
    assert preview.rows[0].words.startswith("Baris 3, Kode: ")
    states = {row.code: row.state for row in preview.rows[1:]}
    assert states["999.1"] == NEW
    assert states["500.14"] in (CHANGED, EQUAL)
    assert "1 kode baru" in preview.facts and "1 baris dilewati" in preview.facts
    assert "Kolom yang tidak dipakai: Catatan." in preview.facts
    assert workplace.register.classifications.count() == 0


def test_what_was_shown_is_what_is_saved(codes, workplace, screen, tmp_path):
    preview = read(codes, tmp_path / "kode.csv", "999.1;Contoh baru;\nrusak;;\n")

    assert codes.take(preview)

    assert screen.last == "1 kode ditambahkan, 0 diubah, 0 sama. 1 baris dilewati."
    assert screen.said[-1][0] == "warning"


def test_a_list_of_one_family_leaves_the_other_as_it_was(codes, workplace, tmp_path):
    assert codes.take(read(codes, tmp_path / "kode.csv", "999.1;Contoh baru;\n"))

    families = {one.family for one in workplace.register.classifications.all()}

    assert families == set(Family)
    workplace.register.undo()
    assert workplace.register.classifications.count() == 0


def test_a_file_that_is_no_table_is_told_in_words(codes, tmp_path):
    path = tmp_path / "kode.xlsx"
    path.write_bytes(b"PK\x03\x04rusak")
    found = []

    codes.read(path, Family.NUMERIC, found.append)

    assert isinstance(found[0], CensusDeskError)
    assert "kode.xlsx" in found[0].sentence


def test_a_file_without_a_sound_row_cannot_be_taken_over(codes, screen, tmp_path):
    preview = read(codes, tmp_path / "kode.csv", "rusak;Rusak;\n")

    assert preview.is_empty
    assert not codes.take(preview)
    assert screen.said[-1][0] == "error"
