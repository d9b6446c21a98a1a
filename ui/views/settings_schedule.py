"""Pengaturan, Hari kerja and Aturan jadwal: the office's calendar, and how hard its rules are."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.fields import FIELDS
from ui.presenters.records import RecordsPresenter, RecordsSpec
from ui.presenters.settings import records_spec
from ui.presenters.working_days import ASKED, DAYS, WorkingDaysPresenter
from ui.views.one_record import OneRecordPane
from ui.views.with_panel import WithPanel
from ui.widgets.form_view import FormView
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

ASKED_EMS = 30
PAUSE_MS = 250


class YearPanel(ttk.Frame):
    """Year and day of knowledge at the left, the days off at the right."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._presenter = WorkingDaysPresenter(workplace)
        self._soon = ""
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        side = ttk.Frame(self, width=theme.ems(self, ASKED_EMS))
        side.grid(row=0, column=0, sticky="ns", padx=(0, theme.GAP * 2))
        side.pack_propagate(False)
        self.form = FormView(
            side, ASKED, workplace.lookup, changed=self._changed, today=workplace.working_day
        )
        self.form.pack(fill="both", expand=True)
        self.form.set_texts(self._presenter.first_texts())
        self.rows = RowsPanel(self, N_("Hari libur dan cuti bersama"), DAYS, workplace.lookup)
        self.rows.grid(row=0, column=1, sticky="nsew")

    def refresh(self) -> None:
        """Show the year again."""
        self._soon = ""
        problems = self._presenter.show(self.form.peek())
        self.form.show_problems(problems)
        if not problems:
            self.rows.show(self._presenter.rows, self._presenter.facts)

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._soon:
            self.after_cancel(self._soon)
        super().destroy()

    def _changed(self, name: str) -> None:
        if self._soon:
            self.after_cancel(self._soon)
        self._soon = self.after(PAUSE_MS, self.refresh)


class WorkingDaysPane(WithPanel):
    """The office's own changes with their form; the whole year below."""

    narrow_ems = 120
    table_share = 0.4
    panel: YearPanel

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace, records_spec("day_changes"), page_id="settings")

    def make_panel(self, parent: tkinter.Misc) -> YearPanel:
        return YearPanel(parent, self.workplace)

    def show_panel(self, record: Any | None) -> None:
        """The year is the same for every change."""

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.form, self.panel.rows.table]

    def refresh(self, change: "Change | None" = None) -> None:
        super().refresh(change)
        self.panel.refresh()


class RulesPane(OneRecordPane):
    """The office's hours and severities: one record, as a form."""

    form_ems = 56

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        told = _("Dilarang mencegah penyimpanan; diingatkan dan dicatat tetap tersimpan.")
        ttk.Label(self, text=told, style="Quiet.TLabel").grid(row=0, column=0, sticky="w")
        fields = FIELDS["schedule_rules"]
        self.form = FormView(self, fields, workplace.lookup, changed=self._edited, beside=True)
        self.form.grid(row=1, column=0, sticky="nsew")
        self._make_buttons().grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        spec = RecordsSpec(
            collection="schedule_rules",
            title="",
            columns=(),
            fields=fields,
            empty_text="",
            empty_action="",
        )
        self.presenter = RecordsPresenter(workplace, spec, self)
        self.bind("<Configure>", self._keep_readable)

    def refresh(self, change: "Change | None" = None) -> None:
        """Show the rules as the register has them; typed but unsaved words stay."""
        self.presenter.refresh(change)
        saved = self.workplace.register.schedule_rules.all()
        editing = self.presenter.editing
        if editing is None or (editing.is_new and saved):
            if saved:
                self.presenter.open(saved[0].id)
            else:
                self.presenter.new()
