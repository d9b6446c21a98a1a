"""The letters of the chosen session: a dialog lists them, commands write and mend them."""

import tkinter
from collections.abc import Callable
from typing import Any

from census_desk.sessions.session import Session
from ui.commands import Command
from ui.presenters.event_letters import EventLettersPresenter
from ui.presenters.stale import LETTERS_OF
from ui.views.event_letters import letter_commands
from ui.widgets.event_letters import EventLettersDialog
from ui.workplace import Workplace


class Letters:
    """`saved` answers the session in front, saved first; `show_session` brings one to the front."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        saved: Callable[[], Any | None],
        show_session: Callable[[str], object],
    ) -> None:
        self._parent = parent
        self._workplace = workplace
        self._saved = saved
        self._show_session = show_session

    def commands(self, can: Callable[[], bool]) -> list[Command]:
        """What can be written for the session, while there is one."""
        return letter_commands(
            "sessions",
            self._workplace,
            self._presenter,
            can=can,
            show=self.show,
            reissue=self.reissue,
            toolbar="secondary",
        )

    def asked(self, record_id: str) -> bool:
        """Whether the letters of a session were asked for; shows them then."""
        if not record_id.startswith(LETTERS_OF):
            return False
        session_id = record_id.removeprefix(LETTERS_OF)
        self._show_session(session_id)
        self._parent.after_idle(lambda: self._dialog(session_id).show())
        return True

    def show(self) -> None:
        """List the letters of the session."""
        session = self._saved()
        if session is not None:
            self._dialog(session.id).show()

    def reissue(self) -> None:
        """List them and ask why those left behind are voided."""
        session = self._saved()
        if session is not None:
            dialog = self._dialog(session.id)
            dialog.show()
            dialog.panel.reissue()

    def _dialog(self, session_id: str) -> EventLettersDialog:
        return EventLettersDialog(self._parent, self._workplace, session_id)

    def _presenter(self) -> EventLettersPresenter | None:
        session = self._saved()
        if not isinstance(session, Session):
            return None
        found = EventLettersPresenter(self._workplace, _Unseen())
        found.show(session.id)
        return found


class _Unseen:
    """A letter made by a command is told in the message bar; no list is in front."""

    def show_letters(self, rows: object, facts: str) -> None:
        """Nothing is shown."""
