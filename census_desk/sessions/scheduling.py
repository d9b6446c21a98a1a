"""What a desk does with sessions: plan, change, move, postpone, cancel and clone them.

Each is one step of the register. `on` is the working day; `schedule` one that follows the register
already, so that a clash is found without looking at everything again.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import clock, number, short_date
from census_desk.register import Register
from census_desk.sessions.clashes import Clash
from census_desk.sessions.diary import LAST_MINUTE, minutes, time_at
from census_desk.sessions.rules import Severity
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.session import (
    SESSION_STATUS_NAMES,
    Material,
    Session,
    SessionStatus,
    is_moved,
    moved,
)
from census_desk.words import N_, _

ANNOUNCED = (SessionStatus.INVITED, SessionStatus.RUNNING)
OVER = (SessionStatus.HELD, SessionStatus.CANCELLED)
MOVE_WITH_REASON = N_(
    "Undangan sudah keluar; pakai Pindahkan… agar alasan dan riwayat pindahnya tercatat."
)
CHECKED = (SessionStatus.PLANNED, *ANNOUNCED)


class ForbiddenClash(InvalidRecord):
    """The office's rules forbid this; `clashes` name the other entries."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        self.clashes = tuple(clashes)
        problems: dict[str, str] = {}
        for one in clashes:
            before = problems.get(one.field)
            problems[one.field] = f"{before} {one.sentence}" if before else one.sentence
        super().__init__(problems)


class NotMovable(CensusDeskError):
    """A session that is over or cancelled keeps its place in the past."""

    def __init__(self, session: Session) -> None:
        status = _(SESSION_STATUS_NAMES[session.status]).lower()
        super().__init__(
            _("“{title}” sudah {status}; gandakan untuk acara baru.").format(
                title=session.title[:60], status=status
            )
        )


class DateLocked(CensusDeskError):
    """The date of this session was locked by hand."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            _("Tanggal “{title}” dikunci ({day}); lepaskan kuncinya dulu.").format(
                title=session.title[:60], day=short_date(session.held_on)
            )
        )


def plan(
    register: Register, session: Session, *, on: date, schedule: Schedule | None = None
) -> Session:
    """Save a new session; ForbiddenClash when the office's rules do not allow it."""
    refuse_forbidden(register, None, session, on, schedule)
    return editing.add(register, session)


def change(
    register: Register,
    session: Session,
    *,
    on: date,
    expected_rev: int | None = None,
    schedule: Schedule | None = None,
) -> Session:
    """Save an edited session; another time or place of a planned one becomes a move.

    Raises ForbiddenClash for a new clash the rules forbid, InvalidRecord when an invited session
    would move without a reason (that is `move`), DateLocked for a locked one, StaleRecord as every
    saving does.
    """
    saved = register.sessions.find(session.id)
    if saved is not None:
        _refuse_locked(saved, session)
    if saved is not None and is_moved(saved, session) and saved.moves == session.moves:
        if saved.status in ANNOUNCED and session.status in ANNOUNCED:
            raise InvalidRecord({_moved_field(saved, session): _(MOVE_WITH_REASON)})
        made = moved(saved, session, reason="", on=on)
        session = replace(session, moves=(*saved.moves, made))
    refuse_forbidden(register, saved, session, on, schedule)
    return editing.change(register, session, expected_rev=expected_rev)


def move(
    register: Register,
    session_id: str,
    *,
    to_on: date,
    on: date,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue_id: str | None = None,
    reason: str = "",
    schedule: Schedule | None = None,
) -> Session:
    """Move a session to another day, time or venue; it lasts as long as before unless told.

    A postponed session is planned again. Raises NotMovable for one that is over, DateLocked for a
    locked one, InvalidRecord without a reason once invitations went out, ForbiddenClash when the
    rules do not allow it.
    """
    session = register.sessions.get(session_id)
    if session.status in OVER:
        raise NotMovable(session)
    if session.status in ANNOUNCED and not reason.strip():
        raise InvalidRecord({"reason": _("Tulis alasan pindah: undangannya sudah keluar.")})
    after = replace(_at_times(session, starts_at, ends_at), held_on=to_on)
    _refuse_locked(session, after)
    if venue_id is not None and venue_id != session.venue_id:
        name = register.venues.get(venue_id).name if venue_id else session.venue
        after = replace(after, venue_id=venue_id, venue=name)
    if session.status is SessionStatus.POSTPONED:
        after = replace(after, status=SessionStatus.PLANNED, status_note="")
    if not is_moved(session, after):
        return session
    after = replace(after, moves=(*session.moves, moved(session, after, reason=reason, on=on)))
    refuse_forbidden(register, session, after, on, schedule)
    what = _("Memindahkan sesi: {title} ke {when}").format(
        title=session.title[:60], when=f"{short_date(to_on)} {clock(after.starts_at)}"
    )
    with register.change(what):
        register.sessions.replace(after)
    return after


