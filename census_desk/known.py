"""Dated records as they were known at the end of a day: what came later is taken off again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from census_desk.coverage.session_marks import as_known, is_held
from census_desk.desk import Desk
from census_desk.letters.delivery import Acted, Delivery
from census_desk.sessions.session import Session, SessionStatus
from census_desk.visits.follow_up import FollowUp, is_open
from census_desk.visits.visit import Visit, VisitStatus


def known_delivery(row: Delivery, on: date) -> Delivery:
    """The row of a letter's way with the stations it had reached by that day."""
    if row.acted_on is not None and row.acted_on > on:
        row = replace(row, acted=Acted.NOTHING, acted_on=None)
    if row.reply_on is not None and row.reply_on > on:
        row = replace(row, reply_on=None)
    if row.received_on is not None and row.received_on > on:
        row = replace(row, received_on=None, received_by="")
    if row.sent_on is not None and row.sent_on > on:
        row = replace(row, sent_on=None)
    return row


def known_session(session: Session, on: date) -> Session:
    """The session with later moves undone, and not yet held."""
    known = as_known(session, on)
    if known.status is SessionStatus.HELD and not is_held(known, on):
        return replace(known, status=SessionStatus.PLANNED, attended_count=None)
    return known


def known_visit(visit: Visit, on: date) -> Visit:
    """The visit, planned still where it was held later, without what came of it."""
    if visit.status is not VisitStatus.HELD or visit.held_on <= on:
        return visit
    return replace(visit, status=VisitStatus.PLANNED, attendee_count=0, helped_count=0, findings="")


def known_follow_up(step: FollowUp, on: date) -> FollowUp:
    """The step, open still where it was done later."""
    if step.done_on is None or not is_open(step, on):
        return step
    return replace(step, done_on=None, done_note="")


def is_past(on: date, desks: Iterable[Desk]) -> bool:
    """Whether a day lies before the one the desk works on: then later deeds are left out.

    A desk that follows the calendar has no working date; its deeds never come after today.
    """
    dates = [one.working_date for one in desks]
    return bool(dates) and all(one is None or on < one for one in dates)
