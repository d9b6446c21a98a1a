"""Pendampingan: visits, and the obstacles of the visited office beside the form."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from census_desk.indonesian import number
from census_desk.visits.visit import Visit
from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.printing import Job, Printing
from ui.presenters.records import RecordsSpec
from ui.presenters.visits import SPEC
from ui.views import records
from ui.views.with_panel import WithPanel
from ui.widgets.obstacles import ObstaclesPanel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Register


class VisitsPane(WithPanel):
    """The obstacles follow the office in the form, also one just chosen."""

    panel: ObstaclesPanel

    def make_panel(self, parent: tkinter.Misc) -> ObstaclesPanel:
        return ObstaclesPanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.rows.table]

    def show_panel(self, record: Visit | None) -> None:
        if record is not None:
            self.panel.show(record.office_id, record.id)
        elif self.presenter.editing is None:
            self.panel.show("")

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        if is_new:
            self.panel.show(texts.get("office_id", ""))

    def _edited(self, name: str) -> None:
        super()._edited(name)
        editing = self.presenter.editing
        if name == "office_id" and editing is not None:
            self.panel.show(self.form.peek()["office_id"], editing.id)


class Page(records.Page):
    """The page of visits."""

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
            make("obstacle", _("Kendala baru"), self.pane.panel.add, icon="exclamation-triangle"),
            make("settle", _("Kendala tuntas"), self.pane.panel.settle, icon="check-lg"),
        ]

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
