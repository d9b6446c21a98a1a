"""Beranda without a window: the cards, the board and what is due, all of one working day."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.campaign import Campaign
from census_desk.coverage.offices import (
    HOME_NAMES,
    OfficeCoverage,
    Totals,
    by_state,
    home_rows,
    totals,
)
from census_desk.coverage.rows import RowKind, by_need
from census_desk.coverage.steps import STATE_NAMES, State, Step, share_shown
from census_desk.due import DueItem, When, due, sessions_in_week, week_of
from census_desk.indonesian import decimal, number
from census_desk.sessions.planning.waiting import planning_due
from census_desk.visits.waiting import open_visits
from census_desk.words import N_, _
from ui.presenters.phases import PhaseBar, TargetWords, phase_bar, target_words
from ui.presenters.stale import stale_item
from ui.tables import Column, TableModel
from ui.wording import spoken_day
from ui.workplace import INFO

if TYPE_CHECKING:
    from census_desk.register import Change
    from ui.workplace import Workplace

PAGE_OF = {
    "letters": "letters",
    "incoming_letters": "letters",
    "sessions": "sessions",
    "visits": "visits",
    "follow_ups": "visits",
    "help_requests": "visits",
    "proposals": "visits",
    "offices": "progress",
    "recaps": "progress",
}
SHOWN_BY = frozenset(
    (
        *(one.name for one in fields(Campaign)),
        *("employees", "programmes", "phases", "targets", "denominators"),
        *("planning_rules", "planning_teams", "planning_groups", "plan_versions"),
        *("facilitators", "venues", "day_changes", "schedule_rules"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One figure: what, how many, one line more, in which tone, and the page behind it."""

    name: str
    figure: str
    note: str
    tone: str
    page: str


