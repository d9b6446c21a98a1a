"""Work a window does a little later, by name, cancelled all at once."""

import tkinter
from collections.abc import Callable


class Jobs:
    """At most one waiting job a name."""

    root: tkinter.Misc
    _jobs: dict[str, str]

    def _later(self, name: str, wait: int, run: Callable[[], None]) -> None:
        if waiting := self._jobs.pop(name, ""):
            self.root.after_cancel(waiting)

        def now() -> None:
            self._jobs.pop(name, None)
            run()

        self._jobs[name] = self.root.after(wait, now)

    def _cancel_jobs(self) -> None:
        for waiting in self._jobs.values():
            self.root.after_cancel(waiting)
        self._jobs.clear()
