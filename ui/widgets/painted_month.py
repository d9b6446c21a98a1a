"""How a month is painted: days, days off, sessions, and the one that is being carried."""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from tkinter import font as tkfont

from census_desk.calendar import Holiday
from census_desk.sessions.session import Session, SessionStatus
from census_desk.words import N_, _
from ui import theme
from ui.presenters.month import (
    TEAM,
    DayBox,
    EntryBox,
    Measures,
    month_boxes,
    starting_time,
    status_of,
)
from ui.widgets.keyboard import has_focus

WEEKDAY_NAMES = (N_("Sen"), N_("Sel"), N_("Rab"), N_("Kam"), N_("Jum"), N_("Sab"), N_("Min"))
REPAINT_PAUSE_MS = 40
BAR = 3  # the coloured edge of a session line, pixels
# Never by colour alone: the sign says the same.
SIGNS = {
    SessionStatus.PLANNED.value: "",
    SessionStatus.INVITED.value: "",
    SessionStatus.RUNNING.value: "▸ ",
    SessionStatus.HELD.value: "✓ ",
    SessionStatus.POSTPONED.value: "… ",
    SessionStatus.CANCELLED.value: "× ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthContent:
    """What the month shows: sessions, days off, the working day and how a session is called.

    `state` is what a line is coloured by: its status, or "tim 0", "tim 1" … for a team; `when`
    is the time before it.
    """

    sessions: Sequence[Session]
    holidays: Sequence[Holiday]
    working_day: date
    label: Callable[[Session], str]
    state: Callable[[Session], str] = status_of
    when: Callable[[Session], str] = starting_time


class PaintedMonth(tkinter.Canvas):
    """Paints `content` with `day` chosen and `carried` at the foot of that day."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, highlightthickness=2, takefocus=True, width=1, height=1)
        self._content: MonthContent | None = None
        self._boxes: tuple[DayBox, ...] = ()
        self._pending = ""
        self._short: dict[tuple[str, int], str] = {}
        self._short_size: object = None
        self.day = date(2020, 1, 1)  # until show(): a day, so that keys find one
        for sequence in ("<Configure>", "<<ThemeChanged>>", "<FocusIn>", "<FocusOut>"):
            self.bind(sequence, lambda event: self._paint_soon(), add="+")
        self.bind("<Destroy>", lambda event: self._forget(), add="+")

    @property
    def carried(self) -> str:
        """The session being carried, "" for none."""
        return ""

    def show(self, content: MonthContent, day: date) -> None:
        """Show the time around `day`, with that day chosen."""
        self._content, self.day = content, day
        self._paint_soon()

    def _paint_soon(self) -> None:
        if not self._pending:
            self._pending = self.after(REPAINT_PAUSE_MS, self._paint)

    def _forget(self) -> None:
        if self._pending:
            self.after_cancel(self._pending)
            self._pending = ""

    def _head_height(self) -> int:
        return self._line() + 2 * theme.GAP

    def _line(self) -> int:
        return int(tkfont.nametofont("TkDefaultFont", self).metrics("linespace"))

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
        self._forget_old_measures()
        line = self._line()
        measures = Measures(line=line + 2, gap=3, day_line=line + 8)
        width, height = self.winfo_width() - 5, self.winfo_height() - self._head_height() - 5
        self._boxes = month_boxes(
            self.day,
            self._content.sessions,
            self._content.holidays,
            max(width, 70),
            max(height, 70),
            label=self._content.label,
            state=self._content.state,
            when=self._content.when,
            measures=measures,
        )
        self._paint_head(max(width, 70))
        for box in self._boxes:
            self._paint_day(box, self._head_height(), line)

    def _forget_old_measures(self) -> None:
        size = tkfont.nametofont(theme.SMALL_FONT, self).actual()
        if size != self._short_size:
            self._short_size = size
            self._short.clear()

    def _paint_head(self, width: float) -> None:
        colours = theme.palette()
        for place, name in enumerate(WEEKDAY_NAMES):
            self.create_text(
                place * width / 7 + 8,
                theme.GAP,
                text=_(name),
                anchor="nw",
                font=theme.BOLD_FONT,
                fill=colours.danger if place == 6 else colours.text,
            )

    def _paint_day(self, box: DayBox, top: float, line: int) -> None:
        colours = theme.palette()
        x, y = box.x + 2, box.y + top
        chosen = box.on == self.day
        self.create_rectangle(
            x,
            y,
            x + box.width,
            y + box.height,
            outline=colours.line,
            fill=colours.ground if box.is_in_month else colours.chrome,
        )
        if chosen:
            here = has_focus(self)
            self.create_rectangle(
                x + 1,
                y + 1,
                x + box.width - 1,
                y + box.height - 1,
                outline=colours.primary if here else colours.quiet,
                width=2,
            )
        self._paint_number(box, x, y, line)
        for entry in box.entries:
            self._paint_entry(entry, top)
        if box.more:
            self._paint_more(box, x, y, line)
        if chosen and self.carried:
            self._paint_carried(box, x, y, line)

    def _paint_carried(self, box: DayBox, x: float, y: float, line: int) -> None:
        """The session in hand, at the foot of the day where it would be put down."""
        assert self._content is not None
        colours = theme.palette()
        session = next((one for one in self._content.sessions if one.id == self.carried), None)
        if session is None:
            return
        top = y + box.height - line - 8
        self.create_rectangle(
            x + 4,
            top,
            x + box.width - 4,
            top + line + 4,
            outline=colours.primary,
            fill=colours.chosen,
            dash=(3, 2),
            width=2,
        )
        self.create_text(
            x + 10,
            top + line / 2 + 2,
            text=self._shortened(f"↷ {self._content.label(session)}", box.width - 20),
            anchor="w",
            font=theme.SMALL_FONT,
            fill=colours.chosen_text,
        )

    def _paint_more(self, box: DayBox, x: float, y: float, line: int) -> None:
        """How many sessions found no room; in short where the day is narrow."""
        words = _("+{count} lagi").format(count=box.more)
        font = tkfont.nametofont(theme.SMALL_FONT, self)
        if font.measure(words) + 2 * line > box.width:
            words = f"+{box.more}"
        self.create_text(
            x + box.width - 6,
            y + 5,
            text=words,
            anchor="ne",
            font=theme.SMALL_FONT,
            fill=theme.palette().quiet,
        )

    def _paint_number(self, box: DayBox, x: float, y: float, line: int) -> None:
        colours = theme.palette()
        assert self._content is not None
        is_today = box.on == self._content.working_day
        fill = colours.danger if box.is_day_off else colours.text
        if not box.is_in_month:
            fill = colours.quiet
        middle, radius = y + 4 + line / 2, line / 2 + 2
        if is_today:
            self.create_oval(
                x + 15 - radius,
                middle - radius,
                x + 15 + radius,
                middle + radius,
                fill=colours.primary,
                width=0,
            )
            fill = colours.ground
        self.create_text(
            x + 15,
            middle,
            text=str(box.on.day),
            font=theme.BOLD_FONT if is_today else "TkDefaultFont",
            fill=fill,
        )

    def _paint_entry(self, entry: EntryBox, top: float) -> None:
        ground, edge = entry_colours(entry.state)
        x, y = entry.x + 2, entry.y + top
        self.create_rectangle(x, y, x + entry.width, y + entry.height, fill=ground, width=0)
        self.create_rectangle(x, y, x + BAR, y + entry.height, fill=edge, width=0)
        sign = SIGNS.get(entry.state, "")
        self.create_text(
            x + BAR + 4,
            y + entry.height / 2,
            text=self._shortened(f"{sign}{entry.text}", entry.width - BAR - 6),
            anchor="w",
            font=theme.SMALL_FONT,
            fill=theme.palette().text,
        )

    def _shortened(self, text: str, room: float) -> str:
        key = (text, round(room))
        if key not in self._short:
            self._short[key] = self._cut(text, room)
        return self._short[key]

    def _cut(self, text: str, room: float) -> str:
        """The longest beginning that fits, found by halves: measuring is what costs."""
        font = tkfont.nametofont(theme.SMALL_FONT, self)
        if font.measure(text) <= room:
            return text
        fits, over = 0, len(text)
        while over - fits > 1:
            middle = (fits + over) // 2
            if font.measure(f"{text[:middle]}…") <= room:
                fits = middle
            else:
                over = middle
        return f"{text[:fits].rstrip()}…"


def entry_colours(state: str) -> tuple[str, str]:
    """Ground and edge of a line by the state of its session, or by its team."""
    if state.startswith(TEAM):
        return theme.team_colours(int(state.removeprefix(TEAM)))
    colours = theme.palette()
    pairs = {
        SessionStatus.HELD.value: (colours.ok_ground, colours.success),
        SessionStatus.POSTPONED.value: (colours.warning_ground, colours.warning),
        SessionStatus.CANCELLED.value: (colours.chrome, colours.quiet),
        "libur": (colours.error_ground, colours.danger),
    }
    return pairs.get(state, (colours.info_ground, colours.primary))
