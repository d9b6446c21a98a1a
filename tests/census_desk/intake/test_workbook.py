"""Excel files: what is read, and that hostile and mistaken ones end in one sentence."""

import os
import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from census_desk.intake import workbook, workbook_child
from census_desk.intake.table import CellKind, UnreadableFile, preview
from census_desk.intake.workbook import read_workbook
from tests.census_desk.intake.workbooks import altered, packed, saved, sheet_xml, with_parts


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "rekap.xlsx"


def texts(path: Path, **options: object) -> list[list[str]]:
    return preview(read_workbook(path, **options), 1_000)


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_workbook(path, **options)
    assert refused.value.sentence.startswith(f"Berkas {path.name}: ")
    return refused.value.reason


def test_cells_are_read_as_text(path):
    saved(path, [["Nama", "Jumlah", "Bagian"], ["Sri", 12, 27.5], [None, 7140, "x"]])

    assert texts(path) == [["Nama", "Jumlah", "Bagian"], ["Sri", "12", "27,5"], ["", "7140", "x"]]


def test_a_decimal_never_reads_as_thousands(path):
    saved(path, [[7.125]])

    assert texts(path) == [["7,125"]]


def test_days_and_times_are_read_as_such(path):
    saved(path, [[date(2020, 2, 13), datetime(2020, 2, 13, 9, 5), time(9, 30)]])

    (row,) = read_workbook(path).rows

    assert [cell.text for cell in row.cells] == ["2020-02-13", "2020-02-13 09:05", "09.30"]
    assert {cell.kind for cell in row.cells} == {CellKind.DATE}


def test_a_number_beyond_fifteen_digits_is_marked(path):
    saved(path, [["NIP"], [197001011996031001]])

    assert read_workbook(path).rows[1].cells[0].kind is CellKind.LONG_NUMBER


def test_leading_zeros_of_text_stay(path):
    saved(path, [["005", "0123"]])

    assert texts(path) == [["005", "0123"]]


def test_a_formula_is_read_as_the_value_saved_with_it(path):
    saved(path, [["x"]])
    altered(path, sheet=sheet_xml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'))

    assert texts(path) == [["2"]]


def test_a_formula_without_a_saved_value_is_marked_never_blank(path):
    saved(path, [["Jumlah", "Nama"], ["=1+1", "Sri"], ["=2+2", None]])

    rows = read_workbook(path).rows

    assert [row.cells[0].kind for row in rows[1:]] == [CellKind.UNCOMPUTED] * 2
    assert rows[1].cells[1].text == "Sri"


def test_a_formula_error_is_marked(path):
    saved(path, [["x"]])
    altered(path, sheet=sheet_xml('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'))

    (row,) = read_workbook(path).rows

    assert (row.cells[0].kind, row.cells[0].text) == (CellKind.ERROR, "#REF!")


def test_row_numbers_are_those_of_the_sheet_blank_rows_left_out(path):
    saved(path, [["a"], [], [None, None], ["b"]])

    assert [row.number for row in read_workbook(path).rows] == [1, 4]


def test_the_first_visible_sheet_that_is_not_blank_is_read(path):
    book = openpyxl.Workbook()
    book.active.title = "Kosong"
    book.create_sheet("Rahasia").append(["x"])
    book["Rahasia"].sheet_state = "hidden"
    book.create_sheet("Data").append(["isi"])
    book.save(path)

    table = read_workbook(path)

    assert (table.sheet, table.sheets, preview(table)) == ("Data", ("Kosong", "Data"), [["isi"]])


def test_a_sheet_may_be_chosen_and_one_that_is_not_there_is_named(path):
    book = openpyxl.Workbook()
    book.active.append(["satu"])
    book.create_sheet("Dua").append(["dua"])
    book.save(path)

    assert texts(path, sheet="Dua") == [["dua"]]
    assert "“Tiga”" in refusal(path, sheet="Tiga")


def test_a_sheet_that_lies_about_its_size_is_read_whole(path):
    saved(path, [["a"], ["b"]])
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 2, 3))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = f'<worksheet xmlns="{space}"><dimension ref="A1:XFD1048576"/>'
    altered(path, sheet=f"{head}<sheetData>{rows}</sheetData></worksheet>".encode())

    assert texts(path) == [["1"], ["2"], ["3"]]


# mistaken files


def test_a_missing_file_is_told(path):
    assert "tidak ditemukan" in refusal(path)


def test_a_folder_is_no_file(tmp_path):
    assert "bukan berkas biasa" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_is_not_waited_for(path):
    os.mkfifo(path)

    assert "bukan berkas biasa" in refusal(path)


def test_an_empty_file_is_told(path):
    path.write_bytes(b"")

    assert "kosong" in refusal(path)


def test_old_excel_and_encrypted_files_are_told_how_to_be_saved(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))

    assert ".xlsx tanpa kata sandi" in refusal(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"Nama;NIP\n"])
def test_what_is_no_archive_is_told(path, content):
    path.write_bytes(content)

    assert "rusak atau bukan berkas Excel" in refusal(path)


