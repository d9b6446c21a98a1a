"""A search for a plan under way: how far it is, the best so far, and the plan it ends with."""

from collections.abc import Callable
from typing import Protocol

from census_desk.indonesian import number
from census_desk.sessions.planner.making import Limits, Progress, taken_early
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import PlanRequest
from census_desk.sessions.planner.running import PlanningProcess
from census_desk.sessions.planning.taken import Taken
from census_desk.words import _
from ui.workplace import Workplace

FIRST_SEED = 1


class Process(Protocol):
    """What is asked of the process that searches."""

    progress: Progress | None

    @property
    def is_running(self) -> bool:
        """Whether more may come."""

    def cancel(self) -> None:
        """End it."""

    def finished(self, timeout: float | None = None) -> Plan | None:
        """The plan, PlanningFailed when it ended without one."""


Start = Callable[[PlanRequest, Limits, int, str], Process]


class PlanSearch:
    """`look()` now and then; once it answers False, `plan(then)` hands the plan over."""

    def __init__(
        self,
        workplace: Workplace,
        request: PlanRequest,
        limits: Limits,
        seed: int = FIRST_SEED,
        start: Start = PlanningProcess,
    ) -> None:
        self._workplace = workplace
        self.request, self.seed = request, seed
        self._wanted = sum(one.sessions for one in request.units if one.kind != Taken.KIND)
        self._is_cancelled = False
        language = str(getattr(workplace.preferences, "language", "id"))
        self._process = start(request, limits, seed, language)

    @property
    def share(self) -> float:
        """How far it is, from 0 to 1."""
        progress = self._process.progress
        return progress.share if progress else 0.0

    @property
    def words(self) -> str:
        """The best so far in a sentence."""
        progress = self._process.progress
        if progress is None:
            return _("Menyusun rencana pertama…")
        placed = _("Terbaik sejauh ini: {placed} dari {wanted} sesi").format(
            placed=number(self._wanted - progress.missing), wanted=number(self._wanted)
        )
        missing = (
            _("{count} belum mendapat jadwal").format(count=number(progress.missing))
            if progress.missing
            else _("semua mendapat jadwal")
        )
        days = round(progress.cost / max(1, self.request.weights.wait))
        cost = _("{cost} orang-hari menunggu dan perjalanan").format(cost=number(days))
        tries = _("{count} percobaan").format(count=number(progress.tries))
        return " · ".join((placed, missing, cost, tries))

    def look(self) -> bool:
        """Whether it is still searching."""
        return self._process.is_running

    def cancel(self) -> None:
        """End it; `plan` answers the best so far then."""
        if self._process.is_running:
            self._is_cancelled = True
        self._process.cancel()

    @property
    def is_cut_short(self) -> bool:
        """Whether it ended before its time, by hand."""
        return self._is_cancelled

    def best_so_far(self) -> Plan | None:
        """End it and answer its best at once, for a window that closes; None without any."""
        self.cancel()
        progress = self._process.progress
        return taken_early(self.request, progress, self.seed) if progress is not None else None

    def plan(
        self, then: Callable[[Plan | None], None], failed: Callable[[Exception], None]
    ) -> None:
        """Hand over the plan it ended with; None when cancelled before there was any."""
        if not self._is_cancelled:
            self._workplace.background.run(self._process.finished, then, failed)
            return
        progress, request, seed = self._process.progress, self.request, self.seed
        if progress is None:
            then(None)
            return
        self._workplace.background.run(lambda: taken_early(request, progress, seed), then, failed)
