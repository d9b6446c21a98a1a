"""A week on one canvas: hours down, days across, a day chosen by keys or mouse."""

import tkinter
from collections.abc import Callable
from datetime import date, timedelta
from tkinter import font as tkfont

from census_desk.indonesian import clock
from census_desk.words import _
from ui import theme
from ui.presenters.week import Week, WeekDay, WeekEntry, week_boxes
from ui.widgets.keyboard import has_focus
from ui.widgets.painted_month import BAR, SIGNS, WEEKDAY_NAMES, PaintedMonth, entry_colours

HOUR_EMS = 5
SMALLEST = 70


class WeekView(PaintedMonth):
    """Tells `chosen(day, session_id)` and `opened(day, session_id)`, as the month does."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        chosen: Callable[[date, str], None],
        opened: Callable[[date, str], None],
    ) -> None:
        super().__init__(parent)
        self._chosen, self._opened = chosen, opened
        self._week: Week | None = None
        for sequence, days in (("<Left>", -1), ("<Right>", 1), ("<Up>", -7), ("<Down>", 7)):
            self.bind(sequence, lambda event, days=days: self._step(days))  # type: ignore[misc]
        for sequence in ("<Return>", "<KP_Enter>"):
            self.bind(sequence, lambda event: self._opened(self.day, ""))
        self.bind("<Button-1>", self._clicked)
        self.bind("<Double-Button-1>", self._double_clicked)

    def choose(self, day: date) -> None:
        """Choose a day; the page shows its week and its sessions."""
        self.day = day
        self._paint_soon()
        self._chosen(day, "")

    def turn(self, weeks: int) -> None:
        """The same weekday in another week."""
        self.choose(self.day + timedelta(weeks=weeks))

    # inside

    def _step(self, days: int) -> str:
        self.choose(self.day + timedelta(days=days))
        return "break"

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.focus_set()
        day, entry = self._at(event.x, event.y)
        if day is not None:
            self.day = day.on
            self._paint_soon()
            self._chosen(day.on, entry.session.id if entry else "")

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        day, entry = self._at(event.x, event.y)
        if day is not None:
            self._opened(day.on, entry.session.id if entry else "")

    def _at(self, x: float, y: float) -> tuple[WeekDay | None, WeekEntry | None]:
        if self._week is None:
            return None, None
        x, y = x - self._left(), y - self._head_height()
        day = next((one for one in self._week.days if one.x <= x < one.x + one.width), None)
        for entry in reversed(day.entries if day else ()):
            inside = entry.x <= x < entry.x + entry.width
            if inside and entry.y <= y < entry.y + entry.height:
                return day, entry
        return day, None

    def _left(self) -> int:
        return theme.ems(self, HOUR_EMS)

    def _head_height(self) -> int:
        return 2 * self._line() + 2 * theme.GAP

    def _paint(self) -> None:
        self._pending = ""
        colours = theme.palette()
        self.configure(
            background=colours.ground,
            highlightbackground=colours.ground,
            highlightcolor=colours.primary,
        )
        self.delete("all")
        if self._content is None:
            return
        left, top = self._left(), self._head_height()
        self._week = week_boxes(
            self.day,
            self._content.sessions,
            self._content.holidays,
            max(self.winfo_width() - left - 5, SMALLEST),
            max(self.winfo_height() - top - 6, SMALLEST),
            label=self._content.label,
        )
        self._forget_old_measures()
        self._paint_hours(self._week, left, top)
        for day in self._week.days:
            self._paint_column(day, left, top)

    def _paint_hours(self, week: Week, left: float, top: float) -> None:
        colours = theme.palette()
        for hour, y in week.hours:
            self.create_line(left, top + y, self.winfo_width(), top + y, fill=colours.line)
            if hour < week.hours[-1][0]:
                self.create_text(
                    left - 6,
                    top + y + 3,
                    text=f"{hour:02d}.00",
                    anchor="ne",
                    font=theme.SMALL_FONT,
                    fill=colours.quiet,
                )

    def _paint_column(self, day: WeekDay, left: float, top: float) -> None:
        colours = theme.palette()
        x, bottom = left + day.x, self.winfo_height() - 4
        if day.is_day_off:
            self.create_rectangle(x + 1, top, x + day.width, bottom, fill=colours.chrome, width=0)
        self.create_line(x, top - 4, x, bottom, fill=colours.line)
        self._paint_day_name(day, x)
        if day.on == self.day:
            here = has_focus(self)
            edge = colours.primary if here else colours.quiet
            self.create_rectangle(x + 1, 2, x + day.width - 1, bottom, outline=edge, width=2)
        for entry in day.entries:
            self._paint_session(entry, left, top)

    def _paint_day_name(self, day: WeekDay, x: float) -> None:
        colours = theme.palette()
        assert self._content is not None
        is_today = day.on == self._content.working_day
        name = f"{_(WEEKDAY_NAMES[day.on.weekday()])} {day.on.day}"
        self.create_text(
            x + 8,
            theme.GAP,
            text=f"● {name}" if is_today else name,
            anchor="nw",
            font=theme.BOLD_FONT,
            fill=colours.danger
            if day.is_day_off
            else colours.primary
            if is_today
            else colours.text,
        )
        if day.day_off:
            self.create_text(
                x + 8,
                theme.GAP + self._line(),
                text=self._shortened(day.day_off, day.width - 12),
                anchor="nw",
                font=theme.SMALL_FONT,
                fill=colours.danger,
            )

    def _paint_session(self, entry: WeekEntry, left: float, top: float) -> None:
        ground, edge = entry_colours(entry.session.status.value)
        x, y = left + entry.x + 2, top + entry.y + 1
        right, bottom = x + entry.width - 4, y + entry.height - 2
        self.create_rectangle(x, y, right, bottom, fill=ground, outline=theme.palette().line)
        self.create_rectangle(x, y, x + BAR, bottom, fill=edge, width=0)
        small = tkfont.nametofont(theme.SMALL_FONT, self)
        line = small.metrics("linespace")
        sign = SIGNS.get(entry.session.status.value, "")
        texts = [f"{sign}{clock(entry.session.starts_at)} {entry.text}", entry.session.venue]
        room = int((bottom - y) // line)
        for place, text in enumerate(texts[: max(1, room)]):
            self.create_text(
                x + BAR + 4,
                y + 2 + place * line,
                text=self._shortened(text, entry.width - BAR - 10),
                anchor="nw",
                font=theme.SMALL_FONT,
                fill=theme.palette().text if place == 0 else theme.palette().quiet,
            )
