"""A small table under or beside a page's own: heading, facts, rows, and buttons for the chosen."""

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.lookup import Lookup
from ui.tables import Column, EmptyState, TableModel
from ui.widgets.table_view import TableView


class RowsPanel(ttk.Frame):
    """`show(records, facts)`; `ids` are the chosen ones. Buttons stand right of the heading."""

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        columns: Sequence[Column],
        lookup: Lookup,
        *,
        empty: str = "",
        on_open: Callable[[str], object] = lambda record_id: None,
        on_select: Callable[[], object] = lambda: None,
        on_delete: Callable[[], object] = lambda: None,
        state_of: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = TableModel(columns, lookup)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        self._make_head(title)
        self._told, self._on_select = "", on_select
        self.table = TableView(
            self, self.model, on_open=on_open, on_select=self._selected, state_of=state_of
        )
        self.table.show_when_empty(EmptyState(text=empty))
        self.table.grid(row=1, column=0, sticky="nsew")
        self.foot = ttk.Frame(self)
        self.foot.grid(row=2, column=0, sticky="ew")
        self._sentence: list[ttk.Label] = []
        self._on_open, self._on_delete = on_open, on_delete
        self._bind_keys()

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen records."""
        return self.model.selected

    def show(self, records: Sequence[Any], facts: str) -> None:
        """Show these; what was chosen stays chosen where it still is."""
        self.model.set_records(tuple(records))
        self._told = facts
        self.table.paint()
        self.tell_chosen()

    def tell_chosen(self) -> None:
        """Say how many are chosen, beside the facts: most of them may stand out of sight."""
        count = len(self.model.selected)
        chosen = _("{count} dipilih").format(count=count) if count > 1 else ""
        self._facts.configure(text=" · ".join(part for part in (self._told, chosen) if part))
        self._head.event_generate("<Configure>", width=self._head.winfo_width())

    def _selected(self) -> None:
        self.tell_chosen()
        self._on_select()

    def set_title(self, text: str) -> None:
        """Another heading, already in the language of the screens."""
        self._title.configure(text=text)

    def tell(self, text: str) -> None:
        """A sentence in full under the rows, for what its cell cuts short."""
        if not self._sentence:
            label = ttk.Label(self.foot, style="Quiet.TLabel", justify="left")
            label.pack(anchor="w", pady=(theme.GAP // 2, 0))
            self.foot.bind(
                "<Configure>",
                lambda event: label.configure(wraplength=max(120, event.width - theme.GAP)),
            )
            self._sentence.append(label)
        self._sentence[0].configure(text=text)

    def add_button(
        self, text: str, run: Callable[[], object], *, icon: str = "", style: str = "secondary"
    ) -> ttk.Button:
        """A button in the heading's row."""
        button = ttk.Button(
            self.buttons, text=text, icon=icon or None, bootstyle=f"{style} outline", command=run
        )
        button.pack(side="left", padx=(theme.GAP // 2, 0))
        return button

    def _bind_keys(self) -> None:
        """Keys that mean this table while it has the focus, not the page's own table above it."""
        tree = self.table.tree
        for sequence, run in (
            ("<Return>", self._open_cursor),
            ("<KP_Enter>", self._open_cursor),
            ("<Delete>", self._on_delete),
            ("<Control-a>", self.table.select_all),
            ("<Control-A>", self.table.select_all),
            ("<Control-c>", self._copy),
            ("<Control-C>", self._copy),
        ):
            tree.bind(sequence, lambda event, run=run: self._do(run))  # type: ignore[misc]

    def _do(self, run: Callable[[], object]) -> str:
        run()
        return "break"

    def _open_cursor(self) -> None:
        if self.model.cursor:
            self._on_open(self.model.cursor)

    def _copy(self) -> None:
        if self.model.selected:
            self.clipboard_clear()
            self.clipboard_append(self.model.copy())

    def _make_head(self, title: str) -> None:
        head = self._head = ttk.Frame(self)
        head.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP // 2))
        head.columnconfigure(1, weight=1)
        self._title = ttk.Label(head, text=_(title), style="Head.TLabel")
        self._title.grid(row=0, column=0, sticky="w")
        self._facts = ttk.Label(head, style="Quiet.TLabel")
        self._facts.grid(row=0, column=1, sticky="w", padx=theme.GAP)
        self.buttons = ttk.Frame(head)
        self.buttons.grid(row=0, column=2, sticky="e")
        head.bind("<Configure>", self._place_facts)

    def _place_facts(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        """Beside the heading, or under it where the row is too short."""
        parts = (self._title, self._facts, self.buttons)
        wanted = sum(part.winfo_reqwidth() for part in parts) + 3 * theme.GAP
        if event.width >= wanted:
            self._facts.grid(row=0, column=1, columnspan=1, padx=theme.GAP)
        else:
            self._facts.grid(row=1, column=0, columnspan=3, padx=0)
