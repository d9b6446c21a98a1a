"""A board of rows × steps, painted for the rows that are seen: sign, words and colour in each cell.

Arrows move the cell, Enter or a double click opens what is behind it, a click on a heading sorts.
"""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from census_desk.coverage.steps import Mark, State, Step
from census_desk.words import _
from ui import theme
from ui.tables import Column, Order
from ui.widgets.painted import Painted

SIGNS = {
    State.DONE: "✓",
    State.PARTLY: "◐",
    State.UNDER_WAY: "›",
    State.LATE: "!",
    State.MISSING: "○",
    State.NOT_NEEDED: "–",
}
PAD = 8
UP, DOWN = "▲", "▼"
STEPS_DOWN = {"Up": -1, "Down": 1}
STEPS_ACROSS = {"Left": -1, "Right": 1}
BETWEEN = " · "


class BoardRows(Protocol):
    """The rows a board paints, in their order; the first column is the name."""

    @property
    def count(self) -> int:
        """Rows that are shown."""

    @property
    def count_text(self) -> str:
        """How many, in words."""

    @property
    def order(self) -> Order:
        """By which column they are sorted."""

    @property
    def shown_columns(self) -> Sequence[Column]:
        """The name, then the steps."""

    def at(self, place: int) -> Any:
        """The row there; it has `marks`."""

    def toggle_sort(self, column: str) -> None:
        """What a click on a heading does."""


