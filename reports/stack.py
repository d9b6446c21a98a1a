"""Small fixed blocks of lines: centred titles, lines with a hanging number, piles of blocks."""

import re
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.fonts import family, width
from reports.text import checked, lines_within

BASELINE = 0.3  # of the size, above a line's lower edge
LEADING = 4 / 3  # of the size, where a block has a size of its own


class Stack(Flowable):
    """Blocks one under the other that stay together, each with the white above it."""

    def __init__(self, parts: Sequence[tuple[float, Flowable]]) -> None:
        super().__init__()
        self._parts = parts
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        self._heights = [part.wrap(available_width, 1e6)[1] for _gap, part in self._parts]
        return available_width, sum(self._heights) + sum(gap for gap, _part in self._parts)

    def draw(self) -> None:
        """Draw the blocks from the top down."""
        top = sum(self._heights) + sum(gap for gap, _part in self._parts)
        for (gap, part), height in zip(self._parts, self._heights, strict=True):
            top -= gap + height
            part.drawOn(self.canv, 0, top)


class CentredLines(Flowable):
    """Lines as (text, face, white above in lines), each in the middle of the text width."""

    def __init__(
        self, lines: Sequence[tuple[str, str, float]], size: float, leading: float, field: str
    ) -> None:
        super().__init__()
        self._lines = [(checked(line, face, field), face, gap) for line, face, gap in lines]
        self._size, self._leading = size, leading
        self._wide = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        self._wide = available_width
        return available_width, sum((1 + gap) * self._leading for _line, _face, gap in self._lines)

    def draw(self) -> None:
        """Draw the lines from the top down."""
        top = self.wrap(self._wide, 0)[1]
        for line, face, gap in self._lines:
            top -= (1 + gap) * self._leading
            self.canv.setFont(face, self._size)
            self.canv.drawCentredString(self._wide / 2, top + self._size * BASELINE, line)


class Lines(Flowable):
    """Lines set left at `left`, broken at `wide`; what matches `hang` hangs before the rest.

    The rest of all such lines stands at one edge, right of the widest mark ("10. ").
    """

    def __init__(
        self,
        lines: Sequence[str],
        font: str,
        profile: LayoutProfile,
        *,
        left: float = 0,
        wide: float,
        size: float = 0,
        hang: re.Pattern[str] | None = None,
        field: str = "",
    ) -> None:
        super().__init__()
        self._face = family(font).regular
        self._size = size or profile.body_size_pt
        self._leading = size * LEADING if size else profile.body_leading_pt
        self._left, self._field = left, field or _("Baris")
        marks = [match[0] for line in lines if hang and (match := hang.match(line))]
        indent = max((width(mark, self._face, self._size) for mark in marks), default=0.0)
        self._rows = [row for line in lines for row in self._set(line, wide, hang, indent)]

    @property
    def tall(self) -> float:
        """Height in points."""
        return len(self._rows) * self._leading

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        return available_width, self.tall

    def draw(self) -> None:
        """Draw the lines upon the canvas ReportLab has placed here."""
        self.draw_at(self.canv, 0, self.tall)

    def draw_at(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the lines with the upper edge at `top`."""
        canvas.setFont(self._face, self._size)
        for row in self._rows:
            top -= self._leading
            for indent, text in row:
                canvas.drawString(left + self._left + indent, top + self._size * BASELINE, text)

    def _set(
        self, line: str, wide: float, hang: re.Pattern[str] | None, indent: float
    ) -> list[tuple[tuple[float, str], ...]]:
        match = hang.match(line) if hang else None
        if not match:
            return [((0.0, part),) for part in self._broken(line, wide)]
        first, *more = self._broken(line[match.end() :], wide - indent)
        wide = width(match[0], self._face, self._size)
        whole = ((0.0, match[0] + first),)
        apart = ((0.0, match[0].rstrip()), (indent, first))
        return [whole if wide == indent else apart, *(((indent, part),) for part in more)]

    def _broken(self, line: str, wide: float) -> list[str]:
        return lines_within(line, self._face, self._size, wide, self._field) or [""]


class SideBySide(Flowable):
    """Blocks at the same height, each at the place it knows."""

    def __init__(self, blocks: Sequence[Flowable]) -> None:
        super().__init__()
        self._blocks = blocks
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        self._heights = [block.wrap(available_width, 1e6)[1] for block in self._blocks]
        return available_width, max(self._heights)

    def draw(self) -> None:
        """Draw the blocks with their upper edges in one line."""
        top = max(self._heights)
        for block, height in zip(self._blocks, self._heights, strict=True):
            block.drawOn(self.canv, 0, top - height)
