"""Rules for many dates: which days they mean, in words and back, and where they end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.calendar import calendar_known_on
from census_desk.errors import InvalidRecord
from census_desk.sessions.series import (
    MOST_DATES,
    PLACES,
    OnHoliday,
    Pattern,
    SeriesRule,
    dates_of,
    in_words,
)
from census_desk.sessions.series_words import read_rule

FIRST, UNTIL = date(2020, 2, 24), date(2020, 3, 31)
CALENDAR = calendar_known_on([], FIRST)
TUESDAY, WEDNESDAY, THURSDAY = 1, 2, 3


def a_rule(**fields: object) -> SeriesRule:
    return SeriesRule(**({"first": FIRST, "weekdays": (TUESDAY,), "until": UNTIL} | fields))


def days(rule: SeriesRule) -> list[str]:
    return [f"{day:%d/%m}" for day in dates_of(rule, CALENDAR)]


def test_every_tuesday_until_31_march():
    assert days(a_rule()) == ["25/02", "03/03", "10/03", "17/03", "24/03", "31/03"]


def test_a_holiday_is_skipped_shifted_or_kept():
    """25 March 2020 was Nyepi."""
    last = {"first": date(2020, 3, 16), "weekdays": (WEDNESDAY,)}

    assert days(a_rule(**last)) == ["18/03"]
    assert days(a_rule(**last, on_holiday=OnHoliday.SHIFT)) == ["18/03", "26/03"]
    assert days(a_rule(**last, on_holiday=OnHoliday.KEEP)) == ["18/03", "25/03"]


def test_two_weekdays_every_other_week():
    rule = a_rule(weekdays=(TUESDAY, THURSDAY), every=2)

    assert days(rule) == ["25/02", "27/02", "10/03", "12/03", "24/03", "26/03"]


def test_so_many_times_counts_working_days():
    rule = a_rule(pattern=Pattern.WORKDAYS, weekdays=(), until=None, times=6)

    assert days(rule) == ["24/02", "25/02", "26/02", "27/02", "28/02", "02/03"]


def test_the_same_day_of_each_month_and_the_last_tuesday():
    year = date(2020, 6, 30)

    assert days(a_rule(pattern=Pattern.MONTH_DAY, month_day=5, until=year)) == [
        "05/03",
        "05/05",
        "05/06",
    ]
    assert days(a_rule(pattern=Pattern.MONTH_WEEKDAY, place=-1, until=year)) == [
        "25/02",
        "31/03",
        "28/04",
        "26/05",
        "30/06",
    ]


def test_dates_shifted_onto_each_other_are_one_and_none_lies_behind_the_end():
    rule = a_rule(first=date(2020, 3, 25), weekdays=(WEDNESDAY, THURSDAY), until=date(2020, 3, 26))

    assert [f"{d:%d/%m}" for d in dates_of(rule, CALENDAR)] == ["26/03"]


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("weekdays", {"weekdays": ()}),
        ("until", {"until": None}),
        ("until", {"until": date(2020, 1, 1)}),
        ("times", {"times": 0}),
        ("every", {"every": 0}),
        ("month_day", {"month_day": 32}),
    ],
)
def test_a_rule_without_days_or_end_is_refused(field, fields):
    with pytest.raises(InvalidRecord) as refused:
        a_rule(**fields)

    assert list(refused.value.problems) == [field]


def test_a_rule_of_too_many_dates_is_refused_with_its_count():
    with pytest.raises(InvalidRecord) as refused:
        a_rule(until=None, times=5_000)
    assert refused.value.problems == {
        "times": "Aturan ini menghasilkan 5.000 tanggal; paling banyak 120. Persempit sampai kapan."
    }
    with pytest.raises(InvalidRecord) as refused:
        a_rule(pattern=Pattern.WORKDAYS, until=date(2060, 1, 1))
    assert "10.000 tanggal atau lebih" in refused.value.problems["until"]
    with pytest.raises(InvalidRecord) as refused:
        a_rule(until=None, times=10_000_000)
    assert "10.000 tanggal atau lebih" in refused.value.problems["times"]


def test_as_many_as_allowed_are_made():
    rule = a_rule(until=None, times=MOST_DATES, on_holiday=OnHoliday.KEEP)

    assert len(dates_of(rule, CALENDAR)) == MOST_DATES


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Setiap Selasa sampai 31 Maret 2020, bukan hari libur"),
        (
            {"weekdays": (TUESDAY, THURSDAY), "every": 2, "on_holiday": OnHoliday.SHIFT},
            "Setiap 2 minggu pada Selasa dan Kamis sampai 31 Maret 2020, libur digeser",
        ),
        (
            {"weekdays": (0, 2, 4), "until": None, "times": 8, "on_holiday": OnHoliday.KEEP},
            "Setiap Senin, Rabu dan Jumat 8 kali",
        ),
        (
            {"pattern": Pattern.WORKDAYS, "weekdays": ()},
            "Setiap hari kerja sampai 31 Maret 2020",
        ),
        (
            {"pattern": Pattern.MONTH_DAY, "weekdays": (), "month_day": 5},
            "Setiap tanggal 5 sampai 31 Maret 2020, bukan hari libur",
        ),
        (
            {"pattern": Pattern.MONTH_WEEKDAY, "place": -1},
            "Setiap Selasa terakhir sampai 31 Maret 2020, bukan hari libur",
        ),
    ],
)
def test_a_rule_is_told_in_words_a_clerk_understands(fields, words):
    assert in_words(a_rule(**fields)) == words


@pytest.mark.parametrize(
    "text",
    [
        "setiap Selasa sampai 31 Maret 2020, bukan hari libur",
        "Tiap selasa hingga 31/3/2020 kecuali libur.",
        "Selasa s.d. 2020-03-31 tidak pada hari libur",
        "setiap hari Selasa sampai dengan 31-03-2020, libur dilewati",
    ],
)
def test_a_clerk_may_say_it_in_several_ways(text):
    assert read_rule(text, FIRST) == a_rule()


@pytest.mark.parametrize(
    ("text", "field", "named"),
    [
        ("setiap Selase sampai 31 Maret 2020", "rule", "selase"),
        ("nanti", "rule", "nanti"),
        ("", "rule", ""),
        ("setiap Selasa", "until", "sampai tanggal berapa"),
        ("setiap Selasa sampai 31 Febuari 2020", "until", "31 febuari 2020"),
    ],
)
def test_what_is_not_understood_is_named(text, field, named):
    with pytest.raises(InvalidRecord) as refused:
        read_rule(text, FIRST)

    assert list(refused.value.problems) == [field]
    assert named in refused.value.problems[field]


@given(
    pattern=st.sampled_from(Pattern),
    weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True).map(sorted),
    every=st.integers(1, 4),
    place=st.sampled_from(sorted(PLACES)),
    month_day=st.integers(1, 31),
    times=st.integers(1, 20),
    on_holiday=st.sampled_from(OnHoliday),
)
def test_what_the_words_say_is_what_is_read(
    pattern, weekdays, every, place, month_day, times, on_holiday
):
    plain = pattern is Pattern.WORKDAYS
    rule = SeriesRule(
        first=FIRST,
        pattern=pattern,
        weekdays=tuple(weekdays) if pattern in (Pattern.WEEKLY, Pattern.MONTH_WEEKDAY) else (),
        every=1 if plain else every,
        place=place if pattern is Pattern.MONTH_WEEKDAY else 1,
        month_day=month_day if pattern is Pattern.MONTH_DAY else 1,
        times=times,
        on_holiday=OnHoliday.KEEP if plain else on_holiday,
    )

    assert read_rule(in_words(rule), FIRST) == rule


@given(
    weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
    every=st.integers(1, 8),
    span=st.integers(0, 100),
    on_holiday=st.sampled_from([OnHoliday.SKIP, OnHoliday.SHIFT]),
)
def test_no_date_lies_on_a_day_off_outside_the_span_or_twice(weekdays, every, span, on_holiday):
    until = date.fromordinal(FIRST.toordinal() + span)
    rule = a_rule(weekdays=tuple(weekdays), every=every, until=until, on_holiday=on_holiday)

    found = dates_of(rule, CALENDAR)

    assert found == sorted(set(found))
    assert all(FIRST <= day <= until and CALENDAR.is_working_day(day) for day in found)
