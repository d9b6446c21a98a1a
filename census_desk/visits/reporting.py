"""What is done with visits: planned from a proposal, reported on the spot, followed up.

Each use case is one named step of the register; all raise InvalidRecord for what cannot be.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number
from census_desk.people import Office
from census_desk.register import Register
from census_desk.visits import scheduling
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Closing, Obstacle, open_count
from census_desk.visits.proposals import Needs, Proposal, proposals, rules_of
from census_desk.visits.reasons import add_default_reasons
from census_desk.visits.visit import Visit
from census_desk.words import _, counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When a proposed visit is to be, and who goes."""

    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    officers: tuple[str, ...] = ()
    purpose: str = ""
    signatory_id: str = ""


class NotProposed(CensusDeskError):
    """The office needs no visit now, or has one planned."""

    def __init__(self, office: Office) -> None:
        super().__init__(
            _(
                "{office} tidak sedang diusulkan untuk didampingi; "
                "kunjungannya sudah direncanakan atau kendalanya sudah ditangani."
            ).format(office=office.short_name)
        )


def proposals_now(register: Register, on: date) -> tuple[Proposal, ...]:
    """The offices to visit as the register knows them on that day."""
    needs = Needs(
        offices=register.offices.all(),
        visits=register.visits.all(),
        obstacles=register.obstacles.all(),
        reasons=register.reasons.all(),
        recaps=register.recaps.all(),
        sessions=register.sessions.all(),
        requests=register.help_requests.all(),
    )
    return proposals(needs, rules_of(register.desks.all()), on)


def proposal_for(register: Register, office_id: str, on: date) -> Proposal:
    """The proposal of one office; NotProposed when there is none."""
    for one in proposals_now(register, on):
        if one.id == office_id:
            return one
    raise NotProposed(register.offices.get(office_id))


def purpose_of(proposal: Proposal) -> str:
    """What a visit is for, in the words of its proposal; printed, so always Indonesian."""
    if proposal.people_count:
        return f"Mendampingi {number(proposal.people_count)} orang yang terkendala mengisi sensus"
    return "Mendampingi pengisian sensus secara daring"


def plan_visit(
    register: Register, proposal: Proposal, plan: Plan, *, on: date, visit_id: str
) -> Visit:
    """Make the visit that was proposed: it deals with the obstacles and answers the requests.

    Raises ForbiddenClash for what the office's rules do not allow.
    """
    visit = Visit(
        id=visit_id,
        office_id=proposal.office.id,
        held_on=plan.held_on,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        officers=plan.officers,
        purpose=plan.purpose.strip() or purpose_of(proposal),
        signatory_id=plan.signatory_id,
    )
    if plan.held_on < on:
        raise InvalidRecord({"held_on": _("Kunjungan direncanakan hari ini atau sesudahnya.")})
    what = _("Merencanakan pendampingan: {office}").format(office=proposal.office.short_name)
    with register.change(what):
        scheduling.add(register, visit, on=on)
        for one in map(register.obstacles.get, proposal.obstacle_ids):
            register.obstacles.replace(replace(one, visit_id=visit.id))
        for request in map(register.help_requests.get, proposal.request_ids):
            answer_request(register, request.id, on=on, visit_id=visit.id)
    return visit


def note_obstacle(register: Register, obstacle: Obstacle) -> Obstacle:
    """Note what hinders people; a register without reasons of its own gets the shipped ones."""
    with register.change(_("Mencatat kendala")) as step:
        if not register.reasons.count():
            add_default_reasons(register, new_id=register.ids)
        editing.add(register, obstacle)
        office = register.offices.get(obstacle.office_id)
        step.what = _("Mencatat kendala: {office}, {count} orang").format(
            office=office.short_name, count=obstacle.people_count
        )
    return obstacle


def close_obstacles(
    register: Register, counts: Iterable[tuple[str, int | None]], *, on: date, visit_id: str = ""
) -> int:
    """So many people of each obstacle were helped (None: all who are left); how many in all.

    Raises InvalidRecord for more than an obstacle still hinders, and before it was noted.
    """
    with register.change(_("Menuntaskan kendala")) as step:
        people = sum(
            _close(register, obstacle_id, count, on, visit_id) for obstacle_id, count in counts
        )
        told = counted("{count} orang", "{count} orang", people).format(count=people)
        step.what = _("Menuntaskan kendala: {people}").format(people=told)
    return people


def reopen(register: Register, obstacle_id: str) -> Obstacle:
    """Take back the last closing of an obstacle; InvalidRecord when nothing was closed."""
    obstacle = register.obstacles.get(obstacle_id)
    if not obstacle.closings:
        raise InvalidRecord({"closings": _("Kendala ini belum pernah dituntaskan.")})
    changed = replace(obstacle, closings=obstacle.closings[:-1])
    with register.change(_("Membuka lagi kendala")):
        register.obstacles.replace(changed)
    return changed


def finish_follow_up(
    register: Register, follow_up_id: str, *, on: date, note: str = ""
) -> FollowUp:
    """What was agreed is done; raises InvalidRecord before the visit took place."""
    one = register.follow_ups.get(follow_up_id)
    changed = replace(one, done_on=on, done_note=note.strip() or one.done_note)
    visit = register.visits.get(one.visit_id)
    if on < visit.held_on:
        raise InvalidRecord({"done_on": _("Tindak lanjut selesai sebelum kunjungannya.")})
    with register.change(_("Tindak lanjut selesai: {what}").format(what=one.what[:60])):
        register.follow_ups.replace(changed)
    return changed


def answer_request(
    register: Register,
    request_id: str,
    *,
    on: date,
    visit_id: str = "",
    session_id: str = "",
    answer: str = "",
) -> HelpRequest:
    """Answer a request by a visit, a session or words; InvalidRecord when it names none."""
    request = register.help_requests.get(request_id)
    changed = replace(
        request,
        answered_on=on,
        visit_id=visit_id or request.visit_id,
        session_id=session_id or request.session_id,
        answer=answer.strip() or request.answer,
    )
    office = register.offices.get(request.office_id)
    with register.change(_("Menjawab permintaan: {office}").format(office=office.short_name)):
        register.help_requests.replace(changed)
    return changed


def _close(register: Register, obstacle_id: str, count: int | None, on: date, visit_id: str) -> int:
    obstacle = register.obstacles.get(obstacle_id)
    left = open_count(obstacle)
    if not left:
        raise InvalidRecord({"people_count": _("Kendala ini sudah tuntas seluruhnya.")})
    people = left if count is None else count
    if people < 1:
        raise InvalidRecord({"people_count": _("Jumlah yang tuntas minimal 1.")})
    if people > left:
        raise InvalidRecord(
            {
                "people_count": _(
                    "Yang masih terkendala {left} orang; {people} orang tidak dapat dituntaskan."
                ).format(left=left, people=people)
            }
        )
    closing = Closing(on=on, people_count=people, visit_id=visit_id)
    closings = (*obstacle.closings, closing)
    visit = obstacle.visit_id or visit_id
    register.obstacles.replace(replace(obstacle, closings=closings, visit_id=visit))
    return people
