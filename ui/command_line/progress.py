"""How far a long command is: a bar on a terminal, plain lines in a file."""

import sys
from shutil import get_terminal_size
from typing import TextIO

from ui.command_line.output import clean, cut

BAR = 24
TITLE = 60


class Progress:
    """Steps of a long command, told on standard error as each begins."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._total = max(1, total)
        self._done = 0
        self._drawn = 0

    def begin(self, title: str) -> None:
        """The next step, by its name."""
        self._done = min(self._done + 1, self._total)
        told = f"{self._done}/{self._total} {cut(clean(title), TITLE)}"
        if not self._stream.isatty():
            print(told, file=self._stream)
            return
        full = BAR * self._done // self._total
        width = get_terminal_size().columns - 1  # a line that wraps could not be drawn over
        self._draw(cut(f"[{'█' * full}{'·' * (BAR - full)}] {told}", width))

    def end(self) -> None:
        """Take the bar away, so that what follows stands on a clean line."""
        if self._drawn:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(line)
