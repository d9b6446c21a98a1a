"""OPD & ASN: the offices, and below them the people, recaps and contacts of the chosen one."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.people import Office
from census_desk.words import N_, _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.progress import (
    CONTACTS,
    PAGE_OF,
    SPEC,
    contacts_of,
    employee_spec,
    office_facts,
    recap_spec,
    totals_line,
)
from ui.presenters.records import RecordsSpec
from ui.views import records
from ui.views.with_panel import WithPanel
from ui.widgets.parts_panel import PartsPanel
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace


class OfficePanel(ttk.Frame):
    """Three lists about one office, one of them seen at a time."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._contacts: dict[str, str] = {}
        bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP // 2))
        self._which = ttk.StringVar(self, value="recaps")
        self.lists: dict[str, RowsPanel] = {
            "recaps": PartsPanel(self, workplace, recap_spec),
            "employees": PartsPanel(self, workplace, employee_spec),
            "contacts": RowsPanel(
                self,
                N_("Surat, sesi, dan kunjungan"),
                CONTACTS,
                workplace.lookup,
                empty=_("Belum ada surat, sesi, atau kunjungan untuk OPD ini."),
                on_open=self._open_contact,
            ),
        }
        for name, text in (
            ("recaps", _("Rekap")),
            ("employees", _("ASN")),
            ("contacts", _("Semua tentang OPD ini")),
        ):
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
    def seen(self) -> RowsPanel:
        """The list in front."""
        return self.lists[self._which.get()]

    def show(self, office: Office | None) -> None:
        """Show what belongs to an office, None for none."""
        office_id = office.id if office else ""
        facts = office_facts(self._workplace, office) if office else ""
        for name in ("recaps", "employees"):
            panel = self.lists[name]
            assert isinstance(panel, PartsPanel)
            panel.show_owner(office_id, facts)
        contacts = contacts_of(self._workplace, office) if office else []
        self._contacts = {one.id: one.collection for one in contacts}
        self.lists["contacts"].show(contacts, facts)

    def show_list(self, name: str) -> None:
        """Bring one of the lists to the front."""
        self._which.set(name)
        self._switch()
        self.seen.table.focus_table()

    def add(self, name: str) -> None:
        """Bring a list to the front and ask for a new entry."""
        self.show_list(name)
        panel = self.lists[name]
        assert isinstance(panel, PartsPanel)
        panel.new()

    def _switch(self) -> None:
        for panel in self.lists.values():
            panel.pack_forget()
        self.seen.pack(fill="both", expand=True)

    def _open_contact(self, record_id: str) -> None:
        self._workplace.go(PAGE_OF[self._contacts[record_id]], record_id)


class OfficesPane(WithPanel):
    """Offices above, what belongs to the chosen one below."""

    panel: OfficePanel

    def make_panel(self, parent: tkinter.Misc) -> OfficePanel:
        return OfficePanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.seen.table]

    def show_panel(self, record: Office | None) -> None:
        self.panel.show(record)


class Page(records.Page):
    """The page of offices and their ASN."""

    page_id = "progress"
    pane: OfficesPane

    def spec(self) -> RecordsSpec:
        return SPEC

    def build(self) -> None:
        self.pane = OfficesPane(self, self.workplace, self.spec(), page_id=self.page_id)
        self.pane.pack(fill="both", expand=True)

    def facts(self) -> str:
        return totals_line(self.workplace)

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
                "contacts",
                _("Semua tentang OPD ini"),
                lambda: panel.show_list("contacts"),
                group=menus.VIEW,
                icon="card-list",
            ),
        ]
