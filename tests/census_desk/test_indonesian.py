"""Dates, times, numbers and words as Indonesian paper writes them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk import indonesian as idn

DAY = date(2020, 2, 13)


def test_a_long_date_has_no_comma_and_no_leading_zero():
    assert idn.long_date(DAY) == "13 Februari 2020"
    assert idn.long_date(date(2020, 3, 1)) == "1 Maret 2020"


def test_a_full_date_computes_its_weekday():
    assert idn.full_date(DAY) == "Kamis, 13 Februari 2020"


def test_a_short_date_is_day_month_year():
    assert idn.short_date(date(2020, 3, 1)) == "01/03/2020"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2020, 2, 15), date(2020, 3, 31), "15 Februari s.d. 31 Maret 2020"),
        (date(2020, 7, 1), date(2020, 7, 31), "1–31 Juli 2020"),
        (DAY, DAY, "13 Februari 2020"),
        (date(2019, 12, 30), date(2020, 1, 2), "30 Desember 2019 s.d. 2 Januari 2020"),
        (date(2019, 2, 13), date(2020, 2, 14), "13 Februari 2019 s.d. 14 Februari 2020"),
    ],
)
def test_a_range_says_month_and_year_once(first, last, text):
    assert idn.date_range(first, last) == text


def test_a_time_has_a_point():
    assert idn.clock(time(9)) == "09.00"


def test_a_range_of_times_ends_or_is_open():
    assert idn.time_range(time(9), time(11, 30)) == "pukul 09.00–11.30 WIB"
    assert idn.time_range(time(9), None) == "pukul 09.00 WIB s.d. selesai"


def test_a_range_of_times_without_zone_has_no_gap():
    assert idn.time_range(time(9), None, "") == "pukul 09.00 s.d. selesai"
    assert idn.time_range(time(9), time(10), "") == "pukul 09.00–10.00"


def test_thousands_are_parted_by_points():
    assert idn.number(857415) == "857.415"
    assert idn.number(999) == "999"


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (37.44, 1, "37,4"),
        (27.0, 1, "27"),
        (1234.5, 2, "1.234,5"),
        (1200.0, 0, "1.200"),
        (100.0, 0, "100"),
    ],
)
def test_a_decimal_has_a_comma_and_no_idle_zeros(value, digits, text):
    assert idn.decimal(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (1000, "seribu"),
        (1_000_000, "satu juta"),
        (7140, "tujuh ribu seratus empat puluh"),
        (857415, "delapan ratus lima puluh tujuh ribu empat ratus lima belas"),
        (2_000_000_000, "dua miliar"),
        (1_000_000_000_000, "satu triliun"),
        (-5, "minus lima"),
    ],
)
def test_a_number_is_written_in_words(value, text):
    assert idn.words(value) == text


@given(st.integers(0, 10**14))
def test_no_two_neighbours_share_their_words(value):
    assert idn.words(value) != idn.words(value + 1)


@pytest.mark.parametrize(
    ("value", "text"), [(1, "I"), (2, "II"), (4, "IV"), (9, "IX"), (12, "XII"), (1994, "MCMXCIV")]
)
def test_roman_numerals_for_months_and_attachments(value, text):
    assert idn.roman(value) == text


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("KEPALA BPS KABUPATEN PATI", "Kepala BPS Kabupaten Pati"),
        ("ASISTEN PEMERINTAHAN DAN KESEJAHTERAAN RAKYAT",
         "Asisten Pemerintahan dan Kesejahteraan Rakyat"),
        ("CAMAT JATI", "Camat Jati"),
        ("CAMAT BAE", "Camat Bae"),
        ("ASISTEN II", "Asisten II"),
        ("SEKRETARIS DPRD", "Sekretaris DPRD"),
        ("DIREKTUR RSUD dr. Loekmono Hadi", "DIREKTUR RSUD dr. Loekmono Hadi"),
    ],
)  # fmt: skip
def test_a_post_in_running_text_has_capitals_at_the_head_of_its_words(post, text):
    assert idn.as_in_text(post) == text


def test_a_berita_acara_writes_its_date_in_words():
    assert idn.date_in_words(DAY) == (
        "Kamis tanggal tiga belas bulan Februari tahun dua ribu dua puluh"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "13/02/2020",
        "13/2/2020",
        "13-02-2020",
        "13.02.2020",
        "2020-02-13",
        "13 Februari 2020",
        "13 feb 2020",
        "13 Peb. 2020",
        "Kamis, 13 Februari 2020",
        "  13 PEBRUARI 2020 ",
    ],
)
def test_a_date_is_read_however_an_office_types_it(typed):
    assert idn.read_date(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["", "besok", "13/02", "13/02/20", "31/02/2020", "02/13/2020", "13 Foo 2020"]
)
def test_a_date_is_never_guessed(typed):
    with pytest.raises(ValueError):
        idn.read_date(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_written_date_reads_back(day):
    for write in (idn.long_date, idn.full_date, idn.short_date, date.isoformat):
        assert idn.read_date(write(day)) == day


@pytest.mark.parametrize("typed", ["9", "09.00", "9:00", "pukul 09.00 WIB", "jam 9"])
def test_a_time_is_read_with_point_or_colon(typed):
    assert idn.read_time(typed) == time(9)


@pytest.mark.parametrize("typed", ["", "25.00", "09.60", "9.5", "pagi"])
def test_a_time_is_never_guessed(typed):
    with pytest.raises(ValueError):
        idn.read_time(typed)


@pytest.mark.parametrize("typed", ["7140", "7.140", "7 140", " 7140 "])
def test_a_number_is_read_with_or_without_points(typed):
    assert idn.read_number(typed) == 7140


@pytest.mark.parametrize("typed", ["", "7,140", "71.40", "-1", "7e3", "1.0000"])
def test_a_number_is_never_guessed(typed):
    with pytest.raises(ValueError):
        idn.read_number(typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("27", 27.0), ("27,5", 27.5), ("27.5", 27.5), ("27 %", 27.0)]
)
def test_a_decimal_is_read_with_comma_or_point(typed, value):
    assert idn.read_decimal(typed) == value


@pytest.mark.parametrize("typed", ["", "dua", "1.000,5", "nan", "1e5"])
def test_a_decimal_is_never_guessed(typed):
    with pytest.raises(ValueError):
        idn.read_decimal(typed)
