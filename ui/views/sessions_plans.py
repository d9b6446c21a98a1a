"""What is done with sessions by small dialogs: move, cancel, postpone, repeat, change several."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from census_desk.sessions.session import Session, SessionStatus
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.fields.planning import MANY, MOVE, REASON
from ui.presenters.agenda import calendar_of
from ui.presenters.planning import Planning
from ui.presenters.printing import Printing
from ui.presenters.series import SeriesPresenter
from ui.widgets.form_dialog import FormDialog
from ui.widgets.series_dialog import SeriesDialog
from ui.workplace import Workplace


class Schedule(Protocol):
    """What the dialogs ask of the page."""

    def chosen(self) -> Session | None:
        """The session in front, saved first when its form holds something newer."""

    def chosen_ids(self) -> Sequence[str]:
        """The sessions marked in the list."""

    def has_session(self) -> bool:
        """Whether a session is in front."""

    def show_moved(self, session_id: str) -> None:
        """A session was moved or set aside: show it where it is now."""


class Plans:
    """The dialogs, and the commands that open them."""

    def __init__(
        self, page: tkinter.Misc, schedule: Schedule, workplace: Workplace, printing: Printing
    ) -> None:
        self._page, self._schedule, self._workplace = page, schedule, workplace
        self._printing = printing
        self._planning = Planning(workplace, schedule.show_moved)

    def drop(self, session_id: str, day: date) -> None:
        """A session was put on a day of the month: move it, asking why where that is needed."""
        if self._planning.drop(session_id, day) is None:
            session = self._planning.session(session_id)
            assert session is not None
            self._ask_move(session, day, first="reason")
        else:
            self._schedule.show_moved(session_id)

    def commands(self, make: Callable[..., Command]) -> list[Command]:
        """What can be done with the session in front."""

        def one(name: str, text: str, run: Callable[[Session], object], **more: Any) -> Command:
            return make(
                name,
                text,
                lambda: self._with_session(run),
                enabled=lambda: self._schedule.has_session() and not self._workplace.read_only,
                group=menus.ACTION,
                **more,
            )

        return [
            one("move", _("Pindahkan…"), self._ask_move, icon="calendar2-week", keys=("Ctrl+M",)),
            one("series", _("Buat rangkaian…"), self._ask_series, icon="calendar-range",
                keys=("Ctrl+R",)),
            one("postpone", _("Tunda…"), self._ask_postpone, icon="pause-circle"),
            one("cancel", _("Batalkan sesi…"), self._ask_cancel, icon="x-circle"),
            make(
                "many",
                _("Ubah beberapa sesi…"),
                self._ask_many,
                icon="ui-checks",
                enabled=lambda: (
                    len(self._schedule.chosen_ids()) > 1 and not self._workplace.read_only
                ),
                group=menus.ACTION,
            ),
            make(
                "ics",
                _("Ekspor kalender (.ics)…"),
                self._save_calendar,
                icon="calendar-plus",
                group=menus.FILE,
                paper=True,
            ),
        ]  # fmt: skip

    # inside

    def _with_session(self, run: Callable[[Session], object]) -> None:
        session = self._schedule.chosen()
        if session is not None:
            run(session)

    def _ask_move(self, session: Session, day: date | None = None, first: str = "") -> None:
        dialog = FormDialog(
            self._page,
            _("Pindahkan sesi"),
            MOVE,
            self._workplace.lookup,
            texts=self._planning.move_texts(session, day),
            save=lambda texts: self._planning.move_by(session, texts),
            action=_("Pindahkan"),
            hint=session.title,
        )
        if first:
            dialog.form.focus_field(first)

    def _ask_postpone(self, session: Session) -> None:
        self._ask_reason(session, SessionStatus.POSTPONED, _("Tunda sesi"), _("Tunda"))

    def _ask_cancel(self, session: Session) -> None:
        self._ask_reason(session, SessionStatus.CANCELLED, _("Batalkan sesi"), _("Batalkan sesi"))

    def _ask_reason(self, session: Session, status: SessionStatus, title: str, action: str) -> None:
        FormDialog(
            self._page,
            title,
            REASON,
            self._workplace.lookup,
            texts={},
            save=lambda texts: self._planning.set_aside_by(session, status, texts),
            action=action,
            hint=session.title,
        )

    def _ask_series(self, session: Session) -> None:
        SeriesDialog(self._page, self._workplace, SeriesPresenter(self._workplace, session))

    def _ask_many(self) -> None:
        ids = tuple(self._schedule.chosen_ids())
        FormDialog(
            self._page,
            _("Ubah {count} sesi sekaligus").format(count=len(ids)),
            MANY,
            self._workplace.lookup,
            texts={},
            save=lambda texts: self._planning.many_by(ids, texts),
            action=_("Ubah semuanya"),
            hint=_("Isi yang akan diubah; yang kosong tetap seperti semula."),
        )

    def _save_calendar(self) -> None:
        sessions = list(self._workplace.register.sessions.all())
        self._printing.save_as(
            lambda: calendar_of(self._workplace, sessions, _("Jadwal sosialisasi"))
        )
