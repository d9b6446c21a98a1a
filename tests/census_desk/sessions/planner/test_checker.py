"""The independent checker: every rule on a plan that breaks it, every cost counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.judged_cost import parts, unreached
from census_desk.sessions.planner.request import ForbiddenPlace, PlanDay
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_team,
    a_unit,
    at,
    day,
    north,
)


def broken(request, *sessions) -> list[str]:
    return [one.rule for one in violations(request, sessions)]


def test_a_plan_that_keeps_every_rule_breaks_none():
    request = a_request(a_unit("A"), a_unit("B"))

    assert broken(request, at("A", 1), at("B", 1, "PM")) == []


@pytest.mark.parametrize(
    "session", [at("X", 1), at("A", 9), at("A", 1, team="T9"), at("A", 1, "SORE")]
)
def test_what_the_request_does_not_know_is_told(session):
    assert broken(a_request(a_unit("A")), session) == ["unknown"]


def test_a_friday_without_an_afternoon_takes_no_session_then():
    request = a_request(a_unit("A"), days=1)
    request = replace(request, days=(PlanDay(on=day(1), slots=("AM",)),))

    assert broken(request, at("A", 1, "PM")) == ["unknown"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"first": day(2)}, "window"),
        ({"last": day(0)}, "window"),
        ({"blackout": frozenset({day(1)})}, "blackout"),
    ],
)
def test_a_unit_is_visited_only_when_it_is_open(change, rule):
    assert broken(a_request(a_unit("A", **change)), at("A", 1)) == [rule]


@pytest.mark.parametrize(
    ("slot", "expected"), [("", ["forbidden"]), ("AM", ["forbidden"]), ("PM", [])]
)
def test_a_forbidden_place_is_kept_free(slot, expected):
    request = a_request(a_unit("A"), forbidden=(ForbiddenPlace(unit="A", on=day(1), slot=slot),))

    assert broken(request, at("A", 1)) == expected


def test_a_team_with_too_few_members_does_not_go_out():
    request = a_request(a_unit("A"), teams=1)
    request = replace(request, teams=(a_team("T1", away=(day(1),)),))

    assert broken(request, at("A", 1)) == ["team"]
    assert broken(request, at("A", 2)) == []


def test_a_team_is_in_one_place_at_a_time():
    assert broken(a_request(a_unit("A"), a_unit("B")), at("A", 1), at("B", 1)) == ["team twice"]


def test_a_unit_gets_no_more_sessions_than_it_needs_nor_a_day_bears():
    request = a_request(a_unit("A", people=80))

    assert broken(request, at("A", 1), at("A", 1, "PM")) == ["per day"]
    assert broken(request, at("A", 1), at("A", 2), at("A", 2, "PM")) == ["sessions", "per day"]


def test_two_offices_in_one_hall_meet_at_different_hours():
    units = (a_unit("A", venue="GOR"), a_unit("B", venue="GOR"))
    request = a_request(*units, teams=2)

    assert broken(request, at("A", 1), at("B", 1, team="T2")) == ["venue"]
    assert broken(request, at("A", 1), at("B", 1, "PM", team="T2")) == []
    assert broken(replace(request, venues={"GOR": 2}), at("A", 1), at("B", 1, team="T2")) == []


@pytest.mark.parametrize(("minutes", "expected"), [(59.99, []), (60.01, ["too far"])])
def test_an_hour_of_road_is_allowed_between_two_sessions_and_no_more(minutes, expected):
    request = a_request(a_unit("A"), a_unit("B", lat=north(minutes)))

    assert broken(request, at("A", 1), at("B", 1, "PM")) == expected


def test_the_same_building_is_no_road_at_all():
    units = (a_unit("A", venue="GOR"), a_unit("B", venue="GOR", lat=north(90)))

    assert broken(a_request(*units), at("A", 1), at("B", 1, "PM")) == []


def test_a_locked_session_must_be_there():
    request = a_request(a_unit("A"), locked=(at("A", 2),))

    assert broken(request, at("A", 1)) == ["locked"]
    assert broken(request, at("A", 2)) == []


def test_who_is_left_out_is_counted_by_sessions():
    request = a_request(a_unit("A", people=100), a_unit("B"))

    assert unreached(request, [at("A", 1), at("B", 1, "PM")]) == {"A": 2}


def test_the_cost_of_a_plan_is_the_one_counted_by_hand():
    request = a_request(a_unit("A", people=30), a_unit("B", people=60, room=60, lat=north(25)))

    cost = parts(request, [at("A", 1), at("B", 2, "PM")])

    assert cost.wait == 30 * 1 + 60 * 2
    assert cost.travel == pytest.approx(
        5 + 5 + 25 + 25, abs=0.1
    )  # home itself is five minutes away
    assert (cost.unreached, cost.change) == (0, 0)


def test_a_morning_and_an_afternoon_make_one_tour():
    request = a_request(a_unit("A", lat=north(15)), a_unit("B", lat=north(25)))

    cost = parts(request, [at("A", 1), at("B", 1, "PM")])

    assert cost.travel == pytest.approx(15 + (25 - 15 + 5) + 25, abs=0.1)


def test_a_person_not_reached_costs_a_thousand_days():
    request = a_request(a_unit("A", people=70, room=35))

    assert parts(request, [at("A", 1)]).unreached == 35_000


def test_one_session_beyond_the_share_of_a_team_is_free():
    units = [a_unit(f"U{n}") for n in range(4)]
    request = a_request(*units, days=2, teams=2)
    even = [at("U0", 1), at("U1", 1, "PM"), at("U2", 1, team="T2"), at("U3", 1, "PM", "T2")]
    three = [*even[:3], at("U3", 2)]
    four = [at("U0", 1), at("U1", 1, "PM"), at("U2", 2), at("U3", 2, "PM")]

    assert [parts(request, plan).balance for plan in (even, three, four)] == [0, 0, 200]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (at("A", 1), 0),
        (at("A", 1, team="T2"), 20),
        (at("A", 1, "PM"), 100),
        (at("A", 2), 300),
        (at("A", 2, "PM", "T2"), 300),
    ],
)
def test_a_session_that_moves_costs_what_people_must_learn_anew(new, expected):
    request = a_request(a_unit("A"), teams=2, previous=(at("A", 1),))

    assert parts(request, [new]).change == expected


def test_like_is_set_against_like_when_a_unit_has_several_sessions():
    request = a_request(a_unit("A", people=80), days=3, previous=(at("A", 1), at("A", 2)))

    assert parts(request, [at("A", 2), at("A", 3)]).change == 300


def test_sentences_name_the_unit_the_day_and_the_team():
    [one] = violations(a_request(a_unit("A", first=day(2))), [at("A", 1)])

    assert one.sentence == (
        "Dinas A, 17/02/2020 pagi, Tim T1: di luar masa yang diizinkan untuk sasaran itu."
    )


def test_names_from_a_file_are_never_formats():
    request = a_request(a_unit("A{0}", first=day(2)))

    assert "A{0}, 17/02/2020" in violations(request, [at("A{0}", 1)])[0].sentence
