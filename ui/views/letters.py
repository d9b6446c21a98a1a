"""Surat: the list with follow-up below, the form in its place, the paper beside both."""

import tkinter
from collections.abc import Callable, Sequence

from census_desk.letters.drafting import letter_templates
from census_desk.letters.letter import Letter
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.letters import SPEC, facts_line
from ui.presenters.printing import Job, LongJob, Printing
from ui.presenters.records import RecordsSpec
from ui.views import records
from ui.views.letters_pane import LettersPane
from ui.widgets.body_input import BodyInput
from ui.workplace import Workplace


class Page(records.Page):
    """The page of letters."""

    page_id = "letters"
    pane: LettersPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self._printing = Printing(workplace)

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
            *self._follow_up_commands(),
            *self._template_commands(),
        ]

    def _paper_commands(self) -> list[Command]:
        printing = self._printing

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
                toolbar="secondary",
            ),
            paper("copies", _("Cetak satu lembar tiap OPD"), self._copies, icon="files"),
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
        return [
            make("sent", _("Tandai terkirim"), panel.mark_sent, icon="send", enabled=can),
            make(
                "received",
                _("Tandai diterima"),
                panel.mark_received,
                icon="check2-circle",
                enabled=can,
            ),
            make("not_sent", _("Hapus catatan pengiriman"), panel.clear, icon="x", enabled=can),
        ]

    def _template_commands(self) -> list[Command]:
        return [
            self.pane._command(
                f"from_{template.id}",
                _("Surat baru: {template}").format(template=template.name),
                lambda template=template: self.pane.new_from(template.id),
                icon="file-earmark-plus",
                enabled=lambda: not self.workplace.read_only,
            )
            for template in letter_templates()
        ]

    def _print(self, how: Callable[[Callable[[], Job]], None]) -> None:
        letter = self.pane.saved_record()
        if letter is not None:
            how(lambda: self._job(letter))

    def _job(self, letter: Letter) -> Job:
        from ui.papers import letter_job

        return letter_job(self.workplace.register, letter)

    def _copies(self) -> None:
        letter = self.pane.saved_record()
        if letter is not None:
            self._printing.long(_("Menyiapkan lembar tiap OPD"), lambda: self._copies_job(letter))

    def _copies_job(self, letter: Letter) -> LongJob:
        from ui.papers import letter_copies_job

        return letter_copies_job(self.workplace.register, letter)
