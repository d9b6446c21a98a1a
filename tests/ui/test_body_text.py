"""Edits of a letter's text, and what is told about its fields."""

import pytest

from ui.presenters.body_text import (
    BOLD,
    ITALIC,
    field_notes,
    lettered_lines,
    numbered_lines,
    wrapped,
)


@pytest.mark.parametrize(
    ("text", "mark", "result"),
    [
        ("penting", BOLD, "**penting**"),
        ("**penting**", BOLD, "penting"),
        ("penting", ITALIC, "*penting*"),
        ("*penting*", ITALIC, "penting"),
        ("**penting**", ITALIC, "***penting***"),
        ("***penting***", ITALIC, "**penting**"),
        (" penting ", BOLD, " **penting** "),
        ("", BOLD, "****"),
    ],
)
def test_a_mark_is_put_around_a_text_or_taken_away(text, mark, result):
    assert wrapped(text, mark) == result


def test_lines_become_points_and_points_become_lines():
    lines = "Mengisi\n\nMelapor"

    assert numbered_lines(lines) == "1. Mengisi\n\n2. Melapor"
    assert numbered_lines("1. Mengisi\n\n2. Melapor") == lines


def test_numbered_points_can_become_lettered_ones():
    assert lettered_lines("1. Mengisi\n2. Melapor") == "   a. Mengisi\n   b. Melapor"


def test_an_empty_line_becomes_the_first_point():
    assert numbered_lines("") == "1. "


def test_the_notes_name_unknown_and_missing_fields_with_their_braces():
    notes = field_notes("{jumlah_asn} {jumlah_asm} {target_persen}", {"jumlah_asn": "7.140"})

    assert notes == [
        "Bidang tidak dikenal: {jumlah_asm}.",
        "Belum ada isinya, dicetak “…”: {target_persen}.",
    ]


def test_a_text_whose_fields_are_all_known_needs_no_note():
    assert field_notes("{jumlah_asn} ASN", {"jumlah_asn": "7.140"}) == []
