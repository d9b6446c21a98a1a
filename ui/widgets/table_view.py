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

TYPE_AHEAD_MS = 900
SPARE_ROWS = 1
FIRM_EMS = 13  # days, states and short codes are no wider: they keep their width
LEAST_EMS = 8  # a text column gets no narrower; the table scrolls across then
EDGE = 4
MENU_STATE_SHIFT, MENU_STATE_CONTROL = 0x1, 0x4


def shared(natural: Mapping[str, int], room: int, least: int) -> dict[str, int]:
    """Widths that fill `room`: too little is taken from the widest, too much goes to them."""
    whole = sum(natural.values())
    if whole <= room:
        more = room - whole
        return {name: width + more * width // whole for name, width in natural.items()}
    level, left, open_columns = 0, room, len(natural)
    for width in sorted(natural.values()):
        level = left // open_columns
        if width > level:
            break
        left -= width
        open_columns -= 1
    return {name: min(width, max(level, least)) for name, width in natural.items()}


class TableView(tkinter.Frame):
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
        self._hint: tkinter.Widget | None = None
        self._empty: EmptyState | None = None
        self._make()
        self._bind_keys()
        self._recolour()

    # what a page does with it

    def paint(self) -> None:
        """Show the model as it is now."""
        self.top = max(0, min(self.top, self.model.count - self._height))
        rows = self.model.window(self.top, self._height + SPARE_ROWS)
        self._attach(len(rows))
        for place, (iid, row) in enumerate(zip(self._pool, rows, strict=False)):
            state = self._state_of(self.model.at(self.top + place)) if self._state_of else ""
            tags = (("stripe",) if row.striped else ()) + ((state,) if state else ())
            self.tree.item(iid, values=row.texts, tags=tags)
        # Before the first Configure the pool is empty: what is seen is painted then.
        shown = zip(self._pool, rows, strict=False)
        self.tree.selection_set([iid for iid, row in shown if row.selected])
        self._set_scrollbar()
        self._show_hint()

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
        self._label_headings()
        self._own_widths = {}
        self._fit_columns()

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Put back the widths a person chose, in pixels."""
        self._own_widths = dict(widths)
        self._fit_columns()

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

    def _bind_if_known(self, sequence: str, handler: "Callable[..., object]") -> None:
        try:
            self.tree.bind(sequence, handler)
        except tkinter.TclError:  # a keysym of the other platform
            return

    def _recolour(self) -> None:
        if not self.tree.winfo_exists():
            return
        colours = theme.palette()
        focused = self.focus_get() is self.tree
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
        return max(theme.ems(self, column.ems) + 2 * theme.GAP, heading + 3 * theme.GAP)

    def _fit_columns(self) -> None:
        """Share the place: text columns give and take, figures and days keep their width.

        Widths a person chose are kept; what does not fit then is scrolled across.
        """
        columns = self.model.shown_columns
        natural = {c.name: self._natural_width(c) for c in columns}
        soft = [
            c.name
            for c in columns
            if c.align == "w" and c.ems > FIRM_EMS and c.name not in self._own_widths
        ]
        firm = sum(self._own_widths.get(n, w) for n, w in natural.items() if n not in soft)
        room = self.tree.winfo_width() - firm - EDGE
        widths = natural | {n: w for n, w in self._own_widths.items() if n in natural}
        if soft and self.tree.winfo_width() > 1:
            least = theme.ems(self, LEAST_EMS)
            widths |= shared({name: natural[name] for name in soft}, room, least)
        for name, width in widths.items():
            self.tree.column(name, width=width)

    # headings

    def _label_headings(self) -> None:
        for column in self.model.shown_columns:
            self.tree.heading(column.name, text=self._heading(column))

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

    # scrolling

    def _scroll_to(self, place: int) -> None:
        if place < self.top:
            self.top = place
        elif place >= self.top + self._height:
            self.top = place - self._height + 1

    def scroll(self, rows: int) -> None:
        """Move what is seen by that many rows."""
        top = max(0, min(self.top + rows, self.model.count - self._height))
        if top != self.top:
            self.top = top
            self.paint()

    def _scrollbar_moved(self, kind: str, amount: str, unit: str = "") -> None:
        if kind == "moveto":
            self.scroll(round(float(amount) * self.model.count) - self.top)
        else:
            self.scroll(int(amount) * (self._height if unit == "pages" else 1))

    def _wheel(self, direction: int) -> str:
        self.scroll(3 * direction)
        return "break"

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

    # mouse

    def _place_under(self, y: int) -> int:
        iid = self.tree.identify_row(y)
        place = self.top + self._pool.index(iid) if iid in self._pool else -1
        return place if place < self.model.count else -1

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        self._widths_before = self.widths()
        if self.tree.identify_region(event.x, event.y) not in ("cell", "nothing"):
            return None
        self.tree.focus_set()
        place = self._place_under(event.y)
        if place >= 0:
            state = int(event.state)
            self._go(
                place,
                extend=bool(state & MENU_STATE_SHIFT),
                toggle=bool(state & MENU_STATE_CONTROL),
            )
        return "break"

    def _double_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        place = self._place_under(event.y)
        if place < 0 or self.tree.identify_region(event.x, event.y) != "cell":
            return None
        self._on_open(self.model.at(place).id)
        return "break"

    def _released(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if self.widths() != self._widths_before:
            self._own_widths = self.widths()
            self._on_layout()

    def _right_clicked(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        place = self._place_under(event.y)
        if place >= 0 and self.model.at(place).id not in self.model.selected:
            self._go(place)
        if self._on_menu is not None:
            self._on_menu(event.x_root, event.y_root)
        return "break"

    def _menu_key(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        if self._on_menu is not None:
            row = max(0, self.model.place_of(self.model.cursor) - self.top) + 1
            y = self.tree.winfo_rooty() + row * theme.row_height(self)
            self._on_menu(self.tree.winfo_rootx() + theme.ems(self, 4), y)
        return "break"

    # keys: moving and selecting are the table's own; everything else is a command

    def _key(self, event: "tkinter.Event[tkinter.Misc]") -> str | None:
        state = int(event.state)
        shift, control = bool(state & MENU_STATE_SHIFT), bool(state & MENU_STATE_CONTROL)
        if event.keysym in ("Prior", "Next") and control:
            return None
        moves = {
            "Up": -1,
            "Down": 1,
            "Prior": -self._height,
            "Next": self._height,
            "Home": -self.model.count,
            "End": self.model.count,
        }
        if event.keysym in moves:
            self._move(moves[event.keysym], extend=shift, keep=control)
            return "break"
        if event.keysym == "space" and control and self.model.cursor:
            self.model.toggle(self.model.cursor)
            self._selection_moved()
            return "break"
        if event.char and event.char.isprintable() and not control and not state & 0x8:
            return self._type_ahead(event.char)
        return None

    def _move(self, step: int, *, extend: bool, keep: bool) -> None:
        if not self.model.count:
            return
        here = self.model.place_of(self.model.cursor)
        place = max(0, min(self.model.count - 1, here + step)) if here >= 0 else self.top
        if keep:
            self.model.cursor = self.model.at(place).id
            self._scroll_to(place)
            self.paint()
        else:
            self._go(place, extend=extend)

    def _go(self, place: int, *, extend: bool = False, toggle: bool = False) -> None:
        record_id = self.model.at(place).id
        if extend and self._multiple:
            self.model.extend(record_id)
        elif toggle and self._multiple:
            self.model.toggle(record_id)
        else:
            self.model.select(record_id)
        self._scroll_to(place)
        self._selection_moved()

    def select_all(self) -> None:
        """Select every record the filter leaves."""
        if self._multiple:
            self.model.select_all()
            self._selection_moved()

    def _selection_moved(self) -> None:
        self.paint()
        self._on_select()

    def _type_ahead(self, char: str) -> str:
        if self._forget_typed:
            self.after_cancel(self._forget_typed)
        self._typed += char
        self._forget_typed = self.after(TYPE_AHEAD_MS, self._typing_over)
        here = max(0, self.model.place_of(self.model.cursor))
        place = self.model.find_from(here, self._typed)
        if place >= 0:
            self._go(place)
        return "break"

    def _typing_over(self) -> None:
        self._typed = self._forget_typed = ""

    # nothing to show

    def _show_hint(self) -> None:
        if self._hint is not None:
            self._hint.destroy()
            self._hint = None
        if self.model.count:
            return
        self._hint = hint = ttk.Frame(self)
        filtered = bool(self.model.total)
        text = self._nothing_found() if filtered else self._empty.text if self._empty else ""
        ttk.Label(
            hint, text=text, style="Quiet.TLabel", justify="center", wraplength=theme.ems(self, 44)
        ).grid()
        if not filtered and self._empty and self._empty.run:
            button = ttk.Button(
                hint, text=self._empty.action, bootstyle="primary", command=self._empty.run
            )
            button.grid(pady=(theme.GAP * 2, 0))
        hint.place(relx=0.5, rely=0.45, anchor="center")

    def _nothing_found(self) -> str:
        return _("Tidak ada yang cocok dengan “{text}”. Esc mengosongkan saringan.").format(
            text=self.model.filter_text
        )
