"""Semua tentang satu OPD: its letters, sessions, visits, recaps, people, history in one place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from census_desk.coverage.session_marks import concerns
from census_desk.known import (
    is_past,
    known_delivery,
    known_follow_up,
    known_session,
    known_visit,
)
from census_desk.letters.delivery import Delivery
from census_desk.letters.letter import IN_FORCE, Letter
from census_desk.letters.sending import addressed_offices
from census_desk.people import Employee, Office, Signatory, in_office
from census_desk.progress import Recap
from census_desk.register import Register
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.figures import session_figures
from census_desk.sessions.recording import Expected, turnout
from census_desk.sessions.roll import noted_by_session, people_of
from census_desk.sessions.session import Session, SessionStatus
from census_desk.visits.follow_up import FollowUp, agreed_on
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.visit import Visit

STEPS_TOLD = 12
# Holders of these stand in the page by name; everybody else is counted.
LEADING = ("kepala", "sekretaris", "camat", "lurah", "direktur", "inspektur", "asisten")


class Identified(Protocol):
    """A record: it has an id."""

    @property
    def id(self) -> str: ...


Dated = TypeVar("Dated", bound=Identified)
Told = TypeVar("Told", Obstacle, HelpRequest, Recap)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStory:
    """A letter that went to the office, and what became of it there; None: not sent yet."""

    letter: Letter
    delivery: Delivery | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStory:
    """A session for the office: its own people only; None is what nobody knows or noted yet."""

    session: Session
    invited: int | None
    came: int | None

    @property
    def share(self) -> float | None:
        """Per cent of the invited who came, at most 100; None where either is not known."""
        if not self.invited or self.came is None:
            return None
        return min(100.0, 100 * self.came / self.invited)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitStory:
    """A visit with what was agreed on it, the nearest day first."""

    visit: Visit
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStory:
    """One change of the office's records: when, who, what in words."""

    rev: int
    at: datetime
    actor: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeStory:
    """Everything of one office as known on a day; lists begin with the newest."""

    office: Office
    on: date
    letters: tuple[LetterStory, ...]
    sessions: tuple[SessionStory, ...]
    visits: tuple[VisitStory, ...]
    obstacles: tuple[Obstacle, ...]
    requests: tuple[HelpRequest, ...]
    recaps: tuple[Recap, ...]
    signatories: tuple[Signatory, ...]
    leaders: tuple[Employee, ...]
    employee_count: int
    steps: tuple[StepStory, ...] = ()


def office_story(register: Register, office_id: str, on: date) -> OfficeStory:
    """What the register holds of the office; dated records of later days are not known yet."""
    office: Office = register.offices.get(office_id)
    called = [one for one in register.visits.all() if one.office_id == office_id]
    agreed = [known_follow_up(one, on) for one in register.follow_ups.all()]
    staff = [one for one in register.employees.all() if one.office_id == office_id]
    people = [one for one in register.signatories.all() if one.office_id == office_id]
    story = OfficeStory(
        office=office,
        on=on,
        letters=_letters(register, office, on),
        sessions=_sessions(register, office, on),
        visits=tuple(
            VisitStory(visit=known_visit(one, on), follow_ups=agreed_on(agreed, one.id))
            for one in _newest(called, "held_on")
        ),
        obstacles=_of(register.obstacles.all(), office_id, "noted_on", on),
        requests=_of(register.help_requests.all(), office_id, "asked_on", on),
        recaps=_of(register.recaps.all(), office_id, "counted_on", on),
        signatories=tuple(one for one in people if in_office(one, on)),
        leaders=tuple(one for one in staff if _leads(one)),
        employee_count=len(staff),
    )
    until = on if is_past(on, register.desks.all()) else date.max
    return replace(story, steps=_steps(register, _records_of(story), until))


def _records_of(story: OfficeStory) -> Iterable[tuple[str, str]]:
    """Collection and id of what the office's history is made of; its people are not told."""
    yield "offices", story.office.id
    yield from (("deliveries", one.delivery.id) for one in story.letters if one.delivery)
    yield from (("sessions", one.session.id) for one in story.sessions)
    yield from (("visits", one.visit.id) for one in story.visits)
    yield from (("follow_ups", one.id) for visit in story.visits for one in visit.follow_ups)
    yield from (("obstacles", one.id) for one in story.obstacles)
    yield from (("help_requests", one.id) for one in story.requests)
    yield from (("recaps", one.id) for one in story.recaps)


def _letters(register: Register, office: Office, on: date) -> tuple[LetterStory, ...]:
    rows = [one for one in register.deliveries.all() if one.office_id == office.id]
    mine = {one.letter_id: known_delivery(one, on) for one in rows}
    letters = [
        one
        for one in register.letters.all()
        if one.status in IN_FORCE
        and one.dated_on <= on
        and (one.id in mine or addressed_offices(one, (office,)))
    ]
    return tuple(
        LetterStory(letter=one, delivery=mine.get(one.id)) for one in _newest(letters, "dated_on")
    )


def _sessions(register: Register, office: Office, on: date) -> tuple[SessionStory, ...]:
    noted = noted_by_session(register)
    employees = {one.id: one for one in register.employees.all()}
    told = []
    known = [known_session(one, on) for one in register.sessions.all()]
    for session in _newest(known, "held_on"):
        here = noted[session.id]
        came = any(_office_of(row, employees) == office.id for row in here)
        if came or concerns(session, office):
            people = people_of(register, session, here)
            told.append(_session(session, office, people, employees, on))
    return tuple(told)


def _office_of(row: Attendance | Expected, employees: dict[str, Employee]) -> str:
    person = employees.get(row.employee_id)
    return person.office_id if person else row.office_id


def _session(
    session: Session,
    office: Office,
    people: list[Expected],
    employees: dict[str, Employee],
    on: date,
) -> SessionStory:
    """Of a session of several offices only the office's own people are told, where known."""
    if session.office_ids == (office.id,):
        figures = session_figures(session, people, employees)
        invited, came = figures.invited, figures.came
        known = figures.is_noted or session.attended_count is not None
    else:
        own = [one for one in people if _office_of(one, employees) == office.id]
        invited = sum(one.is_listed for one in own)
        came = turnout(own).reached
        known = any(one.state is not None for one in own)
    held = session.status is SessionStatus.HELD and session.held_on <= on
    return SessionStory(
        session=session, invited=invited or None, came=came if held and known else None
    )


def _steps(
    register: Register, records: Iterable[tuple[str, str]], until: date
) -> tuple[StepStory, ...]:
    """The newest changes of any of these records by the end of a day, each step once."""
    limit = STEPS_TOLD if until == date.max else None  # later ones must not crowd earlier ones out
    found = {
        step.rev: step
        for collection, record_id in records
        for step in register.history(collection, record_id, limit=limit)
        if step.at.date() <= until
    }
    newest = sorted(found.values(), key=lambda step: -step.rev)[:STEPS_TOLD]
    return tuple(
        StepStory(rev=step.rev, at=step.at, actor=step.actor, what=step.what) for step in newest
    )


def _leads(employee: Employee) -> bool:
    return employee.position.casefold().startswith(LEADING)


def _of(records: Iterable[Told], office_id: str, day: str, on: date) -> tuple[Told, ...]:
    """The office's own records of that day or before, the newest first."""
    mine = [one for one in records if one.office_id == office_id and getattr(one, day) <= on]
    return _newest(mine, day)


def _newest(records: Iterable[Dated], day: str) -> tuple[Dated, ...]:
    return tuple(sorted(records, key=lambda one: (getattr(one, day), one.id), reverse=True))
