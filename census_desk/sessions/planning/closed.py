"""Times at which no session is planned: spans of days, half-days of every week or of one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, order_of_days, refuse
from census_desk.sessions.planner.halves import SLOTS
from census_desk.words import _

MOST_REASON = 160
LAST_WEEKDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Days on which nothing is planned, both included, and why."""

    first: date
    last: date
    reason: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        order_of_days(problems, "closed", self.first, self.last)
        limit(problems, "closed", self.reason, _("Alasan hari ditutup"), MOST_REASON)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyClosed:
    """A half-day of every week on which nothing is planned: Monday morning, roll call.

    `weekday` is 0 for Monday; `slot` AM, PM, or "" for the whole day.
    """

    weekday: int
    slot: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        if not 0 <= self.weekday <= LAST_WEEKDAY or self.slot not in ("", *SLOTS):
            problems["weekly"] = _("Tulis hari dan bagiannya, misalnya “Senin pagi”.")
        limit(problems, "weekly", self.reason, _("Alasan hari ditutup"), MOST_REASON)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ForbiddenHalf:
    """A day, or one half of it ("" for both), on which one group is not to be placed."""

    on: date
    slot: str = ""

    def __post_init__(self) -> None:
        if self.slot not in ("", *SLOTS):
            refuse({"forbidden": _("Tulis tanggal dan bagiannya, misalnya “24/02/2020 pagi”.")})


def closed_on(spans: Iterable[Closed], on: date) -> Closed | None:
    """The span that covers a day, None when the day is open."""
    return next((one for one in spans if one.first <= on <= one.last), None)


def weekly_closed_at(halves: Iterable[WeeklyClosed], on: date, slot: str) -> WeeklyClosed | None:
    """The half-day of the week that covers one half of a day, None when it is open."""
    return next(
        (one for one in halves if one.weekday == on.weekday() and one.slot in ("", slot)), None
    )
