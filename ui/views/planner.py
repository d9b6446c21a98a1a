"""Rencana: the wizard, the search and the plan that came of it, one of the three in front."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.sessions.planner.replanning import Strength
from census_desk.words import _
from ui.commands import Command
from ui.fields.planner import AGAIN
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_deeds import PlanDeeds
from ui.presenters.planner_making import PlanMaking
from ui.presenters.planner_search import PlanSearch
from ui.presenters.planner_shown import PlanLooks
from ui.presenters.planner_wizard import TIME, WHO, WizardPresenter
from ui.views.planner_commands import planner_commands
from ui.views.planner_lines import Lines
from ui.views.planner_result import ResultFace
from ui.views.planner_search import SearchFace
from ui.views.planner_wizard import WizardFace
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

WIZARD, SEARCHING, RESULT = "wizard", "searching", "result"
Face = WizardFace | SearchFace | ResultFace


class PlannerPane(ttk.Frame):
    """Made when first shown; the search runs in a process of its own and ends with the pane."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.front = PlanInFront(workplace)
        self.deeds = PlanDeeds(workplace, self.front)
        self.lines = Lines(self, workplace, self.front, lambda: self.result)
        self._making = PlanMaking(workplace, self._follow)
        self._wizard_presenter = WizardPresenter(workplace)
        self._faces: dict[str, Face] = {}
        self._is_stale = False
        self.bind("<Map>", lambda event: self._seen(event))
        self.face = WIZARD

    # what the page asks

    def refresh(self) -> None:
        """Show what the register says now; out of sight, when it is seen again."""
        if not self._faces:
            self._show(RESULT if self.front.version is not None else WIZARD)
            return
        self.front.look_again()
        self._is_stale = not self.winfo_viewable()
        if self._is_stale:
            return
        if self.face == RESULT and self.front.version is None:
            self._show(WIZARD)
        elif self.face == RESULT:
            self.result.refresh()
        elif self.face == WIZARD:
            self.wizard.refresh()

    def focus_view(self) -> None:
        """The face in front takes the keyboard."""
        self.update_idletasks()
        self._faces[self.face].focus_face()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Where F6 leads."""
        front = self._faces[self.face]
        return [front] if isinstance(front, SearchFace) else front.panes()

    def facts(self) -> str:
        """The line under the page's title."""
        return self.front.facts() if self.face == RESULT else _("Rencana kalender sosialisasi")

    def commands(self) -> list[Command]:
        """What can be done here."""
        return planner_commands(self)

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        if self.face == WIZARD:
            self.wizard.keep()

    def closing(self) -> None:
        """The window closes: the best of a search under way becomes the draft in front."""
        if self.is_searching and (search := self.searching.search) is not None:
            self._making.keep_at_once(search)

    def open_with(self, keys: str) -> None:
        """Plan for these groups only (keys with commas between); without any the plan in front."""
        if not keys and self.front.version is not None and not self.is_searching:
            self._show(RESULT)
            self.focus_view()
        elif not self.is_searching:
            self._wizard_presenter.groups.only = tuple(key for key in keys.split(",") if key)
            self._show(WIZARD)
            self.wizard.show(WHO)

    # the faces

    @property
    def wizard(self) -> WizardFace:
        """The wizard, made when it is first asked for."""
        made = self._made(WIZARD)
        assert isinstance(made, WizardFace)
        return made

    @property
    def result(self) -> ResultFace:
        """The plan in front."""
        made = self._made(RESULT)
        assert isinstance(made, ResultFace)
        return made

    @property
    def searching(self) -> SearchFace:
        """The search."""
        made = self._made(SEARCHING)
        assert isinstance(made, SearchFace)
        return made

    @property
    def in_wizard(self) -> bool:
        """Whether the wizard is in front."""
        return self.face == WIZARD

    @property
    def in_result(self) -> bool:
        """Whether a plan is in front."""
        return self.face == RESULT

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self.face == SEARCHING

    # the wizard and the search

    def begin(self) -> None:
        """Go through the wizard, for all that is left."""
        self._wizard_presenter.groups.only = ()
        self._show(WIZARD)
        self.wizard.show(TIME)

    def search(self) -> None:
        """Look for a plan of what the wizard asks for."""
        told = self.wizard.leave()
        if self.workplace.read_only:
            told = _("Register dibuka baca-saja; rencana tidak dapat disimpan.")
        if told:
            self.wizard.steps.tell(told)
            return
        self._making.search(self._wizard_presenter.groups.only, self._wizard_presenter.limits)

    def escape(self) -> None:
        """End the search with the best so far; in the wizard go back to the plan in front."""
        if self.is_searching:
            self.searching.cancel()
        elif self.front.version is not None:
            self.keep()
            self._show(RESULT)
            self.focus_view()

    # the plan as a whole

    def ask_again(self) -> None:
        """Ask how freely to plan anew, and why."""
        FormDialog(
            self,
            _("Rencanakan ulang"),
            AGAIN,
            self.workplace.lookup,
            texts=self._wizard_presenter.saved_texts(AGAIN) | {"strength": Strength.USUAL.value},
            save=self._making.again_by,
            action=_("Cari rencana"),
            hint=_("Yang terkunci dan yang sudah lewat tidak pernah pindah."),
        )

    def repair(self) -> None:
        """Look for places for what is hit; everything else stays."""
        self._making.repair(self.front.hit_reason(), self._wizard_presenter.limits)

    def accept_marked(self) -> None:
        """Make sessions of the marked lines."""
        self.deeds.accept([int(each) for each in self.result.marked])

    def apply_fix(self, fix_id: str = "") -> None:
        """Do what makes room, then plan again."""
        if done := self.deeds.apply_fix(fix_id or self.result.fix_id):
            self._making.after_fix(done, self._wizard_presenter.limits)

    # the calendar

    def turn(self, months: int) -> None:
        """Another month."""
        if self.result.month is not None:
            self.result.month.turn(months)

    def to_working_day(self) -> None:
        """The working day."""
        if self.result.month is not None:
            self.result.month.to_working_day()

    # inside

    def _made(self, face: str) -> Face:
        if face not in self._faces:
            self._faces[face] = self._make(face)
        return self._faces[face]

    def _make(self, face: str) -> Face:
        if face == WIZARD:
            return WizardFace(self, self.workplace, self._wizard_presenter, self.search)
        if face == SEARCHING:
            return SearchFace(self, lambda search: self._making.keep(search, self._kept))
        return ResultFace(
            self,
            self.workplace,
            PlanLooks(self.front),
            opened=lambda line_id: self.lines.why(),
            moved=self.lines.drop,
            repair=self.repair,
            apply_fix=self.apply_fix,
            deeds=self.lines.deeds,
        )

    def _show(self, face: str) -> None:
        for name, made in self._faces.items():
            if name != face:
                made.pack_forget()
        self.face = face
        made = self._made(face)
        made.pack(fill="both", expand=True)
        if isinstance(made, ResultFace):
            made.refresh()
        elif isinstance(made, WizardFace):
            made.show(made.steps.step, focus=False)
        self.workplace.commands_changed()

    def _seen(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self and self._is_stale:
            self.refresh()

    def _follow(self, search: PlanSearch) -> None:
        self._show(SEARCHING)
        self.searching.follow(search)
        self.focus_view()

    def _kept(self) -> None:
        """A version was kept, or there was none to keep: show what there is."""
        self.front.look_again()
        self._show(RESULT if self.front.version is not None else WIZARD)
        if self.winfo_viewable():
            self.focus_view()
