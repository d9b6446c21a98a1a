"""Meja daftar: a field that keeps the keyboard, an answer that is read from two metres away."""

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.indonesian import number
from census_desk.sessions.door import Counters
from census_desk.sessions.recording import Expected
from census_desk.words import N_, _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.attendance import ChosenSession
from ui.presenters.door import ARRIVALS, DoorPresenter, Shown
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import ERROR, INFO, OK, WARNING, Workplace

if TYPE_CHECKING:
    from census_desk.register import Change

SUGGESTIONS = 5


class DoorPage(page.Page):
    """For one person a second, with the keyboard or a scanner alone."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace, chosen: ChosenSession) -> None:
        super().__init__(parent, workplace)
        self._chosen = chosen
        self._found: Sequence[Expected] = ()

    def build(self) -> None:
        self.columnconfigure(0, weight=1)
        self.rowconfigure(3, weight=1)
        self._make_counters()
        self._make_field()
        self._make_answer()
        self.rows = RowsPanel(
            self,
            N_("Yang baru hadir"),
            ARRIVALS,
            self.workplace.lookup,
            empty=_("Belum ada yang dicatat di meja ini."),
        )
        self.rows.grid(row=3, column=0, sticky="nsew", pady=(theme.GAP, 0))
        self.presenter = DoorPresenter(self.workplace, self, self._chosen)
        self.presenter.use_session()
        self._chosen.listen(self.presenter.use_session)
        self.bind("<<ThemeChanged>>", lambda event: self._recolour(), add="+")

    def refresh(self, change: "Change | None" = None) -> None:
        self.presenter.refresh(change.rev if change and not change.by_other else 0)

    def facts(self) -> str:
        return _("Enter mencatat · F3 tamu · F9 membatalkan yang terakhir")

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.field, self.rows.table]

    def shown(self) -> None:
        self.field.focus_set()

    def commands(self) -> Sequence[Command]:
        can_write = lambda: not self.workplace.read_only  # noqa: E731
        return [
            command_of(
                "attendance",
                "guest",
                _("Catat sebagai tamu"),
                lambda: self.presenter.guest(self.text.get()),
                icon="person-plus",
                keys=("F3",),
                enabled=can_write,
                toolbar="secondary",
            ),
            command_of(
                "attendance",
                "take_back",
                _("Batalkan yang terakhir"),
                self.presenter.undo,
                icon="arrow-counterclockwise",
                keys=("F9",),
                enabled=can_write,
                toolbar="secondary",
            ),
            command_of(
                "attendance",
                "door_field",
                _("Kembali ke isian nama"),
                self._next,
                keys=("Esc",),
                group=menus.VIEW,
            ),
        ]

    # what the presenter asks

    def show_answer(self, shown: Shown) -> None:
        self._kind = shown.kind
        self.head.configure(text=shown.head)
        self.sentence.configure(text=shown.sentence)
        self._recolour()

    def show_counters(self, counters: Counters) -> None:
        figures = (counters.invited, counters.came, counters.missing, counters.guests)
        for label, figure in zip(self._figures, figures, strict=True):
            label.configure(text=number(figure))

    def show_found(self, people: Sequence[Expected]) -> None:
        self._found = people[:SUGGESTIONS]
        self.list.delete(0, "end")
        for one in self._found:
            told = " · ".join(filter(None, (one.name, one.position or one.unit)))
            self.list.insert("end", f"  {told}")
        if self._found:
            self._mark(0)

    def show_arrivals(self, people: Sequence[Expected]) -> None:
        self.rows.show(people, "")

    def clear(self) -> None:
        self._quiet = True
        self.text.set("")
        self._quiet = False
        self.show_found(())

    # inside

    def _make_counters(self) -> None:
        line = ttk.Frame(self)
        line.grid(row=0, column=0, sticky="ew")
        self._figures = []
        for place, name in enumerate((_("diundang"), _("hadir"), _("belum"), _("tamu"))):
            figure = ttk.Label(line, font=theme.FIGURE_FONT)
            figure.grid(row=0, column=2 * place, sticky="s")
            told = ttk.Label(line, text=name, style="Quiet.TLabel")
            told.grid(row=0, column=2 * place + 1, sticky="s", padx=(4, theme.GAP * 3), pady=(0, 4))
            self._figures.append(figure)

    def _make_field(self) -> None:
        self._quiet = False
        self.text = ttk.StringVar(self)
        self.field = ttk.Entry(self, textvariable=self.text, font=theme.TITLE_FONT)
        self.field.grid(row=1, column=0, sticky="ew", pady=(theme.GAP // 2, 0))
        self.text.trace_add("write", self._typed)
        for key in ("<Return>", "<KP_Enter>"):
            self.field.bind(key, lambda event: self._enter())
        self.field.bind("<Down>", lambda event: self._step(1))
        self.field.bind("<Up>", lambda event: self._step(-1))

    def _make_answer(self) -> None:
        self._kind = INFO
        place = ttk.Frame(self)
        place.grid(row=2, column=0, sticky="ew", pady=(theme.GAP, 0))
        place.columnconfigure(0, weight=1, uniform="halves")
        place.columnconfigure(1, weight=1, uniform="halves")
        self.list = tkinter.Listbox(
            place,
            height=SUGGESTIONS,
            activestyle="none",
            bd=0,
            highlightthickness=1,
            exportselection=False,
            takefocus=False,
            font="TkDefaultFont",
        )
        self.list.grid(row=0, column=0, sticky="nsew", padx=(0, theme.GAP))
        self.list.bind("<ButtonRelease-1>", lambda event: self._enter())
        self.card = tkinter.Frame(place)
        self.card.grid(row=0, column=1, sticky="nsew")
        self.head = tkinter.Label(self.card, font=theme.TITLE_FONT, anchor="w", justify="left")
        self.head.pack(fill="x", padx=theme.GAP * 2, pady=(theme.GAP, 0))
        self.sentence = tkinter.Label(self.card, anchor="w", justify="left")
        self.sentence.pack(fill="x", padx=theme.GAP * 2, pady=(2, theme.GAP))
        self.card.bind("<Configure>", self._rewrap)

    def _typed(self, *_names: str) -> None:
        if not self._quiet:
            self.presenter.typed(self.text.get())

    def _enter(self) -> str:
        here = self.list.curselection()
        chosen = self._found[int(here[0])].id if here and self._found else ""
        self.presenter.enter(self.text.get(), chosen)
        self.field.focus_set()
        return "break"

    def _step(self, step: int) -> str:
        if self._found:
            here = self.list.curselection()
            start = int(here[0]) if here else -1
            self._mark(max(0, min(len(self._found) - 1, start + step)))
        return "break"

    def _mark(self, row: int) -> None:
        self.list.selection_clear(0, "end")
        self.list.selection_set(row)
        self.list.see(row)

    def _next(self) -> None:
        self.clear()
        self.field.focus_set()

    def _recolour(self) -> None:
        colours = theme.palette()
        grounds = {
            OK: colours.ok_ground,
            INFO: colours.info_ground,
            WARNING: colours.warning_ground,
            ERROR: colours.error_ground,
        }
        ground = grounds[self._kind]
        for widget in (self.card, self.head, self.sentence):
            widget.configure(background=ground)
        self.head.configure(foreground=colours.text)
        self.sentence.configure(foreground=colours.text)
        self.list.configure(
            background=colours.ground,
            foreground=colours.text,
            selectbackground=colours.chosen,
            selectforeground=colours.chosen_text,
            highlightbackground=colours.line,
            highlightcolor=colours.line,
        )

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        for label in (self.head, self.sentence):
            label.configure(wraplength=max(120, event.width - 4 * theme.GAP))