class PaintedBoard(Painted):
    """Paints BoardRows; `on_open()` goes behind the chosen cell.

    Subclasses say how the name of a row is painted and what is said when there is none.
    """

    name_share = 0.24  # of the width; the steps share the rest
    step_of: Mapping[str, Step] = {}

    def __init__(
        self,
        parent: tkinter.Misc,
        model: BoardRows,
        *,
        on_move: Callable[[], object] = lambda: None,
        on_sort: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent, scrolls=True)
        self.model = model
        self.heads: Mapping[str, str] = {}
        self.top = 0
        self.row = 0
        self.column = 0
        self._on_move, self._on_sort = on_move, on_sort
        self._bind_keys()

    # what a child says

    def open(self) -> None:
        """Open what is behind the chosen cell."""
        raise NotImplementedError

    def paint_name(self, row: Any, place: int, top: int, right: int) -> None:
        """Draw what a row is called."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What stands there when no row is shown."""
        raise NotImplementedError

    # what a page does with it

    def show(self, heads: Mapping[str, str]) -> None:
        """Paint the model as it is now, with the counts under the headings."""
        self.heads = heads
        self.row = max(0, min(self.row, self.model.count - 1))
        self.scroll(0)

    @property
    def chosen_column(self) -> str:
        """The column the keyboard is on."""
        return self.model.shown_columns[self.column].name

    def move(self, down: int, across: int = 0) -> None:
        """Go to another cell and bring it into view."""
        self.row = max(0, min(self.model.count - 1, self.row + down))
        self.column = max(0, min(len(self.model.shown_columns) - 1, self.column + across))
        if self.row < self.top:
            self.top = self.row
        elif self.row >= self.top + self.rows_seen:
            self.top = self.row - self.rows_seen + 1
        self.scroll(0)
        self._on_move()

    # painting

    @property
    def row_height(self) -> int:
        """Pixels of one row."""
        return theme.row_height(self) + 3

    @property
    def head_height(self) -> int:
        """Pixels of the heading: the step, and its count below."""
        return self.line(theme.BOLD_FONT) + self.line(theme.SMALL_FONT) + 10

    @property
    def rows_seen(self) -> int:
        """Whole rows there is room for."""
        return max(1, (self.height - self.head_height) // self.row_height)

    def edges(self) -> list[int]:
        """The left edges of the columns, and the right edge of the last."""
        steps = len(self.model.shown_columns) - 1
        first = int(self.width * self.name_share)
        each = (self.width - first) / max(1, steps)
        return [0, *(first + round(each * place) for place in range(steps + 1))]

    def paint(self) -> None:
        """Draw headings and the rows that are seen."""
        self.canvas.configure(background=theme.palette().ground)
        self.canvas.delete("all")
        edges = self.edges()
        self._paint_heads(edges)
        for place in self.seen():
            self.paint_row(place, edges)
        if self.model.count:
            self._paint_ring(edges)
        else:
            self._paint_nothing()
        whole = max(1, self.model.count)
        self.bar.set(self.top / whole, min(1.0, (self.top + self.rows_seen) / whole))

    def seen(self) -> range:
        """The places of the rows that are painted."""
        return range(self.top, min(self.model.count, self.top + self.rows_seen))

    def paint_row(self, place: int, edges: list[int]) -> None:
        """Draw one row: its name and a mark for each step."""
        row = self.model.at(place)
        top = self.head_height + (place - self.top) * self.row_height
        self.paint_name(row, place, top, edges[1])
        for at, step in enumerate(self.step_of.values(), 1):
            self._paint_mark(row.marks[step], edges[at], edges[at + 1], top)

    def shortened(self, text: str, room: int) -> str:
        """The text; where it does not fit, without its last parts; then cut with an ellipsis."""
        parts = text.split(BETWEEN)
        while len(parts) > 1 and self.measure(BETWEEN.join(parts)) > room:
            parts.pop()
        return self.fitted(BETWEEN.join(parts), room)

    def _paint_heads(self, edges: list[int]) -> None:
        colours = theme.palette()
        order = self.model.order
        for place, column in enumerate(self.model.shown_columns):
            sign = (DOWN if order.descending else UP) if order.column == column.name else ""
            room = edges[place + 1] - edges[place] - 2 * PAD
            title = self.fitted(f"{_(column.label)} {sign}".rstrip(), room, theme.BOLD_FONT)
            left = edges[place] + PAD
            self.canvas.create_text(
                left, 3, text=title, anchor="nw", font=theme.BOLD_FONT, fill=colours.text
            )
            below = self.heads.get(column.name, self.model.count_text)
            self.canvas.create_text(
                left,
                3 + self.line(theme.BOLD_FONT),
                text=self.fitted(below, room, theme.SMALL_FONT),
                anchor="nw",
                font=theme.SMALL_FONT,
                fill=colours.quiet,
            )
        bottom = self.head_height - 2
        self.canvas.create_line(0, bottom, self.width, bottom, fill=colours.line)

    def _paint_mark(self, mark: Mark, left: int, right: int, top: int) -> None:
        ground, ink = tones(mark.state)
        bottom = top + self.row_height
        if ground:
            self.canvas.create_rectangle(
                left + 1, top + 1, right - 1, bottom - 1, width=0, fill=ground
            )
        text = self.shortened(f"{SIGNS[mark.state]} {mark.detail}", right - left - 2 * PAD + 2)
        middle = (top + bottom) // 2
        self.canvas.create_text(left + PAD, middle, text=text, anchor="w", fill=ink)

    def _paint_ring(self, edges: list[int]) -> None:
        top = self.head_height + (self.row - self.top) * self.row_height
        if self.head_height <= top < self.height:
            box = (edges[self.column], top, edges[self.column + 1], top + self.row_height)
            self.ring(box)

    def _paint_nothing(self) -> None:
        self.canvas.create_text(
            PAD,
            self.head_height + PAD,
            text=self.empty_text(),
            anchor="nw",
            fill=theme.palette().quiet,
        )

    # keys and mouse

    def scroll(self, steps: int) -> None:
        """Move the rows under the headings."""
        last = max(0, self.model.count - self.rows_seen)
        self.top = max(0, min(last, self.top + steps))
        self.paint()

    def scroll_to_share(self, share: float) -> None:
        """Follow the scrollbar."""
        self.top = round(share * self.model.count)
        self.scroll(0)

    def _bind_keys(self) -> None:
        canvas = self.canvas
        for name, down in STEPS_DOWN.items():
            canvas.bind(f"<Key-{name}>", lambda e, down=down: self.move(down))
        for name, across in STEPS_ACROSS.items():
            canvas.bind(f"<Key-{name}>", lambda e, across=across: self.move(0, across))
        canvas.bind("<Key-Prior>", lambda e: self.move(-self.rows_seen))
        canvas.bind("<Key-Next>", lambda e: self.move(self.rows_seen))
        canvas.bind("<Key-Home>", lambda e: self.move(-self.model.count))
        canvas.bind("<Key-End>", lambda e: self.move(self.model.count))
        for name in ("Return", "KP_Enter", "space"):
            canvas.bind(f"<Key-{name}>", lambda e: self.open())
        canvas.bind("<Button-1>", self._clicked, add="+")
        canvas.bind("<Double-Button-1>", self._double_clicked)

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        column = self.column_at(event.x)
        if event.y < self.head_height:
            self.sort(self.model.shown_columns[column].name)
            return
        row = self.row_at(event.y)
        if row < self.model.count:
            self.row, self.column = row, column
            self.move(0)

    def sort(self, column: str) -> None:
        """Order by a column, the other way round the second time."""
        self.model.toggle_sort(column)
        self._on_sort()
        self.show(self.heads)

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.y >= self.head_height:
            self.open()

    def row_at(self, y: int) -> int:
        """The place of the row under that pixel; it may be after the last one."""
        return self.top + (y - self.head_height) // self.row_height

    def column_at(self, x: int) -> int:
        """The column under that pixel."""
        edges = self.edges()
        inside = (place for place, right in enumerate(edges[1:]) if x < right)
        return next(inside, len(edges) - 2)


def tones(state: State) -> tuple[str, str]:
    """Ground and ink of a state; the sign and the words say the same."""
    colours = theme.palette()
    return {
        State.DONE: (colours.ok_ground, colours.success),
        State.PARTLY: (colours.warning_ground, colours.warning),
        State.UNDER_WAY: (colours.info_ground, colours.info),
        State.LATE: (colours.error_ground, colours.danger),
        State.MISSING: ("", colours.danger),
        State.NOT_NEEDED: ("", colours.quiet),
    }[state]
