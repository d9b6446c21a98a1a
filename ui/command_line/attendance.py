"""Commands on who came: what a code is, a sheet entered, its scan kept, people at the door."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import cast

from census_desk.errors import CensusDeskError
from census_desk.indonesian import clock
from census_desk.register import Register
from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.sessions.checkin import check_in, check_in_guest
from census_desk.sessions.closing import sheets_of
from census_desk.sessions.door import DOOR_ANSWER_NAMES, AtDoor, Door, DoorAnswer
from census_desk.sessions.entering import (
    Plan,
    Typed,
    list_rows,
    plan_entry,
    save_entry,
    sheet_rows,
)
from census_desk.sessions.recording import Expected, turnout
from census_desk.sessions.returned_pages import attach_scan_of_sheet, know_pages, read_scan
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_codes import (
    ANSWER_NAMES,
    Answer,
    code_parts,
    missing_words,
    recognise,
)
from census_desk.words import _
from ui.command_line.failures import DONE, REFUSED
from ui.command_line.finding import find_record
from ui.command_line.letters import today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.presenters.sessions import turnout_words


def show_people(args: Namespace) -> int:
    """`attendance show`: everybody of a session with what is noted."""
    with reading(args) as register:
        session = the_session(register, args.session)
        people = people_of(register, session)
        if args.json:
            print(as_json([_plain(one) for one in people]))
            return DONE
        rows = [
            [str(number), one.name, one.position or one.unit, state_words(one.state), note_of(one)]
            for number, one in enumerate(people, 1)
        ]
        headings = [_("No."), _("Nama"), _("Jabatan / unit"), _("Kehadiran"), _("Keterangan")]
        print("\n".join(table(headings, rows, [True])))
        print(turnout_words(turnout(people), session))
    return DONE


def tell_code(args: Namespace) -> int:
    """`attendance code`: what the register says about a sheet's code; 1 for one not readable."""
    with reading(args) as register:
        found = recognise(register, args.code, on=today(register))
        print(f"{_(ANSWER_NAMES[found.answer])}: {clean(found.sentence)}")
        if found.sheet is not None:
            for page in found.sheet.pages:
                first, last = page.rows[0].number, page.rows[-1].number
                told = _("halaman {page}: baris {first}–{last} {group}")
                line = told.format(page=page.page, first=first, last=last, group=page.group)
                print(f"    {clean(line)}")
    return DONE if found.is_readable else REFUSED


def enter_sheet(args: Namespace) -> int:
    """`attendance enter`: note a sheet's rows in one step; `--preview` only tells them."""
    with (reading if args.preview else writing)(args) as register:
        session, sheet = _sheet_or_session(register, args.sheet)
        people = people_of(register, session)
        rows = sheet_rows(sheet, people) if sheet else list_rows(people)
        typed = Typed(
            text="; ".join(args.rows),
            all_present=args.all_present,
            pages=_pages(args.pages, sheet),
            answers=_answers(register, args.person),
        )
        plan = plan_entry(rows, people, register.employees.all(), typed)
        if trouble := _trouble(register, plan):
            print("\n".join(trouble), file=sys.stderr)
            return REFUSED
        print("\n".join(_plan_lines(plan)))
        if not args.preview:
            save_entry(
                register, session.id, plan, typed, now=datetime.now().astimezone(), sheet=sheet
            )
            session = register.sessions.get(session.id)
            print(turnout_words(turnout(people_of(register, session)), session))
    return DONE


def attach_scan(args: Namespace) -> int:
    """`attendance scan`: keep the scan of signed pages with the sheet its code names."""
    with writing(args) as register:
        on = today(register)
        paper = know_pages(register, read_scan(args.path), on=on)
        for page in paper.pages:
            told = _("halaman {place}: {what}")
            what = page.found.sentence if page.found else _("tanpa kode lembar")
            print(clean(told.format(place=page.place, what=what)))
        scan, sheet = attach_scan_of_sheet(register, paper, on=on, code=args.code)
        told = _("{name} dilampirkan pada lembar {code}.").format(name=scan.name, code=sheet.code)
        missing = missing_words(sheet, scan.pages) if scan.pages else ""
        print(clean(f"{told} {missing.capitalize()}"))
    return DONE


def check_in_people(args: Namespace) -> int:
    """`attendance checkin`: one line an arrival, a name or a scanned code; 1 if any was refused."""
    refused = 0
    with writing(args) as register:
        session = the_session(register, args.session)
        door = Door(session, people_of(register, session))
        for typed in args.people or _lines():
            refused += _arrives(register, door, typed, guest=args.guest)
        counters = door.counters
        told = _("diundang {invited} · hadir {came} · belum {missing} · tamu {guests}")
        print(
            told.format(
                invited=counters.invited,
                came=counters.came,
                missing=counters.missing,
                guests=counters.guests,
            )
        )
    return REFUSED if refused else DONE


# shared with the other commands on attendance


def the_session(register: Register, typed: str) -> Session:
    """The session meant, by id or the beginning of its title."""
    return cast(Session, find_record(register, "sessions", typed))


def state_words(state: AttendanceState | None) -> str:
    """A state in words; nothing noted is not absence."""
    return _(ATTENDANCE_STATE_NAMES[state]) if state else _("Belum dicatat")


