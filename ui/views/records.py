"""The generic page of one collection: table left, form right, both from the page's RecordsSpec.

class Page(records.Page):
    def spec(self) -> RecordsSpec: ...
    def more_commands(self): return [Command(...)]      # beside the usual ones
    def build_side(self, parent) -> ttk.Frame | None    # a panel below the form
"""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.presenters.records import RecordsSpec
from ui.views.records_pane import RecordsPane
from ui.widgets import page
from ui.widgets.form_view import InputMaker

if TYPE_CHECKING:
    from census_desk.register import Change

__all__ = ["Page", "RecordsPane"]


class Page(page.Page):
    """A page that is one RecordsPane; subclasses say `spec()`."""

    page_id = ""
    pane: RecordsPane

    def spec(self) -> RecordsSpec:
        """What the page shows."""
        raise NotImplementedError

    def makers(self) -> Mapping[str, InputMaker]:
        """Inputs of the page's own, by field name."""
        return {}

    def more_commands(self) -> Sequence[Command]:
        """Commands beside the usual ones."""
        return ()

    def build(self) -> None:
        """The pane fills the page."""
        self.pane = RecordsPane(
            self, self.workplace, self.spec(), page_id=self.page_id, makers=self.makers()
        )
        self.pane.pack(fill="both", expand=True)

    def refresh(self, change: "Change | None" = None) -> None:
        self.pane.refresh(change)

    def commands(self) -> Sequence[Command]:
        return [*self.pane.commands(), *self.more_commands()]

    def show_record(self, record_id: str) -> None:
        self.pane.show_record(record_id)

    def facts(self) -> str:
        return ""

    def panes(self) -> Sequence[tkinter.Misc]:
        return self.pane.panes()

    def shown(self) -> None:
        self.pane.table.focus_table()

    def hidden(self) -> None:
        self.pane.keep()
