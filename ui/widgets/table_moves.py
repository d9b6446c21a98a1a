"""Moving in a table by mouse and keys: the half of TableView that answers a person."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from ui import theme
from ui.tables import TableModel

TYPE_AHEAD_MS = 900
MENU_STATE_SHIFT, MENU_STATE_CONTROL = 0x1, 0x4


class TableMoves(tkinter.Frame):
    """Scrolling, selecting, typing ahead; TableView paints."""

    model: TableModel
    tree: ttk.Treeview
    top: int
    _height: int
    _pool: list[str]
    _multiple: bool
    _typed: str
    _forget_typed: str
    _own_widths: dict[str, int]
    _widths_before: dict[str, int]
    _on_select: Callable[[], object]
    _on_open: Callable[[str], object]
    _on_layout: Callable[[], object]
    _on_menu: Callable[[int, int], object] | None

    def paint(self) -> None:
        """Show the model as it is now."""
        raise NotImplementedError

    def widths(self) -> dict[str, int]:
        """The columns' widths now."""
        raise NotImplementedError

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
