"""Closed times of a plan as typed, one a line, and back: days, half-days of the week, half-days.

`24/02/2020 - 26/02/2020 | akreditasi`, `Senin pagi | apel`, `24/02/2020 pagi`.
"""

from collections.abc import Iterable, Iterator

from census_desk.indonesian import WEEKDAYS, read_date, short_date
from census_desk.sessions.planner.halves import AFTERNOON, MORNING
from census_desk.sessions.planning.closed import Closed, ForbiddenHalf, WeeklyClosed

DIVIDER = "|"
HALVES = {MORNING: "pagi", AFTERNOON: "siang", "": ""}
SLOTS = {"pagi": MORNING, "siang": AFTERNOON, "": ""}
DAYS = {name.casefold(): place for place, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "ahad": 6}


def closed_of(text: str) -> tuple[Closed, ...]:
    """Closed spans of days with their reason; ValueError for a line that is none."""
    found = []
    for days, reason in _rows(text):
        first, _dash, last = days.replace("–", "-").replace(" s.d. ", " - ").partition(" - ")
        found.append(Closed(first=read_date(first), last=read_date(last or first), reason=reason))
    return tuple(found)


def closed_text(spans: Iterable[Closed]) -> str:
    """Closed spans as a form shows them."""
    return "\n".join(
        _row(
            short_date(one.first)
            if one.first == one.last
            else f"{short_date(one.first)} - {short_date(one.last)}",
            one.reason,
        )
        for one in spans
    )


def weekly_of(text: str) -> tuple[WeeklyClosed, ...]:
    """Half-days of every week; "Senin" alone is the whole day; ValueError for what is none."""
    found = []
    for what, reason in _rows(text.replace(":", DIVIDER)):
        day, _blank, half = what.casefold().partition(" ")
        if day not in DAYS or half.strip() not in SLOTS:
            raise ValueError(what)
        found.append(WeeklyClosed(weekday=DAYS[day], slot=SLOTS[half.strip()], reason=reason))
    return tuple(found)


def weekly_text(halves: Iterable[WeeklyClosed]) -> str:
    """Half-days of every week as a form shows them."""
    return "\n".join(
        _row(f"{WEEKDAYS[one.weekday]} {HALVES[one.slot]}".strip(), one.reason) for one in halves
    )


def halves_of(text: str) -> tuple[ForbiddenHalf, ...]:
    """Single days or half-days; ValueError for a line that is none."""
    found = []
    for what, _reason in _rows(text):
        day, _blank, half = what.rpartition(" ")
        if half.casefold() not in SLOTS or not day:
            day, half = what, ""
        found.append(ForbiddenHalf(on=read_date(day.strip()), slot=SLOTS[half.casefold()]))
    return tuple(found)


def halves_text(halves: Iterable[ForbiddenHalf]) -> str:
    """Single half-days as a form shows them."""
    return "\n".join(f"{short_date(one.on)} {HALVES[one.slot]}".strip() for one in halves)


def _rows(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        what, _bar, reason = line.partition(DIVIDER)
        if what.strip() or reason.strip():
            yield " ".join(what.split()), reason.strip()


def _row(what: str, reason: str) -> str:
    return f"{what} {DIVIDER} {reason}" if reason else what
