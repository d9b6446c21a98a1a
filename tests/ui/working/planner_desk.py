"""A small kabupaten to be planned without a window: a search that ends at once, in this process."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from census_desk.register import Register
from census_desk.sessions.planner.fixes import with_fixes
from census_desk.sessions.planner.making import Limits, Progress, make_plan
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import PlanRequest
from tests.census_desk.sessions.planning.campaign import ON, TRIES
from tests.ui.fakes import FakeScreen, a_workplace
from ui.workplace import Workplace


class AtOnce:
    """What PlanningProcess does, done when it is made."""

    def __init__(
        self, request: PlanRequest, limits: Limits, seed: int, language: str = "id"
    ) -> None:
        self.progress: Progress | None = None
        self.limits = limits
        self.was_cancelled = False
        plan = make_plan(request, Limits(tries=TRIES), seed, clock=float, on_better=self._better)
        if plan.shortage is not None:
            plan = replace(plan, shortage=with_fixes(request, plan.shortage, plan.sessions))
        self._plan = plan

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return False

    def cancel(self) -> None:
        """End it."""
        self.was_cancelled = True

    def finished(self, timeout: float | None = None) -> Plan | None:
        """The plan."""
        return self._plan

    def _better(self, progress: Progress) -> None:
        self.progress = progress


class StillRunning(AtOnce):
    """The same, that goes on until it is cancelled."""

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return not self.was_cancelled


def planning_desk(register: Register, **more: Any) -> tuple[Workplace, FakeScreen]:
    """A workplace on the day of the small kabupaten, and the screen that takes notes."""
    screen = FakeScreen()
    parts = {"screen": screen, "today": lambda: ON, "new_id": register.ids}
    return a_workplace(register, **(parts | more)), screen
