"""Why this date: the next best one and its price in words, and every other date in a table."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.presenters.planner_why import OTHER_DATES, Why, WhyPresenter
from ui.widgets.dialogs import Dialog
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

ROWS, LETTERS = 9, 96


class WhyDialog(Dialog):
    """Enter on another date, or the button, puts the session there."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        presenter: WhyPresenter,
        line_id: str,
        put: Callable[[str, str], object],
    ) -> None:
        super().__init__(parent, _("Mengapa tanggal ini?"))
        self._line_id, self._put = line_id, put
        self._can_write = not workplace.read_only
        high, across = theme.table_size(self, ROWS, LETTERS)
        ttk.Label(self.body, text=presenter.place_words(line_id), style="Head.TLabel").pack(
            anchor="w"
        )
        self._told = ttk.Label(self.body, text=_("Menghitung…"), justify="left", wraplength=across)
        self._told.pack(anchor="w", pady=(theme.GAP // 2, theme.GAP))
        place = ttk.Frame(self.body, height=high, width=across)
        place.pack(fill="both", expand=True)
        place.pack_propagate(False)
        self.rows = RowsPanel(
            place,
            N_("Tanggal lain"),
            OTHER_DATES,
            workplace.lookup,
            empty=_("Menghitung…"),
            on_open=lambda row_id: self._take(),
            on_select=self._chosen,
        )
        self.rows.pack(fill="both", expand=True)
        self.close_button = self.button(_("Tutup"), "close")
        self._do = ttk.Button(
            self.buttons,
            text=_("Pindahkan ke tanggal ini"),
            bootstyle="primary",
            command=self._take,
        )
        self._do.pack(side="right")
        self._do.state(["disabled"])
        presenter.why(line_id, self._show)
        self.open(self.close_button)

    def _show(self, why: Why) -> None:
        if not self.winfo_exists():
            return
        self._told.configure(text=why.sentence)
        self.rows.show(why.rows, why.facts)
        if why.rows:
            self.rows.table.show(why.rows[0].id)
            self.rows.table.focus_table()
        self._chosen()

    def _chosen(self) -> None:
        can = bool(self.rows.model.cursor) and self._can_write
        self._do.state(["!disabled" if can else "disabled"])
        place = self.rows.model.place_of(self.rows.model.cursor)
        self.rows.tell(self.rows.model.at(place).words if place >= 0 else "")

    def _take(self) -> None:
        other = self.rows.model.cursor
        if other and self._can_write:
            self.finish("put")
            self._put(self._line_id, other)
