"""Two more ways to look at the schedule: the agenda of one officer or office, and all clashes."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.presenters.agenda import LINES, WHOSE, AgendaPresenter
from ui.presenters.clashes import OF_ALL, ClashRow, clashes_to_come, colour_of, summary
from ui.presenters.printing import Printing
from ui.widgets.form_view import FormView
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

FORM_EMS = 36
PAUSE_MS = 200


class AgendaPane(ttk.Frame):
    """Whose agenda at the left, its events at the right, with the papers made of them."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace, printing: Printing) -> None:
        super().__init__(parent)
        self._workplace, self._printing = workplace, printing
        self._presenter = AgendaPresenter(workplace)
        self._soon = ""
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        side = ttk.Frame(self, bootstyle="bordered", padding=12, width=theme.ems(self, FORM_EMS))
        side.grid(row=0, column=0, sticky="ns", padx=(0, theme.GAP * 2))
        side.pack_propagate(False)
        self.form = FormView(
            side, WHOSE, workplace.lookup, changed=self._changed, today=workplace.working_day
        )
        self.form.pack(fill="both", expand=True)
        self.form.set_texts(self._presenter.first_texts())
        self.rows = RowsPanel(
            self,
            N_("Agenda"),
            LINES,
            workplace.lookup,
            empty=_("Tidak ada acara dalam agenda ini."),
            on_open=self._open,
        )
        self.rows.model.sort("on")
        self.rows.add_button(_("Cetak"), lambda: self._print("pdf"), icon="printer")
        self.rows.add_button(_("Excel"), lambda: self._print("table"), icon="file-earmark-excel")
        self.rows.add_button(_("Kalender"), lambda: self._print("calendar"), icon="calendar-plus")
        self.rows.grid(row=0, column=1, sticky="nsew")

    def refresh(self) -> None:
        """Work the agenda out from what the register says now."""
        self._soon = ""
        problems = self._presenter.show(self.form.peek())
        self.form.show_problems(problems)
        if not problems:
            self.rows.set_title(self._presenter.name)
            self.rows.show(self._presenter.lines, self._presenter.facts)

    def focus_view(self) -> None:
        """Take the keyboard."""
        self.form.focus_first()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Form and table."""
        return [self.form, self.rows.table]

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._soon:
            self.after_cancel(self._soon)
        super().destroy()

    def _changed(self, name: str) -> None:
        if self._soon:
            self.after_cancel(self._soon)
        self._soon = self.after(PAUSE_MS, self.refresh)

    def _print(self, what: str) -> None:
        how = self._printing.print if what == "pdf" else self._printing.save_as
        how(getattr(self._presenter, what))

    def _open(self, line_id: str) -> None:
        collection, record_id = line_id.split(" ", 1)
        self._workplace.go(collection, record_id)


class ClashesPane(ttk.Frame):
    """Everything to come that has something in its way; Enter opens it, a button the other."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.columnconfigure(0, weight=1)
        self.rowconfigure(0, weight=1)
        self.rows = RowsPanel(
            self,
            N_("Bentrok sejak tanggal kerja"),
            OF_ALL,
            workplace.lookup,
            empty=_("Tidak ada yang bentrok."),
            on_open=self._open,
            on_select=self._chosen,
            state_of=colour_of,
        )
        self._other = self.rows.add_button(
            _("Buka acara lain"), self._open_other, icon="box-arrow-up-right"
        )
        self.rows.grid(row=0, column=0, sticky="nsew")

    def refresh(self) -> None:
        """Look again."""
        rows = clashes_to_come(self._workplace)
        self.rows.show(rows, summary(rows))
        if rows and not self.rows.model.selected:
            self.rows.table.show(rows[0].id)
        self._chosen()

    def focus_view(self) -> None:
        """Take the keyboard."""
        self.rows.table.focus_table()

    def panes(self) -> Sequence[tkinter.Misc]:
        """The table."""
        return [self.rows.table]

    def _row(self) -> ClashRow | None:
        place = self.rows.model.place_of(self.rows.model.cursor)
        return self.rows.model.at(place) if place >= 0 else None

    def _chosen(self) -> None:
        row = self._row()
        has_other = row is not None and row.clash.other is not None
        self._other.state(["!disabled" if has_other else "disabled"])
        self.rows.tell(row.clash.sentence if row else "")

    def _open(self, row_id: str) -> None:
        if row := self._row():
            self._workplace.go(row.booking.collection, row.booking.id)

    def _open_other(self) -> None:
        row = self._row()
        if row is not None and row.clash.other is not None:
            self._workplace.go(row.clash.other.collection, row.clash.other.id)
