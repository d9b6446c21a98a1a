"""People's text reaches the paper exactly as typed, or not at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import DoesNotFit, MissingGlyph
from reports.fonts import family, printable, width
from reports.styles import style
from reports.text import balanced_lines, checked, cleaned, lines_within, paragraph

FACE = family("Arimo").regular
HOSTILE = [
    "<b>Andi",
    "Dinas <A & B>",
    "Andi <adik kandung>",
    '<img src="/etc/passwd">',
    '<a href="javascript:x">y</a>',
    '<font size="99999">x</font>',
    "<!-- hilang -->",
    "<![CDATA[x]]>",
    "&amp; &lt;",
    "</para>",
    "{subject} %s %(name)s",
]


def printed(value: str) -> str:
    made = paragraph(value, style("Arimo", 12, 16), family("Arimo"), field="Isi")
    return "".join(frag.text for frag in made.frags)


@pytest.mark.parametrize("value", HOSTILE)
def test_markup_in_a_text_prints_as_it_was_typed(value):
    assert printed(value) == value


def test_a_sign_the_font_lacks_is_refused_by_field_and_sign():
    with pytest.raises(MissingGlyph) as refused:
        checked("Rapat 😀", FACE, "Acara")

    assert refused.value.field == "Acara"
    assert refused.value.sentence.startswith("Acara memuat tanda")
    assert "U+1F600" in refused.value.sentence


@pytest.mark.parametrize("sign", ["\u202e", "\x00", "\x85", "\ud800", "ب", "\U0001f600"])
def test_signs_that_would_deceive_or_print_black_boxes_are_refused(sign):
    with pytest.raises(MissingGlyph):
        checked(f"a{sign}b", FACE, "Isi")


def test_signs_without_width_from_web_pages_are_left_out():
    assert cleaned("Ku\u00addus\u200b\ufeff") == "Kudus"


def test_line_ends_in_a_field_become_blanks():
    assert cleaned("satu\tdua\ntiga") == "satu dua tiga"


def test_a_text_over_the_limit_is_refused_by_field():
    with pytest.raises(DoesNotFit, match="Isi terlalu panjang"):
        checked("a" * 20_001, FACE, "Isi")


def test_a_word_of_five_hundred_letters_is_broken_not_lost():
    assert printed("x" * 500).replace(" ", "") == "x" * 500


@given(st.text(alphabet=sorted(printable(FACE)), max_size=80))
def test_every_printable_text_comes_out_of_the_escaper_unchanged(value):
    words = " ".join(cleaned(value).split())

    assert " ".join(printed(words).split()) == words


def test_lines_keep_every_word_and_the_width():
    words = "Penyelenggaraan Statistik Sektoral Kabupaten Pati Provinsi Jawa Tengah"

    lines = lines_within(words, FACE, 10, 120, "Acara")

    assert " ".join(lines) == words


def test_a_word_wider_than_its_place_is_refused_by_field():
    with pytest.raises(DoesNotFit, match="Jabatan"):
        lines_within("Penyelenggaraanstatistik", FACE, 12, 40, "Jabatan")


def test_title_lines_are_nearly_equal_and_no_more_than_needed():
    words = "PARTISIPASI APARATUR SIPIL NEGARA DALAM SENSUS PENDUDUK SECARA DARING"

    lines = balanced_lines(words, FACE, 12, 410, "Tentang")

    assert len(lines) == len(lines_within(words, FACE, 12, 410, "Tentang")) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 15


def test_only_the_escaper_makes_paragraphs():
    folder = Path(__file__).resolve().parents[2] / "reports"
    makers = [
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"(?<!\w)Paragraph\(", path.read_text(encoding="utf-8"))
    ]

    assert makers == ["text.py"]


DATED = "Rapat diadakan pada tanggal 24 Februari 2020 di Pendopo Kabupaten."


@pytest.mark.parametrize("room", range(100, 330, 7))
def test_no_line_ends_inside_a_date_whatever_its_width(room):
    lines = lines_within(DATED, FACE, 12, room, "Isi")

    assert "24 Februari 2020" in " ".join(" | ".join(lines).replace("\u00a0", " ").split())


@pytest.mark.parametrize("room", range(100, 330, 7))
def test_no_line_of_a_paragraph_ends_inside_a_date(room):
    made = paragraph(DATED, style("Arimo", 12, 16), family("Arimo"), field="Isi")
    made.wrap(room, 1000)

    lines = [" ".join(line[1]) for line in made.blPara.lines]
    assert any("24\u00a0Februari\u00a02020" in line for line in lines)


def test_a_date_wider_than_its_place_is_parted_between_its_words():
    room = width("Februari", FACE, 12) + 1

    assert lines_within("24 Februari 2020", FACE, 12, room, "Isi") == ["24", "Februari", "2020"]


def test_what_only_looks_like_a_date_is_parted_as_ever():
    assert "\u00a0" not in printed("Nomor 124 Maret dan 5 Meiosis")
