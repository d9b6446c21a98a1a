"""Blocks that many copies of a letter share: measured once, stored once in the file."""

from reportlab.platypus import Flowable

OVERHANG = 60  # points round a block that its form may still show: accents, wide marks


class Pressed(Flowable):
    """A block whose measure and drawing are kept, so that a further copy costs one call.

    `name` is the block's own in the file; one object serves one canvas only.
    """

    def __init__(self, inner: Flowable, name: str) -> None:
        super().__init__()
        self.inner, self._name = inner, name
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
        self._measured = None
        return list(self.inner.split(available_width, available_height))

    def draw(self) -> None:
        """Place the stored drawing, made on the first call."""
        canvas = self.canv
        if not self._is_stored:
            wide, tall = self.wrap(self._measured[0] if self._measured else 0, 0)
            canvas.beginForm(self._name, -OVERHANG, -OVERHANG, wide + OVERHANG, tall + OVERHANG)
            self.inner.drawOn(canvas, 0, 0)
            canvas.endForm()
            self._is_stored = True
        canvas.doForm(self._name)
