"""A rule for many dates, in words a clerk says: every Tuesday until 31 March, not on holidays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice

from census_desk.calendar import WorkingCalendar
from census_desk.checks import refuse
from census_desk.indonesian import WEEKDAYS, long_date, number
from census_desk.words import N_, _

MOST_DATES = 120
COUNTED_UP_TO = 10_000
LONGEST_SEARCH = 60  # days a date is pushed on until it is a working day
LONGEST_SERIES = timedelta(days=366 * 30)
FIRST, LAST = 1, -1


class Pattern(StrEnum):
    """How the dates of a series follow each other."""

    WEEKLY = "mingguan"
    WORKDAYS = "hari kerja"
    MONTH_DAY = "tanggal"
    MONTH_WEEKDAY = "hari ke"


class OnHoliday(StrEnum):
    """What becomes of a date on a day off."""

    SKIP = "lewati"
    SHIFT = "geser"
    KEEP = "tetap"


PATTERN_NAMES = {
    Pattern.WEEKLY: N_("Setiap pekan pada hari tertentu"),
    Pattern.WORKDAYS: N_("Setiap hari kerja"),
    Pattern.MONTH_DAY: N_("Setiap bulan pada tanggal yang sama"),
    Pattern.MONTH_WEEKDAY: N_("Setiap bulan pada hari yang sama"),
}
ON_HOLIDAY_NAMES = {
    OnHoliday.SKIP: N_("Dilewati"),
    OnHoliday.SHIFT: N_("Digeser ke hari kerja berikutnya"),
    OnHoliday.KEEP: N_("Tetap"),
}
PLACES = {FIRST: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", LAST: "terakhir"}
PLACE_NAMES = {
    FIRST: N_("pertama"),
    2: N_("kedua"),
    3: N_("ketiga"),
    4: N_("keempat"),
    LAST: N_("terakhir"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule:
    """From `first` on, by a pattern, to `until` or `times` dates; weekdays are 0 for Monday.

    `every` leaves out weeks or months (2: every other one). `place` is which of the weekdays of a
    month (1 the first, -1 the last); `month_day` which day of it.
    """

    first: date
    pattern: Pattern = Pattern.WEEKLY
    weekdays: tuple[int, ...] = ()
    every: int = 1
    place: int = FIRST
    month_day: int = 1
    until: date | None = None
    times: int | None = None
    on_holiday: OnHoliday = OnHoliday.SKIP

    def __post_init__(self) -> None:
        refuse(rule_problems(self))


def rule_problems(rule: SeriesRule) -> dict[str, str]:
    """Field to sentence for a rule that makes no dates, or no end of them."""
    problems: dict[str, str] = {}
    needs_day = rule.pattern in (Pattern.WEEKLY, Pattern.MONTH_WEEKDAY)
    if needs_day and not rule.weekdays:
        problems["weekdays"] = _("Pilih harinya, misalnya Selasa.")
    if not 1 <= rule.every <= 52:
        problems["every"] = _("Jarak antara 1 dan 52.")
    if not 1 <= rule.month_day <= 31:
        problems["month_day"] = _("Tanggal dalam bulan antara 1 dan 31.")
    if rule.until is None and rule.times is None:
        problems["until"] = _("Isi sampai tanggal berapa, atau berapa kali.")
    if rule.until is not None and rule.until < rule.first:
        problems["until"] = _("Tanggal akhir mendahului tanggal mulai.")
    if rule.times is not None and rule.times < 1:
        problems["times"] = _("Berapa kali minimal 1.")
    if not problems:
        problems |= _too_many(rule)
    return problems


def dates_of(rule: SeriesRule, calendar: WorkingCalendar) -> list[date]:
    """The dates in order, each once; days off skipped, shifted on or kept as the rule says."""
    found: dict[date, None] = {}
    for day in _raw_days(rule, calendar):
        wanted = _on_a_working_day(day, rule.on_holiday, calendar)
        if wanted is not None and (rule.until is None or wanted <= rule.until):
            found[wanted] = None
    return sorted(found)


def in_words(rule: SeriesRule) -> str:
    """`Setiap Selasa sampai 31 Maret 2020, bukan hari libur`; `read_rule` reads it back."""
    words = f"Setiap {_pattern_words(rule)}"
    if rule.times is not None:
        words += f" {rule.times} kali"
    if rule.until is not None:
        words += f" sampai {long_date(rule.until)}"
    ends = {
        OnHoliday.SKIP: ", bukan hari libur",
        OnHoliday.SHIFT: ", libur digeser",
        OnHoliday.KEEP: "",
    }
    return words if rule.pattern is Pattern.WORKDAYS else words + ends[rule.on_holiday]


def day_list(days: Iterable[int]) -> str:
    """`Selasa`, `Selasa dan Kamis`, `Senin, Rabu dan Jumat`."""
    names = [WEEKDAYS[day] for day in days]
    return " dan ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


# inside


def _pattern_words(rule: SeriesRule) -> str:
    if rule.pattern is Pattern.WORKDAYS:
        return "hari kerja"
    if rule.pattern is Pattern.MONTH_DAY:
        return f"tanggal {rule.month_day}" + (f" tiap {rule.every} bulan" if rule.every > 1 else "")
    days = day_list(rule.weekdays)
    if rule.pattern is Pattern.MONTH_WEEKDAY:
        every = f" tiap {rule.every} bulan" if rule.every > 1 else ""
        return f"{days} {PLACES[rule.place]}{every}"
    return f"{rule.every} minggu pada {days}" if rule.every > 1 else days


def _raw_days(rule: SeriesRule, calendar: WorkingCalendar) -> Iterator[date]:
    days = (moment.date() for moment in _recurrence(rule))
    if rule.pattern is Pattern.WORKDAYS:
        days = (day for day in days if calendar.is_working_day(day))
    return islice(days, rule.times if rule.times is not None else COUNTED_UP_TO)


def _recurrence(rule: SeriesRule) -> Iterable[datetime]:
    from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

    start = datetime.combine(rule.first, datetime.min.time())
    end = datetime.combine(rule.until or rule.first + LONGEST_SERIES, datetime.min.time())
    days = [weekday(day) for day in rule.weekdays]
    if rule.pattern is Pattern.WEEKLY:
        return rrule(WEEKLY, dtstart=start, until=end, interval=rule.every, byweekday=days)
    if rule.pattern is Pattern.WORKDAYS:
        return rrule(DAILY, dtstart=start, until=end)
    if rule.pattern is Pattern.MONTH_DAY:
        day = rule.month_day
        return rrule(MONTHLY, dtstart=start, until=end, interval=rule.every, bymonthday=day)
    placed = [day(rule.place) for day in days]
    return rrule(MONTHLY, dtstart=start, until=end, interval=rule.every, byweekday=placed)


def _on_a_working_day(day: date, on_holiday: OnHoliday, calendar: WorkingCalendar) -> date | None:
    if on_holiday is OnHoliday.KEEP or calendar.is_working_day(day):
        return day
    if on_holiday is OnHoliday.SKIP:
        return None
    later = (day + timedelta(days=step) for step in range(1, LONGEST_SEARCH))
    return next((one for one in later if calendar.is_working_day(one)), None)


def _too_many(rule: SeriesRule) -> dict[str, str]:
    """Counted without the calendar: days off only make fewer."""
    if rule.times is not None and rule.times <= MOST_DATES:
        return {}
    limit = min(rule.times or COUNTED_UP_TO, COUNTED_UP_TO)
    count = sum(1 for _day in islice(_recurrence(rule), limit)) if rule.until else limit
    if count <= MOST_DATES:
        return {}
    field = "times" if rule.until is None else "until"
    told = _("{count} tanggal") if count < COUNTED_UP_TO else _("{count} tanggal atau lebih")
    sentence = _("Aturan ini menghasilkan {dates}; paling banyak {most}. Persempit sampai kapan.")
    return {field: sentence.format(dates=told.format(count=number(count)), most=MOST_DATES)}
