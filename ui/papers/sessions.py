"""Attendance sheets: printing one saves where each of its rows lies."""

from datetime import datetime
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.letters.profile import profile_on
from census_desk.places import district, villages
from census_desk.sessions.invited import invited_people
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import Sheet, new_code
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.facts import Job, emblem_of, letterhead_of
from ui.papers.files import Paper, safe_name, shortened

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.sessions.attendance_sheet import AttendanceContent

BLANK_ROWS = 4
BLANK_SHEET_ROWS = 20
PREVIEW_CODE = "2" * 8


def attendance_pdf(
    register: "Register",
    session_id: str,
    *,
    paper: str = "F4",
    show_nip: bool = False,
    walk_ins: int | None = None,
    now: datetime | None = None,
    by: str = "",
) -> Paper:
    """Print a session's list and save where each row lies, so that a scan can be read back.

    `walk_ins` None gives a few empty rows, or a sheet of them when nobody is listed by name. The
    new sheet replaces the session's last one; both stay readable.
    """
    from reports.sessions.attendance_sheet import attendance_sheet

    session = register.sessions.get(session_id)
    code = _unused_code(register)
    content = _attendance(register, session, paper, show_nip, walk_ins, code)
    printed = attendance_sheet(content)
    sheet = Sheet(
        id=register.ids(),
        code=code,
        session_id=session_id,
        printed_at=now or datetime.now().astimezone(),
        printed_by=by or register.actor,
        paper=paper,
        pages=printed.pages,
        replaces=_last_sheet(register, session_id),
    )
    with register.change(_("Mencetak daftar hadir: {title}").format(title=session.title[:80])):
        register.sheets.add(sheet)
    return Paper(name=_session_name(session), pdf=printed.pdf)


def attendance_job(
    register: "Register",
    session_id: str,
    *,
    paper: str = "F4",
    show_nip: bool = False,
    walk_ins: int | None = None,
) -> Job:
    """The same for the window: printed and saved here, since saving belongs to this thread."""
    made = attendance_pdf(register, session_id, paper=paper, show_nip=show_nip, walk_ins=walk_ins)
    return lambda: made


def attendance_preview(
    register: "Register",
    session: Session,
    *,
    paper: str = "F4",
    show_nip: bool = False,
    walk_ins: int | None = None,
) -> bytes:
    """A session's list as it would print, its codes being no real ones; nothing is saved."""
    from reports.sessions.attendance_sheet import attendance_sheet

    content = _attendance(register, session, paper, show_nip, walk_ins, PREVIEW_CODE)
    return attendance_sheet(content).pdf


def _attendance(
    register: "Register",
    session: Session,
    paper: str,
    show_nip: bool,
    walk_ins: int | None,
    code: str,
) -> "AttendanceContent":
    from reports.sessions.attendance_sheet import AttendanceContent, AttendanceRow

    people = invited_people(
        session,
        offices=register.offices.all(),
        employees=register.employees.all(),
        signatories=register.signatories.all(),
        district=district,
        villages=villages,
    )
    desk = the_desk(register)
    kop = letterhead_of(register, session.letterhead_id, session.title)
    chair = register.signatories.find(session.chair_id) if session.chair_id else None
    blank = BLANK_ROWS if people else max(BLANK_SHEET_ROWS, session.invited_count)
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
        rows=tuple(
            AttendanceRow(
                employee_id=one.employee_id,
                name=one.name,
                nip=one.nip,
                position=one.position,
                unit=one.unit,
            )
            for one in people
        ),
        walk_ins=blank if walk_ins is None else walk_ins,
        show_nip=show_nip,
        chair=chair,
        paper=paper,
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
