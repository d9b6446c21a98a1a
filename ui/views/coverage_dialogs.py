"""What the coverage board asks: which filter, which day, which of several records."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import ttkbootstrap as ttk

from census_desk.coverage.filters import Filter
from census_desk.coverage.rows import CoverageRow
from census_desk.indonesian import short_date
from census_desk.words import N_, _
from ui import theme
from ui.forms import Field
from ui.presenters.coverage import CoveragePresenter
from ui.widgets.dialogs import Dialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.palette import Palette, PaletteEntry

WHY_EMS = 70
DAY = (
    Field(
        name="day",
        label=N_("Per tanggal"),
        kind="date",
        optional=True,
        hint=N_("Kosongkan untuk kembali ke tanggal kerja."),
    ),
)


def choose_filter(
    parent: tkinter.Misc, presenter: CoveragePresenter, use: Callable[[Filter], object]
) -> None:
    """Show the filters with how many rows each keeps; Enter takes the marked one."""
    entries = [
        PaletteEntry(text=name, detail=count, run=partial(use, one))
        for one, name, count in presenter.filters()
    ]
    hint = _("Ketik sebagian namanya, Enter untuk memakainya.")
    _listing(parent, entries, _("Saringan papan"), hint)


def choose_behind(
    parent: tkinter.Misc, presenter: CoveragePresenter, row: CoverageRow, column: str
) -> None:
    """Open what is behind a cell; of several records one is chosen first."""
    found = presenter.behind(row, column)
    if len(found) == 1:
        presenter.open(found[0])
    elif found:
        entries = [PaletteEntry(text=one.words, run=partial(presenter.open, one)) for one in found]
        title = _("Di balik sel ini: {name}").format(name=row.short_name)
        _listing(parent, entries, title, _("Terbaru di atas; Enter membukanya."))


def tell_why(
    parent: tkinter.Misc, presenter: CoveragePresenter, row: CoverageRow, column: str
) -> None:
    """Show how the chosen cell came about; on the name, all cells of the row."""
    dialog = Dialog(parent, row.name)
    wide = theme.ems(parent, WHY_EMS)
    for head, told in presenter.why(row, column):
        ttk.Label(dialog.body, text=head, font=theme.BOLD_FONT).pack(anchor="w")
        label = ttk.Label(dialog.body, text=told, wraplength=wide, justify="left")
        label.pack(anchor="w", pady=(0, theme.GAP))
    dialog.open(dialog.button(_("Tutup"), "close", "primary"))


def ask_day(parent: tkinter.Misc, presenter: CoveragePresenter, then: Callable[[], object]) -> None:
    """Ask for a day; the board then stands as it was known by its end."""

    def save(texts: Mapping[str, str]) -> Mapping[str, str]:
        problem = presenter.show_day(texts["day"])
        if not problem:
            then()
        return {"day": problem} if problem else {}

    FormDialog(
        parent,
        _("Papan per tanggal"),
        DAY,
        presenter.workplace.lookup,
        texts={"day": short_date(presenter.on)},
        save=save,
        action=_("Tampilkan"),
        hint=_("Papan menurut tanggal pada catatan, sampai akhir hari itu."),
    )


def _listing(parent: tkinter.Misc, entries: Sequence[PaletteEntry], title: str, hint: str) -> None:
    def find(text: str) -> Sequence[PaletteEntry]:
        words = text.casefold().split()
        return [
            entry
            for entry in entries
            if all(word in f"{entry.text} {entry.detail}".casefold() for word in words)
        ]

    Palette(parent, find, title=title, hint=hint).choose()
