"""The lists about one visit, one seen at a time: obstacles, follow-ups, letters."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.visits.visit import Visit
from census_desk.words import _
from ui import theme
from ui.presenters.visit_parts import FollowUpsPresenter, follow_up_facts, follow_up_spec
from ui.widgets.event_letters import EventLettersPanel
from ui.widgets.obstacles import ObstaclesPanel
from ui.widgets.parts_panel import PartsPanel
from ui.workplace import Workplace

OBSTACLES, FOLLOW_UPS, LETTERS = "obstacles", "follow_ups", "letters"


class FollowUpsPanel(PartsPanel):
    """What was agreed on one visit."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace, follow_up_spec)
        self.add_button(_("Selesai"), self.finish, icon="check-lg")

    def finish(self) -> None:
        """The chosen ones are done."""
        if self.ids:
            self._presenter().finish(self.ids)
        else:
            self._workplace.say(_("Pilih dulu tindak lanjut di tabel bawah."), "info")

    def _presenter(self) -> FollowUpsPresenter:
        return FollowUpsPresenter(self._workplace, self._owner)


class VisitPanel(ttk.Frame):
    """Follows the visit in the form."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        bar = ttk.Frame(self)
        bar.pack(fill="x", pady=(0, theme.GAP // 2))
        self._which = ttk.StringVar(self, value=OBSTACLES)
        self.obstacles = ObstaclesPanel(self, workplace)
        self.follow_ups = FollowUpsPanel(self, workplace)
        self.letters = EventLettersPanel(self, workplace)
        self.lists: dict[str, tuple[ttk.Frame, str]] = {
            OBSTACLES: (self.obstacles, _("Kendala")),
            FOLLOW_UPS: (self.follow_ups, _("Tindak lanjut")),
            LETTERS: (self.letters, _("Surat")),
        }
        for name, (_panel, text) in self.lists.items():
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
    def tables(self) -> Sequence[tkinter.Misc]:
        """The table that is seen, for F6."""
        tables = {
            OBSTACLES: self.obstacles.rows.table,
            FOLLOW_UPS: self.follow_ups.table,
            LETTERS: self.letters.rows.table,
        }
        return [tables[self._which.get()]]

    def show(self, visit: Visit | None, office_id: str = "") -> None:
        """Show what belongs to a visit; without one, the obstacles of an office."""
        self.obstacles.show(visit.office_id if visit else office_id, visit.id if visit else "")
        visit_id = visit.id if visit else ""
        facts = follow_up_facts(self._workplace, visit_id) if visit else ""
        self.follow_ups.show_owner(visit_id, facts)
        self.letters.show(visit_id)

    def show_list(self, name: str) -> None:
        """Bring one of the lists to the front."""
        self._which.set(name)
        self._switch()

    def _switch(self) -> None:
        for panel, _text in self.lists.values():
            panel.pack_forget()
        self.lists[self._which.get()][0].pack(fill="both", expand=True)
