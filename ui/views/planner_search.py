"""The search as it goes on: a bar, the best so far in words, and Batal that keeps it."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.presenters.planner_search import PlanSearch

POLL_MS = 100
BAR_EMS = 60


class SearchFace(ttk.Frame):
    """`follow(search)` shows a search until it ends; `ended(search)` is told then, once."""

    def __init__(self, parent: tkinter.Misc, ended: Callable[[PlanSearch], object]) -> None:
        super().__init__(parent)
        self._ended = ended
        self._search: PlanSearch | None = None
        self._waiting = ""
        self.columnconfigure(0, weight=1)
        for row in (0, 2):
            self.rowconfigure(row, weight=1)
        card = ttk.Frame(self, bootstyle="bordered", padding=24)
        card.grid(row=1, column=0)
        self._title = ttk.Label(card, style="Head.TLabel")
        self._title.pack(anchor="w")
        about = _(
            "Anda boleh bekerja di halaman lain; pencarian berjalan sendiri dan hasilnya "
            "tersimpan sebagai rancangan."
        )
        told = ttk.Label(card, text=about, style="Quiet.TLabel", justify="left")
        told.configure(wraplength=theme.ems(self, BAR_EMS))
        told.pack(anchor="w", pady=(theme.GAP // 2, theme.GAP * 2))
        self._bar = ttk.Progressbar(
            card, length=theme.ems(self, BAR_EMS), mode="determinate", maximum=1.0
        )
        self._bar.pack(anchor="w")
        self._words = ttk.Label(card, justify="left")
        self._words.configure(wraplength=theme.ems(self, BAR_EMS))
        self._words.pack(anchor="w", pady=theme.GAP * 2)
        self.stop = ttk.Button(card, bootstyle="secondary outline", command=self.cancel)
        self.stop.pack(anchor="e")

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    @property
    def search(self) -> PlanSearch | None:
        """The search under way."""
        return self._search

    def follow(self, search: PlanSearch) -> None:
        """Show this search from now on."""
        self._search = search
        self._title.configure(text=_("Mencari rencana…"))
        self.stop.configure(text=_("Batal, pakai yang terbaik sejauh ini (Esc)"))
        self.stop.state(["!disabled"])
        self._look()

    def cancel(self) -> None:
        """End the search; the best so far is kept."""
        if self._search is not None:
            self._title.configure(text=_("Menghentikan…"))
            self.stop.state(["disabled"])
            self._search.cancel()

    def focus_face(self) -> None:
        """The one button takes the keyboard."""
        self.update_idletasks()
        self.stop.focus_set()

    def destroy(self) -> None:
        """The process does not outlive its page."""
        if self._waiting:
            self.after_cancel(self._waiting)
        if self._search is not None:
            self._search.cancel()
            self._search = None
        super().destroy()

    def _look(self) -> None:
        search = self._search
        assert search is not None
        is_running = search.look()
        self._bar.configure(value=search.share)
        self._words.configure(text=search.words)
        if is_running:
            self._waiting = self.after(POLL_MS, self._look)
            return
        self._waiting, self._search = "", None
        self._ended(search)
