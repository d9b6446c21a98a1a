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
