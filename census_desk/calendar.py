"""Working days: public holidays and joint leave of a year, weekends left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One day off by decree; `is_joint_leave` for cuti bersama, which only some offices keep."""

    on: date
    name: str
    is_joint_leave: bool = False


@cache
def holidays_of(year: int) -> tuple[Holiday, ...]:
    """The public holidays and joint leave of a year by day, named in Indonesian.

    Taken from the `holidays` package (its final list of a year, after all amendments; Islamic days
    of years not yet decreed are estimates and say so in their name).
    """
    import holidays  # 0.1 s: only where a month or a pace is asked for

    found: list[Holiday] = []
    for category, joint in (("public", False), ("government", True)):
        listed = holidays.country_holidays("ID", years=year, categories=(category,), language="id")
        found += [
            Holiday(on=day, name=_wording(name), is_joint_leave=joint)
            for day, name in listed.items()
            if day.year == year
        ]
    return tuple(sorted(found, key=lambda one: (one.on, one.is_joint_leave)))


def _wording(name: str) -> str:
    return name.replace("Pegangti", "Pengganti").replace("; ", " dan ")


def is_working_day(day: date, holidays: Iterable[Holiday] | None = None) -> bool:
    """Monday to Friday and not a day off; `holidays` defaults to the year's own list."""
    days_off = holidays_of(day.year) if holidays is None else holidays
    return day.weekday() < SATURDAY and all(one.on != day for one in days_off)


def working_days(first: date, last: date) -> Iterator[date]:
    """The working days from `first` to `last`, both included."""
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        if is_working_day(day):
            yield day


def next_working_day(day: date) -> date:
    """The first working day after that day."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
