"""The agenda of one officer or one office: rows, and the papers made of them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from census_desk.indonesian import clock, number, short_date
from census_desk.sessions.agenda import AgendaLine, agenda
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.forms import Field, parse
from ui.papers.facts import Job
from ui.tables import Column
from ui.wording import weekday_date
from ui.workplace import Workplace

WHOSE = (
    Field(
        name="person",
        label=N_("Agenda petugas"),
        kind="choice",
        collection="speakers",
        optional=True,
    ),
    Field(
        name="office_id",
        label=N_("Agenda OPD"),
        kind="choice",
        collection="offices",
        optional=True,
    ),
    Field(name="since", label=N_("Mulai tanggal"), kind="date", optional=True),
    Field(name="until", label=N_("Sampai tanggal"), kind="date", optional=True),
)
LINES = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda line, lookup: weekday_date(line.on),
        sort_key=lambda line, lookup: (line.on, line.starts_at),
        ems=12,
    ),
    Column(
        name="time",
        label=N_("Waktu"),
        text=lambda line, lookup: f"{clock(line.starts_at)}–{clock(line.ends_at)}",
        sort_key=lambda line, lookup: line.starts_at,
        ems=10,
    ),
    Column(name="title", label=N_("Acara"), text=lambda line, lookup: line.title, ems=28),
    Column(name="venue", label=N_("Tempat"), text=lambda line, lookup: line.venue, ems=18),
    Column(
        name="people",
        label=N_("Fasilitator"),
        text=lambda line, lookup: ", ".join(line.people),
        ems=18,
    ),
    Column(
        name="offices",
        label=N_("Sasaran"),
        text=lambda line, lookup: lookup.titles("offices", line.office_ids),
        ems=14,
        shown=False,
    ),
)


class AgendaPresenter:
    """Whose agenda is shown, and what is printed of it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.lines: list[AgendaLine] = []
        self._texts: Mapping[str, str] = {}

    def first_texts(self) -> dict[str, str]:
        """Everything from the working day on."""
        return {"since": short_date(self._workplace.working_day())}

    def show(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Work the agenda out; the problems by field."""
        values, problems = parse(WHOSE, texts)
        if problems:
            return problems
        self._texts = dict(texts)
        self.lines = agenda(
            self._workplace.schedule.bookings(),
            person=values["person"],
            office_id=values["office_id"],
            first=values["since"] or date.min,
            last=values["until"] or date.max,
        )
        return {}

    @property
    def name(self) -> str:
        """Whose agenda it is."""
        office = self._workplace.lookup.record("offices", self._texts.get("office_id", ""))
        parts = [self._texts.get("person", ""), office.name if office else ""]
        return ", ".join(part for part in parts if part) or _("Semua acara")

    @property
    def facts(self) -> str:
        """`12 acara`."""
        return _("{count} acara").format(count=number(len(self.lines)))

    def pdf(self) -> Job:
        """The agenda as PDF."""
        from ui.papers import agenda_job

        return agenda_job(self._workplace.register, self.lines, self.name)

    def table(self) -> Job:
        """The agenda as Excel."""
        from ui.papers import agenda_workbook_job

        return agenda_workbook_job(self._workplace.register, self.lines, self.name)

    def calendar(self) -> Job:
        """Its sessions as a calendar file."""
        ids = {line.record_id for line in self.lines if line.collection == "sessions"}
        sessions = [one for one in self._workplace.register.sessions.all() if one.id in ids]
        return calendar_of(self._workplace, sessions, self.name)


def calendar_of(workplace: Workplace, sessions: list[Session], name: str) -> Job:
    """Sessions as a calendar file, made now."""
    from ui.papers import calendar_job

    return calendar_job(workplace.register, sessions, name, datetime.now(UTC))
