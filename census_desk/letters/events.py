"""Letters of a session or visit: drafted from it, listed with it, mended when it moved.

The kop and the number series follow who signs: the secretary invites offices, the camat or BPS
invites a kecamatan (domain/letters.md 8), BPS sends its own people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.letters.delivery import Delivery
from census_desk.letters.drafting import BOOK_OF_POST, letterhead_for
from census_desk.letters.letter import (
    OUT_OF_USE,
    Letter,
    LetterBook,
)
from census_desk.letters.quoting import Stale, stale_letters
from census_desk.letters.relating import successor_of
from census_desk.letters.starting import Starting, started
from census_desk.people import LetterheadKind, OfficeKind, PostKind
from census_desk.register import Register
from census_desk.sessions.session import Session, SessionKind, SessionStatus
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import N_, _

Event = Session | Visit
OF_AREAS = (OfficeKind.DISTRICT, OfficeKind.KELURAHAN)


class Wanted(StrEnum):
    """What is written for a session or visit."""

    INVITATION = "undangan"
    ASSIGNMENT = "surat tugas"
    ROOM = "pinjam tempat"


WANTED_NAMES = {
    Wanted.INVITATION: N_("Undangan"),
    Wanted.ASSIGNMENT: N_("Surat tugas"),
    Wanted.ROOM: N_("Permohonan pinjam tempat"),
}
# Who may sign an invitation: the usual one is chosen by whom it invites.
SIGNERS = (PostKind.SECRETARY, PostKind.DISTRICT_HEAD, PostKind.BPS_HEAD)
INVITATIONS = {
    SessionKind.OFFICE: "undangan-sosialisasi-opd",
    SessionKind.TOGETHER: "undangan-sosialisasi-opd",
    SessionKind.COORDINATION: "undangan-rapat-koordinasi",
    SessionKind.KICKOFF: "undangan-pengisian-perdana",
    SessionKind.TRAINING: "undangan-pelatihan-petugas",
}


class CancelledEvent(CensusDeskError):
    """Nobody is invited or sent to what will not take place."""

    def __init__(self, event: Event) -> None:
        told = _(
            "“{title}” sudah dibatalkan; buat pemberitahuan pembatalan dari templat "
            "“pemberitahuan-pembatalan” sebagai gantinya."
        )
        title = event.title if isinstance(event, Session) else event.purpose
        super().__init__(told.format(title=title[:60]))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLetter:
    """One letter of an event: who got it, and what it no longer tells rightly.

    `told` are the addressees as printed, or the offices it goes to; `sent` how many have it.
    """

    letter: Letter
    told: tuple[str, ...]
    sent_count: int = 0
    stale: tuple[Stale, ...] = ()

    @property
    def id(self) -> str:
        """The letter's id."""
        return self.letter.id


def event_of(register: Register, event_id: str) -> Event | None:
    """The session or visit with that id."""
    session: Session | None = register.sessions.find(event_id)
    return session if session is not None else register.visits.find(event_id)


def letters_of(register: Register, event: Event, on: date) -> tuple[EventLetter, ...]:
    """Every letter of the event, those to mend first, then by date; void ones last."""
    stale: dict[str, list[Stale]] = {}
    for row in stale_letters(register, on):
        if row.quote.subject == event.id:
            stale.setdefault(row.letter.id, []).append(row)
    field = "session_id" if isinstance(event, Session) else "visit_id"
    mine = [one for one in register.letters.all() if getattr(one, field) == event.id]
    rows = [
        EventLetter(
            letter=one,
            told=_told(register, one),
            sent_count=_sent(register.deliveries.all(), one.id),
            stale=tuple(stale.get(one.id, ())),
        )
        for one in mine
    ]
    return tuple(
        sorted(rows, key=lambda row: (row.letter.status in OUT_OF_USE, not row.stale, row.id))
    )


def to_mend(register: Register, event: Event, on: date) -> tuple[EventLetter, ...]:
    """Exactly the issued letters the event has left behind."""
    return tuple(row for row in letters_of(register, event, on) if row.stale)


