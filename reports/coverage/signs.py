"""The six signs of the coverage board, drawn: shape, ground and ink tell a state without colour.

Every sign has a shape of its own and every ground keeps 7:1 under its ink, so that a print in grey
and a reader who sees few colours lose nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from census_desk.coverage.steps import State

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (1, 1, 1)
QUIET: Colour = (0.27, 0.27, 0.27)
LINE = 0.13  # of the sign's size: the thickness of its strokes


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a cell of one state is printed on and with."""

    ground: Colour
    ink: Colour = BLACK


LOOKS: Mapping[State, Look] = {
    State.DONE: Look(ground=(0.78, 0.91, 0.82)),
    State.PARTLY: Look(ground=(1.0, 0.93, 0.72)),
    State.UNDER_WAY: Look(ground=(0.85, 0.91, 0.98)),
    State.LATE: Look(ground=(0.55, 0.1, 0.1), ink=WHITE),
    State.MISSING: Look(ground=WHITE),
    State.NOT_NEEDED: Look(ground=(0.94, 0.94, 0.94), ink=QUIET),
}


def draw_sign(canvas: Canvas, state: State, left: float, bottom: float, size: float) -> None:
    """The sign of a state in a square of `size` points, in the ink of its cell."""
    canvas.saveState()
    ink = LOOKS[state].ink
    canvas.setFillColorRGB(*ink)
    canvas.setStrokeColorRGB(*ink)
    canvas.setLineCap(1)
    canvas.translate(left, bottom)
    canvas.scale(size, size)
    canvas.setLineWidth(LINE)
    _DRAWN[state](canvas)
    canvas.restoreState()


def _done(canvas: Canvas) -> None:
    """A full disc with a tick left out of it."""
    canvas.circle(0.5, 0.5, 0.5, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*WHITE)
    canvas.lines([(0.26, 0.5, 0.44, 0.3), (0.44, 0.3, 0.75, 0.68)])


def _partly(canvas: Canvas) -> None:
    """A ring, its left half full."""
    canvas.circle(0.5, 0.5, 0.5 - LINE / 2, stroke=1, fill=0)
    canvas.wedge(LINE / 2, LINE / 2, 1 - LINE / 2, 1 - LINE / 2, 90, 180, stroke=0, fill=1)


def _under_way(canvas: Canvas) -> None:
    """An arrow head that points onwards."""
    path = canvas.beginPath()
    path.moveTo(0.16, 0.04)
    path.lineTo(0.92, 0.5)
    path.lineTo(0.16, 0.96)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _late(canvas: Canvas) -> None:
    """An exclamation mark."""
    canvas.setLineWidth(LINE * 1.7)
    canvas.line(0.5, 0.42, 0.5, 0.88)
    canvas.circle(0.5, 0.12, 0.12, stroke=0, fill=1)


def _missing(canvas: Canvas) -> None:
    """An empty ring."""
    canvas.circle(0.5, 0.5, 0.5 - LINE / 2, stroke=1, fill=0)


def _not_needed(canvas: Canvas) -> None:
    """A dash."""
    canvas.line(0.2, 0.5, 0.8, 0.5)


_DRAWN = {
    State.DONE: _done,
    State.PARTLY: _partly,
    State.UNDER_WAY: _under_way,
    State.LATE: _late,
    State.MISSING: _missing,
    State.NOT_NEEDED: _not_needed,
}
