"""A board of rows × steps, painted for the rows that are seen: sign, words and colour in each cell.

Arrows move the cell, Enter or a double click opens what is behind it, a click on a heading sorts.
"""

from collections.abc import Callable, Mapping
from typing import Any

from census_desk.coverage.steps import Mark, State, Step
from census_desk.words import _
from ui import theme
from ui.widgets.board_moves import BoardMoves
from ui.widgets.mark_cells import mark_text, tones

PAD = 8
NARROW_EMS = 17  # a step's column narrower than this has smaller type and edges
UP, DOWN = "▲", "▼"
HEADS, RING = "heads", "ring"  # tags of what is painted anew with any row


class PaintedBoard(BoardMoves):
    """Paints BoardRows; `on_open()` goes behind the chosen cell.

    Subclasses say how the name of a row is painted and what is said when there is none.
    """

    step_of: Mapping[str, Step] = {}
    colours: theme.Palette
    cell_font: str
    cell_pad: int  # pixels between the edge of a cell and its words

    # what a child says

    def paint_name(self, row: Any, place: int, top: int, right: int) -> None:
        """Draw what a row is called."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What stands there when no row is shown."""
        raise NotImplementedError

    # painting

    def paint(self) -> None:
        """Draw headings and the rows that are seen."""
        self._look_anew()
        self.canvas.configure(background=self.colours.ground)
        self.canvas.delete("all")
        edges = self.edges()
        self.paint_heads(edges)
        for place in self.seen():
            self.paint_row(place, edges)
        if self.model.count:
            self.paint_ring(edges)
        else:
            self._paint_nothing()
        whole = max(1, self.model.count)
        self.bar.set(self.top / whole, min(1.0, (self.top + self.rows_seen) / whole))

    def repaint(self, is_changed: Callable[[Any], bool], heads: Mapping[str, str]) -> None:
        """Paint anew the rows that changed where they are seen, and the counts; nothing else."""
        self.heads = heads
        self._look_anew()
        edges = self.edges()
        for place in self.seen():
            if is_changed(self.model.at(place)):
                self.canvas.delete(_tag(place))
                self.paint_row(place, edges)
        self.canvas.delete(HEADS, RING)
        self.paint_heads(edges)
        if self.model.count:
            self.paint_ring(edges)

    def top_of(self, place: int) -> int:
        """The upper edge of a row."""
        return self.head_height + (place - self.top) * self.row_height

    def _look_anew(self) -> None:
        """Colours and type, asked once a painting: every question goes to the display."""
        steps = max(1, len(self.model.shown_columns) - 1)
        each = self.width * (1 - self.name_share) / steps
        is_narrow = each < theme.ems(self, NARROW_EMS)
        self.cell_font = theme.SMALL_FONT if is_narrow else "TkDefaultFont"
        self.cell_pad = PAD // 2 if is_narrow else PAD
        self.colours = theme.palette()
        self._tones = {state: tones(state) for state in State}

    def seen(self) -> range:
        """The places of the rows that are painted."""
        return range(self.top, min(self.model.count, self.top + self.rows_seen))

    def paint_row(self, place: int, edges: list[int]) -> None:
        """Draw one row: its name and a mark for each step."""
        self.tag = _tag(place)
        row = self.model.at(place)
        top = self.top_of(place)
        self.paint_name(row, place, top, edges[1])
        for at, step in enumerate(self.step_of.values(), 1):
            self._paint_mark(row.marks[step], edges[at], edges[at + 1], top)

    def paint_heads(self, edges: list[int]) -> None:
        """Draw titles and counts."""
        self.tag = HEADS
        colours = self.colours
        order = self.model.order
        for place, column in enumerate(self.model.shown_columns):
            sign = (DOWN if order.descending else UP) if order.column == column.name else ""
            pad = self.cell_pad if place else PAD
            room = edges[place + 1] - edges[place] - 2 * pad
            title = self.fitted(f"{_(column.label)} {sign}".rstrip(), room, theme.BOLD_FONT)
            left = edges[place] + pad
            self.canvas.create_text(
                left,
                3,
                text=title,
                anchor="nw",
                font=theme.BOLD_FONT,
                fill=colours.text,
                tags=self.tag,
            )
            below = self.heads.get(column.name, self.model.count_text).split("\n")
            self.canvas.create_text(
                left,
                3 + self.line(theme.BOLD_FONT),
                text="\n".join(self.fitted(line, room, theme.SMALL_FONT) for line in below),
                anchor="nw",
                font=theme.SMALL_FONT,
                fill=colours.quiet,
                tags=self.tag,
            )
        bottom = self.head_height - 2
        self.canvas.create_line(0, bottom, self.width, bottom, fill=colours.line, tags=self.tag)

    def _paint_mark(self, mark: Mark, left: int, right: int, top: int) -> None:
        ground, ink = self._tones[mark.state]
        bottom = top + self.row_height
        if ground:
            self.canvas.create_rectangle(
                left + 1, top + 1, right - 1, bottom - 1, width=0, fill=ground, tags=self.tag
            )
        pad = self.cell_pad
        text = mark_text(self, mark, right - left - 2 * pad + 2, self.cell_font)
        middle = (top + bottom) // 2
        self.canvas.create_text(
            left + pad,
            middle,
            text=text,
            anchor="w",
            fill=ink,
            font=self.cell_font,
            tags=self.tag,
        )

    def paint_ring(self, edges: list[int]) -> None:
        """Draw the line around the cell that has the keyboard."""
        top = self.top_of(self.row)
        if self.row in self.seen():
            box = (edges[self.column], top, edges[self.column + 1], top + self.row_height)
            self.ring(box, RING)

    def _paint_nothing(self) -> None:
        self.canvas.create_text(
            PAD,
            self.head_height + PAD,
            text=self.empty_text(),
            anchor="nw",
            fill=self.colours.quiet,
        )


def _tag(place: int) -> str:
    return f"row{place}"
