"""A table above and a panel below, with a sash that is remembered and a panel one can put away."""

import tkinter

import ttkbootstrap as ttk

from ui import theme
from ui.workplace import Preferences

LEAST_ROWS = 4


class Under(ttk.Frame):
    """`top` and `bottom`; `toggle()` puts the bottom away and brings it back."""

    def __init__(
        self, parent: tkinter.Misc, preferences: Preferences, key: str, *, share: float = 0.55
    ) -> None:
        super().__init__(parent)
        self._preferences, self._key = preferences, key
        kept = preferences.get(key)
        self._share = kept if isinstance(kept, float) and 0.1 < kept < 0.9 else share
        self._pane = ttk.Panedwindow(self, orient="vertical")
        self._pane.pack(fill="both", expand=True)
        self.top = ttk.Frame(self._pane, padding=(0, 0, 0, theme.GAP // 2))
        self.bottom = ttk.Frame(self._pane, padding=(0, theme.GAP // 2, 0, 0))
        self._pane.add(self.top, weight=1)
        self._pane.add(self.bottom, weight=0)
        self._pane.bind("<ButtonRelease-1>", self._moved)
        self._pane.bind("<Configure>", lambda event: self.after_idle(self._place_sash))
        # Out of sight Tk sizes the panes by what they hold; back in sight the share holds again.
        self._pane.bind("<Map>", lambda event: self.after_idle(self._place_sash))
        if preferences.get(f"{key}.away"):
            self._pane.forget(self.bottom)

    @property
    def is_open(self) -> bool:
        """Whether the panel is seen."""
        return len(self._pane.panes()) == 2

    def toggle(self) -> None:
        """Put the panel away, or bring it back."""
        if self.is_open:
            self._pane.forget(self.bottom)
        else:
            self._pane.add(self.bottom, weight=0)
            self.after_idle(self._place_sash)
        self._preferences.set(f"{self._key}.away", None if self.is_open else True)

    def _place_sash(self) -> None:
        if self.winfo_exists() and self.is_open and self.winfo_height() > 1:
            least = LEAST_ROWS * theme.row_height(self)
            self._pane.sashpos(0, max(least, round(self.winfo_height() * self._share)))

    def _moved(self, event: object) -> None:
        if self.is_open and self.winfo_height() > 1:
            self._share = self._pane.sashpos(0) / self.winfo_height()
            self._preferences.set(self._key, self._share)
