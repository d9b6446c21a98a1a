"""Agendas of officers and offices, and sessions as a calendar file."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.sessions.agenda import AgendaLine
from census_desk.sessions.facilitator import facilitator_names
from census_desk.sessions.schedule import rules_of
from census_desk.sessions.session import Session
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.facts import Job
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register


def agenda_job(register: "Register", lines: Sequence[AgendaLine], name: str) -> Job:
    """The agenda as PDF; `name` is whose it is."""
    offices = {one.id: one.short_name for one in register.offices.all()}
    zone = zone_of(the_desk(register).regency_code)
    first, last = _span(lines)

    def draw() -> Paper:
        from reports.sessions.agenda import agenda_paper

        pdf = agenda_paper(lines, offices, name=name, zone=zone, first=first, last=last)
        return Paper(name=_file_name(name, first, ".pdf"), pdf=pdf)

    return draw


def agenda_workbook_job(register: "Register", lines: Sequence[AgendaLine], name: str) -> Job:
    """The agenda as an Excel table."""
    offices = {one.id: one.short_name for one in register.offices.all()}
    headings = [_("Tanggal"), _("Mulai"), _("Selesai"), _("Acara"), _("Tempat"), _("Fasilitator")]
    headings.append(_("Sasaran"))
    first, _last = _span(lines)

    def draw() -> Paper:
        from reports.workbook import workbook

        rows = [
            [
                line.on,
                line.starts_at,
                line.ends_at,
                line.title,
                line.venue,
                ", ".join(line.people),
                ", ".join(offices.get(one, "") for one in line.office_ids),
            ]
            for line in lines
        ]
        table = workbook(_("Agenda"), headings, rows)
        return Paper(name=_file_name(name, first, ".xlsx"), pdf=table)

    return draw


def calendar_job(register: "Register", sessions: Iterable[Session], name: str, at: datetime) -> Job:
    """Sessions as .ics; `at` is the moment the file is made."""
    from reports.sessions.calendar_file import CalendarEntry

    desk = the_desk(register)
    people = register.facilitators.all()
    offices = {one.id: one.short_name for one in register.offices.all()}
    length = timedelta(minutes=rules_of(register).usual_minutes)
    entries = []
    for session in sessions:
        venue = register.venues.find(session.venue_id) if session.venue_id else None
        entries.append(
            CalendarEntry(
                session=session,
                revision=register.sessions.rev(session.id),
                speakers=facilitator_names(session, people),
                offices=tuple(offices[one] for one in session.office_ids if one in offices),
                position=venue.position if venue else None,
                length=length,
            )
        )

    def draw() -> Paper:
        from reports.sessions.calendar_file import calendar_file

        content = calendar_file(entries, name=name, zone=zone_of(desk.regency_code), at=at)
        return Paper(name=safe_name(name, suffix=".ics"), pdf=content)

    return draw


def _span(lines: Sequence[AgendaLine]) -> tuple[date, date]:
    if not lines:
        raise CensusDeskError(_("Tidak ada acara dalam agenda ini."))
    return lines[0].on, lines[-1].on


def _file_name(name: str, first: date, suffix: str) -> str:
    return safe_name("Agenda", name, short_date(first).replace("/", "-"), suffix=suffix)
