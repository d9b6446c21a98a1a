"""What is due, as a list: when in a coloured word, what in bold, details below. Enter jumps."""

import tkinter
from collections.abc import Callable, Sequence

from census_desk.due import WHEN_NAMES, DueItem, When
from census_desk.words import _
from ui import theme
from ui.widgets.painted import Painted

PAD = 8
GAP = 4


class DueList(Painted):
    """Paints due items one below the other, as high as their words need.

    `deed_of(item)` names what one click does about it ("" for nothing); `on_deed(item)` does it.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        on_open: Callable[[DueItem], object],
        deed_of: Callable[[DueItem], str] = lambda item: "",
        on_deed: Callable[[DueItem], object] = lambda item: None,
    ) -> None:
        super().__init__(parent, scrolls=True)
        self._deed_of, self._on_deed = deed_of, on_deed
        self.items: Sequence[DueItem] = ()
        self.place = 0
        self.top = 0
        self._boxes: list[tuple[int, int]] = []
        self._on_open = on_open
        self._bind_keys()

    def show(self, items: Sequence[DueItem]) -> None:
        """Paint these."""
        self.items = items
        self.place = max(0, min(self.place, len(items) - 1))
        self.paint()

    def move(self, steps: int) -> None:
        """Go to another item and bring it into view."""
        self.place = max(0, min(len(self.items) - 1, self.place + steps))
        self.paint()
        if self._boxes:
            top, bottom = self._boxes[self.place]
            self.top = (
                min(self.top, top) if bottom - self.top <= self.height else (bottom - self.height)
            )
            self.paint()

    def open(self) -> None:
        """Go to what the chosen item is about."""
        if self.items:
            self._on_open(self.items[self.place])

    def do_deed(self) -> None:
        """Do what one click does about the chosen item."""
        if self.items:
            self._on_deed(self.items[self.place])

    def paint(self) -> None:
        """Draw all items; there are never more than a morning's work."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        self._boxes = []
        at = 0
        for place, item in enumerate(self.items):
            bottom = self._paint_item(place, item, at)
            self._boxes.append((at, bottom))
            at = bottom
        if not self.items:
            text = _("Tidak ada yang menunggu pada tanggal kerja ini.")
            self.canvas.create_text(
                PAD, PAD, text=text, anchor="nw", width=self.width - PAD, fill=colours.success
            )
        self.top = max(0, min(self.top, at - self.height))
        self.canvas.move("all", 0, -self.top)
        whole = max(1, at)
        self.bar.set(self.top / whole, min(1.0, (self.top + self.height) / whole))

    def _paint_item(self, place: int, item: DueItem, top: int) -> int:
        colours = theme.palette()
        tag = f"item{place}"
        ink = tone(item.when)
        word = _(WHEN_NAMES[item.when])
        self.canvas.create_text(
            PAD, top + GAP, text=word, anchor="nw", font=theme.SMALL_FONT, fill=ink, tags=tag
        )
        if item.on is not None:
            self.canvas.create_text(
                self.width - PAD,
                top + GAP,
                text=f"{item.on:%d/%m}",
                anchor="ne",
                font=theme.SMALL_FONT,
                fill=colours.quiet,
                tags=tag,
            )
        at = top + GAP + self.line(theme.SMALL_FONT)
        for text, font, colour in (
            (item.title, theme.BOLD_FONT, colours.text),
            (item.detail, "TkDefaultFont", colours.quiet),
        ):
            at = self._paint_text(text, at, font, colour, tag)
        if deed := self._deed_of(item):
            at = self._paint_deed(place, deed, at)
        bottom = at + GAP + 2
        if place == self.place and self.has_focus:
            ground = self.canvas.create_rectangle(
                0, top, self.width, bottom, width=0, fill=colours.chosen, tags=tag
            )
            self.canvas.tag_lower(ground)
            self.ring((0, top, self.width, bottom))
        self.canvas.create_rectangle(0, top + 2, 3, bottom - 2, width=0, fill=ink)
        self.canvas.create_line(0, bottom, self.width, bottom, fill=colours.line)
        return bottom

    def _paint_text(self, text: str, top: int, font: str, colour: str, tag: str) -> int:
        item = self.canvas.create_text(
            PAD,
            top,
            text=text,
            anchor="nw",
            width=max(60, self.width - 2 * PAD),
            font=font,
            fill=colour,
            tags=tag,
        )
        box = self.canvas.bbox(item)
        return box[3] if box else top

    def _paint_deed(self, place: int, deed: str, top: int) -> int:
        """A link under the words."""
        tag = f"deed{place}"
        at = self._paint_text(f"→ {deed}", top + 2, "TkDefaultFont", theme.palette().primary, tag)
        self.canvas.tag_bind(tag, "<Button-1>", lambda e: self._deed_clicked(place))
        self.canvas.tag_bind(tag, "<Enter>", lambda e: self.canvas.configure(cursor="hand2"))
        self.canvas.tag_bind(tag, "<Leave>", lambda e: self.canvas.configure(cursor=""))
        return at

    def _deed_clicked(self, place: int) -> None:
        # The click paints the list anew, and with it this very text: act when that is over.
        self.place = place
        self.after_idle(self.do_deed)

    def scroll(self, steps: int) -> None:
        """Move the list by about one line a step."""
        self.top += steps * 2 * self.line()
        self.paint()

    def scroll_to_share(self, share: float) -> None:
        """Follow the scrollbar."""
        self.top = round(share * (self._boxes[-1][1] if self._boxes else 0))
        self.paint()

    def _bind_keys(self) -> None:
        canvas = self.canvas
        for name, steps in (("Up", -1), ("Down", 1), ("Prior", -5), ("Next", 5)):
            canvas.bind(f"<Key-{name}>", lambda e, steps=steps: self.move(steps))
        canvas.bind("<Key-Home>", lambda e: self.move(-len(self.items)))
        canvas.bind("<Key-End>", lambda e: self.move(len(self.items)))
        for name in ("Return", "KP_Enter", "space"):
            canvas.bind(f"<Key-{name}>", lambda e: self.open())
        canvas.bind("<Button-1>", self._clicked, add="+")
        canvas.bind("<Double-Button-1>", lambda e: self.open())

    def _clicked(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        at = event.y + self.top
        for place, (top, bottom) in enumerate(self._boxes):
            if top <= at < bottom:
                self.place = place
                self.move(0)
                return


def tone(when: When) -> str:
    """The ink of a nearness; the word says it too."""
    colours = theme.palette()
    return {
        When.OVERDUE: colours.danger,
        When.TODAY: colours.warning,
        When.WEEK: colours.info,
        When.SOON: colours.quiet,
    }[when]
