"""NIP and NI PPPK (Perka BKN 22/2007)."""

import pytest

from census_desk.nip import digits, grouped, is_pppk, nip_problem

GOOD = "198609262015051001"
PPPK = "199001012022211003"


@pytest.mark.parametrize("nip", [GOOD, PPPK, "198609262015052001"])
def test_a_right_number_has_no_problem(nip):
    assert nip_problem(nip) == ""


@pytest.mark.parametrize("nip", ["", "19860926201505100", GOOD + "1", "19860926 201505 1 001", "x"])
def test_a_number_has_eighteen_digits(nip):
    assert nip_problem(nip) == f"NIP terdiri dari 18 angka; yang tertulis {len(nip)} karakter."


def test_digits_of_other_scripts_are_no_digits():
    assert "18 angka" in nip_problem("١" * 18)


@pytest.mark.parametrize("born", ["19861326", "19860230", "00000101"])
def test_the_first_eight_digits_are_a_birthday(born):
    assert "tanggal lahir" in nip_problem(born + GOOD[8:])


@pytest.mark.parametrize("month", ["00", "13", "20", "22", "99"])
def test_the_month_of_appointment_exists(month):
    assert "bulan pengangkatan" in nip_problem(GOOD[:12] + month + GOOD[14:])


def test_nobody_is_appointed_before_seventeen():
    assert nip_problem("198609262003051001") == ""
    assert "terlalu dekat" in nip_problem("198609262002051001")


@pytest.mark.parametrize("sex", ["0", "3", "9"])
def test_the_fifteenth_digit_is_one_or_two(sex):
    assert "Angka ke-15" in nip_problem(GOOD[:14] + sex + GOOD[15:])


def test_the_fifteenth_digit_of_pppk_is_not_judged():
    assert nip_problem(PPPK[:14] + "5" + PPPK[15:]) == ""


def test_pppk_is_told_by_twenty_one_in_the_place_of_the_month():
    assert is_pppk(PPPK)
    assert not is_pppk(GOOD)
    assert not is_pppk(PPPK[:17])


def test_it_is_printed_in_groups_of_eight_six_one_three():
    assert grouped(GOOD) == "19860926 201505 1 001"


def test_what_is_no_nip_is_printed_as_it_is():
    assert grouped("123") == "123"


def test_blanks_dots_and_hyphens_between_groups_are_dropped():
    assert digits(" 19860926 201505.1-001 ") == GOOD
