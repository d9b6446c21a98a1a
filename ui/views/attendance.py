"""Kehadiran: sheets that come back, the desk at the door, the figures, and a session's file."""

import tkinter
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.presenters.attendance import ChosenSession
from ui.views.attendance_door import DoorPage
from ui.views.attendance_entry import EntryPage
from ui.views.attendance_figures import FiguresPage
from ui.views.attendance_file import FilePage
from ui.views.sectioned import SectionedPage, SectionSpec
from ui.widgets.chooser import Chooser
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

ENTRY, DOOR, FIGURES, FILE = "entry", "door", "figures", "file"


class Page(SectionedPage):
    """The page of attendance; the session above is that of every section."""

    page_id = "attendance"

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.chosen = chosen = ChosenSession(workplace)
        self.sections = (
            SectionSpec(
                id=ENTRY,
                title=N_("Lembar kembali"),
                icon="file-earmark-check",
                make=lambda place, desk: EntryPage(place, desk, chosen),
            ),
            SectionSpec(
                id=DOOR,
                title=N_("Meja daftar"),
                icon="upc-scan",
                make=lambda place, desk: DoorPage(place, desk, chosen),
            ),
            SectionSpec(id=FIGURES, title=N_("Rekap"), icon="table", make=FiguresPage),
            SectionSpec(
                id=FILE,
                title=N_("Berkas sesi"),
                icon="folder-check",
                make=lambda place, desk: FilePage(place, desk, chosen),
            ),
        )

    def build(self) -> None:
        super().build()
        self._make_chooser()
        self.chosen.listen(self._show_chosen)

    def refresh(self, change: "Change | None" = None) -> None:
        if self.chosen.record is None:
            self.chosen.choose(ChosenSession(self.workplace).id)
        self._show_chosen()
        super().refresh(change)

    def show_record(self, record_id: str) -> None:
        """A session, or one of its sheets by id."""
        sheet = self.workplace.register.sheets.find(record_id)
        self.chosen.choose(sheet.session_id if sheet else record_id)

    def facts(self) -> str:
        return self.front.facts()

    def _make_chooser(self) -> None:
        self.session = Chooser(
            self.bar,
            self._taken,
            choices=self.chosen.choices,
            label_of=self.chosen.label,
            may_be_empty=False,
        )
        self.session.pack(side="right", fill="x", expand=True)
        label = ttk.Label(self.bar, text=_("Sesi"), style="Quiet.TLabel")
        label.pack(side="right", padx=(theme.GAP * 2, theme.GAP))
        self._show_chosen()

    def _taken(self) -> None:
        if self.session.get():
            self.chosen.choose(self.session.get())
            self.workplace.commands_changed()

    def _show_chosen(self) -> None:
        self.session.set(self.chosen.id)
