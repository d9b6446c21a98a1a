"""Pengaturan, Kantor and Lambang: whose desk it is, its working date, and its emblems."""

import io
import tkinter
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.presenters.emblems import EmblemsPresenter
from ui.presenters.records import RecordsPresenter, RecordsSpec
from ui.presenters.settings import WorkingDatePresenter
from ui.tables import EmptyState
from ui.views.one_record import OneRecordPane
from ui.widgets.form_view import FormView
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

PREVIEW_HEIGHT = 220


class OfficePane(OneRecordPane):
    """The one Desk record as a form, and the working date with its buttons."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        self.dates = WorkingDatePresenter(workplace)
        self._make_working_date().grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP))
        fields = [field for field in FIELDS["desks"] if field.name != "working_date"]
        self.form = FormView(
            self, fields, workplace.lookup, changed=self._edited, today=workplace.working_day
        )
        self.form.grid(row=1, column=0, sticky="nsew")
        self._make_buttons().grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        spec = RecordsSpec(
            collection="desks",
            title="",
            columns=COLUMNS["desks"],
            fields=fields,
            empty_text="",
            empty_action="",
        )
        self.presenter = RecordsPresenter(workplace, spec, self)
        self.bind("<Configure>", self._keep_readable)

    def refresh(self, change: "Change | None" = None) -> None:
        """Show the desk as the register has it; typed but unsaved words stay."""
        self.presenter.refresh(change)
        desk = self.workplace.desk
        if self.presenter.editing is None:
            if desk is not None:
                self.presenter.open(desk.id)
            else:
                self.presenter.new()
        self.day_words.configure(text=self.dates.words)
        can_write = desk is not None and not self.workplace.read_only
        for button in self.day_buttons:
            button.state(["!disabled" if can_write else "disabled"])

    # making it

    def _make_working_date(self) -> ttk.Frame:
        card = ttk.Frame(self, bootstyle="bordered", padding=12)
        card.columnconfigure(0, weight=1)
        ttk.Label(card, text=_("Tanggal kerja"), style="Head.TLabel").grid(
            row=0, column=0, sticky="w"
        )
        self.day_words = ttk.Label(card)
        self.day_words.grid(row=1, column=0, columnspan=2, sticky="w", pady=(4, 0))
        about = _("Daftar tunggu, tahap dan laporan memakai tanggal ini.")
        ttk.Label(card, text=about, style="Quiet.TLabel").grid(
            row=2, column=0, columnspan=2, sticky="w"
        )
        row = ttk.Frame(card)
        row.grid(row=3, column=0, sticky="w", pady=(theme.GAP, 0))
        self.day_buttons = [
            self._day_button(row, _("Hari ini"), "calendar-check", self.dates.follow_today),
            self._day_button(row, _("−1 hari"), "chevron-left", lambda: self.dates.step(-1)),
            self._day_button(row, _("+1 hari"), "chevron-right", lambda: self.dates.step(1)),
            self._day_button(row, _("+7 hari"), "chevron-double-right", lambda: self.dates.step(7)),
        ]
        return card

    def _day_button(self, parent: ttk.Frame, text: str, icon: str, run: object) -> ttk.Button:
        button = ttk.Button(
            parent, text=text, icon=icon, bootstyle="secondary outline", command=run
        )
        button.pack(side="left", padx=(0, theme.GAP))
        return button


class EmblemsPane(ttk.Frame):
    """The pictures in the register, and the chosen one as it will be printed."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = EmblemsPresenter(workplace)
        self.columnconfigure(0, weight=3)
        self.columnconfigure(1, weight=2)
        self.rowconfigure(1, weight=1)
        self._make_buttons().grid(row=0, column=0, columnspan=2, sticky="ew", pady=(0, theme.GAP))
        self.table = TableView(self, self.presenter.model, on_select=self._show, multiple=False)
        self.table.show_when_empty(
            EmptyState(
                text=_("Belum ada lambang; kop memakai gambar pengganti yang netral."),
                action=_("Pilih berkas lambang…"),
                run=self._add,
            )
        )
        self.table.grid(row=1, column=0, sticky="nsew")
        self._make_preview().grid(row=1, column=1, sticky="nsew", padx=(theme.GAP, 0))

    def refresh(self, change: "Change | None" = None) -> None:
        """List the pictures there are."""
        self.presenter.refresh()
        self.table.paint()
        self._show()

    def panes(self) -> list[tkinter.Misc]:
        """Buttons, table."""
        return [self.add_button, self.table.tree]

    def _make_buttons(self) -> ttk.Frame:
        row = ttk.Frame(self)
        self.add_button = ttk.Button(
            row,
            text=_("Pilih berkas lambang…"),
            icon="image",
            bootstyle="primary",
            command=self._add,
        )
        self.add_button.pack(side="left")
        self.delete_button = ttk.Button(
            row, text=_("Hapus"), icon="trash", bootstyle="secondary outline", command=self._delete
        )
        self.delete_button.pack(side="left", padx=theme.GAP)
        about = _("PNG atau JPEG; disimpan di dalam register, paling tinggi 600 titik.")
        ttk.Label(row, text=about, style="Quiet.TLabel").pack(side="left")
        return row

    def _make_preview(self) -> ttk.Frame:
        card = ttk.Frame(self, bootstyle="bordered", padding=12)
        # White in both themes: this is how paper will look.
        self.preview = tkinter.Label(card, background="#ffffff", height=PREVIEW_HEIGHT)
        self.preview.pack(fill="both", expand=True)
        self.users = ttk.Label(card, style="Quiet.TLabel", wraplength=theme.ems(self, 34))
        self.users.pack(fill="x", pady=(theme.GAP, 0))
        self._picture: object = None
        return card

    def _show(self) -> None:
        data = self.presenter.png()
        self._picture = _photo(data, PREVIEW_HEIGHT, self) if data else ""
        self.preview.configure(image=self._picture)
        self.users.configure(text=self.presenter.users_text())
        can_write = not self.workplace.read_only
        self.add_button.state(["!disabled" if can_write else "disabled"])
        can_delete = can_write and self.presenter.chosen is not None
        self.delete_button.state(["!disabled" if can_delete else "disabled"])

    def _add(self) -> None:
        if self.presenter.add() is not None:
            self.table.paint()
            self._show()

    def _delete(self) -> None:
        self.presenter.delete()
        self.refresh()


def _photo(data: bytes, height: int, widget: tkinter.Misc) -> object:
    """A PNG as Tk shows it, shrunk to a height; kept by the caller, or Tk forgets it."""
    from PIL import Image, ImageTk

    with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
        whole = picture.convert("RGBA")
    paper = Image.new("RGBA", whole.size, "white")
    flat = Image.alpha_composite(paper, whole).convert("RGB")
    flat.thumbnail((height * 2, height))
    return ImageTk.PhotoImage(flat, master=widget)
