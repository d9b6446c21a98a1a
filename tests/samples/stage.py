"""The stage for pictures: the desk's root in one size and look, and a camera that waits."""

from __future__ import annotations

import sys
import time
import tkinter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.screen import wait_until

if TYPE_CHECKING:
    from PIL import Image

    from census_desk.register import Register
    from ui.preferences import FilePreferences
    from ui.window import Window

SIZES = ("1366x768", "1024x600")
LOOKS = ("light", "dark", "large")  # large: light at 14 points
LARGE_POINTS = 14
SETTLE_SECONDS = 0.35
LONGEST_WAIT = 30.0
MOST_COLOURS = 128  # of a saved picture: flat screens lose nothing, the file a good half
SAMPLE_DAY = date(2020, 2, 21)
SAMPLE_NOW = datetime(2020, 2, 21, 9, 41)


class Stage:
    """One root, one size, one look; `shoot` saves what stands on the screen."""

    def __init__(self, folder: Path, size: str, look: str, home: Path) -> None:
        from ui.app import make_root
        from ui.preferences import FilePreferences

        self.folder = folder / f"{size}-{look}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.preferences = FilePreferences()
        dressed(self.preferences, look)
        self.root = make_root(self.preferences)
        self._fill_screen(size)
        self.window: Window | None = None
        self.taken: list[Path] = []

    # what is on the stage

    def open(self, register: Register, *, today: date = SAMPLE_DAY) -> Window:
        """Put a register's window on the root; its clock stands still."""
        from ui.window import Window

        self.clear()
        self.window = Window(
            self.root,
            register,
            self.preferences,
            today=lambda: today,
            now=lambda: SAMPLE_NOW,
        )
        self.settle()
        return self.window

    def clear(self) -> None:
        """Take everything off the root, closing the register."""
        if self.window is not None:
            self.window.close()
            self.window = None
        for child in self.root.winfo_children():
            child.destroy()

    # the camera

    def settle(self, ready: Callable[[], object] = lambda: True) -> None:
        """Turn the loop until `ready`, then a moment more for what is drawn after it."""
        wait_until(self.root, ready, LONGEST_WAIT)
        end = time.monotonic() + SETTLE_SECONDS
        wait_until(self.root, lambda: time.monotonic() >= end, LONGEST_WAIT)

    def shoot(self, name: str, ready: Callable[[], object] = lambda: True) -> Path:
        """Save the screen under that name, once it is ready; an empty screen is a failure."""
        self.settle(ready)
        image = self._grabbed()
        if image.getcolors(2) is not None:
            raise AssertionError(f"{name}: nothing was drawn")
        path = self.folder / f"{name}.png"
        image.quantize(MOST_COLOURS, dither=0).save(path)
        self.taken.append(path)
        return path

    def shoot_dialog(
        self,
        name: str,
        show: Callable[[], object],
        act: Callable[[tkinter.Misc], object] = lambda dialog: None,
    ) -> None:
        """Save the screen while the dialog stands that `show` opens, then close it.

        `act(dialog)` does something in it first. A dialog that never comes is a failure.
        """
        done: list[str] = []

        def photograph() -> None:
            dialog: tkinter.Misc | None = None
            try:
                wait_until(self.root, lambda: self._dialog() is not None, LONGEST_WAIT)
                dialog = self._dialog()
                assert dialog is not None
                self.settle()
                act(dialog)
                self.shoot(name)
            finally:  # what failed is collected as an error of a callback
                done.append(name)
                if dialog is not None and dialog.winfo_exists():
                    dialog.event_generate("<Key-Escape>")
                    self._settle_closed(dialog)

        self.root.after(20, photograph)
        show()
        wait_until(self.root, lambda: done, LONGEST_WAIT, what=f"{name}: the dialog")
        if self.taken[-1].stem != name:
            raise AssertionError(f"{name}: the dialog could not be drawn")

    def _settle_closed(self, dialog: tkinter.Misc) -> None:
        self.root.update()
        if dialog.winfo_exists():
            dialog.destroy()

    def _dialog(self) -> tkinter.Misc | None:
        shown = [
            widget
            for widget in toplevels(self.root)
            if widget.winfo_viewable() and not widget.wm_overrideredirect()
        ]
        return shown[-1] if shown else None

    def _grabbed(self) -> Image.Image:
        from PIL import ImageGrab

        self.root.update()
        self.root.winfo_pointerxy()  # a question to the display: what it sent before is here now
        self.root.update()
        if sys.platform.startswith("linux"):
            return ImageGrab.grab(xdisplay="").convert("RGB")
        x, y = self.root.winfo_rootx(), self.root.winfo_rooty()
        box = (x, y, x + self.root.winfo_width(), y + self.root.winfo_height())
        return ImageGrab.grab(bbox=box).convert("RGB")

    def _fill_screen(self, size: str) -> None:
        width, height = (int(part) for part in size.split("x"))
        fits = (self.root.winfo_screenwidth(), self.root.winfo_screenheight()) == (width, height)
        if fits and sys.platform.startswith("linux"):
            self.root.attributes("-zoomed", True)
        else:
            self.root.geometry(f"{width}x{height}+0+0")
        self.settle(lambda: self.root.winfo_width() > 0.9 * width)
        self.root.event_generate("<Motion>", warp=True, x=width - 2, y=2)  # no tip in the picture


@contextmanager
def on_stage(folder: Path, size: str, look: str, home: Path) -> Iterator[Stage]:
    """A stage whose errors in callbacks are raised at the end, and whose root is gone then."""
    from tests.screen import callback_errors_told

    stage = Stage(folder, size, look, home)
    try:
        with callback_errors_told(stage.root):
            yield stage
            stage.clear()
    finally:
        stage.root.destroy()


def dressed(preferences: FilePreferences, look: str) -> None:
    """The settings a look means."""
    preferences.set("theme", "dark" if look == "dark" else "light")
    if look == "large":
        preferences.set("font_size", LARGE_POINTS)


def toplevels(widget: tkinter.Misc) -> list[tkinter.Toplevel]:
    """Every window under this one, in the order they were made."""
    found = []
    for child in widget.winfo_children():
        if isinstance(child, tkinter.Toplevel):
            found.append(child)
        found += toplevels(child)
    return found
