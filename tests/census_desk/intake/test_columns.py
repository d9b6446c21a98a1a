"""Columns by their headings: any order, and every cell that cannot be trusted told."""

import pytest

from census_desk.intake.columns import Column, cell_problem, matched, tidy
from census_desk.intake.reading import read_spreadsheet
from census_desk.intake.table import Cell, CellKind, Row, Table, UnreadableFile
from tests.census_desk.intake.workbooks import saved

NAME = Column(field="name", title="Nama", synonyms=("Nama Lengkap", "Nama ASN"))
NIP = Column(field="nip", title="NIP", synonyms=("NIP Baru",), exact=True)
UNIT = Column(field="unit", title="Unit kerja", required=False)
COLUMNS = (NAME, NIP, UNIT)


def a_table(*rows: tuple[object, ...], separator: str = "") -> Table:
    cells = [
        tuple(one if isinstance(one, Cell) else Cell(text=str(one)) for one in row) for row in rows
    ]
    return Table(
        file="rekap.xlsx",
        separator=separator,
        rows=tuple(
            Row(number=number, cells=row) for number, row in enumerate(cells, 1) if any(row)
        ),
    )


def test_columns_are_found_in_any_order():
    found = matched(a_table(("NIP", "Unit kerja", "Nama"), ("1", "Umum", "Sri")), COLUMNS)

    assert dict(found.rows[0].texts) == {"name": "Sri", "nip": "1", "unit": "Umum"}
    assert (found.problems, found.unknown, found.missing) == ((), (), ())


@pytest.mark.parametrize("heading", ["nama", " NAMA ", "Nama\nLengkap", "nama_asn", "N a m a"])
def test_a_heading_is_known_by_its_synonyms_whatever_its_case_and_blanks(heading):
    found = matched(a_table((heading, "N.I.P."), ("Sri", "1")), COLUMNS)

    assert found.rows[0].texts["name"] == "Sri"


def test_a_title_above_the_heading_is_passed_over():
    found = matched(
        a_table(("REKAP ASN",), ("Nama Dinas",), ("Nama", "NIP"), ("Sri", "1")), COLUMNS
    )

    assert (found.heading_row, [row.number for row in found.rows]) == (3, [4])


def test_a_missing_column_is_named_with_what_was_read_instead():
    found = matched(a_table(("Nama", "Nomor pegawai"), ("Sri", "1")), COLUMNS)

    assert found.rows == ()
    assert found.sentences == [
        "rekap.xlsx, baris 1, kolom NIP: kolom ini tidak ada; "
        "judul yang terbaca: Nama, Nomor pegawai."
    ]
    assert found.missing == ("NIP", "Unit kerja")


def test_a_missing_column_that_is_not_required_reads_as_blank():
    found = matched(a_table(("Nama", "NIP"), ("Sri", "1")), COLUMNS)

    assert found.rows[0].texts["unit"] == ""
    assert (found.problems, found.missing) == ((), ("Unit kerja",))


def test_unknown_columns_are_named_and_not_taken_over():
    found = matched(a_table(("Nama", "NIK", "NIP", ""), ("Sri", "3319", "1", "catatan")), COLUMNS)

    assert found.unknown == ("NIK", "kolom ke-4 tanpa judul")
    assert set(found.rows[0].texts) == {"name", "nip", "unit"}


def test_two_columns_of_one_heading_are_refused():
    found = matched(a_table(("Nama", "NIP", "NIP Baru"), ("Sri", "1", "2")), COLUMNS)

    assert found.rows == ()
    assert "dua kolom" in found.sentences[0]


def test_a_table_without_a_heading_names_what_is_wanted():
    found = matched(a_table(("Sri", "1"), ("Budi", "2")), COLUMNS)

    assert found.sentences == [
        "rekap.xlsx: baris judul tidak ditemukan; beri judul kolom: Nama, NIP."
    ]
    assert matched(a_table(), COLUMNS).heading_row == 0


def test_rows_blank_under_the_known_columns_are_passed_over():
    found = matched(a_table(("Nama", "NIP", "x"), ("", "", "y"), ("Sri", "1", "")), COLUMNS)

    assert [row.number for row in found.rows] == [3]


