"""The coverage board of the first page: office × step."""

import tkinter
from collections.abc import Callable

from census_desk.coverage.offices import HOME_NAMES, OfficeCoverage
from census_desk.coverage.steps import STATE_NAMES
from census_desk.words import _
from ui.presenters.home import STEP_OF
from ui.tables import TableModel
from ui.widgets.painted_board import PAD, PaintedBoard


class Board(PaintedBoard):
    """Paints a TableModel of OfficeCoverage rows; `on_open(office_id, column)`."""

    step_of = STEP_OF

    def __init__(
        self,
        parent: tkinter.Misc,
        model: TableModel,
        *,
        on_open: Callable[[str, str], object],
        on_move: Callable[[], object] = lambda: None,
        on_sort: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent, model, on_move=on_move, on_sort=on_sort)
        self._on_open = on_open

    @property
    def chosen(self) -> OfficeCoverage | None:
        """The office the keyboard is on."""
        return self.model.at(self.row) if self.row < self.model.count else None

    def told(self) -> str:
        """The chosen cell in whole words."""
        row = self.chosen
        if row is None:
            return ""
        step = STEP_OF.get(self.chosen_column)
        if step is None:
            return row.office.name
        mark = row.marks[step]
        state = _(STATE_NAMES[mark.state])
        return f"{row.office.name} · {_(HOME_NAMES[step])}: {mark.detail} ({state})"

    def open(self) -> None:
        """Open what is behind the chosen cell."""
        if row := self.chosen:
            self._on_open(row.id, self.chosen_column)

    def paint_name(self, row: OfficeCoverage, place: int, top: int, right: int) -> None:
        """The short name of the office, on the colour of what is chosen."""
        colours = self.colours
        if place == self.row:
            self.canvas.create_rectangle(
                0, top, right, top + self.row_height, width=0, fill=colours.chosen, tags=self.tag
            )
        ink = colours.chosen_text if place == self.row else colours.text
        middle = top + self.row_height // 2
        name = self.fitted(row.office.short_name, right - 2 * PAD)
        self.canvas.create_text(PAD, middle, text=name, anchor="w", fill=ink, tags=self.tag)

    def empty_text(self) -> str:
        """The way back to all rows."""
        return _("Tidak ada OPD yang cocok. Esc menghapus saringan.")
