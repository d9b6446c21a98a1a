"""The panel of an office's obstacles beside a visit: note one, settle those that are over."""

import tkinter
from collections.abc import Mapping, Sequence

import ttkbootstrap as ttk

from census_desk.indonesian import number
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.words import N_, _
from ui.columns.visits import OBSTACLE_OF_OFFICE
from ui.forms import Field, parse
from ui.presenters.visits import OBSTACLE_FIELDS, ObstaclesPresenter
from ui.widgets.form_dialog import FormDialog
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

HOW_MANY = Field(name="people_count", label=N_("Yang tuntas"), kind="count")


class Settling:
    """Asks how many of a single obstacle are helped; several chosen ones are closed whole."""

    def __init__(
        self, parent: tkinter.Misc, workplace: Workplace, presenter: ObstaclesPresenter
    ) -> None:
        self._parent = parent
        self._workplace = workplace
        self._presenter = presenter

    def settle(self, ids: Sequence[str]) -> None:
        """Close the chosen obstacles."""
        chosen = self._presenter.may_settle(ids)
        if len(chosen) == 1 and open_count(chosen[0]) > 1:
            self._ask_how_many(chosen[0])
        elif chosen:
            problems = self._presenter.settle({one.id: None for one in chosen})
            if problems:
                self._workplace.say(" ".join(problems.values()), "error")

    def reopen(self, ids: Sequence[str]) -> None:
        """Take back the last closing of the chosen obstacles."""
        self._presenter.reopen(ids)

    def _ask_how_many(self, obstacle: Obstacle) -> None:
        left = open_count(obstacle)
        FormDialog(
            self._parent,
            _("Kendala tuntas"),
            (HOW_MANY,),
            self._workplace.lookup,
            texts={"people_count": number(left)},
            save=lambda texts: self._settle_some(obstacle, texts),
            hint=_("{reason}: {left} orang masih terkendala.").format(
                reason=self._workplace.lookup.reason_name(obstacle.reason), left=number(left)
            ),
        )

    def _settle_some(self, obstacle: Obstacle, texts: Mapping[str, str]) -> Mapping[str, str]:
        values, problems = parse((HOW_MANY,), texts)
        return problems or self._presenter.settle({obstacle.id: values["people_count"]})


class ObstaclesPanel(ttk.Frame):
    """The obstacles of the office in the form, open ones first."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._problems: Mapping[str, str] = {}
        self.rows = RowsPanel(
            self,
            N_("Kendala OPD"),
            OBSTACLE_OF_OFFICE,
            workplace.lookup,
            empty=_("Belum ada kendala yang dicatat untuk OPD ini."),
            on_delete=self.remove,
            state_of=lambda one: "" if open_count(one) else "success",
        )
        self.rows.pack(fill="both", expand=True)
        self.presenter = ObstaclesPresenter(workplace, self)
        self._settling = Settling(self, workplace, self.presenter)
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
        """The chosen obstacles are over; of a single one of several people, how many."""
        self._settling.settle(self.rows.ids)

    def reopen(self) -> None:
        """Take back the last closing of the chosen obstacles."""
        self._settling.reopen(self.rows.ids)

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
