"""A list that flips over to its form, with one more pane beside both."""

import tkinter

import ttkbootstrap as ttk

from ui.widgets.split import Split
from ui.workplace import Preferences

NARROW_EMS = 120  # a form and a readable page need this much side by side


class Flip(ttk.Frame):
    """`left` (the list) and `right` (the form) share one place; `side` stands beside them.

    The names are those of Split, so that a RecordsPane can live in it. In a narrow window `side`
    is a drawer: `toggle_side()` shows it instead.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        preferences: Preferences,
        key: str,
        *,
        share: float = 0.5,
        narrow_ems: int = NARROW_EMS,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._away_key = preferences, f"{key}.away"
        self._split = Split(self, preferences, key, share=share, narrow_ems=narrow_ems)
        self._split.put_right_away(bool(preferences.get(self._away_key)))
        self._split.pack(fill="both", expand=True)
        self.side = self._split.right
        stack = self._split.left
        stack.rowconfigure(0, weight=1)
        stack.columnconfigure(0, weight=1)
        self.left, self.right = ttk.Frame(stack), ttk.Frame(stack)
        self.left.grid(row=0, column=0, sticky="nsew")
        self.right.grid(row=0, column=0, sticky="nsew")
        self.right.grid_remove()
        self.form_in_front = False
        self.side_in_front = False

    @property
    def is_narrow(self) -> bool:
        """Whether the side is a drawer."""
        return self._split.is_narrow

    def show_right(self) -> None:
        """Flip to the form."""
        self._flip(form=True)

    def show_left(self) -> None:
        """Flip to the list."""
        self._flip(form=False)

    def toggle_side(self) -> None:
        """In a narrow window: the side, or back to what was before it; else away and back."""
        if not self.is_narrow:
            away = not self._preferences.get(self._away_key)
            self._preferences.set(self._away_key, away or None)
            self._split.put_right_away(away)
            return
        self.side_in_front = not self.side_in_front
        if self.side_in_front:
            self._split.show_right()
        else:
            self._split.show_left()

    def _flip(self, *, form: bool) -> None:
        self.form_in_front, self.side_in_front = form, False
        shown, hidden = (self.right, self.left) if form else (self.left, self.right)
        hidden.grid_remove()
        shown.grid()
        self._split.show_left()
