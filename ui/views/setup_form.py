"""The short form of a new register: kabupaten, office, emblem, place; numbered as it is filled."""

import tkinter
from collections.abc import Callable, Mapping

import ttkbootstrap as ttk

from census_desk import places
from census_desk.words import _
from ui import theme
from ui.presenters.welcome import FILE, OFFICE, REGENCY, WelcomePresenter
from ui.widgets.chooser import Chooser

FIELD_EMS = 60


class SetupForm(ttk.Frame):
    """Fills the presenter's NewRegister; `back()` leaves without making anything."""

    def __init__(
        self, parent: tkinter.Misc, presenter: WelcomePresenter, *, back: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._back = back
        self._suggested = presenter.suggested_office
        self.problems: dict[str, ttk.Label] = {}
        self.columnconfigure(1, weight=1, minsize=theme.ems(self, FIELD_EMS))
        self._make_place()
        self._make_office()
        self._make_emblem()
        self._make_file()
        self._make_buttons()
        _bind_escape(self, back)
        self._show()

    def focus_first(self) -> None:
        """Begin with the province."""
        self.province.focus_input()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under their fields."""
        for name, label in self.problems.items():
            label.configure(text=problems.get(name, ""))
        if REGENCY in problems:
            self.regency.focus_input()
        elif OFFICE in problems:
            self.office.focus_set()

    # making it

    def _make_place(self) -> None:
        presenter = self.presenter
        names = {one.key: one.label for one in presenter.provinces()}
        self.province = Chooser(
            self, self._province_chosen, choices=presenter.provinces, label_of=names.__getitem__
        )
        self.regency = Chooser(
            self,
            self._regency_chosen,
            choices=lambda: presenter.regencies(self.province.get()),
            label_of=lambda code: places.regency(code).name,
        )
        self._line(0, _("1. Provinsi"), self.province)
        self._line(1, _("    Kabupaten/kota"), self.regency, REGENCY)
        self.area = ttk.Label(self, style="Quiet.TLabel")
        self.area.grid(row=4, column=1, sticky="w")

    def _make_office(self) -> None:
        self._office_text = ttk.StringVar(self, self.presenter.new.office_name)
        self.office = ttk.Entry(self, textvariable=self._office_text)
        self._office_text.trace_add("write", lambda *_names: self._office_typed())
        self._line(3, _("2. Nama kantor"), self.office, OFFICE)

    def _make_emblem(self) -> None:
        row = ttk.Frame(self)
        self.emblem_button = ttk.Button(
            row,
            text=_("Pilih berkas…"),
            icon="image",
            bootstyle="secondary outline",
            command=self._choose_emblem,
        )
        self.emblem_button.pack(side="left")
        self.emblem_drop = ttk.Button(
            row, text=_("Tanpa lambang"), bootstyle="ghost", command=self._drop_emblem
        )
        self.emblem_words = ttk.Label(row, style="Quiet.TLabel")
        self.emblem_words.pack(side="left", padx=theme.GAP)
        self._line(4, _("3. Lambang daerah"), row, "emblem")

    def _make_file(self) -> None:
        row = ttk.Frame(self)
        self.file_button = ttk.Button(
            row,
            text=_("Ganti…"),
            icon="folder2-open",
            bootstyle="secondary outline",
            command=self._choose_path,
        )
        self.file_button.pack(side="left")
        self.file_words = ttk.Label(row, style="Quiet.TLabel")
        self.file_words.pack(side="left", padx=theme.GAP)
        self._line(5, _("4. Disimpan di"), row, FILE)

    def _make_buttons(self) -> None:
        row = ttk.Frame(self)
        row.grid(row=40, column=1, sticky="w", pady=(theme.GAP * 2, 0))
        self.make_button = ttk.Button(
            row, text=_("Buat register"), icon="check-lg", bootstyle="primary", command=self._make
        )
        self.make_button.pack(side="left")
        ttk.Button(row, text=_("Kembali"), bootstyle="ghost", command=self._back).pack(
            side="left", padx=theme.GAP
        )

    def _line(self, place: int, text: str, widget: tkinter.Misc, problem: str = "") -> None:
        """Label, input, and below it room for a sentence; three grid rows a line."""
        label = ttk.Label(self, text=text)
        label.grid(row=3 * place, column=0, sticky="w", padx=(0, theme.GAP * 2))
        widget.grid(row=3 * place, column=1, sticky="ew", pady=(theme.GAP, 0))  # type: ignore[attr-defined]
        label.grid_configure(pady=(theme.GAP, 0))
        if problem:
            told = ttk.Label(self, style="Problem.TLabel", wraplength=theme.ems(self, FIELD_EMS))
            told.grid(row=3 * place + 2, column=1, sticky="w")
            self.problems[problem] = told

    # filling it

    def _province_chosen(self) -> None:
        if self.regency.get() and not self.regency.get().startswith(self.province.get()):
            self.regency.set("")

    def _regency_chosen(self) -> None:
        code = self.regency.get()
        if not code:
            return
        self.presenter.choose_regency(code)
        self.province.set(code[:2])
        self._office_text.set(self.presenter.new.office_name)
        self.show_problems({})
        self._show()

    def _office_typed(self) -> None:
        self.presenter.new.office_name = self._office_text.get()

    def _choose_emblem(self) -> None:
        self.problems["emblem"].configure(text=self.presenter.choose_emblem())
        self._show()

    def _drop_emblem(self) -> None:
        self.presenter.drop_emblem()
        self._show()

    def _choose_path(self) -> None:
        self.presenter.choose_path()
        self._show()

    def _make(self) -> None:
        for chooser in (self.province, self.regency):
            chooser.settle()
        problems = self.presenter.make()
        if self.winfo_exists():  # a register that opened has taken the form's place
            self.show_problems(problems)

    def _show(self) -> None:
        new = self.presenter.new
        self.area.configure(text=self.presenter.area_words())
        nothing = _("belum dipilih; kop memakai gambar pengganti yang netral")
        self.emblem_words.configure(text=new.emblem_name or nothing)
        if new.emblem:
            self.emblem_drop.pack(side="left", padx=theme.GAP)
        else:
            self.emblem_drop.pack_forget()
        self.file_words.configure(text=str(self.presenter.path))


def _bind_escape(widget: tkinter.Misc, back: Callable[[], object]) -> None:
    """Esc leaves the form from any of its fields; an open list closes first.

    Only what takes the keyboard anyway: Tk lets Tab stop at anything that has a key binding.
    """
    if widget.winfo_class() in ("TEntry", "TButton"):
        widget.bind("<Key-Escape>", lambda event: back(), add="+")
    for child in widget.winfo_children():
        _bind_escape(child, back)
