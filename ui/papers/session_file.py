"""The file of a session: its letters, the signed sheets, minutes, photos and report in one PDF."""

from typing import TYPE_CHECKING

from census_desk.indonesian import long_date, short_date
from census_desk.intake.photos import leaves_of
from census_desk.letters.archive import frozen_pdf, paper_of
from census_desk.letters.kept import Scan, as_bytes
from census_desk.letters.letter import LETTER_KIND_NAMES, Letter
from census_desk.letters.own_fonts import printed_profile
from census_desk.sessions.closing import PART_NAMES, Part, PartKind, closed_file, file_parts
from census_desk.sessions.session import Session
from ui.papers.attendance import session_report_content
from ui.papers.facts import Job, emblem_of, letterhead_of
from ui.papers.files import Paper, safe_name, shortened
from ui.papers.letters import letter_job

if TYPE_CHECKING:
    from collections.abc import Callable

    from census_desk.register import Register
    from reports.sessions.session_file import FileContent, FilePart, Leaf


def session_file_pdf(register: "Register", session_id: str) -> Paper:
    """The file of a session as it stands now."""
    return session_file_job(register, session_id)()


def session_file_job(register: "Register", session_id: str) -> Job:
    """Gather what a session's file is made of; the job draws scans anew and binds it."""
    session = register.sessions.get(session_id)
    parts = [_gathered(register, session, part) for part in file_parts(register, session)]
    frame = _frame(register, session)

    def job() -> Paper:
        from reports.sessions.session_file import session_file

        made = tuple(part() for part in parts)
        content = frame(made)
        name = safe_name("Berkas Sesi", f"{session.held_on:%Y-%m-%d}", shortened(session.title))
        return Paper(name=name, pdf=session_file(content))

    return job


def _frame(
    register: "Register", session: Session
) -> "Callable[[tuple[FilePart, ...]], FileContent]":
    from reports.sessions.session_file import FileContent

    kop = letterhead_of(register, session.letterhead_id, session.title)
    closed = closed_file(register, session.id)
    state = "Berkas ini belum ditutup."
    if closed is not None:
        state = f"Berkas ditutup {long_date(closed.closed_on)} oleh {closed.closed_by or '-'}."
        if closed.despite:
            state += f" Ditutup belum lengkap dengan alasan: {closed.despite}"
    profile = printed_profile(register, "", session.held_on)
    emblem = emblem_of(register, kop)

    def content(parts: "tuple[FilePart, ...]") -> FileContent:
        return FileContent(
            profile=profile,
            letterhead=kop,
            emblem=emblem,
            title=session.title,
            held_on=session.held_on,
            venue=session.venue,
            parts=parts,
            state=state,
        )

    return content


def _gathered(register: "Register", session: Session, part: Part) -> "Callable[[], FilePart]":
    """What is read from the register now; drawing is left to the job."""
    from reports.sessions.session_file import FilePart

    leaves = [_letter_leaf(register, letter) for letter in part.letters]
    if part.kind is PartKind.ATTENDANCE:
        leaves.append(_report_leaf(register, session))
        leaves += [_scan_leaf(scan) for scan in part.scans]
    elif part.scans:
        leaves.append(_photos_leaf(part.scans))
    title, missing = PART_NAMES[part.kind], part.missing

    def made() -> FilePart:
        return FilePart(title=title, leaves=tuple(leaf() for leaf in leaves), missing=missing)

    return made


def _letter_leaf(register: "Register", letter: Letter) -> "Callable[[], Leaf]":
    """The frozen paper of an issued letter; a draft as it would print."""
    from reports.sessions.session_file import Leaf

    kept = paper_of(register, letter.id)
    draw = None if kept else letter_job(register, letter)
    number = f" Nomor {letter.number}" if letter.number else ""
    title = f"{LETTER_KIND_NAMES[letter.kind]}{number}, {short_date(letter.dated_on)}"

    def leaf() -> Leaf:
        if kept is not None:
            return Leaf(title=title, pdf=frozen_pdf(kept))
        assert draw is not None
        return Leaf(title=title, pdf=draw().pdf)

    return leaf


def _report_leaf(register: "Register", session: Session) -> "Callable[[], Leaf]":
    from reports.sessions.session_file import Leaf

    content = session_report_content(register, session)

    def leaf() -> Leaf:
        from reports.sessions.tables import attendance_report

        return Leaf(title="Rekap kehadiran", pdf=attendance_report(content))

    return leaf


def _scan_leaf(scan: Scan) -> "Callable[[], Leaf]":
    from reports.sessions.session_file import Leaf

    def leaf() -> Leaf:
        pages = leaves_of(as_bytes(scan.content), scan.name)
        pictures = tuple(
            (page, f"{scan.name}, halaman {number} dari {len(pages)}")
            for number, page in enumerate(pages, 1)
        )
        return Leaf(title=f"Pindaian bertanda tangan: {scan.name}", pictures=pictures)

    return leaf


def _photos_leaf(photos: tuple[Scan, ...]) -> "Callable[[], Leaf]":
    from reports.sessions.session_file import Leaf

    def leaf() -> Leaf:
        pictures = tuple((as_bytes(one.content), one.note or one.name) for one in photos)
        return Leaf(title=f"{len(photos)} foto", pictures=pictures, two_a_page=True)

    return leaf
