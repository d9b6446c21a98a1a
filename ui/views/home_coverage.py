"""Papan cakupan: every office, kecamatan and village × six steps, and what is done from there."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.coverage.filters import Filter, RowChoice
from census_desk.coverage.rows import CoverageRow
from census_desk.words import _
from ui import theme
from ui.commands import Command
from ui.presenters.coverage import CoveragePresenter
from ui.presenters.coverage_deeds import CoverageDeeds
from ui.presenters.coverage_rows import AS_LISTED, BY_NEED, SHOWN_NAMES
from ui.presenters.coverage_words import told
from ui.presenters.printing import Printing
from ui.views.coverage_commands import board_commands
from ui.views.coverage_dialogs import ask_day, choose_behind, choose_filter, tell_why
from ui.widgets import page
from ui.widgets.coverage_board import CoverageBoardView
from ui.widgets.coverage_legend import Legend
from ui.widgets.coverage_tools import CoverageTools
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

SHOWN_KEY = "coverage.shown"
LOW_LINES = 22  # below, the legend is left out and the words about the cell are short
TOLD_LINES = 2


class CoveragePage(page.Page):
    """The board with its filters above, the chosen cell in words and the legend below."""

    page_id = "home"

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent, workplace)
        self.presenter = CoveragePresenter(workplace)
        self.deeds = CoverageDeeds(workplace)
        self.printing = Printing(workplace)
        self._is_low = False

    def build(self) -> None:
        """Tools, board, words, legend."""
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        self.tools = CoverageTools(
            self,
            on_show=self.use_shown,
            on_find=self._find,
            on_filter=self.choose_filter,
            on_day=self.ask_day,
            on_down=self.shown,
        )
        self.tools.grid(row=0, column=0, sticky="ew", pady=(0, 4))
        self.filter_box = self.tools.filter_box
        rows = self.presenter.rows
        kept = str(self.workplace.preferences.get(SHOWN_KEY, RowChoice.OFFICES.value))
        rows.show(RowChoice(kept) if kept in SHOWN_NAMES else RowChoice.OFFICES)
        self.tools.show_rows(rows.shown)
        self.board = CoverageBoardView(
            self,
            rows,
            on_open=self._open,
            on_move=self._tell,
            on_sort=self._sorted,
            on_mark=self._marked,
        )
        self.board.grid(row=1, column=0, sticky="nsew")
        self._make_told()
        self.legend = Legend(self)
        self.legend.grid(row=3, column=0, sticky="ew", pady=(2, 0))
        self.bind("<Configure>", self._resized, add="+")

    def refresh(self, change: "Change | None" = None) -> None:
        """Follow a change; what it did not touch is not painted anew."""
        if change is None:
            self.board.fonts_changed()
            self.legend.fonts_changed()
        before = self.board.chosen
        changed = self.presenter.refresh(change)
        if changed is None:
            self._show()
        elif changed or change is None:  # the day may be another one though no row is
            self.board.repaint(lambda row: row.key in changed, self.presenter.heads)
            self._tell()
        now = self.board.chosen
        if before is not None and now is not None and now.key != before.key:
            self.board.go_to(before.key)  # the rows stand in another order now

    def facts(self) -> str:
        """The day, and the sums of the rows shown."""
        return self.presenter.facts()

    def commands(self) -> Sequence[Command]:
        """What can be done with the board and from it."""
        return board_commands(self)

    def panes(self) -> Sequence[tkinter.Misc]:
        """Filter and board."""
        return [self.filter_box.entry, self.board.canvas]

    def shown(self) -> None:
        """The board takes the keyboard."""
        self.board.canvas.focus_set()

    # what the commands do

    def use_shown(self, shown: RowChoice) -> None:
        """Offices, kecamatan with their villages, or both."""
        self.tools.show_rows(shown)
        self.workplace.preferences.set(SHOWN_KEY, shown.value)
        self.presenter.rows.show(shown)
        self._from_top()

    def next_shown(self) -> None:
        """The next of the three."""
        every = list(SHOWN_NAMES)
        place = every.index(self.presenter.rows.shown)
        self.use_shown(every[(place + 1) % len(every)])

    def choose_filter(self) -> None:
        """Ask for one of the filters, each with how many rows it keeps."""
        choose_filter(self, self.presenter, self._filtered)

    def ask_day(self) -> None:
        """Ask for the day the board is to stand for."""
        ask_day(self, self.presenter, self._show)

    def list_by_need(self) -> None:
        """The most to do first."""
        self._listed(BY_NEED)

    def list_as_listed(self) -> None:
        """The official order."""
        self._listed(AS_LISTED)

    def sort_by_column(self) -> None:
        """By the column the keyboard is on."""
        self.board.sort(self.board.chosen_column)

    def fold_all(self, *, is_open: bool) -> None:
        """Open or close every kecamatan."""
        if self.presenter.rows.shown is RowChoice.OFFICES:
            self.use_shown(RowChoice.AREAS)
        self.presenter.rows.fold_all(is_open=is_open)
        self._from_top()

    def mark_all(self) -> None:
        """Mark every row that is seen."""
        self.presenter.rows.mark_all()
        self._show()

    def about(self) -> None:
        """Everything about the office of the row."""
        if row := self.board.chosen:
            self._open(row, self.board.model.shown_columns[0].name)

    def rows_to_act_on(self) -> tuple[CoverageRow, ...]:
        """The marked rows, else the one the keyboard is on."""
        return self.presenter.acted(self.board.chosen)

    def plan(self) -> None:
        """Hand the rows to the planner."""
        self.presenter.plan(self.board.chosen)

    def can_act(self) -> bool:
        """Whether something can be done from the board as it stands."""
        return self.presenter.is_now and bool(self.rows_to_act_on())

    def copy(self) -> None:
        """The marked rows, else all that the filters leave, as text."""
        rows = self.presenter.rows
        chosen = rows.marked or rows.matching
        self.workplace.copy(rows.copy(chosen))
        self.workplace.say(_("{count} baris disalin.").format(count=len(chosen)))

    def escape(self) -> None:
        """Marks first, then what was typed, then the filter, then the day."""
        rows = self.presenter.rows
        if rows.marked:
            rows.clear_marks()
        elif self.filter_box.text:
            self.filter_box.clear()
        elif self.presenter.is_narrowed:
            self._filtered(Filter.ALL)
        elif self.presenter.day is not None:
            self.presenter.show_day("")
        self._show()
        self.shown()

    # making it

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is not self:
            return
        self._is_low = event.height < LOW_LINES * self.board.line()
        if self._is_low:
            self.legend.grid_remove()
        else:
            self.legend.grid()
        lines = 1 if self._is_low else TOLD_LINES
        self._told_place.configure(height=lines * self.board.line(theme.SMALL_FONT) + 2)
        self.told.configure(wraplength=max(200, event.width - theme.GAP))
        self._tell_cell()

    def _make_told(self) -> None:
        """Always as high as its longest words, so that the board stands still under the arrows."""
        self._told_place = ttk.Frame(self)
        self._told_place.grid(row=2, column=0, sticky="ew", pady=(2, 0))
        self._told_place.pack_propagate(False)
        self.told = ttk.Label(
            self._told_place,
            style="Quiet.TLabel",
            font=theme.SMALL_FONT,
            justify="left",
            anchor="nw",
        )
        self.told.pack(fill="both", expand=True)

    # showing

    def _show(self) -> None:
        self.board.show(self.presenter.heads)
        self._tell()

    def _from_top(self) -> None:
        self.board.top = self.board.row = 0
        self._show()

    def _tell(self) -> None:
        """The chosen cell in words, the counts, and what the buttons are set to."""
        self._tell_cell()
        self.tools.tell(self.presenter.filter_text, self.presenter.day_text)
        self.workplace.commands_changed()

    def _tell_cell(self) -> None:
        row, column = self.board.chosen, self.board.chosen_column
        self.told.configure(text=told(row, column, in_short=self._is_low) if row else "")

    def _marked(self) -> None:
        self.board.repaint(lambda row: False, self.presenter.heads)
        self._tell()

    def _sorted(self) -> None:
        self.board.heads = self.presenter.heads
        self._tell()

    def _filtered(self, wanted: Filter) -> None:
        self.presenter.use(wanted)
        self._from_top()
        self.shown()

    def _find(self, text: str) -> None:
        self.presenter.rows.find(text)
        self._from_top()

    def _listed(self, listed: str) -> None:
        self.presenter.rows.list_by(listed)
        self._from_top()

    def why(self) -> None:
        """Tell how the chosen cell came about."""
        if row := self.board.chosen:
            tell_why(self, self.presenter, row, self.board.chosen_column)

    def _open(self, row: CoverageRow, column: str) -> None:
        choose_behind(self, self.presenter, row, column)
