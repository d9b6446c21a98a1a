"""Pengaturan, Tata letak: the office's own layouts, with a sample letter beside the form."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.presenters.layout_sample import SAMPLES, LayoutSample
from ui.presenters.records import RecordsSpec
from ui.views.settings_shared import SharedPane
from ui.widgets.flip import Flip
from ui.widgets.pdf_preview import PdfPreview
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

NARROW_EMS = 88  # a form of two columns of measures and a page whose lines can be told apart


class LayoutsPane(SharedPane):
    """List and form share one place; beside them stands a letter as the form lays it out now.

    In a narrow window the letter is a drawer over the form.
    """

    def __init__(
        self, parent: ttk.Frame, workplace: Workplace, spec: RecordsSpec, *, page_id: str
    ) -> None:
        self.sample = LayoutSample(workplace)
        super().__init__(parent, workplace, spec, page_id=page_id)

    def make(self) -> None:
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.split = Flip(  # type: ignore[assignment]  # it has the places of a Split
            self,
            self.workplace.preferences,
            "split.layouts",
            share=0.52,
            narrow_ems=NARROW_EMS,
        )
        self.split.grid(row=0, column=0, sticky="nsew")
        self.left, self.right = self.split.left, self.split.right
        self._make_form_panel()
        self._make_side(self.flip.side)
        self._make_more_buttons()

    @property
    def flip(self) -> Flip:
        """The three places."""
        assert isinstance(self.split, Flip)
        return self.split

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        self.preview.show(self._collect)

    def show_no_form(self) -> None:
        super().show_no_form()
        self.preview.clear(_("Pilih tata letak untuk melihat contoh suratnya."))

    def refresh(self, change: "Change | None" = None) -> None:
        super().refresh(change)
        self.preview.edited()

    def escape(self) -> None:
        if self.flip.side_in_front:
            self.toggle_preview()
        elif self.flip.form_in_front:
            self._to_table()
        else:
            super().escape()

    def panes(self) -> Sequence[tkinter.Misc]:
        return [*super().panes(), self.preview]

    def toggle_preview(self) -> None:
        """The letter instead of the form in a narrow window, away and back in a wide one."""
        self.flip.toggle_side()
        if self.flip.side_in_front:
            self.preview.focus_pane()

    def show_sample(self, key: str) -> None:
        """Lay out a letter of another kind."""
        self.sample.key = key
        self._mark_sample()
        self.preview.edited()

    # inside

    def _make_side(self, side: ttk.Frame) -> None:
        side.rowconfigure(1, weight=1)
        side.columnconfigure(0, weight=1)
        bar = ttk.Frame(side)
        bar.grid(row=0, column=0, sticky="ew", pady=(0, 4))
        self.sample_buttons: dict[str, ttk.Button] = {}
        for key, words in SAMPLES.items():
            button = ttk.Button(bar, text=_(words), command=self._shows(key))
            button.pack(side="left", padx=(0, 4))
            self.sample_buttons[key] = button
        self.back_to_form = ttk.Button(
            bar, text=_("Kembali"), icon="chevron-left", bootstyle="ghost", command=self.escape
        )
        self.preview = PdfPreview(side, self.workplace.background)
        self.preview.grid(row=1, column=0, sticky="nsew")
        side.bind("<Map>", lambda event: self._place_back(), add="+")
        self._mark_sample()

    def _make_more_buttons(self) -> None:
        back = ttk.Button(
            self.buttons,
            text=_("Kembali ke daftar"),
            icon="chevron-left",
            bootstyle="ghost",
            command=self._to_table,
        )
        back.grid(row=0, column=0, sticky="w")
        self.sample_button = ttk.Button(
            self.buttons,
            text=_("Contoh"),
            icon="eye",
            bootstyle="secondary outline",
            command=self.toggle_preview,
        )
        self.sample_button.grid(row=0, column=1)
        self.cancel_button.grid(row=0, column=2, padx=theme.GAP)
        self.save_button.grid(row=0, column=3)

    def _shows(self, key: str) -> Callable[[], None]:
        return lambda: self.show_sample(key)

    def _mark_sample(self) -> None:
        for key, button in self.sample_buttons.items():
            chosen = key == self.sample.key
            button.configure(bootstyle="secondary" if chosen else "secondary outline")

    def _place_back(self) -> None:
        """The way back is needed where the letter hides the form."""
        if self.flip.is_narrow:
            self.back_to_form.pack(side="right")
        else:
            self.back_to_form.pack_forget()

    def _collect(self) -> Callable[[], bytes]:
        texts = self.form.peek()
        record, problems = self.presenter.record_of(texts)
        return self.sample.collect(record, problems, self.presenter.titles)

    def _edited(self, name: str) -> None:
        super()._edited(name)
        self.preview.edited()
