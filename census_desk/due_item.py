"""One line of the list of what is due, and how near it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.coverage.steps import Step
from census_desk.people import Office
from census_desk.words import N_, _

NAMES_SHOWN = 3


class When(StrEnum):
    """How near it is; the order is the order of the list."""

    OVERDUE = "terlambat"
    TODAY = "hari ini"
    WEEK = "minggu ini"
    SOON = "segera"


WHEN_NAMES = {
    When.OVERDUE: N_("Terlambat"),
    When.TODAY: N_("Hari ini"),
    When.WEEK: N_("Minggu ini"),
    When.SOON: N_("Segera"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One thing to do: what, since or until which day, and the record it is about.

    Several offices with the same need are one item; `office_ids` names them all.
    """

    when: When
    title: str
    detail: str
    on: date | None
    collection: str
    record_id: str
    office_ids: tuple[str, ...] = ()
    step: Step | None = None


def names_shown(ids: tuple[str, ...], offices: dict[str, Office]) -> str:
    """The first three offices by short name, and how many more there are."""
    shown = ", ".join(name_of(one, offices) for one in ids[:NAMES_SHOWN])
    rest = len(ids) - NAMES_SHOWN
    return shown if rest <= 0 else _("{names} dan {rest} lainnya").format(names=shown, rest=rest)


def name_of(office_id: str, offices: dict[str, Office]) -> str:
    """The short name of an office, "?" for one that is gone."""
    return offices[office_id].short_name if office_id in offices else "?"
