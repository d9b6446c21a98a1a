"""Columns: what a table shows of a record, and the usual kinds of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from census_desk.indonesian import clock, number, short_date
from census_desk.words import _

_DIGITS = re.compile(r"(\d+)")
_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `text(record, lookup)` is what is shown, copied, searched and exported.

    `sort_key(record, lookup)` where the text does not sort right (dates, numbers); None sorts by
    the text, naturally (2 before 10). `value` gives the workbook a number or date instead of the
    text. `ems` is the width in letters, `align` "w", "e" or "center". A `firm` column keeps that
    width in a narrow table, where wide texts give way.
    """

    name: str
    label: str
    text: Callable[[Any, Any], str]
    sort_key: Callable[[Any, Any], Any] | None = None
    value: Callable[[Any, Any], object] | None = None
    align: str = "w"
    ems: int = 12
    firm: bool = False
    shown: bool = True


def cell(text: str) -> str:
    """A text on one line, as a table shows and copies it."""
    return _BREAKS.sub(" ", text)


def natural(text: str) -> list[tuple[int, int, str]]:
    """A key by which "Desa 2" stands before "Desa 10" and case does not matter."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(text.casefold())
        if part
    ]


def rank(key: Any) -> tuple[int, Any]:
    """A key that sorts what is missing behind everything else."""
    if key is None or key == "":
        return (1, 0)
    return (0, natural(key) if isinstance(key, str) else key)


def text_column(name: str, label: str, **more: Any) -> Column:
    """A column of a text field."""
    return Column(name=name, label=label, text=lambda r, lookup: str(getattr(r, name)), **more)


def day_column(name: str, label: str, **more: Any) -> Column:
    """A column of a day, sorted by time."""
    return Column(
        name=name,
        label=label,
        text=lambda r, lookup: shown(getattr(r, name)),
        sort_key=lambda r, lookup: getattr(r, name),
        value=lambda r, lookup: getattr(r, name),
        **({"ems": 10} | more),
    )


def number_column(name: str, label: str, **more: Any) -> Column:
    """A column of a whole number, right-aligned."""
    return Column(
        name=name,
        label=label,
        text=lambda r, lookup: shown(getattr(r, name)),
        sort_key=lambda r, lookup: getattr(r, name),
        value=lambda r, lookup: getattr(r, name),
        **({"ems": 8, "align": "e"} | more),
    )


def reference_column(name: str, label: str, collection: str, **more: Any) -> Column:
    """A column that shows the short title of the record it refers to."""
    return Column(
        name=name,
        label=label,
        text=lambda r, lookup: lookup.title(collection, getattr(r, name)),
        **more,
    )


def named_column(name: str, label: str, names: Any, **more: Any) -> Column:
    """A column of an enum, shown by its name in the language of the screens."""
    return Column(name=name, label=label, text=lambda r, lookup: _(names[getattr(r, name)]), **more)


def shown(value: object) -> str:
    """A day, time or number as tables show it; nothing for None."""
    if isinstance(value, datetime | date):
        return short_date(value)
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, int):
        return number(value)
    if isinstance(value, tuple):
        return "; ".join(map(shown, value))
    return "" if value is None else str(value)
