"""A records pane with a panel under its table, about the record in the form."""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.views.records import RecordsPane
from ui.widgets.under import Under

if TYPE_CHECKING:
    import ttkbootstrap as ttk

    from census_desk.register import Change


class WithPanel(RecordsPane):
    """Subclasses make the panel and say what it shows for a record."""

    panel: "ttk.Frame"
    table_share = 0.55

    def make_panel(self, parent: tkinter.Misc) -> "ttk.Frame":
        """The panel; it fills the place under the table."""
        raise NotImplementedError

    def show_panel(self, record: Any | None) -> None:
        """Show what belongs to this record, None for a new one or none."""
        raise NotImplementedError

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        """Where F6 leads inside the panel."""
        return ()

    def make(self) -> None:
        super().make()
        self.make_under()

    def make_under(self) -> None:
        """Let the table share its place with the panel."""
        memory = f"under.{self.spec.memory}"
        self.under = Under(self.left, self.workplace.preferences, memory, share=self.table_share)
        self.under.pack(fill="both", expand=True)
        self.left = self.under.top
        self.panel = self.make_panel(self.under.bottom)
        self.panel.pack(fill="both", expand=True)

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        assert self.presenter.editing is not None
        self.show_panel(self.presenter.editing.record)

    def show_no_form(self) -> None:
        super().show_no_form()
        self.show_panel(None)

    def refresh(self, change: "Change | None" = None) -> None:
        super().refresh(change)
        editing = self.presenter.editing
        record = editing.record if editing else None
        self.show_panel(self._stored_now(record) if record is not None else None)

    def saved_record(self) -> Any | None:
        """The record in the register, saved first when the form holds something newer.

        None when nothing is shown or what was typed is refused (the form says why).
        """
        if self._holds_unsaved():
            self.save()
        editing = self.presenter.editing
        return None if editing is None or self._holds_unsaved() else editing.record

    def has_record(self) -> bool:
        """Whether there is something a paper can be made of."""
        return self.presenter.editing is not None

    def _holds_unsaved(self) -> bool:
        editing = self.presenter.editing
        return editing is not None and (
            editing.is_new or self.presenter.is_unsaved(self.form.peek())
        )

    def panes(self) -> Sequence[tkinter.Misc]:
        filter_box, table, *form = super().panes()
        inside = self.panel_panes() if self.under.is_open else ()
        return [filter_box, table, *inside, *form]

    def commands(self) -> list[Command]:
        toggle = self._command(
            "panel",
            _("Panel di bawah tabel"),
            self.under.toggle,
            icon="layout-split",
            keys=("Ctrl+J",),
            group=menus.VIEW,
        )
        return [*super().commands(), toggle]

    def _stored_now(self, record: Any) -> Any | None:
        return self.workplace.register.collection(self.spec.collection).find(record.id)
