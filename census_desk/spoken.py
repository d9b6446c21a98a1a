"""Days in the language of the screens, for sentences; papers use census_desk.indonesian."""

from datetime import date

from census_desk.indonesian import MONTHS, WEEKDAYS
from census_desk.words import _


def spoken_day(day: date) -> str:
    """`Jumat, 21 Februari 2020`."""
    return f"{_(WEEKDAYS[day.weekday()])}, {spoken_date(day)}"


def spoken_date(day: date) -> str:
    """`21 Februari 2020`."""
    return f"{day.day} {_(MONTHS[day.month - 1])} {day.year}"


def spoken_range(first: date, last: date) -> str:
    """`15 Februari s.d. 31 Maret 2020`, `1–31 Juli 2020`, or one day."""
    if first == last:
        return spoken_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spoken_date(last)}"
    start = spoken_date(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return _("{first} s.d. {last}").format(first=start, last=spoken_date(last))
