"""The board and the page of an office, gathered from a register."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from census_desk import sample
from census_desk.coverage.filters import Filter, RowChoice
from census_desk.register import Register
from tests.census_desk.builders import a_desk, an_employee, an_office
from tests.reports.papers import lines_of, pages_of, sizes_of
from ui.papers.coverage import BoardAsked, coverage_job, coverage_workbook_job
from ui.papers.office_page import STEPS_PRINTED, office_content, office_page_job

DAY = date(2020, 2, 21)
PRINTED = date(2020, 2, 24)


@pytest.fixture(scope="module")
def kudus():
    with Register.in_memory(actor="Sri") as register:
        sample.build(register)
        yield register


@pytest.fixture
def empty():
    with Register.in_memory(actor="Sri") as register:
        with register.change("Meja"):
            register.desks.add(a_desk(id=register.ids()))
        yield register


def board(register, **asked):
    return coverage_job(register, BoardAsked(**({"on": DAY} | asked)), PRINTED)()


def book(register, **asked):
    made = coverage_workbook_job(register, BoardAsked(**({"on": DAY} | asked)))()
    return openpyxl.load_workbook(io.BytesIO(made.pdf))


def test_the_board_tells_every_office_kecamatan_and_village(kudus):
    made = board(kudus)

    text = " ".join(" ".join(lines_of(made.pdf)).split())
    assert made.name == "Papan Cakupan 2020-02-21 A3.pdf"
    assert sizes_of(made.pdf) == {(420, 297)}
    assert all(office.name in text for office in kudus.offices.all())
    assert "43 perangkat daerah dengan 7.140 ASN" in text
    assert text.count("Desa ") >= 123 and "132 desa dan kelurahan" in text
    assert "tenggat 31 Maret 2020" in text
    assert "Dicetak 24 Februari 2020 oleh Sekretariat Daerah Kabupaten Kudus" in text


def test_the_board_of_the_offices_alone_has_no_villages(kudus):
    pages = pages_of(board(kudus, choice=RowChoice.OFFICES, paper="A4").pdf)

    assert all("Perangkat Daerah" in page and "Desa " not in page for page in pages)


def test_the_filter_in_use_is_named_and_only_its_rows_are_told(kudus):
    pages = pages_of(board(kudus, wanted=Filter.LETTER_NOT_RECEIVED, choice=RowChoice.OFFICES).pdf)

    assert len(pages) == 1
    assert "Yang ditampilkan: surat belum diterima" in pages[0]
    assert "12 perangkat daerah" in pages[0]
    assert "Kelurahan Sunggingan" in pages[0] and "Kelurahan Panjunan" not in pages[0]


def test_a_village_without_its_kecamatan_above_it_says_which_one_it_is(kudus):
    text = " ".join(lines_of(board(kudus, choice=RowChoice.VILLAGES, needy_first=True).pdf))

    assert "Kelurahan Sunggingan, Kec. Kota Kudus" in text
    assert "yang paling perlu dahulu" in text


def test_a_register_without_offices_prints_a_board_that_says_so(empty):
    assert "Tidak ada baris yang cocok" in pages_of(board(empty).pdf)[0]


def test_the_same_register_gives_the_same_board_and_workbook(kudus):
    assert board(kudus).pdf == board(kudus).pdf
    asked = BoardAsked(on=DAY)
    assert coverage_workbook_job(kudus, asked)().pdf == coverage_workbook_job(kudus, asked)().pdf


def test_the_workbook_has_a_sheet_for_offices_areas_and_the_counts(kudus):
    found = book(kudus)

    assert found.sheetnames == ["OPD", "Kecamatan & desa", "Ringkasan"]
    offices, areas, _counts = (found[name] for name in found.sheetnames)
    assert offices.max_row == 44 and areas.max_row == 142
    assert offices.freeze_panes == "C2" and areas.freeze_panes == "C2"
    assert offices.auto_filter.ref == "A1:S44"
    assert offices["B2"].value == "Sekretariat Daerah"
    assert areas["A2"].value == "33.19.01" and areas["A2"].data_type == "s"
    assert (offices.page_setup.orientation, offices.page_setup.paperSize) == ("landscape", 8)
    assert offices.oddHeader.left.text.startswith("Papan Cakupan per tanggal 21 Februari 2020")


def test_a_list_that_was_not_asked_for_has_no_empty_sheet(kudus):
    offices = book(kudus, choice=RowChoice.OFFICES)
    areas = book(kudus, choice=RowChoice.AREAS)

    assert "Kecamatan & desa" not in offices.sheetnames and "OPD" in offices.sheetnames
    assert "OPD" not in areas.sheetnames and "Kecamatan & desa" in areas.sheetnames


def test_the_counts_of_the_workbook_add_up_to_its_rows(kudus):
    found = book(kudus)

    told = list(found["Ringkasan"].iter_rows(min_row=2, max_row=19, values_only=True))
    assert {row[0]: row[-1] for row in told} == {
        "Perangkat daerah": 43, "Kecamatan": 9, "Desa dan kelurahan": 132,
    }  # fmt: skip
    assert all(sum(row[2:-1]) == row[-1] for row in told)
    column = [cell.value for cell in found["OPD"]["D"][1:]]
    assert told[0][2] == column.count("Selesai")


def test_a_name_that_looks_like_a_formula_stays_a_text(empty):
    with empty.change("OPD"):
        empty.offices.add(an_office(id=empty.ids(), name="=1+1", short_name="=1+1"))

    cell = book(empty)["OPD"]["B2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_numbers_that_do_not_agree_are_told_under_the_board_and_in_the_workbook(empty):
    office = an_office(id=empty.ids(), asn_count=1, short_name="Uji")
    with empty.change("OPD"):
        empty.offices.add(office)
        for name in ("Ani", "Bowo"):
            empty.employees.add(an_employee(id=empty.ids(), office_id=office.id, name=name))
    told = "Uji: 2 ASN tercatat dengan nama, data OPD 1."

    text = " ".join(" ".join(lines_of(board(empty).pdf)).split())
    notes = list(book(empty)["Ringkasan"].iter_rows(values_only=True))

    assert f"Periksa {told}" in text
    assert ("Periksa", told) in [row[:2] for row in notes]
    assert "Periksa" not in " ".join(lines_of(board(empty, wanted=Filter.LATE).pdf))


def test_the_page_of_an_office_tells_all_its_parts(kudus):
    office = next(one for one in kudus.offices.all() if one.short_name == "BPPKAD")

    made = office_page_job(kudus, office.id, DAY, PRINTED)()

    text = " ".join(" ".join(lines_of(made.pdf)).split())
    assert made.name == "Semua tentang BPPKAD 2020-02-21.pdf"
    for told in (
        office.name, "470/385/2020", "17/02/2020, Sriyatun", "Belum ada kunjungan.",
        "Lupa sandi", "34,5", "Anisa Rahmawati", "Kepala Badan Pendapatan",
        "Mencatat sosialisasi BPPKAD selesai", "dicetak 24 Februari 2020",
    ):  # fmt: skip
        assert told in text
    assert len(pages_of(made.pdf)) == 1


def test_the_newest_changes_only_are_printed(kudus):
    office = kudus.offices.all()[0]

    (history,) = [
        one for one in office_content(kudus, office.id, DAY, PRINTED).sections
        if one.heading == "Riwayat terbaru"
    ]  # fmt: skip

    assert len(history.rows) == STEPS_PRINTED


def test_an_office_of_which_nothing_is_known_yet_has_a_page_that_says_so(empty):
    office = an_office(id=empty.ids())
    with empty.change("OPD"):
        empty.offices.add(office)

    text = " ".join(lines_of(office_page_job(empty, office.id, DAY, PRINTED)().pdf))

    assert "Belum ada surat." in text and "Belum ada rekap." in text
