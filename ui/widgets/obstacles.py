"""The panel of an office's obstacles beside a visit: note one, settle those that are over."""

import tkinter
from collections.abc import Mapping, Sequence

import ttkbootstrap as ttk

from census_desk.visits.obstacle import Obstacle
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.presenters.visits import OBSTACLE_FIELDS, ObstaclesPresenter
from ui.widgets.form_dialog import FormDialog
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace


class ObstaclesPanel(ttk.Frame):
    """The obstacles of the office in the form, open ones first."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._problems: Mapping[str, str] = {}
        self.rows = RowsPanel(
            self,
            N_("Kendala OPD"),
            COLUMNS["obstacles"],
            workplace.lookup,
            empty=_("Belum ada kendala yang dicatat untuk OPD ini."),
            on_delete=self.remove,
            state_of=lambda one: "" if one.closed_on is None else "success",
        )
        self.rows.pack(fill="both", expand=True)
        self.presenter = ObstaclesPresenter(workplace, self)
        self._add = self.rows.add_button(_("Kendala baru"), self.add, icon="plus-lg")
        self.rows.add_button(_("Tuntas"), self.settle, icon="check-lg")
        self.rows.add_button(_("Hapus"), self.remove, icon="trash")

    def show(self, office_id: str, visit_id: str = "") -> None:
        """Show an office's obstacles."""
        if office_id != self.presenter.office_id:
            self.rows.model.select("")
        self.presenter.show(office_id, visit_id)
        self._add.configure(state="normal" if office_id else "disabled")

    def add(self) -> None:
        """Ask for a new obstacle."""
        if not self.presenter.office_id:
            self._workplace.say(_("Pilih dulu OPD pada formulir kunjungan."), "info")
            return
        texts = {each.name: each.default for each in OBSTACLE_FIELDS}
        FormDialog(
            self,
            _("Kendala baru"),
            OBSTACLE_FIELDS,
            self._workplace.lookup,
            texts=texts,
            save=self._save,
        )

    def settle(self) -> None:
        """The chosen obstacles are over."""
        self.presenter.settle(self.rows.ids)

    def remove(self) -> None:
        """Delete the chosen obstacles."""
        self.presenter.remove(self.rows.ids)

    # what the presenter asks

    def show_obstacles(self, obstacles: Sequence[Obstacle], facts: str) -> None:
        """The obstacles and how many people they hinder."""
        self.rows.show(obstacles, facts)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Kept for the dialog that asked."""
        self._problems = problems

    def _save(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        return {} if self.presenter.add(texts) else self._problems
