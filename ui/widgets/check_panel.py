"""What the checker found, below the form: one line each, the rule of the chosen one under them."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.letters.checker.finding import Finding
from census_desk.words import _
from ui import theme
from ui.lookup import Lookup
from ui.presenters.checking import COLUMNS, FindingRow, explained, rows_of, summary
from ui.tables import TableModel
from ui.widgets.table_view import TableView

ROWS = 3
ROOMY = 15  # rows of a form that keeps its fields beside a full panel
HEADING = 1.9  # the heading and the edges, in rows


class CheckPanel(ttk.Frame):
    """`show(findings)`; Enter or a double click on one jumps to what it is about by
    `on_open(finding)`."""

    def __init__(
        self,
        parent: tkinter.Misc,
        lookup: Lookup,
        *,
        on_open: Callable[[Finding], object],
        on_close: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._on_open = on_open
        self._seen, self._is_brief = ROWS, False
        self._rows: dict[str, FindingRow] = {}
        self.model = TableModel(COLUMNS, lookup)
        self.columnconfigure(0, weight=1)
        head = ttk.Frame(self)
        head.grid(row=0, column=0, sticky="ew", pady=(theme.GAP, theme.GAP // 2))
        head.columnconfigure(1, weight=1)
        ttk.Label(head, text=_("Pemeriksaan"), style="Head.TLabel").grid(row=0, column=0)
        self.facts = ttk.Label(head, style="Quiet.TLabel")
        self.facts.grid(row=0, column=1, sticky="w", padx=theme.GAP)
        close = ttk.Button(head, icon="x", icon_only=True, bootstyle="ghost", command=on_close)
        ttk.ToolTip(close, text=_("Tutup pemeriksaan"))
        close.grid(row=0, column=2)
        self.table = TableView(
            self, self.model, on_open=self._open, on_select=self._chosen, state_of=_colour
        )
        self.table.grid(row=1, column=0, sticky="ew")
        for hold in (self.table.grid_propagate, self.table.pack_propagate):
            hold(False)
        self.why = ttk.Label(self, style="Quiet.TLabel", font=theme.SMALL_FONT, justify="left")
        self.why.grid(row=2, column=0, sticky="ew", pady=(theme.GAP // 2, 0))
        self.bind("<Configure>", self._rewrap)
        self.table.tree.bind("<Return>", self._enter)
        self.table.tree.bind("<KP_Enter>", self._enter)

    def show(self, findings: Sequence[Finding], *, room: float = 0) -> None:
        """Show these, the first one chosen; in a form of little `room` (rows) fewer and shorter."""
        if room:
            self._seen = ROWS if room >= ROOMY else 1
            self._is_brief = room < ROOMY
        rows = rows_of(findings)
        self._rows = {row.id: row for row in rows}
        self.model.set_records(rows)
        self.facts.configure(text=summary(findings))
        seen = HEADING + max(1, min(self._seen, len(rows)))
        self.table.configure(height=round(seen * theme.row_height(self)))
        self.table.paint()
        if rows and not self.model.selected:
            self.table.show(rows[0].id)
        self._chosen()

    def fold(self, folded: bool) -> None:
        """Leave only the chosen finding's words: in a low window the fields need the room."""
        row = self._rows.get(self.model.selected[0]) if self.model.selected else None
        if folded:
            self.table.grid_remove()
            self.why.configure(text=row.finding.sentence if row else "")
        else:
            self.table.grid()
            self._chosen()

    def focus_pane(self) -> None:
        """F6 leads to the findings."""
        self.fold(False)
        self.table.focus_table()

    def _chosen(self) -> None:
        row = self._rows.get(self.model.selected[0]) if self.model.selected else None
        told = row.finding.sentence if row and self._is_brief else ""
        self.why.configure(text=told or (explained(row.finding) if row else ""))

    def _open(self, row_id: str) -> None:
        if row := self._rows.get(row_id):
            self._on_open(row.finding)

    def _enter(self, event: object) -> str:
        if self.model.cursor:
            self._open(self.model.cursor)
        return "break"

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            self.why.configure(wraplength=max(120, event.width - theme.GAP))


def _colour(row: FindingRow) -> str:
    return "danger" if row.is_error else "warning"
