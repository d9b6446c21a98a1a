"""The list of sessions: table, who came below it, the form beside it with what clashes."""

import tkinter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.sessions.session import Session, move_words
from census_desk.words import _
from ui import theme
from ui.presenters.clashes import ClashRow, clashes_of_session
from ui.views.with_panel import WithPanel
from ui.widgets.attendance import AttendancePanel
from ui.widgets.clash_panel import ClashPanel

if TYPE_CHECKING:
    from census_desk.register import Change

CLASH_MS = 300
LOW_ROWS = 19


class SessionsPane(WithPanel):
    """The list; while a session is edited the panel under its form shows what clashes."""

    panel: AttendancePanel

    def make_panel(self, parent: tkinter.Misc) -> AttendancePanel:
        return AttendancePanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.rows.table]

    def show_panel(self, record: Session | None) -> None:
        self.panel.show(record.id if record else "")

    def panes(self) -> Sequence[tkinter.Misc]:
        clashes = [self.clashes.table] if self.clashes.winfo_manager() else []
        return [*super().panes(), *clashes]

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        self._show_moves()
        self.show_clashes()

    def show_no_form(self) -> None:
        super().show_no_form()
        self.moves.grid_remove()
        self.clashes.grid_remove()

    def refresh(self, change: "Change | None" = None) -> None:
        super().refresh(change)
        self.show_clashes()

    def show_clashes(self) -> None:
        """What stands in the way of the session as it is typed now."""
        self._clash_soon = ""
        rows: list[ClashRow] = []
        if self.presenter.editing is not None:
            session, _problems = self.presenter.record_of(self.form.peek())
            rows = clashes_of_session(self.workplace, session) if session else []
        low = self.card.winfo_height() < LOW_ROWS * theme.row_height(self)
        self.clashes.show_clashes(rows, folded=low)
        if rows:
            self.clashes.grid()
        else:
            self.clashes.grid_remove()

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._clash_soon:
            self.after_cancel(self._clash_soon)
            self._clash_soon = ""
        super().destroy()

    # inside

    def _make_buttons(self, card: ttk.Frame) -> None:
        super()._make_buttons(card)
        self._clash_soon = ""
        head = self.form_title.master
        self.moves = ttk.Label(head, style="Quiet.TLabel", font=theme.SMALL_FONT)
        self.moves.grid(row=2, column=0, sticky="w")
        head.bind(
            "<Configure>",
            lambda event: self.moves.configure(wraplength=max(100, event.width - theme.GAP)),
            add="+",
        )
        self.clashes = ClashPanel(card, self.workplace.lookup, on_open=self._open_other)
        self.clashes.grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        self.clashes.grid_remove()
        self.buttons.grid(row=3, column=0, sticky="ew", pady=(12, 0))

    def _show_moves(self) -> None:
        """Where the session was before and why it moved, under its title."""
        editing = self.presenter.editing
        moves = editing.record.moves if editing is not None and editing.record else ()
        words = "\n".join(_("Pindah: {move}").format(move=move_words(one)) for one in moves)
        self.moves.configure(text=words)
        self.moves.grid() if words else self.moves.grid_remove()

    def _edited(self, name: str) -> None:
        super()._edited(name)
        if self._clash_soon:
            self.after_cancel(self._clash_soon)
        self._clash_soon = self.after(CLASH_MS, self.show_clashes)

    def _open_other(self, row: ClashRow) -> None:
        if row.clash.other is not None:
            self.workplace.go(row.clash.other.collection, row.clash.other.id)
        else:
            self.form.focus_field(row.clash.field)
