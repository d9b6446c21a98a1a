"""Dijadwalkan and Terlaksana: the briefings of a row, and how many of its people they reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.coverage.steps import Mark, State, count_words, mark, short_day
from census_desk.indonesian import number
from census_desk.people import Office
from census_desk.sessions.attendance import REACHED, Attendance, person_key
from census_desk.sessions.session import NOT_TAKING_PLACE, Session, SessionKind, SessionStatus
from census_desk.words import _

# A meeting of the heads prepares the campaign; it does not reach an office's people.
BRIEFINGS = (SessionKind.OFFICE, SessionKind.DISTRICT, SessionKind.TOGETHER)
ENOUGH = 0.8
"""The share of its people or villages from which on a group counts as reached (docs/decisions)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many of a whole were reached by a day: people noted by name, and by count only."""

    whole: int
    named: int = 0
    counted: int = 0

    @property
    def reached(self) -> int:
        """Everybody reached, never more than the whole where one is known."""
        every = self.named + self.counted
        return min(every, self.whole) if self.whole else every

    @property
    def is_enough(self) -> bool:
        """Whether the share reaches ENOUGH; without a whole, whether anybody came."""
        return self.reached >= ENOUGH * self.whole if self.whole else self.reached > 0


def concerns(session: Session, office: Office) -> bool:
    """Whether the session is for this office: named itself, or by its kecamatan or kelurahan."""
    if office.id in session.office_ids:
        return True
    areas = (*session.district_codes, *session.village_codes)
    return bool(office.area_code) and any(
        office.area_code == area or office.area_code.startswith(f"{area}.") for area in areas
    )


def is_briefing(session: Session) -> bool:
    """Whether the session takes place and is meant to reach people of offices or villages."""
    return session.kind in BRIEFINGS and session.status not in NOT_TAKING_PLACE


def is_held(session: Session, on: date) -> bool:
    """Whether it is known to have been held by the end of that day."""
    return session.status is SessionStatus.HELD and session.held_on <= on


def as_known(session: Session, on: date) -> Session:
    """The session as it was known on that day: later moves undone, and not yet held."""
    later = [move for move in session.moves if move.moved_on > on]
    if not later or is_held(session, on):
        return session
    first = later[0]
    status = session.status
    return replace(
        session,
        held_on=first.from_on,
        starts_at=first.from_starts_at,
        ends_at=first.from_ends_at,
        status=SessionStatus.PLANNED if status is SessionStatus.HELD else status,
    )


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """By day and hour."""
    return sorted(sessions, key=lambda one: (one.held_on, one.starts_at, one.id))


def people_of(attendances: Iterable[Attendance]) -> frozenset[str]:
    """Who came, each once: an employee by record, a walk-in by name in small letters."""
    return frozenset(
        row.employee_id or " ".join(row.name.casefold().split())
        for row in attendances
        if row.state in REACHED
    )


def counted_only(session: Session, attendances: Iterable[Attendance]) -> int:
    """How many came beside those noted by name: the count typed, while nobody listed is noted."""
    rows = tuple(attendances)
    if not session.attended_count or any(person_key(row) for row in rows):
        return 0
    return max(0, session.attended_count - len(people_of(rows)))


def scheduled_mark(sessions: Sequence[Session], deadline: date | None, on: date) -> Mark:
    """Whether a briefing was held or stands in the calendar before the deadline.

    `sessions` are those of the row in order; one over but not recorded did have its day.
    """
    ids = [one.id for one in reversed(sessions)]
    if not sessions:
        return mark(State.MISSING, _("belum ada jadwal"), "sessions")
    coming = [one for one in sessions if one.held_on >= on and not is_held(one, on)]
    past = [one for one in sessions if one not in coming]
    timely = [one for one in coming if deadline is None or one.held_on <= deadline]
    if timely or past:
        first = (timely or past[-1:])[0]
        words = _("rencana {day}") if timely else _past_words(first, on)
        more = len(sessions) - 1
        told = words.format(day=short_day(first.held_on))
        if more:
            told = _("{told} · {count} sesi").format(told=told, count=more + 1)
        return mark(State.DONE, told, "sessions", first.id, *ids)
    told = _("rencana {day}, sesudah tenggat").format(day=short_day(coming[0].held_on))
    return mark(State.LATE, told, "sessions", coming[0].id, *ids)


def session_mark(
    sessions: Sequence[Session], reach: Reach, others: Iterable[str], on: date
) -> Mark:
    """How many of the row's people its briefings reached; one or five count the same people once.

    `others` are sessions of other rows where some of its people came in.
    """
    held = [one for one in sessions if is_held(one, on)]
    behind = [*(one.id for one in reversed(held)), *others]
    if held or reach.reached:
        enough = reach.is_enough or bool(held and not reach.whole)
        first = held[-1].id if held else ""
        told = reach_words(reach, held)
        return mark(State.DONE if enough else State.PARTLY, told, "sessions", first, *behind)
    coming = [one for one in sessions if one.held_on >= on]
    if coming:
        told = _("rencana {day}").format(day=short_day(coming[0].held_on))
        return mark(State.UNDER_WAY, told, "sessions", coming[0].id)
    if sessions:
        told = _("belum dicatat {day}").format(day=short_day(sessions[-1].held_on))
        ids = [one.id for one in reversed(sessions)]
        return mark(State.LATE, told, "sessions", *ids)
    return mark(State.MISSING, _("belum ada jadwal"), "sessions")


def reach_words(reach: Reach, held: Sequence[Session]) -> str:
    """`44 dari 55 · 80 %`; held and nobody noted, or a whole not known, is said as that."""
    if not reach.reached:
        told = _("diadakan {day}").format(day=short_day(held[-1].held_on))
        return (
            _("{told} · 0 dari {all}").format(told=told, all=number(reach.whole))
            if (reach.whole)
            else told
        )
    if not reach.whole:
        return _("{count} orang").format(count=number(reach.reached))
    return count_words(reach.reached, reach.whole)


def soonest(sessions: Iterable[Session], on: date) -> Session | None:
    """The next session of these from that day on; None when none comes."""
    coming = [one for one in in_order(sessions) if one.held_on >= on and not is_held(one, on)]
    return coming[0] if coming else None


def _past_words(session: Session, on: date) -> str:
    return _("diadakan {day}") if is_held(session, on) else _("{day}, belum dicatat")
