"""Working days: public holidays and joint leave of a year, and the office's own dated changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.words import N_, _

SATURDAY, SUNDAY = 5, 6
LONGEST_CHANGE = 366


class DayKind(StrEnum):
    """What a day is changed to."""

    OFF = "libur"
    JOINT_LEAVE = "cuti bersama"
    WORKING = "hari kerja"


DAY_KIND_NAMES = {
    DayKind.OFF: N_("Hari libur"),
    DayKind.JOINT_LEAVE: N_("Cuti bersama"),
    DayKind.WORKING: N_("Hari kerja"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One day off by decree; `is_joint_leave` for cuti bersama, which only some offices keep."""

    on: date
    name: str
    is_joint_leave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """What the office says of a day (to `until`), as known from a day on, and by which source."""

    id: str
    on: date
    until: date | None = None
    kind: DayKind = DayKind.OFF
    name: str
    known_from: date
    source: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "name", self.name, _("Nama hari"))
        limit(problems, "name", self.name, _("Nama hari"), 120)
        limit(problems, "source", self.source, _("Sumber"))
        order_of_days(problems, "until", self.on, self.until)
        if self.until and (self.until - self.on).days > LONGEST_CHANGE:
            problems["until"] = _("Rentang hari paling panjang satu tahun.")
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """The days off as they were known on one day: by decree, then as the office changed them."""

    changes: Mapping[date, DayChange]
    saturday_works: bool = False

    def day_off(self, day: date) -> Holiday | None:
        """The holiday or joint leave a day is; None for a working day and a plain weekend."""
        change = self.changes.get(day)
        if change is None:
            return _decreed(day.year).get(day)
        if change.kind is DayKind.WORKING:
            return None
        joint = change.kind is DayKind.JOINT_LEAVE
        return Holiday(on=day, name=change.name, is_joint_leave=joint)

    def is_working_day(self, day: date) -> bool:
        """Whether people are at work: no day off, and no weekend unless the office made it one."""
        change = self.changes.get(day)
        if change is not None:
            return change.kind is DayKind.WORKING
        last = SATURDAY if self.saturday_works else SATURDAY - 1
        return day.weekday() <= last and day not in _decreed(day.year)

    def days_off(self, first: date, last: date) -> list[Holiday]:
        """The holidays and joint leave from one day to another, by day."""
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        return [off for day in days if (off := self.day_off(day)) is not None]


def calendar_known_on(
    changes: Iterable[DayChange], known_on: date, *, saturday_works: bool = False
) -> WorkingCalendar:
    """The calendar as the office knew it on a day: later changes are left out.

    Of two changes of one day the one known last counts, of equals the one entered last.
    """
    known = [one for one in changes if one.known_from <= known_on]
    by_day: dict[date, DayChange] = {}
    for change in sorted(known, key=lambda one: (one.known_from, one.id)):
        for step in range(((change.until or change.on) - change.on).days + 1):
            by_day[change.on + timedelta(days=step)] = change
    return WorkingCalendar(changes=by_day, saturday_works=saturday_works)


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


@cache
def _decreed(year: int) -> Mapping[date, Holiday]:
    """The days off of a year by day; a holiday goes before joint leave."""
    return {one.on: one for one in reversed(holidays_of(year))}


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
