"""Pengaturan, Tampilan: theme, font size and language of this computer."""

import tkinter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.forms import Choice
from ui.presenters.settings import LARGEST_FONT, SMALLEST_FONT, LookPresenter
from ui.widgets.scrolled import Scrolled
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


class LookPane(ttk.Frame):
    """Three choices; each is kept and seen at once."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self.presenter = LookPresenter(workplace)
        self.scrolled = Scrolled(self)
        self.scrolled.pack(fill="both", expand=True)
        self.inside = self.scrolled.inside
        self._theme = ttk.StringVar(self)
        self._language = ttk.StringVar(self)
        self._size = ttk.IntVar(self)
        self._name_text = ttk.StringVar(self)
        self._head(_("Nama Anda"))
        self._make_name()
        self._head(_("Warna"))
        self._radios(self.presenter.themes(), self._theme, self.presenter.use_theme)
        self._head(_("Ukuran huruf"))
        self._make_sizes()
        self._head(_("Bahasa layar"))
        self._radios(self.presenter.languages(), self._language, self.presenter.use_language)
        about = _("Kertas (surat, daftar hadir, laporan) selalu berbahasa Indonesia.")
        ttk.Label(self.inside, text=about, style="Quiet.TLabel").pack(anchor="w", pady=(4, 0))
        self.scrolled.wheel()

    def refresh(self, change: "Change | None" = None) -> None:
        """Show what is chosen."""
        self._name_text.set(self.presenter.clerk)
        self._theme.set(self.presenter.theme)
        self._language.set(self.presenter.language)
        self._size.set(self.presenter.font_size)

    def _head(self, text: str) -> None:
        label = ttk.Label(self.inside, text=text, style="Head.TLabel")
        label.pack(anchor="w", pady=(theme.GAP * 2, theme.GAP))

    def _make_name(self) -> None:
        self.name_entry = ttk.Entry(self.inside, textvariable=self._name_text, width=36)
        self.name_entry.pack(anchor="w")
        for leaving in ("<FocusOut>", "<Key-Return>", "<Key-KP_Enter>"):
            self.name_entry.bind(leaving, lambda event: self._use_name(), add="+")
        about = _("Tertulis di Riwayat pada setiap perubahan dari komputer ini.")
        ttk.Label(self.inside, text=about, style="Quiet.TLabel").pack(anchor="w", pady=(4, 0))

    def keep(self) -> None:
        """Take the name over when another section or page is shown."""
        self._use_name()

    def _use_name(self) -> None:
        self.presenter.use_clerk(self._name_text.get())
        self._name_text.set(self.presenter.clerk)

    def _radios(
        self, choices: Sequence[Choice], variable: ttk.StringVar, use: Callable[[str], object]
    ) -> None:
        row = ttk.Frame(self.inside)
        row.pack(anchor="w")
        for choice in choices:
            ttk.Radiobutton(
                row,
                text=choice.label,
                value=choice.key,
                variable=variable,
                bootstyle="primary",
                command=lambda key=choice.key: use(key),
            ).pack(side="left", padx=(0, theme.GAP * 3))

    def _make_sizes(self) -> None:
        row = ttk.Frame(self.inside)
        row.pack(anchor="w")
        for size in range(SMALLEST_FONT, LARGEST_FONT + 1):
            ttk.Radiobutton(
                row,
                text=str(size),
                value=size,
                variable=self._size,
                bootstyle="primary",
                command=lambda size=size: self.presenter.use_font_size(size),
            ).pack(side="left", padx=(0, theme.GAP * 2))
        example = _("Contoh: Selasa, 5 Januari 2021, 1.234 orang, 12,5 %")
        ttk.Label(self.inside, text=example).pack(anchor="w", pady=(theme.GAP, 0))
