"""A day typed as people write it, read by our own parser, with a small calendar to pick from."""

import calendar
import tkinter
from collections.abc import Callable
from datetime import date, timedelta

import ttkbootstrap as ttk

from census_desk.indonesian import MONTHS, WEEKDAYS, read_date, short_date
from census_desk.words import _
from ui import theme
from ui.widgets.inputs import LineInput
from ui.widgets.popup import Popup


def typed_day(text: str) -> date | None:
    """The day a text means, None when it means none."""
    try:
        return read_date(text)
    except ValueError:
        return None


def month_weeks(year: int, month: int) -> list[list[date]]:
    """Six weeks from Monday that show a month whole."""
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(year, month)
    while len(weeks) < 6:
        weeks.append([day + timedelta(days=7) for day in weeks[-1]])
    return weeks


def months_on(day: date, months: int) -> date:
    """The same day that many months on; the last of the month where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return day.replace(
        year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1])
    )


class DateField(LineInput):
    """12/5/2027, 12-05-2027 or 12 Mei 2027; the weekday stands beside it.

    Up and Down move a day, PageUp and PageDown a month, Alt+Down or the button opens the calendar.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        changed: Callable[[], object] = lambda: None,
        *,
        start: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent, changed, ems=13)
        self._start = start
        self._popup: Popup | None = None
        self.entry.grid(sticky="w")
        self.columnconfigure(0, weight=0)
        self.button = ttk.Button(
            self,
            icon="calendar3",
            icon_only=True,
            bootstyle="secondary ghost",
            takefocus=False,
            command=self._toggle,
        )
        self.button.grid(row=0, column=1)
        self.weekday = ttk.Label(self, style="Quiet.TLabel")
        self.weekday.grid(row=0, column=2, padx=(4, 0), sticky="w")
        self.columnconfigure(2, weight=1)
        self.text.trace_add("write", lambda *_names: self._show_weekday())
        self._bind_keys()

    def settle(self) -> None:
        day = typed_day(self.text.get())
        if day is not None and self.text.get() != short_date(day):
            self.text.set(short_date(day))

    def enable(self, enabled: bool) -> None:
        super().enable(enabled)
        self.button.state(["!disabled" if enabled else "disabled"])

    def _bind_keys(self) -> None:
        entry = self.entry
        entry.bind("<Alt-Key-Down>", lambda e: self._toggle())
        entry.bind("<Key-Up>", lambda e: self._move(days=1))
        entry.bind("<Key-Down>", lambda e: self._move(days=-1))
        entry.bind("<Key-Prior>", lambda e: self._move(months=-1))
        entry.bind("<Key-Next>", lambda e: self._move(months=1))
        entry.bind("<Key-Escape>", self._escape)
        entry.bind("<Key-Return>", self._enter)
        entry.bind("<FocusOut>", self._left)
        entry.bind("<Unmap>", lambda e: self._popup.close() if self._popup else None)

    def _show_weekday(self) -> None:
        day = typed_day(self.text.get())
        self.weekday.configure(text=_(WEEKDAYS[day.weekday()]) if day else "")

    def _move(self, *, days: int = 0, months: int = 0) -> str:
        if str(self.entry.cget("state")) == "readonly":
            return "break"
        day = typed_day(self.text.get())
        if day is None:
            self._take(self._start())
        elif self._popup is not None and abs(days) == 1:
            self._take(day + timedelta(days=-7 * days))
        else:
            self._take(months_on(day, months) if months else day + timedelta(days=days))
        if self._popup is not None:
            self._draw()
        return "break"

    def _take(self, day: date) -> None:
        self.text.set(short_date(day))
        self.entry.icursor("end")

    def _toggle(self) -> str:
        if self._popup is not None:
            self._popup.close()
        elif str(self.entry.cget("state")) != "readonly":
            self.entry.focus_set()
            self._popup = Popup(self, self._closed)
            self._draw()
            self._popup.open()
        return "break"

    def _closed(self) -> None:
        self._popup = None

    def _escape(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        if self._popup is None:
            return None
        self._popup.close()
        return "break"

    def _enter(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        if self._popup is None:
            return None
        if typed_day(self.text.get()) is None:
            self._take(self._start())
        self._popup.close()
        return "break"

    def _left(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.settle()
        if self._popup is not None:
            self._popup.close()

    def _draw(self) -> None:
        assert self._popup is not None
        for child in self._popup.body.winfo_children():
            child.destroy()
        shown = typed_day(self.text.get()) or self._start()
        self._draw_head(shown)
        for column, name in enumerate(WEEKDAYS):
            label = ttk.Label(self._popup.body, text=_(name)[:3], style="Quiet.TLabel")
            label.grid(row=1, column=column, padx=2, pady=2)
        for row, week in enumerate(month_weeks(shown.year, shown.month), 2):
            for column, day in enumerate(week):
                self._draw_day(day, shown, row, column)

    def _draw_head(self, shown: date) -> None:
        assert self._popup is not None
        body = self._popup.body
        for column, icon, months in ((0, "chevron-left", -1), (6, "chevron-right", 1)):
            ttk.Button(
                body,
                icon=icon,
                icon_only=True,
                takefocus=False,
                bootstyle="secondary ghost",
                command=lambda months=months: self._move(months=months),
            ).grid(row=0, column=column)
        title = f"{_(MONTHS[shown.month - 1])} {shown.year}"
        ttk.Label(body, text=title, font=theme.BOLD_FONT).grid(row=0, column=1, columnspan=5)

    def _draw_day(self, day: date, shown: date, row: int, column: int) -> None:
        assert self._popup is not None
        colours = theme.palette()
        here = day == shown and typed_day(self.text.get()) is not None
        colour = colours.text if day.month == shown.month else colours.quiet
        colour = colours.danger if day.weekday() == 6 and day.month == shown.month else colour
        label = tkinter.Label(
            self._popup.body,
            text=str(day.day),
            width=3,
            pady=3,
            font=theme.BOLD_FONT if day == self._start() else "TkDefaultFont",
            background=colours.primary if here else colours.ground,
            foreground=colours.ground if here else colour,
        )
        label.grid(row=row, column=column, padx=1, pady=1)
        label.bind("<Button-1>", lambda e: self._picked(day))

    def _picked(self, day: date) -> str:
        self._take(day)
        if self._popup is not None:
            self._popup.close()
        return "break"
