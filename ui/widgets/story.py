"""A page of parts with lines that open records, painted: two columns, one where it is narrow."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from census_desk.coverage.steps import Mark, Step
from ui import theme
from ui.presenters.office_lines import Line
from ui.presenters.office_page import LEFT, Part
from ui.widgets.marks_strip import paint_marks
from ui.widgets.painted import Painted
from ui.widgets.trend import paint_trend, trend_height

PAD = 8
GUTTER = 28
AFTER_PART = 14
AFTER_LINE = 6
NARROW_EMS = 96  # below, the columns stand one below the other
WHEN_EMS = 8
STEP = 3  # lines of text a turn of the wheel moves


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a line was painted."""

    column: int
    left: int
    top: int
    right: int
    bottom: int
    line: Line


class StoryView(Painted):
    """`show(parts)` paints them; arrows move from line to line, Enter opens the record."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        on_open: Callable[[Line], object],
        on_move: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent, scrolls=True)
        self._on_open, self._on_move = on_open, on_move
        self.parts: Sequence[Part] = ()
        self.marks: Mapping[Step, Mark] = {}
        self.place = 0
        self.top = 0
        self._boxes: list[_Box] = []
        self._tall = 0
        self._bind_keys()

    def show(
        self, parts: Sequence[Part], marks: Mapping[Step, Mark], *, from_top: bool = False
    ) -> None:
        """Paint these; `marks` are the office's cells of the board, `from_top` for another's."""
        self.parts, self.marks = parts, marks
        if from_top:
            self.place = self.top = 0
        self.paint()

    @property
    def chosen(self) -> Line | None:
        """The line the keyboard is on."""
        return self._boxes[self.place].line if self.place < len(self._boxes) else None

    def open(self) -> None:
        """Open the record behind the chosen line."""
        if line := self.chosen:
            self._on_open(line)

    def move(self, steps: int) -> None:
        """Go on to another line in reading order and bring it into view."""
        self._go(max(0, min(len(self._boxes) - 1, self.place + steps)))

    def across(self) -> None:
        """Go to the line at the same height in the other column."""
        if self.place >= len(self._boxes):
            return
        here = self._boxes[self.place]
        others = [n for n, box in enumerate(self._boxes) if box.column != here.column]
        if others:
            self._go(min(others, key=lambda n: abs(self._boxes[n].top - here.top)))

    def scroll(self, steps: int) -> None:
        """Move the page by some lines of text."""
        self.top += steps * STEP * self.line()
        self.paint()

    def scroll_to_share(self, share: float) -> None:
        """Follow the scrollbar."""
        self.top = round(share * self._tall)
        self.paint()

    # painting

    def paint(self) -> None:
        """Draw every part; an office has never more than a page or two."""
        self.canvas.configure(background=theme.palette().ground)
        self.canvas.delete("all")
        self._boxes = []
        bottoms = self._paint_columns()
        self._tall = max(bottoms, default=0)
        self.place = max(0, min(self.place, len(self._boxes) - 1))
        self._paint_chosen()
        self.top = max(0, min(self.top, self._tall - self.height))
        self.canvas.move("all", 0, -self.top)
        whole = max(1, self._tall)
        self.bar.set(self.top / whole, min(1.0, (self.top + self.height) / whole))

    def _paint_columns(self) -> list[int]:
        under = paint_marks(self, self.marks, self.width - PAD) if self.marks else 0
        if self.width < theme.ems(self, NARROW_EMS):
            return [self._paint_parts(self.parts, LEFT, under, 0, self.width - PAD)]
        half = (self.width - GUTTER) // 2
        bottoms = []
        for column in sorted({part.column for part in self.parts}):
            left = column * (half + GUTTER)
            parts = [part for part in self.parts if part.column == column]
            bottoms.append(self._paint_parts(parts, column, under, left, left + half))
        return bottoms

    def _paint_parts(
        self, parts: Sequence[Part], column: int, at: int, left: int, right: int
    ) -> int:
        for part in parts:
            at = self._paint_head(part, at, left, right)
            if part.trend:
                paint_trend(self, part.trend, left, at, right)
                at += trend_height(self)
            for line in part.lines:
                at = self._paint_line(line, column, at, left, right, self._when_room(part))
            if not part.lines:
                at = self._text(part.empty, left + PAD, at, right - left - PAD, "quiet") + PAD
            at += AFTER_PART
        return at

    def _paint_head(self, part: Part, top: int, left: int, right: int) -> int:
        colours = theme.palette()
        title = self.canvas.create_text(
            left, top, text=part.title, anchor="nw", font=theme.HEAD_FONT, fill=colours.text
        )
        box = self.canvas.bbox(title)
        beside = box[2] + PAD * 2
        self.canvas.create_text(
            beside,
            box[3] - 2,
            text=self.fitted(part.facts, right - beside, theme.SMALL_FONT),
            anchor="sw",
            font=theme.SMALL_FONT,
            fill=colours.quiet,
        )
        bottom = int(box[3]) + 3
        self.canvas.create_line(left, bottom, right, bottom, fill=colours.line)
        return bottom + 5

    def _when_room(self, part: Part) -> int:
        every = [self.measure(line.when, theme.SMALL_FONT) for line in part.lines if line.when]
        return max([*every, theme.ems(self, WHEN_EMS)]) + 2 * PAD if every else PAD

    def _paint_line(
        self, line: Line, column: int, top: int, left: int, right: int, when: int
    ) -> int:
        colours = theme.palette()
        ink = getattr(colours, line.tone)
        self.canvas.create_text(
            left + PAD,
            top + 2,
            text=line.when,
            anchor="nw",
            font=theme.SMALL_FONT,
            fill=colours.quiet,
        )
        room = right - left - when - PAD
        bottom = self._text(line.what, left + when, top, room, "text")
        if line.state:
            bottom = self._text(line.state, left + when, bottom, room, line.tone, theme.SMALL_FONT)
            self.canvas.create_rectangle(left, top + 2, left + 3, bottom - 1, width=0, fill=ink)
        self._boxes.append(_Box(column, left, top - 3, right, bottom + 2, line))
        return bottom + AFTER_LINE

    def _text(
        self, text: str, left: int, top: int, room: int, tone: str, font: str = "TkDefaultFont"
    ) -> int:
        item = self.canvas.create_text(
            left,
            top,
            text=text,
            anchor="nw",
            width=max(60, room),
            font=font,
            fill=getattr(theme.palette(), tone),
        )
        box = self.canvas.bbox(item)
        return int(box[3]) if box else top

    def _paint_chosen(self) -> None:
        if not self._boxes or not self.has_focus:
            return
        box = self._boxes[self.place]
        ground = self.canvas.create_rectangle(
            box.left, box.top, box.right, box.bottom, width=0, fill=theme.palette().chosen
        )
        self.canvas.tag_lower(ground)
        self.ring((box.left, box.top, box.right, box.bottom))

    # keys and mouse

    def _go(self, place: int) -> None:
        self.place = max(0, place)
        if self._boxes:
            box = self._boxes[self.place]
            first = self.place == 0 or self._boxes[self.place - 1].column != box.column
            if box.top < self.top or first:
                self.top = 0 if first else box.top
            if box.bottom > self.top + self.height:
                self.top = box.bottom - self.height
        self.paint()
        self._on_move()

    def _bind_keys(self) -> None:
        canvas = self.canvas
        for name, steps in (("Up", -1), ("Down", 1), ("Prior", -6), ("Next", 6)):
            canvas.bind(f"<Key-{name}>", lambda e, steps=steps: self.move(steps))
        canvas.bind("<Key-Home>", lambda e: self.move(-len(self._boxes)))
        canvas.bind("<Key-End>", lambda e: self.move(len(self._boxes)))
        for name in ("Left", "Right"):
            canvas.bind(f"<Key-{name}>", lambda e: self.across())
        for name in ("Return", "KP_Enter", "space"):
            canvas.bind(f"<Key-{name}>", lambda e: self.open())
        canvas.bind("<Button-1>", self._clicked, add="+")
        canvas.bind("<Double-Button-1>", lambda e: self.open())

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        x, y = event.x, event.y + self.top
        for place, box in enumerate(self._boxes):
            if box.left <= x <= box.right and box.top <= y <= box.bottom:
                self.place = place
                self.paint()
                self._on_move()
                return
