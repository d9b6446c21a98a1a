"""The planner: how near to what is proven, how fast a reason, how little changes after an event.

Time is CPU time of this process, so that a busy machine does not change what is measured.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from census_desk.sessions.planner.fixes import with_fixes
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.reasons import shortage_of
from census_desk.sessions.planner.replanning import changes, hit_sessions, replanning
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from tests.benchmarks.planner_requests import BOUNDS, KUDUS_BOUND, impossible, kudus, regency
from tests.benchmarks.reporting import seconds_of

SEEDS = (1, 2, 3)
LARGE = {"pati": "33.18", "banyumas": "33.02"}
TEAMS = 6
EVENTS = 6


def run(report: Callable[..., object]) -> None:
    """Report the figures of issue 5 section 2; the checker has judged every plan."""
    request = kudus()
    for seconds, goal in ((2, 1.5), (10, 0.7)):  # per cent
        plans = [planned(request, seconds, seed) for seed in SEEDS]
        total = statistics.median(plan.total for plan in plans)
        above = 100 * (total / KUDUS_BOUND - 1)
        report(f"plan kudus_4 after {seconds} s, above the proven bound", above, goal, unit="%")
    for name, code in LARGE.items():
        plan = planned(regency(code, teams=TEAMS), 10, seed=1)
        left = sum(plan.unreached.values())
        report(f"plan {name} size, {len(plan.sessions)} sessions, left out", left, 0, unit="")
        above = 100 * (plan.total / BOUNDS[code] - 1)
        report(f"plan {name} size after 10 s, above the proven bound", above, 0.7, unit="%")
    report("plan kudus_4, most sessions changed by one event", most_changed(request), 5, unit="")
    reasons(report)


def planned(request: PlanRequest, seconds: float, seed: int) -> Plan:
    """A plan after so many seconds of CPU time."""
    return make_plan(request, Limits(seconds=seconds), seed, clock=time.process_time)


def reasons(report: Callable[..., object]) -> None:
    """The slowest of several impossible requests."""
    told, priced = [], []
    for request in impossible().values():
        shortage = shortage_of(request)
        assert shortage is not None
        told.append(seconds_of(lambda r=request: shortage_of(r), time.process_time))
        priced.append(seconds_of(lambda r=request, s=shortage: with_fixes(r, s), time.process_time))
    report("plan reason of an impossible request, slowest of 4", max(told), 1, unit="s")
    report("plan three priced fixes, slowest of 4", max(priced), 5, unit="s")


def most_changed(request: PlanRequest) -> int:
    """The most sessions that change when one office closes on the day of its only session."""
    known = planned(request, 2, seed=1).sessions
    free = [one for one in known if not one.locked]
    found = []
    for one in free[:: max(1, len(free) // EVENTS)]:
        event = closed(request, one)
        if hit_sessions(event, known) == (one,):
            again = planned(replanning(event, known), 2, seed=1)
            found.append(len(changes(known, again.sessions)))
    return max(found)


def closed(request: PlanRequest, one: PlannedSession) -> PlanRequest:
    """The request after the unit of a session closes that day."""
    return replace(
        request,
        units=tuple(
            replace(unit, blackout=unit.blackout | {one.on}) if unit.code == one.unit else unit
            for unit in request.units
        ),
    )
