"""A table of any length: a Treeview of the rows that are seen, repainted from the TableModel.

    view = TableView(parent, model, on_select=show, on_open=edit)
    model.set_records(records); view.paint()

Nothing is read back from the Treeview: it eats leading zeros, the model knows the ids.
"""

import tkinter
from collections.abc import Callable, Mapping
from tkinter import font as tkfont

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.tables import Column, EmptyState, TableModel
from ui.widgets.column_widths import fitted
from ui.widgets.empty_hint import EmptyHint
from ui.widgets.fitting import Fitting
from ui.widgets.keyboard import has_focus
from ui.widgets.table_moves import TableMoves

SPARE_ROWS = 1
LEAST_EMS = 8  # a text column gets no narrower; the table scrolls across then
EDGE = 4
CELL_EDGES = 10  # pixels of a cell that hold no text


class TableView(TableMoves):
    """The rows that are seen, with keys, mouse, scrollbar, headings and a focus ring.

    `on_select()` follows every move of the selection, `on_open(id)` Enter and double click,
    `on_layout()` a change of order, columns or widths by the person, `on_menu(x, y)` a right
    click or the menu key. `state_of(record)` may answer "success", "warning", "danger" or "" to
    colour a row's text (the words must say it too).
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        model: TableModel,
        *,
        on_select: Callable[[], object] = lambda: None,
        on_open: Callable[[str], object] = lambda record_id: None,
        on_layout: Callable[[], object] = lambda: None,
        on_menu: Callable[[int, int], object] | None = None,
        state_of: Callable[[object], str] | None = None,
        multiple: bool = True,
    ) -> None:
        super().__init__(parent, highlightthickness=2, bd=0)
        self.model = model
        self.top = 0
        self._on_select = on_select
        self._on_open = on_open
        self._on_layout = on_layout
        self._on_menu = on_menu
        self._state_of = state_of
        self._multiple = multiple
        self._pool: list[str] = []
        self._attached = 0
        self._own_widths: dict[str, int] = {}
        self._height = 1
        self._widths_before: dict[str, int] = {}
        self._typed = ""
        self._forget_typed = ""
        self.hint = EmptyHint(self)
        self._empty: EmptyState | None = None
        self._fitting = Fitting(self, "TkDefaultFont")
        self._heads = Fitting(self, "TkHeadingFont")
        self._make()
        self._bind_keys()
        self._recolour()

    # what a page does with it

    def paint(self) -> None:
        """Show the model as it is now."""
        self.top = max(0, min(self.top, self.model.count - self._height))
        rows = self.model.window(self.top, self._height + SPARE_ROWS)
        self._attach(len(rows))
        self._fitting.renew()
        rooms = [width - CELL_EDGES for width in self.widths().values()]
        for place, (iid, row) in enumerate(zip(self._pool, rows, strict=False)):
            state = self._state_of(self.model.at(self.top + place)) if self._state_of else ""
            tags = (("stripe",) if row.striped else ()) + ((state,) if state else ())
            texts = tuple(map(self._fitting.fit, row.texts, rooms))
            self.tree.item(iid, values=texts, tags=tags)
        # Before the first Configure the pool is empty: what is seen is painted then.
        shown = zip(self._pool, rows, strict=False)
        self.tree.selection_set([iid for iid, row in shown if row.selected])
        self._set_scrollbar()
        self.hint.show(self.model, self._empty)

    def show_columns(self) -> None:
        """Take over the model's columns: after a change of which are shown."""
        columns = self.model.shown_columns
        self.tree.configure(columns=[column.name for column in columns])
        for column in columns:
            self.tree.column(
                column.name,
                width=self._natural_width(column),
                minwidth=theme.ems(self, 5),
                anchor=column.align,
                stretch=False,
            )
            self.tree.heading(
                column.name,
                anchor=column.align,
                command=lambda name=column.name: self._sort(name),
            )
        self._own_widths = {}
        self._fit_columns()

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Put back the widths a person chose, in pixels."""
        self._own_widths = dict(widths)
        self._fit_columns()
        self.paint()

    def widths(self) -> dict[str, int]:
        """The columns' widths now, in pixels."""
        return {c.name: int(self.tree.column(c.name, "width")) for c in self.model.shown_columns}

    def show(self, record_id: str) -> bool:
        """Select a record and scroll to it; False when the filter hides it or it is gone."""
        place = self.model.place_of(record_id)
        if place < 0:
            return False
        self.model.select(record_id)
        self._scroll_to(place)
        self.paint()
        return True

    def focus_table(self) -> None:
        """Take the keyboard; the first row is selected when none is."""
        if self.model.count and not self.model.cursor:
            self._go(self.top)
        self.update_idletasks()  # only what is mapped takes the focus
        self.tree.focus_set()

    def show_when_empty(self, empty: EmptyState) -> None:
        """What to say when there is no record at all."""
        self._empty = empty

    # making it

    def _make(self) -> None:
        self.tree = ttk.Treeview(self, show="headings", bootstyle="table", selectmode="none")
        self._scrollbar = ttk.Scrollbar(self, orient="vertical", command=self._scrollbar_moved)
        self._across = ttk.Scrollbar(self, orient="horizontal", command=self.tree.xview)
        self.tree.grid(row=0, column=0, sticky="nsew")
        self._scrollbar.grid(row=0, column=1, sticky="ns")
        self.tree.configure(xscrollcommand=self._set_across)
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.show_columns()

    def _bind_keys(self) -> None:
        tree = self.tree
        tree.bind("<Configure>", self._resized)
        tree.bind("<Button-1>", self._clicked)
        tree.bind("<Double-Button-1>", self._double_clicked)
        tree.bind("<ButtonRelease-1>", self._released, add="+")
        tree.bind("<Button-3>", self._right_clicked)
        for sequence in ("<Key-Menu>", "<Shift-Key-F10>", "<Key-App>"):
            self._bind_if_known(sequence, self._menu_key)
        tree.bind("<MouseWheel>", lambda e: self._wheel(-1 if e.delta > 0 else 1))
        tree.bind("<Button-4>", lambda e: self._wheel(-1))
        tree.bind("<Button-5>", lambda e: self._wheel(1))
        tree.bind("<Key>", self._key)
        tree.bind("<FocusIn>", lambda e: self._recolour())
        tree.bind("<FocusOut>", lambda e: self._recolour())
        self.bind("<<ThemeChanged>>", lambda e: self._recolour())
        self.bind("<Destroy>", self._destroyed)

    def _recolour(self) -> None:
        if not self.tree.winfo_exists():
            return
        colours = theme.palette()
        focused = has_focus(self.tree)
        ring = colours.primary if focused else colours.ground
        self.configure(background=colours.line, highlightbackground=ring, highlightcolor=ring)
        self.tree.tag_configure("stripe", background=colours.stripe)
        for state in ("success", "warning", "danger"):
            self.tree.tag_configure(state, foreground=getattr(colours, state))
        style = ttk.Style.get_instance()
        if style is not None:
            name = self.tree.cget("style")
            style.configure(name, rowheight=theme.row_height(self))
            style.map(
                name,
                background=[("selected", colours.chosen)],
                foreground=[("selected", colours.chosen_text)],
            )

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        before = self.widths()
        self._fit_columns()
        row = theme.row_height(self)
        heading = row + theme.GAP
        height = max(1, (event.height - heading) // row)
        if height != self._height or len(self._pool) != height + SPARE_ROWS:
            self._height = height
            while len(self._pool) < height + SPARE_ROWS:
                self._pool.append(self.tree.insert("", "end", iid=f"row{len(self._pool)}"))
            self.tree.delete(*self._pool[height + SPARE_ROWS :])
            del self._pool[height + SPARE_ROWS :]
            self._attached = -1
            self.paint()
        elif self.widths() != before:
            self.paint()

    def _destroyed(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self and self._forget_typed:
            self.after_cancel(self._forget_typed)

    def _attach(self, count: int) -> None:
        """Let exactly that many rows of the pool stand in the Treeview."""
        count = min(count, len(self._pool))
        if count != self._attached:
            self.tree.set_children("", *self._pool[:count])
            self._attached = count

    # columns

    def _natural_width(self, column: Column) -> int:
        heading = tkfont.nametofont("TkHeadingFont", self).measure(f"{_(column.label)} ▲")
        return max(theme.ems(self, column.ems) + 2 * theme.GAP, heading + 2 * theme.GAP)

    def _fit_columns(self) -> None:
        """Share the place: text columns give and take, figures and days keep their width.

        Widths a person chose are kept; what does not fit then is scrolled across.
        """
        columns = self.model.shown_columns
        natural = {column.name: self._natural_width(column) for column in columns}
        room = self.tree.winfo_width()
        widths = fitted(
            columns,
            natural,
            self._own_widths,
            room=room - EDGE if room > 1 else 0,
            least=theme.ems(self, LEAST_EMS),
        )
        for name, width in widths.items():
            self.tree.column(name, width=width)
        self._label_headings()

    # headings

    def _label_headings(self) -> None:
        self._heads.renew()
        for column in self.model.shown_columns:
            room = int(self.tree.column(column.name, "width")) - CELL_EDGES
            self.tree.heading(column.name, text=self._heads.fit(self._heading(column), room))

    def _heading(self, column: Column) -> str:
        if self.model.order.column != column.name:
            return _(column.label)
        return f"{_(column.label)} {'▼' if self.model.order.descending else '▲'}"

    def _sort(self, name: str) -> None:
        self.model.toggle_sort(name)
        self.sorted_anew()
        self._on_layout()

    def sorted_anew(self) -> None:
        """The model's order changed: mark the heading, keep the cursor in view."""
        self._label_headings()
        place = self.model.place_of(self.model.cursor)
        if place >= 0:
            self._scroll_to(place)
        self.paint()

    def _set_scrollbar(self) -> None:
        count = max(self.model.count, 1)
        if self._height >= count:
            self._scrollbar.grid_remove()
        else:
            self._scrollbar.grid()
        self._scrollbar.set(self.top / count, min(1.0, (self.top + self._height) / count))

    def _set_across(self, first: str, last: str) -> None:
        if float(first) <= 0 and float(last) >= 1:
            self._across.grid_remove()
        else:
            self._across.grid(row=1, column=0, sticky="ew")
        self._across.set(first, last)
