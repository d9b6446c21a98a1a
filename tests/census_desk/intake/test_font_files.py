"""Font files are taken in only when papers can embed them, may, and have every sign they need."""

import struct

import pytest

from census_desk.errors import CensusDeskError
from census_desk.intake import font_files
from census_desk.intake.font_files import NEEDED, UnusableFont, font_of, read_font
from tests.census_desk.font_samples import (
    a_font_file,
    a_read_font,
    every_sign,
    patched,
    table_at,
    with_permission,
    without_table,
)


def refused(data, signs=every_sign):
    with pytest.raises(UnusableFont) as told:
        font_of(data, "BOOKOS.TTF", signs)
    assert "BOOKOS.TTF" in told.value.sentence
    return told.value.sentence


def test_a_font_tells_its_family_style_and_digest():
    read = a_read_font()

    assert (read.family, read.style, read.face) == ("Desk Bonum", "Regular", "Desk Bonum Regular")
    assert len(read.sha256) == 64
    assert read.data == a_font_file()


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (b"OTTO", "CFF"),
        (b"ttcf", ".ttc"),
        (b"wOFF", "WOFF"),
        (b"wOF2", "WOFF"),
        (b"%PDF", "bukan berkas huruf TrueType"),
    ],
)
def test_other_kinds_of_file_are_refused_by_their_name(mark, told):
    assert told in refused(mark + a_font_file()[4:])


@pytest.mark.parametrize("tag", ["cmap", "loca", "name", "OS/2"])
def test_a_font_without_a_part_is_refused(tag):
    assert f"“{tag}”" in refused(without_table(a_font_file(), tag))


def test_a_font_without_outlines_is_refused():
    assert "bentuk huruf TrueType" in refused(without_table(a_font_file(), "glyf"))


@pytest.mark.parametrize(
    ("bits", "told"),
    [
        (0x0002, "tidak mengizinkan huruf ini"),
        (0x0200, "tidak mengizinkan huruf ini"),
        (0x0104, "sebagian hurufnya"),
    ],
)
def test_what_its_maker_forbids_is_refused(bits, told):
    assert told in refused(with_permission(a_font_file(), bits))


@pytest.mark.parametrize("bits", [0, 4, 8, 12])
def test_installable_preview_and_editable_fonts_are_taken(bits):
    assert font_of(with_permission(a_font_file(), bits), "x.ttf", every_sign)


@pytest.mark.parametrize("kept", [4, 20, 200, 5000])
def test_a_file_cut_off_is_refused(kept):
    assert "rusak atau terpotong" in refused(a_font_file()[:kept])


def test_a_table_beyond_the_file_is_refused():
    data = a_font_file()
    entry = table_at(data, "cmap")[0]

    assert "rusak" in refused(patched(data, entry + 12, struct.pack(">L", 2**31)))


def test_too_many_tables_are_refused():
    assert "rusak" in refused(patched(a_font_file(), 4, struct.pack(">H", 65)))


@pytest.mark.parametrize("form", [4, 12])
def test_a_list_of_signs_that_would_take_minutes_is_refused(form):
    data = a_font_file()
    entry = table_at(data, "cmap")[0]
    table = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    if form == 12:
        table += struct.pack(">HHLLLLLL", 12, 0, 28, 0, 1, 0, 0xFFFFFFF0, 0)
    else:
        ends, firsts = [0xFFFF] * 8, [0] * 8
        table += struct.pack(">7H", 4, 80, 0, 16, 0, 0, 0)
        table += struct.pack(">8HH8H", *ends, 0, *firsts)
    longer = patched(data, entry + 8, struct.pack(">LL", len(data), len(table))) + table

    assert "terlalu besar" in refused(longer)


def test_signs_that_are_missing_are_named():
    def without_quotes(data):
        return frozenset(NEEDED) - {"“", "”"}

    assert "tidak memuat tanda “ ”." in refused(a_font_file(), without_quotes)


def test_a_font_of_another_script_names_the_first_and_counts_the_rest():
    sentence = refused(a_font_file(), lambda data: frozenset())

    assert "A B C" in sentence
    assert f"dan {len(NEEDED) - 12} tanda lain" in sentence


def test_a_file_papers_cannot_use_says_so():
    def broken(data):
        raise CensusDeskError("tidak dapat ditanam.")

    assert "tidak dapat ditanam." in refused(a_font_file(), broken)


def test_a_file_too_large_or_missing_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "Huruf.ttf"
    with pytest.raises(UnusableFont, match=r"Huruf\.ttf"):
        read_font(path, every_sign)
    path.write_bytes(a_font_file())
    assert read_font(path, every_sign).family == "Desk Bonum"

    monkeypatch.setattr(font_files, "MOST_FONT_BYTES", 1000)
    with pytest.raises(UnusableFont):
        read_font(path, every_sign)
    with pytest.raises(UnusableFont, match="3 MB"):
        font_of(a_font_file(), "Huruf.ttf", every_sign)


def test_a_font_without_english_names_is_called_after_its_file():
    data = a_font_file()
    _entry, start, _length = table_at(data, "name")

    read = font_of(patched(data, start + 2, struct.pack(">H", 0)), "BOOKOS.TTF", every_sign)

    assert (read.family, read.style) == ("BOOKOS", "")
