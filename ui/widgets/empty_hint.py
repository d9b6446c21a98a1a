"""What a table without rows says: nothing found, or what to do first."""

import tkinter

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.tables import EmptyState, TableModel

WORDS_EMS = 44


class EmptyHint:
    """The hint over a table; it stays as it is while it says the same.

    X gives a key to the widget under the pointer, and a key for one destroyed meanwhile is lost.
    """

    def __init__(self, table: tkinter.Misc) -> None:
        self._table = table
        self._says: tuple[object, ...] = ()
        self.panel: ttk.Frame | None = None

    def show(self, model: TableModel, empty: EmptyState | None) -> None:
        """Say what the table has to say now: nothing while it has rows."""
        says = () if model.count else (model.total, model.filter_text, empty)
        if says == self._says:
            return
        self._says = says
        if self.panel is not None:
            self.panel.destroy()
            self.panel = None
        if says:
            self.panel = _panel(self._table, model, empty)
            self.panel.place(relx=0.5, rely=0.45, anchor="center")


def _panel(parent: tkinter.Misc, model: TableModel, empty: EmptyState | None) -> ttk.Frame:
    """A sentence, and the button of the next step when there is no record at all."""
    hint = ttk.Frame(parent)
    filtered = bool(model.total)
    nothing = _("Tidak ada yang cocok dengan “{text}”. Esc mengosongkan saringan.")
    text = empty.text if empty else ""
    label = ttk.Label(
        hint,
        text=nothing.format(text=model.filter_text) if filtered else text,
        style="Quiet.TLabel",
        justify="center",
        wraplength=theme.ems(parent, WORDS_EMS),
    )
    label.bind("<Map>", lambda event: _wrap(label, parent))
    label.grid()
    if not filtered and empty and empty.run:
        button = ttk.Button(hint, text=empty.action, bootstyle="primary", command=empty.run)
        button.grid(pady=(theme.GAP * 2, 0))
    return hint


def _wrap(label: ttk.Label, parent: tkinter.Misc) -> None:
    """In a narrow table the sentence breaks earlier instead of running over its edges."""
    room = parent.winfo_width() - 4 * theme.GAP
    label.configure(wraplength=max(theme.ems(parent, 8), min(theme.ems(parent, WORDS_EMS), room)))
