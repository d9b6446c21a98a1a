"""Rekap: figures of a period by session, office, kecamatan or month; on screen, PDF and xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.indonesian import decimal, number, read_date
from census_desk.words import _
from ui.papers.figures import (
    TEXTS,
    Cell,
    FiguresBy,
    FiguresTable,
    figures_job,
    figures_table,
    figures_workbook,
)
from ui.presenters.printing import Printing
from ui.tables import Column
from ui.workplace import ERROR, OK, Workplace

NONE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresRow:
    """One row of the table as the screen shows it."""

    id: str
    cells: tuple[Cell, ...]


class FiguresView(Protocol):
    """What the presenter asks of the section."""

    def chosen(self) -> tuple[FiguresBy, str, str]:
        """By what, from which day, to which day (as typed)."""

    def show_table(self, columns: Sequence[Column], rows: Sequence[FiguresRow], facts: str) -> None:
        """The figures."""

    def show_problem(self, sentence: str) -> None:
        """A day that cannot be read, "" for none."""


class FiguresPresenter:
    """Counts when asked, prints and exports what is shown."""

    def __init__(self, workplace: Workplace, view: FiguresView) -> None:
        self._workplace = workplace
        self._view = view
        self._printing = Printing(workplace)
        self.table: FiguresTable | None = None

    def refresh(self) -> None:
        """Count anew and show."""
        by, first_text, last_text = self._view.chosen()
        try:
            first, last = _day(first_text), _day(last_text)
        except ValueError:
            sentence = _("Tanggal belum benar; tulis seperti 13/02/2020.")
            self._view.show_problem(sentence)
            return
        if first and last and last < first:
            self._view.show_problem(_("Tanggal akhir lebih awal daripada tanggal mulai."))
            return
        self._view.show_problem("")
        table = self.table = figures_table(self._workplace.register, by, first, last)
        rows = [FiguresRow(id=str(place), cells=cells) for place, cells in enumerate(table.rows, 1)]
        self._view.show_table(columns_of(table), rows, " · ".join((table.period, *table.notes)))

    def print(self) -> None:
        """The figures as a paper."""
        if (table := self.table) is not None:
            self._printing.print(lambda: figures_job(self._workplace.register, table))

    def export(self) -> None:
        """The figures as xlsx where the person says."""
        if (table := self.table) is None:
            return
        from reports.document import write
        from ui.papers.files import safe_name

        name = safe_name(table.title, table.period, suffix=".xlsx")
        path = self._workplace.choose_save_path(name)
        if path is None:
            return
        try:
            write(path, figures_workbook(table))
        except CensusDeskError as refused:
            self._workplace.say(refused.sentence, ERROR)
            return
        told = _("Disimpan: {name}").format(name=path.name)
        self._workplace.say(told, OK, (_("Buka folder"), lambda: self._workplace.open_folder(path)))


def columns_of(table: FiguresTable) -> tuple[Column, ...]:
    """The columns of a table of figures; shares carry a percent sign."""
    return tuple(
        _column(place, heading, share) for place, (heading, share) in enumerate(table.headings)
    )


def _column(place: int, heading: str, share: float) -> Column:
    return Column(
        name=f"c{place}",
        label=heading,
        text=lambda row, lookup: _shown(row.cells[place]),
        sort_key=lambda row, lookup: _sorted(row.cells[place]),
        value=lambda row, lookup: row.cells[place],
        align="w" if heading in TEXTS or place == 0 else "e",
        ems=max(7, round(share * 72)),
    )


def _shown(cell: Cell) -> str:
    if cell is None:
        return NONE
    if isinstance(cell, float):
        return f"{decimal(cell)} %"
    return number(cell) if isinstance(cell, int) else cell


def _sorted(cell: Cell) -> tuple[int, float, str]:
    if isinstance(cell, str):
        figures = cell.rstrip(".")
        return (1, float(figures) if figures.isdecimal() else 0.0, cell)
    return (0, -1.0 if cell is None else float(cell), "")


def _day(text: str) -> date | None:
    return read_date(text) if text.strip() else None
