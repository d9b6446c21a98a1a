"""The month of a plan: its lines coloured by team, the teams named below, one carried to a day."""

import tkinter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import ttkbootstrap as ttk

from census_desk.indonesian import clock
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui import theme
from ui.presenters.calendar import days_off
from ui.tables import Column
from ui.widgets.month_pane import MonthPane
from ui.widgets.painted_month import MonthContent
from ui.widgets.team_legend import TeamLegend
from ui.widgets.wrap_row import WrapRow
from ui.workplace import Workplace

LOW_ROWS = 12  # lower than this the buttons of a line leave their place to the list
SIGNS = N_("■ terkunci   ✉ undangan keluar   → akan pindah")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What can be done with the line in front: a button's text, icon and key.

    `says` answers another text where that depends on the line.
    """

    text: str
    icon: str
    key: str
    run: Callable[[], object]
    says: Callable[[], str] | None = None


def name_deeds(buttons: Iterable[tuple[Deed, ttk.Button]]) -> None:
    """The buttons say what they would do to the line in front."""
    for deed, button in buttons:
        if deed.says is not None:
            button.configure(text=deed.says())


class Shown(Protocol):
    """What the calendar asks about the plan it shows."""

    def sessions(self) -> Sequence[Session]:
        """The lines as sessions; a session's id is its line's."""

    def label(self, session: Session) -> str:
        """What a line is called in its day."""

    def state(self, session: Session) -> str:
        """What a line is coloured by."""

    def words(self, session: Session) -> str:
        """Whether it is a proposal, locked, or a session already."""

    def carried_words(self, line_id: str, day: date) -> tuple[str, bool]:
        """What a carried line would meet on a day, and whether that is in its way."""

    def said(self, line_id: str) -> str:
        """The line in a sentence, for what its cells cut short."""

    def locked_words(self, line_id: str) -> str:
        """Why a line cannot be taken along, "" when it can."""

    def legend(self) -> Sequence[str]:
        """The teams in the order of their colours."""


class PlanMonthPane(MonthPane):
    """`selected(line_id)`, `opened(line_id)` and `moved(line_id, day)` as for sessions."""

    empty_day = N_("Tidak ada sesi rencana pada tanggal ini.")

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        shown: Shown,
        *,
        selected: Callable[[str], object],
        opened: Callable[[str], object],
        moved: Callable[[str, date], object],
        deeds: Sequence[Deed] = (),
    ) -> None:
        self._shown = shown
        self._buttons: list[tuple[Deed, ttk.Button]] = []
        self.day_columns = _columns(shown)
        super().__init__(
            parent,
            workplace,
            selected=selected,
            opened=opened,
            new=lambda day: None,
            moved=moved,
        )
        self._make_deeds(deeds)
        self._legend = TeamLegend(self)
        self._legend.grid(row=3, column=0, columnspan=2, sticky="ew", pady=(theme.GAP // 2, 0))

    def _make_deeds(self, deeds: Sequence[Deed]) -> None:
        """The buttons under the list of the day."""
        place = self._deeds = WrapRow(self._day.foot)
        self._place_deeds(low=False)
        for deed in deeds:
            button = ttk.Button(
                place,
                text=deed.text,
                icon=deed.icon,
                bootstyle="secondary outline",
                command=deed.run,
            )
            ttk.ToolTip(button, text=f"{deed.text}  {deed.key}")
            place.add(button)
            self._buttons.append((deed, button))

    def _place_deeds(self, *, low: bool) -> None:
        """In a low window the list needs the room; keys and menu do the same as the buttons."""
        if low:
            self._deeds.pack_forget()
        else:
            self._deeds.pack(fill="x", pady=(theme.GAP // 2, 0))

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        super()._resized(event)
        if event.widget is self:
            self._show_foot()

    @property
    def _is_low(self) -> bool:
        """Whether the list of the day needs the room under it."""
        return 1 < self.winfo_height() < LOW_ROWS * theme.row_height(self)

    def _show_foot(self) -> None:
        low = self._is_low
        self._place_deeds(low=low)
        self._legend.show(self._shown.legend(), "" if low else _(SIGNS))
        self._tell_line()

    def _moved(self) -> None:
        super()._moved()
        self._tell_line()

    def _tell_line(self) -> None:
        """Name the line in full under its day, and what its buttons would do."""
        if not self._buttons:  # the pane is still being made
            return
        name_deeds(self._buttons)
        self._deeds.arrange()
        self._day.tell("" if self._is_low else self._shown.said(self.session_id))

    def _picked(self) -> str:
        """The line Space takes along; one that is locked is told of, and stays."""
        line_id = super()._picked()
        if line_id and (told := self._shown.locked_words(line_id)):
            self._workplace.say(told, "error")
            return ""
        return line_id

    def sessions(self) -> Sequence[Session]:
        return self._shown.sessions()

    def content_of(self, sessions: Sequence[Session], day: date) -> MonthContent:
        return MonthContent(
            sessions=sessions,
            holidays=days_off(self._workplace, day),
            working_day=self._workplace.working_day(),
            label=self._shown.label,
            state=self._shown.state,
            when=lambda session: f"{session.starts_at:%H}",  # a half-day needs no minutes
        )

    def words_of_carried(self, session_id: str, day: date) -> tuple[str, bool]:
        return self._shown.carried_words(session_id, day)

    def refresh(self) -> None:
        super().refresh()
        self._show_foot()


def _columns(shown: Shown) -> tuple[Column, ...]:
    """What the list of a day says of a line."""
    return (
        Column(
            name="starts_at",
            label=N_("Jam"),
            text=lambda session, lookup: clock(session.starts_at),
            ems=5,
            firm=True,
        ),
        Column(
            name="label",
            label=N_("Tim dan sasaran"),
            text=lambda session, lookup: shown.label(session),
            ems=24,
        ),
        Column(
            name="words",
            label=N_("Keadaan"),
            text=lambda session, lookup: shown.words(session),
            ems=11,
        ),
    )
