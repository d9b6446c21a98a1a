"""Rekap: by what and over which period at the top, the figures below."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import N_, _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.papers.figures import FIGURES_BY_NAMES, FiguresBy
from ui.presenters.attendance_figures import FiguresPresenter, FiguresRow
from ui.tables import Column
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.date_field import DateField
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


class FiguresPage(page.Page):
    """Figures of all sessions, whichever is in hand above."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self._rows: RowsPanel | None = None
        self._headings: tuple[str, ...] = ()

    def build(self) -> None:
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._make_choice()
        self.problem = ttk.Label(self, style="Problem.TLabel")
        self.problem.grid(row=1, column=0, sticky="w")
        self.presenter = FiguresPresenter(self.workplace, self)

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh()

    def facts(self) -> str:
        return _("Dihitung dari catatan kehadiran; yang belum dicatat tidak pernah dianggap absen.")

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.first.entry, *([self._rows.table] if self._rows else [])]

    def shown(self) -> None:
        if self._rows is not None:
            self._rows.table.focus_table()

    def commands(self) -> Sequence[Command]:
        return [
            command_of(
                "attendance",
                "export_figures",
                _("Ekspor Excel…"),
                self.presenter.export,
                icon="file-earmark-excel",
                keys=("Ctrl+E",),
                toolbar="secondary",
                group=menus.FILE,
                paper=True,
            ),
            command_of(
                "attendance",
                "print_figures",
                _("Cetak rekap"),
                self.presenter.print,
                icon="printer",
                keys=("Ctrl+P",),
                toolbar="primary",
                group=menus.FILE,
                paper=True,
            ),
        ]

    # what the presenter asks

    def chosen(self) -> tuple[FiguresBy, str, str]:
        return FiguresBy(self._by.get()), self.first.get(), self.last.get()

    def show_table(self, columns: Sequence[Column], rows: Sequence[FiguresRow], facts: str) -> None:
        headings = tuple(column.label for column in columns)
        if self._rows is None or headings != self._headings:
            if self._rows is not None:
                self._rows.destroy()
            self._headings = headings
            self._rows = RowsPanel(
                self,
                N_("Rekap kehadiran"),
                columns,
                self.workplace.lookup,
                empty=_("Tidak ada sesi pada kurun itu."),
            )
            self._rows.grid(row=2, column=0, sticky="nsew", pady=(theme.GAP, 0))
        self._rows.show(rows, facts)

    def show_problem(self, sentence: str) -> None:
        self.problem.configure(text=sentence)

    # inside

    def _make_choice(self) -> None:
        line = ttk.Frame(self)
        line.grid(row=0, column=0, sticky="ew")
        self._by = ttk.StringVar(self, value=FiguresBy.OFFICE.value)
        for by, name in FIGURES_BY_NAMES.items():
            ttk.Radiobutton(
                line,
                text=_(name),
                value=by.value,
                variable=self._by,
                bootstyle="primary ghost toolbutton",
                command=self._changed,
            ).pack(side="left")
        days = ttk.Frame(self)
        days.grid(row=3, column=0, sticky="ew", pady=(theme.GAP, 0))
        ttk.Label(days, text=_("Dari"), style="Quiet.TLabel").pack(side="left")
        self.first = DateField(days, self._changed_day, start=self.workplace.working_day)
        self.first.pack(side="left", padx=theme.GAP)
        ttk.Label(days, text=_("sampai"), style="Quiet.TLabel").pack(side="left")
        self.last = DateField(days, self._changed_day, start=self.workplace.working_day)
        self.last.pack(side="left", padx=theme.GAP)
        for field in (self.first, self.last):
            field.entry.bind("<Return>", lambda event: self._changed())
            field.entry.bind("<FocusOut>", lambda event: self._changed(), add="+")

    def _changed(self) -> None:
        self.presenter.refresh()
        self.workplace.commands_changed()

    def _changed_day(self) -> None:
        self.problem.configure(text="")
