"""Planning in a process of its own: the window stays quick, and can look in or cancel."""

import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.sessions.planner.making import Limits, Progress
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import PlanRequest
from census_desk.words import _

# The child gets this process's own search path, so that it finds the same desk.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from census_desk.sessions.planner.child import main; main()"
)


class PlanningFailed(CensusDeskError):
    """The process ended without a plan; its own words are for the log."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(
            _("Perencanaan berhenti sebelum selesai. Tidak ada yang berubah; ulangi rencananya.")
        )


class PlanningProcess:
    """One search under way. `progress` is the best so far, `plan` the end; any thread may look.

    `language` is the one its reasons and fixes are worded in.
    """

    def __init__(
        self, request: PlanRequest, limits: Limits, seed: int, language: str = "id"
    ) -> None:
        self.progress: Progress | None = None
        self.plan: Plan | None = None
        self._cancelled = False
        place = json.dumps([entry or str(Path.cwd()) for entry in sys.path])
        self._child = subprocess.Popen(
            [sys.executable, "-c", _START, place],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._words = b""
        self._order = pickle.dumps((request, limits, seed, language))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._errors = threading.Thread(target=self._read_errors, daemon=True)
        self._errors.start()
        self._reader.start()

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self._reader.is_alive()

    def cancel(self) -> None:
        """End the process; what `progress` holds is the best that was found."""
        self._cancelled = True
        self._child.kill()
        self._wait()

    def finished(self, timeout: float | None = None) -> Plan | None:
        """Wait for the plan; None when cancelled or not there in time. PlanningFailed otherwise."""
        self._reader.join(timeout)
        if self._reader.is_alive():
            return None
        self._wait()
        if self.plan is None and not self._cancelled:
            raise PlanningFailed(self._words.decode("utf-8", "replace"))
        return self.plan

    def _wait(self) -> None:
        self._child.wait()
        self._reader.join()
        self._errors.join()
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            if stream is not None:
                stream.close()

    def _read(self) -> None:
        """Hand the order over, then take in what the child tells until it ends."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        try:
            self._child.stdin.write(self._order)
            self._child.stdin.flush()
            while True:
                news = pickle.load(self._child.stdout)
                if isinstance(news, Plan):
                    self.plan = news
                else:
                    self.progress = news
        except (EOFError, OSError, pickle.UnpicklingError):
            return  # ended, or killed in the middle of a word

    def _read_errors(self) -> None:
        assert self._child.stderr is not None
        self._words = self._child.stderr.read()
