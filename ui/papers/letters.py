"""One letter on paper, of whatever kind: what the register knows, gathered and filled in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date
from census_desk.letters.archive import archive_code, frozen_pdf, paper_of, qr_text
from census_desk.letters.facts import letter_values
from census_desk.letters.fields import OFFICE_FIELDS, addressee, as_plain_text, filled
from census_desk.letters.letter import (
    IN_FORCE,
    LETTER_KIND_NAMES,
    WITHOUT_ADDRESSEE,
    Attachment,
    Letter,
    LetterKind,
    LetterStatus,
)
from census_desk.letters.own_fonts import printed_profile
from census_desk.letters.sending import addressed_offices
from census_desk.sessions.facilitator import facilitator_names
from census_desk.sessions.session import SESSION_KIND_NAMES, Session
from census_desk.visits.visit import Visit
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.attendance import figures_of, turnout_by_unit
from ui.papers.facts import FactMissing, Job, emblem_of, letterhead_of, signatory_of
from ui.papers.files import Paper, safe_name, shortened

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.letters.content import ArchiveMark, Event, LetterContent

FILE_WORDS = {
    LetterKind.CIRCULAR: "Surat Edaran",
    LetterKind.INVITATION: "Surat Undangan",
    LetterKind.OFFICIAL: "Surat Dinas",
    LetterKind.ASSIGNMENT: "Surat Tugas",
    LetterKind.COVER: "Surat Pengantar",
    LetterKind.NOTULA: "Notula",
    LetterKind.REPORT: "Laporan",
    LetterKind.MINUTES: "Berita Acara",
}
ATTACHED = ("Daftar Terlampir",)
KEPT_OPEN = {name: f"{{{name}}}" for name in OFFICE_FIELDS}  # each copy brings its own


class WrongKind(CensusDeskError):
    """A paper is asked of a letter of another kind."""

    def __init__(self, letter: Letter, wanted: LetterKind) -> None:
        super().__init__(
            _("Surat ini adalah {kind}, bukan {wanted}.").format(
                kind=_(LETTER_KIND_NAMES[letter.kind]).lower(),
                wanted=_(LETTER_KIND_NAMES[wanted]).lower(),
            )
        )


def letter_pdf(register: "Register", letter_id: str) -> Paper:
    """A saved letter addressed to all; FactMissing names what it lacks."""
    return letter_job(register, register.letters.get(letter_id))()


def letter_of_kind(kind: LetterKind) -> "Callable[[Register, str], Paper]":
    """The printing of letters of one kind only; WrongKind for another."""

    def printing(register: "Register", letter_id: str) -> Paper:
        letter = register.letters.get(letter_id)
        if letter.kind is not kind:
            raise WrongKind(letter, kind)
        return letter_job(register, letter)()

    return printing


def letter_job(register: "Register", letter: Letter) -> Job:
    """A letter, saved or not, addressed to all.

    An issued letter is frozen: its paper is the very file that was issued.
    """
    if (kept := _frozen(register, letter)) is not None:
        frozen = kept
        return lambda: Paper(name=letter_file_name(letter), pdf=frozen)
    content = letter_content(register, letter)

    def job() -> Paper:
        from reports.letters.forms import letter_paper

        return Paper(name=letter_file_name(letter), pdf=letter_paper(content))

    return job


def letter_draw(register: "Register") -> Callable[[Letter], bytes]:
    """What `issue` freezes: the paper of the letter it has just numbered."""

    def draw(letter: Letter) -> bytes:
        from reports.letters.forms import letter_paper

        return letter_paper(letter_content(register, letter, issued=True))

    return draw


def letter_content(
    register: "Register",
    letter: Letter,
    *,
    issued: bool | None = None,
    recipients: tuple[str, ...] = (),
    open_fields: bool = False,
) -> "LetterContent":
    """All a letter is printed from; FactMissing names what it lacks.

    `issued` prints the archive mark (None: when the letter is in force). `recipients` stand in for
    the letter's own; `open_fields` leaves the fields of the receiving office as typed.
    """
    from reports.letters.content import LetterContent

    title = letter.number or letter.subject
    kept_open = KEPT_OPEN if open_fields else {}
    known = letter_values(register, letter)
    values, in_body = known | kept_open, as_plain_text(known) | kept_open
    kop = letterhead_of(register, letter.letterhead_id, title)
    _refuse_empty(letter, title)
    desk = the_desk(register)
    return LetterContent(
        kind=letter.kind,
        profile=printed_profile(register, letter.profile, letter.dated_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        number=letter.number,
        nature=letter.nature,
        subject=filled(letter.subject, values)[0],
        dated_on=letter.dated_on,
        place=letter.place,
        recipients=recipients or _recipients(letter, title),
        recipients_at=letter.recipients_at,
        listed=listed_recipients(register, letter),
        body=filled(letter.body, in_body)[0],
        assignees=letter.assignees,
        items=letter.items,
        attachments=_attachments(letter, values, in_body),
        attachment_count=letter.attachment_count,
        attachment_unit=letter.attachment_unit,
        signatory=signatory_of(register, letter.signatory_id, title),
        on_behalf_of=letter.on_behalf_of,
        copy_to=letter.copy_to,
        electronic=letter.electronic,
        archive=_mark(letter) if _is_issued(letter, issued) else None,
        event=_event(register, letter),
        regency=desk.regency_name,
    )


def _attachments(
    letter: Letter, values: Mapping[str, str], in_body: Mapping[str, str]
) -> tuple[Attachment, ...]:
    return tuple(
        replace(one, title=filled(one.title, values)[0], body=filled(one.body, in_body)[0])
        for one in letter.attachments
    )


def listed_recipients(register: "Register", letter: Letter) -> tuple[str, ...]:
    """The addressees of "Yth. Daftar Terlampir": those typed, or else the letter's offices."""
    if not letter.recipients_attached:
        return ()
    typed = tuple(line.strip() for line in letter.recipients if line.strip())
    return typed or tuple(
        addressee(office) for office in addressed_offices(letter, register.offices.all())
    )


