"""With a solver: a bound below every plan, and never a worse one. Without it: a sentence."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from census_desk.sessions.planner import proving
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.grid import grid_of
from census_desk.sessions.planner.judged_cost import parts
from census_desk.sessions.planner.proving import NoSolver, proven, tours_of
from census_desk.sessions.planner.solver import is_installed
from census_desk.sessions.planner.tour_naming import named_tours
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_unit,
    at,
    least_cost,
    planned,
    random_request,
)

with_solver = pytest.mark.skipif(not is_installed(), reason="the extra plan is not installed")


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr(proving, "is_installed", lambda: False)
    request = a_request(a_unit("A"))

    with pytest.raises(NoSolver, match="python -m pip install highspy"):
        proven(request, planned(request), 5, clock=lambda: 0.0)


@with_solver
@pytest.mark.parametrize("seed", range(12))
def test_a_proven_bound_is_below_the_best_plan_there_is(seed):
    random = Random(seed)
    request = random_request(random, days=3, teams=1, units=3)
    plan = planned(request, tries=300)

    shown = proven(request, plan, 5, clock=lambda: 0.0)

    assert shown.proven
    assert plan.bound - 1e-6 <= shown.bound <= least_cost(request) + 1e-6
    assert shown.total <= plan.total + 1e-6
    assert violations(request, shown.sessions) == ()
    assert (shown.shortage is None) == (not shown.unreached)


@with_solver
@pytest.mark.parametrize("seed", range(4))
def test_polishing_makes_a_first_plan_better(seed):
    request = random_request(Random(seed), days=10, teams=3, units=25)
    first = planned(request, tries=0)

    shown = proven(request, first, 10, clock=lambda: 0.0)

    assert shown.total < first.total
    assert shown.bound <= shown.total + 1e-6


@with_solver
def test_a_cancelled_proof_keeps_the_plan():
    request = random_request(Random(3), days=4, teams=2, units=6)
    plan = planned(request)

    assert proven(request, plan, 5, clock=lambda: 0.0, cancelled=lambda: True).sessions == (
        plan.sessions
    )


def test_tours_taken_from_a_plan_and_named_again_cost_no_more_than_it():
    request = random_request(Random(5), days=6, teams=3, units=12)
    plan = planned(request)
    grid = grid_of(request)

    sessions = named_tours(grid, tours_of(grid, plan.sessions))

    assert violations(request, sessions) == ()
    assert parts(request, sessions).travel == pytest.approx(plan.parts.travel)
    assert parts(request, sessions).balance <= plan.parts.balance + 200


def test_a_locked_session_keeps_its_team_and_two_locks_on_one_team_make_no_plan():
    units = [a_unit(code) for code in "ABC"]
    request = a_request(*units, days=1, teams=2, locked=(at("A", 1, team="T2"),))
    grid = grid_of(request)
    nobody, a, b = grid.nobody, 0, 1

    named = named_tours(grid, [(0, b, nobody), (0, a, nobody)])
    both = replace(request, locked=(at("A", 1, team="T2"), at("B", 1, "PM", "T2")))

    assert {(one.unit, one.team) for one in named} == {("A", "T2"), ("B", "T1")}
    assert named_tours(grid_of(both), [(0, a, nobody), (0, nobody, b)]) == ()


def test_more_tours_than_teams_make_no_plan():
    request = a_request(a_unit("A"), a_unit("B"), days=1)
    grid = grid_of(request)

    assert named_tours(grid, [(0, 0, grid.nobody), (0, 1, grid.nobody)]) == ()
