"""The form of a measured figure, which later scripts read."""

from __future__ import annotations

import math
import os

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks.reporting import Report, median_of, turns


@pytest.fixture
def lines() -> list[str]:
    return []


@pytest.fixture
def report(lines) -> Report:
    return Report(say=lines.append)


def test_a_figure_within_its_goal_is_one_line_ending_in_ok(report, lines):
    report("register insert at 100,000 vs SQLite", 1.21, 1.5)

    assert lines == ["register insert at 100,000 vs SQLite: 1.21x (goal <= 1.50x) ok"]


def test_a_figure_over_its_goal_ends_in_miss(report, lines):
    report("search", 3.4, 3)

    assert lines[0].endswith("(goal <= 3.00x) MISS")
    assert (report.passed, report.failed) == (0, 1)


def test_higher_is_better_turns_the_sign(report, lines):
    report("insert vs stock TinyDB", 412.3, 200, better="higher")

    assert lines == ["insert vs stock TinyDB: 412.30x (goal >= 200.00x) ok"]


def test_a_unit_in_words_stands_after_a_space(report, lines):
    report("first page", 81.5, 100, unit="ms")

    assert lines == ["first page: 81.50 ms (goal <= 100.00 ms) ok"]


def test_a_figure_that_is_no_number_meets_no_goal(report):
    assert not report("broken", math.nan, 1)
    assert not report("broken", math.nan, 1, better="higher")


def test_the_sum_is_read_from_the_lines(report, lines):
    report("one", 1, 2)
    report("two", 3, 2)
    lines.append("a remark without a goal")

    assert bench.outcomes(lines) == (1, 1)


def test_rivals_take_turns_and_the_order_turns_round():
    called = []

    turns(2, {"ours": lambda: called.append("ours"), "theirs": lambda: called.append("theirs")})

    assert called == ["ours", "theirs", "theirs", "ours"]


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system cannot pin")
def test_rivals_share_one_core_and_the_others_are_given_back():
    before, meanwhile = os.sched_getaffinity(0), []

    turns(1, {"ours": lambda: meanwhile.append(len(os.sched_getaffinity(0)))})

    assert meanwhile == [1]
    assert os.sched_getaffinity(0) == before


def test_the_median_leaves_one_slow_call_aside():
    moments = iter([0, 1, 10, 11, 20, 70])

    assert median_of(3, lambda: None, clock=lambda: next(moments)) == 1


def test_a_name_nobody_knows_is_refused_with_the_names_there_are(capsys):
    assert bench.main(["no-such-thing"]) == 2
    assert "no-such-thing" in capsys.readouterr().out


def test_a_benchmark_that_breaks_counts_as_failed(capfd, monkeypatch):
    monkeypatch.setattr(bench, "names", lambda: ["broken"])

    assert bench.main(["broken"]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed"
