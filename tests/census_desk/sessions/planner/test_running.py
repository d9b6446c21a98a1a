"""Planning in a process of its own: the same plan, news on the way, an end when asked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planner.reading import read_request
from census_desk.sessions.planner.running import PlanningFailed, PlanningProcess
from tests.census_desk.sessions.planner.small import a_request, a_unit, planned, random_request
from tests.census_desk.sessions.planner.test_reading import INSTANCE

PATIENCE = 60.0  # seconds a busy machine may take to start a process


def test_a_process_makes_the_plan_this_process_would():
    request = random_request(Random(4), days=8, teams=3, units=20)

    running = PlanningProcess(request, Limits(tries=2000), 1)

    assert replace(running.finished(PATIENCE), shortage=None) == replace(
        planned(request, tries=2000), shortage=None
    )
    assert running.progress.share == 1
    assert not running.is_running


def test_a_shortage_comes_with_its_fixes():
    request = a_request(*[a_unit(code) for code in "ABC"], days=1)

    plan = PlanningProcess(request, Limits(tries=10), 1).finished(PATIENCE)

    assert plan.shortage.fixes


def test_its_sentences_are_in_the_language_of_the_screens():
    request = a_request(*[a_unit(code) for code in "ABC"], days=1)

    plan = PlanningProcess(request, Limits(tries=10), 1, language="en").finished(PATIENCE)

    assert plan.shortage.causes[0].sentence.startswith("3 units (Dinas A, Dinas B, Dinas C) need 3")


def test_a_cancelled_process_ends_and_leaves_the_best_so_far():
    request = read_request(INSTANCE)
    running = PlanningProcess(request, Limits(seconds=3600), 1)
    assert running.finished(timeout=0.0) is None

    running.cancel()

    assert running.finished(PATIENCE) is None
    assert not running.is_running
    if running.progress is not None:
        assert violations(request, running.progress.sessions) == ()


def test_a_process_that_breaks_is_told_in_a_sentence_and_its_words_are_kept():
    broken = replace(a_request(a_unit("A")), venues={})

    running = PlanningProcess(broken, Limits(tries=10), 1)

    with pytest.raises(PlanningFailed, match="Tidak ada yang berubah") as failed:
        running.finished(PATIENCE)
    assert "KeyError" in failed.value.words
