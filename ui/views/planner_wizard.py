"""The wizard before a plan: six steps in words, each kept as soon as one goes on."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui.presenters.planner_groups import colour_of
from ui.presenters.planner_wizard import (
    BALANCE,
    PLACES,
    SEARCH,
    STEPS,
    TEAMS,
    TIME,
    WHO,
    WizardPresenter,
)
from ui.views.planner_asking import Asking
from ui.widgets.form_step import FormStep, Summary
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.steps import Steps
from ui.workplace import Workplace


class WizardFace(ttk.Frame):
    """`search()` is what the last step does."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        presenter: WizardPresenter,
        search: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._workplace, self.presenter = workplace, presenter
        self.asking = Asking(self, workplace, presenter)
        makers = {
            TIME: lambda place: self._form(place, TIME),
            WHO: self._make_who,
            TEAMS: self._make_teams,
            PLACES: self._make_places,
            BALANCE: lambda place: self._form(place, BALANCE),
            SEARCH: Summary,
        }
        self.steps = Steps(
            self,
            {step.name: step.title for step in STEPS},
            makers,
            leave=self._leave,
            came=self.show,
            end=search,
            end_text=_("Cari rencana"),
        )
        self.steps.pack(fill="both", expand=True)

    def show(self, step: str, *, focus: bool = True) -> None:
        """Bring a step to the front with what the register says now."""
        lead = next(_(one.lead) for one in STEPS if one.name == step)
        self.steps.show(step, lead)
        front = self.steps.front
        if isinstance(front, FormStep):
            front.set_texts(self.presenter.texts(step))
        self.refresh()
        if focus:
            self.focus_face()
        self._workplace.commands_changed()

    def refresh(self) -> None:
        """Show the step in front as the register has it; what is half typed stays."""
        step, front = self.steps.step, self.steps.front
        if isinstance(front, FormStep):
            front.say()
        elif isinstance(front, RowsPanel):
            front.show(self.presenter.rows(step), self.presenter.facts(step))
        elif isinstance(front, Summary):
            front.show(self.presenter.summary())
        if not isinstance(front, FormStep) and not self.presenter.lacking(step):
            self.steps.tell("")  # what was lacking is there now

    def focus_face(self) -> None:
        """The step in front takes the keyboard."""
        self.update_idletasks()
        front = self.steps.front
        if isinstance(front, FormStep):
            front.focus_first()
        elif isinstance(front, RowsPanel):
            front.table.focus_table()
        else:
            self.steps.focus_next()

    def panes(self) -> Sequence[tkinter.Misc]:
        """The step in front."""
        front = self.steps.front
        return [front.table if isinstance(front, RowsPanel) else front]

    def keep(self) -> None:
        """Keep what is typed and not saved yet."""
        front = self.steps.front
        if isinstance(front, FormStep):
            self.presenter.keep_draft(self.steps.step, front.form.peek())

    # what commands do with the rows

    @property
    def has_rows(self) -> bool:
        """Whether the step in front is a table with something chosen."""
        front = self.steps.made.get(self.steps.step)
        return isinstance(front, RowsPanel) and bool(front.model.selected)

    def edit(self) -> None:
        """The form of the chosen row."""
        front = self.steps.front
        if isinstance(front, RowsPanel) and front.model.cursor:
            self._open(front.model.cursor)

    def leave_out(self) -> None:
        """Leave the chosen groups out, or take them in again; a team is deleted."""
        front = self.steps.front
        if not isinstance(front, RowsPanel) or not front.model.selected:
            return
        if self.steps.step == TEAMS:
            self.presenter.teams.delete(front.model.selected)
        else:
            self.presenter.groups.leave_out(front.model.selected)
        self.refresh()

    def only_chosen(self) -> None:
        """Plan for the chosen groups only; for all again when all were narrowed already."""
        front = self.steps.front
        if isinstance(front, RowsPanel) and self.steps.step == WHO:
            self.presenter.groups.only_these(front.model.selected)
            self.refresh()

    def leave(self) -> str:
        """Save the step in front; the sentence when it holds a mistake."""
        return self._leave(self.steps.step)

    # making the steps

    def _form(self, place: tkinter.Misc, step: str) -> FormStep:
        return FormStep(
            place,
            self._workplace,
            self.presenter.fields(step),
            lambda texts: self.presenter.words(step, texts),
        )

    def _rows(self, place: tkinter.Misc, step: str, title: str, empty: str) -> RowsPanel:
        return RowsPanel(
            place,
            title,
            self.presenter.columns(step),
            self._workplace.lookup,
            empty=empty,
            on_open=self._open,
            on_select=self._chosen,
            on_delete=self.leave_out,
            state_of=None if step == TEAMS else colour_of,
        )

    def _make_who(self, place: tkinter.Misc) -> RowsPanel:
        rows = self._rows(place, WHO, N_("Siapa yang dijangkau"), _("Semua sudah terjangkau."))
        rows.add_button(_("Jenis…"), self.asking.reach, icon="bullseye")
        rows.add_button(_("Hanya ini"), self.only_chosen, icon="funnel")
        rows.add_button(_("Lewati"), self.leave_out, icon="slash-circle")
        rows.add_button(_("Ubah…"), self.edit, icon="pencil")
        return rows

    def _make_teams(self, place: tkinter.Misc) -> RowsPanel:
        rows = self._rows(
            place, TEAMS, N_("Tim"), _("Belum ada tim. Bentuk tim… membagi fasilitator dalam tim.")
        )
        rows.add_button(_("Bentuk tim…"), self.asking.teams, icon="people")
        rows.add_button(_("Tim baru…"), self.asking.team, icon="plus-lg")
        rows.add_button(_("Ubah…"), self.edit, icon="pencil")
        rows.add_button(_("Hapus"), self.leave_out, icon="trash")
        return rows

    def _make_places(self, place: tkinter.Misc) -> RowsPanel:
        rows = self._rows(
            place,
            PLACES,
            N_("Tempat yang kurang"),
            _("Semua kelompok punya tempat yang cukup."),
        )
        rows.add_button(_("Ukuran…"), self.asking.room, icon="house")
        rows.add_button(_("Ubah…"), self.edit, icon="geo-alt")
        return rows

    # inside

    def _leave(self, step: str) -> str:
        """Save a form; the sentence when it holds a mistake."""
        front = self.steps.front
        if not isinstance(front, FormStep):
            return self.presenter.lacking(step)
        problems = dict(self.presenter.save(step, front.form.texts()))
        if not problems:
            return ""
        told = problems.pop("", "")
        front.show_problems(problems)
        return told or _("Periksa isian yang bertanda merah.")

    def _chosen(self) -> None:
        front = self.steps.made.get(self.steps.step)
        if isinstance(front, RowsPanel):
            front.tell(self.presenter.row_words(self.steps.step, front.model.cursor))
        self._workplace.commands_changed()

    def _open(self, row_id: str) -> None:
        if self.steps.step == TEAMS:
            self.asking.team(row_id)
        else:
            self.asking.group(row_id, only_place=self.steps.step == PLACES)
