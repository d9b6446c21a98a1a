"""Blocks around a block: held off the left beside a label, or kept for many copies."""

from reportlab.platypus import Flowable

from reports.layout import COLON_WIDTH

OVERHANG = 60  # points round a block that its form may still show: accents, wide marks
FIRST_BASELINE = 0.98  # of the size, under a paragraph's top: where ReportLab sets the first line


class Wrapped(Flowable):
    """A block around another one, `inner`."""

    def __init__(self, inner: Flowable) -> None:
        super().__init__()
        self.inner = inner


class Hung(Wrapped):
    """A block that stands `left` points inside the text, so do its pieces on further pages.

    A `label` stands left of its first line, its colon right before the block.
    """

    def __init__(
        self, inner: Flowable, left: float, *, label: str = "", face: str = "", size: float = 0
    ) -> None:
        super().__init__(inner)
        self._left, self._label, self._face, self._size = left, label, face, size
        self._tall = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        self._tall = self.inner.wrap(available_width - self._left, available_height)[1]
        return available_width, self._tall

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The inner block's pieces, the label at the first."""
        parts = self.inner.split(available_width - self._left, available_height)
        if not parts:
            return []
        first = Hung(parts[0], self._left, label=self._label, face=self._face, size=self._size)
        return [first, *(Hung(part, self._left) for part in parts[1:])]

    def draw(self) -> None:
        """Draw the label and the block."""
        self.inner.drawOn(self.canv, self._left, 0)
        if self._label:
            baseline = self._tall - self._size * FIRST_BASELINE
            self.canv.setFont(self._face, self._size)
            self.canv.drawString(0, baseline, self._label)
            self.canv.drawString(self._left - COLON_WIDTH, baseline, ":")


class Pressed(Wrapped):
    """A block whose measure and drawing are kept, so that a further copy costs one call.

    `name` is the block's own in the file; one object serves one canvas only.
    """

    def __init__(self, inner: Flowable, name: str) -> None:
        super().__init__(inner)
        self._name = name
        self._measured: tuple[float, tuple[float, float]] | None = None
        self._is_stored = False

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points, measured on the first call."""
        if self._measured is None or self._measured[0] != available_width:
            size = self.inner.wrap(available_width, available_height)
            self._measured = (available_width, (float(size[0]), float(size[1])))
        return self._measured[1]

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The inner block's own pieces: a torn block stands differently in every copy."""
        return list(self.inner.split(available_width, available_height))

    def draw(self) -> None:
        """Place the stored drawing, made on the first call."""
        canvas = self.canv
        if not self._is_stored:
            wide, tall = self._measured[1] if self._measured else (0.0, 0.0)
            right, top = int(wide) + OVERHANG, int(tall) + OVERHANG
            canvas.beginForm(self._name, -OVERHANG, -OVERHANG, right, top)
            self.inner.drawOn(canvas, 0, 0)
            canvas.endForm()
            self._is_stored = True
        canvas.doForm(self._name)
