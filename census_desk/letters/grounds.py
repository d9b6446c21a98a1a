"""Dasar: the rules a letter of the campaign may rest on, each with its date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from census_desk.resource_files import read_json

FILE = "templates/grounds.json"
MARKER = "[dasar]"
_ITEM = re.compile(
    rf"^(?P<margin>[ ]*)(?P<number>\d+|[a-z])(?P<point>[.)])[ ]+{re.escape(MARKER)}[ ]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One rule: as a letter cites it, the words that give it away, and the days it is fit for.

    `until` is the last day a letter would name it: a circular for one census only.
    """

    id: str
    cited: str
    known_by: str
    dated_on: date
    until: date | None


@cache
def grounds() -> tuple[Ground, ...]:
    """The rules that ship with the desk, the highest and oldest first."""
    listed = read_json(FILE)
    assert isinstance(listed, list)
    return tuple(
        Ground(
            id=one["id"],
            cited=one["cited"],
            known_by=one["known_by"],
            dated_on=date.fromisoformat(one["dated_on"]),
            until=date.fromisoformat(one["until"]) if one["until"] else None,
        )
        for one in listed
    )


def grounds_on(day: date, known: Iterable[Ground] | None = None) -> tuple[Ground, ...]:
    """What a letter of that day may rest on: dated before it, and not of a census gone by."""
    listed = grounds() if known is None else known
    return tuple(
        one for one in listed if one.dated_on < day and (one.until is None or day <= one.until)
    )


def too_young(text: str, day: date, known: Iterable[Ground] | None = None) -> tuple[Ground, ...]:
    """The known rules a text cites though they were not there before that day."""
    listed = grounds() if known is None else known
    return tuple(one for one in listed if one.dated_on >= day and one.known_by in text)


def with_grounds(text: str, day: date, known: Iterable[Ground] | None = None) -> str:
    """The text with the grounds of that day in place of `[dasar]`.

    Alone in an item of a list the marker becomes one item for each; elsewhere a run of them as a
    sentence says it.
    """
    cited = [one.cited for one in grounds_on(day, known)]
    lines = [line for typed in text.split("\n") for line in _expanded(typed, cited)]
    return "\n".join(lines).replace(MARKER, listing(cited))


def listing(parts: Iterable[str]) -> str:
    """ "A", "A dan B", "A, B, dan C"."""
    *first, last = [*parts] or [""]
    if len(first) > 1:
        return f"{', '.join(first)}, dan {last}"
    return " dan ".join([*first, last])


def _expanded(line: str, cited: list[str]) -> Iterable[str]:
    item = _ITEM.match(line)
    if item is None:
        return [line]
    return [
        f"{item['margin']}{_next(item['number'], place)}{item['point']} {one}{_end(place, cited)}"
        for place, one in enumerate(cited)
    ]


def _next(number: str, steps: int) -> str:
    return str(int(number) + steps) if number.isdigit() else chr(ord(number) + steps)


def _end(place: int, cited: list[str]) -> str:
    """Items of a list end as EYD wants it: semicolons, "dan" before the last, a full stop."""
    left = len(cited) - 1 - place
    return "." if left == 0 else "; dan" if left == 1 else ";"
