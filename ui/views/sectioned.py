"""A page of several sections, one in front: each is a page of its own, made when first shown."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.widgets import page
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """One section: its id, title and icon; `make(parent, workplace)` answers its page."""

    id: str
    title: str
    icon: str
    make: Callable[[tkinter.Misc, Workplace], page.Page]


class SectionedPage(page.Page):
    """Alt+1, Alt+2, … or the buttons above bring a section to the front.

    Only the section in front offers commands, besides the ways to the others.
    """

    page_id = ""
    sections: Sequence[SectionSpec] = ()

    def build(self) -> None:
        self.made: dict[str, page.Page] = {}
        self._stale: dict[str, list[Change | None]] = {}
        self._make_bar()
        self._place = ttk.Frame(self)
        self._place.pack(fill="both", expand=True)
        self._place.rowconfigure(0, weight=1)
        self._place.columnconfigure(0, weight=1)
        self.current = self.sections[0].id
        self._is_built = False  # who builds a page refreshes it next: not twice
        self._bring(self.current)
        self._is_built = True

    @property
    def front(self) -> page.Page:
        """The section in front."""
        return self.made[self.current]

    def section(self, name: str) -> page.Page:
        """A section by its id, made if it was not there yet."""
        if name not in self.made:
            spec = next(one for one in self.sections if one.id == name)
            made = self.made[name] = spec.make(self._place, self.workplace)
            made.build()
            if self._is_built:
                made.refresh(None)
        return self.made[name]

    def show_section(self, name: str) -> None:
        """Bring a section to the front and give it the keyboard."""
        if name != self.current:
            self._bring(name)
        self.update_idletasks()
        self.front.shown()

    def refresh(self, change: "Change | None" = None) -> None:
        for name in self.made:
            if name != self.current:
                self._stale.setdefault(name, []).append(change)
        self.front.refresh(change)

    def commands(self) -> Sequence[Command]:
        return [*self.front.commands(), *self._ways()]

    def facts(self) -> str:
        return self.front.facts()

    def panes(self) -> Sequence[tkinter.Misc]:
        return self.front.panes()

    def shown(self) -> None:
        self.front.shown()

    def hidden(self) -> None:
        for each in self.made.values():
            each.hidden()

    # inside

    def _make_bar(self) -> None:
        bar = self.bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP))
        self._which = ttk.StringVar(self, value=self.sections[0].id)
        for place, spec in enumerate(self.sections, 1):
            button = ttk.Radiobutton(
                bar,
                text=_(spec.title),
                value=spec.id,
                variable=self._which,
                bootstyle="primary ghost toolbutton",
                command=lambda name=spec.id: self.show_section(name),  # type: ignore[misc]
            )
            button.pack(side="left")
            ttk.ToolTip(button, text=f"{_(spec.title)}  Alt+{place}")

    def _bring(self, name: str) -> None:
        before = self.made.get(self.current)
        if before is not None:
            before.hidden()
            before.grid_remove()
        self.current = name
        front = self.section(name)
        for change in self._stale.pop(name, ()):
            front.refresh(change)
        front.grid(row=0, column=0, sticky="nsew")
        self._which.set(name)
        self.commands_moved = True
        self.workplace.commands_changed()

    def _ways(self) -> list[Command]:
        return [
            Command(
                id=f"{self.page_id}.section_{spec.id}",
                text=_(spec.title),
                run=lambda name=spec.id: self.show_section(name),  # type: ignore[misc]
                icon=spec.icon,
                keys=(f"Alt+{place}",),
                page=self.page_id,
                group=menus.VIEW,
            )
            for place, spec in enumerate(self.sections, 1)
        ]


def section_holding(
    workplace: Workplace, record_id: str, collections: Mapping[str, str]
) -> str | None:
    """The section whose collection has that record; `collections` maps section to collection."""
    for name, collection in collections.items():
        if workplace.register.collection(collection).find(record_id) is not None:
            return name
    return None
