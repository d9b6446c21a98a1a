"""The files kept with a letter, and the letters whose signed page is still missing."""

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from census_desk.indonesian import short_date
from census_desk.letters.letter import LETTER_STATUS_NAMES, Letter
from census_desk.words import N_, _
from ui import theme
from ui.presenters.kept_files import (
    DAYS_KEY,
    KeptFile,
    open_kept,
    scan_days,
    unscanned,
    unscanned_words,
)
from ui.presenters.printing import Printing
from ui.tables import Column, TableModel
from ui.widgets.dialogs import Dialog
from ui.widgets.inputs import LineInput
from ui.widgets.palette import Palette, PaletteEntry
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

ROWS = 10
EMS = 66
MOST_DAYS = 3650
COLUMNS = (
    Column(name="number", label=N_("Nomor"), text=lambda one, lookup: one.number, ems=16),
    Column(name="subject", label=N_("Tentang"), text=lambda one, lookup: one.subject, ems=30),
    Column(
        name="dated_on",
        label=N_("Tanggal"),
        text=lambda one, lookup: short_date(one.dated_on),
        ems=10,
    ),
    Column(
        name="status",
        label=N_("Status"),
        text=lambda one, lookup: _(LETTER_STATUS_NAMES[one.status]),
        ems=12,
    ),
)


def choose_kept(parent: tkinter.Misc, printing: Printing, files: Sequence[KeptFile]) -> Palette:
    """Show the files of one letter; Enter opens the marked one."""

    def find(text: str) -> list[PaletteEntry]:
        typed = text.casefold()
        return [
            PaletteEntry(
                text=one.words,
                detail=one.detail,
                run=lambda one=one: open_kept(printing, one),  # type: ignore[misc]
            )
            for one in files
            if typed in f"{one.words} {one.detail}".casefold()
        ]

    hint = _("Enter membuka berkas yang ditandai; salinannya ada di folder cetakan.")
    chooser = Palette(parent, find, title=_("Berkas tersimpan"), hint=hint, explain=True)
    chooser.choose()
    return chooser


class UnscannedDialog(Dialog):
    """Letters without a scan after some days; Enter goes to the chosen one."""

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        *,
        on_open: Callable[[str], object],
        on_scan: Callable[[Letter], object],
    ) -> None:
        super().__init__(parent, _("Surat tanpa pindaian"))
        self._workplace = workplace
        self._on_open, self._on_scan = on_open, on_scan
        self._make_head()
        self.model = TableModel(COLUMNS, workplace.lookup)
        self.table = TableView(self.body, self.model, on_open=self._open, multiple=False)
        height, width = theme.table_size(self, ROWS, EMS)
        self.table.configure(height=height, width=width)
        for hold in (self.table.grid_propagate, self.table.pack_propagate):
            hold(False)
        self.table.pack(fill="both", expand=True)
        self._make_buttons()
        self.show()

    def show(self) -> None:
        """The letters that wait now."""
        days = self._typed_days()
        if days is None:
            self.facts.configure(text=_("Tulis banyak hari, misalnya 7."), style="Problem.TLabel")
            return
        self._workplace.preferences.set(DAYS_KEY, days)
        found = unscanned(self._workplace, days)
        self.model.set_records(found)
        if found and not self.model.selected:
            self.model.select(found[0].id)
        self.table.paint()
        self.facts.configure(text=unscanned_words(found, days), style="Quiet.TLabel")

    def _make_head(self) -> None:
        head = ttk.Frame(self.body)
        head.pack(fill="x", pady=(0, theme.GAP))
        label = ttk.Label(head, text=_("Sesudah (hari)"))
        label.grid(row=0, column=0, padx=(0, theme.GAP))
        self.days = LineInput(head, self.show, ems=6)
        self.days.set(str(scan_days(self._workplace)))
        self.days.grid(row=0, column=1, padx=(0, theme.GAP * 2))
        self.facts = ttk.Label(head, style="Quiet.TLabel")
        self.facts.grid(row=0, column=2, sticky="w")

    def _make_buttons(self) -> None:
        self.button(_("Tutup"), "leave", "ghost")
        scan = ttk.Button(
            self.buttons,
            text=_("Simpan pindaian…"),
            bootstyle="secondary outline",
            command=self._scan,
        )
        show = ttk.Button(
            self.buttons, text=_("Buka surat"), bootstyle="primary", command=self._open_chosen
        )
        scan.pack(side="right", padx=(theme.GAP, 0))
        show.pack(side="right", padx=(theme.GAP, 0))
        if self._workplace.read_only:
            scan.state(["disabled"])

    def _typed_days(self) -> int | None:
        text = self.days.get().strip()
        return int(text) if text.isdecimal() and int(text) <= MOST_DAYS else None

    def _open(self, letter_id: str) -> None:
        self.finish("open")
        self._on_open(letter_id)

    def _open_chosen(self) -> None:
        if self.model.selected:
            self._open(self.model.selected[0])

    def _scan(self) -> None:
        if self.model.selected:
            self._on_scan(self._workplace.register.letters.get(self.model.selected[0]))
            self.show()
