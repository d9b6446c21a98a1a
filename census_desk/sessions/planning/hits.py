"""Sessions the rules allow no more: leave entered later, a hall taken away, a day that closed."""

from dataclasses import dataclass, replace
from datetime import date

from census_desk.indonesian import number
from census_desk.register import Register
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.request import PlannedSession
from census_desk.sessions.planning.allowed import Allowed
from census_desk.sessions.planning.asking import Asked, asking
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.making_sessions import is_in_own_hall
from census_desk.sessions.planning.standing import Standing
from census_desk.sessions.planning.window import HALF_NAMES
from census_desk.sessions.session import Session
from census_desk.spoken import spoken_day
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A session that cannot stay, and why in a sentence; `is_told`: its letters are out."""

    session: Session
    planned: PlannedSession
    group: Group
    sentence: str
    is_told: bool = False


def hits(register: Register, on: date) -> tuple[Hit, ...]:
    """Every session made from a plan, still ahead, that the rules allow no more, by time."""
    if not any(one.plan_key and one.held_on > on for one in register.sessions.all()):
        return ()
    asked = asking(register, on)
    broken = asked.hit()
    looking = _Looking(register, asked, on)
    found = []
    for one in asked.standing:
        sentence = looking.hall(one)
        if one.planned in broken:
            sentence = looking.why(one) or sentence or looking.judged(one)
        if sentence:
            found.append(
                Hit(
                    session=one.session,
                    planned=one.planned,
                    group=asked.groups[one.planned.unit],
                    sentence=sentence,
                    is_told=one.is_told,
                )
            )
    return tuple(found)


class _Looking:
    """Looks for the reason of one session after the other."""

    def __init__(self, register: Register, asked: Asked, on: date) -> None:
        self._asked = asked
        self._allowed = Allowed(register, on)
        self._venues = {one.id: one for one in register.venues.all()}
        self._forbidden = {(place.on, place.slot, place.unit) for place in asked.request.forbidden}

    def hall(self, one: Standing) -> str:
        """Whether the group's hall is another now, or too small for those invited."""
        session, group = one.session, self._asked.groups[one.planned.unit]
        if session.venue_id and session.venue_id not in self._venues:
            return _("Tempat sesi ini tidak ada lagi dalam daftar.")
        if not is_in_own_hall(group, session):
            told = _("Tempatnya sekarang {now}, sesi ini masih di {before}.")
            return told.format(now=group.venue, before=session.venue)
        venue = self._venues.get(session.venue_id)
        seats = venue.capacity if venue else None
        if seats is not None and session.invited_count > seats:
            told = _("{venue} sekarang hanya untuk {seats} orang, undangannya {count}.")
            return told.format(
                venue=session.venue, seats=number(seats), count=number(session.invited_count)
            )
        return ""

    def why(self, one: Standing) -> str:
        """The first reason of the calendar, the office or the team; "" when it is none of them."""
        told = self._allowed.why_not(one.planned, self._asked.groups[one.planned.unit])
        return told or self._of_hall(one.planned)

    def judged(self, one: Standing) -> str:
        """What the checker says of the session beside the others of its day and its group."""
        others = (*self._asked.others, *(each.planned for each in self._asked.standing))
        near = [
            each
            for each in others
            if each != one.planned and (each.on == one.planned.on or each.unit == one.planned.unit)
        ]
        rules = replace(self._asked.request, locked=())
        found = violations(rules, [*near, one.planned])
        mine = [each for each in found if one.planned in each.sessions] or found
        return mine[0].sentence if mine else ""

    # inside

    def _of_hall(self, planned: PlannedSession) -> str:
        if (planned.on, planned.slot, planned.unit) in self._forbidden:
            told = _("{venue} dipakai acara lain pada {day} {half}.")
            venue = self._asked.groups[planned.unit].venue
            half = _(HALF_NAMES[planned.slot])
            return told.format(venue=venue, day=spoken_day(planned.on), half=half)
        return ""
