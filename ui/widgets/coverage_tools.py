"""The line above the coverage board: which rows, words to find, the filter and the day."""

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from census_desk.coverage.filters import RowChoice
from census_desk.words import _
from ui import theme
from ui.presenters.coverage_rows import SHOWN_NAMES
from ui.widgets.filter_box import FilterBox

FIND_LETTERS = 14  # so that all stands on one line at 1366 pixels


class CoverageTools(ttk.Frame):
    """One line; in a narrow window the words to find, or the buttons, stand on a second one."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        on_show: Callable[[RowChoice], object],
        on_find: Callable[[str], object],
        on_filter: Callable[[], object],
        on_day: Callable[[], object],
        on_down: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.columnconfigure(1, weight=1)
        self._which = ttk.StringVar(self)
        self._switch = ttk.Frame(self)
        for shown, words in SHOWN_NAMES.items():
            ttk.Radiobutton(
                self._switch,
                text=_(words),
                value=shown.value,
                variable=self._which,
                bootstyle="primary ghost toolbutton",
                command=partial(on_show, shown),
            ).pack(side="left")
        self._buttons = ttk.Frame(self)
        self._filter = self._button("funnel", on_filter, "Ctrl+L")
        self._day = self._button("calendar3", on_day, "Ctrl+T")
        self.filter_box = FilterBox(self, on_find, on_down=on_down)
        self.filter_box.entry.configure(width=FIND_LETTERS)
        self._switch.grid(row=0, column=0, sticky="w")
        self._buttons.grid(row=0, column=2, sticky="e")
        self.filter_box.grid(row=0, column=1, sticky="w", padx=theme.GAP)
        self.bind("<Configure>", lambda event: self._fit(event.width))

    def show_rows(self, shown: RowChoice) -> None:
        """Mark which rows are shown."""
        self._which.set(shown.value)

    def tell(self, filter_text: str, day_text: str) -> None:
        """What the buttons are set to."""
        self._filter.configure(text=filter_text)
        self._day.configure(text=day_text)
        self._fit(self.winfo_width())

    def _button(self, icon: str, run: Callable[[], object], key: str) -> ttk.Button:
        # A button made with an icon alone would never show the words it is given later.
        button = ttk.Button(
            self._buttons, text=" ", icon=icon, bootstyle="secondary outline", command=run
        )
        button.pack(side="left", padx=(theme.GAP, 0))
        ttk.ToolTip(button, text=key)
        return button

    def _fit(self, width: int) -> None:
        if width <= 1:
            return
        switch, find, buttons = (
            part.winfo_reqwidth() + theme.GAP * 2
            for part in (self._switch, self.filter_box, self._buttons)
        )
        if switch + find + buttons <= width:
            places = ((0, 1), (0, 2))
        elif switch + buttons <= width:
            places = ((1, 0), (0, 2))
        else:  # a long name of a filter in large type
            places = ((0, 1), (1, 0))
        for part, (row, column) in zip((self.filter_box, self._buttons), places, strict=True):
            is_below = row == 1
            part.grid(
                row=row,
                column=column,
                columnspan=3 if is_below else 1,
                sticky="e" if column == 2 else "w",
                padx=theme.GAP if column == 1 else 0,
                pady=(4, 0) if is_below else 0,
            )
