"""Which columns a table shows, in which order, and by which one it is sorted."""

import tkinter

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.tables import TableModel
from ui.widgets.dialogs import Dialog
from ui.widgets.surfaces import dress_list

SHOWN, HIDDEN = "☑", "☐"


class ColumnChooser(Dialog):
    """A list of columns: Space shows or hides, Alt+arrows move, U and T sort up and down."""

    def __init__(self, parent: tkinter.Misc, model: TableModel) -> None:
        super().__init__(parent, _("Kolom dan urutan"))
        self._labels = {column.name: _(column.label) for column in model.columns}
        self._names = [column.name for column in model.columns]
        self._shown = {column.name for column in model.shown_columns}
        self.order = (model.order.column, model.order.descending)
        text = _("Spasi menampilkan atau menyembunyikan, Alt+panah memindah, U urut naik, T turun.")
        hint = ttk.Label(self.body, text=text, style="Quiet.TLabel")
        hint.configure(wraplength=theme.ems(self, 46))
        hint.pack(anchor="w", pady=(0, theme.GAP))
        self.rows = tkinter.Listbox(self.body, height=min(14, len(self._names)), width=44)
        dress_list(self.rows)
        self.rows.pack(fill="both", expand=True)
        self.rows.bind("<Key-space>", lambda e: self._toggle())
        self.rows.bind("<Double-Button-1>", lambda e: self._toggle())
        self.rows.bind("<Alt-Key-Up>", lambda e: self._move(-1))
        self.rows.bind("<Alt-Key-Down>", lambda e: self._move(1))
        for keys, descending in (("uU", False), ("tT", True)):
            for key in keys:
                self.rows.bind(f"<Key-{key}>", lambda e, down=descending: self._sort(down))
        self.rows.bind("<Key-Return>", lambda e: self.finish("ok"))
        self.button(_("Pakai"), "ok", "primary")
        self.button(_("Batal"), "cancel")
        self._paint(0)

    @property
    def chosen(self) -> list[str]:
        """The columns to show, in order."""
        return [name for name in self._names if name in self._shown]

    def _paint(self, here: int) -> None:
        self.rows.delete(0, "end")
        for name in self._names:
            mark = SHOWN if name in self._shown else HIDDEN
            arrow = ("  ▼" if self.order[1] else "  ▲") if self.order[0] == name else ""
            self.rows.insert("end", f" {mark}  {self._labels[name]}{arrow}")
        self.rows.selection_set(here)
        self.rows.activate(here)
        self.rows.see(here)

    def _here(self) -> int:
        chosen = self.rows.curselection()
        return int(chosen[0]) if chosen else 0

    def _toggle(self) -> str:
        name = self._names[self._here()]
        if self._shown != {name}:
            self._shown ^= {name}
        self._paint(self._here())
        return "break"

    def _move(self, step: int) -> str:
        here = self._here()
        there = max(0, min(len(self._names) - 1, here + step))
        self._names.insert(there, self._names.pop(here))
        self._paint(there)
        return "break"

    def _sort(self, descending: bool) -> str:
        self.order = (self._names[self._here()], descending)
        self._paint(self._here())
        return "break"


def choose_columns(parent: tkinter.Misc, model: TableModel) -> bool:
    """Ask, and change the model; False when left by Esc."""
    dialog = ColumnChooser(parent, model)
    if dialog.ask(dialog.rows) != "ok":
        return False
    model.show_columns(dialog.chosen)
    model.sort(dialog.order[0], descending=dialog.order[1])
    return True