def past_note(session: Session, on: date) -> str:
    """A sentence for a session on a day before the working day, "" for any other."""
    if session.held_on >= on:
        return ""
    told = _("{day} sudah lewat: tanggal kerja {on}; periksa harinya dan undangan yang terbit.")
    return told.format(day=short_date(session.held_on), on=short_date(on))


def crowd_note(register: Register, session: Session) -> str:
    """A sentence where more are said to have come than the place holds or were invited, else "".

    People do stand, and some come unasked: the number is saved, and to be looked at again.
    """
    count = session.attended_count or 0
    venue = register.venues.find(session.venue_id) if session.venue_id else None
    told = []
    if venue is not None and venue.capacity and count > venue.capacity:
        seats = _("kapasitas {place}, yaitu {count}")
        told.append(seats.format(place=venue.name, count=number(venue.capacity)))
    if session.invited_count and count > session.invited_count:
        told.append(_("yang diundang, yaitu {count}").format(count=number(session.invited_count)))
    if not told:
        return ""
    sentence = _("Jumlah hadir {count} melebihi {what}; periksa angkanya.")
    return sentence.format(count=number(count), what=_(" dan ").join(told))


def cancel(register: Register, session_id: str, *, reason: str) -> Session:
    """Cancel a session; InvalidRecord without a reason, NotMovable for one already held."""
    return _set_aside(register, session_id, SessionStatus.CANCELLED, reason)


def postpone(register: Register, session_id: str, *, reason: str) -> Session:
    """Put a session off without a new day yet; the same refusals as for `cancel`."""
    return _set_aside(register, session_id, SessionStatus.POSTPONED, reason)


def clone(
    register: Register,
    session_id: str,
    *,
    to_on: date,
    new_id: str,
    on: date,
    schedule: Schedule | None = None,
) -> Session:
    """A new planned session like another one, on another day, without its counts and its past."""
    first = register.sessions.get(session_id)
    return plan(
        register,
        editing.duplicated(first, new_id, held_on=to_on, materials=unready(first)),
        on=on,
        schedule=schedule,
    )


def unready(session: Session) -> tuple[Material, ...]:
    """The checklist of a session with nothing ready yet."""
    return tuple(replace(one, is_ready=False) for one in session.materials)


def refuse_forbidden(
    register: Register,
    saved: Session | None,
    session: Session,
    on: date,
    schedule: Schedule | None,
) -> None:
    """Raise ForbiddenClash for what the rules forbid.

    New clashes count; one that was saved before does not stop other work on the session."""
    if session.status not in CHECKED:
        return
    schedule = schedule or Schedule(register, on)
    is_old = saved is not None and saved.status in CHECKED and not is_moved(saved, session)
    known = {one.mark for one in schedule.clashes(saved)} if is_old and saved else set()
    found = [
        one
        for one in schedule.clashes(session)
        if one.severity is Severity.FORBID and one.mark not in known
    ]
    if found:
        raise ForbiddenClash(found)


# inside


def _refuse_locked(before: Session, after: Session) -> None:
    """Another day or hour of a session whose date stays locked."""
    when = (before.held_on, before.starts_at)
    if before.is_locked and after.is_locked and when != (after.held_on, after.starts_at):
        raise DateLocked(before)


def _at_times(session: Session, starts_at: time | None, ends_at: time | None) -> Session:
    """The session at another time; without an end it lasts as long as before."""
    start = starts_at or session.starts_at
    shift = minutes(start) - minutes(session.starts_at)
    if ends_at is not None or session.ends_at is None or not shift:
        return replace(session, starts_at=start, ends_at=ends_at or session.ends_at)
    end = minutes(session.ends_at) + shift
    if end > LAST_MINUTE:
        raise InvalidRecord({"starts_at": _("Acara akan berakhir lewat tengah malam.")})
    staff = session.staff_from
    return replace(
        session,
        starts_at=start,
        ends_at=time_at(end),
        staff_from=time_at(minutes(staff) + shift) if staff else None,
    )


def _set_aside(register: Register, session_id: str, status: SessionStatus, reason: str) -> Session:
    session = register.sessions.get(session_id)
    if session.status is SessionStatus.HELD:
        raise CensusDeskError(
            _("“{title}” sudah selesai, jadi tidak dapat dibatalkan atau ditunda.").format(
                title=session.title[:60]
            )
        )
    if not reason.strip():
        raise InvalidRecord({"reason": _("Tulis alasannya.")})
    if session.status is status:
        name = _(SESSION_STATUS_NAMES[status]).lower()
        told = _("“{title}” sudah berstatus {status}; tidak ada yang diubah.")
        raise CensusDeskError(told.format(title=session.title[:60], status=name))
    after = replace(session, status=status, status_note=reason.strip())
    words = (
        _("Membatalkan sesi: {title}")
        if status is SessionStatus.CANCELLED
        else _("Menunda sesi: {title}")
    )
    with register.change(words.format(title=session.title[:60])):
        register.sessions.replace(after)
    return after


def _moved_field(before: Session, after: Session) -> str:
    for name in ("held_on", "starts_at", "ends_at", "venue_id"):
        if getattr(before, name) != getattr(after, name):
            return name
    return "venue"