class HomePresenter:
    """Reads the register once per change; the view paints what stands here."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.board = TableModel(BOARD_COLUMNS, workplace.lookup)
        self.cards: tuple[Card, ...] = ()
        self.phases = PhaseBar(spans=(), today=0.0, words="")
        self.target: TargetWords | None = None
        self.due: tuple[DueItem, ...] = ()
        self.heads: dict[str, str] = {}
        self.only: frozenset[str] = frozenset()
        self._coverage: CoverageBoard | None = None
        self._rows: tuple[OfficeCoverage, ...] = ()
        self._by_need = True

    @property
    def day_words(self) -> str:
        """The working date in words."""
        return spoken_day(self.workplace.working_day())

    @property
    def is_empty(self) -> bool:
        """Whether there is no office yet."""
        return not self._rows

    def concerns(self, change: "Change | None") -> bool:
        """Whether a change of the register alters anything shown here."""
        return change is None or not SHOWN_BY.isdisjoint(change.touched)

    def refresh(self, change: "Change | None" = None) -> None:
        """Bring all figures up to date for the working date."""
        register, on = self.workplace.register, self.workplace.working_day()
        campaign = campaign_of(register)
        self._rows = self._counted(change, on)
        phases = register.collection("phases").all()
        self.phases = phase_bar(phases, on)
        self.target = target_words(
            register.collection("targets").all(), register.collection("denominators").all(), on
        )
        stale = stale_item(self.workplace)
        more = (*([stale] if stale else []), *planning_due(register, on))
        self.due = with_items(due(campaign, self._rows, phases, on), more)
        self.cards = cards(totals(self._rows), campaign, self.due, on)
        self.heads = heads(self._rows)
        self._show_rows()

    def _counted(self, change: "Change | None", on: date) -> tuple[OfficeCoverage, ...]:
        register, board = self.workplace.register, self._coverage
        if board is None or board.register is not register:
            board = self._coverage = CoverageBoard(register, on, kinds=(RowKind.OFFICE,))
        else:
            board.refresh(change, on)
        return home_rows(register.collection("offices").all(), board.rows)

    # the board

    def show_only(self, office_ids: Iterable[str]) -> None:
        """Keep these offices on the board; none means all."""
        self.only = frozenset(office_ids)
        self._show_rows()

    def sort_by_need(self) -> None:
        """Put the most to do first."""
        self._by_need = True
        self.board.sort("")
        self._show_rows()

    def sort_as_listed(self) -> None:
        """Put the offices in their official order."""
        self._by_need = False
        self.board.sort("")
        self._show_rows()

    @property
    def is_by_need(self) -> bool:
        """Whether the most to do stands first."""
        return self._by_need and not self.board.order.column

    def open_cell(self, office_id: str, column: str) -> None:
        """Go to what is behind a cell: the letter, the session, the visit, or the office."""
        row = next(row for row in self._rows if row.office.id == office_id)
        if column not in STEP_OF:
            self.workplace.go("progress", office_id)
            return
        mark = row.marks[STEP_OF[column]]
        record_id = office_id if mark.collection == "recaps" else mark.record_id
        self.workplace.go(PAGE_OF[mark.collection], record_id or None)

    def open_due(self, item: DueItem) -> None:
        """Go to what waits; a need of several offices shows these offices on the board."""
        if item.office_ids and item.collection in ("offices", "recaps"):
            self.show_only(item.office_ids)
        else:
            self.workplace.go(PAGE_OF[item.collection], item.record_id)

    def deed_of(self, item: DueItem) -> str:
        """What can be done about it here with one click, in words; "" for nothing."""
        if item.collection != "letters" or not item.office_ids or self.workplace.read_only:
            return ""
        return _("Buat pengingat")

    def do_deed(self, item: DueItem) -> None:
        """Draft the reminder to exactly the offices of the item, and go to it."""
        if not self.deed_of(item):
            self.workplace.say(_("Pilih dulu butir surat yang belum diterima atau dijawab."), INFO)
            return
        # the way of a letter brings checker and number books along: not before somebody reminds
        from ui.presenters.letter_steps import LetterSteps

        letter = self.workplace.register.letters.get(item.record_id)
        made = LetterSteps(self.workplace).remind(letter, item.office_ids)
        if made:
            self.workplace.go("letters", made)

    def _show_rows(self) -> None:
        rows = by_need(self._rows) if self._by_need else self._rows
        kept = [row for row in rows if not self.only or row.office.id in self.only]
        self.board.set_records(kept)


def with_items(items: Iterable[DueItem], more: Iterable[DueItem]) -> tuple[DueItem, ...]:
    """More items, each before those that are as near or less near."""
    order = {when: place for place, when in enumerate(When)}
    return tuple(sorted((*more, *items), key=lambda item: order[item.when]))


def campaign_of(register: Any) -> Campaign:
    """The records the list of what is due looks at."""
    return Campaign(**{one.name: register.collection(one.name).all() for one in fields(Campaign)})


def cards(
    figures: Totals, campaign: Campaign, items: Iterable[DueItem], on: date
) -> tuple[Card, ...]:
    """The five figures a morning starts with."""
    all_offices = figures.office_count
    sessions = sessions_in_week(campaign.sessions, on)
    today = sum(1 for session in sessions if session.held_on == on)
    visits = open_visits(campaign.visits, campaign.follow_ups, on)
    late = sum(
        1
        for item in items
        if item.collection in ("visits", "follow_ups") and item.when is When.OVERDUE
    )
    first, last = week_of(on)
    return (
        Card(
            name=_("ASN selesai"),
            figure=f"{number(figures.done_count)} / {number(figures.asn_count)}",
            note=_("{share} % dari ASN").format(
                share=decimal(share_shown(figures.done_count, figures.asn_count))
            ),
            tone="primary",
            page="progress",
        ),
        _office_card(_("OPD menerima edaran"), figures.letter_count, all_offices, "letters"),
        _office_card(_("OPD tersosialisasi"), figures.session_count, all_offices, "sessions"),
        Card(
            name=_("Sesi minggu ini"),
            figure=number(len(sessions)),
            note=_("{today} hari ini").format(today=today)
            if today
            else f"{first:%d/%m}–{last:%d/%m}",
            tone="info",
            page="sessions",
        ),
        Card(
            name=_("Kunjungan terbuka"),
            figure=number(len(visits)),
            note=_("{late} lewat tenggat").format(late=late) if late else _("sesuai rencana"),
            tone="danger" if late else "success",
            page="visits",
        ),
    )


def _office_card(name: str, count: int, all_offices: int, page: str) -> Card:
    left = all_offices - count
    return Card(
        name=name,
        figure=f"{number(count)} / {number(all_offices)}",
        note=_("{left} OPD belum").format(left=number(left)) if left else _("semua OPD"),
        tone="warning" if left else "success",
        page=page,
    )


def heads(rows: Iterable[OfficeCoverage]) -> dict[str, str]:
    """Column name to the count under its heading: `31 dari 43`."""
    rows = tuple(rows)
    answers = {}
    for column, step in STEP_OF.items():
        counts = by_state(rows, step)
        needed = len(rows) - counts[State.NOT_NEEDED]
        answers[column] = _("{count} dari {total}").format(
            count=number(counts[State.DONE]), total=number(needed)
        )
    return answers


STEP_OF = {"letter": Step.LETTER, "session": Step.SESSION, "visit": Step.VISIT, "done": Step.DONE}
STATE_ORDER = {state: place for place, state in enumerate(State)}


def _step_column(name: str, step: Step) -> Column:
    return Column(
        name=name,
        label=HOME_NAMES[step],
        text=lambda row, lookup: row.marks[step].detail,
        sort_key=lambda row, lookup: (STATE_ORDER[row.marks[step].state], -row.asn_count),
        ems=17,
    )


BOARD_COLUMNS = (
    Column(
        name="office",
        label=N_("OPD"),
        text=lambda row, lookup: row.office.short_name,
        ems=17,
    ),
    *(_step_column(name, step) for name, step in STEP_OF.items()),
    # Never seen, but found by the filter: the office's whole name, and the states in words.
    Column(
        name="whole", label=N_("Nama OPD"), text=lambda row, lookup: row.office.name, shown=False
    ),
    Column(name="states", label=N_("Keadaan"), text=lambda row, lookup: _states(row), shown=False),
)


def _states(row: OfficeCoverage) -> str:
    return " ".join(_(STATE_NAMES[mark.state]) for mark in row.marks.values())
