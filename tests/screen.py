"""What a test needs on a real screen: window manager, keys, waiting, the desk as a process."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import tkinter

PROJECT = Path(__file__).resolve().parent.parent
TICK_MS = 10
WINDOW_SECONDS = 30.0  # a busy machine with two cores opens a window late, not never


def told(condition: Callable[[], object]) -> str:
    """The condition in words for a failure: its name, or the source line of a lambda."""
    name = getattr(condition, "__name__", repr(condition))
    if name != "<lambda>":
        return name
    try:
        return " ".join(inspect.getsource(condition).split())
    except (OSError, TypeError):
        return name


def wait_until(
    root: tkinter.Misc, condition: Callable[[], object], timeout: float = 5.0, what: str = ""
) -> None:
    """Turn Tk's loop until `condition()` is true; fail by name after `timeout` seconds."""
    end = time.monotonic() + timeout
    ticking = ""

    def tick() -> None:  # keeps dooneevent from blocking for ever when nothing happens
        nonlocal ticking
        ticking = root.after(TICK_MS, tick)

    tick()
    try:
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"not within {timeout:g} s: {what or told(condition)}")
            root.tk.dooneevent()
    finally:
        root.after_cancel(ticking)


def wait_for(
    condition: Callable[[], object], timeout: float = WINDOW_SECONDS, what: str = ""
) -> None:
    """The same for things outside this process: a window, a file. Polls, fails by name."""
    end = time.monotonic() + timeout
    pause = threading.Event()
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"not within {timeout:g} s: {what or told(condition)}")
        pause.wait(0.02)


