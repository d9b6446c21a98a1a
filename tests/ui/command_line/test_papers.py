"""papers, print, table: what the window prints, from the command line."""

from pathlib import Path

import pytest

from tests.ui.command_line.conftest import refused

CIRCULAR = "470/385/2020"


def made(said) -> Path:
    """The file a command wrote."""
    assert said.code == 0, said
    return Path(said.out.rsplit("  ", 1)[0].strip())


def text_of(path: Path) -> str:
    """The words of a PDF, blanks and line ends as one blank."""
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_papers_are_listed_with_whose_they_are(say):
    said = say("papers")

    assert any(line.split()[0] == "daftar-hadir" and "sesi" in line for line in said.lines)


def test_the_circular_quotes_the_facts_of_the_campaign(say, sample_file, tmp_path):
    path = made(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path / "cetak"))

    words = text_of(path)
    assert "7.140" in words
    assert "857.415" in words
    assert "27 persen" in words


def test_the_same_letter_gives_the_same_file(say, sample_file, tmp_path):
    first = made(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path))
    before = first.read_bytes()

    second = made(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path))

    assert (second, second.read_bytes()) == (first, before)


def test_another_file_of_that_name_is_kept_unless_forced(say, sample_file, tmp_path):
    path = made(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path))
    path.write_bytes(b"catatan orang lain")

    second = made(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path))
    assert second != path
    assert path.read_bytes() == b"catatan orang lain"

    say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path, "--force")
    assert path.read_bytes() == second.read_bytes()


def test_an_attendance_sheet_is_kept_in_the_register(say, sample_file, tmp_path):
    before = say("list", sample_file, "lembar").lines[-1]

    made(say("print", sample_file, "daftar-hadir", "Rapat Koordinasi", "--to", tmp_path))

    assert before == "0 baris"
    assert say("list", sample_file, "lembar").lines[-1] == "1 baris"


@pytest.mark.parametrize(("size", "height"), [("F4", 330), ("A4", 297)])
def test_an_attendance_sheet_has_the_paper_asked_for(say, sample_file, tmp_path, size, height):
    from pypdf import PdfReader

    words = ("daftar-hadir", "Rapat Koordinasi", "--to", tmp_path, "--paper", size)
    path = made(say("print", sample_file, *words))

    assert round(float(PdfReader(path).pages[0].mediabox.height) * 25.4 / 72) == height


@pytest.mark.parametrize("options", [("--paper", "A4"), ("--show-nip",)])
def test_options_of_the_attendance_sheet_are_refused_elsewhere(say, sample_file, options):
    said = say("print", sample_file, "edaran", CIRCULAR, *options)

    assert "daftar hadir" in refused(said)


def test_an_unknown_paper_is_told_with_those_there_are(say, sample_file):
    said = say("print", sample_file, "surat-cinta", CIRCULAR)

    assert said.code == 2
    assert "berita-acara" in said.err


def test_what_a_paper_lacks_is_named_and_nothing_is_written(say, desk_file, tmp_path):
    say("add", desk_file, "surat", "subject=Edaran", "dated_on=13/02/2020")

    sentence = refused(say("print", desk_file, "edaran", "Edaran", "--to", tmp_path / "cetak"))

    assert "belum diisi" in sentence
    assert not (tmp_path / "cetak").exists()


def test_a_folder_that_is_a_file_is_told(say, sample_file, tmp_path):
    (tmp_path / "cetak").write_text("berkas", encoding="utf-8")

    refused(say("print", sample_file, "edaran", CIRCULAR, "--to", tmp_path / "cetak"))


def test_a_table_is_saved_as_a_workbook_without_nip(say, sample_file, tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "asn.xlsx"
    assert say("table", sample_file, "asn", "--xlsx", path).code == 0
    masked = [cell.value for row in load_workbook(path).active.rows for cell in row]

    assert say("table", sample_file, "asn", "--xlsx", path, "--full", "--force").code == 0
    full = [cell.value for row in load_workbook(path).active.rows for cell in row]

    nips = [value for value in full if str(value).replace(" ", "").isdecimal()]
    assert [value for value in nips if len(value.replace(" ", "")) == 18]
    assert not set(nips) & set(masked)


def test_a_workbook_is_never_written_over_a_file_unasked(say, sample_file, tmp_path):
    path = tmp_path / "asn.xlsx"
    path.write_bytes(b"penting")

    assert "--force" in refused(say("table", sample_file, "asn", "--xlsx", path))
    assert path.read_bytes() == b"penting"
