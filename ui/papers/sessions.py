"""Attendance sheets: printing one saves where each of its rows lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.letters.profile import profile_on
from census_desk.register.errors import ReadOnlyRegister
from census_desk.sessions.roll import invited_to
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import MOST_WALK_INS, Sheet, new_code
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.facts import Job, emblem_of, letterhead_of
from ui.papers.files import Paper, Write, safe_name, shortened

if TYPE_CHECKING:
    from census_desk.register import Register
    from census_desk.sessions.invited import Invited
    from reports.sessions.attendance_sheet import AttendanceContent, AttendanceRow

BLANK_ROWS = 4
BLANK_SHEET_ROWS = 20
PREVIEW_CODE = "2" * 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a list is to be printed; `walk_ins` are the empty rows of each unit, None: as usual."""

    paper: str = "F4"
    show_nip: bool = False
    walk_ins: int | None = None
    listed: bool = True
    split: bool = True


def attendance_pdf(
    register: "Register",
    session_id: str,
    *,
    paper: str = "F4",
    show_nip: bool = False,
    walk_ins: int | None = None,
    listed: bool = True,
    split: bool = True,
    now: datetime | None = None,
    by: str = "",
) -> Paper:
    """Print a session's list and save where each row lies, so that a scan can be read back.

    `walk_ins` None gives a few empty rows, or a sheet of them when nobody is listed by name.
    `listed` False prints empty rows only; `split` gives each office pages of its own. The new
    sheet replaces the session's last one; both stay readable.
    """
    asked = Asked(paper=paper, show_nip=show_nip, walk_ins=walk_ins, listed=listed, split=split)
    job = attendance_job(register, session_id, asked, now=now, by=by)
    made = job()
    made.keep(Path)  # the caller writes the file himself
    return made


def attendance_job(
    register: "Register",
    session_id: str,
    asked: "Asked | None" = None,
    *,
    now: datetime | None = None,
    by: str = "",
) -> Job:
    """The same for the window: the sheet is saved together with the file, or neither.

    Raises ReadOnlyRegister at once: a sheet nobody can read back is not printed.
    """
    if register.read_only:
        raise ReadOnlyRegister(register.read_only_reason)
    asked = asked or Asked()
    session = register.sessions.get(session_id)
    content = _attendance(register, session, asked, code=_unused_code(register))

    def job() -> Paper:
        from reports.sessions.attendance_sheet import attendance_sheet

        printed = attendance_sheet(content)

        def sheet() -> Sheet:
            return Sheet(
                id=register.ids(),
                code=content.code,
                session_id=session_id,
                printed_at=now or datetime.now().astimezone(),
                printed_by=by or register.actor,
                paper=asked.paper,
                pages=printed.pages,
                replaces=_last_sheet(register, session_id),
            )

        return Paper(
            name=_session_name(session),
            pdf=printed.pdf,
            keep=lambda write: _kept(register, session, sheet, write),
        )

    return job


def _kept(register: "Register", session: Session, sheet: Callable[[], Sheet], write: Write) -> Path:
    """Write the file inside the commit of its sheet: what fails leaves neither behind."""
    path: Path | None = None
    try:
        what = _("Mencetak daftar hadir: {title}").format(title=session.title[:80])
        with register.change(what):
            register.sheets.add(sheet())
            path = write()
    except CensusDeskError:
        if path is not None and path.is_file():
            path.unlink()
        raise
    return path


def attendance_preview(
    register: "Register", session: Session, asked: "Asked | None" = None
) -> bytes:
    """A session's list as it would print, its codes being no real ones; nothing is saved."""
    from reports.sessions.attendance_sheet import attendance_sheet

    content = _attendance(register, session, asked or Asked(), code=PREVIEW_CODE)
    return attendance_sheet(content).pdf


def _attendance(
    register: "Register", session: Session, asked: Asked, *, code: str
) -> "AttendanceContent":
    from reports.sessions.attendance_sheet import AttendanceContent

    people = invited_to(register, session) if asked.listed else []
    desk = the_desk(register)
    kop = letterhead_of(register, session.letterhead_id, session.title)
    chair = register.signatories.find(session.chair_id) if session.chair_id else None
    return AttendanceContent(
        profile=profile_on(session.held_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        code=code,
        title=session.title,
        held_on=session.held_on,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        venue=session.venue,
        place=desk.place,
        zone=zone_of(desk.regency_code),
        rows=tuple(_row(one, split=asked.split) for one in people),
        nameless=_nameless(register, session, people) if asked.split else (),
        walk_ins=_empty_rows(session, asked, people),
        show_nip=asked.show_nip,
        chair=chair,
        paper=asked.paper,
    )


def _empty_rows(session: Session, asked: Asked, people: "Sequence[Invited]") -> int:
    """Empty rows of each unit; CensusDeskError where all together would be too many to print."""
    if asked.walk_ins is None:
        by_count = min(session.invited_count, MOST_WALK_INS)
        return BLANK_ROWS if people else max(BLANK_SHEET_ROWS, by_count)
    lists = len({one.group for one in people}) if asked.split else 1
    if asked.walk_ins * max(1, lists) > MOST_WALK_INS:
        told = _("Baris kosong paling banyak {most} untuk satu cetakan; kurangi jumlahnya.")
        raise CensusDeskError(told.format(most=number(MOST_WALK_INS)))
    return asked.walk_ins


def _nameless(
    register: "Register", session: Session, people: "Sequence[Invited]"
) -> tuple[str, ...]:
    """Offices whose people are not known by name, where others' are: each gets its own page."""
    named = {one.office_id for one in people if one.employee_id}
    if not named:
        return ()
    offices = [register.offices.find(one) for one in session.office_ids]
    return tuple(one.name for one in offices if one is not None and one.id not in named)


def _row(one: "Invited", *, split: bool) -> "AttendanceRow":
    from reports.sessions.attendance_sheet import AttendanceRow

    apart = split and bool(one.group)
    return AttendanceRow(
        employee_id=one.employee_id,
        key=one.key,
        name=one.name,
        nip=one.nip,
        position=one.position,
        unit="" if apart else one.unit,  # the page's head says it
        sex=one.sex,
        group=one.group if apart else "",
    )


def _unused_code(register: "Register") -> str:
    taken = {sheet.code for sheet in register.sheets.all()} | {PREVIEW_CODE}
    while (code := new_code()) in taken:
        continue
    return code


def _last_sheet(register: "Register", session_id: str) -> str:
    sheets = [one for one in register.sheets.all() if one.session_id == session_id]
    return max(sheets, key=lambda one: (one.printed_at, one.id)).code if sheets else ""


def _session_name(session: Session) -> str:
    return safe_name("Daftar Hadir", f"{session.held_on:%Y-%m-%d}", shortened(session.title))
