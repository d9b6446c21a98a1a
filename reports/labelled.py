"""Lines with labels whose colons stand under each other: heads of letters, people, lampiran."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from census_desk.words import _
from reports.errors import DoesNotFit
from reports.layout import COLON_WIDTH
from reports.text import checked, lines_within

BASELINE = 0.3  # of the size, above a line's lower edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """What lines are set in: face, size and leading in points."""

    face: str
    size: float
    leading: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word at `at` points beside the first line, its colon at `colon` if it has one."""

    text: str
    at: float = 0.0
    colon: float | None = None


class LabelledLines(Flowable):
    """`Nomor : …` lines with colons under each other; values hang, broken at their width.

    A long number is broken after a slash where it must be. `heading` stands above, unlabelled,
    `skip_lines` empty lines too; `marks` stand left of the first line.
    """

    def __init__(
        self,
        facts: Sequence[tuple[str, str]],
        type_: Type,
        *,
        left: float = 0,
        label_width: float,
        wide: float,
        heading: str = "",
        skip_lines: int = 0,
        marks: Sequence[Mark] = (),
    ) -> None:
        super().__init__()
        self._type, self._marks = type_, marks
        self._left, self._colon = left, left + label_width
        face, size = type_.face, type_.size
        self._rows: list[tuple[str, str]] = [("", "")] * skip_lines
        self._heading = lines_within(heading, face, size, wide, _("Lampiran")) if heading else []
        room = wide - label_width - COLON_WIDTH
        for label, value in facts:
            parts = _broken_value(value, face, size, room, label)
            labels = [checked(label, face, label), *[""] * (len(parts) - 1)]
            self._rows += list(zip(labels, parts, strict=True))

    @property
    def tall(self) -> float:
        """Height in points."""
        return (len(self._heading) + len(self._rows)) * self._type.leading

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        return available_width, self.tall

    def draw(self) -> None:
        """Draw the lines from the top down."""
        canvas, leading = self.canv, self._type.leading
        canvas.setFont(self._type.face, self._type.size)
        baseline = self.tall + self._type.size * BASELINE
        for line in self._heading:
            baseline -= leading
            canvas.drawString(self._left, baseline, line)
        self._draw_marks(canvas, baseline - leading)
        for label, value in self._rows:
            baseline -= leading
            if label:
                canvas.drawString(self._left, baseline, label)
                canvas.drawString(self._colon, baseline, ":")
            canvas.drawString(self._colon + COLON_WIDTH, baseline, value)

    def _draw_marks(self, canvas: Canvas, baseline: float) -> None:
        for mark in self._marks:
            canvas.drawString(mark.at, baseline, mark.text)
            if mark.colon is not None:
                canvas.drawString(mark.colon, baseline, ":")


def _broken_value(value: str, face: str, size: float, room: float, field: str) -> list[str]:
    try:
        return lines_within(value, face, size, room, field) or [""]
    except DoesNotFit:
        apart = lines_within(value.replace("/", "/ "), face, size, room, field)
        return [line.replace("/ ", "/") for line in apart]
