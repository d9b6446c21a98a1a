"""What a clerk does with one line of a plan: lock, release, forbid its date, put it elsewhere."""

from dataclasses import replace
from datetime import date

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import short_date
from census_desk.register import Register
from census_desk.sessions.planner.checker import Violation
from census_desk.sessions.planning.closed import ForbiddenHalf
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.judging import judging
from census_desk.sessions.planning.making_sessions import MakingSessions
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.settings import own_group, set_group
from census_desk.sessions.planning.standing import is_told
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import as_it_stands
from census_desk.sessions.planning.window import HALF_NAMES
from census_desk.sessions.scheduling import ANNOUNCED, DateLocked, refuse_forbidden
from census_desk.sessions.session import Session
from census_desk.words import _


class NotThere(CensusDeskError):
    """A line cannot be put there; `violations` say which rules that breaks."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        self.violations = violations
        super().__init__(violations[0].sentence)


def lock(register: Register, version_id: str, index: int) -> PlanVersion:
    """Let a line keep its date, half-day and team in every plan made from this one."""
    return _locked(register, version_id, index, True)


def unlock(register: Register, version_id: str, index: int) -> PlanVersion:
    """Let a line move again, and its session too where letters keep it."""
    return _locked(register, version_id, index, False)


def lock_session(register: Register, session_id: str, is_locked: bool = True) -> Session:
    """Lock the date of a session, or release it whether a hand or its letters keep it; one step."""
    session = register.sessions.get(session_id)
    after = _kept(register, session, is_locked)
    if after == session:
        return session
    words = _("Mengunci tanggal: {title}") if is_locked else _("Melepas kunci tanggal: {title}")
    with register.change(words.format(title=session.title[:60])):
        register.sessions.replace(after)
    return after


def forbid(register: Register, key: str, day: date, slot: str = "") -> PlanningGroup:
    """Never plan the group with that key on a day, or on one half of it."""
    own = own_group(register, key) or PlanningGroup(id=register.ids(), key=key)
    half = ForbiddenHalf(on=day, slot=slot)
    if half in own.forbidden:
        return own
    what = _("Melarang {day} {half} bagi {group}").format(
        day=short_date(day), half=_half(slot), group=_name(register, key, day)
    )
    with register.change(" ".join(what.split())):
        return set_group(register, replace(own, forbidden=(*own.forbidden, half)))


def allow(register: Register, key: str, day: date, slot: str = "") -> PlanningGroup | None:
    """Take a forbidden day or half-day back; None when the office said nothing of the group."""
    own = own_group(register, key)
    half = ForbiddenHalf(on=day, slot=slot)
    if own is None or half not in own.forbidden:
        return own
    kept = tuple(one for one in own.forbidden if one != half)
    with register.change(_("Mengizinkan lagi {day}").format(day=short_date(day))):
        return set_group(register, replace(own, forbidden=kept))


def put(
    register: Register,
    version_id: str,
    index: int,
    *,
    to_on: date,
    slot: str,
    team_id: str = "",
    reason: str = "",
    on: date,
) -> PlanVersion:
    """Put a line of a plan on another day, half-day or team, as one step.

    The checker judges: NotThere with its sentence when a rule is broken. A line that was accepted
    moves its session, under the rules of every move: with a reason once invitations went out,
    DateLocked for a locked one, ForbiddenClash when the schedule does not allow it.
    """
    version = as_it_stands(register, register.plan_versions.get(version_id), on)
    line = line_at(version, index)
    if line.is_locked:
        raise CensusDeskError(_("Baris rencana ini dikunci; lepaskan kuncinya dulu."))
    after = replace(line, on=to_on, slot=slot, team_id=team_id or line.team_id)
    if (after.on, after.slot, after.team_id) == (line.on, line.slot, line.team_id):
        return version
    if broken := _broken(register, version, index, after, on):
        raise NotThere(broken)
    session = register.sessions.find(line.session_id) if line.is_accepted else None
    what = _("Memindahkan {group} dalam rencana ke {day} {half}").format(
        group=_name(register, line.group, on), day=short_date(to_on), half=_half(slot)
    )
    kept = _with_line(version, index, after)
    with register.change(what):
        if session is not None:
            _move(register, session, after, reason, on)
        register.plan_versions.replace(kept)
    return kept


def refusal(
    register: Register,
    version: PlanVersion,
    index: int,
    *,
    to_on: date,
    slot: str,
    team_id: str = "",
    on: date,
) -> str:
    """Why a line cannot be put there, in a sentence; "" when the plan's rules allow it."""
    line = line_at(version, index)
    after = replace(line, on=to_on, slot=slot, team_id=team_id or line.team_id)
    broken = _broken(register, version, index, after, on)
    return broken[0].sentence if broken else ""


def line_at(version: PlanVersion, index: int) -> PlanLine:
    """The line with that place in the version; InvalidRecord when there is none."""
    if not 0 <= index < len(version.lines):
        told = _("Rencana ini hanya punya {many} baris; baris {line} tidak ada.")
        raise InvalidRecord({"lines": told.format(many=len(version.lines), line=index + 1)})
    return version.lines[index]


# inside


def _broken(
    register: Register, version: PlanVersion, index: int, after: PlanLine, on: date
) -> tuple[Violation, ...]:
    return judging(register, version, on, without=index).violations_of(after)


def _locked(register: Register, version_id: str, index: int, is_locked: bool) -> PlanVersion:
    version = register.plan_versions.get(version_id)
    line = line_at(version, index)
    session = register.sessions.find(line.session_id) if line.session_id else None
    after = _with_line(version, index, replace(line, is_locked=is_locked))
    kept = session and _kept(register, session, is_locked)
    if after == version and kept == session:
        return version
    words = _("Mengunci {group} pada {day}") if is_locked else _("Melepas kunci {group} pada {day}")
    name = _name(register, line.group, version.made_on)
    with register.change(words.format(group=name, day=short_date(line.on))):
        register.plan_versions.replace(after)
        if kept is not None and kept != session:
            register.sessions.replace(kept)
    return after


def _kept(register: Register, session: Session, is_locked: bool) -> Session:
    """The session locked, or released: from its letters too, as far as they are out."""
    released = not is_locked and is_told(register, session)
    return replace(session, is_locked=is_locked, is_released=released)


def _with_line(version: PlanVersion, index: int, line: PlanLine) -> PlanVersion:
    lines = (*version.lines[:index], line, *version.lines[index + 1 :])
    return replace(version, lines=lines)


def _move(register: Register, session: Session, line: PlanLine, reason: str, on: date) -> None:
    if session.is_locked:
        raise DateLocked(session)
    if session.status in ANNOUNCED and not reason.strip():
        raise InvalidRecord({"reason": _("Tulis alasan pindah: undangannya sudah keluar.")})
    groups = {one.key: one for one in groups_to_reach(register, on)}
    after = MakingSessions(register, groups, on).moved(session, line, reason)
    refuse_forbidden(register, session, after, on, None)
    register.sessions.replace(after)


def _name(register: Register, key: str, on: date) -> str:
    """What a group is called; its key where nobody derives it any more."""
    found = next((one for one in groups_to_reach(register, on) if one.key == key), None)
    return found.short_name if found else key


def _half(slot: str) -> str:
    return _(HALF_NAMES[slot]) if slot else ""
