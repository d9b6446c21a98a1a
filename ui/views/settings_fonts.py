"""Pengaturan, Huruf kantor: the office's own fonts, the file of each face, and how it looks."""

import io
import tkinter
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.presenters.fonts import FaceRow, FontsPresenter
from ui.tables import EmptyState
from ui.widgets.table_view import TableView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from PIL import Image

    from census_desk.register import Change

SAMPLE = "Edaran “Yth.” – 1234567890"
SAMPLE_SIZE = 18  # pixels of a line of the sample
SAMPLE_WIDTH, SAMPLE_EDGE = 400, 8


class FontsPane(ttk.Frame):
    """The families in the register, and the faces of the chosen one."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = FontsPresenter(workplace)
        self._picture: object = None
        self.columnconfigure(0, weight=2, uniform="halves")
        self.columnconfigure(1, weight=3, uniform="halves")
        self.rowconfigure(1, weight=1)
        self._make_buttons().grid(row=0, column=0, columnspan=2, sticky="ew", pady=(0, theme.GAP))
        self.table = TableView(self, self.presenter.model, on_select=self._show, multiple=False)
        self.table.show_when_empty(
            EmptyState(
                text=_("Belum ada huruf kantor; tata letak memakai huruf bawaan."),
                action=_("Tambah huruf…"),
                run=self.add,
            )
        )
        self.table.grid(row=1, column=0, sticky="nsew")
        self._make_card().grid(row=1, column=1, sticky="nsew", padx=(theme.GAP, 0))

    def refresh(self, change: "Change | None" = None) -> None:
        """List the fonts there are."""
        self.presenter.refresh()
        self.table.paint()
        self._show()

    def panes(self) -> list[tkinter.Misc]:
        """Buttons, table, faces."""
        return [self.add_button, self.table.tree, self.face_buttons["regular"]]

    def add(self) -> None:
        """A new family from a file."""
        if self.presenter.add() is not None:
            self.table.paint()
            self._show()

    def _make_buttons(self) -> ttk.Frame:
        row = ttk.Frame(self)
        self.add_button = ttk.Button(
            row, text=_("Tambah huruf…"), icon="fonts", bootstyle="primary", command=self.add
        )
        self.add_button.pack(side="left")
        self.delete_button = ttk.Button(
            row, text=_("Hapus"), icon="trash", bootstyle="secondary outline", command=self._delete
        )
        self.delete_button.pack(side="left", padx=theme.GAP)
        about = _("TrueType (.ttf), paling besar 3 MB.")
        ttk.Label(row, text=about, style="Quiet.TLabel").pack(side="left")
        return row

    def _make_card(self) -> ttk.Frame:
        self.card = card = ttk.Frame(self, bootstyle="bordered", padding=12)
        card.columnconfigure(1, weight=1)
        card.rowconfigure(5, weight=1)
        self.face_labels: dict[str, ttk.Label] = {}
        self.face_buttons: dict[str, ttk.Button] = {}
        self.off_buttons: dict[str, ttk.Button] = {}
        for place, face in enumerate(("regular", "bold", "italic", "bold_italic")):
            self._make_face(card, place, face)
        # White in both themes: this is how paper will look.
        self.sample = tkinter.Label(card, background="#ffffff", anchor="nw")
        self.sample.grid(row=5, column=0, columnspan=4, sticky="nsew", pady=(theme.GAP, 0))
        self.words = ttk.Label(card, style="Quiet.TLabel", wraplength=theme.ems(self, 34))
        self.words.grid(row=6, column=0, columnspan=4, sticky="ew", pady=(theme.GAP, 0))
        card.bind("<Configure>", self._rewrap)
        return card

    def _make_face(self, card: ttk.Frame, place: int, face: str) -> None:
        from census_desk.letters.office_font import FACE_NAMES

        about = ttk.Frame(card)
        about.grid(row=place, column=0, columnspan=2, sticky="ew", pady=2)
        ttk.Label(about, text=_(FACE_NAMES[face])).pack(anchor="w")
        # As narrow as need be: a long name must not push the buttons off the card.
        label = ttk.Label(about, style="Quiet.TLabel", font=theme.SMALL_FONT, width=1, anchor="w")
        label.pack(fill="x")
        button = ttk.Button(
            card,
            text=_("Pilih…"),
            bootstyle="secondary outline",
            command=lambda: self._change(face),
        )
        button.grid(row=place, column=2, padx=theme.GAP)
        self.face_labels[face], self.face_buttons[face] = label, button
        if face != "regular":
            off = ttk.Button(
                card, text=_("Lepas"), bootstyle="ghost", command=lambda: self._take_off(face)
            )
            off.grid(row=place, column=3)
            self.off_buttons[face] = off

    def _show(self) -> None:
        rows = {row.face: row for row in self.presenter.faces()}
        can_write = not self.workplace.read_only
        _enable(self.add_button, can_write)
        _enable(self.delete_button, can_write and bool(rows))
        for face, label in self.face_labels.items():
            row = rows.get(face)
            label.configure(text=row.font if row else "")
            _enable(self.face_buttons[face], can_write and row is not None)
            if face in self.off_buttons:
                _enable(self.off_buttons[face], can_write and _has_file(row))
        self.words.configure(text=self.presenter.words())
        self._show_sample()

    def _show_sample(self) -> None:
        from PIL import ImageTk

        drawn = sample_of(self.presenter.samples())
        self._picture = ImageTk.PhotoImage(drawn, master=self) if drawn else ""
        self.sample.configure(image=self._picture)  # type: ignore[arg-type]

    def _change(self, face: str) -> None:
        self.presenter.change(face)
        self._repaint()

    def _take_off(self, face: str) -> None:
        self.presenter.take_off(face)
        self._repaint()

    def _delete(self) -> None:
        self.presenter.delete()
        self.refresh()

    def _repaint(self) -> None:
        self.table.paint()
        self._show()

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self.words.configure(wraplength=max(100, event.width - 32))


def sample_of(files: list[bytes]) -> "Image.Image | None":
    """A line of a letter in each face, black on white; None for no faces or one nobody can draw."""
    from PIL import Image, ImageDraw, ImageFont

    if not files:
        return None
    step = round(SAMPLE_SIZE * 1.7)
    size = (SAMPLE_WIDTH, step * len(files) + 2 * SAMPLE_EDGE)
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    for place, data in enumerate(files):
        try:
            face = ImageFont.truetype(io.BytesIO(data), SAMPLE_SIZE)
            pen.text((SAMPLE_EDGE, SAMPLE_EDGE + step * place), SAMPLE, fill="black", font=face)
        except OSError:
            return None
    return picture


def _has_file(row: FaceRow | None) -> bool:
    return row is not None and row.has_file


def _enable(button: ttk.Button, enabled: bool) -> None:
    button.state(["!disabled" if enabled else "disabled"])
