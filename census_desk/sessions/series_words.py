"""A rule typed in words: `setiap Selasa dan Kamis sampai 31 Maret 2020, bukan hari libur`."""

import re
from datetime import date

from census_desk.errors import InvalidRecord
from census_desk.indonesian import WEEKDAYS, read_date
from census_desk.sessions.series import PLACES, OnHoliday, Pattern, SeriesRule
from census_desk.words import _

DAYS = {name.casefold(): place for place, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "ahad": 6}
PLACE_BY_NAME = {name: place for place, name in PLACES.items()}
NUMBERS = {"dua": 2, "tiga": 3, "empat": 4}
DATE = r"\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{4}|\s+[^\W\d]+\s+\d{4})|\d{4}-\d{2}-\d{2}"
UNTIL = re.compile(rf"\b(?:sampai|s\.d\.|hingga)\s+(?:dengan\s+)?({DATE})")
TIMES = re.compile(r"\b(\d+)\s*(?:kali|x)\b")
EVERY = re.compile(r"\b(\d+|dua|tiga|empat)\s+(?:minggu|pekan)\b|\btiap\s+(\d+)\s+bulan\b")
MONTH_DAY = re.compile(r"\btanggal\s+(\d{1,2})\b")
SKIP = re.compile(r"\b(?:bukan|kecuali|tidak pada)\s+(?:hari\s+)?libur\b|\blibur\s+dilewati\b")
SHIFT = re.compile(r"\b(?:hari\s+)?libur\s+(?:di)?geser\b")


def read_rule(text: str, first: date) -> SeriesRule:
    """The rule a sentence means, from a first day on; InvalidRecord names what was not understood.

    Beside the weekday may stand how many weeks lie between ("setiap 2 minggu pada Selasa"), or its
    place in the month ("setiap Selasa pertama"); "setiap hari kerja" and "setiap tanggal 5" too.
    """
    rest = " ".join(text.casefold().split()).strip(" .")
    until, rest = _taken(UNTIL, rest)
    times, rest = _taken(TIMES, rest)
    every, rest = _taken(EVERY, rest)
    month_day, rest = _taken(MONTH_DAY, rest)
    skips, rest = _taken(SKIP, rest)
    shifts, rest = _taken(SHIFT, rest)
    words = [word for word in re.split(r"[\s,]+", rest) if word not in FILLERS]
    weekdays = tuple(DAYS[word] for word in words if word in DAYS)
    places = [PLACE_BY_NAME[word] for word in words if word in PLACE_BY_NAME]
    is_workday = "hari kerja" in rest
    unknown = [w for w in words if w not in DAYS and w not in PLACE_BY_NAME and w not in WORKDAY]
    if unknown or not (weekdays or month_day or is_workday):
        raise InvalidRecord({"rule": _not_understood(" ".join(unknown) or text)})
    return SeriesRule(
        first=first,
        pattern=_pattern(bool(places), bool(month_day), is_workday),
        weekdays=tuple(dict.fromkeys(weekdays)),
        every=_number(every),
        place=places[0] if places else 1,
        month_day=int(month_day) if month_day else 1,
        until=_day(until) if until else None,
        times=int(times) if times else None,
        on_holiday=OnHoliday.SHIFT if shifts else OnHoliday.SKIP if skips else OnHoliday.KEEP,
    )


FILLERS = ("", "setiap", "tiap", "pada", "dan", "mulai", "hari")
WORKDAY = ("kerja",)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    if found is None:
        return "", text
    value = next((part for part in found.groups() if part), found[0])
    return value, f"{text[: found.start()]} {text[found.end() :]}"


def _pattern(has_place: bool, has_month_day: bool, is_workday: bool) -> Pattern:
    if has_place:
        return Pattern.MONTH_WEEKDAY
    if has_month_day:
        return Pattern.MONTH_DAY
    return Pattern.WORKDAYS if is_workday else Pattern.WEEKLY


def _number(word: str) -> int:
    return NUMBERS.get(word) or (int(word) if word else 1)


def _day(text: str) -> date:
    try:
        return read_date(text)
    except ValueError:
        raise InvalidRecord({"until": _not_understood(text)}) from None


def _not_understood(text: str) -> str:
    words = _(
        "“{text}” tidak dipahami; tulis seperti "
        "“setiap Selasa sampai 31 Maret 2020, bukan hari libur”."
    )
    return words.format(text=text[:60])
