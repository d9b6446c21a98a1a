"""Pengaturan: the sections at the left, the chosen one at the right, each made when first shown."""

import tkinter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.settings import SECTIONS, Section, records_spec
from ui.views.records import RecordsPane
from ui.views.settings_care import BackupsPane, LogPane
from ui.views.settings_fonts import FontsPane
from ui.views.settings_layouts import LayoutsPane
from ui.views.settings_look import LookPane
from ui.views.settings_office import EmblemsPane, OfficePane
from ui.views.settings_schedule import RulesPane, WorkingDaysPane
from ui.views.settings_shared import CodesPane, SharedPane
from ui.widgets import page
from ui.widgets.section_list import SectionList

if TYPE_CHECKING:
    from census_desk.register import Change

OWN_PANES = {
    "office": OfficePane,
    "pictures": EmblemsPane,
    "fonts": FontsPane,
    "day_changes": WorkingDaysPane,
    "schedule_rules": RulesPane,
    "look": LookPane,
    "backups": BackupsPane,
    "log": LogPane,
}
OWN_TABLES: dict[str, type[RecordsPane]] = {
    "classifications": CodesPane,
    "templates": SharedPane,
    "profiles": LayoutsPane,
}
KEPT = "settings.section"


class TablePane(RecordsPane):
    """A section's table; beside the list of sections it needs the whole width sooner."""

    narrow_ems = 120


class Page(page.Page):
    """The desk's own facts, and how it looks on this computer."""

    page_id = "settings"

    def build(self) -> None:
        """The list; the section shown last comes first."""
        self.sections = {section.id: section for section in SECTIONS}
        self.made: dict[str, ttk.Frame] = {}
        self._stale: set[str] = set()
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        self.list = SectionList(
            self, [(one.id, _(one.title), one.icon) for one in SECTIONS], self.show_section
        )
        self.list.grid(row=0, column=0, sticky="ns", padx=(0, theme.GAP * 2))
        self.place = ttk.Frame(self)
        self.place.grid(row=0, column=1, sticky="nsew")
        self.place.rowconfigure(0, weight=1)
        self.place.columnconfigure(0, weight=1)
        kept = str(self.workplace.preferences.get(KEPT, ""))
        self.current = kept if kept in self.sections else SECTIONS[0].id
        self.show_section(self.current)

    def show_section(self, name: str) -> None:
        """Bring a section to the front, making it at its first show."""
        before = self.made.get(self.current)
        if before is not None and name != self.current:
            _keep(before)
            before.grid_remove()
        self.current = name
        pane = self.made.get(name) or self._made(self.sections[name])
        if name in self._stale:
            self._stale.discard(name)
            pane.refresh()  # type: ignore[attr-defined]
        pane.grid(row=0, column=0, sticky="nsew")
        self.list.mark(name)
        self.workplace.preferences.set(KEPT, name)
        self.workplace.commands_changed()

    def refresh(self, change: "Change | None" = None) -> None:
        """The section in front looks again now, the others when they are shown."""
        self._stale = set(self.made) - {self.current}
        if self.current in self.made:
            self.made[self.current].refresh(change)  # type: ignore[attr-defined]

    def facts(self) -> str:
        """Which section is in front."""
        return _(self.sections[self.current].title)

    def commands(self) -> Sequence[Command]:
        """What tables can do, for the table in front, and a way to each section."""
        pattern = self.made.get("letterheads") or self._made(self.sections["letterheads"])
        pattern.grid_remove()
        assert isinstance(pattern, RecordsPane)
        tables = [self._delegated(command) for command in pattern.commands()]
        return [
            *tables,
            self._sample_command(),
            self._font_command(),
            *(self._way_to(section) for section in SECTIONS),
        ]

    def show_record(self, record_id: str) -> None:
        """The section of that name; else the one whose table holds that record, and there it."""
        if record_id in self.sections:
            self.show_section(record_id)
            return
        for section in SECTIONS:
            register = self.workplace.register
            if section.collection and register.collection(section.collection).find(record_id):
                self.show_section(section.id)
                pane = self.made[section.id]
                assert isinstance(pane, RecordsPane)
                pane.show_record(record_id)

    def panes(self) -> Sequence[tkinter.Misc]:
        """The list, and what the section offers."""
        pane = self.made[self.current]
        own = getattr(pane, "panes", None)
        return [self.list, *(own() if own is not None else [pane])]

    def shown(self) -> None:
        """The list takes the keyboard."""
        self.list.focus_list()

    def hidden(self) -> None:
        """Keep what is unfinished."""
        for pane in self.made.values():
            _keep(pane)

    # inside

    def _made(self, section: Section) -> ttk.Frame:
        if section.collection and section.id not in OWN_PANES:
            make = OWN_TABLES.get(section.id, TablePane)
            spec = records_spec(section.collection)
            pane: ttk.Frame = make(self.place, self.workplace, spec, page_id=self.page_id)
        else:
            pane = OWN_PANES[section.id](self.place, self.workplace)
        self.made[section.id] = pane
        pane.refresh()  # type: ignore[attr-defined]
        return pane

    def _pane_command(self, command_id: str) -> Command | None:
        pane = self.made.get(self.current)
        commands = pane.commands() if isinstance(pane, RecordsPane) else []
        return next((one for one in commands if one.id == command_id), None)

    def _delegated(self, command: Command) -> Command:
        """The same command, done by the table in front; disabled where there is none."""
        command_id = command.id

        def run() -> None:
            if found := self._pane_command(command_id):
                found.run()

        def enabled() -> bool:
            found = self._pane_command(command_id)
            return found is not None and found.enabled()

        text = _("Baru") if command_id.endswith(".new") else command.text
        return replace(command, run=run, enabled=enabled, text=text)

    def _sample_command(self) -> Command:
        """The sample letter beside the layouts' form, away and back."""

        def run() -> None:
            pane = self.made.get("profiles")
            if isinstance(pane, LayoutsPane):
                pane.toggle_preview()

        return Command(
            id="settings.layout_sample",
            text=_("Contoh surat di samping tata letak"),
            icon="eye",
            run=run,
            enabled=lambda: self.current == "profiles",
            keys=("Ctrl+Shift+P",),
            page=self.page_id,
            group=menus.VIEW,
        )

    def _font_command(self) -> Command:
        """A new font of the office, from a file."""

        def run() -> None:
            self.show_section("fonts")
            pane = self.made["fonts"]
            assert isinstance(pane, FontsPane)
            pane.add()

        return Command(
            id="settings.add_font",
            text=_("Tambah huruf kantor…"),
            icon="fonts",
            run=run,
            enabled=lambda: not self.workplace.read_only,
            page=self.page_id,
        )

    def _way_to(self, section: Section) -> Command:
        return Command(
            id=f"settings.section_{section.id}",
            text=_("Pengaturan: {section}").format(section=_(section.title)),
            icon=section.icon,
            run=lambda: self.show_section(section.id),
            page=self.page_id,
            group=menus.VIEW,
        )


def _keep(pane: ttk.Frame) -> None:
    keep = getattr(pane, "keep", None)
    if keep is not None:
        keep()
