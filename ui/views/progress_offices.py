"""Daftar OPD: the offices, and below them the recaps and people of the chosen one."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.people import Office
from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.progress import SPEC, employee_spec, office_facts, recap_spec, totals_line
from ui.presenters.records import RecordsSpec
from ui.views import records
from ui.views.with_panel import WithPanel
from ui.widgets.parts_panel import PartsPanel
from ui.workplace import Workplace


class OfficePanel(ttk.Frame):
    """Two lists about one office, one of them seen at a time."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP // 2))
        self._which = ttk.StringVar(self, value="recaps")
        self.lists: dict[str, PartsPanel] = {
            "recaps": PartsPanel(self, workplace, recap_spec),
            "employees": PartsPanel(self, workplace, employee_spec),
        }
        for name, text in (("recaps", _("Rekap")), ("employees", _("ASN"))):
            ttk.Radiobutton(
                bar,
                text=text,
                value=name,
                variable=self._which,
                bootstyle="primary ghost toolbutton",
                command=self._switch,
            ).pack(side="left")
        self._switch()

    @property
    def seen(self) -> PartsPanel:
        """The list in front."""
        return self.lists[self._which.get()]

    def show(self, office: Office | None) -> None:
        """Show what belongs to an office, None for none."""
        office_id = office.id if office else ""
        facts = office_facts(self._workplace, office) if office else ""
        for panel in self.lists.values():
            panel.show_owner(office_id, facts)

    def show_list(self, name: str) -> None:
        """Bring one of the lists to the front."""
        self._which.set(name)
        self._switch()
        self.seen.table.focus_table()

    def add(self, name: str) -> None:
        """Bring a list to the front and ask for a new entry."""
        self.show_list(name)
        self.seen.new()

    def show_row(self, name: str, record_id: str) -> None:
        """Bring a list to the front, with that row chosen."""
        self.show_list(name)
        self.seen.table.show(record_id)

    def _switch(self) -> None:
        for panel in self.lists.values():
            panel.pack_forget()
        self.seen.pack(fill="both", expand=True)


class OfficesPane(WithPanel):
    """Offices above, what belongs to the chosen one below."""

    panel: OfficePanel

    def make_panel(self, parent: tkinter.Misc) -> OfficePanel:
        return OfficePanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.seen.table]

    def show_panel(self, record: Office | None) -> None:
        self.panel.show(record)


class OfficesPage(records.Page):
    """The list of offices with form, recaps and ASN; `on_about(office_id)` tells all of one."""

    page_id = "progress"
    pane: OfficesPane

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        on_about: Callable[[str], object] = lambda office_id: None,
    ) -> None:
        super().__init__(parent, workplace)
        self._on_about = on_about

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self.pane = OfficesPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self.pane.pack(fill="both", expand=True)

    def facts(self) -> str:
        return totals_line(self.workplace)

    def show_record(self, record_id: str) -> None:
        """An office; or a recap or a person in the list below its office."""
        for name in ("recaps", "employees"):
            part = self.workplace.lookup.record(name, record_id)
            if part is not None:
                super().show_record(part.office_id)
                self.pane.panel.show_row(name, record_id)
                return
        super().show_record(record_id)

    def more_commands(self) -> Sequence[Command]:
        panel, make = self.pane.panel, self.pane._command
        can = lambda: self.pane.has_record() and not self.workplace.read_only  # noqa: E731
        return [
            make(
                "recap",
                _("Rekap baru"),
                lambda: panel.add("recaps"),
                icon="clipboard-plus",
                keys=("Ctrl+R",),
                enabled=can,
                toolbar="secondary",
            ),
            make(
                "employee",
                _("ASN baru"),
                lambda: panel.add("employees"),
                icon="person-plus",
                enabled=can,
            ),
            make(
                "recaps",
                _("Lihat rekap OPD"),
                lambda: panel.show_list("recaps"),
                group=menus.VIEW,
                icon="clipboard-data",
            ),
            make(
                "employees",
                _("Lihat ASN OPD"),
                lambda: panel.show_list("employees"),
                group=menus.VIEW,
                icon="people",
            ),
            make(
                "about_chosen",
                _("Semua tentang OPD terpilih"),
                self._about,
                keys=("Ctrl+B",),
                group=menus.VIEW,
                icon="card-list",
                enabled=self.pane.has_record,
            ),
        ]

    def _about(self) -> None:
        editing = self.pane.presenter.editing
        if editing is not None and editing.record is not None:
            self._on_about(editing.record.id)
