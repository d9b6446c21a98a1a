"""Inviting offices and villages at once: a draft for the next session of each, one a session."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from census_desk.coverage.session_marks import concerns, is_briefing
from census_desk.errors import CensusDeskError
from census_desk.letters.events import Wanted, draft_letter
from census_desk.letters.letter import OUT_OF_USE, Letter, LetterKind
from census_desk.people import Office
from census_desk.register import Register
from census_desk.sessions.session import Session, SessionStatus
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitations:
    """What would be, or was, drafted for some offices and areas.

    `to_draft` are the sessions without an invitation yet, `invited` those that have one (draft or
    issued), `without` the office ids and area codes that have no session to come.
    """

    to_draft: tuple[Session, ...] = ()
    invited: tuple[Session, ...] = ()
    without: tuple[str, ...] = ()


class NothingToInvite(CensusDeskError):
    """No session to come lacks its invitation."""

    def __init__(self, found: Invitations) -> None:
        told = _("Yang dipilih belum punya jadwal; rencanakan sesinya dahulu.")
        if found.invited:
            told = _("Sesi berikut dari yang dipilih sudah punya undangan; lihat surat acaranya.")
        super().__init__(told)


def invitations_for(register: Register, wanted: Collection[str], *, on: date) -> Invitations:
    """What inviting these would mean; `wanted` are office ids and, for areas without office, codes.

    The next session of each counts: taking place on that day or later, and not held yet.
    """
    coming = sorted(
        (one for one in register.sessions.all() if _is_coming(one, on)),
        key=lambda one: (one.held_on, one.starts_at, one.id),
    )
    found: dict[str, Session] = {}
    without = []
    for each in wanted:
        session = next((one for one in coming if _is_for(register, one, each)), None)
        if session is None:
            without.append(each)
        else:
            found.setdefault(session.id, session)
    invited = _invited_to(register)
    return Invitations(
        to_draft=tuple(one for one in found.values() if one.id not in invited),
        invited=tuple(one for one in found.values() if one.id in invited),
        without=tuple(without),
    )


def invite(
    register: Register, found: Invitations, *, on: date, new_id: Callable[[], str]
) -> tuple[Letter, ...]:
    """Save a draft invitation for each session of `to_draft`, all in one step.

    Raises NothingToInvite, and what drafting one raises: then none is saved.
    """
    if not found.to_draft:
        raise NothingToInvite(found)
    what = _("Menyusun undangan untuk {count} sesi").format(count=len(found.to_draft))
    with register.change(what):
        return tuple(
            draft_letter(register, one, Wanted.INVITATION, on=on, letter_id=new_id())
            for one in found.to_draft
        )


def _is_coming(session: Session, on: date) -> bool:
    waits = session.status in (SessionStatus.PLANNED, SessionStatus.INVITED)
    return waits and session.held_on >= on and is_briefing(session)


def _is_for(register: Register, session: Session, each: str) -> bool:
    office: Office | None = register.offices.find(each)
    if office is not None:
        return concerns(session, office)
    areas = (*session.district_codes, *session.village_codes)
    return any(each == area or each.startswith(f"{area}.") for area in areas)


def _invited_to(register: Register) -> set[str]:
    letters: tuple[Letter, ...] = register.letters.all()
    return {
        one.session_id
        for one in letters
        if one.kind is LetterKind.INVITATION and one.status not in OUT_OF_USE and one.session_id
    }
