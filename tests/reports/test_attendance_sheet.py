"""Daftar hadir as printed: what a scan will find is where the saved geometry says."""

from datetime import date

import pytest
import zxingcpp

from census_desk.letters.profile import profile_on
from census_desk.people import Sex
from census_desk.sessions.sheet import page_code, spoken_code
from reports.errors import DoesNotFit, MissingGlyph
from reports.sessions.attendance_sheet import FOOT_MARK, AttendanceRow, attendance_sheet
from tests.reports.papers import (
    CODE,
    LONG_NAME,
    a_sheet,
    compare_with_accepted,
    fonts_of,
    lines_of,
    pages_of,
    picture_of,
    regent_kop,
    sizes_of,
)

DOTS = 8  # pixels a mm, about 200 dots an inch
DARK = 150


def codes_on(pdf: bytes, page: int) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture_of(pdf, page, DOTS))}


def darkness_on(image, x0: float, y0: float, x1: float, y1: float) -> float:
    """The share of dark pixels in a box of mm."""
    part = image.crop((int(x0 * DOTS), int(y0 * DOTS), int(x1 * DOTS) + 1, int(y1 * DOTS) + 1))
    dots = part.tobytes()
    return sum(dot < DARK for dot in dots) / len(dots)


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_the_sheet_reads_as_accepted(paper, request):
    printed = attendance_sheet(a_sheet(3, walk_ins=2, paper=paper))

    compare_with_accepted(printed.pdf, f"daftar-hadir-{paper}", request)


def test_one_row_is_one_page_with_one_row():
    printed = attendance_sheet(a_sheet(1))

    assert [[row.number for row in page.rows] for page in printed.pages] == [[1]]
    assert len(pages_of(printed.pdf)) == 1


