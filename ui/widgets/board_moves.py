"""Where the keyboard is on a board of rows × columns, and how arrows, mouse and wheel move it."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from ui import theme
from ui.tables import Column, Order
from ui.widgets.painted import Painted

STEPS_DOWN = {"Up": -1, "Down": 1}
STEPS_ACROSS = {"Left": -1, "Right": 1}


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


class BoardMoves(Painted):
    """The chosen cell of BoardRows; a child paints them and opens what is behind one."""

    name_share = 0.24  # of the width; the steps share the rest
    head_lines = 1  # under the title of a column

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
        self.tag = ""  # of what is being painted: a row can be painted anew alone
        self._on_move, self._on_sort = on_move, on_sort
        self._bind_keys()
        self.canvas.bind("<Configure>", lambda event: self._keep_in_view(), add="+")

    # what a child says

    def open(self) -> None:
        """Open what is behind the chosen cell."""
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
        self._keep_in_view()
        self.scroll(0)
        self._on_move()

    def _keep_in_view(self) -> None:
        if self.row < self.top:
            self.top = self.row
        elif self.row >= self.top + self.rows_seen:
            self.top = self.row - self.rows_seen + 1

    # measures

    @property
    def row_height(self) -> int:
        """Pixels of one row."""
        return theme.row_height(self) + 3

    @property
    def head_height(self) -> int:
        """Pixels of the heading: the step, and its counts below."""
        return self.line(theme.BOLD_FONT) + self.head_lines * self.line(theme.SMALL_FONT) + 10

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
