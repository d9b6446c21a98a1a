"""`census-desk coverage` and `census-desk office`: the board and one office, told and printed."""

from __future__ import annotations

import json

import openpyxl
import pytest

from tests.reports.papers import lines_of, sizes_of


def test_the_board_is_listed_with_its_states(say, sample_file):
    said = say("coverage", sample_file, "--rows", "opd")

    assert said.code == 0
    assert said.lines[2].split()[:2] == ["Setda", "Selesai"]
    assert said.lines[-1] == "43 baris per tanggal 21/02/2020; saringan: Semua."


def test_the_json_counts_are_counts_of_its_rows(say, sample_file):
    told = json.loads(say("coverage", sample_file, "--json").out)

    assert len(told["rows"]) == 43 + 9 + 132
    for step, states in told["counts"].items():
        assert sum(states.values()) == len(told["rows"])
        for state, count in states.items():
            assert count == sum(one["marks"][step]["state"] == state for one in told["rows"])
    assert (told["on"], told["deadline"]) == ("2020-02-21", "2020-03-31")


def test_a_filter_a_kind_and_an_order_choose_the_rows(say, sample_file):
    words = ("--filter", "letter-not-received", "--rows", "opd", "--sort", "need")

    told = json.loads(say("coverage", sample_file, "--json", *words).out)

    assert len(told["rows"]) == 12
    assert {one["marks"]["letter"]["state"] for one in told["rows"]} == {"late"}


def test_the_csv_has_one_line_for_each_row_and_splits_at_semicolons(say, sample_file):
    said = say("coverage", sample_file, "--csv", "--rows", "kecamatan")

    assert len(said.lines) == 10
    assert {line.count(";") for line in said.lines} == {18}


def test_an_office_named_as_a_formula_is_no_formula_in_the_csv(say, sample_file):
    say("edit", sample_file, "opd", "setda", "name==1+1")

    assert ";'=1+1;" in say("coverage", sample_file, "--csv", "--rows", "opd").out


@pytest.mark.parametrize(("words", "size"), [((), (420, 297)), (("--paper", "A4"), (297, 210))])
def test_the_board_is_printed_for_the_wall_or_the_desk(say, sample_file, tmp_path, words, size):
    path = tmp_path / "papan.pdf"

    said = say("coverage", sample_file, "-o", path, *words)

    assert said.code == 0 and str(path) in said.out
    assert sizes_of(path.read_bytes()) == {size}


def test_the_board_as_of_another_day_says_so(say, sample_file, tmp_path):
    path = tmp_path / "papan.pdf"

    say("coverage", sample_file, "--on", "14/02/2020", "-o", path)

    assert "per tanggal 14 Februari 2020" in lines_of(path.read_bytes())


def test_an_office_and_its_area_of_one_name_are_told_apart(say, sample_file):
    names = [line.split("  ")[0].strip() for line in say("coverage", sample_file).lines]

    assert (names.count("Kec. Undaan (OPD)"), names.count("Kec. Undaan")) == (1, 1)


def test_the_board_is_written_as_a_workbook(say, sample_file, tmp_path):
    path = tmp_path / "papan.xlsx"

    say("coverage", sample_file, "-o", path)

    assert openpyxl.load_workbook(path).sheetnames == ["OPD", "Kecamatan & desa", "Ringkasan"]


def test_a_file_that_is_there_is_kept_unless_asked(say, sample_file, tmp_path):
    path = tmp_path / "papan.xlsx"
    path.write_text("lama", encoding="utf-8")

    said = say("coverage", sample_file, "-o", path)

    assert said.code == 1 and "--force" in said.err
    assert path.read_text(encoding="utf-8") == "lama"
    assert say("coverage", sample_file, "-o", path, "--force").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("-o", "papan.docx"),
            "Berkas papan.docx tidak dapat dibuat; akhiri namanya dengan .pdf atau .xlsx.\n",
        ),
        (("--paper", "A4"), "--paper hanya untuk PDF: sebutkan juga -o papan.pdf.\n"),
        (("--on", "32/13/2020"), "Tanggal belum benar; tulis seperti 13/02/2020.\n"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(say, sample_file, words, sentence):
    said = say("coverage", sample_file, *words)

    assert (said.code, said.err) == (1, sentence)


def test_an_office_is_told_whole(say, sample_file):
    said = say("office", sample_file, "BPPKAD")

    assert said.code == 0
    assert said.lines[0].startswith("Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah")
    for told in ("470/385/2020", "Lupa sandi", "Rekap ASN", "Riwayat terbaru"):
        assert told in said.out


def test_an_office_is_told_to_programs(say, sample_file):
    told = json.loads(say("office", sample_file, "BPPKAD", "--json").out)

    assert told["marks"]["done"] == {"state": "partly", "detail": "38 dari 110 · 34,5 %"}
    assert told["sections"]["Rekap ASN"][0]["Selesai"] == 38


def test_the_page_of_an_office_goes_into_a_folder_by_its_own_name(say, sample_file, tmp_path):
    say("office", sample_file, "BPPKAD", "-o", tmp_path)

    path = tmp_path / "Semua tentang BPPKAD 2020-02-21.pdf"
    assert sizes_of(path.read_bytes()) == {(210, 297)}


def test_an_office_nobody_knows_is_refused(say, sample_file):
    said = say("office", sample_file, "Dinas Bulan")

    assert (said.code, said.err) == (1, "OPD “Dinas Bulan” tidak ditemukan.\n")


def test_each_figure_says_how_it_came_about_when_asked(say, sample_file):
    said = say("coverage", sample_file, "--rows", "kecamatan", "--explain")
    told = json.loads(say("coverage", sample_file, "--json", "--explain", "--rows", "opd").out)

    assert said.lines[0] == "Kecamatan Kaliwungu"
    assert said.lines[2].startswith("    Per 21/02/2020. 1 surat edaran ditujukan ke sini")
    assert all(mark["explained"] for row in told["rows"] for mark in row["marks"].values())


def test_numbers_of_asn_that_do_not_agree_stand_below_the_table(say, sample_file):
    say("edit", sample_file, "opd", "setda", "asn_count=1")

    said = say("coverage", sample_file, "--rows", "opd")

    assert any(line.startswith("Periksa Setda: ") for line in said.lines)
