"""Aligned columns that fit, and nothing that repaints a screen."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.command_line.output import LEAST, WIDTH, as_json, clean, cut, droppable, fitted, table


def test_columns_are_aligned_under_their_headings():
    assert table(["Nama", "ASN"], [["Dinkes", "1"], ["Setda", "170"]], [False, True]) == [
        "Nama    ASN",
        "──────  ───",
        "Dinkes    1",
        "Setda   170",
    ]


def test_a_table_without_rows_is_its_headings():
    assert table(["Nama"], []) == ["Nama", "────"]


rows = st.lists(st.lists(st.text(max_size=200), min_size=6, max_size=6), max_size=8)


@given(rows)
def test_no_line_is_wider_than_the_screen(cells):
    lines = table(["satu", "dua", "tiga", "empat", "lima", "enam"], cells)

    assert all(len(line) <= WIDTH for line in lines)
    assert all(line.isprintable() for line in lines)


def test_the_widest_column_gives_way_first():
    assert fitted([10, 60, 10], 50) == [10, 30, 10]


def test_no_column_is_squeezed_to_nothing():
    assert fitted([50, 50], 4) == [LEAST, LEAST]


def test_what_is_cut_ends_in_an_ellipsis():
    assert cut("Kecamatan", 5) == "Keca…"
    assert cut("Jati", 4) == "Jati"


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a  b", " a b "])
def test_a_text_is_written_on_one_line(text):
    assert clean(text) == "a b"


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x00", "\u200b", "\udcff"])
def test_signs_that_are_not_seen_are_left_out(sign):
    assert clean(f"a{sign}b") == "ab"


def test_the_last_columns_go_when_there_is_no_room_for_them():
    wide = ["x" * 20] * 6

    assert droppable(["k"] * 6, [wide], {0}) == {4, 5}
    assert droppable(["k"] * 6, [wide], {0, 5}) == {3, 4}


def test_nothing_goes_when_all_has_room():
    assert droppable(["a", "b"], [["x", "y"]], set()) == set()


def test_json_is_written_as_people_spell():
    assert as_json({"nama": "Sekda “Kudu”"}) == '{\n  "nama": "Sekda “Kudu”"\n}'


def old_pipe() -> contextlib.redirect_stdout[io.TextIOWrapper]:
    """Standard output as a Windows pipe gives it."""
    return contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))


def test_json_loses_no_sign_where_the_output_cannot_carry_it():
    with old_pipe():
        assert as_json("“tanda” ✓") == '"\\u201ctanda\\u201d \\u2713"'
        assert as_json("“tanda”") == '"“tanda”"'


def test_a_table_is_ruled_with_what_the_output_can_carry():
    with old_pipe():
        assert table(["Nama"], []) == ["Nama", "----"]
