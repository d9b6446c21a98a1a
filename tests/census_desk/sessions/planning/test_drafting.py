"""One line of a plan: locked, forbidden, put elsewhere; and the load of every team."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planner.replanning import Strength
from census_desk.sessions.planning.accepting import accept
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.drafting import (
    NotThere,
    allow,
    forbid,
    lock,
    lock_session,
    put,
    refusal,
    unlock,
)
from census_desk.sessions.planning.load import load
from census_desk.sessions.planning.versions import draft_in_front
from census_desk.sessions.scheduling import DateLocked, move
from census_desk.sessions.session import SessionStatus
from tests.census_desk.sessions.planning.campaign import (
    ON,
    accepted,
    kabupaten,
    planned,
    team_named,
)

FREE_DAY = date(2020, 3, 10)


def test_a_locked_line_keeps_its_place_in_the_next_plan():
    register = kabupaten()
    version = planned(register)
    late = put(register, version.id, 0, to_on=FREE_DAY, slot="AM", on=ON)
    index = next(place for place, one in enumerate(late.lines) if one.on == FREE_DAY)
    lock(register, version.id, index)

    again = planned(register, request=planning_again(register, ON, Strength.FREE))

    assert [(one.on, one.is_locked) for one in again.lines if one.on == FREE_DAY] == [
        (FREE_DAY, True)
    ]


def test_a_released_line_moves_again():
    register = kabupaten()
    version = planned(register)
    put(register, version.id, 0, to_on=FREE_DAY, slot="AM", on=ON)
    lock(register, version.id, 0)
    unlock(register, version.id, 0)

    again = planned(register, request=planning_again(register, ON, Strength.FREE))

    assert FREE_DAY not in {one.on for one in again.lines}


def test_a_locked_line_is_not_put_elsewhere():
    register = kabupaten()
    version = planned(register)
    lock(register, version.id, 0)

    with pytest.raises(CensusDeskError, match="dikunci"):
        put(register, version.id, 0, to_on=FREE_DAY, slot="AM", on=ON)


def test_a_locked_line_becomes_a_locked_session():
    register = kabupaten()
    version = planned(register)
    lock(register, version.id, 0)

    [session] = accept(register, version.id, [0], on=ON, new_id=register.ids).made

    assert session.is_locked
    with pytest.raises(DateLocked):
        move(register, session.id, to_on=FREE_DAY, on=ON)


def test_a_session_is_locked_and_released_by_hand():
    register = kabupaten()
    session = accepted(register).made[0]

    assert lock_session(register, session.id).is_locked
    assert not lock_session(register, session.id, is_locked=False).is_locked


def test_a_line_is_put_where_the_rules_allow_it():
    register = kabupaten()
    version = planned(register)

    after = put(register, version.id, 0, to_on=FREE_DAY, slot="PM", on=ON)

    assert (after.lines[0].on, after.lines[0].slot) == (FREE_DAY, "PM")
    assert draft_in_front(register) == after


def test_a_line_is_not_put_on_a_day_that_is_not_worked_and_the_sentence_names_the_group():
    register = kabupaten()
    version = planned(register)

    with pytest.raises(NotThere, match=r"DKK|Setda"):
        put(register, version.id, 0, to_on=date(2020, 3, 8), slot="AM", on=ON)
    assert draft_in_front(register) == version


def test_two_lines_of_one_team_are_not_put_at_one_time():
    register = kabupaten(teams=1)
    version = planned(register)
    other = version.lines[1]

    told = refusal(register, version, 0, to_on=other.on, slot=other.slot, on=ON)

    assert "Satu" in told or "Aula DKK" in told


def test_a_line_that_is_a_session_moves_it_with_its_history():
    register = kabupaten()
    version = planned(register)
    accept(register, version.id, on=ON, new_id=register.ids)

    after = put(register, version.id, 0, to_on=FREE_DAY, slot="AM", on=ON)

    session = register.sessions.get(after.lines[0].session_id)
    assert session.held_on == FREE_DAY
    assert session.moves[-1].to_on == FREE_DAY


def test_an_invited_session_is_not_moved_without_a_reason():
    register = kabupaten()
    version = planned(register)
    made = accept(register, version.id, on=ON, new_id=register.ids).made
    for one in made:
        register.sessions.replace(replace(one, status=SessionStatus.INVITED))

    with pytest.raises(InvalidRecord, match="alasan"):
        put(register, version.id, 0, to_on=FREE_DAY, slot="AM", on=ON)


def test_a_forbidden_half_day_is_left_free_until_it_is_allowed_again():
    register = kabupaten()
    line = planned(register).lines[0]
    forbid(register, line.group, line.on, line.slot)

    assert [(one.unit, one.on, one.slot) for one in request_of(register, ON).forbidden] == [
        (line.group, line.on, line.slot)
    ]
    allow(register, line.group, line.on, line.slot)
    assert request_of(register, ON).forbidden == ()


def test_forbidding_twice_is_one_word():
    register = kabupaten()
    key = planned(register).lines[0].group
    forbid(register, key, FREE_DAY)
    before = register.rev
    forbid(register, key, FREE_DAY)

    assert register.rev == before


def test_the_load_of_the_teams_adds_up_to_the_plan():
    register = kabupaten(teams=3, areas=True)
    version = planned(register)

    found = load(register, version, ON)

    assert sum(one.sessions for one in found) == len(version.lines)
    assert sum(one.people for one in found) == sum(one.people for one in version.lines)
    assert all(one.halves == one.sessions <= one.halves_there for one in found)
    assert all(one.km > 0 and one.minutes > one.km for one in found)


def test_a_team_on_leave_has_fewer_half_days():
    register = kabupaten(teams=2)
    monday = date(2020, 2, 17)
    for one in register.facilitators.all():
        leave = (Leave(first=monday, last=monday + timedelta(days=1)),)
        register.facilitators.replace(replace(one, leave=leave))
    mine, other = load(register, planned(register), ON)

    assert mine.team_id == team_named(register, "Tim Satu").id
    assert other.halves_there - mine.halves_there == 4
