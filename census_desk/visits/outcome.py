"""What a visit brought, reported in one step: who came, what was ready, closed and found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.indonesian import short_date
from census_desk.register import Register
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.reporting import close_obstacles, note_obstacle
from census_desk.visits.visit import Readiness, Visit, VisitStatus
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What hindered people and was noted on the spot: the key of its reason, and how many."""

    reason: str
    people_count: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The report of a visit; `closed` pairs obstacles with how many were helped (None: all)."""

    attendee_count: int
    helped_count: int = 0
    nik_ready: Readiness = Readiness.UNKNOWN
    kk_ready: Readiness = Readiness.UNKNOWN
    device_ready: Readiness = Readiness.UNKNOWN
    network_ready: Readiness = Readiness.UNKNOWN
    findings: str = ""
    received_by: str = ""
    received_by_post: str = ""
    closed: tuple[tuple[str, int | None], ...] = ()
    found: tuple[Found, ...] = ()


def report_visit(
    register: Register, visit_id: str, outcome: Outcome, *, on: date, new_id: Callable[[], str]
) -> Visit:
    """Save the report as one step; what was closed and found carries the day of the visit.

    Raises InvalidRecord for a visit still to come, one that was cancelled, and for more people
    closed than an obstacle still hinders: nothing of the report is saved then.
    """
    visit = register.visits.get(visit_id)
    if visit.status is VisitStatus.CANCELLED:
        raise InvalidRecord({"status": _("Kunjungan ini batal; buat kunjungan baru.")})
    if visit.held_on > on:
        sentence = _("Kunjungan ini baru {day}; ubah tanggalnya dahulu bila sudah dilakukan.")
        raise InvalidRecord({"held_on": sentence.format(day=short_date(visit.held_on))})
    office = register.offices.get(visit.office_id)
    what = _("Melaporkan pendampingan: {office}").format(office=office.short_name)
    with register.change(what):
        held = editing.change(register, _held(visit, outcome))
        for found in outcome.found:
            note_obstacle(register, _obstacle(held, found, new_id()))
        for obstacle_id, count in outcome.closed:
            noted_on = register.obstacles.get(obstacle_id).noted_on
            day = max(held.held_on, noted_on)
            close_obstacles(register, [(obstacle_id, count)], on=day, visit_id=held.id)
    return held


def open_at(register: Register, visit: Visit) -> list[Obstacle]:
    """What still hinders people of the visited office, oldest first."""
    mine = [one for one in register.obstacles.all() if one.office_id == visit.office_id]
    return sorted(filter(open_count, mine), key=lambda one: (one.noted_on, one.id))


def _held(visit: Visit, outcome: Outcome) -> Visit:
    return replace(
        visit,
        status=VisitStatus.HELD,
        attendee_count=outcome.attendee_count,
        helped_count=outcome.helped_count,
        nik_ready=outcome.nik_ready,
        kk_ready=outcome.kk_ready,
        device_ready=outcome.device_ready,
        network_ready=outcome.network_ready,
        findings=outcome.findings or visit.findings,
        received_by=outcome.received_by or visit.received_by,
        received_by_post=outcome.received_by_post or visit.received_by_post,
    )


def _obstacle(visit: Visit, found: Found, obstacle_id: str) -> Obstacle:
    return Obstacle(
        id=obstacle_id,
        office_id=visit.office_id,
        reason=found.reason,
        people_count=found.people_count,
        noted_on=visit.held_on,
        visit_id=visit.id,
        note=found.note,
    )