def test_text_is_tidied_without_losing_letters():
    assert tidy("  Sri\u00a0 Lestari,\n S.Kom. ") == "Sri Lestari, S.Kom."
    assert tidy("e\u0301") == "é"


def test_a_row_with_a_problem_is_left_out_and_told_with_row_and_column():
    spoilt = Cell(text="197001011996031008", kind=CellKind.LONG_NUMBER)
    found = matched(a_table(("Nama", "NIP"), ("Sri", spoilt), ("Budi", "2")), COLUMNS)

    assert [row.texts["name"] for row in found.rows] == ["Budi"]
    (sentence,) = found.sentences
    assert sentence.startswith("rekap.xlsx, baris 2, kolom NIP: ")
    assert "Teks" in sentence


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (Cell(text="197001011996031008", kind=CellKind.LONG_NUMBER), "sudah hilang"),
        (Cell(text="1.97001E+17"), "sudah hilang"),
        (Cell(text="1,97001011996031E17"), "sudah hilang"),
        (Cell(text="5", kind=CellKind.NUMBER), "angka, jadi nol"),
        (Cell(text="2020-05-01", kind=CellKind.DATE), "tanggal"),
        (Cell(text="TRUE", kind=CellKind.TRUTH), "Teks"),
        (Cell(text="#N/A", kind=CellKind.ERROR), "#N/A"),
        (Cell(text="", kind=CellKind.UNCOMPUTED), "rumusnya"),
        (Cell(text="a\u202eb"), "tidak terlihat"),
        (Cell(text="a\x00b"), "tidak terlihat"),
        (Cell(text="NIK 3319 0112 3456 7890"), "16 angka"),
    ],
)
def test_a_cell_that_cannot_be_trusted_is_told_with_the_way_out(cell, says):
    assert says in cell_problem(cell, exact=True)


@pytest.mark.parametrize(
    "cell",
    [
        Cell(text="12", kind=CellKind.NUMBER),
        Cell(text="2020-02-13", kind=CellKind.DATE),
        Cell(text="=SUM(A1)"),
        Cell(text="197001011996031001"),
    ],
)
def test_ordinary_cells_of_ordinary_columns_are_taken_as_they_are(cell):
    assert cell_problem(cell, exact=False) == ""


def test_a_nip_typed_as_text_is_taken_in_groups_too():
    assert cell_problem(Cell(text="19860926 201505 1 001"), exact=True) == ""


def test_a_text_row_wider_than_its_heading_is_told():
    found = matched(a_table(("Nama", "NIP"), ("Sri, S.Kom", "1", "x"), separator=";"), COLUMNS)

    assert "berisi 3 kolom, judulnya 2" in found.sentences[0]


def test_a_nip_in_a_number_cell_of_a_workbook_is_refused_end_to_end(tmp_path):
    rows = [["Nama", "NIP"], ["Sri", 197001011996031001], ["Budi", "197001011996031001"]]
    path = saved(tmp_path / "rekap.xlsx", rows)

    found = matched(read_spreadsheet(path), COLUMNS)

    assert [row.texts["nip"] for row in found.rows] == ["197001011996031001"]
    assert found.problems[0].row == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"%PDF-1.7", "bukan tabel"),
        ("a.csv", b"\x89PNG\r\n", "bukan tabel"),
        ("a.xls", b"<html><table>", "halaman web"),
        ("a.csv", b"\xef\xbb\xbf <?xml version='1.0'?>", "halaman web"),
    ],
)
def test_what_is_no_table_is_told_whatever_its_name(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match=says):
        read_spreadsheet(path)


def test_the_content_decides_not_the_ending(tmp_path):
    (tmp_path / "a.xls").write_bytes(saved(tmp_path / "b.xlsx", [["isi"]]).read_bytes())
    (tmp_path / "c.txt").write_text("a;b\n1;2\n")
    (tmp_path / "d.json").write_text('[{"a": "1"}]')

    tables = [read_spreadsheet(tmp_path / name) for name in ("a.xls", "c.txt", "d.json")]

    assert [table.rows[0].cells[0].text for table in tables] == ["isi", "a", "a"]
