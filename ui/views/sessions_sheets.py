"""The attendance sheet of the session in front: asked for, printed, saved."""

import tkinter
from collections.abc import Callable, Mapping

from census_desk.sessions.session import Session
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.printing import Job, Printing
from ui.presenters.sheet_options import (
    SHEET_FIELDS,
    SheetOptions,
    sheet_options,
    sheet_texts,
)
from ui.views.sessions_plans import Schedule
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace


class Sheets:
    """The dialog before a sheet is printed, and the commands that open it."""

    def __init__(
        self, page: tkinter.Misc, schedule: Schedule, workplace: Workplace, printing: Printing
    ) -> None:
        self._page, self._schedule, self._workplace = page, schedule, workplace
        self._printing = printing

    def commands(self, make: Callable[..., Command]) -> list[Command]:
        """Save, print, and the folder they lie in."""
        saved = self._schedule.has_session
        return [
            make(
                "save_pdf",
                _("Simpan PDF daftar hadir…"),
                lambda: self._ask(save=True),
                icon="file-earmark-pdf",
                keys=("Ctrl+Shift+S",),
                enabled=saved,
                group=menus.FILE,
                paper=True,
            ),
            make(
                "print",
                _("Cetak daftar hadir"),
                lambda: self._ask(save=False),
                icon="printer",
                keys=("Ctrl+P",),
                enabled=saved,
                toolbar="secondary",
                group=menus.FILE,
                paper=True,
            ),
            make(
                "folder",
                _("Buka folder cetakan"),
                self._printing.open_folder,
                icon="folder2-open",
                group=menus.FILE,
            ),
            make(
                "to_attendance",
                _("Kehadiran sesi ini"),
                self._to_attendance,
                icon="person-check",
                keys=("Ctrl+H",),
                enabled=saved,
            ),
        ]

    def _to_attendance(self) -> None:
        if (session := self._schedule.chosen()) is not None:
            self._workplace.go("attendance", session.id)

    def _ask(self, *, save: bool) -> None:
        session = self._schedule.chosen()
        if session is None:
            return
        FormDialog(
            self._page,
            _("Daftar hadir"),
            SHEET_FIELDS,
            self._workplace.lookup,
            texts=sheet_texts(self._workplace),
            save=lambda texts: self._print(session, texts, save=save),
            action=_("Simpan PDF…") if save else _("Cetak"),
            hint=session.title,
        )

    def _print(
        self, session: Session, texts: Mapping[str, str], *, save: bool
    ) -> Mapping[str, str]:
        options, problems = sheet_options(texts)
        if options is None:
            return problems
        self._workplace.preferences.set("sessions.sheet", dict(texts))
        how = self._printing.save_as if save else self._printing.print
        self._page.after_idle(lambda: how(lambda: self._job(session, options)))
        return {}

    def _job(self, session: Session, options: SheetOptions) -> Job:
        from ui.papers import Asked, attendance_job

        asked = Asked(
            paper=options.paper,
            show_nip=options.show_nip,
            walk_ins=options.walk_ins,
            split=options.split,
            listed=options.listed,
        )
        return attendance_job(self._workplace.register, session.id, asked)
