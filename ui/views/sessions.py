"""Sosialisasi: month, week, list, agenda, clashes and the planner, and the attendance sheet."""

import tkinter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.indonesian import number, short_date
from census_desk.sessions.session import Session
from census_desk.words import _
from ui import theme
from ui.commands import Command
from ui.presenters.printing import Printing
from ui.presenters.records import RecordsSpec
from ui.presenters.sessions import SPEC
from ui.views import records
from ui.views.sessions_calendar import (
    AGENDA,
    CLASHES,
    LIST,
    MONTH,
    PLANNER,
    VIEWS,
    calendar_commands,
    view_commands,
)
from ui.views.sessions_letters import Letters
from ui.views.sessions_looks import AgendaPane, ClashesPane
from ui.views.sessions_pane import SessionsPane
from ui.views.sessions_plans import Plans
from ui.views.sessions_sheets import Sheets
from ui.widgets.month_pane import MonthPane, WeekPane
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change
    from ui.views.planner import PlannerPane

    Look = MonthPane | WeekPane | AgendaPane | ClashesPane | PlannerPane

VIEW_KEY = "sessions.view"
PLAN_OF = "plan:"  # then the keys of groups with commas between, none for all


class Page(records.Page):
    """The page of sessions: one of its views in front, remembered."""

    page_id = "sessions"
    pane: SessionsPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self._printing = Printing(workplace)
        self._plans = Plans(self, self, workplace, self._printing)
        self._sheets = Sheets(self, self, workplace, self._printing)
        self._letters = Letters(self, workplace, self.chosen, self.show_record)
        kept = str(workplace.preferences.get(VIEW_KEY, MONTH))
        self._view = kept if kept in {name for name, _words, _icon in VIEWS} else MONTH

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self._make_switch()
        self.pane = SessionsPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self._made: dict[str, Look] = {}
        self._show_view()

    def refresh(self, change: "Change | None" = None) -> None:
        self.pane.refresh(change)
        for made in self._made.values():
            made.refresh()

    def shown(self) -> None:
        self._focus_view()

    def facts(self) -> str:
        if self._view == PLANNER:
            return self.planner.facts()
        sessions = self.workplace.register.sessions.all()
        held = sum(session.attended_count is not None for session in sessions)
        return _("{count} sesi · {held} sudah ada jumlah hadirnya").format(
            count=number(len(sessions)), held=number(held)
        )

    def panes(self) -> Sequence[tkinter.Misc]:
        return self._front().panes()

    @property
    def view(self) -> str:
        """Which view is in front."""
        return self._view

    @property
    def month(self) -> MonthPane:
        """The month, made when it is first asked for."""
        made = self._look(MONTH)
        assert isinstance(made, MonthPane)
        return made

    @property
    def planner(self) -> "PlannerPane":
        """The planner, made when it is first asked for."""
        from ui.views.planner import PlannerPane

        made = self._look(PLANNER)
        assert isinstance(made, PlannerPane)
        return made

    def hidden(self) -> None:
        super().hidden()
        if PLANNER in self._made:
            self.planner.keep()

    def closing(self) -> None:
        if PLANNER in self._made:
            self.planner.closing()

    def show_record(self, record_id: str) -> None:
        if self._letters.asked(record_id):
            return
        if record_id.startswith(PLAN_OF):
            self._use(PLANNER)
            self.planner.open_with(record_id.removeprefix(PLAN_OF))
            return
        self.use_view(LIST)
        self.pane.show_record(record_id)

    def new(self) -> None:
        """A new session; on the chosen day when a calendar is in front."""
        calendar = self._calendar()
        self.new_on(calendar.day if calendar else self.workplace.working_day())

    def new_on(self, day: date) -> None:
        """A new session on that day."""
        self.use_view(LIST)
        self.pane.presenter.new({"held_on": short_date(day)})

    def use_view(self, view: str) -> None:
        """Bring one of the views to the front; the planner has commands of its own."""
        self.commands_moved |= PLANNER in (view, self._view) and view != self._view
        self._view = view
        self.workplace.preferences.set(VIEW_KEY, view)
        self._show_view()

    # what the plans ask

    def chosen(self) -> Session | None:
        """The session in front, as it is saved."""
        return self.pane.saved_record() if self.has_session() else None

    def chosen_ids(self) -> Sequence[str]:
        """The sessions marked in the list."""
        return self.pane.presenter.model.selected if self._view == LIST else ()

    def has_session(self) -> bool:
        """Whether there is a session to work on: in a calendar the one marked beside it."""
        calendar = self._calendar()
        in_front = self._view == LIST or (calendar is not None and bool(calendar.session_id))
        return in_front and self.pane.has_record()

    def show_moved(self, session_id: str) -> None:
        """Go to a session where it is now."""
        session = self.workplace.register.sessions.find(session_id)
        calendar = self._calendar()
        if session is not None and calendar is not None:
            calendar.choose(session.held_on, session.id)
            calendar.focus_view()

    # commands

    def commands(self) -> Sequence[Command]:
        if self._view == PLANNER:
            return [*self.planner.commands(), *view_commands(self.pane._command, self._use)]
        own = {"sessions.new": self.new, "sessions.duplicate": self._duplicate}
        usual = [
            replace(command, run=own.get(command.id, command.run))
            for command in self.pane.commands()
        ]
        plans = self._plans.commands(self.pane._command)
        papers = self._sheets.commands(self.pane._command)
        marking = self.pane._command(
            "present",
            _("Tandai hadir"),
            self.pane.panel.note_present,
            icon="check-lg",
            enabled=lambda: bool(self.pane.panel.rows.ids),
        )
        letters = self._letters.commands(self.has_session)
        looks = [*view_commands(self.pane._command, self._use), *calendar_commands(self)]
        return [*usual, *plans, *letters, *papers, marking, *looks]

    def _duplicate(self) -> None:
        self.use_view(LIST)
        self.pane.presenter.duplicate()

    # inside

    def _make_switch(self) -> None:
        bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP))
        self._which = ttk.StringVar(self, value=self._view)
        for place, (view, text, _icon) in enumerate(VIEWS, 1):
            button = ttk.Radiobutton(
                bar,
                text=_(text),
                value=view,
                variable=self._which,
                bootstyle="primary ghost toolbutton",
                command=lambda view=view: self._use(view),  # type: ignore[misc]
            )
            button.pack(side="left")
            ttk.ToolTip(button, text=f"{_(text)}  Alt+{place}")
        self._places = {name: ttk.Frame(self) for name, _words, _icon in VIEWS if name != LIST}

    def _look(self, view: str) -> "Look":
        """A view beside the list, made at its first show."""
        if view not in self._made:
            made = self._made[view] = self._make_look(view)
            made.pack(fill="both", expand=True)
            made.refresh()
        return self._made[view]

    def _make_look(self, view: str) -> "Look":
        place, desk = self._places[view], self.workplace
        if view == AGENDA:
            return AgendaPane(place, desk, self._printing)
        if view == CLASHES:
            return ClashesPane(place, desk)
        if view == PLANNER:
            from ui.views.planner import PlannerPane  # only for those who plan

            return PlannerPane(place, desk)
        kind = MonthPane if view == MONTH else WeekPane
        return kind(
            place,
            desk,
            selected=self._select,
            opened=self.show_record,
            new=self.new_on,
            moved=self._plans.drop,
        )

    def _front(self) -> "SessionsPane | Look":
        return self.pane if self._view == LIST else self._look(self._view)

    def _calendar(self) -> MonthPane | WeekPane | None:
        front = self._front()
        return front if isinstance(front, MonthPane | WeekPane) else None

    def _show_view(self) -> None:
        self._which.set(self._view)
        in_front = self.pane if self._view == LIST else self._places[self._view]
        for behind in (self.pane, *self._places.values()):
            if behind is not in_front:
                behind.pack_forget()
        self._front()
        in_front.pack(fill="both", expand=True)
        self.workplace.commands_changed()

    def _use(self, view: str) -> None:
        """Bring a view to the front; a calendar goes to the session of the list."""
        editing = self.pane.presenter.editing
        was_list = self._view == LIST
        self.use_view(view)
        calendar = self._calendar()
        if was_list and calendar is not None and editing is not None and editing.record:
            calendar.choose(editing.record.held_on, editing.record.id)
        self.update_idletasks()  # what is not on the screen yet takes no key
        self._focus_view()

    def turn(self, steps: int) -> None:
        """Turn the calendar in front."""
        if calendar := self._calendar():
            calendar.turn(steps)

    def to_working_day(self) -> None:
        """Let the calendar in front show the working day."""
        if calendar := self._calendar():
            calendar.to_working_day()

    def _select(self, session_id: str) -> None:
        """The calendar's session is the list's too: it is what gets printed."""
        if session_id and not self.pane.table.show(session_id):
            self.pane.filter_box.clear()
            self.pane.table.show(session_id)
        if session_id:
            self.pane.presenter.selected()
        self.workplace.commands_changed()

    def _focus_view(self) -> None:
        front = self._front()
        if isinstance(front, SessionsPane):
            front.table.focus_table()
        else:
            front.focus_view()
