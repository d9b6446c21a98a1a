"""Which backups stay: a pure rule."""

from collections.abc import Iterable
from datetime import datetime

NEWEST = 10
DAYS = 30
MONTHS = 12


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Of the moments backups were made, those to keep.

    The 10 newest, the last of each of the 30 newest days that have one, and of 12 months likewise.
    """
    newest_first = sorted(moments, reverse=True)
    days: dict[tuple[int, int, int], datetime] = {}
    months: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        days.setdefault((moment.year, moment.month, moment.day), moment)
        months.setdefault((moment.year, moment.month), moment)
    return {
        *newest_first[:NEWEST],
        *list(days.values())[:DAYS],
        *list(months.values())[:MONTHS],
    }
