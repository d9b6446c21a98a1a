"""What hinders some people of an office, and how it was closed: at once or a few at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, no_long_digits, refuse, require
from census_desk.indonesian import number, short_date
from census_desk.visits.reasons import MISMATCH
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """So many people were helped on a day, perhaps by a visit."""

    on: date
    people_count: int
    visit_id: str = ""

    def __str__(self) -> str:
        """`20/02/2020: 9`, for the history of an obstacle."""
        return f"{short_date(self.on)}: {number(self.people_count)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What hinders some people of an office, noted on a day by a count, or for one named person.

    `reason` is the key of a Reason; `visit_id` the visit that deals with it or found it.
    `closings` may be partial: nine of eleven.
    """

    id: str
    office_id: str
    employee_id: str = ""
    reason: str = MISMATCH
    people_count: int
    noted_on: date
    reported_by: str = ""
    visit_id: str = ""
    closings: tuple[Closing, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        refuse(obstacle_problems(self))

    @property
    def visit_ids(self) -> tuple[str, ...]:
        """Every visit it names: the one that deals with it, and those that closed some of it."""
        named = (self.visit_id, *(one.visit_id for one in self.closings))
        return tuple(dict.fromkeys(filter(None, named)))


def obstacle_problems(obstacle: Obstacle) -> dict[str, str]:
    """Field to sentence for an obstacle that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "office_id", obstacle.office_id, _("OPD"))
    require(problems, "reason", obstacle.reason, _("Jenis kendala"))
    limit(problems, "reported_by", obstacle.reported_by, _("Pelapor"), 120)
    limit(problems, "note", obstacle.note, _("Catatan"))
    no_long_digits(problems, "note", obstacle.note, _("Catatan"))
    no_long_digits(problems, "reported_by", obstacle.reported_by, _("Pelapor"))
    if obstacle.people_count < 1:
        problems["people_count"] = _("Jumlah orang minimal 1.")
    elif obstacle.employee_id and obstacle.people_count != 1:
        problems["people_count"] = _("Kendala atas nama satu ASN dihitung 1 orang.")
    closed = closed_count(obstacle)
    if obstacle.people_count >= 1 and closed > obstacle.people_count:
        problems["people_count"] = _(
            "Yang terkendala {count} orang; tidak dapat dituntaskan {closed} orang."
        ).format(count=obstacle.people_count, closed=closed)
    if any(one.people_count < 1 for one in obstacle.closings):
        problems["closings"] = _("Jumlah yang tuntas minimal 1.")
    if any(one.on < obstacle.noted_on for one in obstacle.closings):
        problems["noted_on"] = _("Tanggal tuntas mendahului tanggal dicatat.")
    return problems


def closed_count(obstacle: Obstacle, on: date = date.max) -> int:
    """How many of its people were helped by the end of that day."""
    return sum(one.people_count for one in obstacle.closings if one.on <= on)


def open_count(obstacle: Obstacle, on: date = date.max) -> int:
    """How many people it still hinders at the end of that day; none before it was noted."""
    return obstacle.people_count - closed_count(obstacle, on) if obstacle.noted_on <= on else 0


def closed_on(obstacle: Obstacle) -> date | None:
    """The day its last people were helped; None while it hinders somebody."""
    return None if open_count(obstacle) else max(one.on for one in obstacle.closings)


def closed_at(obstacle: Obstacle, visit_id: str) -> int:
    """How many of its people that visit helped."""
    return sum(one.people_count for one in obstacle.closings if one.visit_id == visit_id)


def concerning(obstacles: Iterable[Obstacle], visit_id: str) -> tuple[Obstacle, ...]:
    """The obstacles a visit dealt with, found, or closed some of; as noted, oldest first."""
    named = [one for one in obstacles if visit_id in one.visit_ids]
    return tuple(sorted(named, key=lambda one: (one.noted_on, one.id)))
