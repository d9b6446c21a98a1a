"""Who leads sessions: people with the days on which they are away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.nip import nip_problem
from census_desk.sessions.session import Session
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days somebody is away, both included."""

    first: date
    last: date
    reason: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        order_of_days(problems, "leave", self.first, self.last)
        limit(problems, "leave", self.reason, _("Alasan cuti"), 160)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitator:
    """One person; `officer_id` is the same person in the field roster, when there is one."""

    id: str
    name: str
    unit: str = ""
    nip: str = ""
    rank: str = ""
    grade: str = ""
    position: str = ""
    phone: str = ""
    leave: tuple[Leave, ...] = ()
    officer_id: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        refuse(facilitator_problems(self))


def facilitator_problems(person: Facilitator) -> dict[str, str]:
    """Field to sentence for a facilitator that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "name", person.name, _("Nama"))
    limit(problems, "name", person.name, _("Nama"), 120)
    limit(problems, "unit", person.unit, _("Unit kerja"), 160)
    limit(problems, "position", person.position, _("Jabatan"), 160)
    limit(problems, "phone", person.phone, _("Telepon"), 60)
    limit(problems, "note", person.note, _("Catatan"))
    if person.nip and (problem := nip_problem(person.nip)):
        problems["nip"] = problem
    return problems


def leave_on(person: Facilitator, on: date) -> Leave | None:
    """The leave that covers a day, None when the person is at work."""
    return next((one for one in person.leave if one.first <= on <= one.last), None)


def facilitator_names(session: Session, people: Iterable[Facilitator]) -> tuple[str, ...]:
    """Who leads a session: those of the list in its order, then the names written beside."""
    by_id = {one.id: one.name for one in people}
    names = [by_id[one] for one in session.facilitator_ids if one in by_id]
    return tuple(dict.fromkeys([*names, *session.facilitators]))
