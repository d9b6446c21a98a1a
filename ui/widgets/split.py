"""Two panes with a sash that is remembered; below a width only one of them is seen at a time."""

import tkinter

import ttkbootstrap as ttk

from ui import theme
from ui.workplace import Preferences

NARROW_EMS = 100


class Split(ttk.Frame):
    """`left` and `right`; in a narrow window the right one is a drawer over the left."""

    def __init__(
        self,
        parent: tkinter.Misc,
        preferences: Preferences,
        key: str,
        *,
        share: float = 0.6,
        narrow_ems: int = NARROW_EMS,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._key = key
        self._narrow_ems = narrow_ems
        kept = preferences.get(key)
        self._share = kept if isinstance(kept, float) and 0.1 < kept < 0.9 else share
        self._narrow: bool | None = None
        self._in_front = "left"
        self._right_away = False
        self._pane = ttk.Panedwindow(self, orient="horizontal")
        self.left = ttk.Frame(self._pane, padding=(0, 0, theme.GAP, 0))
        self.right = ttk.Frame(self._pane, padding=(theme.GAP, 0, 0, 0))
        self._pane.add(self.left, weight=1)
        self._pane.add(self.right, weight=0)
        self._pane.pack(fill="both", expand=True)
        self._pane.bind("<ButtonRelease-1>", self._moved)
        self.bind("<Configure>", self._resized)
        # A pane shown late gets its width after the frame around it.
        self._pane.bind("<Configure>", lambda event: self.after_idle(self._place_sash))
        # Out of sight Tk sizes the panes by what they hold; back in sight the share holds again.
        self._pane.bind("<Map>", lambda event: self.after_idle(self._place_sash))

    @property
    def is_narrow(self) -> bool:
        """Whether only one pane is seen."""
        return bool(self._narrow)

    def show_right(self) -> None:
        """Bring the right pane to the front (it is there anyway in a wide window)."""
        self._in_front = "right"
        self._arrange()

    def show_left(self) -> None:
        """Bring the left pane to the front."""
        self._in_front = "left"
        self._arrange()

    def put_right_away(self, away: bool) -> None:
        """Leave the whole width to the left pane, or give the right one its place back."""
        self._right_away = away
        self._arrange()

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self._narrow = event.width < theme.ems(self, self._narrow_ems)
        self._arrange()
        if not self._narrow:
            self.after_idle(self._place_sash)

    def _arrange(self) -> None:
        wanted = [self.left, self.right]
        if self._narrow:
            wanted = [self.right if self._in_front == "right" else self.left]
        elif self._right_away:
            wanted = [self.left]
        now = [self.nametowidget(name) for name in self._pane.panes()]
        if now == wanted:
            return
        for pane in now:
            self._pane.forget(pane)
        for pane in wanted:
            self._pane.add(pane, weight=1 if pane is wanted[0] else 0)
        if len(wanted) == 2:
            self.after_idle(self._place_sash)

    def _place_sash(self) -> None:
        if self.winfo_exists() and len(self._pane.panes()) == 2 and self.winfo_width() > 1:
            self._pane.sashpos(0, round(self.winfo_width() * self._share))

    def _moved(self, event: object) -> None:
        if len(self._pane.panes()) == 2 and self.winfo_width() > 1:
            self._share = self._pane.sashpos(0) / self.winfo_width()
            self._preferences.set(self._key, self._share)
