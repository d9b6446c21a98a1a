"""Days off of a year, and the working days between them."""

from datetime import date

import pytest

from census_desk.calendar import (
    DayKind,
    Holiday,
    calendar_known_on,
    holidays_of,
    is_working_day,
    next_working_day,
    working_days,
)
from tests.census_desk.builders import DAY, a_day_change


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


BOSS_DAY = date(2020, 2, 18)


def test_the_office_makes_a_day_off_and_another_a_working_day():
    changes = [
        a_day_change(id="1", on=BOSS_DAY, known_from=DAY),
        a_day_change(id="2", on=date(2020, 3, 25), kind=DayKind.WORKING, known_from=DAY),
    ]

    known = calendar_known_on(changes, DAY)

    assert not known.is_working_day(BOSS_DAY)
    assert known.day_off(BOSS_DAY) == Holiday(on=BOSS_DAY, name="Hari jadi")
    assert known.is_working_day(date(2020, 3, 25))
    assert known.day_off(date(2020, 3, 25)) is None


def test_what_was_known_on_a_day_does_not_know_later_changes():
    """Idul Fitri's joint leave of 2020 stood in May until a decree of April moved it away."""
    first = {"on": date(2020, 5, 26), "until": date(2020, 5, 29), "name": "Cuti bersama"}
    changes = [
        a_day_change(id="1", **first, kind=DayKind.JOINT_LEAVE, known_from=date(2019, 8, 28)),
        a_day_change(id="2", **first, kind=DayKind.WORKING, known_from=date(2020, 4, 9)),
    ]
    day = date(2020, 5, 28)

    assert calendar_known_on(changes, date(2020, 2, 13)).day_off(day).is_joint_leave
    assert calendar_known_on(changes, date(2020, 4, 9)).is_working_day(day)


def test_of_two_changes_known_on_one_day_the_one_entered_last_counts():
    changes = [
        a_day_change(id="2", on=BOSS_DAY, kind=DayKind.WORKING),
        a_day_change(id="1", on=BOSS_DAY),
    ]

    assert calendar_known_on(changes, DAY).is_working_day(BOSS_DAY)


def test_saturday_works_where_the_office_says_so():
    saturday = date(2020, 2, 22)

    assert not calendar_known_on([], DAY).is_working_day(saturday)
    assert calendar_known_on([], DAY, saturday_works=True).is_working_day(saturday)
    assert not calendar_known_on([], DAY, saturday_works=True).is_working_day(date(2020, 2, 23))


def test_the_days_off_of_a_month_come_by_day():
    found = calendar_known_on([a_day_change(on=date(2020, 3, 2))], DAY).days_off(
        date(2020, 3, 1), date(2020, 3, 31)
    )

    assert [one.on for one in found] == [date(2020, 3, 2), date(2020, 3, 22), date(2020, 3, 25)]
