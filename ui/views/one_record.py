"""A section of Pengaturan that holds one record as a form, with no table."""

import tkinter
from collections.abc import Mapping

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.presenters.records import RecordsPresenter
from ui.widgets.form_view import FormView
from ui.workplace import Workplace


class OneRecordPane(ttk.Frame):
    """Heirs make `form` and `presenter`, and place `_make_buttons()` under the form."""

    form_ems = 70  # wider fields are harder to read, not easier to fill
    workplace: Workplace
    form: FormView
    presenter: RecordsPresenter

    def keep(self) -> None:
        """Keep unfinished words as a draft."""
        self.presenter.keep_draft()

    # what the presenter asks

    def paint_table(self) -> None:
        """There is no table: there is one record."""

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        self.form.set_texts(texts)
        self.form.enable(not self.workplace.read_only)

    def show_no_form(self) -> None:
        self.presenter.editing = None

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.form.show_problems(problems)
        self.form.focus_problem()

    def show_unsaved(self, unsaved: bool, restored: bool = False) -> None:
        can_save = unsaved and not self.workplace.read_only
        self.save_button.state(["!disabled" if can_save else "disabled"])
        self.cancel_button.state(["!disabled" if unsaved else "disabled"])
        self.state_words.configure(text=_("Belum disimpan") if unsaved else "")

    def form_texts(self) -> Mapping[str, str]:
        """What stands in the form."""
        return self.form.peek()

    # inside

    def _make_buttons(self) -> ttk.Frame:
        row = ttk.Frame(self)
        self.save_button = ttk.Button(
            row, text=_("Simpan"), bootstyle="primary", command=self._save
        )
        self.save_button.pack(side="left")
        self.cancel_button = ttk.Button(
            row, text=_("Batal"), bootstyle="ghost", command=lambda: self.presenter.cancel()
        )
        self.cancel_button.pack(side="left", padx=theme.GAP)
        self.state_words = ttk.Label(row, style="Quiet.TLabel")
        self.state_words.pack(side="left")
        return row

    def _keep_readable(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        """Leave the right empty rather than stretch fields over a wide screen."""
        spare = max(0, event.width - theme.ems(self, self.form_ems))
        self.form.grid_configure(padx=(0, spare))

    def _edited(self, name: str) -> None:
        self.presenter.edited(self.form.peek())

    def _save(self) -> None:
        self.presenter.save(self.form.texts())
