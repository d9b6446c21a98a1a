"""Hari ini: the figures of the day, the phases, every office's coverage, and what is due."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.due import DueItem
from census_desk.words import _, counted
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.home import HomePresenter
from ui.widgets import page
from ui.widgets.board import Board
from ui.widgets.cards import Cards
from ui.widgets.due_list import DueList
from ui.widgets.filter_box import FilterBox
from ui.widgets.painted import Painted
from ui.widgets.phase_bar import PhaseBarView
from ui.widgets.split import Split

if TYPE_CHECKING:
    from census_desk.register import Change

NARROW_EMS = 112  # below, board and list take turns
LOW_LINES = 17  # below, cards lose their note and the bar its place: the board needs the room


class TodayPage(page.Page):
    """What a morning starts with: the look of Beranda that is in front at first."""

    page_id = "home"
    _is_low = False

    def build(self) -> None:
        """Cards above, phases below them, board and list in the room that is left."""
        self.presenter = HomePresenter(self.workplace)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(3, weight=1)
        self.cards = Cards(self, on_open=self.workplace.go)
        self.cards.grid(row=0, column=0, sticky="ew")
        self.phases = PhaseBarView(self)
        self.phases.grid(row=1, column=0, sticky="ew", pady=(theme.GAP, 0))
        self._make_words().grid(row=2, column=0, sticky="ew", pady=(0, theme.GAP))
        self.split = Split(
            self, self.workplace.preferences, "split.home", share=0.67, narrow_ems=NARROW_EMS
        )
        self.split.grid(row=3, column=0, sticky="nsew")
        self._make_board(self.split.left)
        self._make_due(self.split.right)
        self.nothing = self._make_nothing()
        self.bind("<Configure>", self._resized, add="+")

    def refresh(self, change: "Change | None" = None) -> None:
        """Count anew when something shown here changed."""
        if not self.presenter.concerns(change):
            return
        if change is None:
            for each in painted(self):
                each.fonts_changed()  # F5, and after the type size was changed
        self.presenter.refresh(change)
        self.cards.show(self.presenter.cards)
        self.phases.show(self.presenter.phases)
        self._show_words()
        self.due.show(self.presenter.due)
        self.due_count.configure(text=str(len(self.presenter.due)))
        self._show_board()
        if self.presenter.is_empty:
            self.nothing.place(relx=0.5, rely=0.35, anchor="n")
        else:
            self.nothing.place_forget()

    def facts(self) -> str:
        """The working date in words; in a low window the stage too, which has no place below."""
        day, words = self.presenter.day_words, self.presenter.phases.words
        return f"{day} · {words}" if self._is_low and words else day

    def commands(self) -> Sequence[Command]:
        """Sorting, filtering and moving about; the figures themselves need none."""
        make = self._command
        return [
            make("filter", _("Saring papan"), self.filter_box.focus_box, icon="search",
                 keys=("Ctrl+F",), group=menus.VIEW),
            make("need", _("Urutkan menurut kebutuhan"), self._sort_by_need, icon="sort-down",
                 keys=("Ctrl+Shift+N",), group=menus.VIEW),
            make("listed", _("Urutkan menurut daftar OPD"), self._sort_as_listed,
                 icon="list-ol", keys=("Ctrl+Shift+O",), group=menus.VIEW),
            make("due", _("Yang perlu dikerjakan"), self._to_due, icon="list-check",
                 keys=("Ctrl+D",), group=menus.VIEW, toolbar="secondary"),
            make("remind", _("Buat pengingat untuk butir ini"), self.due.do_deed, icon="bell",
                 keys=("Ctrl+Shift+G",), enabled=self._has_deed),
            make("copy", _("Salin papan"), self._copy, icon="clipboard", keys=("Ctrl+Shift+C",),
                 group=menus.EDIT),
            make("escape", _("Kosongkan saringan"), self._escape, keys=("Esc",),
                 group=menus.VIEW),
        ]  # fmt: skip

    def panes(self) -> Sequence[tkinter.Misc]:
        """Cards, target, board, list."""
        return [self.cards.cards[0].canvas, self.target, self.board.canvas, self.due.canvas]

    def show_record(self, record_id: str) -> None:
        """Bring an office's row into view."""
        self.presenter.show_only(())
        self._show_board()
        place = self.presenter.board.place_of(record_id)
        if place >= 0:
            self.board.move(place - self.board.row)
            self.board.canvas.focus_set()

    def shown(self) -> None:
        """The board takes the keyboard."""
        self.board.canvas.focus_set()

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        is_low = event.height < LOW_LINES * self.board.line()
        if is_low is self._is_low:
            return
        self._is_low = is_low
        self.cards.be_low(is_low)
        if is_low:
            self.phases.grid_remove()
            self.words.pack_forget()
        else:
            self.phases.grid()
            self.words.pack(side="left")
        self.workplace.commands_changed()

    # making it

    def _make_words(self) -> ttk.Frame:
        """The line below the bar: the target, with its sum and sources on hover and focus."""
        frame = ttk.Frame(self)
        self.words = ttk.Label(frame, style="Quiet.TLabel")
        self.words.pack(side="left")
        self.target = ttk.Label(
            frame, bootstyle="primary", takefocus=1, icon="info-circle", compound="left"
        )
        self.target.pack(side="right")
        self.target_tip = ttk.ToolTip(
            self.target, text="", wraplength=theme.ems(self, 60), position="bottom left"
        )
        self.target.bind("<FocusIn>", lambda e: self.target_tip.show_tip(), add="+")
        self.target.bind("<FocusOut>", lambda e: self.target_tip.hide_tip(), add="+")
        return frame

    def _make_board(self, parent: ttk.Frame) -> None:
        parent.columnconfigure(0, weight=1)
        parent.rowconfigure(1, weight=1)
        self.filter_box = FilterBox(parent, self._filter, on_down=self._to_board)
        self.filter_box.grid(row=0, column=0, sticky="ew", pady=(0, 4))
        self.board = Board(
            parent,
            self.presenter.board,
            on_open=self.presenter.open_cell,
            on_move=self._tell,
            on_sort=self._tell,
        )
        self.board.grid(row=1, column=0, sticky="nsew")
        self.told = ttk.Label(parent, style="Quiet.TLabel", font=theme.SMALL_FONT)
        self.told.grid(row=2, column=0, sticky="ew", pady=(2, 0))

    def _make_due(self, parent: ttk.Frame) -> None:
        parent.columnconfigure(0, weight=1)
        parent.rowconfigure(1, weight=1)
        head = ttk.Frame(parent)
        head.grid(row=0, column=0, sticky="ew", pady=(0, 4))
        ttk.Label(head, text=_("Yang perlu dikerjakan"), style="Head.TLabel").pack(side="left")
        self.due_count = ttk.Label(head, style="Quiet.TLabel")
        self.due_count.pack(side="left", padx=theme.GAP)
        self.due = DueList(
            parent,
            on_open=self._open_due,
            deed_of=self.presenter.deed_of,
            on_deed=self.presenter.do_deed,
        )
        self.due.grid(row=1, column=0, sticky="nsew")

    def _make_nothing(self) -> ttk.Frame:
        frame = ttk.Frame(self, bootstyle="bordered", padding=24)
        text = _("Belum ada OPD. Tambahkan OPD, lalu papan ini memperlihatkan cakupannya.")
        ttk.Label(frame, text=text).pack(pady=(0, theme.GAP))
        ttk.Button(
            frame,
            text=_("Buka OPD & ASN"),
            bootstyle="primary",
            command=lambda: self.workplace.go("progress"),
        ).pack()
        return frame

    # showing

    def _show_words(self) -> None:
        target = self.presenter.target
        self.words.configure(text=self.presenter.phases.words)
        self.target.configure(
            text=target.line if target else _("Belum ada target yang berlaku (Pengaturan, Target).")
        )
        self.target_tip.configure(text=target.formula if target else "")

    def _show_board(self) -> None:
        self.board.show(self.presenter.heads)
        self._tell()

    def _tell(self) -> None:
        """The chosen cell in words, and how many offices are shown."""
        self.filter_box.show_count(self._count_text())
        self.told.configure(text=self.board.told())

    def _count_text(self) -> str:
        board = self.presenter.board
        count = counted("{count} OPD", "{count} OPD", board.total).format(count=board.count_text)
        if self.presenter.only:
            return _("{count} · hanya yang belum, Esc menampilkan semua").format(count=count)
        return (
            _("{count} · menurut kebutuhan").format(count=count)
            if (self.presenter.is_by_need)
            else count
        )

    # doing

    def _command(self, name: str, text: str, run: object, **more: object) -> Command:
        fields = {"id": f"home.{name}", "text": text, "run": run, "page": self.page_id}
        return Command(**(fields | more))  # type: ignore[arg-type]

    def _filter(self, text: str) -> None:
        self.presenter.board.filter(text)
        self.board.top = self.board.row = 0
        self._show_board()

    def _sort_by_need(self) -> None:
        self.presenter.sort_by_need()
        self._show_board()

    def _sort_as_listed(self) -> None:
        self.presenter.sort_as_listed()
        self._show_board()

    def _open_due(self, item: DueItem) -> None:
        self.presenter.open_due(item)
        if self.presenter.only:
            self._to_board()
            self._show_board()

    def _has_deed(self) -> bool:
        items = self.due.items
        return bool(items) and bool(self.presenter.deed_of(items[self.due.place]))

    def _to_due(self) -> None:
        self.split.show_right()
        self.due.canvas.focus_set()

    def _to_board(self) -> None:
        self.split.show_left()
        self.board.canvas.focus_set()

    def _copy(self) -> None:
        board = self.presenter.board
        board.select_all()
        self.workplace.copy(board.copy())
        board.select("")
        self.workplace.say(_("{count} OPD disalin.").format(count=board.count))

    def _escape(self) -> None:
        """Back from the list, out of the filter, to the whole board."""
        if self.filter_box.text:
            self.filter_box.clear()
        self.presenter.show_only(())
        self._to_board()
        self._show_board()


def painted(frame: TodayPage) -> Sequence[Painted]:
    """What is drawn by hand on this page: told when the font size changes."""
    return [frame.board, frame.due, frame.phases, *frame.cards.cards]
