"""Surat masuk: the agenda with dispositions below, the form beside."""

import tkinter
from collections.abc import Sequence

from census_desk.letters.incoming import IncomingLetter
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.incoming import (
    SPEC,
    DispositionsPresenter,
    answer,
    attach_page,
    disposition_facts,
    disposition_spec,
    incoming_facts,
)
from ui.presenters.kept_files import kept_files
from ui.presenters.letters import Start
from ui.presenters.printing import Printing
from ui.presenters.records import RecordsSpec
from ui.views import records
from ui.views.with_panel import WithPanel
from ui.widgets.kept_files import choose_kept
from ui.widgets.parts_panel import PartsPanel
from ui.widgets.start_chooser import choose_start
from ui.workplace import Workplace

NARROW_EMS = 120  # six columns and a form beside them need this much


class DispositionsPanel(PartsPanel):
    """Who was asked what about one incoming letter."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace, disposition_spec)
        self.add_button(_("Selesai"), self.finish, icon="check-lg")

    def finish(self) -> None:
        """The chosen dispositions are done."""
        if self.ids:
            self._presenter().finish(self.ids)
        else:
            self._workplace.say(_("Pilih dulu disposisi di tabel bawah."), "info")

    def _presenter(self) -> DispositionsPresenter:
        return DispositionsPresenter(self._workplace, self._owner)


class IncomingPane(WithPanel):
    """The agenda above, the dispositions of the chosen letter below, the form beside."""

    panel: DispositionsPanel
    narrow_ems = NARROW_EMS

    def make_panel(self, parent: tkinter.Misc) -> DispositionsPanel:
        return DispositionsPanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.table]

    def show_panel(self, record: IncomingLetter | None) -> None:
        facts = disposition_facts(self.workplace, record.id) if record else ""
        self.panel.show_owner(record.id if record else "", facts)


class IncomingPage(records.Page):
    """The letters the office received."""

    page_id = "letters"
    pane: IncomingPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.printing = Printing(workplace)

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self.pane = IncomingPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self.pane.pack(fill="both", expand=True)

    def facts(self) -> str:
        return incoming_facts(self.workplace)

    def more_commands(self) -> Sequence[Command]:
        make, saved = self.pane._command, self.pane.has_record
        can = lambda: saved() and not self.workplace.read_only  # noqa: E731
        return [
            make(
                "dispose",
                _("Disposisi…"),
                self.dispose,
                icon="diagram-2",
                keys=("F7",),
                enabled=can,
                toolbar="secondary",
            ),
            make(
                "answer",
                _("Jawab…"),
                self.answer,
                icon="reply",
                keys=("F8",),
                enabled=can,
                toolbar="secondary",
            ),
            make("folder", _("Buka folder cetakan"), self.printing.open_folder,
                 icon="folder2-open", group=menus.FILE),
            *self._paper_commands(),
        ]  # fmt: skip

    def _paper_commands(self) -> list[Command]:
        make, saved = self.pane._command, self.pane.has_record
        can = lambda: saved() and not self.workplace.read_only  # noqa: E731
        return [
            make(
                "scan",
                _("Simpan pindaian…"),
                self.attach,
                icon="file-earmark-arrow-up",
                enabled=can,
                toolbar="ghost",
            ),
            make(
                "files",
                _("Berkas tersimpan…"),
                self.choose_kept,
                icon="paperclip",
                keys=("Ctrl+Shift+O",),
                enabled=saved,
            ),
            make(
                "print",
                _("Cetak lembar disposisi"),
                self.print_disposition,
                icon="printer",
                keys=("Ctrl+P",),
                enabled=saved,
                group=menus.FILE,
                paper=True,
            ),
            make(
                "agenda",
                _("Cetak agenda surat masuk"),
                self.print_agenda,
                icon="journal-text",
                keys=("Ctrl+Shift+A",),
                group=menus.FILE,
                paper=True,
            ),
        ]

    def dispose(self) -> None:
        """Save the letter, then ask for a disposition."""
        letter = self.pane.saved_record()
        if letter is not None:
            self.pane.show_panel(letter)
            self.pane.panel.new()

    def answer(self) -> None:
        """Ask what the answer begins as, and open it among the outgoing letters."""
        letter = self.pane.saved_record()
        if letter is None:
            return

        def begin(start: Start) -> None:
            made = answer(self.workplace, letter.id, start)
            if made:
                self.workplace.go("letters", made)

        choose_start(self, self.workplace, begin)

    def attach(self) -> None:
        """Keep a scan of the letter."""
        letter = self.pane.saved_record()
        if letter is not None:
            attach_page(self.workplace, letter.id)

    def choose_kept(self) -> None:
        """List the scans of the letter; Enter opens one."""
        editing = self.pane.presenter.editing
        files = kept_files(self.workplace, incoming_id=editing.id) if editing else []
        if not files:
            self.workplace.say(_("Belum ada pindaian untuk surat masuk ini."), "info")
            return
        choose_kept(self, self.printing, files)

    def print_disposition(self) -> None:
        """The lembar disposisi, half F4."""
        letter = self.pane.saved_record()
        if letter is not None:
            from ui.papers import disposition_pdf

            register = self.workplace.register
            self.printing.print(lambda: lambda: disposition_pdf(register, letter.id))

    def print_agenda(self) -> None:
        """The agenda of the year of the working day, or of the chosen letter."""
        from ui.papers import incoming_book_pdf

        editing = self.pane.presenter.editing
        record = editing.record if editing else None
        year = (record.received_on if record else self.workplace.working_day()).year
        register = self.workplace.register
        self.printing.print(lambda: lambda: incoming_book_pdf(register, year=year))
