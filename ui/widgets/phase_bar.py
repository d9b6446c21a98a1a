"""The phase bar: the stages on one line with the working day's mark."""

import tkinter

from census_desk.words import _
from ui import theme
from ui.presenters.phases import COMING, NOW, PhaseBar, Span
from ui.widgets.painted import Painted

PAD = 6
MARK = 5


class PhaseBarView(Painted):
    """Paints a PhaseBar; not focusable, its words stand beside it as a label."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.bar_model = PhaseBar(spans=(), today=0.0, words="")
        self.canvas.configure(takefocus=0, height=self.wanted_height)

    @property
    def wanted_height(self) -> int:
        """Pixels for the bar and the mark above it."""
        return self.line() + self.line(theme.SMALL_FONT) + 3 * PAD

    def show(self, bar: PhaseBar) -> None:
        """Paint this one."""
        self.bar_model = bar
        self.canvas.configure(height=self.wanted_height)
        self.paint()

    def paint(self) -> None:
        """Draw the line, the stages and the mark."""
        colours = theme.palette()
        self.canvas.configure(background=colours.ground)
        self.canvas.delete("all")
        if not self.bar_model.spans:
            text = _("Belum ada tahap yang berlaku pada tanggal kerja ini (Pengaturan, Tahap).")
            self.canvas.create_text(0, PAD, text=text, anchor="nw", fill=colours.quiet)
            return
        top = self.line(theme.SMALL_FONT) + PAD
        bottom = top + self.line() + PAD
        self.canvas.create_rectangle(0, top, self.width, bottom, width=0, fill=colours.chrome)
        for span in self.bar_model.spans:
            self._paint_span(span, top, bottom)
        self._paint_today(top, bottom)

    def _paint_span(self, span: Span, top: int, bottom: int) -> None:
        colours = theme.palette()
        ground, ink = {
            NOW: (colours.primary, colours.ground),
            COMING: (colours.info_ground, colours.info),
        }.get(span.state, (colours.ok_ground, colours.success))
        left, right = int(span.start * self.width), int(span.end * self.width)
        self.canvas.create_rectangle(left, top, right, bottom, width=0, fill=ground)
        text = f"{span.name} · {span.dates}"
        left = self._clear_of_mark(left, right, self.measure(text))
        room = right - left - 2 * PAD
        if self.measure(text) > room:
            text = self.fitted(span.name, room)
        self.canvas.create_text(left + PAD, (top + bottom) // 2, text=text, anchor="w", fill=ink)

    def _clear_of_mark(self, left: int, right: int, needed: int) -> int:
        """Where a stage's words begin: right of the mark when they would lie under it."""
        mark = int(self.bar_model.today * self.width)
        is_under = left <= mark <= left + needed + 2 * PAD
        return mark if is_under and right - mark > needed + 2 * PAD else left

    def _paint_today(self, top: int, bottom: int) -> None:
        colours = theme.palette()
        x = max(MARK, min(self.width - MARK, int(self.bar_model.today * self.width)))
        self.canvas.create_line(x, top - 2, x, bottom + 3, width=2, fill=colours.danger)
        points = (x - MARK, top - MARK - 2, x + MARK, top - MARK - 2, x, top)
        self.canvas.create_polygon(*points, fill=colours.danger)
        text = _("tanggal kerja")
        half = self.measure(text, theme.SMALL_FONT) // 2
        anchor_x = max(half, min(self.width - half, x + half + 2 * MARK))
        self.canvas.create_text(
            anchor_x, 0, text=text, anchor="n", font=theme.SMALL_FONT, fill=colours.danger
        )
