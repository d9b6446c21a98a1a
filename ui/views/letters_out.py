"""Surat keluar: the list with follow-up below, the form with the checker, the paper beside."""

import tkinter
from collections.abc import Callable, Sequence
from functools import partial

from census_desk.letters.letter import Letter
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.letters import SPEC, facts_line
from ui.presenters.printing import Job, Printing
from ui.presenters.records import RecordsSpec
from ui.views import records
from ui.views.letters_pane import LettersPane
from ui.views.letters_steps import bulk_dialog, step_commands
from ui.widgets.body_input import BodyInput
from ui.workplace import Workplace


class OutgoingPage(records.Page):
    """The letters the office writes."""

    page_id = "letters"
    pane: LettersPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.printing = Printing(workplace)

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self.pane = LettersPane(
            self,
            self.workplace,
            self.spec(),
            page_id=self.page_id,
            makers={"body": lambda parent, changed: BodyInput(parent, changed, rows=16)},
        )
        self.pane.pack(fill="both", expand=True)
        self.pane.panel.use_papers(self.print_receipts, self.print_expedition)

    def facts(self) -> str:
        return facts_line(self.workplace.register.letters.all())

    def more_commands(self) -> Sequence[Command]:
        return [
            *self._paper_commands(),
            self.pane._command(
                "preview",
                _("Pratinjau"),
                self.pane.toggle_preview,
                icon="eye",
                keys=("Ctrl+Shift+P",),
                toolbar="ghost",
                group=menus.VIEW,
            ),
            *step_commands(self.pane),
            *self._follow_up_commands(),
            *self._body_commands(),
        ]

    def print_receipts(self) -> None:
        """A tanda terima for each office of the letter."""
        letter = self.pane.saved_record()
        if letter is not None:
            from ui.papers import receipts_job

            self.printing.long(
                _("Menyiapkan tanda terima"),
                lambda: receipts_job(self.workplace.register, letter),
            )

    def print_expedition(self) -> None:
        """The page of the ekspedisi book for the letter."""
        letter = self.pane.saved_record()
        if letter is not None:
            from ui.papers import expedition_pdf

            self.printing.print(lambda: lambda: expedition_pdf(self.workplace.register, letter.id))

    def _paper_commands(self) -> list[Command]:
        printing = self.printing

        def paper(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
            usual = {"enabled": self.pane.has_record, "group": menus.FILE, "paper": True}
            return self.pane._command(name, text, run, **(usual | more))

        return [
            paper(
                "print",
                _("Cetak"),
                lambda: self._print(printing.print),
                icon="printer",
                keys=("Ctrl+P",),
                toolbar="secondary",
            ),
            paper(
                "save_pdf",
                _("Simpan PDF…"),
                lambda: self._print(printing.save_as),
                icon="file-earmark-pdf",
                keys=("Ctrl+Shift+S",),
            ),
            paper(
                "copies",
                _("Cetak untuk banyak penerima…"),
                self._ask_bulk,
                icon="files",
                keys=("Ctrl+Shift+B",),
            ),
            paper("receipts", _("Cetak tanda terima"), self.print_receipts, icon="receipt"),
            paper(
                "expedition",
                _("Cetak halaman buku ekspedisi"),
                self.print_expedition,
                icon="truck",
                keys=("Ctrl+Shift+E",),
            ),
            self.pane._command(
                "folder",
                _("Buka folder cetakan"),
                printing.open_folder,
                icon="folder2-open",
                group=menus.FILE,
            ),
        ]

    def _follow_up_commands(self) -> list[Command]:
        make, panel = self.pane._command, self.pane.panel
        can = lambda: bool(panel.rows.ids) and not self.workplace.read_only  # noqa: E731
        actions = (
            ("sent", _("Tandai terkirim"), panel.mark_sent, "send", ("Ctrl+Shift+T",)),
            (
                "received",
                _("Tandai diterima"),
                panel.mark_received,
                "check2-circle",
                ("Ctrl+Shift+D",),
            ),
            ("replied", _("Tandai dijawab"), panel.mark_replied, "reply", ()),
            ("not_sent", _("Hapus catatan pengiriman"), panel.clear, "x", ()),
        )
        return [
            *(
                make(name, text, run, icon=icon, keys=keys, enabled=can)
                for name, text, run, icon, keys in actions
            ),
            make(
                "late",
                _("Pilih OPD yang terlambat"),
                panel.select_late,
                icon="alarm",
                keys=("Ctrl+Shift+L",),
                enabled=lambda: bool(panel.presenter.late),
            ),
        ]

    def _body_commands(self) -> list[Command]:
        """The tools of the editor, so that menu, palette and F1 name them with their keys."""
        return [
            self.pane._command(
                f"body_{tool.name}",
                tool.words,
                partial(self.pane.use_tool, tool.name),
                icon=tool.icon,
                keys=(tool.key,),
                enabled=self.pane.can_write_body,
                group=menus.EDIT,
            )
            for tool in self.pane.body.tools.values()
            if tool.key
        ]

    def _print(self, how: Callable[[Callable[[], Job]], None]) -> None:
        letter = self.pane.saved_record()
        if letter is not None:
            how(lambda: self._job(letter))

    def _job(self, letter: Letter) -> Job:
        from ui.papers import letter_job

        return letter_job(self.workplace.register, letter)

    def _ask_bulk(self) -> None:
        letter = self.pane.saved_record()
        if letter is not None:
            bulk_dialog(self, self.workplace, self.printing, letter)
