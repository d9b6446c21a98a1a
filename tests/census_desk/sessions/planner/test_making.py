"""Plans: never against a rule, as good as all there are where they can be counted, repeatable."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.judged_cost import unreached
from census_desk.sessions.planner.making import (
    BrokenPlan,
    Limits,
    judged,
    make_plan,
    taken_early,
)
from census_desk.sessions.planner.request import PlanDay
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_team,
    a_unit,
    at,
    day,
    least_cost,
    north,
    planned,
    random_request,
)

TINY_SHAPES = ((3, 1), (2, 1), (1, 3), (1, 2))  # days and teams: six cells at most


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    days=st.integers(1, 6),
    teams=st.integers(1, 3),
    units=st.integers(1, 9),
)
def test_no_plan_breaks_a_rule(seed, days, teams, units):
    request = random_request(Random(seed), days=days, teams=teams, units=units)

    plan = planned(request, tries=700, seed=seed)

    assert violations(request, plan.sessions) == ()
    assert plan.unreached == unreached(request, plan.sessions)
    assert plan.total >= plan.bound - 1e-6


@pytest.mark.parametrize("seed", range(60))
def test_a_tiny_plan_is_the_best_of_all_there_are(seed):
    random = Random(seed)
    days, teams = random.choice(TINY_SHAPES)
    request = random_request(random, days=days, teams=teams, units=random.choice((2, 3, 4)))
    best = least_cost(request)

    plan = planned(request, tries=600, seed=seed)

    assert plan.total == pytest.approx(best)
    assert plan.bound <= best + 1e-6


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_session_locked_where_the_best_plan_has_it_changes_nothing(seed):
    request = random_request(Random(seed), days=3, teams=1, units=3)
    best = planned(request, tries=300)
    if best.sessions:
        locked = replace(request, locked=best.sessions[:1])

        again = planned(locked, tries=300)

        assert again.total == pytest.approx(best.total)
        assert any(one.locked for one in again.sessions)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_one_team_more_never_reaches_fewer(seed):
    request = random_request(Random(seed), days=1, teams=2, units=4)
    more = replace(request, teams=(*request.teams, a_team("T9")))

    fewer_left = sum(planned(more, tries=300).unreached.values())

    assert fewer_left <= sum(planned(request, tries=300).unreached.values())


def test_one_unit_goes_to_the_first_day():
    plan = planned(a_request(a_unit("A"), days=2))

    assert [(one.unit, one.on) for one in plan.sessions] == [("A", day(1))]


def test_two_units_in_one_hall_get_different_halves():
    units = (a_unit("A", venue="GOR"), a_unit("B", venue="GOR"))

    plan = planned(a_request(*units, days=1, teams=2))

    assert {one.slot for one in plan.sessions} == {"AM", "PM"}


def test_the_heavier_unit_stays_when_there_is_no_room_for_all():
    units = (a_unit("A", people=10), a_unit("B", people=40), a_unit("C", people=30))

    plan = planned(a_request(*units, days=1))

    assert plan.unreached == {"A": 1}
    assert plan.parts.unreached == 10_000


def test_units_too_far_apart_do_not_share_a_day():
    units = (a_unit("A", people=20), a_unit("B", people=40, lat=north(70)))

    plan = planned(a_request(*units, days=2))

    assert [(one.unit, one.on) for one in plan.sessions] == [("B", day(1)), ("A", day(2))]


def test_the_same_seed_and_tries_give_the_same_plan_and_others_another():
    request = random_request(Random(4), days=8, teams=3, units=20)

    plans = [planned(request, tries=3000, seed=seed) for seed in (7, 7, 8)]

    assert plans[0] == plans[1]
    assert plans[0].tries == 3000
    assert plans[0].sessions != plans[2].sessions


def test_the_order_of_rows_in_a_file_does_not_change_the_plan():
    request = random_request(Random(4), days=6, teams=3, units=12)
    turned = replace(
        request,
        units=request.units[::-1],
        teams=request.teams[::-1],
        venues=dict(reversed(list(request.venues.items()))),
    )

    assert planned(turned).sessions == planned(request).sessions


def test_seconds_end_a_search_by_the_clock_that_is_handed_in():
    request = random_request(Random(4), days=8, teams=3, units=20)
    ticks = count()

    plan = make_plan(request, Limits(seconds=10), 1, clock=lambda: float(next(ticks)))

    assert 0 < plan.tries <= 10 * 256


def test_seconds_end_a_search_that_has_tries_left():
    request = random_request(Random(4), days=8, teams=3, units=20)
    ticks = count()

    plan = make_plan(request, Limits(seconds=5, tries=10**6), 1, clock=lambda: float(next(ticks)))

    assert plan.tries <= 5 * 256


def test_the_best_so_far_is_told_while_it_gets_better_and_at_the_end():
    request = random_request(Random(4), days=8, teams=3, units=20)
    told = []

    plan = make_plan(request, Limits(tries=5000), 1, clock=lambda: 0.0, on_better=told.append)

    assert [one.cost for one in told] == sorted((one.cost for one in told), reverse=True)
    assert told[0].share == 0
    assert told[-1].share == 1
    assert told[-1].sessions == plan.sessions
    assert told[-1].missing == sum(plan.unreached.values())


def test_a_cancelled_search_answers_the_best_so_far():
    request = random_request(Random(4), days=8, teams=3, units=20)

    plan = make_plan(request, Limits(tries=10**9), 1, clock=lambda: 0.0, cancelled=lambda: True)

    assert plan.tries == 0
    assert violations(request, plan.sessions) == ()


def test_no_tries_give_the_first_plan():
    request = random_request(Random(4), days=8, teams=3, units=20)

    assert planned(request, tries=0).sessions


def test_nothing_to_move_ends_at_once():
    locked = a_request(a_unit("A"), locked=(at("A", 1),))
    away = replace(a_request(a_unit("A")), teams=(a_team(away=(day(1), day(2))),))

    assert planned(locked, tries=10**9).tries == 0
    assert planned(away, tries=10**9).unreached == {"A": 1}


def test_a_plan_known_to_people_is_kept_where_nothing_speaks_against_it():
    units = [a_unit(f"U{number}", people=30 + number) for number in range(6)]
    request = a_request(*units, days=4, teams=1)
    known = tuple(at(f"U{n}", 1 + n // 2, ("AM", "PM")[n % 2]) for n in range(6))

    plan = planned(replace(request, previous=known), tries=3000)

    assert {(one.unit, one.on) for one in plan.sessions} == {(one.unit, one.on) for one in known}
    assert plan.parts.change == 0


def test_a_closed_afternoon_stays_empty():
    request = a_request(a_unit("A"), a_unit("B"), days=2)
    request = replace(request, days=tuple(replace(one, slots=("AM",)) for one in request.days))

    assert [one.slot for one in planned(request).sessions] == ["AM", "AM"]
    assert PlanDay(on=day(1)).slots == ("AM", "PM")


def test_a_plan_the_checker_refuses_is_never_handed_out():
    request = a_request(a_unit("A"))

    with pytest.raises(BrokenPlan, match="T9"):
        judged(request, (at("A", 1, team="T9"),), seed=1, tries=0, bound=0)


def test_a_search_that_was_cancelled_leaves_a_plan_with_its_reasons():
    request = a_request(*[a_unit(code) for code in "ABC"], days=1)
    told = []
    make_plan(request, Limits(tries=10), 1, clock=count().__next__, on_better=told.append)

    plan = taken_early(request, told[-1], 1)

    assert plan.sessions == told[-1].sessions
    assert plan.unreached and plan.shortage is not None
    assert plan.total >= plan.bound
