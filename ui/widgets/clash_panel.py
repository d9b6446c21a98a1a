"""What stands in the way of the session in the form, each with the way to the other entry."""

import tkinter
from collections.abc import Callable, Sequence

from census_desk.words import N_, _
from ui import theme
from ui.lookup import Lookup
from ui.presenters.clashes import OF_ONE, ClashRow, colour_of, summary
from ui.widgets.rows_panel import RowsPanel

ROWS = 3
FOLDED = 3.4  # head and sentence only, in rows: in a low window the fields need the room
HEADING = 5.2  # the panel's own head, the table's, and the sentence in full, in rows


class ClashPanel(RowsPanel):
    """`show_clashes(rows)`; Enter, a double click or the button opens the other entry."""

    def __init__(
        self, parent: tkinter.Misc, lookup: Lookup, *, on_open: Callable[[ClashRow], object]
    ) -> None:
        super().__init__(
            parent,
            N_("Bentrok"),
            OF_ONE,
            lookup,
            on_open=self._open,
            on_select=self._chosen,
            state_of=colour_of,
        )
        self._open_row = on_open
        self._other = self.add_button(
            _("Buka acara lain"), lambda: self._open(self.model.cursor), icon="box-arrow-up-right"
        )
        self.grid_propagate(False)

    def show_clashes(self, rows: Sequence[ClashRow], *, folded: bool = False) -> None:
        """Show these, the first one chosen; folded only its sentence, while there is one."""
        self.show(rows, summary(rows))
        folded = folded and len(rows) == 1
        if folded:
            self.table.grid_remove()
        else:
            self.table.grid()
        seen = FOLDED if folded else HEADING + max(1, min(ROWS, len(rows)))
        self.configure(height=round(seen * theme.row_height(self)))
        if rows and not self.model.selected:
            self.table.show(rows[0].id)
        self._chosen()

    def _chosen(self) -> None:
        row = self._row(self.model.cursor)
        has_other = row is not None and row.clash.other is not None
        self._other.state(["!disabled" if has_other else "disabled"])
        self.tell(row.clash.sentence if row else "")

    def _open(self, row_id: str) -> None:
        row = self._row(row_id)
        if row is not None:
            self._open_row(row)

    def _row(self, row_id: str) -> ClashRow | None:
        place = self.model.place_of(row_id) if row_id else -1
        return self.model.at(place) if place >= 0 else None
