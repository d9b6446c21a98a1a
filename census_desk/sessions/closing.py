"""A session's file: which papers it is made of, what is missing, and closing it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from census_desk.errors import CensusDeskError
from census_desk.letters.kept import Scan, ScanKind
from census_desk.letters.letter import IN_FORCE, Letter, LetterKind, LetterStatus
from census_desk.register import Register
from census_desk.sessions.recording import turnout, who_came
from census_desk.sessions.returned_pages import scans_of
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import NOT_TAKING_PLACE, Session, SessionStatus
from census_desk.sessions.session_file import SessionFile
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_codes import pages_missing
from census_desk.words import N_, _


class PartKind(StrEnum):
    """The parts of a session's file, in the order they are bound."""

    INVITATION = "undangan"
    ASSIGNMENT = "surat tugas"
    ATTENDANCE = "daftar hadir"
    NOTULA = "notula"
    PHOTOS = "foto"
    REPORT = "laporan"


PART_NAMES = {
    PartKind.INVITATION: N_("Undangan"),
    PartKind.ASSIGNMENT: N_("Surat Tugas"),
    PartKind.ATTENDANCE: N_("Daftar Hadir"),
    PartKind.NOTULA: N_("Notula"),
    PartKind.PHOTOS: N_("Foto Kegiatan"),
    PartKind.REPORT: N_("Laporan Kegiatan"),
}
_LETTER_KINDS = {
    PartKind.INVITATION: LetterKind.INVITATION,
    PartKind.ASSIGNMENT: LetterKind.ASSIGNMENT,
    PartKind.NOTULA: LetterKind.NOTULA,
    PartKind.REPORT: LetterKind.REPORT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the file: its papers, and sentences for what is missing in it."""

    kind: PartKind
    letters: tuple[Letter, ...] = ()
    scans: tuple[Scan, ...] = ()
    missing: tuple[str, ...] = ()


class NotComplete(CensusDeskError):
    """A file that lacks something is closed only with a reason."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        told = _("Berkas belum lengkap: {missing} Lengkapi, atau tutup dengan alasan.")
        super().__init__(told.format(missing=" ".join(missing)))


class NotHeldYet(CensusDeskError):
    """A session that did not take place, or not yet, has no file to close."""

    def __init__(self, title: str) -> None:
        told = _("Sesi “{title}” belum atau tidak berlangsung; berkasnya belum dapat ditutup.")
        super().__init__(told.format(title=title[:80]))


def file_parts(register: Register, session: Session) -> list[Part]:
    """The six parts in order, each with its papers and what it still lacks."""
    return [
        _letters(register, session, PartKind.INVITATION, _("Undangan belum terbit.")),
        _letters(
            register,
            session,
            PartKind.ASSIGNMENT,
            _("Surat tugas fasilitator belum terbit.")
            if session.facilitators or session.facilitator_ids
            else "",
        ),
        _attendance(register, session),
        _letters(register, session, PartKind.NOTULA, _("Notula belum dibuat.")),
        _photos(register, session),
        _letters(register, session, PartKind.REPORT, _("Laporan kegiatan belum dibuat.")),
    ]


def missing_of(parts: Sequence[Part]) -> list[str]:
    """Everything that is missing, in the order of the file."""
    return [sentence for part in parts for sentence in part.missing]


def closed_file(register: Register, session_id: str) -> SessionFile | None:
    """The record that says a session's file is closed."""
    return next((one for one in register.session_files.all() if one.session_id == session_id), None)


def close_file(
    register: Register,
    session_id: str,
    *,
    on: date,
    despite: str = "",
    new_id: Callable[[], str] | None = None,
) -> SessionFile:
    """Close a session's file; the session counts as held and its people as counted.

    Raises NotHeldYet before its day and for one that does not take place, NotComplete without a
    reason while something is missing.
    """
    session: Session = register.sessions.get(session_id)
    if session.status in NOT_TAKING_PLACE or session.held_on > on:
        raise NotHeldYet(session.title)
    missing = missing_of(file_parts(register, session))
    if missing and not despite.strip():
        raise NotComplete(missing)
    made = SessionFile(
        id=(new_id or register.ids)(),
        session_id=session_id,
        closed_on=on,
        closed_by=register.actor,
        despite=despite.strip() if missing else "",
        missing=tuple(missing),
    )
    people = people_of(register, session)
    attended = who_came(session, people) if turnout(people).recorded else session.attended_count
    with register.change(_("Menutup berkas sesi: {title}").format(title=session.title[:80])):
        if before := closed_file(register, session_id):
            register.session_files.remove(before.id)
        register.session_files.add(made)
        held = replace(session, status=SessionStatus.HELD, attended_count=attended)
        if held != session:
            register.sessions.replace(held)
    return made


def open_file_again(register: Register, session_id: str) -> bool:
    """Take the closing back; whether there was one."""
    closed = closed_file(register, session_id)
    if closed is None:
        return False
    title = register.sessions.get(session_id).title
    with register.change(_("Membuka lagi berkas sesi: {title}").format(title=title[:80])):
        register.session_files.remove(closed.id)
    return True


def sheets_of(register: Register, session_id: str) -> list[Sheet]:
    """The sheets printed for a session, the oldest first."""
    mine = [one for one in register.sheets.all() if one.session_id == session_id]
    return sorted(mine, key=lambda one: (one.printed_at, one.id))


def _letters(register: Register, session: Session, kind: PartKind, missing: str) -> Part:
    """Letters of that kind about the session that are in force; a notula has no number."""
    mine = [
        one
        for one in register.letters.all()
        if one.session_id == session.id
        and one.kind is _LETTER_KINDS[kind]
        and (one.status in IN_FORCE or _is_kept_unnumbered(kind, one))
    ]
    mine.sort(key=lambda one: (one.dated_on, one.id))
    return Part(kind=kind, letters=tuple(mine), missing=() if mine or not missing else (missing,))


def _is_kept_unnumbered(kind: PartKind, letter: Letter) -> bool:
    """A notula and a report of the desk count from the draft on, unless given up."""
    gone = (LetterStatus.VOID, LetterStatus.REPLACED)
    return kind in (PartKind.NOTULA, PartKind.REPORT) and letter.status not in gone


def _attendance(register: Register, session: Session) -> Part:
    scans = scans_of(register, session.id, ScanKind.SHEET)
    missing = []
    if not scans:
        missing.append(_("Pindaian daftar hadir bertanda tangan belum dilampirkan."))
    missing += _pages_missing(register, session, scans)
    counts = turnout(people_of(register, session))
    if counts.expected > counts.recorded:
        told = _("{count} orang belum dicatat kehadirannya.")
        missing.append(told.format(count=counts.expected - counts.recorded))
    elif not counts.expected and session.attended_count is None:
        missing.append(_("Jumlah hadir belum diisi."))
    return Part(kind=PartKind.ATTENDANCE, scans=tuple(scans), missing=tuple(missing))


def _pages_missing(register: Register, session: Session, scans: Sequence[Scan]) -> list[str]:
    """Pages of a sheet of which only some came back; a scan without page codes counts as whole."""
    missing = []
    for sheet in sheets_of(register, session.id):
        mine = [one for one in scans if one.sheet_id == sheet.id]
        pages = {page for one in mine for page in one.pages}
        if mine and all(one.pages for one in mine) and (gone := pages_missing(sheet, pages)):
            told = _("Lembar {code}: halaman {pages} dari {all} belum ada.")
            listed = ", ".join(map(str, gone))
            missing.append(told.format(code=sheet.code, pages=listed, all=len(sheet.pages)))
    return missing


def _photos(register: Register, session: Session) -> Part:
    photos = scans_of(register, session.id, ScanKind.PHOTO)
    missing = () if photos else (_("Foto kegiatan belum ada."),)
    return Part(kind=PartKind.PHOTOS, scans=tuple(photos), missing=missing)
