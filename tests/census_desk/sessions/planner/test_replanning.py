"""After an event: what is hit, how much else may move, and what people must be told."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.reading import read_request
from census_desk.sessions.planner.replanning import (
    LockedSessionHit,
    Strength,
    changes,
    from_today,
    hit_sessions,
    replanning,
)
from census_desk.sessions.planner.request import PlannedSession
from tests.census_desk.sessions.planner.small import (
    a_request,
    a_team,
    a_unit,
    at,
    day,
    planned,
    random_request,
)
from tests.census_desk.sessions.planner.test_reading import INSTANCE


def closed(request, code: str, on):
    """The request after an office closes one day."""
    return replace(
        request,
        units=tuple(
            replace(unit, blackout=unit.blackout | {on}) if unit.code == code else unit
            for unit in request.units
        ),
    )


def test_a_plan_that_still_holds_is_hit_nowhere():
    request = a_request(a_unit("A"), a_unit("B"))

    assert hit_sessions(request, [at("A", 1), at("B", 1, "PM")]) == ()


def test_a_closed_day_and_a_team_on_leave_hit_their_sessions():
    request = a_request(a_unit("A"), a_unit("B"), teams=2)
    known = [at("A", 1), at("B", 1, team="T2")]
    away = replace(request, teams=(request.teams[0], a_team("T2", away=(day(1),))))

    assert hit_sessions(closed(request, "A", day(1)), known) == (known[0],)
    assert hit_sessions(away, known) == (known[1],)


def test_of_two_in_a_hall_that_lost_a_room_the_locked_one_stays():
    units = (a_unit("A", venue="GOR"), a_unit("B", venue="GOR"))
    request = a_request(*units, teams=2)
    known = [at("A", 1), at("B", 1, team="T2")]

    assert hit_sessions(request, known) == (known[1],)
    assert hit_sessions(replace(request, locked=(known[1],)), known) == (known[0],)


@pytest.mark.parametrize("strength", [Strength.HIT, Strength.USUAL])
def test_an_event_that_hits_one_session_moves_few(strength):
    request = read_request(INSTANCE)
    known = planned(request, tries=20_000).sessions
    one = next(each for each in known if each.unit == "CL-33.19.04-1")
    event = closed(request, one.unit, one.on)

    plan = planned(replanning(event, known, strength), tries=20_000)

    assert hit_sessions(event, known) == (one,)
    assert violations(event, plan.sessions) == ()
    assert 1 <= len(changes(known, plan.sessions)) <= (1 if strength is Strength.HIT else 5)


def test_nothing_moves_when_nothing_is_hit():
    request = read_request(INSTANCE)
    known = planned(request, tries=30_000).sessions

    plan = planned(replanning(request, known), tries=10_000)

    assert len(changes(known, plan.sessions)) <= 2  # small gains larger than their price


def test_a_free_plan_owes_nothing_to_the_old_one():
    request = a_request(a_unit("A"), previous=(at("A", 2),))

    assert replanning(request, [at("A", 2)], Strength.FREE).previous == ()
    assert planned(replanning(request, [at("A", 2)], Strength.FREE)).sessions[0].on == day(1)


def test_only_what_is_hit_may_move_when_that_is_asked():
    request = closed(a_request(a_unit("A"), a_unit("B"), days=3), "A", day(1))

    strict = replanning(request, [at("A", 1), at("B", 2)], Strength.HIT)

    assert strict.locked == (at("B", 2),)


def test_a_locked_session_that_is_hit_must_be_released_first():
    request = closed(a_request(a_unit("A"), locked=(at("A", 1),)), "A", day(1))

    with pytest.raises(LockedSessionHit, match=r"A \(17/02/2020\)\. Lepaskan kuncinya dulu\."):
        replanning(request, [at("A", 1)])


def test_what_is_past_is_settled():
    request = a_request(a_unit("A", people=90, room=30), a_unit("B"), days=4)
    known = [at("B", 1), at("A", 1, "PM"), at("A", 2), at("A", 3)]

    ahead = from_today(request, known, day(3))

    assert [(unit.code, unit.people, unit.sessions) for unit in ahead.units] == [("A", 30, 1)]
    assert [one.on for one in ahead.days] == [day(3), day(4)]
    assert replanning(request, known, today=day(3)).previous == (at("A", 3),)
    assert from_today(request, known, day(1)) is request


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), today=st.integers(1, 4))
def test_a_plan_made_again_breaks_no_rule_whatever_is_past(seed, today):
    request = random_request(Random(seed), days=4, teams=2, units=5)
    known = planned(request, tries=200).sessions
    event = closed(request, request.units[0].code, day(2))

    for strength in Strength:
        again = replanning(event, known, strength, today=day(today))

        if again.units:
            assert violations(again, planned(again, tries=200).sessions) == ()


def test_the_list_from_old_to_new_sets_like_against_like():
    old = [at("A", 1), at("A", 2), at("B", 1, "PM"), at("C", 2, "PM")]
    new = [at("A", 2, team="T2"), at("A", 3), at("B", 1, "PM"), at("D", 1)]

    found = changes(old, new)

    assert [(one.unit, one.other_date, one.other_half) for one in found] == [
        ("A", True, True),
        ("D", True, True),
        ("A", False, False),
        ("C", True, True),
    ]
    assert found[0].after == at("A", 3)
    assert found[3].after is None


def test_the_same_plan_has_no_changes_whatever_is_locked():
    locked = PlannedSession(unit="A", on=day(1), slot="AM", team="T1", locked=True)

    assert changes([at("A", 1)], [locked]) == ()
