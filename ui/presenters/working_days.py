"""The calendar of working days: every day off of a year, as the office knew it on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.calendar import Holiday, calendar_known_on
from census_desk.indonesian import number, short_date
from census_desk.sessions.schedule import rules_of
from census_desk.words import N_, _
from ui.forms import Field, parse
from ui.tables import Column
from ui.wording import weekday_date
from ui.workplace import Workplace

YEARS = (1990, 2100)
ASKED = (
    Field(name="year", label=N_("Tahun"), kind="text"),
    Field(name="known_on", label=N_("Menurut yang diketahui pada"), kind="date"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day off; `known_from` is when the office's own change became known, None by decree."""

    off: Holiday
    known_from: date | None = None

    @property
    def id(self) -> str:
        """The day tells rows apart."""
        return self.off.on.isoformat()


def _kind(row: DayRow, _lookup: object) -> str:
    return _("Cuti bersama") if row.off.is_joint_leave else _("Hari libur")


def _origin(row: DayRow, _lookup: object) -> str:
    if row.known_from is None:
        return _("daftar bawaan")
    return _("kantor, diketahui {day}").format(day=short_date(row.known_from))


DAYS = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda row, lookup: weekday_date(row.off.on),
        sort_key=lambda row, lookup: row.off.on,
        value=lambda row, lookup: row.off.on,
        ems=12,
    ),
    Column(name="name", label=N_("Nama hari"), text=lambda row, lookup: row.off.name, ems=26),
    Column(name="kind", label=N_("Jenis"), text=_kind, ems=11),
    Column(name="origin", label=N_("Asal"), text=_origin, ems=19),
)


class WorkingDaysPresenter:
    """The days off of a year as known on a day; both are typed."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.rows: list[DayRow] = []
        self.facts = ""

    def first_texts(self) -> dict[str, str]:
        """The working day's year, as it is known today."""
        on = self._workplace.working_day()
        return {"year": str(on.year), "known_on": short_date(on)}

    def show(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Work the year out; the problems by field."""
        values, problems = parse(ASKED, texts)
        year = values.get("year", "")
        if not year.isdecimal() or not YEARS[0] <= int(year) <= YEARS[1]:
            problems["year"] = _("Tahun antara {first} dan {last}.").format(
                first=YEARS[0], last=YEARS[1]
            )
        if problems:
            return problems
        self._work_out(int(year), values["known_on"])
        return {}

    def _work_out(self, year: int, known_on: date) -> None:
        register = self._workplace.register
        calendar = calendar_known_on(
            register.day_changes.all(), known_on, saturday_works=rules_of(register).saturday_works
        )
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.rows = [
            DayRow(
                off=off,
                known_from=calendar.changes[off.on].known_from
                if off.on in calendar.changes
                else None,
            )
            for off in calendar.days_off(first, last)
        ]
        days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        count = sum(map(calendar.is_working_day, days))
        self.facts = _("{count} hari kerja").format(count=number(count))