def test_an_encrypted_archive_is_told_so(path):
    data = bytearray(saved(path, [["a"]]).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    path.write_bytes(data)

    assert "tanpa kata sandi" in refusal(path)


def test_another_archive_is_no_workbook(path):
    path.write_bytes(packed({"surat.txt": b"halo"}))

    assert "bukan berkas Excel" in refusal(path)


def test_an_open_document_is_told_how_to_be_saved(path):
    path.write_bytes(packed({"content.xml": b"<x/>"}))

    assert "simpan sebagai Excel" in refusal(path)


def test_half_a_workbook_is_told(path):
    whole = saved(path, [["a"]] * 50).read_bytes()
    for size in (30, len(whole) // 2, len(whole) - 5):
        path.write_bytes(whole[:size])

        assert "rusak" in refusal(path)


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet",
        b"",
        b"\xff\xfe\x00",
        sheet_xml('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
        sheet_xml('<row r="x"><c r="A1"><v>1</v></c></row>'),
    ],
)
def test_a_broken_sheet_is_told(path, xml):
    altered(saved(path, [["a"]]), sheet=xml)

    assert "rusak" in refusal(path)


def test_a_file_the_computer_will_not_open_is_told(tmp_path):
    path = tmp_path / ("x" * 300)

    assert "tutup dulu di program lain" in refusal(path)


def test_a_cell_longer_than_excel_allows_is_told(path):
    text = "x" * 40_000
    xml = sheet_xml(f'<row r="1"><c r="A1" t="str"><v>{text}</v></c></row>')
    altered(saved(path, [["a"]]), sheet=xml)
    with_parts(path, {"xl/media/noise.bin": random.Random(1).randbytes(2_000)})

    assert "baris 1" in refusal(path)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("halo", "rusak"),
        ("[]", "rusak"),
        ('{"limit": "rows", "row": 9}', "100.000 baris"),
        ('{"limit": "text", "row": 9}', "teks terlalu banyak"),
    ],
)
def test_whatever_the_child_answers_ends_in_a_table_or_a_sentence(path, monkeypatch, answer, says):
    monkeypatch.setattr(workbook, "_START", f"print({answer!r})")

    assert says in refusal(saved(path, [["a"]]))


# hostile files


def test_a_workbook_that_inflates_without_end_is_not_inflated(path):
    with_parts(saved(path, [["a"]]), {"xl/media/bomb.bin": bytes(40_000_000)})

    assert "terlalu besar setelah dibuka" in refusal(path)


def test_a_workbook_of_thousands_of_parts_is_refused(path):
    with_parts(saved(path, [["a"]]), {f"xl/media/{n}": b"x" for n in range(2_001)})

    assert "rusak" in refusal(path)


@pytest.mark.parametrize("encoding", ["ascii", "utf-16"])
def test_entities_are_refused_before_any_parser_sees_them(path, encoding):
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    xml = sheet_xml('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', head)
    altered(saved(path, [["a"]]), sheet=xml.decode().encode(encoding))

    assert "perintah XML" in refusal(path)


def test_a_file_of_the_computer_is_not_read_through_a_workbook(path, tmp_path):
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    xml = sheet_xml('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>', head)
    altered(saved(path, [["a"]]), sheet=xml)

    assert "perintah XML" in refusal(path)


def test_a_workbook_that_takes_too_long_is_given_up(path):
    saved(path, [["a"]])

    assert "terlalu lama" in refusal(path, wall_seconds=0.001)


def test_a_file_beyond_the_limit_is_not_read_whole(path):
    path.write_bytes(b"PK" + random.Random(1).randbytes(20 * 1024 * 1024))

    assert "20 MB" in refusal(path)


def test_a_sheet_with_a_cell_at_its_far_corner_is_refused_by_its_columns(path):
    far = '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    altered(saved(path, [["a"]]), sheet=sheet_xml(far))

    assert "lebih dari 200 kolom" in refusal(path)


@pytest.mark.parametrize(
    ("limit", "most", "says"),
    [("MOST_ROWS", 2, "rows"), ("MOST_COLUMNS", 1, "columns"), ("MOST_TEXT", 8, "text")],
)
def test_more_than_is_read_is_refused_not_cut(path, monkeypatch, limit, most, says):
    data = saved(path, [["a"], ["bb", "cc"], ["dd", "ee"]]).read_bytes()
    monkeypatch.setattr(workbook_child, limit, most)

    assert workbook_child.contents(data, "")["limit"] == says


def test_the_child_answers_the_same_beside_its_parent(path):
    rows = [
        ["Nama", "x"],
        ["=1+1", 7.5],
        ["Sri", True],
        [None, None, timedelta(hours=30), time(9), 10**16, date(2020, 2, 13)],
    ]
    data = saved(path, rows).read_bytes()

    answer = workbook_child.contents(data, "")

    table = read_workbook(path)
    assert [(n, [tuple(cell) for cell in cells]) for n, cells in answer["rows"]] == [
        (row.number, [(cell.kind, cell.text) for cell in row.cells]) for row in table.rows
    ]
