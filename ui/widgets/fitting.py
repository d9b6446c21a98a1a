"""Texts cut to a width with "…" at the end, measured once for each text and width."""

import tkinter
from tkinter import font as tkfont

ELLIPSIS = "…"
MOST_KEPT = 20_000  # texts; a table scrolled for an hour does not grow without end


class Fitting:
    """Cuts texts of one named font; `renew` after the size of the font was changed."""

    def __init__(self, widget: tkinter.Misc, font: str) -> None:
        self._font = tkfont.nametofont(font, widget)
        self._kept: dict[tuple[str, int], str] = {}
        self._widest = 1
        self._size = 0
        self.renew()

    def renew(self) -> None:
        """Forget what was measured when the font is another size now."""
        size = self._font.metrics("linespace")
        if size != self._size:
            self._size = size
            self._widest = max(1, self._font.measure("W"), self._font.measure("—"))
            self._kept.clear()

    def fit(self, text: str, room: int) -> str:
        """The text, or as much of it as fits before an ellipsis."""
        if len(text) * self._widest <= room:
            return text
        key = (text, room)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._cut(text, room)
        return self._kept[key]

    def _cut(self, text: str, room: int) -> str:
        if self._font.measure(text) <= room:
            return text
        least, most = 0, len(text) - 1
        while least < most:
            middle = (least + most + 1) // 2
            if self._font.measure(text[:middle] + ELLIPSIS) <= room:
                least = middle
            else:
                most = middle - 1
        return text[:least].rstrip() + ELLIPSIS