def note_of(one: Expected) -> str:
    """Who came instead, when one came, and that one was not on the list."""
    attendance = one.attendance
    parts = [attendance.represented_by if attendance else ""]
    if attendance and attendance.arrived_at:
        parts.append(_("pukul {time}").format(time=clock(attendance.arrived_at)))
    parts.append("" if one.is_listed else _("tambahan"))
    return ", ".join(filter(None, parts))


def _plain(one: Expected) -> dict[str, object]:
    attendance = one.attendance
    return {
        "name": one.name,
        "employee_id": one.employee_id,
        "state": one.state.value if one.state else None,
        "represented_by": attendance.represented_by if attendance else "",
        "arrived_at": str(attendance.arrived_at) if attendance and attendance.arrived_at else None,
        "listed": one.is_listed,
    }


def _sheet_or_session(register: Register, typed: str) -> tuple[Session, Sheet | None]:
    """By a sheet's code; else the session's sheet printed last, or its list as it stands now."""
    if code_parts(typed) is not None:
        found = recognise(register, typed, on=today(register))
        if not found.is_readable or found.sheet is None or found.session is None:
            raise CensusDeskError(found.sentence)
        if found.answer is not Answer.HERE:
            print(clean(found.sentence), file=sys.stderr)
        return found.session, found.sheet
    session = the_session(register, typed)
    sheets = sheets_of(register, session.id)
    if not sheets:
        return session, None
    told = _("Memakai lembar yang terakhir dicetak: {code}.")
    print(told.format(code=sheets[-1].code), file=sys.stderr)
    return session, sheets[-1]


def _pages(typed: str, sheet: Sheet | None) -> tuple[int, ...]:
    pieces = [piece.strip() for piece in typed.split(",") if piece.strip()]
    last = len(sheet.pages) if sheet else 1
    if not all(piece.isdecimal() and 1 <= int(piece) <= last for piece in pieces):
        told = _("Halaman “{text}” tidak ada; lembar ini berisi {last} halaman.")
        raise CensusDeskError(told.format(text=clean(typed), last=last))
    return tuple(sorted({int(piece) for piece in pieces}))


def _answers(register: Register, pairs: Sequence[str]) -> dict[int, str]:
    answers = {}
    for pair in pairs:
        row, sign, who = pair.partition("=")
        if not sign or not row.strip().isdecimal() or not who.strip():
            told = _("“{text}”: tulis seperti 41=NIP, 41=nama, atau 41=-.")
            raise CensusDeskError(told.format(text=clean(pair)))
        known = who.strip() == "-"
        answers[int(row)] = "-" if known else find_record(register, "employees", who).id
    return answers


def _trouble(register: Register, plan: Plan) -> list[str]:
    lines = list(plan.problems)
    offices = {one.id: one.short_name for one in register.offices.all()}
    for doubt in () if plan.problems else plan.doubts:
        told = _("Baris {row}: “{name}” mungkin salah satu dari ini; pakai --person {row}=…")
        lines.append(told.format(row=doubt.row, name=clean(doubt.match.typed)))
        lines += [
            f"    {clean(one.name)} ({offices.get(one.office_id, '-')}) [{one.id}]"
            for one in doubt.match.candidates
        ]
    return lines


def _plan_lines(plan: Plan) -> list[str]:
    rows = [
        [
            str(one.row.number),
            one.person.name,
            state_words(one.person.state),
            state_words(one.state),
            one.text,
        ]
        for one in plan.changes
    ]
    headings = [_("Baris"), _("Nama"), _("Tercatat"), _("Menjadi"), _("Keterangan")]
    return table(headings, rows, [True])


def _arrives(register: Register, door: Door, typed: str, *, guest: bool) -> int:
    at = datetime.now().time().replace(microsecond=0)
    if not typed.strip():
        print(_("Nama kosong; tulis nama atau kode orang yang datang."), file=sys.stderr)
        return 1
    if guest:
        door.put(check_in_guest(register, door.session_id, typed, at))
        print(_("{time} {name} (tamu)").format(time=clock(at), name=clean(typed)))
        return 0
    asked = door.ask(typed)
    if asked.answer is DoorAnswer.WELCOME and asked.person is not None:
        door.put(check_in(register, door.session_id, asked.person, at))
        print(f"{clock(at)} {clean(asked.person.name)}")
        return 0
    print(clean(_not_let_in(asked, typed)), file=sys.stderr)
    return int(asked.answer is not DoorAnswer.ALREADY)


def _not_let_in(asked: AtDoor, typed: str) -> str:
    """Why nothing was noted, with the way out on the command line."""
    if asked.answer is DoorAnswer.NOBODY:
        told = _("“{name}” tidak ada dalam daftar; --guest mencatatnya sebagai tamu.")
        return told.format(name=" ".join(typed.split())[:60])
    if asked.answer is DoorAnswer.SEVERAL:
        told = _("“{name}” cocok dengan {count} nama; tulis lengkap salah satunya: {names}")
        names = "; ".join(one.name for one in asked.candidates)
        shown = " ".join(typed.split())[:60]
        return told.format(name=shown, count=len(asked.candidates), names=names)
    head = asked.person.name if asked.person else _(DOOR_ANSWER_NAMES[asked.answer])
    return f"{head}: {asked.sentence}"


def _lines() -> Iterable[str]:
    return (line.strip() for line in sys.stdin if line.strip())
