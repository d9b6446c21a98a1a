"""The coverage board: office × step, painted for the rows that are seen; colour and words.

Arrows move the cell, Enter or a double click opens what is behind it, a click on a heading sorts.
"""

import tkinter
from collections.abc import Callable, Mapping

from census_desk.coverage import OfficeCoverage
from census_desk.steps import STATE_NAMES, STEP_NAMES, Mark, State
from census_desk.words import _
from ui import theme
from ui.presenters.home import STEP_OF
from ui.tables import TableModel
from ui.widgets.painted import Painted

SIGNS = {
    State.DONE: "✓",
    State.PARTLY: "◐",
    State.UNDER_WAY: "›",
    State.LATE: "!",
    State.MISSING: "○",
    State.NOT_NEEDED: "–",
}
OFFICE_SHARE = 0.24  # of the width; the steps share the rest
PAD = 8
UP, DOWN = "▲", "▼"
STEPS_DOWN = {"Up": -1, "Down": 1}
STEPS_ACROSS = {"Left": -1, "Right": 1}


class Board(Painted):
    """Paints a TableModel of OfficeCoverage rows; `on_open(office_id, column)`."""

    def __init__(
        self,
        parent: tkinter.Misc,
        model: TableModel,
        *,
        on_open: Callable[[str, str], object],
        on_move: Callable[[], object] = lambda: None,
        on_sort: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent, scrolls=True)
        self.model = model
        self.heads: Mapping[str, str] = {}
        self.top = 0
        self.row = 0
        self.column = 0
        self._on_open, self._on_move, self._on_sort = on_open, on_move, on_sort
        self._bind_keys()

    # what a page does with it

    def show(self, heads: Mapping[str, str]) -> None:
        """Paint the model as it is now, with the counts under the headings."""
        self.heads = heads
        self.row = max(0, min(self.row, self.model.count - 1))
        self.scroll(0)

    @property
    def chosen(self) -> OfficeCoverage | None:
        """The office the keyboard is on."""
        return self.model.at(self.row) if self.row < self.model.count else None

    @property
    def chosen_column(self) -> str:
        """The column the keyboard is on."""
        return self.model.shown_columns[self.column].name

    def told(self) -> str:
        """The chosen cell in whole words."""
        row = self.chosen
        if row is None:
            return ""
        step = STEP_OF.get(self.chosen_column)
        if step is None:
            return row.office.name
        mark = row.marks[step]
        return f"{row.office.name} · {_(STEP_NAMES[step])}: {mark.detail} ({_state(mark)})"

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

    def open(self) -> None:
        """Open what is behind the chosen cell."""
        if row := self.chosen:
            self._on_open(row.id, self.chosen_column)

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
        first = int(self.width * OFFICE_SHARE)
        each = (self.width - first) / max(1, steps)
        return [0, *(first + round(each * place) for place in range(steps + 1))]

    def paint(self) -> None:
        """Draw headings and the rows that are seen."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        edges = self.edges()
        self._paint_heads(edges)
        seen = range(self.top, min(self.model.count, self.top + self.rows_seen))
        for place in seen:
            self._paint_row(place, edges)
        if self.model.count:
            self._paint_ring(edges)
        else:
            self._paint_nothing()
        whole = max(1, self.model.count)
        self.bar.set(self.top / whole, min(1.0, (self.top + self.rows_seen) / whole))

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

    def _paint_row(self, place: int, edges: list[int]) -> None:
        colours = theme.palette()
        row: OfficeCoverage = self.model.at(place)
        top = self.head_height + (place - self.top) * self.row_height
        middle = top + self.row_height // 2
        if place == self.row:
            self.canvas.create_rectangle(
                0, top, edges[1], top + self.row_height, width=0, fill=colours.chosen
            )
        ink = colours.chosen_text if place == self.row else colours.text
        name = self.fitted(row.office.short_name, edges[1] - 2 * PAD)
        self.canvas.create_text(PAD, middle, text=name, anchor="w", fill=ink)
        for at, step in enumerate(STEP_OF.values(), 1):
            self._paint_mark(row.marks[step], edges[at], edges[at + 1], top)

    def _paint_mark(self, mark: Mark, left: int, right: int, top: int) -> None:
        ground, ink = tones(mark.state)
        bottom = top + self.row_height
        if ground:
            self.canvas.create_rectangle(
                left + 1, top + 1, right - 1, bottom - 1, width=0, fill=ground
            )
        text = self.fitted(f"{SIGNS[mark.state]} {mark.detail}", right - left - 2 * PAD + 2)
        middle = (top + bottom) // 2
        self.canvas.create_text(left + PAD, middle, text=text, anchor="w", fill=ink)

    def _paint_ring(self, edges: list[int]) -> None:
        top = self.head_height + (self.row - self.top) * self.row_height
        if self.head_height <= top < self.height:
            box = (edges[self.column], top, edges[self.column + 1], top + self.row_height)
            self.ring(box)

    def _paint_nothing(self) -> None:
        text = _("Tidak ada OPD yang cocok. Esc menghapus saringan.")
        self.canvas.create_text(
            PAD, self.head_height + PAD, text=text, anchor="nw", fill=theme.palette().quiet
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
        column = self._column_at(event.x)
        if event.y < self.head_height:
            self.model.toggle_sort(self.model.shown_columns[column].name)
            self._on_sort()
            self.show(self.heads)
            return
        row = self.top + (event.y - self.head_height) // self.row_height
        if row < self.model.count:
            self.row, self.column = row, column
            self.move(0)

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.y >= self.head_height:
            self.open()

    def _column_at(self, x: int) -> int:
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


def _state(mark: Mark) -> str:
    return _(STATE_NAMES[mark.state])
