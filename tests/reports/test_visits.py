"""Laporan pendampingan and berita acara of a visit."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.visits.obstacle import Closing
from reports.errors import MissingGlyph
from reports.visits import visit_minutes, visit_report
from tests.census_desk.builders import an_obstacle
from tests.reports.papers import (
    a_visited,
    compare_with_accepted,
    fonts_of,
    lines_of,
    pages_of,
    sizes_of,
    with_visit,
)

PAPERS = [visit_report, visit_minutes]


def test_the_report_reads_as_accepted(request):
    compare_with_accepted(visit_report(a_visited()), "laporan-pendampingan", request)


def test_the_minutes_read_as_accepted(request):
    compare_with_accepted(visit_minutes(a_visited()), "berita-acara", request)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_visit_of_the_f4_era_is_reported_on_a4(paper):
    assert sizes_of(paper(a_visited())) == {(210, 297)}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_visit_gives_the_same_bytes(paper):
    assert paper(a_visited()) == paper(a_visited())


@pytest.mark.parametrize("paper", PAPERS)
def test_every_font_is_embedded(paper):
    fonts = fonts_of(paper(a_visited()))

    assert fonts and all(fonts.values())


def test_the_minutes_tell_the_day_in_words_and_figures():
    text = " ".join(lines_of(visit_minutes(a_visited())))

    assert "Kamis tanggal dua puluh bulan Februari tahun dua ribu dua puluh" in text
    assert "(20-02-2020)" in text


def test_pihak_kedua_signs_left_of_pihak_pertama():
    lines = lines_of(visit_minutes(a_visited()))

    second, first = lines.index("PIHAK KEDUA,"), lines.index("PIHAK PERTAMA,")
    assert second < first


def test_minutes_are_made_in_two_copies():
    assert "dalam rangkap 2 (dua)" in " ".join(lines_of(visit_minutes(a_visited())))


def test_minutes_without_number_keep_its_place():
    assert "NOMOR : …" in lines_of(visit_minutes(with_visit(a_visited(), number="")))


def test_the_report_gives_the_share_with_a_decimal_comma():
    assert "11 orang (78,6 persen)" in " ".join(lines_of(visit_report(a_visited())))


def test_facts_that_are_not_known_leave_no_empty_line():
    lines = lines_of(visit_report(with_visit(a_visited(), starts_at=None, ends_at=None)))

    assert not any(line.startswith("Waktu") for line in lines)


def test_a_visit_without_obstacles_or_steps_has_no_empty_tables():
    content = replace(a_visited(), obstacles=(), follow_ups=())

    text = " ".join(lines_of(visit_report(content)))

    assert "Kendala yang ditangani" not in text and "Tindak lanjut yang disepakati" not in text


def test_an_obstacle_says_closed_in_part_open_or_waiting_for_the_field_phase():
    day = date(2020, 2, 20)
    closed = Closing(on=day, people_count=3, visit_id="w")
    kinds = (
        an_obstacle(reason="lupa sandi", noted_on=day, closings=(closed,)),
        an_obstacle(people_count=5, noted_on=day, closings=(closed,)),
        an_obstacle(noted_on=day, note="dua orang"),
        an_obstacle(reason="KK terbit setelah Juli 2019", noted_on=day),
    )

    text = " ".join(lines_of(visit_report(replace(a_visited(), obstacles=kinds))))

    assert "Lupa sandi 3 orang 3 orang Tuntas." in text
    assert "5 orang 3 orang Tinggal 2 orang." in text
    assert "3 orang - Belum tuntas. Dua orang." in text
    assert "Menunggu pendataan" in text


def test_what_was_closed_after_the_visit_is_not_told_as_its_work():
    later = Closing(on=date(2020, 2, 25), people_count=3)
    hindered = an_obstacle(noted_on=date(2020, 2, 20), closings=(later,))

    text = " ".join(lines_of(visit_report(replace(a_visited(), obstacles=(hindered,)))))

    assert "3 orang - Belum tuntas." in text


def test_the_checklist_tells_what_was_asked_and_never_a_number():
    text = " ".join(lines_of(visit_report(a_visited())))

    assert "Kesiapan peserta : NIK siap; KK belum siap" in text


def test_a_step_agreed_on_names_who_does_it_and_until_when():
    text = " ".join(lines_of(visit_minutes(a_visited())))

    assert "Mengulang pendampingan. Sekretaris 27 Februari 2020 Belum selesai" in text


def test_a_table_over_several_pages_repeats_its_head():
    many = tuple(an_obstacle(id=f"x{n}", note="catatan " * 20) for n in range(30))

    pages = pages_of(visit_report(replace(a_visited(), obstacles=many)))

    with_rows = [page for page in pages if "NIK/KK tidak cocok" in page]
    assert len(with_rows) > 1
    assert all("Kendala" in page and "Keadaan" in page for page in with_rows)


def test_later_pages_carry_their_number():
    pages = pages_of(visit_report(with_visit(a_visited(), findings="Kalimat panjang. " * 300)))

    assert ["- 2 -" in page for page in pages[:2]] == [False, True]


@pytest.mark.parametrize("text", ["<b>Aula", "A & B", "*bintang*", "1. satu", "{opd}", "# pagar"])
def test_what_people_typed_is_no_markup(text):
    content = with_visit(a_visited(), purpose=text, venue=text, received_by_post=text)

    told = " ".join(lines_of(visit_report(content)))

    assert told.count(text) == 2


def test_a_sign_without_glyph_is_refused_by_field():
    with pytest.raises(MissingGlyph, match="Tempat"):
        visit_report(with_visit(a_visited(), venue="Aula 😀"))
