"""JSON read strictly: repeated keys, endless numbers and deep nesting end in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.intake.strict_json import read_json, read_json_value, strict_json
from census_desk.intake.table import CellKind, UnreadableFile, preview


def refusal(content: bytes | str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        strict_json(content if isinstance(content, bytes) else content.encode(), "a.json")
    return refused.value.sentence


def table_refusal(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        read_json(path)
    return refused.value.sentence


def test_a_sound_document_is_read():
    text = '{"a": [1, 2.5, true, null, "é", {"b": "x"}], "c": -9223372036854775807}'

    assert strict_json(text.encode("utf-8-sig"), "a.json") == {
        "a": [1, 2.5, True, None, "é", {"b": "x"}],
        "c": -9223372036854775807,
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"a": 1, "b": 2, "a": 3}', "“a” tertulis dua kali"),
        ('[{"x": {"k": 1, "k": 1}}]', "“k” tertulis dua kali"),
        ("[NaN]", "NaN bukan angka"),
        ("[-Infinity]", "-Infinity bukan angka"),
        ("[1e999]", "1e999 terlalu besar"),
        ("[197001011996031001000]", "tulis sebagai teks"),
        ("[9223372036854775808]", "tulis sebagai teks"),
        ("[" + "9" * 5_000 + "]", "tulis sebagai teks"),
        ("[" * 65 + "]" * 65, "64 tingkat"),
        ("[" * 1_000_000, "64 tingkat"),
        ('{"a":' * 100_000, "64 tingkat"),
        (r'["\ud800"]', "surrogate"),
        (r'{"\udfff": 1}', "surrogate"),
        ('{"a": 1', "baris 1"),
        ('{\n"a": 1,\n}', "baris"),
        ("", "bukan JSON"),
        (b'["\xff"]', "UTF-8"),
    ],
)
def test_what_would_be_changed_silently_is_refused(content, says):
    assert says in refusal(content)


def test_brackets_inside_a_text_are_no_nesting():
    text = '["' + "[" * 500 + r"\"" + "{" * 500 + '"]'

    assert strict_json(text.encode(), "a.json") == ["[" * 500 + '"' + "{" * 500]


def test_a_list_of_flat_objects_is_a_table(tmp_path):
    path = tmp_path / "kode.json"
    path.write_text('[{"kode": "005", "n": 7}, {"n": 2.5, "x": true, "kode": null}]')

    table = read_json(path)

    assert preview(table) == [["kode", "n", "x"], ["005", "7", ""], ["", "2,5", "TRUE"]]
    assert [row.number for row in table.rows] == [1, 2, 3]
    assert table.rows[1].cells[1].kind is CellKind.NUMBER


def test_an_empty_list_is_an_empty_table(tmp_path):
    path = tmp_path / "kosong.json"
    path.write_text("[]")

    assert read_json(path).rows == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"a": 1}', "daftar baris"),
        ('["a"]', "daftar baris"),
        ('[{"a": [1]}]', "butir 1, “a”"),
        ('[{"a": "' + "x" * 40_000 + '"}]', "butir 1, “a”"),
        ("[{" + ",".join(f'"k{n}": 1' for n in range(201)) + "}]", "200 kolom"),
    ],
)
def test_what_is_no_table_is_told(tmp_path, content, says):
    assert says in table_refusal(tmp_path / "a.json", content)


def test_more_rows_than_are_read_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("census_desk.intake.strict_json.MOST_ROWS", 1)

    assert "baris" in table_refusal(tmp_path / "a.json", '[{"a": 1}, {"a": 2}]')


def test_a_file_beyond_its_limit_is_not_read(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(" " * 3_000_000)

    with pytest.raises(UnreadableFile, match="2 MB"):
        read_json_value(path, most=2 * 1024 * 1024)


@given(
    st.binary(max_size=200) | st.text(alphabet='{}[]",:01eE.-aN\\ ', max_size=80).map(str.encode)
)
def test_whatever_the_bytes_are_the_reader_answers_a_value_or_a_sentence(content):
    try:
        strict_json(content, "a.json")
    except UnreadableFile as refused:
        assert refused.sentence.startswith("Berkas a.json: ")
