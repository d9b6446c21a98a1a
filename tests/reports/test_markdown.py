"""A body is read as letters are numbered; what is no letter structure stays plain text."""

import pytest

from reports.markdown import blocks


def marks(source: str) -> list[str]:
    return [block.mark for block in blocks(source)]


def plain(source: str) -> str:
    return " | ".join("".join(run.text for run in block.runs) for block in blocks(source))


def test_nested_lists_are_numbered_1_a_1_a_with_brackets():
    source = "1. satu\n   1. dua\n      1. tiga\n         1. empat\n2. lima"

    assert marks(source) == ["1.", "a.", "1)", "a)", "2."]


def test_letters_typed_as_marks_stay_letters():
    assert marks("1. satu\n   a. dua\n   b. tiga\n2. empat") == ["1.", "a.", "b.", "2."]


def test_numbers_go_on_from_the_one_typed():
    assert marks("5. lima\n6. enam") == ["5.", "6."]


def test_a_paragraph_inside_a_point_has_its_depth_and_no_mark():
    inner = blocks("1. **Dasar**\n\n   Undang-undang.")[1]

    assert (inner.depth, inner.mark) == (1, "")


def test_bold_and_italic_are_runs():
    runs = blocks("satu **dua** *tiga* ***empat***")[0].runs

    assert [(run.text.strip(), run.bold, run.italic) for run in runs if run.text.strip()] == [
        ("satu", False, False),
        ("dua", True, False),
        ("tiga", False, True),
        ("empat", True, True),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<b>tebal</b>",
        "[tautan](http://contoh.go.id)",
        "![gambar](/etc/passwd)",
        "`kode`",
        "<http://contoh.go.id>",
        "&amp;",
        "> kutipan",
        "a.n. Bupati",
    ],
)
def test_html_links_pictures_and_code_stay_as_typed(source):
    assert plain(source) == source


def test_a_heading_is_told_apart():
    assert [block.heading for block in blocks("## Judul\n\nIsi")] == [True, False]


def test_an_empty_body_has_no_blocks():
    assert blocks("  \n") == []


def facts_of(source: str) -> list[tuple[str, str]]:
    found = [block.facts for block in blocks(source) if block.facts]
    return [
        (label, "".join(run.text for run in value)) for facts in found for label, value in facts
    ]


def test_two_lines_of_label_and_value_are_aligned_lines():
    assert facts_of("hari, tanggal : Jumat\nwaktu : pukul 09.00") == [
        ("hari, tanggal", "Jumat"),
        ("waktu", "pukul 09.00"),
    ]


@pytest.mark.parametrize(
    "source",
    ["Nomor : satu baris saja", "waktu: tanpa spasi\ntempat: tanpa spasi", "a : b\nkalimat biasa"],
)
def test_other_lines_with_a_colon_stay_a_paragraph(source):
    assert facts_of(source) == []
    assert plain(source) == source.replace("\n", " ")


def test_a_fence_makes_aligned_lines_of_one_line_and_of_long_values():
    source = "Hadir pada:\n::: acara\ntempat: Pendopo,\nlantai dua\n:::\nSekian."

    assert facts_of(source) == [("tempat", "Pendopo, lantai dua")]
    assert plain(source) == "Hadir pada: |  | Sekian."


def test_a_table_has_its_head_its_rows_and_how_columns_are_set():
    (block,) = blocks("| OPD | ASN |\n|---|---:|\n| *Dinas* | 7 |")

    assert block.grid is not None
    assert block.grid.aligns == ("left", "right")
    assert [cell[0].text for cell in block.grid.head] == ["OPD", "ASN"]
    assert block.grid.rows[0][0][0].italic and block.grid.rows[0][1][0].text == "7"


def test_a_table_inside_a_point_has_the_depth_of_its_point():
    inner = blocks("1. rekap:\n\n   | a |\n   |---|\n   | b |")[1]

    assert inner.grid is not None and inner.depth == 1
