"""Who found no place and why, and the ways to make room with their prices."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import theme
from ui.presenters.planner_shortage import FIXES, MISSING, PlanShown
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

LOW_ROWS = 15  # lower than this both tables stand side by side


class MissingPanel(ttk.Frame):
    """Groups with their reason above, fixes below; `apply_fix(fix_id)` where data can do it."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        presenter: PlanShown,
        apply_fix: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._changed = workplace.commands_changed
        self._is_low: bool | None = None
        self.missing = RowsPanel(
            self,
            N_("Belum mendapat jadwal"),
            MISSING,
            workplace.lookup,
            empty=_("Semua mendapat jadwal."),
            on_select=self._tell_reason,
            state_of=lambda row: "danger",
        )
        self.fixes = RowsPanel(
            self,
            N_("Jalan keluar"),
            FIXES,
            workplace.lookup,
            empty=_("Tidak ada jalan keluar yang perlu dicari."),
            on_open=apply_fix,
            on_select=self._tell_fix,
        )
        self._apply = self.fixes.add_button(
            _("Terapkan"), lambda: apply_fix(self.fix_id), icon="check2-circle"
        )
        self._arrange(low=False)
        self.bind("<Configure>", self._resized)
        self.table = self.missing.table

    @property
    def fix_id(self) -> str:
        """The fix the keyboard is on, "" for none."""
        return self.fixes.model.cursor

    def refresh(self) -> None:
        """Show what the version in front says."""
        rows = self._presenter.missing()
        self.missing.show(rows, self._presenter.missing_facts())
        if rows and not self.missing.model.cursor:
            self.missing.table.show(rows[0].id)
        fixes = self._presenter.fixes()
        self.fixes.show(fixes, self._presenter.fix_facts())
        if fixes and not self.fixes.model.cursor:
            self.fixes.table.show(fixes[0].id)
        self._tell_reason()
        self._tell_fix()

    def panes(self) -> Sequence[tkinter.Misc]:
        """Both tables."""
        return [self.missing.table, self.fixes.table]

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            self._arrange(low=event.height < LOW_ROWS * theme.row_height(self))

    def _arrange(self, *, low: bool) -> None:
        """One above the other; side by side where the window is low."""
        if low == self._is_low:
            return
        self._is_low = low
        self.columnconfigure(0, weight=1, uniform="side" if low else "")
        self.columnconfigure(1, weight=int(low), uniform="side" if low else "")
        self.rowconfigure(0, weight=3, uniform="" if low else "stacked")
        self.rowconfigure(1, weight=0 if low else 2, uniform="" if low else "stacked")
        self.missing.grid(row=0, column=0, sticky="nsew", padx=(0, theme.GAP if low else 0))
        at = {"row": 0, "column": 1} if low else {"row": 1, "column": 0}
        self.fixes.grid(sticky="nsew", pady=(0 if low else theme.GAP, 0), **at)

    def _tell_reason(self) -> None:
        self.missing.tell(self._presenter.reason_of(self.missing.model.cursor))

    def _tell_fix(self) -> None:
        can = self._presenter.can_apply(self.fix_id)
        self._apply.state(["!disabled" if can else "disabled"])
        self.fixes.tell(self._presenter.fix_words(self.fix_id))
        self._changed()
