"""The month or the week with its name and turning buttons, beside it the chosen day's sessions."""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import ttkbootstrap as ttk

from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui import theme
from ui.columns import COLUMNS
from ui.presenters.calendar import (
    carried_words,
    days_off,
    days_off_on,
    month_facts,
    session_label,
    sessions_on,
    week_facts,
    week_title,
)
from ui.tables import Column
from ui.widgets.month import MonthView
from ui.widgets.painted_month import MonthContent
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.week import WeekView
from ui.wording import month_title, spoken_day
from ui.workplace import Workplace

DAY_WIDTHS = {"starts_at": 10, "audience": 12, "status": 10}
DAY_COLUMNS = tuple(
    replace(column, ems=DAY_WIDTHS[column.name])
    for column in COLUMNS["sessions"]
    if column.name in DAY_WIDTHS
)
DAY_EMS = 40
SLIM_DAY_EMS = 28
NARROW_EMS = 110
SHORT_ROWS = 22  # lower than this there is no room for the day below the month
DAY_ROWS = 6


class CalendarPane(ttk.Frame):
    """`selected(session_id)`, `opened(session_id)` and `new(day)` are what the page does then.

    The first session of a chosen day is selected at once, so that it can be printed from here.
    Heirs make the view and say what its head tells.
    """

    before, after = N_("Sebelumnya (PageUp)"), N_("Berikutnya (PageDown)")
    day_columns: Sequence[Column] = DAY_COLUMNS
    empty_day = N_("Tidak ada sesi. N membuat sesi baru pada hari ini.")

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        *,
        selected: Callable[[str], object],
        opened: Callable[[str], object],
        new: Callable[[date], object],
        moved: Callable[[str, date], object] = lambda session_id, day: None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._selected, self._opened, self._new = selected, opened, new
        self._moved_to = moved
        self.rowconfigure(1, weight=1)
        self.columnconfigure(0, weight=1)
        self._make_head()
        self._view = self.make_view()
        self._view.day = workplace.working_day()
        self._view.grid(row=1, column=0, sticky="nsew")
        self._day = RowsPanel(
            self,
            N_("Hari terpilih"),
            self.day_columns,
            workplace.lookup,
            empty=_(self.empty_day),
            on_open=self._opened,
            on_select=self._moved,
        )
        self.bind("<Configure>", self._resized)

    def make_view(self) -> MonthView | WeekView:
        """The canvas of the pane."""
        raise NotImplementedError

    def title_of(self, day: date) -> str:
        """The name of the time that is shown."""
        raise NotImplementedError

    def facts_of(self, sessions: Sequence[Session], day: date) -> str:
        """What the head says beside the name."""
        raise NotImplementedError

    def sessions(self) -> Sequence[Session]:
        """What the calendar shows: the register's sessions."""
        return self._workplace.register.sessions.all()

    def content_of(self, sessions: Sequence[Session], day: date) -> MonthContent:
        """How the canvas is to show them."""
        return MonthContent(
            sessions=sessions,
            holidays=days_off(self._workplace, day),
            working_day=self._workplace.working_day(),
            label=lambda session: session_label(self._workplace, session),
        )

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._view.day

    @property
    def session_id(self) -> str:
        """The session marked in the list of the day, "" for none."""
        return self._day.model.cursor

    def refresh(self) -> None:
        """Show what the register says now."""
        self._show(self._view.day)

    def turn(self, steps: int) -> None:
        """Go to another month or week."""
        self._view.turn(steps)

    def to_working_day(self) -> None:
        """Go to the working day."""
        self._view.choose(self._workplace.working_day())

    def choose(self, day: date, session_id: str = "") -> None:
        """Go to a day, and there to a session."""
        self._view.day = day
        self._chosen(day, session_id)

    def focus_view(self) -> None:
        """Take the keyboard."""
        self._view.focus_set()

    def panes(self) -> Sequence[tkinter.Misc]:
        """The calendar and the list of the day."""
        return [self._view, self._day.table]

    # inside

    def _make_head(self) -> None:
        head = ttk.Frame(self)
        head.grid(row=0, column=0, columnspan=2, sticky="ew", pady=(0, theme.GAP // 2))
        for icon, words, steps in (
            ("chevron-left", _(self.before), -1),
            ("chevron-right", _(self.after), 1),
        ):
            button = ttk.Button(
                head,
                icon=icon,
                icon_only=True,
                bootstyle="secondary ghost",
                command=lambda steps=steps: self.turn(steps),  # type: ignore[misc]
            )
            ttk.ToolTip(button, text=words)
            button.pack(side="left")
        self._title = ttk.Label(head, style="Head.TLabel")
        self._title.pack(side="left", padx=theme.GAP)
        self._facts = ttk.Label(head, style="Quiet.TLabel")
        self._facts.pack(side="left")
        to_day = ttk.Button(
            head,
            text=_("Tanggal kerja"),
            icon="calendar-check",
            bootstyle="secondary outline",
            command=self.to_working_day,
        )
        ttk.ToolTip(to_day, text=_("Ke tanggal kerja (T)"))
        to_day.pack(side="right")

    def _show(self, day: date) -> None:
        sessions = self.sessions()
        self._view.show(self.content_of(sessions, day), day)
        self._title.configure(text=self.title_of(day))
        self._facts.configure(text=self.facts_of(sessions, day), style="Quiet.TLabel")
        self._day.set_title(spoken_day(day))
        self._day.show(sessions_on(sessions, day), days_off_on(self._workplace, day))

    def _chosen(self, day: date, session_id: str = "") -> None:
        self._show(day)
        first = self._day.model.at(0).id if self._day.model.count else ""
        self._day.model.select(session_id or first)
        self._day.table.paint()
        self._moved()

    def _moved(self) -> None:
        self._selected(self._day.model.cursor)

    def _open(self, day: date, session_id: str) -> None:
        found = sessions_on(self.sessions(), day)
        if session_id or len(found) == 1:
            self._opened(session_id or found[0].id)
        elif found:
            self._day.table.focus_table()
        elif not self._workplace.read_only:
            self._new(day)

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is not self:
            return
        self._day.grid_propagate(False)  # the month takes what is left, whatever the rows want
        row = theme.row_height(self)
        wide = event.width >= theme.ems(self, NARROW_EMS)
        if wide or event.height < SHORT_ROWS * row:
            ems = DAY_EMS if wide else SLIM_DAY_EMS
            self._day.configure(width=theme.ems(self, ems), height=1)
            self._day.grid(row=1, column=1, sticky="nsew", padx=(theme.GAP * 2, 0), pady=0)
        else:
            self._day.configure(width=1, height=DAY_ROWS * row)
            self._day.grid(row=2, column=0, sticky="nsew", padx=0, pady=(theme.GAP, 0))


class MonthPane(CalendarPane):
    """The month; `moved(session_id, day)` follows a session that was put on another day."""

    before, after = N_("Bulan sebelumnya (PageUp)"), N_("Bulan berikutnya (PageDown)")
    _view: MonthView

    def make_view(self) -> MonthView:
        return MonthView(
            self,
            chosen=self._chosen,
            opened=self._open,
            picked=self._picked,
            carrying=self._carried,
            moved=self._put_down,
        )

    def title_of(self, day: date) -> str:
        return month_title(day)

    def facts_of(self, sessions: Sequence[Session], day: date) -> str:
        return month_facts(sessions, day)

    def words_of_carried(self, session_id: str, day: date) -> tuple[str, bool]:
        """What a session would meet on that day, and whether anything is in its way."""
        return carried_words(self._workplace, session_id, day)

    def carry(self) -> None:
        """Take the marked session along, as Space does."""
        if session_id := self._picked():
            self._view.focus_set()
            self._view.pick_up(session_id)

    def _picked(self) -> str:
        return "" if self._workplace.read_only else self.session_id

    def _carried(self, session_id: str, day: date) -> None:
        self._show(day)
        words, is_clashing = self.words_of_carried(session_id, day)
        style = "Warning.TLabel" if is_clashing else "Quiet.TLabel"
        self._facts.configure(text=words, style=style)

    def _put_down(self, session_id: str, day: date) -> None:
        self._moved_to(session_id, day)


class WeekPane(CalendarPane):
    """The week, hour by hour."""

    before, after = N_("Pekan sebelumnya (PageUp)"), N_("Pekan berikutnya (PageDown)")

    def make_view(self) -> WeekView:
        return WeekView(self, chosen=self._chosen, opened=self._open)

    def title_of(self, day: date) -> str:
        return week_title(day)

    def facts_of(self, sessions: Sequence[Session], day: date) -> str:
        return week_facts(sessions, day)
