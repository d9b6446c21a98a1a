"""The month with its name and turning buttons, and beside it the chosen day's sessions."""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.columns import COLUMNS
from ui.presenters.sessions import (
    days_off,
    days_off_on,
    month_facts,
    session_label,
    sessions_on,
)
from ui.widgets.month import MonthContent, MonthView, month_title
from ui.widgets.rows_panel import RowsPanel
from ui.wording import spoken_day
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


class MonthPane(ttk.Frame):
    """`selected(session_id)`, `opened(session_id)` and `new(day)` are what the page does then.

    The first session of a chosen day is selected at once, so that it can be printed from here.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        *,
        selected: Callable[[str], object],
        opened: Callable[[str], object],
        new: Callable[[date], object],
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._selected, self._opened, self._new = selected, opened, new
        self.rowconfigure(1, weight=1)
        self.columnconfigure(0, weight=1)
        self._make_head()
        self._view = MonthView(self, chosen=self._chosen, opened=self._open)
        self._view.day = workplace.working_day()
        self._view.grid(row=1, column=0, sticky="nsew")
        self._day = RowsPanel(
            self,
            N_("Hari terpilih"),
            DAY_COLUMNS,
            workplace.lookup,
            empty=_("Tidak ada sesi. N membuat sesi baru pada hari ini."),
            on_open=self._opened,
            on_select=self._moved,
        )
        self.bind("<Configure>", self._resized)

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

    def turn(self, months: int) -> None:
        """Go to another month."""
        self._view.turn(months)

    def to_working_day(self) -> None:
        """Go to the working day."""
        self._view.choose(self._workplace.working_day())

    def focus_month(self) -> None:
        """Take the keyboard."""
        self._view.focus_set()

    def panes(self) -> Sequence[tkinter.Misc]:
        """The month and the list of the day."""
        return [self._view, self._day.table]

    # inside

    def _make_head(self) -> None:
        head = ttk.Frame(self)
        head.grid(row=0, column=0, columnspan=2, sticky="ew", pady=(0, theme.GAP // 2))
        for icon, words, months in (
            ("chevron-left", _("Bulan sebelumnya (PageUp)"), -1),
            ("chevron-right", _("Bulan berikutnya (PageDown)"), 1),
        ):
            button = ttk.Button(
                head,
                icon=icon,
                icon_only=True,
                bootstyle="secondary ghost",
                command=lambda months=months: self.turn(months),  # type: ignore[misc]
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
        sessions = self._workplace.register.sessions.all()
        content = MonthContent(
            sessions=sessions,
            holidays=days_off(day),
            working_day=self._workplace.working_day(),
            label=lambda session: session_label(self._workplace, session),
        )
        self._view.show(content, day)
        self._title.configure(text=month_title(day))
        self._facts.configure(text=month_facts(sessions, day))
        self._day.set_title(spoken_day(day))
        self._day.show(sessions_on(sessions, day), days_off_on(day))

    def _chosen(self, day: date) -> None:
        self._show(day)
        first = self._day.model.at(0).id if self._day.model.count else ""
        self._day.model.select(first)
        self._day.table.paint()
        self._moved()

    def _moved(self) -> None:
        self._selected(self._day.model.cursor)

    def _open(self, day: date, session_id: str) -> None:
        found = sessions_on(self._workplace.register.sessions.all(), day)
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
