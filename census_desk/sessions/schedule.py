"""The register's schedule: its sessions and visits as bookings, and what stands in their way."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from census_desk.calendar import WorkingCalendar, calendar_known_on
from census_desk.people import Employee
from census_desk.register import Register
from census_desk.sessions.clashes import (
    Clash,
    Ground,
    clashes_of,
    every_clash,
    facilitators_by_name,
    phases_in_force,
)
from census_desk.sessions.diary import LAST_MINUTE, Booking, Diary, minutes
from census_desk.sessions.facilitator import facilitator_names
from census_desk.sessions.invited import OF_HEADS
from census_desk.sessions.rules import USUAL_RULES, ScheduleRules
from census_desk.sessions.session import NOT_TAKING_PLACE, Invitees, Session, SessionKind
from census_desk.visits.visit import Visit, VisitStatus

# They prepare the campaign, so they may come before its first stage.
PREPARING = (SessionKind.COORDINATION, SessionKind.KICKOFF, SessionKind.TRAINING)
VISIT_MINUTES = 60


def rules_of(register: Register) -> ScheduleRules:
    """The office's own rules, those usual while it has set none."""
    found = register.schedule_rules.all()
    return found[0] if found else USUAL_RULES


def working_calendar(register: Register, known_on: date) -> WorkingCalendar:
    """The days off and working days as the office knew them on a day."""
    works = rules_of(register).saturday_works
    return calendar_known_on(register.day_changes.all(), known_on, saturday_works=works)


class Schedule:
    """Follows a register; answers clashes without looking at what did not change.

    Ask `refresh` after a commit, or before the first question.
    """

    def __init__(self, register: Register, known_on: date) -> None:
        self._register = register
        self._diary = Diary()
        self._seen: tuple[object, ...] = ()
        self.ground = Ground()
        self.refresh(known_on)

    def refresh(self, known_on: date) -> None:
        """Take over what the register says now, as it was known on that day."""
        register = self._register
        around = (
            register.venues.all(),
            register.facilitators.all(),
            register.employees.all(),
            register.offices.all(),
            register.day_changes.all(),
            register.schedule_rules.all(),
            register.phases.all(),
        )
        if not self._seen or self._seen[-1] != known_on or not _same(self._seen[:-1], around):
            self._look_around(known_on)
            self._seen = (*around, known_on)
        self._diary.follow("sessions", register.sessions.all(), self.booking)
        self._diary.follow("visits", register.visits.all(), self._visit)

    def clashes(self, session: Session) -> tuple[Clash, ...]:
        """What stands in the way of a session as it is handed in, the hardest first."""
        booking = self.booking(session)
        return () if booking is None else clashes_of(booking, self._diary, self.ground)

    def clashes_together(self, sessions: Sequence[Session]) -> dict[str, tuple[Clash, ...]]:
        """By id what stands in the way of each of these sessions if all of them were saved."""
        changed = {one.id: one for one in sessions}
        saved = self._register.sessions.all()
        known = {one.id for one in saved}
        supposed = [changed.get(one.id, one) for one in saved]
        supposed += [one for one in sessions if one.id not in known]
        self._diary.follow("sessions", supposed, self.booking)
        try:
            return {one.id: self.clashes(one) for one in sessions}
        finally:
            self._diary.follow("sessions", saved, self.booking)

    def clashes_of_visit(self, visit: Visit) -> tuple[Clash, ...]:
        """The same for a visit."""
        booking = self._visit(visit)
        return () if booking is None else clashes_of(booking, self._diary, self.ground)

    def every_clash(self, first: date) -> Iterator[tuple[Booking, tuple[Clash, ...]]]:
        """Each event from a day on that has something in its way."""
        return every_clash(self._diary, self.ground, first)

    def bookings(self) -> Iterator[Booking]:
        """Every session and visit that takes place, by day and time."""
        return self._diary.every()

    def booking(self, session: Session) -> Booking | None:
        """A session as a booking; None when it is postponed or cancelled."""
        if session.status in NOT_TAKING_PLACE:
            return None
        venue = self._venues.get(session.venue_id)
        place = venue.name if venue else session.venue
        return Booking(
            id=session.id,
            title=session.title,
            on=session.held_on,
            starts=minutes(session.starts_at),
            ends=self._end(session),
            people=facilitator_names(session, self._facilitators),
            office_ids=session.office_ids,
            venue=session.venue_id or place.casefold(),
            venue_name=place,
            position=venue.position if venue else None,
            room=venue.capacity if venue else None,
            size=session.invited_count or self._staff(session),
            needs_phase=session.kind not in PREPARING,
        )

    # inside

    def _look_around(self, known_on: date) -> None:
        register = self._register
        self._venues = {one.id: one for one in register.venues.all()}
        self._facilitators = register.facilitators.all()
        self._staffs = _counts(register.employees.all())
        self.ground = Ground(
            rules=rules_of(register),
            calendar=working_calendar(register, known_on),
            people=facilitators_by_name(self._facilitators),
            office_names={one.id: one.short_name for one in register.offices.all()},
            phases=phases_in_force(register.phases.all(), known_on),
        )
        self._diary.forget()

    def _end(self, session: Session) -> int:
        if session.ends_at is not None:
            return minutes(session.ends_at)
        return min(minutes(session.starts_at) + self.ground.rules.usual_minutes, LAST_MINUTE)

    def _staff(self, session: Session) -> int:
        if session.invitees is Invitees.COUNT or session.kind in OF_HEADS:
            return 0
        return sum(self._staffs.get(one, 0) for one in session.office_ids)

    def _visit(self, visit: Visit) -> Booking | None:
        if visit.status is VisitStatus.CANCELLED or visit.starts_at is None:
            return None
        starts = minutes(visit.starts_at)
        ends = minutes(visit.ends_at) if visit.ends_at else min(starts + VISIT_MINUTES, LAST_MINUTE)
        place = visit.venue or self.ground.office_names.get(visit.office_id, "")
        return Booking(
            id=visit.id,
            collection="visits",
            title=visit.purpose,
            on=visit.held_on,
            starts=starts,
            ends=ends,
            people=visit.officers,
            office_ids=(visit.office_id,),
            venue_name=place,
        )


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return all(one is other for one, other in zip(before, now, strict=True))


def _counts(employees: tuple[Employee, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in employees:
        counts[one.office_id] = counts.get(one.office_id, 0) + 1
    return counts


def week_of(day: date) -> list[date]:
    """The seven days of a week, Monday first."""
    first = day - timedelta(days=day.weekday())
    return [first + timedelta(days=step) for step in range(7)]
