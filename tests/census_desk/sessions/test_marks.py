"""What is typed from a signed sheet: read strictly, told in sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.sessions.marks import LONGEST, read_marks

ROWS = tuple(range(1, 45))
EMPTY = (41, 42, 43, 44)


def read(typed):
    return read_marks(typed, ROWS, EMPTY)


def pairs(typed):
    reading = read(typed)
    assert reading.problems == ()
    return [(mark.row, mark.state and mark.state.value, mark.text) for mark in reading.marks]


def problem(typed):
    reading = read(typed)
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]


def test_states_take_numbers_and_ranges():
    assert pairs("tidak hadir: 3, 7, 12-14; izin: 4; sakit: 5; tugas lain: 6") == [
        (3, "tidak hadir", ""),
        (7, "tidak hadir", ""),
        (12, "tidak hadir", ""),
        (13, "tidak hadir", ""),
        (14, "tidak hadir", ""),
        (4, "izin", ""),
        (5, "sakit", ""),
        (6, "tugas lain", ""),
    ]


def test_who_represents_is_named_with_degrees_and_all():
    assert pairs("diwakili: 9 oleh Siti Aminah, S.E., M.M., 11 oleh Budi") == [
        (9, "diwakili", "Siti Aminah, S.E., M.M."),
        (11, "diwakili", "Budi"),
    ]


def test_walk_ins_are_named_or_given_by_nip():
    assert pairs("tambahan: 41 Dewi Lestari, S.Sos., 42 198609262015051001") == [
        (41, "hadir", "Dewi Lestari, S.Sos."),
        (42, "hadir", "198609262015051001"),
    ]


def test_lines_capitals_long_dashes_and_the_other_order_are_forgiven():
    assert pairs("TIDAK  HADIR : 3 – 4\n7 izin") == [
        (3, "tidak hadir", ""),
        (4, "tidak hadir", ""),
        (7, "izin", ""),
    ]


def test_a_row_can_go_back_to_not_recorded():
    assert pairs("belum dicatat: 8") == [(8, None, "")]


def test_nothing_typed_marks_nothing():
    assert pairs(" ;\n ") == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("tidak hadir: 3; izin: 3", "Baris 3 ditulis dua kali: tidak hadir dan izin."),
        ("izin: 3, 3", "Baris 3 ditulis dua kali: izin dan izin."),
        ("izin: 45", "Baris 45 tidak ada; lembar ini berisi baris 1 sampai 44."),
        ("izin: 0", "Baris 0 tidak ada; lembar ini berisi baris 1 sampai 44."),
        ("izin: 12-", "Rentang “12-” belum lengkap; tulis seperti 12-15."),
        ("izin: -12", "Rentang “-12” belum lengkap; tulis seperti 12-15."),
        ("izin: 15-12", "Rentang 15-12 terbalik; tulis 12-15."),
        ("izin: 1-99999", "Baris 99999 tidak ada; lembar ini berisi baris 1 sampai 44."),
        ("izin: 3,,4", "Ada koma tanpa nomor baris; hapus komanya atau tulis nomornya."),
        ("izin: tiga", "“tiga” bukan nomor baris."),
        ("izin: 3.5", "“3.5” bukan nomor baris."),
        ("izin: 123456789", "“123456789” bukan nomor baris."),
        ("izin:", "Nomor baris untuk “izin” belum ditulis."),
        ("cuti: 3", "Keadaan “cuti” tidak dikenal; yang ada: hadir, diwakili, izin, sakit, "
         "tugas lain, tidak hadir, belum dicatat, tambahan."),
        ("Siti tidak datang",
         "“Siti tidak datang” tidak dapat dibaca; tulis seperti “tidak hadir: 3, 7, 12-15”."),
        ("diwakili: 9",
         "“9”: tulis siapa yang mewakili, seperti “diwakili: 9 oleh Siti Aminah”."),
        ("diwakili: 9 oleh Siti, 11",
         "“11”: tulis siapa yang mewakili, seperti “diwakili: 9 oleh Siti Aminah”."),
        ("izin: 9 oleh Siti",
         "“9 oleh Siti”: nama hanya untuk “diwakili: 9 oleh …” dan “tambahan: 41 …”."),
        ("hadir: 41",
         "Baris 41 baris kosong; bila ada yang menulis namanya: “tambahan: 41 …”."),
        ("tambahan: 3 Budi", "Baris 3 sudah bernama; “tambahan” hanya untuk baris kosong."),
        ("tambahan: 41",
         "Baris tambahan “41” belum bernama; tulis seperti “tambahan: 41 Siti Aminah”."),
        (f"tambahan: 41 {'a' * 121}", "Nama pada baris 41 lebih dari 120 huruf."),
        ("x" * (LONGEST + 1), f"Isian terlalu panjang; paling banyak {LONGEST} huruf."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_a_sentence(typed, sentence):
    assert problem(typed) == sentence


@given(st.text(alphabet="0123456789-,;: \nabdhiklmnorstuzw", max_size=60))
def test_whatever_is_typed_gets_marks_of_the_sheet_or_sentences(typed):
    reading = read(typed)

    assert reading.problems or all(mark.row in ROWS for mark in reading.marks)