def xdotool(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run xdotool to its end. Never while this process owns the window: see `Keys`."""
    return subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


@contextmanager
def running_window_manager() -> Iterator[None]:
    """openbox for as long as the block lasts; fails when it does not take the screen.

    A manager publishes _NET_SUPPORTING_WM_CHECK before the list of what it supports; xdotool
    answers `get_num_desktops` only from that list, so its success means that the manager is there.
    """
    if shutil.which("openbox") is None:
        raise AssertionError("openbox is missing; `python3 run.py test` installs it")
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(
            lambda: xdotool("get_num_desktops").returncode == 0,
            what="openbox has the screen (_NET_SUPPORTING_WM_CHECK)",
        )
        yield
    finally:
        manager.terminate()
        manager.wait(timeout=10)


@contextmanager
def callback_errors_told(root: tkinter.Tk) -> Iterator[None]:
    """Raise at the end of the block what failed in Tk callbacks meanwhile; Tk only prints it."""
    errors: list[Exception] = []

    def collect(_: type[Exception], error: Exception, __: TracebackType | None) -> None:
        errors.append(error)

    before = root.report_callback_exception
    root.report_callback_exception = collect
    try:
        yield
    finally:
        root.report_callback_exception = before
    if errors:
        raise ExceptionGroup("errors in Tk callbacks", errors)


class Keys:
    """A person's keyboard: xdotool, while the window's own loop keeps turning.

    Without `root` the window belongs to another process and xdotool may simply be waited for.
    """

    def __init__(self, root: tkinter.Misc | None = None) -> None:
        self._root = root

    def press(self, *chords: str) -> None:
        """Press keys or chords by X name, in order: `press("ctrl+n", "Tab", "space")`."""
        self._run("key", "--clearmodifiers", "--delay", "30", *chords)

    def type(self, text: str) -> None:
        """Type `text` into whatever has the focus."""
        self._run("type", "--clearmodifiers", "--delay", "15", "--", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer to a place on the screen and press a mouse button there."""
        self._run("mousemove", str(x), str(y), "click", str(button))

    def _run(self, *arguments: str) -> None:
        with subprocess.Popen(["xdotool", *arguments], stderr=subprocess.PIPE, text=True) as typing:
            if self._root is not None:
                wait_until(
                    self._root, lambda: typing.poll() is not None, 30, f"xdotool {arguments}"
                )
            _, trouble = typing.communicate(timeout=60)
        if typing.returncode:
            raise AssertionError(f"xdotool {arguments}: {trouble.strip()}")


def titled_windows() -> dict[str, str]:
    """X id and title of every window on the screen that has a title."""
    found = xdotool("search", "--onlyvisible", "--name", ".").stdout.split()
    return {window: xdotool("getwindowname", window).stdout.strip() for window in found}


def active_window() -> str:
    """The X id of the window that has the keyboard, "" for none."""
    return xdotool("getactivewindow").stdout.strip()


def client_of(window: str) -> int:
    """The X client a window belongs to: a server hands each client its own range of ids.

    Tk sets no _NET_WM_PID, so this is how windows of one process are told from another's.
    """
    return int(window) >> 20


class Desk:
    """`python -m census_desk …` as a person starts it, with keys, window titles and an end.

    Its windows are those of the first X client that came after it was started: with two desks,
    wait for the first one's window before starting the second.
    """

    def __init__(self, arguments: Sequence[str], folder: Path) -> None:
        self.keys = Keys()
        self._others = {client_of(window) for window in titled_windows()}
        self._client: int | None = None
        self.output = folder / f"desk-{time.monotonic_ns()}.txt"
        self._log: IO[bytes] = self.output.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "census_desk", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    @property
    def said(self) -> str:
        """What the process has written so far, both streams."""
        return self.output.read_text(encoding="utf-8", errors="replace")

    def titles(self) -> tuple[str, ...]:
        """Titles of the windows of this process that are on the screen now."""
        return tuple(self._windows().values())

    def wait_for_window(self, title: str = "", timeout: float = WINDOW_SECONDS) -> str:
        """The X id of the window whose title contains `title`, once it is on the screen."""
        found: list[str] = []

        def there() -> bool:  # asked once: a moment later xdotool may miss a window that is there
            found[:] = [window for window, shown in self._windows().items() if title in shown]
            return bool(found)

        self.wait_for(there, timeout, f"window “{title}”")
        return found[0]

    def focus(self, title: str = "") -> None:
        """Give the keyboard to this process's window, as a click on its title bar would.

        The pointer goes to the corner of the screen: X gives a key to the widget under it, and
        Tk drops a key for a widget that was taken away meanwhile.
        """
        xdotool("mousemove", "0", "0")
        window = self.wait_for_window(title)
        xdotool("windowactivate", "--sync", window)
        self.wait_for(lambda: active_window() == window, what="the focused window")

    def wait_for_focus(self, title: str) -> None:
        """Until the window with `title` has the keyboard: a new dialog takes it when it is there.

        Keys pressed before would still reach the window behind.
        """
        self.wait_for(
            lambda: title in self._windows().get(active_window(), ""),
            what=f"the keyboard in “{title}”",
        )

    def wait_for(
        self, condition: Callable[[], object], timeout: float = WINDOW_SECONDS, what: str = ""
    ) -> None:
        """Wait for `condition()`; a desk that ends meanwhile fails at once with what it said."""

        def met_or_ended() -> bool:
            ended = self.process.poll() is not None  # before: what it did last still counts
            met.append(bool(condition()))
            return met[-1] or ended

        met: list[bool] = []
        wait_for(met_or_ended, timeout, what or told(condition))
        if not met[-1]:
            raise AssertionError(f"the desk ended ({self.process.returncode}): {self.said}")

    def kill(self) -> None:
        """kill -9: what a power cut leaves of a process."""
        self.process.kill()
        self.end()

    def end(self, timeout: float = 15.0) -> int:
        """Wait for the process to leave (kill it if it will not) and answer its exit code.

        Its windows are gone as well then: the next desk may be given its range of ids.
        """
        try:
            self.process.wait(timeout=timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
        code = self.process.wait(timeout=timeout)
        self._log.close()
        wait_for(lambda: not self._windows(), timeout, "its windows are gone")
        return code

    def _windows(self) -> dict[str, str]:
        shown = titled_windows()
        if self._client is None:
            new = (client_of(window) for window in shown)
            self._client = next((each for each in new if each not in self._others), None)
        return {each: title for each, title in shown.items() if client_of(each) == self._client}


def widget_tree(root: tkinter.Misc) -> str:
    """Class, text, state and geometry of every widget, for the record of a failure."""
    lines = []
    pending: list[tuple[int, tkinter.Misc]] = [(0, root)]
    while pending:
        depth, widget = pending.pop()
        options = widget.keys() if widget.winfo_exists() else ()
        facts = [str(widget.cget(option)) for option in ("text", "state") if option in options]
        lines.append(f"{'  ' * depth}{widget.winfo_class()} {widget.winfo_geometry()} {facts}")
        pending += [(depth + 1, child) for child in reversed(widget.winfo_children())]
    return "\n".join(lines)
