"""What of visits waits on a working day: planned ones, follow-ups, requests, and proposals."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from census_desk.coverage.campaign import Campaign
from census_desk.coverage.steps import Step
from census_desk.due_item import DueItem, When, name_of, names_shown
from census_desk.people import Office
from census_desk.visits.follow_up import FollowUp, is_open
from census_desk.visits.help_request import HelpRequest, is_waiting
from census_desk.visits.proposals import Needs, proposals, rules_of
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import _

DAYS_OF_WEEK = 7
DAYS_TO_ANSWER = 3


def visits_waiting(campaign: Campaign, offices: dict[str, Office], on: date) -> Iterator[DueItem]:
    """All of it, for the list of the first page."""
    yield from visits_due(campaign.visits, offices, on)
    yield from follow_ups_due(campaign.follow_ups, campaign.visits, offices, on)
    yield from requests_due(campaign.help_requests, offices, on)
    yield from visits_proposed(campaign, on)


def visits_due(visits: Iterable[Visit], offices: dict[str, Office], on: date) -> Iterator[DueItem]:
    """Planned visits today, later this week, and over but without a result."""
    for visit in visits:
        when = nearness(visit.held_on, on)
        if visit.status is not VisitStatus.PLANNED or when is None:
            continue
        title = _("Pendampingan: {office}") if when is not When.OVERDUE else _("Catat: {office}")
        yield DueItem(
            when=when,
            title=title.format(office=name_of(visit.office_id, offices)),
            detail=f"{_day(visit.held_on)} · {visit.purpose}",
            on=visit.held_on,
            collection="visits",
            record_id=visit.id,
        )


def follow_ups_due(
    follow_ups: Iterable[FollowUp],
    visits: Iterable[Visit],
    offices: dict[str, Office],
    on: date,
) -> Iterator[DueItem]:
    """What was agreed on visits held by that day and is not done, until it is."""
    held = {one.id: one for one in visits if _is_known(one, on)}
    for one in follow_ups:
        visit = held.get(one.visit_id)
        if visit is None or not is_open(one, on):
            continue
        due = one.due_on or visit.held_on
        who = f" · {one.who}" if one.who else ""
        yield DueItem(
            when=nearness(due, on) or When.SOON,
            title=_("Tindak lanjut: {office}").format(office=name_of(visit.office_id, offices)),
            detail=f"{_day(due)} · {one.what}{who}",
            on=due,
            collection="follow_ups",
            record_id=one.id,
        )


def requests_due(
    requests: Iterable[HelpRequest], offices: dict[str, Office], on: date
) -> Iterator[DueItem]:
    """Requests for help nobody answered yet; late after three days."""
    for one in requests:
        if is_waiting(one, on):
            is_late = one.asked_on + timedelta(days=DAYS_TO_ANSWER) < on
            yield DueItem(
                when=When.OVERDUE if is_late else When.WEEK,
                title=_("Permintaan bantuan: {office}").format(
                    office=name_of(one.office_id, offices)
                ),
                detail=f"{_day(one.asked_on)} · {one.what}",
                on=one.asked_on,
                collection="help_requests",
                record_id=one.id,
            )


def visits_proposed(campaign: Campaign, on: date) -> Iterator[DueItem]:
    """The offices that should be visited, as one item."""
    found = proposals(needs_of(campaign), rules_of(campaign.desks), on)
    if found:
        ids = tuple(one.id for one in found)
        yield DueItem(
            when=When.SOON,
            title=_("{count} OPD diusulkan untuk didampingi").format(count=len(found)),
            detail=names_shown(ids, {one.id: one.office for one in found}),
            on=None,
            collection="proposals",
            record_id=ids[0],
            office_ids=ids,
            step=Step.VISIT,
        )


def needs_of(campaign: Campaign) -> Needs:
    """The records of a campaign that proposals look at."""
    return Needs(
        offices=campaign.offices,
        visits=campaign.visits,
        obstacles=campaign.obstacles,
        reasons=campaign.reasons,
        recaps=campaign.recaps,
        sessions=campaign.sessions,
        requests=campaign.help_requests,
    )


def open_visits(visits: Iterable[Visit], follow_ups: Iterable[FollowUp], on: date) -> list[Visit]:
    """Visits not held by that day, and held ones with a follow-up that is not done by then."""
    waits = {one.visit_id for one in follow_ups if is_open(one, on)}
    return [one for one in visits if _is_unfinished(one, waits, on)]


def _is_unfinished(visit: Visit, waits: set[str], on: date) -> bool:
    if visit.status is VisitStatus.CANCELLED:
        return False
    return not _is_known(visit, on) or visit.id in waits


def _is_known(visit: Visit, on: date) -> bool:
    return visit.status is VisitStatus.HELD and visit.held_on <= on


def nearness(day: date, on: date) -> When | None:
    """How near a day is; None beyond the week."""
    if day < on:
        return When.OVERDUE
    if day == on:
        return When.TODAY
    return When.WEEK if day <= on + timedelta(days=DAYS_OF_WEEK - 1 - on.weekday()) else None


def _day(day: date) -> str:
    return f"{day:%d/%m}"
