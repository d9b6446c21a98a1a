"""Pengaturan: templates and layouts of the office, with a row of buttons for their files."""

from collections.abc import Callable, Mapping

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.presenters.printing import Printing
from ui.presenters.records import RecordsSpec
from ui.presenters.sharing import SHARED, SharingPresenter
from ui.views.records import RecordsPane
from ui.widgets.body_input import BodyInput
from ui.widgets.form_view import InputMaker
from ui.widgets.palette import Palette, PaletteEntry
from ui.workplace import Workplace

NARROW_EMS = 120  # beside the list of sections table and form need the whole width sooner
OWN_INPUTS: Mapping[str, InputMaker] = {
    "bodies": lambda parent, changed: BodyInput(parent, changed, rows=16)
}


class ButtonedPane(RecordsPane):
    """A section's table with buttons under it."""

    narrow_ems = NARROW_EMS

    def tools(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Icon, words and deed of each button."""
        raise NotImplementedError

    def _make_table(self) -> None:
        super()._make_table()
        bar = ttk.Frame(self.left)
        bar.grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        self.tool_buttons = []
        for icon, words, run in self.tools():
            button = ttk.Button(
                bar, text=words, icon=icon, bootstyle="secondary outline", command=run
            )
            button.pack(side="left", padx=(0, theme.GAP))
            self.tool_buttons.append(button)


class CodesPane(ButtonedPane):
    """The classification codes; a whole list comes from a file."""

    def tools(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("file-earmark-arrow-down", _("Impor Excel atau CSV…"), self.import_codes)]

    def import_codes(self) -> None:
        """Look at a file of codes, then take it over."""
        from ui.widgets.code_import_dialog import import_codes

        import_codes(self, self.workplace)


class SharedPane(ButtonedPane):
    """The office's own templates, or its own layouts."""

    def __init__(
        self, parent: ttk.Frame, workplace: Workplace, spec: RecordsSpec, *, page_id: str
    ) -> None:
        self.sharing = SharingPresenter(workplace, SHARED[spec.collection])
        self.printing = Printing(workplace)
        super().__init__(parent, workplace, spec, page_id=page_id, makers=OWN_INPUTS)

    def tools(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("box-arrow-in-down", _("Impor berkas…"), self.take),
            ("box-arrow-up", _("Ekspor berkas…"), self.hand_on),
            ("printer", _("Contoh cetak"), self.example),
        ]

    def new(self) -> None:
        """A new one is a copy of another: nobody types sixty measures."""

        def find(text: str) -> list[PaletteEntry]:
            typed = text.casefold()
            return [
                PaletteEntry(text=self.sharing.words(one), run=lambda one=one: self._copy(one))  # type: ignore[misc]
                for one in self.sharing.every()
                if typed in self.sharing.words(one).casefold()
            ]

        hint = _("Enter menyalin yang ditandai menjadi milik kantor ini.")
        Palette(self, find, title=_(self.sharing.shared.copy_title), hint=hint).choose()

    def take(self) -> None:
        """Keep what a file holds."""
        self._show_made(self.sharing.take())

    def hand_on(self) -> None:
        """Write the chosen one to a file."""
        self._with_chosen(self.sharing.hand_on)

    def example(self) -> None:
        """Print a letter by the chosen one."""
        self._with_chosen(lambda record: self.sharing.example(record, self.printing))

    def _copy(self, record: object) -> None:
        made = self.sharing.copy(record)
        self._show_made(made)
        if made:
            self.edit()

    def _show_made(self, record_id: str) -> None:
        if record_id:
            self.presenter.refresh()
            self.show_record(record_id)

    def _with_chosen(self, do: Callable[[object], object]) -> None:
        editing = self.presenter.editing
        if editing is None or editing.record is None:
            self.workplace.say(_("Pilih dulu satu baris di tabel."), "info")
            return
        do(self.workplace.register.collection(self.spec.collection).get(editing.id))
