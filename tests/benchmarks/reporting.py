"""How a measured figure is told: one line each, for people and for scripts."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

Clock = Callable[[], float]
Better = Literal["lower", "higher"]


@dataclass(slots=True)
class Report:
    """Handed to every `run(report)`: prints each figure at once and counts how it went."""

    passed: int = 0
    failed: int = 0
    say: Callable[[str], None] = field(default=lambda line: print(line, flush=True))

    def __call__(
        self, name: str, value: float, goal: float, unit: str = "x", better: Better = "lower"
    ) -> bool:
        """Print the line of one figure; True when it meets its goal."""
        met = value <= goal if better == "lower" else value >= goal  # NaN meets no goal
        self.passed += met
        self.failed += not met
        self.say(figure_line(name, value, goal, unit, better, met=met))
        return met


def figure_line(
    name: str, value: float, goal: float, unit: str, better: Better, *, met: bool
) -> str:
    """`register insert at 100,000 vs SQLite: 1.21x (goal <= 1.50x) ok`."""
    sign = "<=" if better == "lower" else ">="
    word = "ok" if met else "MISS"
    return f"{name}: {quantity(value, unit)} (goal {sign} {quantity(goal, unit)}) {word}"


def quantity(value: float, unit: str) -> str:
    """A number with its unit: a ratio's x stands close, other units after a space."""
    return f"{value:,.2f}{unit}" if unit in ("x", "%", "") else f"{value:,.2f} {unit}"


def seconds_of(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Seconds one call takes by `clock`: perf_counter (wall, waits for the disk included) or
    process_time (CPU of this process, steadier on a busy machine)."""
    start = clock()
    work()
    return clock() - start


def median_of(count: int, work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Median seconds of `count` calls: one slow neighbour does not move it."""
    return statistics.median(seconds_of(work, clock) for _ in range(count))


def turns(
    rounds: int, rivals: Mapping[str, Callable[[], object]], clock: Clock = time.perf_counter
) -> dict[str, float]:
    """Median seconds per rival, one call each in turn, the order turned round every second time.

    Rivals that take turns meet the same minutes of the machine, so their ratio holds when it is
    busy; running one after the other does not.
    """
    taken: dict[str, list[float]] = {name: [] for name in rivals}
    with on_one_core():
        for number in range(rounds):
            order = list(rivals) if number % 2 == 0 else list(reversed(rivals))
            for name in order:
                taken[name].append(seconds_of(rivals[name], clock))
    return {name: statistics.median(times) for name, times in taken.items()}


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep this thread on one core for the block, where the system can.

    Measured on two shared cores, 24 runs each: the wall-clock ratio of the same two rivals spread
    by 13-17 % (standard deviation) when free and by 5-9 % on one core; by CPU time (2-8 %) it
    made no clear difference.
    """
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
