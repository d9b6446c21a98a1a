"""The whole coverage board, painted: offices, kecamatan that open to their villages, six steps.

Space marks a row, Enter opens what is behind the cell, Right and Left open and close a kecamatan.
"""

import tkinter
from collections.abc import Callable

from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.words import _
from ui import theme
from ui.presenters.coverage_rows import NAME, STEP_OF, CoverageRows
from ui.widgets.painted_board import PAD, PaintedBoard

OPEN, CLOSED = "▾", "▸"
TICK = "✓"
SHIFT, CONTROL = 0x0001, 0x0004  # of an event's state


class CoverageBoardView(PaintedBoard):
    """Paints CoverageRows; `on_open(row, column)`, `on_mark()` after marks changed."""

    step_of = STEP_OF
    name_share = 0.21
    head_lines = 2

    def __init__(
        self,
        parent: tkinter.Misc,
        rows: CoverageRows,
        *,
        on_open: Callable[[CoverageRow, str], object],
        on_move: Callable[[], object] = lambda: None,
        on_sort: Callable[[], object] = lambda: None,
        on_mark: Callable[[], object] = lambda: None,
    ) -> None:
        self.rows = rows
        super().__init__(parent, rows, on_move=on_move, on_sort=on_sort)
        self._on_open, self._on_mark = on_open, on_mark

    # what a page does with it

    @property
    def chosen(self) -> CoverageRow | None:
        """The row the keyboard is on."""
        return self.rows.at(self.row) if self.row < self.rows.count else None

    def go_to(self, key: str) -> bool:
        """Put the keyboard on a row, if it is shown."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.move(place - self.row)
        return place >= 0

    def open(self) -> None:
        """Open or close a kecamatan by its name; else what is behind the cell."""
        row = self.chosen
        if row is None:
            return
        if self.chosen_column == NAME and self.rows.has_villages(row):
            self.fold(is_open=not self.rows.is_open(row))
        else:
            self._on_open(row, self.chosen_column)

    def fold(self, *, is_open: bool) -> bool:
        """Open or close the kecamatan the keyboard is on; whether there was anything to do."""
        row = self.chosen
        if row is None or not self.rows.fold(row, is_open=is_open):
            return False
        self.move(0)
        return True

    def mark(self) -> None:
        """Mark the row the keyboard is on, or no longer."""
        if self.chosen:
            self.rows.toggle(self.row)
            self._marked()

    # painting

    def empty_text(self) -> str:
        """The way back to all rows."""
        return _("Tidak ada baris yang cocok. Esc menghapus saringan.")

    def paint_name(self, row: CoverageRow, place: int, top: int, right: int) -> None:
        """Box with tick, sign of a kecamatan, short name."""
        colours = self.colours
        is_marked, is_here = self.rows.is_marked(row), place == self.row
        if is_marked or is_here:
            ground = colours.chosen if is_marked else colours.stripe
            self.canvas.create_rectangle(
                0, top, right, top + self.row_height, width=0, fill=ground, tags=self.tag
            )
        ink = colours.chosen_text if is_marked else colours.text
        middle = top + self.row_height // 2
        self._paint_box(middle, is_marked, ink)
        left = self.name_left(row)
        if self.rows.has_villages(row):
            sign = OPEN if self.rows.is_open(row) else CLOSED
            self.canvas.create_text(
                left - self.fold_room,
                middle,
                text=sign,
                anchor="w",
                fill=colours.primary,
                tags=self.tag,
            )
        font = theme.BOLD_FONT if row.kind is RowKind.DISTRICT else "TkDefaultFont"
        name = self.fitted(row.short_name, right - left - 2, font)
        self.canvas.create_text(
            left, middle, text=name, anchor="w", fill=ink, font=font, tags=self.tag
        )

    def _paint_box(self, middle: int, is_marked: bool, ink: str) -> None:
        half = self.box_size // 2
        left, top = PAD, middle - half
        colours = self.colours
        self.canvas.create_rectangle(
            left,
            top,
            left + self.box_size,
            top + self.box_size,
            outline=ink if is_marked else colours.quiet,
            fill=colours.primary if is_marked else colours.ground,
            tags=self.tag,
        )
        if is_marked:
            self.canvas.create_text(
                left + half + 1,
                middle,
                text=TICK,
                font=theme.SMALL_FONT,
                fill=colours.ground,
                tags=self.tag,
            )

    @property
    def box_size(self) -> int:
        """Pixels of the box that shows a mark."""
        return self.line() - 3

    @property
    def fold_room(self) -> int:
        """Pixels before a name for the sign of a kecamatan."""
        return self.line()

    def name_left(self, row: CoverageRow) -> int:
        """Where a name begins: after its box, villages deeper than their kecamatan."""
        left = PAD * 2 + self.box_size
        if row.kind is RowKind.OFFICE:
            return left
        return left + self.fold_room * (2 if row.kind is RowKind.VILLAGE else 1)

    # keys and mouse

    def _bind_keys(self) -> None:
        super()._bind_keys()
        canvas = self.canvas
        canvas.bind("<Key-space>", lambda e: self.mark())
        for name, steps in (("Up", -1), ("Down", 1)):
            canvas.bind(f"<Shift-Key-{name}>", lambda e, steps=steps: self._extend(steps))
        for name, steps in (("Prior", -1), ("Next", 1)):
            canvas.bind(
                f"<Shift-Key-{name}>", lambda e, steps=steps: self._extend(steps * self.rows_seen)
            )
        for names, is_open in ((("plus", "KP_Add"), True), (("minus", "KP_Subtract"), False)):
            for name in names:
                canvas.bind(f"<Key-{name}>", lambda e, is_open=is_open: self.fold(is_open=is_open))
        canvas.bind("<Key-Right>", lambda e: self._right())
        canvas.bind("<Key-Left>", lambda e: self._left())

    def _right(self) -> None:
        if self.chosen_column != NAME or not self.fold(is_open=True):
            self.move(0, 1)

    def _left(self) -> None:
        """Back across; at the name close the kecamatan, from a village go up to it."""
        if self.chosen_column != NAME:
            self.move(0, -1)
        elif not self.fold(is_open=False) and self.chosen is not None and self.chosen.parent:
            self.go_to(self.chosen.parent)

    def _extend(self, steps: int) -> None:
        if not self.rows.count:
            return
        if not self.rows.marked:
            self.rows.begin(self.row)
        self.row = max(0, min(self.rows.count - 1, self.row + steps))
        self.rows.extend(self.row)
        self._marked()

    def _marked(self) -> None:
        self.move(0)
        self._on_mark()

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        place = self.row_at(event.y)
        if event.y < self.head_height or place >= self.rows.count:
            super()._clicked(event)
            return
        state = int(event.state)
        self.column = self.column_at(event.x)
        if state & SHIFT:
            if not self.rows.marked:
                self.rows.begin(self.row)
            self.row = place
            self.rows.extend(place)
            self._marked()
            return
        self.row = place
        row = self.rows.at(place)
        if state & CONTROL or event.x < PAD + self.box_size + PAD // 2:
            self.mark()
        elif event.x < self.name_left(row) and self.rows.has_villages(row):
            self.fold(is_open=not self.rows.is_open(row))
        else:
            self.move(0)

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        row = self.chosen
        if row is not None and event.x >= self.name_left(row) and not int(event.state) & CONTROL:
            super()._double_clicked(event)
