"""Berkas sesi: the six parts with what is missing in red, and the papers made from who came."""

import tkinter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from census_desk.sessions.closing import PartKind
from census_desk.words import N_, _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.attendance import ChosenSession
from ui.presenters.session_file import (
    DESPITE_FIELDS,
    PARTS,
    FilePresenter,
    PartRow,
    part_colour,
)
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.form_dialog import FormDialog
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


class FilePage(page.Page):
    """The file of the session in hand."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace, chosen: ChosenSession) -> None:
        super().__init__(parent, workplace)
        self._chosen = chosen

    def build(self) -> None:
        self.columnconfigure(0, weight=1)
        self.rowconfigure(0, weight=1)
        self.rows = RowsPanel(
            self,
            N_("Berkas sesi"),
            PARTS,
            self.workplace.lookup,
            empty=_("Belum ada sesi."),
            state_of=part_colour,
            on_open=self._open,
        )
        self.rows.grid(row=0, column=0, sticky="nsew")
        self.presenter = FilePresenter(self.workplace, self, self._chosen)
        self._chosen.listen(self.presenter.refresh)

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh()

    def facts(self) -> str:
        return _("Undangan, surat tugas, daftar hadir, notula, foto, dan laporan dalam satu PDF.")

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.rows.table]

    def shown(self) -> None:
        self.rows.table.focus_table()

    def commands(self) -> Sequence[Command]:
        return [*self._of_the_file(), *self._papers()]

    def show_parts(self, rows: Sequence[PartRow], facts: str) -> None:
        """The six parts, as the presenter found them."""
        self.rows.show(rows, facts)
        self.workplace.commands_changed()

    def ask_despite(self, missing: str) -> None:
        """Ask why the file is closed although something is missing."""
        FormDialog(
            self,
            _("Tutup berkas yang belum lengkap"),
            DESPITE_FIELDS,
            self.workplace.lookup,
            texts={"despite": ""},
            save=self.presenter.close_despite,
            action=_("Tutup berkas"),
            hint=missing,
        )

    # inside

    def _of_the_file(self) -> list[Command]:
        presenter, make = self.presenter, partial(command_of, "attendance")
        can_write = lambda: not self.workplace.read_only and bool(self._chosen.id)  # noqa: E731
        return [
            make(
                "photo", _("Tambah foto…"), presenter.add_photo, icon="camera", keys=("F7",),
                enabled=can_write, toolbar="secondary",
            ),
            make(
                "notula", _("Buat notula"), lambda: presenter.draft(PartKind.NOTULA),
                icon="journal-text", enabled=can_write,
            ),
            make(
                "activity_report", _("Buat laporan kegiatan"),
                lambda: presenter.draft(PartKind.REPORT), icon="file-text", enabled=can_write,
            ),
            make(
                "close_file", _("Tutup berkas…"), presenter.close, icon="lock",
                keys=("Ctrl+Shift+K",), toolbar="secondary",
                enabled=lambda: can_write() and not presenter.is_closed,
            ),
            make(
                "open_file_again", _("Buka lagi berkas"), presenter.open_again, icon="unlock",
                enabled=lambda: can_write() and presenter.is_closed,
            ),
        ]  # fmt: skip

    def _papers(self) -> list[Command]:
        presenter = self.presenter
        paper = partial(command_of, "attendance", group=menus.FILE, paper=True)
        return [
            paper(
                "session_report", _("Cetak rekap kehadiran"), presenter.print_report,
                icon="list-check", keys=("Ctrl+Shift+R",),
            ),
            paper(
                "certificates", _("Cetak sertifikat"), presenter.print_certificates,
                icon="award", keys=("Ctrl+Shift+T",),
            ),
            paper(
                "cards", _("Cetak kartu undangan ber-QR"), presenter.print_cards, icon="qr-code",
            ),
            paper(
                "permanent_cards", _("Cetak kartu hadir tetap"),
                lambda: presenter.print_cards(permanent=True), icon="person-badge",
            ),
            paper(
                "session_file", _("Cetak berkas"), presenter.print_file, icon="printer",
                keys=("Ctrl+P",), toolbar="primary",
            ),
        ]  # fmt: skip

    def _open(self, row_id: str) -> None:
        """Enter on notula or laporan begins it, or opens the one that is there."""
        kind = PartKind(row_id)
        if kind in (PartKind.NOTULA, PartKind.REPORT):
            self.presenter.draft(kind)
        elif kind is PartKind.PHOTOS:
            self.presenter.add_photo()
