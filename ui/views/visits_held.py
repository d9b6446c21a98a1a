"""Kunjungan: the visits, what belongs to the chosen one below, the form beside."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from census_desk.indonesian import number
from census_desk.visits.visit import Visit
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.event_letters import EventLettersPresenter
from ui.presenters.printing import Job, Printing
from ui.presenters.records import RecordsSpec
from ui.presenters.visit_report import ReportForm
from ui.presenters.visits import SPEC
from ui.views import records
from ui.views.event_letters import letter_commands
from ui.views.with_panel import WithPanel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.visit_panel import FOLLOW_UPS, LETTERS, OBSTACLES, VisitPanel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Register


class VisitsPane(WithPanel):
    """The obstacles follow the office in the form, also one just chosen."""

    panel: VisitPanel

    def make_panel(self, parent: tkinter.Misc) -> VisitPanel:
        return VisitPanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return self.panel.tables

    def show_panel(self, record: Visit | None) -> None:
        if record is not None:
            self.panel.show(record)
        elif self.presenter.editing is None:
            self.panel.show(None)

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        if is_new:
            self.panel.show(None, texts.get("office_id", ""))

    def _edited(self, name: str) -> None:
        super()._edited(name)
        if name == "office_id" and self.presenter.editing is not None:
            record = self.presenter.editing.record
            office_id = self.form.peek()["office_id"]
            if record is None or record.office_id != office_id:
                self.panel.show(None, office_id)
            else:
                self.panel.show(record)


class HeldPage(records.Page):
    """The visits, planned and held."""

    page_id = "visits"
    pane: VisitsPane

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self._printing = Printing(workplace)

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self.pane = VisitsPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self.pane.pack(fill="both", expand=True)

    def facts(self) -> str:
        visits = self.workplace.register.visits.all()
        helped = sum(visit.helped_count for visit in visits)
        return _("{count} kunjungan · {helped} ASN selesai dibantu").format(
            count=number(len(visits)), helped=number(helped)
        )

    def more_commands(self) -> Sequence[Command]:
        make = self.pane._command
        return [
            make(
                "minutes",
                _("Cetak berita acara"),
                lambda: self._print(_minutes),
                icon="file-earmark-text",
                keys=("Ctrl+Shift+B",),
                enabled=self.pane.has_record,
                toolbar="secondary",
                group=menus.FILE,
                paper=True,
            ),
            make(
                "print",
                _("Cetak laporan"),
                lambda: self._print(_report),
                icon="printer",
                keys=("Ctrl+P",),
                enabled=self.pane.has_record,
                toolbar="secondary",
                group=menus.FILE,
                paper=True,
            ),
            make(
                "save_pdf",
                _("Simpan PDF laporan…"),
                lambda: self._save(_report),
                icon="file-earmark-pdf",
                keys=("Ctrl+Shift+S",),
                enabled=self.pane.has_record,
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
            *self._spot_commands(),
            *self._letter_commands(),
        ]

    def _spot_commands(self) -> list[Command]:
        make, panel = self.pane._command, self.pane.panel
        can = lambda: self.pane.has_record() and not self.workplace.read_only  # noqa: E731
        return [
            make("report", _("Lapor di tempat…"), self.report, icon="clipboard-check",
                 keys=("F8",), enabled=can, toolbar="secondary"),
            make("obstacle", _("Kendala baru"), self.add_obstacle, icon="exclamation-triangle",
                 enabled=can),
            make("settle", _("Kendala tuntas"), panel.obstacles.settle, icon="check-lg",
                 enabled=can),
            make("reopen", _("Buka lagi kendala"), panel.obstacles.reopen, icon="arrow-repeat",
                 enabled=can),
            make("follow_up", _("Tindak lanjut baru"), self.add_follow_up, icon="list-task",
                 keys=("F9",), enabled=can),
            make("followed_up", _("Tindak lanjut selesai"), panel.follow_ups.finish,
                 icon="check2-square", enabled=can),
        ]  # fmt: skip

    def _letter_commands(self) -> list[Command]:
        return letter_commands(
            self.page_id,
            self.workplace,
            self._saved_letters,
            can=self.pane.has_record,
            show=self.show_letters,
            reissue=self.reissue,
        )

    def _saved_letters(self) -> EventLettersPresenter | None:
        visit = self.pane.saved_record()
        return self.pane.panel.letters.presenter if visit is not None else None

    def show_letters(self) -> None:
        """Bring the letters of the visit to the front."""
        if self.pane.saved_record() is not None:
            self.pane.panel.show_list(LETTERS)
            self.pane.panel.letters.rows.table.focus_table()

    def reissue(self) -> None:
        """Void the letters the visit left behind and draft them anew."""
        if self.pane.saved_record() is not None:
            self.pane.panel.show_list(LETTERS)
            self.pane.panel.letters.reissue()

    def report(self) -> None:
        """Save the visit, then ask what it brought."""
        visit = self.pane.saved_record()
        if visit is None:
            return
        form = ReportForm(self.workplace, visit)
        FormDialog(
            self,
            _("Lapor di tempat"),
            form.fields,
            self.workplace.lookup,
            texts=form.texts,
            save=form.save,
            hint=form.hint,
        )

    def add_obstacle(self) -> None:
        """Ask for a new obstacle of the office in the form."""
        self.pane.panel.show_list(OBSTACLES)
        self.pane.panel.obstacles.add()

    def add_follow_up(self) -> None:
        """Save the visit, then ask what was agreed on it."""
        if self.pane.saved_record() is not None:
            self.pane.panel.show_list(FOLLOW_UPS)
            self.pane.panel.follow_ups.new()

    def show_follow_up(self, follow_up_id: str) -> None:
        """The visit it was agreed on, and the follow-up chosen below."""
        one = self.workplace.register.follow_ups.get(follow_up_id)
        self.show_record(one.visit_id)
        self.pane.panel.show_list(FOLLOW_UPS)
        self.pane.panel.follow_ups.table.show(follow_up_id)
        self.pane.panel.follow_ups.table.focus_table()

    def _print(self, job: Callable[..., Job]) -> None:
        if (visit := self.pane.saved_record()) is not None:
            self._printing.print(lambda: job(self.workplace.register, visit.id))

    def _save(self, job: Callable[..., Job]) -> None:
        if (visit := self.pane.saved_record()) is not None:
            self._printing.save_as(lambda: job(self.workplace.register, visit.id))


def _report(register: "Register", visit_id: str) -> Job:
    from ui.papers import visit_report_job

    return visit_report_job(register, visit_id)


def _minutes(register: "Register", visit_id: str) -> Job:
    from ui.papers import visit_minutes_job

    return visit_minutes_job(register, visit_id)
