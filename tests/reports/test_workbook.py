"""Tables as xlsx: what people typed stays what they typed, and no spreadsheet runs it."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import DoesNotFit
from reports.workbook import Heading, Table, tables_workbook, workbook

DANGEROUS = ["=1+1", "+62291", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "=cmd|'/c'!A1"]


def sheet_of(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def one_cell(value: object):
    return sheet_of(workbook("Uji", ["Isi"], [[value]]))["A2"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_looks_like_a_formula_is_text(text):
    content = workbook("Uji", ["Isi"], [[text]])

    cell = sheet_of(content)["A2"]
    raw = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert cell.data_type == "s" and cell.value.strip() == text.strip()
    assert "<f>" not in raw


def test_several_tables_are_sheets_with_their_own_frozen_columns_and_notes():
    first = Table(title="Satu", columns=["A", "B"], rows=[["x", 1]], frozen=1, head="Uji & coba")
    second = Table(title="Dua", columns=["A"], rows=[["y"]], notes=[["=1+1"]])

    book = openpyxl.load_workbook(io.BytesIO(tables_workbook("Uji", [first, second])))

    one, two = book["Satu"], book["Dua"]
    assert (one.freeze_panes, one.auto_filter.ref) == ("B2", "A1:B2")
    assert one.oddHeader.left.text == "Uji && coba"
    assert (two["A4"].value, two["A4"].data_type, two.auto_filter.ref) == ("=1+1", "s", "A1:A2")


def test_a_heading_that_looks_like_a_formula_is_text():
    assert sheet_of(workbook("Uji", ["=1+1"], []))["A1"].data_type == "s"


@pytest.mark.parametrize("text", ["007", "33.19", "198609262015051001", "1e5"])
def test_codes_and_nip_keep_every_sign(text):
    cell = one_cell(text)

    assert (cell.value, cell.data_type) == (text, "s")


def test_numbers_dates_and_times_keep_their_kind_and_indonesian_form():
    assert (one_cell(7140).value, one_cell(7140).number_format) == (7140, "#,##0")
    assert one_cell(date(2020, 2, 13)).value == datetime(2020, 2, 13)
    assert one_cell(date(2020, 2, 13)).number_format == "dd/mm/yyyy"
    assert one_cell(time(9, 30)).value == time(9, 30)
    assert one_cell(0.27).value == 0.27
    assert one_cell(None).value is None
    assert one_cell(True).value == "ya"


def test_a_year_has_no_thousands_mark():
    column = Heading(title="Tahun", grouped=False)

    assert sheet_of(workbook("Uji", [column], [[2020]]))["A2"].number_format == "General"


def test_the_heading_is_frozen_filtered_and_repeated_on_a4_landscape():
    sheet = sheet_of(workbook("OPD", ["Kode", "Nama"], [["1", "a"], ["2", "b"]]))

    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)


def test_a_title_with_forbidden_signs_names_the_sheet_without_them():
    assert sheet_of(workbook("OPD [2020]: a/b?" + "x" * 40, ["A"], [])).title.startswith(
        "OPD -2020"
    )


def test_columns_are_as_wide_as_their_longest_text_up_to_a_limit():
    sheet = sheet_of(workbook("Uji", ["A", "B"], [["pendek", "x" * 300]]))

    assert sheet.column_dimensions["A"].width < 12
    assert sheet.column_dimensions["B"].width == 60


def test_the_same_table_gives_the_same_bytes_and_no_moment_of_writing():
    first = workbook("Uji", ["A"], [["satu"]])

    moments = {item.date_time for item in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert workbook("Uji", ["A"], [["satu"]]) == first
    assert moments == {(2020, 1, 1, 0, 0, 0)}


def test_a_text_longer_than_a_cell_is_refused_by_its_column():
    with pytest.raises(DoesNotFit, match="Catatan"):
        workbook("Uji", ["Catatan"], [["x" * 32_768]])


def test_lines_inside_a_text_stay_lines():
    assert one_cell("satu\r\ndua").value == "satu\ndua"


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_no_text_becomes_a_number_or_formula(value):
    cell = one_cell(value)

    assert cell.value is None or cell.data_type == "s"
