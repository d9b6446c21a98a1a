"""A series before it is made: the rule in words, its dates with what stands in their way."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import clock, short_date
from census_desk.sessions.making_series import Proposed, make_series, proposed
from census_desk.sessions.series import Pattern, SeriesRule, dates_of, in_words
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.fields.planning import SERIES
from ui.forms import parse
from ui.presenters.steps import undo
from ui.tables import Column
from ui.wording import weekday_date
from ui.workplace import OK, Workplace

FIRST_WEEKS = 4  # how far a new rule reaches at first


class DateRow:
    """One date of the preview, in the shape of a table's record."""

    def __init__(self, offered: Proposed, *, is_taken_out: bool) -> None:
        self.id = offered.session.id
        self.offered = offered
        self.is_taken_out = is_taken_out

    @property
    def words(self) -> str:
        """What becomes of the date."""
        if self.is_taken_out:
            return _("tidak dibuat")
        return " ".join(one.sentence for one in self.offered.clashes)


DATES = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda row, lookup: weekday_date(row.offered.session.held_on),
        sort_key=lambda row, lookup: row.offered.session.held_on,
        ems=12,
    ),
    Column(
        name="time",
        label=N_("Mulai"),
        text=lambda row, lookup: clock(row.offered.session.starts_at),
        ems=6,
    ),
    Column(name="clashes", label=N_("Bentrok"), text=lambda row, lookup: row.words, ems=30),
)


class SeriesPresenter:
    """From the texts of the form to dates; `take_out` leaves one date out or takes it back."""

    def __init__(self, workplace: Workplace, first: Session) -> None:
        self._workplace = workplace
        self.first = first
        self._offered: list[Proposed] = []
        self._out: set[date] = set()
        self.words = ""

    def first_texts(self) -> dict[str, str]:
        """Every week on the same weekday, four weeks long."""
        texts = {field.name: field.default for field in SERIES}
        until = self.first.held_on + timedelta(weeks=FIRST_WEEKS)
        return texts | {
            "weekdays": str(self.first.held_on.weekday()),
            "until": short_date(until),
        }

    @staticmethod
    def asked(texts: Mapping[str, str]) -> Sequence[str]:
        """The fields a pattern needs; the others are left out of the form."""
        needs = {
            Pattern.WEEKLY.value: ("weekdays", "every"),
            Pattern.MONTH_DAY.value: ("every",),
            Pattern.MONTH_WEEKDAY.value: ("weekdays", "place", "every"),
        }
        own = needs.get(texts.get("pattern", ""), ())
        holiday = () if texts.get("pattern") == Pattern.WORKDAYS.value else ("on_holiday",)
        return ("pattern", *own, "times", "until", *holiday)

    def show(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Work the rule out; the problems by field, or {} and the dates are there."""
        self._offered, self.words = [], ""
        rule, problems = self._rule(texts)
        if rule is None:
            return problems
        schedule = self._workplace.schedule
        days = dates_of(rule, schedule.ground.calendar)
        self._offered = proposed(self.first, days, schedule, self._workplace.new_id)
        self.words = in_words(rule)
        return {}

    def rows(self) -> Sequence[DateRow]:
        """The dates of the preview."""
        return [
            DateRow(one, is_taken_out=one.session.held_on in self._out) for one in self._offered
        ]

    @property
    def facts(self) -> str:
        """How many will be made, and how many of them clash."""
        wanted = self._wanted()
        clashing = sum(bool(one.clashes) for one in wanted)
        told = _("{count} sesi baru").format(count=len(wanted))
        return told + (_(" · {count} bentrok").format(count=clashing) if clashing else "")

    def take_out(self, row_id: str) -> None:
        """Leave a date out, or take it back."""
        for one in self._offered:
            if one.session.id == row_id:
                self._out ^= {one.session.held_on}

    def take_out_forbidden(self) -> None:
        """Leave out what the rules do not allow."""
        self._out |= {one.session.held_on for one in self._offered if one.is_forbidden}

    def make(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Make the sessions as one step; the problems by field, {} when done."""
        if problems := self.show(texts):
            return problems
        try:
            count = make_series(self._workplace.register, self.first, self._wanted())
        except CensusDeskError as refused:
            return {"": refused.sentence}
        told = _("{count} sesi dibuat dalam satu langkah.").format(count=count)
        self._workplace.say(told, OK, (_("Urungkan"), lambda: undo(self._workplace)))
        return {}

    def _wanted(self) -> list[Proposed]:
        return [one for one in self._offered if one.session.held_on not in self._out]

    def _rule(self, texts: Mapping[str, str]) -> tuple[SeriesRule | None, Mapping[str, str]]:
        values, problems = parse(SERIES, texts)
        if problems:
            return None, problems
        try:
            rule = SeriesRule(
                first=self.first.held_on,
                pattern=values["pattern"],
                weekdays=tuple(sorted(int(day) for day in values["weekdays"])),
                every=values["every"] or 1,
                place=int(values["place"] or 1),
                month_day=self.first.held_on.day,
                until=values["until"],
                times=values["times"],
                on_holiday=values["on_holiday"],
            )
        except InvalidRecord as refused:
            return None, refused.problems
        return rule, {}
