"""Usulan: the offices that should be visited, why, and one key that makes the visit."""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.commands import Command
from ui.presenters.proposals import PLAN_FIELDS, ProposalsPresenter
from ui.tables import EmptyState
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.form_dialog import FormDialog
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


class ProposalsPage(page.Page):
    """The list above, the causes of the chosen proposal in full below."""

    page_id = "visits"

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.presenter = ProposalsPresenter(workplace, self)

    def build(self) -> None:
        self.columnconfigure(0, weight=1)
        self.rowconfigure(0, weight=1)
        self.table = TableView(
            self,
            self.presenter.model,
            on_select=self._show_causes,
            on_open=lambda record_id: self.plan(),
            multiple=False,
        )
        nothing = _("Tidak ada OPD yang perlu didampingi menurut ambang di Pengaturan.")
        self.table.show_when_empty(EmptyState(text=nothing))
        self.table.grid(row=0, column=0, sticky="nsew")
        card = ttk.Frame(self, bootstyle="bordered", padding=12)
        card.grid(row=1, column=0, sticky="ew", pady=(theme.GAP, 0))
        card.columnconfigure(0, weight=1)
        self.head = ttk.Label(card, style="Head.TLabel")
        self.head.grid(row=0, column=0, sticky="w")
        self.causes = ttk.Label(card, justify="left")
        self.causes.grid(row=1, column=0, sticky="ew", pady=(4, 0))
        card.bind("<Configure>", self._rewrap)

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh()

    def facts(self) -> str:
        return self.presenter.facts

    def commands(self) -> Sequence[Command]:
        can = lambda: self.presenter.chosen is not None and not self.workplace.read_only  # noqa: E731
        return [
            command_of(
                self.page_id,
                "plan",
                _("Rencanakan kunjungan…"),
                self.plan,
                icon="calendar-plus",
                keys=("F8",),
                enabled=can,
                toolbar="primary",
            ),
            command_of(
                self.page_id,
                "plan_opened",
                _("Rencanakan kunjungan…"),
                self.plan,
                keys=("Enter",),
                enabled=can,
                where="table",
            ),
            command_of(
                self.page_id,
                "thresholds",
                _("Atur ambang usulan"),
                lambda: self.workplace.go("settings", "office"),
                icon="sliders",
            ),
        ]

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.table]

    def shown(self) -> None:
        self._choose_first()
        self.table.focus_table()

    def show_record(self, record_id: str) -> None:
        """The proposal of that office."""
        self.table.show(record_id)
        self._show_causes()
        self.table.focus_table()

    def plan(self) -> None:
        """Ask when and who; the visit then stands among the visits."""
        proposal = self.presenter.chosen
        if proposal is None:
            self.workplace.say(_("Pilih dulu satu OPD di tabel."), "info")
            return

        def save(texts: Mapping[str, str]) -> Mapping[str, str]:
            visit_id, problems = self.presenter.plan(proposal, texts)
            if visit_id:
                self.after_idle(lambda: self.workplace.go("visits", visit_id))
            return problems

        FormDialog(
            self,
            _("Rencanakan kunjungan"),
            PLAN_FIELDS,
            self.workplace.lookup,
            texts={each.name: each.default for each in PLAN_FIELDS}
            | dict(self.presenter.plan_texts(proposal)),
            save=save,
            hint=f"{proposal.office.name}: {proposal.why}",
        )

    # what the presenter asks

    def paint_table(self) -> None:
        self._choose_first()
        self.table.paint()
        self._show_causes()

    # inside

    def _choose_first(self) -> None:
        model = self.presenter.model
        if model.count and not model.selected:
            model.select(model.at(0).id)

    def _show_causes(self) -> None:
        proposal = self.presenter.chosen
        self.head.configure(text=proposal.office.name if proposal else "")
        self.causes.configure(text="\n".join(f"• {cause}" for cause in self.presenter.why))
        self.workplace.commands_changed()

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        for label in (self.head, self.causes):
            label.configure(wraplength=max(100, event.width - 4 * theme.GAP))
