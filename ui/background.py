"""Work off the window's thread: only `drain`, on the window's thread, calls anything of the UI."""

import queue
import threading
import tkinter
from collections.abc import Callable
from typing import Any

from ui.workplace import Task

DRAIN_MS = 30
SHOW_PROGRESS_AFTER_MS = 400


class Worker:
    """Threads for short work; their answers come back through a queue `after` looks into."""

    def __init__(
        self,
        root: tkinter.Misc,
        show_progress: "Callable[[str, Task], Callable[[], None]] | None" = None,
    ) -> None:
        self._root = root
        self._show_progress = show_progress
        self._answers: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._running: set[threading.Thread] = set()
        self._draining = ""

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on a thread, then `then(answer)` here; an error is raised here, or `failed`."""

        def whole() -> None:
            try:
                answer = work()
            except Exception as error:  # noqa: BLE001  raised again on the window's thread
                kept = error
                self._answers.put(lambda: _fail(kept, failed))
            else:
                self._answers.put(lambda: then(answer))

        thread = threading.Thread(target=whole, daemon=True)
        self._running.add(thread)
        thread.start()
        self._drain_soon()

    def long(self, title: str, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        """The same, with progress and Batal once it takes longer than 400 ms."""
        task = Task()
        close: list[Callable[[], None]] = []
        ended = False

        def show() -> None:
            if not ended and self._show_progress is not None:
                close.append(self._show_progress(title, task))

        def end() -> None:
            nonlocal ended
            ended = True
            self._root.after_cancel(waiting)
            for each in close:
                each()

        def done(answer: Any) -> None:
            end()
            if not task.cancelled:
                then(answer)

        def broke(error: Exception) -> None:
            end()
            raise error

        waiting = self._root.after(SHOW_PROGRESS_AFTER_MS, show)
        self.run(lambda: work(task), done, broke)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or its answer not yet handed over."""
        return bool(self._running) or not self._answers.empty()

    def stop(self, timeout: float = 5.0) -> None:
        """Wait for what runs (nothing is shown any more) and stop looking for answers."""
        if self._draining:
            self._root.after_cancel(self._draining)
            self._draining = ""
        for thread in tuple(self._running):
            thread.join(timeout)
        self._running.clear()

    def _drain_soon(self) -> None:
        if not self._draining:
            self._draining = self._root.after(DRAIN_MS, self._drain)

    def _drain(self) -> None:
        self._draining = ""
        self._running = {thread for thread in self._running if thread.is_alive()}
        waiting = not self._answers.empty() or bool(self._running)
        try:
            while not self._answers.empty():
                self._answers.get_nowait()()
        finally:
            if waiting or not self._answers.empty():
                self._drain_soon()


def _fail(error: Exception, failed: Callable[[Exception], None] | None) -> None:
    if failed is None:
        raise error
    failed(error)
