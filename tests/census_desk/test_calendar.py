"""Days off of a year, and the working days between them."""

from datetime import date

import pytest

from census_desk.calendar import (
    Holiday,
    holidays_of,
    is_working_day,
    next_working_day,
    working_days,
)


@pytest.mark.parametrize(("year", "public", "joint"), [(2020, 17, 5), (2026, 17, 8)])
def test_a_year_has_its_public_holidays_and_its_joint_leave(year, public, joint):
    days = holidays_of(year)

    assert sum(not day.is_joint_leave for day in days) == public
    assert sum(day.is_joint_leave for day in days) == joint


def test_days_off_are_named_in_indonesian_and_come_in_order():
    days = holidays_of(2020)

    assert next(day.name for day in days if day.on == date(2020, 3, 25)) == "Hari Suci Nyepi"
    assert [day.on for day in days] == sorted(day.on for day in days)
    assert not any("Pegangti" in day.name for day in days)


def test_a_holiday_on_a_weekday_is_no_working_day():
    assert not is_working_day(date(2020, 3, 25))
    assert is_working_day(date(2020, 3, 24))
    assert not is_working_day(date(2020, 2, 22))


def test_an_office_may_bring_its_own_days_off():
    own = [Holiday(on=date(2020, 2, 18), name="Hari jadi")]

    assert not is_working_day(date(2020, 2, 18), own)
    assert is_working_day(date(2020, 3, 25), own)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2020, 2, 15), date(2020, 3, 31), 31),
        (date(2020, 2, 15), date(2020, 5, 29), 69),
        (date(2026, 6, 1), date(2026, 7, 31), 43),
        (date(2020, 2, 22), date(2020, 2, 23), 0),
    ],
)
def test_working_days_between_two_days_are_those_of_the_decrees(first, last, count):
    assert len(list(working_days(first, last))) == count


def test_the_next_working_day_jumps_over_weekend_and_holiday():
    assert next_working_day(date(2020, 2, 21)) == date(2020, 2, 24)
    assert next_working_day(date(2020, 3, 24)) == date(2020, 3, 26)
