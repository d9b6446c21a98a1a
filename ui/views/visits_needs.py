"""Kendala and Permintaan: what hinders the offices, and what they asked for."""

from collections.abc import Sequence

from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.words import _
from ui.commands import Command
from ui.presenters.records import RecordsSpec
from ui.presenters.visit_parts import (
    ANSWER_FIELDS,
    OBSTACLES,
    REQUESTS,
    answer,
    obstacles_line,
    requests_line,
)
from ui.presenters.visits import ObstaclesPresenter
from ui.views import records
from ui.widgets.form_dialog import FormDialog
from ui.widgets.obstacles import Settling


class ObstaclesPage(records.Page):
    """The obstacles of all offices."""

    page_id = "visits"

    def spec(self) -> RecordsSpec:
        return OBSTACLES

    def build(self) -> None:
        super().build()
        self._settling = Settling(self, self.workplace, ObstaclesPresenter(self.workplace, self))

    def facts(self) -> str:
        return obstacles_line(self.workplace)

    def more_commands(self) -> Sequence[Command]:
        make = self.pane._command
        can = lambda: bool(self.pane.presenter.model.selected) and not self.workplace.read_only  # noqa: E731
        return [
            make("settle", _("Tuntas…"), self.settle, icon="check-lg", keys=("F8",), enabled=can,
                 toolbar="secondary"),
            make("reopen", _("Buka lagi kendala"), self.reopen, icon="arrow-repeat", enabled=can),
        ]  # fmt: skip

    def settle(self) -> None:
        """The chosen obstacles are over, wholly or in part."""
        self._settling.settle(self.pane.presenter.model.selected)

    def reopen(self) -> None:
        """Take back the last closing of the chosen obstacles."""
        self._settling.reopen(self.pane.presenter.model.selected)

    # what the presenter of obstacles asks; this page lists them itself

    def show_obstacles(self, obstacles: Sequence[Obstacle], facts: str) -> None:
        """The table follows the register."""

    def show_problems(self, problems: object) -> None:
        """Shown in the dialog that asked."""


class RequestsPage(records.Page):
    """The requests for help, waiting ones first in colour."""

    page_id = "visits"

    def spec(self) -> RecordsSpec:
        return REQUESTS

    def facts(self) -> str:
        return requests_line(self.workplace)

    def more_commands(self) -> Sequence[Command]:
        make = self.pane._command
        can = lambda: self._saved() is not None and not self.workplace.read_only  # noqa: E731
        return [
            make("answer", _("Jawab…"), self.answer, icon="reply", keys=("F8",), enabled=can,
                 toolbar="secondary"),
        ]  # fmt: skip

    def answer(self) -> None:
        """Ask by what the request is answered."""
        request = self._saved()
        if request is None:
            return
        FormDialog(
            self,
            _("Jawab permintaan"),
            ANSWER_FIELDS,
            self.workplace.lookup,
            texts={
                "visit_id": request.visit_id,
                "session_id": request.session_id,
                "answer": request.answer,
            },
            save=lambda texts: answer(self.workplace, request, texts),
            action=_("Jawab"),
            hint=request.what,
        )

    def _saved(self) -> HelpRequest | None:
        editing = self.pane.presenter.editing
        record = editing.record if editing else None
        return record if isinstance(record, HelpRequest) else None
