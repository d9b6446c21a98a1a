"""A month of sessions: a day chosen by keys or mouse, a session carried to another day."""

import tkinter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ui.presenters.month import day_at, entry_at, month_later
from ui.widgets.painted_month import MonthContent, PaintedMonth

__all__ = ["MonthContent", "MonthView"]
DRAG_PIXELS = 6  # a hand that only trembles does not move a session


@dataclass(slots=True)
class Hand:
    """What is pressed or carried, and from where."""

    session_id: str = ""
    pressed: str = ""
    home: date = date.min
    x: float = 0
    y: float = 0


class MonthView(PaintedMonth):
    """Tells `chosen(day, session_id)` for another day, `opened(day, session_id)` on Enter.

    A session is carried to another day with the mouse, or picked up with Space (`picked()` says
    which) and put down with Enter; `carrying(session_id, day)` follows it, `moved(session_id,
    day)` is where it was put down.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        chosen: Callable[[date, str], None],
        opened: Callable[[date, str], None],
        picked: Callable[[], str] = lambda: "",
        carrying: Callable[[str, date], object] = lambda session_id, day: None,
        moved: Callable[[str, date], object] = lambda session_id, day: None,
    ) -> None:
        super().__init__(parent)
        self._chosen, self._opened = chosen, opened
        self._picked, self._carrying, self._moved = picked, carrying, moved
        self._hand = Hand()
        for sequence, days in (("<Left>", -1), ("<Right>", 1), ("<Up>", -7), ("<Down>", 7)):
            self.bind(sequence, lambda event, days=days: self._step(days))  # type: ignore[misc]
        self.bind("<Return>", lambda event: self._enter())
        self.bind("<KP_Enter>", lambda event: self._enter())
        self.bind("<space>", lambda event: self._pick_up_or_put_down())
        self.bind("<Escape>", lambda event: self._let_go())
        self.bind("<B1-Motion>", self._dragged)
        self.bind("<ButtonRelease-1>", self._released)
        self.bind("<Button-1>", self._clicked)
        self.bind("<Double-Button-1>", self._double_clicked)

    def choose(self, day: date) -> None:
        """Choose a day; the page shows its month and its sessions."""
        self.day = day
        self._paint_soon()
        self._chosen(day, "")

    def turn(self, months: int) -> None:
        """The same day in another month; what is carried comes along."""
        day = month_later(self.day, months)
        if self.carried:
            self._carry_to(day)
        else:
            self.choose(day)

    @property
    def carried(self) -> str:
        """The session being carried, "" for none."""
        return self._hand.session_id

    def pick_up(self, session_id: str) -> None:
        """Take a session along: arrows carry it, Enter puts it down, Esc leaves it."""
        self._hand = Hand(session_id=session_id, home=self.day)
        self._carry_to(self.day)

    # inside

    def _step(self, days: int) -> str:
        day = self.day + timedelta(days=days)
        if self._hand.session_id:
            self._carry_to(day)
        else:
            self.choose(day)
        return "break"

    def _enter(self) -> None:
        if self._hand.session_id:
            self._put_down(self.day)
        else:
            self._opened(self.day, "")

    def _pick_up_or_put_down(self) -> str:
        if self._hand.session_id:
            self._put_down(self.day)
        elif session_id := self._picked():
            self.pick_up(session_id)
        return "break"

    def _let_go(self) -> str | None:
        if not self._hand.session_id:
            return None
        home, self._hand = self._hand.home, Hand()
        self.configure(cursor="")
        self.choose(home)
        return "break"

    def _carry_to(self, day: date) -> None:
        self.day = day
        self._carrying(self._hand.session_id, day)
        self._paint_soon()

    def _put_down(self, day: date) -> None:
        session_id, home, self._hand = self._hand.session_id, self._hand.home, Hand()
        self.configure(cursor="")
        if day == home:
            self.choose(home)
        else:
            self._moved(session_id, day)

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.focus_set()
        y = event.y - self._head_height()
        box, entry = day_at(self._boxes, event.x, y), entry_at(self._boxes, event.x, y)
        if box is None:
            return
        self._hand = Hand(pressed=entry.session_id if entry else "", home=box.on, x=event.x, y=y)
        self.day = box.on
        self._paint_soon()
        self._chosen(box.on, self._hand.pressed)

    def _dragged(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        hand, y = self._hand, event.y - self._head_height()
        if not hand.pressed or abs(event.x - hand.x) + abs(y - hand.y) < DRAG_PIXELS:
            return
        hand.session_id = hand.pressed
        self.configure(cursor="fleur")
        box = day_at(self._boxes, event.x, y)
        if box is not None and box.on != self.day:
            self._carry_to(box.on)

    def _released(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        hand = self._hand
        if hand.pressed and hand.session_id:
            self._put_down(self.day)
        hand.pressed = ""

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        y = event.y - self._head_height()
        entry = entry_at(self._boxes, event.x, y)
        if box := day_at(self._boxes, event.x, y):
            self._opened(box.on, entry.session_id if entry else "")
