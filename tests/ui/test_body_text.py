"""Edits of a letter's text, and what is told about its fields."""

import pytest

from ui.presenters.body_text import (
    BOLD,
    ITALIC,
    deeper,
    event_block,
    field_notes,
    field_places,
    field_rows,
    headed,
    nearest,
    numbered_lines,
    shallower,
    table_text,
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


def test_points_go_down_through_the_levels_of_a_letter():
    lines = "Mengisi\nMelapor"
    levels = [lines]
    for _step in range(5):
        levels.append(deeper(levels[-1]))

    assert levels[1] == "1. Mengisi\n2. Melapor"
    assert levels[2] == "   a. Mengisi\n   b. Melapor"
    assert levels[3] == "      1) Mengisi\n      2) Melapor"
    assert levels[4] == levels[5] == "         a) Mengisi\n         b) Melapor"


def test_points_come_up_again_to_plain_lines():
    assert shallower("   a. Mengisi\n   b. Melapor") == "1. Mengisi\n2. Melapor"
    assert shallower("1. Mengisi") == "Mengisi"
    assert shallower("Mengisi") == "Mengisi"


def test_each_level_counts_for_itself():
    mixed = "1. Satu\n   a. Anak\n   b. Anak\n2. Dua\n   a. Anak"

    assert deeper(mixed) == ("   a. Satu\n      1) Anak\n      2) Anak\n   b. Dua\n      1) Anak")


def test_a_line_becomes_a_heading_and_back():
    assert headed("1. Latar Belakang") == "## Latar Belakang"
    assert headed("## Latar Belakang") == "Latar Belakang"
    assert headed("") == "## "


def test_lines_from_a_spreadsheet_become_a_table_with_numbers_at_the_right():
    assert table_text("No.\tOPD\tASN\n1.\tDinas Kesehatan\t1.204") == (
        "| No. | OPD | ASN |\n| --- | --- | ---: |\n| 1. | Dinas Kesehatan | 1.204 |"
    )


def test_a_table_is_made_even_again_with_its_rule_renewed():
    assert table_text("| a | b |\n|---|---|\n| 1 |") == "| a | b |\n| --- | --- |\n| 1 |  |"


def test_a_table_where_nothing_is_chosen_is_empty_below_the_line():
    made = table_text("Rincian:")

    assert made.startswith("Rincian:\n\n| No. | Uraian | Jumlah |\n")


def test_the_lines_of_an_event_are_the_sessions_own_when_there_is_one():
    assert event_block({"sesi.tempat": "Pendopo"}).splitlines() == [
        "::: acara",
        "hari, tanggal : …",
        "waktu : …",
        "tempat : {sesi.tempat}",
        "acara : …",
        ":::",
    ]


def test_a_picker_shows_every_field_in_its_group_with_its_value():
    rows = {row.name: row for row in field_rows({"jumlah_asn": "7.140"})}

    assert rows["jumlah_asn"].value == "7.140"
    assert rows["sesi.tempat"].words == "Sesi · Tempat sesi"
    assert rows["sesi.tempat"].value == ""


def test_fields_are_found_with_whether_they_are_known():
    assert field_places("{opd} dan {odp}") == [(0, 5, True), (10, 15, False)]


def test_a_misspelt_field_is_told_what_it_is_meant_for():
    assert nearest("tengat") == "tenggat"
    assert nearest("xyz") == ""


def test_an_empty_line_becomes_the_first_point():
    assert numbered_lines("") == "1. "


def test_the_notes_name_unknown_and_missing_fields_with_their_braces():
    notes = field_notes("{jumlah_asn} {jumlah_asm} {target_persen}", {"jumlah_asn": "7.140"})

    assert notes == [
        "Bidang tidak dikenal: {jumlah_asm}.",
        "Mungkin maksudnya {jumlah_asn}, bukan {jumlah_asm}.",
        "Belum ada isinya, dicetak “…”: {target_persen}.",
    ]


def test_a_text_whose_fields_are_all_known_needs_no_note():
    assert field_notes("{jumlah_asn} ASN", {"jumlah_asn": "7.140"}) == []
