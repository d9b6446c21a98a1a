"""Text tables: encoding and separator found, a stray quote never swallows the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.intake import delimited
from census_desk.intake.delimited import read_csv, separator_of
from census_desk.intake.table import UnreadableFile, preview


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "rekap.csv"


def texts(path: Path, content: bytes | str, **options: str) -> list[list[str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return preview(read_csv(path, **options), 1_000)


def refusal(path: Path, content: bytes | str, **options: str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        texts(path, content, **options)
    return refused.value.sentence


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(path, separator):
    content = f"Nama{separator}NIP\nSri{separator}197\n"

    assert texts(path, content) == [["Nama", "NIP"], ["Sri", "197"]]
    assert read_csv(path).separator == separator


def test_decimal_commas_and_titles_of_persons_are_no_separators():
    assert separator_of("Nama;Nilai\nSri, S.Kom., M.M.;1,5\nBudi;2,25\n") == ";"


def test_a_title_above_the_table_does_not_hide_the_separator():
    assert separator_of("REKAP ASN, 2020\n\nNama;NIP;Unit\nA;1;x\nB;2;y\n") == ";"


def test_one_column_is_a_table_too(path):
    assert texts(path, "Nama\nSri\nBudi") == [["Nama"], ["Sri"], ["Budi"]]


def test_the_first_line_excel_writes_for_itself_is_no_row(path):
    assert texts(path, "sep=|\r\na|b;c\r\n") == [["a", "b;c"]]
    assert read_csv(path).rows[0].number == 2


def test_a_chosen_separator_holds(path):
    assert texts(path, "a;b,c\nd;e,f\n", separator=",") == [["a;b", "c"], ["d;e", "f"]]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Café;é".encode(), "utf-8"),
        ("Café;é".encode("utf-8-sig"), "utf-8"),
        ("Café;é".encode("cp1252"), "cp1252"),
        ("Café;é".encode("utf-16"), "utf-16"),
    ],
)
def test_the_encoding_is_found(path, content, encoding):
    assert texts(path, content) == [["Café", "é"]]
    assert read_csv(path).encoding == encoding


def test_a_chosen_encoding_holds(path):
    assert texts(path, "é".encode(), encoding="cp1252") == [["Ã©"]]
    assert "CSV UTF-8" in refusal(path, b"\xe9", encoding="utf-8")


def test_letters_no_encoding_has_are_told(path):
    assert "CSV UTF-8" in refusal(path, b"Nama\x81\xff;x")


def test_a_null_byte_is_told(path):
    assert "byte kosong" in refusal(path, b"Nama;N\x00IP\n")
    assert "CSV UTF-8" in refusal(path, "a\0b".encode("utf-16"))


def test_a_quoted_cell_may_hold_separators_quotes_and_a_line_break(path):
    content = 'Nama;Alamat\n"Sri; ""Ibu""";"Jalan Melati 3\nKudus"\nBudi;x\n'

    assert texts(path, content)[1:] == [['Sri; "Ibu"', "Jalan Melati 3\nKudus"], ["Budi", "x"]]
    assert [row.number for row in read_csv(path).rows] == [1, 2, 4]


def test_a_quote_that_is_never_closed_is_told_with_its_line(path):
    assert "baris 3" in refusal(path, 'a;b\nc;d\n"e;f\ng;h\n')


def test_two_stray_quotes_do_not_swallow_the_rows_between_them(path):
    rows = "\n".join(f"{n};Nama {n};x" for n in range(5))

    assert "baris 2" in refusal(path, f'No;Nama;Unit\n1;"Sri;x\n{rows}\n2;Budi";x\n')


def test_a_cell_of_very_many_lines_is_told(path):
    lines = "\n".join("isi" for _ in range(30))

    assert "baris 2" in refusal(path, f'Nama;Catatan\nSri;"{lines}"\n')


def test_text_after_a_closing_quote_is_told(path):
    assert "baris 2" in refusal(path, 'a;b\n"Sri" Lestari;x\n')


def test_a_cell_without_end_is_told(path):
    assert "baris 1" in refusal(path, "x" * 40_000 + ";b\n")
    assert "baris 1" in refusal(path, "x" * 140_000 + ";b\n")


def test_more_columns_than_are_read_are_told(path):
    assert "200 kolom" in refusal(path, ";".join("x" * 201))


def test_more_rows_than_are_read_are_refused_not_cut(path, monkeypatch):
    monkeypatch.setattr(delimited, "MOST_ROWS", 3)

    assert len(texts(path, "a\nb\nc\n")) == 3
    assert "100.000 baris" in refusal(path, "a\nb\nc\nd\n")


def test_blank_rows_are_left_out_and_the_others_keep_their_line(path):
    texts(path, "a;b\n;\n\nc;d\n")

    assert [row.number for row in read_csv(path).rows] == [1, 4]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_the_guard_of_our_own_export_is_taken_off_again(path, sign):
    assert texts(path, f"'{sign}1+1;'t Hooft\n") == [[f"{sign}1+1", "'t Hooft"]]


def test_the_preview_shows_the_first_rows_all_of_one_width(path):
    texts(path, "a;b;c\nd\n" + "e;f;g\n" * 20)

    shown = preview(read_csv(path))

    assert len(shown) == 10
    assert shown[:2] == [["a", "b", "c"], ["d", "", ""]]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_the_reader_answers_rows_or_a_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("csv") / "x.csv"
    path.write_bytes(content)
    try:
        table = read_csv(path)
    except UnreadableFile as refused:
        assert refused.sentence.startswith("Berkas x.csv: ")
    else:
        assert all(len(row.cells) <= 200 for row in table.rows)