def letter_file_name(letter: Letter) -> str:
    """`Surat Edaran 470-12-2020 Partisipasi ….pdf`."""
    number = letter.number or _("draf")
    return safe_name(FILE_WORDS[letter.kind], number, shortened(letter.subject))


def _refuse_empty(letter: Letter, title: str) -> None:
    if letter.kind is LetterKind.COVER:
        if not letter.items:
            raise FactMissing(_("Daftar yang dikirim"), title)
    elif not letter.body.strip():
        raise FactMissing(_("Isi"), title)
    if letter.kind is LetterKind.ASSIGNMENT and not (letter.assignees or letter.attachments):
        raise FactMissing(_("Petugas"), title)


def _recipients(letter: Letter, title: str) -> tuple[str, ...]:
    lines = tuple(line for line in letter.recipients if line.strip())
    if letter.recipients_attached:
        return ATTACHED
    if not lines and letter.kind not in WITHOUT_ADDRESSEE:
        raise FactMissing(_("Alamat tujuan (Yth.)"), title)
    return lines


def _frozen(register: "Register", letter: Letter) -> bytes | None:
    """The issued paper of a letter that is as it was saved."""
    if letter.status in (LetterStatus.DRAFT, LetterStatus.CHECKED):
        return None
    if register.letters.find(letter.id) != letter:
        return None
    paper = paper_of(register, letter.id)
    return frozen_pdf(paper) if paper is not None else None


def _is_issued(letter: Letter, issued: bool | None) -> bool:
    return letter.status in IN_FORCE if issued is None else issued


def _mark(letter: Letter) -> "ArchiveMark":
    from reports.letters.content import ArchiveMark

    code = archive_code(letter)
    return ArchiveMark(code=code, qr=qr_text(code))


def _event(register: "Register", letter: Letter) -> "Event | None":
    """The session or visit a notula, report or berita acara is about."""
    session = register.sessions.find(letter.session_id) if letter.session_id else None
    if session is not None:
        return _session_event(register, session)
    visit = register.visits.find(letter.visit_id) if letter.visit_id else None
    return _visit_event(register, visit) if visit is not None else None


def _session_event(register: "Register", session: Session) -> "Event":
    from reports.letters.content import Event

    chair = register.signatories.find(session.chair_id) if session.chair_id else None
    speakers = facilitator_names(session, register.facilitators.all())
    people = [("Ketua", chair.name)] if chair else []
    people += [("Narasumber", name) for name in speakers]
    offices = {office.id: office for office in register.offices.all()}
    invited = [offices[one] for one in session.office_ids if one in offices]
    figures = figures_of(register, session)
    return Event(
        called=SESSION_KIND_NAMES[session.kind],
        title=session.title,
        held_on=session.held_on,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        zone=zone_of(the_desk(register).regency_code),
        venue=session.venue,
        invitation=_invitation(register, session),
        people=tuple(people),
        participants=tuple(addressee(office) for office in invited),
        invited_count=figures.invited,
        attended_count=figures.came if figures.is_noted else session.attended_count,
        turnout=turnout_by_unit(register, figures),
    )


def _visit_event(register: "Register", visit: Visit) -> "Event":
    from reports.letters.content import Event

    office = register.offices.get(visit.office_id)
    return Event(
        called="Pendampingan teknis",
        title=visit.purpose,
        held_on=visit.held_on,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        zone=zone_of(the_desk(register).regency_code),
        venue=visit.venue or office.name,
        people=tuple(("Pendamping", name) for name in visit.officers),
        attended_count=visit.attendee_count,
    )


def _invitation(register: "Register", session: Session) -> str:
    """`Nomor … tanggal …` of the letter that called people to the session."""
    for letter in register.letters.all():
        calls = letter.kind is LetterKind.INVITATION and letter.session_id == session.id
        if calls and letter.status in IN_FORCE and letter.number:
            return f"Nomor {letter.number} tanggal {long_date(letter.dated_on)}"
    return ""