def usual_signer(register: Register, event: Event, wanted: Wanted) -> PostKind:
    """Who signs when nobody says otherwise.

    BPS sends its people and invites to its own meetings and the kecamatan; the secretary the OPD.
    """
    if wanted is Wanted.ASSIGNMENT:
        return PostKind.BPS_HEAD
    if isinstance(event, Visit):
        office = register.offices.find(event.office_id)
        is_area = office is not None and office.kind in OF_AREAS
        return PostKind.BPS_HEAD if is_area else PostKind.SECRETARY
    if event.kind is SessionKind.TRAINING:
        return PostKind.BPS_HEAD
    if event.kind is not SessionKind.DISTRICT:
        return PostKind.SECRETARY
    kop = register.letterheads.find(event.letterhead_id)
    is_own = kop is not None and kop.kind is LetterheadKind.REGIONAL
    return PostKind.DISTRICT_HEAD if is_own else PostKind.BPS_HEAD


def template_for(event: Event, wanted: Wanted, signer: PostKind) -> str:
    """The id of the template that letter is drafted from."""
    if isinstance(event, Visit):
        return {
            Wanted.INVITATION: "undangan-pendampingan",
            Wanted.ASSIGNMENT: "surat-tugas-pendampingan",
            Wanted.ROOM: "permohonan-tempat-pendampingan",
        }[wanted]
    if wanted is Wanted.ASSIGNMENT:
        return "surat-tugas-narasumber"
    if wanted is Wanted.ROOM:
        return "permohonan-tempat"
    if event.kind is SessionKind.DISTRICT:
        by_camat = signer is PostKind.DISTRICT_HEAD
        return f"undangan-sosialisasi-kecamatan-{'camat' if by_camat else 'bps'}"
    return INVITATIONS[event.kind]


def draft_letter(
    register: Register,
    event: Event,
    wanted: Wanted,
    *,
    on: date,
    letter_id: str,
    signer: PostKind | None = None,
) -> Letter:
    """Save a draft of that letter, with kop and number book of who signs, as one step.

    Raises CancelledEvent for a session or visit that was cancelled.
    """
    if event.status in (SessionStatus.CANCELLED, VisitStatus.CANCELLED):
        raise CancelledEvent(event)
    post = signer or usual_signer(register, event, wanted)
    about = (
        Starting(session_id=event.id) if isinstance(event, Session) else Starting(visit_id=event.id)
    )
    letter = started(
        register, template_for(event, wanted, post), on=on, letter_id=letter_id, about=about
    )
    if post is not PostKind.DISTRICT_HEAD:
        letter = signed_by(register, letter, post)
    return editing.add(register, letter)


def signed_by(register: Register, letter: Letter, post: PostKind) -> Letter:
    """The letter in the hand of whoever holds that post on its day: kop and book follow."""
    holder = successor_of(register.signatories.all(), post, letter.dated_on)
    if holder is None or holder.id == letter.signatory_id:
        return letter
    kop = letterhead_for(holder, register.letterheads.all())
    return replace(
        letter,
        signatory_id=holder.id,
        letterhead_id=kop.id if kop else "",
        book=BOOK_OF_POST.get(post, LetterBook.SECRETARIAT),
        copy_to=tuple(one for one in letter.copy_to if "Badan Pusat Statistik" not in one)
        if post is PostKind.BPS_HEAD
        else letter.copy_to,
    )


def _told(register: Register, letter: Letter) -> tuple[str, ...]:
    if letter.recipients:
        return letter.recipients
    if letter.assignees:
        return tuple(one.name for one in letter.assignees)
    found: Sequence[object] = [register.offices.find(one) for one in letter.office_ids]
    return tuple(str(getattr(one, "name", "")) for one in found if one is not None)


def _sent(deliveries: Iterable[Delivery], letter_id: str) -> int:
    return sum(one.letter_id == letter_id and one.sent_on is not None for one in deliveries)