@pytest.mark.parametrize("people", [1, 13, 14, 15, 20, 21, 40, 43])
def test_the_chair_signs_once_on_the_last_page(people):
    pages = pages_of(attendance_sheet(a_sheet(people)).pdf)

    assert ["BAMBANG PRASOJO" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_later_pages_carry_number_and_title_but_no_kop():
    pages = pages_of(attendance_sheet(a_sheet(40)).pdf)

    assert "- 2 -" in pages[1] and "DAFTAR HADIR" in pages[1] and "Tanda Tangan" in pages[1]
    assert "PEMERINTAH KABUPATEN" not in pages[1]


def test_walk_in_rows_are_numbered_and_empty():
    printed = attendance_sheet(a_sheet(2, walk_ins=3))

    assert [row.walk_in for row in printed.pages[0].rows] == [0, 0, 1, 2, 3]
    assert "5." in lines_of(printed.pdf)


def test_a_sheet_of_empty_rows_only_can_be_printed():
    printed = attendance_sheet(a_sheet(0, walk_ins=20, chair=None))

    assert sum(len(page.rows) for page in printed.pages) == 20
    assert "Penanggung Jawab," in lines_of(printed.pdf)


def test_the_nip_is_printed_only_when_asked_for():
    rows = (AttendanceRow(name="Andi", nip="198609262015051001", position="Staf"),)

    hidden = " ".join(lines_of(attendance_sheet(a_sheet(rows=rows)).pdf))
    shown = " ".join(lines_of(attendance_sheet(a_sheet(rows=rows, show_nip=True)).pdf))

    assert "19860926 201505 1 001" not in hidden
    assert "19860926 201505 1 001" in shown


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("kop", [None, regent_kop])
def test_both_codes_of_every_page_are_read_from_the_picture(paper, kop):
    more = {"letterhead": kop} if kop else {}
    printed = attendance_sheet(a_sheet(30, paper=paper, **more))
    count = len(printed.pages)

    for page in range(count):
        text = page_code(CODE, page + 1, count)
        assert codes_on(printed.pdf, page) == {text, text + FOOT_MARK}


def test_people_can_read_the_code_too():
    assert spoken_code(CODE, 1) in lines_of(attendance_sheet(a_sheet()).pdf)


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_every_saved_box_has_printed_rules_on_its_four_sides_and_paper_inside(paper):
    printed = attendance_sheet(a_sheet(25, walk_ins=2, paper=paper))

    for number, page in enumerate(printed.pages):
        image = picture_of(printed.pdf, number, DOTS)
        for row in page.rows:
            x, y, wide, high = row.sign_box
            for edge in (x, x + wide):
                assert darkness_on(image, edge - 0.25, y + 1, edge + 0.25, y + high - 1) > 0.15
            for edge in (y, y + high):
                assert darkness_on(image, x + 1, edge - 0.25, x + wide - 1, edge + 0.25) > 0.15
            inside = (x + 8, y + 5.5, x + wide - 1, y + high - 1)
            assert darkness_on(image, *inside) == 0


def test_every_saved_name_cell_holds_its_name_and_nothing_runs_out_of_it():
    rows = (AttendanceRow(name=LONG_NAME, position="Kepala Bidang Statistik Sektoral"),)
    printed = attendance_sheet(a_sheet(rows=rows, walk_ins=1))
    image = picture_of(printed.pdf, 0, DOTS)
    named, empty = printed.pages[0].rows

    x, y, wide, high = named.name_box
    assert darkness_on(image, x + 1, y + 2, x + wide - 1, y + high - 2) > 0.02
    assert darkness_on(image, x + wide - 1.1, y + 1, x + wide - 0.4, y + high - 1) == 0
    x, y, wide, high = empty.name_box
    assert darkness_on(image, x + 1, y + 1, x + wide - 1, y + high - 1) == 0


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_four_solid_squares_stand_8_mm_from_the_edges_with_white_around(paper):
    printed = attendance_sheet(a_sheet(30, paper=paper))
    ((wide, high),) = sizes_of(printed.pdf)

    for page in range(len(printed.pages)):
        image = picture_of(printed.pdf, page, DOTS)
        for x in (8, wide - 12):
            for y in (8, high - 12):
                assert darkness_on(image, x + 0.3, y + 0.3, x + 3.7, y + 3.7) == 1
                ring = darkness_on(image, x - 2.8, y - 2.8, x + 6.8, y + 6.8)
                assert ring == pytest.approx(16 / 9.6**2, abs=0.02)


def test_the_longest_usual_name_shrinks_and_stays_whole():
    rows = (AttendanceRow(name=LONG_NAME),)

    assert f"1. {LONG_NAME}" in lines_of(attendance_sheet(a_sheet(rows=rows)).pdf)


def test_a_name_too_long_at_the_smallest_size_is_refused_by_name():
    name = "Siti Nur Rohmah " * 5

    with pytest.raises(DoesNotFit, match="Nama Siti Nur"):
        attendance_sheet(a_sheet(rows=(AttendanceRow(name=name.strip()),)))


def test_a_position_too_long_is_refused_by_the_name_of_its_holder():
    rows = (AttendanceRow(name="Andi", position="Kepala Bidang Penyelenggaraan " * 12),)

    with pytest.raises(DoesNotFit, match="Jabatan Andi"):
        attendance_sheet(a_sheet(rows=rows))


def test_an_emoji_in_a_name_is_refused():
    with pytest.raises(MissingGlyph):
        attendance_sheet(a_sheet(rows=(AttendanceRow(name="Andi 😀"),)))


def test_markup_in_names_prints_as_typed():
    rows = (AttendanceRow(name="<b>Andi", position="Dinas <A & B>"),)

    lines = lines_of(attendance_sheet(a_sheet(rows=rows)).pdf)

    assert "1. <b>Andi Dinas <A & B>" in lines


def test_a_long_subject_takes_rows_away_and_is_not_cut():
    title = "Rapat Koordinasi Persiapan Sensus Penduduk dan Pendampingan Perangkat Daerah " * 3

    printed = attendance_sheet(a_sheet(20, title=title.strip()[:240]))

    assert len(printed.pages[0].rows) < 20
    first = " ".join(lines_of(printed.pdf)).split()
    assert first.count("Koordinasi") >= 2


def test_the_same_list_gives_the_same_bytes():
    first = attendance_sheet(a_sheet(23)).pdf
    attendance_sheet(a_sheet(40, paper="A4"))

    assert attendance_sheet(a_sheet(23)).pdf == first


def test_every_font_is_embedded():
    fonts = fonts_of(attendance_sheet(a_sheet(30)).pdf)

    assert fonts and all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_a_sheet_of_2026_prints_its_block_by_the_rules_of_2026():
    on = date(2026, 2, 17)

    lines = lines_of(attendance_sheet(a_sheet(held_on=on, profile=profile_on(on))).pdf)

    assert "NIP 19650101 199003 1 001" in lines
    assert "Selasa, 17 Februari 2026" in " ".join(lines)


def test_three_hundred_people_stand_on_the_sheet_once_each():
    printed = attendance_sheet(a_sheet(300))

    text = "\n".join(pages_of(printed.pdf))
    assert all(text.count(f"{n}. Pegawai Nomor {n} Staf") == 1 for n in range(10, 301))


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_the_longest_position_a_record_may_hold_is_printed(paper):
    position = "Kepala Seksi Pemberdayaan dan Pelayanan Masyarakat " * 4
    rows = (AttendanceRow(name="Andi", position=position[:159].strip(), unit="Sekretariat"),)

    text = " ".join(lines_of(attendance_sheet(a_sheet(rows=rows, paper=paper)).pdf))

    assert text.count("Masyarakat") == 3 and "Sekretariat" in text


def test_units_have_pages_of_their_own_with_their_empty_rows_at_the_end():
    rows = tuple(
        AttendanceRow(employee_id=f"e{n}", name=f"Pegawai {n}", group=unit)
        for n, unit in enumerate(("Dinas A", "Dinas A", "Dinas B"), 1)
    )

    printed = attendance_sheet(a_sheet(rows=rows, walk_ins=2))

    assert [page.group for page in printed.pages] == ["Dinas A", "Dinas B"]
    slots = [[(row.number, row.walk_in) for row in page.rows] for page in printed.pages]
    assert slots == [[(1, 0), (2, 0), (3, 1), (4, 2)], [(5, 0), (6, 3), (7, 4)]]
    assert "DAFTAR HADIR – Dinas B" in lines_of(printed.pdf)


def test_men_and_women_are_counted_for_the_chair():
    rows = tuple(
        AttendanceRow(name=f"Pegawai {n}", sex=sex)
        for n, sex in enumerate((Sex.MALE, Sex.FEMALE, Sex.FEMALE))
    )

    text = " ".join(lines_of(attendance_sheet(a_sheet(rows=rows)).pdf))

    assert "Diundang : 3 orang (L 1, P 2)" in text
    assert "Hadir : L" in text


def test_from_a_hundred_pages_on_the_codes_have_three_digits_and_are_read():
    printed = attendance_sheet(a_sheet(2300))
    count = len(printed.pages)

    assert count > 99
    text = page_code(CODE, count, count)
    assert codes_on(printed.pdf, count - 1) == {text, text + FOOT_MARK}


def test_the_longest_unit_stands_whole_on_later_pages():
    unit = "Dinas Perumahan, Kawasan Permukiman, Pertanahan, dan Lingkungan Hidup Kabupaten"
    rows = (
        AttendanceRow(name="Andi", group="Dinas A"),
        AttendanceRow(name="Budi", group=unit),
    )

    assert f"DAFTAR HADIR – {unit}" in lines_of(attendance_sheet(a_sheet(rows=rows)).pdf)


def test_an_office_nobody_is_known_of_has_a_page_of_empty_rows():
    rows = (AttendanceRow(employee_id="e1", name="Andi", group="Dinas A"),)

    printed = attendance_sheet(a_sheet(rows=rows, walk_ins=2, nameless=("Dinas B",)))

    assert [page.group for page in printed.pages] == ["Dinas A", "Dinas B"]
    assert all(row.walk_in for row in printed.pages[1].rows)
    assert len(printed.pages[1].rows) == 14
