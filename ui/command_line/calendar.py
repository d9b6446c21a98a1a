"""Commands on days: working days, agendas of officers and offices, and the calendar file."""

from argparse import Namespace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.indonesian import WEEKDAYS, clock, short_date
from census_desk.register import Register
from census_desk.sessions.agenda import AgendaLine, agenda, people_with_agenda
from census_desk.sessions.schedule import Schedule, working_calendar
from census_desk.sessions.session import Session
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import NothingFound, SeveralFound, best_matches, find_record
from ui.command_line.letters import day_typed, today
from ui.command_line.opening import reading, size
from ui.command_line.output import table
from ui.command_line.records import write_whole
from ui.command_line.sessions import the_session


def list_working_days(args: Namespace) -> int:
    """`workdays`: the days off of a year, as the office knew them on a day."""
    with reading(args) as register:
        known_on = day_typed(register, args.known)
        year = args.year or known_on.year
        calendar = working_calendar(register, known_on)
        first, last = date(year, 1, 1), date(year, 12, 31)
        rows = [
            [
                short_date(one.on),
                WEEKDAYS[one.on.weekday()],
                _("Cuti bersama") if one.is_joint_leave else _("Hari libur"),
                one.name,
            ]
            for one in calendar.days_off(first, last)
        ]
        days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
        count = sum(map(calendar.is_working_day, days))
    print("\n".join(table([_("Tanggal"), _("Hari"), _("Jenis"), _("Nama hari")], rows)))
    told = _("{count} hari kerja pada {year}, menurut yang diketahui {day}.")
    print(told.format(count=count, year=year, day=short_date(known_on)))
    return DONE


def show_agenda(args: Namespace) -> int:
    """`agenda`: of one person or one office, on the screen, as PDF or as Excel."""
    with reading(args) as register:
        lines, name = _agenda(register, args)
        if args.pdf or args.xlsx:
            from ui.papers import agenda_job, agenda_workbook_job

            for path, job in ((args.pdf, agenda_job), (args.xlsx, agenda_workbook_job)):
                if path is not None:
                    _write(path, job(register, lines, name)().pdf, args.force)
            return DONE
        rows = [
            [
                f"{WEEKDAYS[one.on.weekday()][:3]} {short_date(one.on)}",
                f"{clock(one.starts_at)}–{clock(one.ends_at)}",
                one.title,
                one.venue,
                ", ".join(one.people),
            ]
            for one in lines
        ]
    print(name)
    headings = [_("Tanggal"), _("Waktu"), _("Acara"), _("Tempat"), _("Fasilitator")]
    print("\n".join(table(headings, rows)) if rows else _("Tidak ada acara dalam agenda ini."))
    return DONE


def write_calendar(args: Namespace) -> int:
    """`ics`: sessions for a calendar program; imported again, moved ones follow."""
    from ui.papers import calendar_job

    with reading(args) as register:
        sessions, name = _sessions(register, args)
        if not sessions:
            raise CensusDeskError(_("Tidak ada sesi untuk berkas kalender ini."))
        job = calendar_job(register, sessions, name, datetime.now(UTC))
    _write(args.path, job().pdf, args.force)
    return DONE


def _agenda(register: Register, args: Namespace) -> tuple[list[AgendaLine], str]:
    schedule = Schedule(register, today(register))
    bookings = list(schedule.bookings())
    person = _person(people_with_agenda(bookings), args.person) if args.person else ""
    office = find_record(register, "offices", args.office) if args.office else None
    lines = agenda(
        bookings,
        person=person,
        office_id=office.id if office else "",
        first=day_typed(register, args.since),
        last=day_typed(register, args.until) if args.until else date.max,
    )
    name = person or (register.offices.get(office.id).name if office else _("Semua acara"))
    return lines, name


def _sessions(register: Register, args: Namespace) -> tuple[list[Session], str]:
    """All sessions, cancelled ones included: a calendar must hear of them."""
    if args.session:
        session = the_session(register, args.session)
        return [session], session.title[:60]
    sessions = list(register.sessions.all())
    if args.person:
        schedule = Schedule(register, today(register))
        person = _person(people_with_agenda(schedule.bookings()), args.person)
        mine = {one.record_id for one in agenda(schedule.bookings(), person=person)}
        return [one for one in sessions if one.id in mine or person in one.facilitators], person
    if args.office:
        office = register.offices.get(find_record(register, "offices", args.office).id)
        return [one for one in sessions if office.id in one.office_ids], office.name
    return sessions, _("Jadwal sosialisasi")


def _person(names: list[str], typed: str) -> str:
    found = best_matches(typed, [(name, (name,)) for name in names])
    if len(found) > 1:
        raise SeveralFound(_("Petugas"), typed, found)
    if not found:
        raise NothingFound(_("Petugas"), typed)
    return found[0]


def _write(path: Path, content: bytes, force: bool) -> None:
    if path.exists() and not force:
        raise CensusDeskError(_("{path} sudah ada; --force menimpanya.").format(path=path))
    write_whole(path, content)
    print(f"{path}  {size(path)}")
