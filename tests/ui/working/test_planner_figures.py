"""Figures of Rencana that must agree: what changes, who has no date, what a place means."""

from dataclasses import replace

import pytest

from census_desk.sessions.planner.replanning import Strength
from census_desk.sessions.planning.asking import planning_again
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.proposing import proposal
from census_desk.sessions.planning.settings import set_group
from census_desk.sessions.planning.version import PlanMissing
from tests.census_desk.builders import a_venue, an_own_group
from tests.census_desk.sessions.planning.campaign import ON, accepted, kabupaten, planned
from ui.presenters.planner_changes import change_rows
from ui.presenters.planner_groups import is_cramped, place_words
from ui.presenters.planner_shortage import missing_rows


@pytest.fixture
def register():
    return kabupaten()


def health(register):
    return next(one for one in groups_to_reach(register, ON) if one.short_name == "DKK")


def test_a_session_that_only_gets_another_hall_says_which(register):
    accepted(register)
    pendopo = register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=90))
    set_group(register, an_own_group(id="", key=health(register).key, venue_id=pendopo.id))
    version = planned(register, request=planning_again(register, ON, Strength.HIT))

    rows = change_rows(proposal(register, version, ON), {})

    assert rows
    assert all(row.before != row.after for row in rows)
    assert all("Aula DKK" in row.before and "Pendopo" in row.after for row in rows)


def test_those_without_a_date_are_the_people_of_the_missing_sessions_only(register):
    version = planned(register)
    key = health(register).key
    kept = [one for one in version.lines if one.group != key]
    kept += [one for one in version.lines if one.group == key][:1]
    short = replace(version, lines=tuple(kept), missing=(PlanMissing(group=key, sessions=1),))

    (row,) = missing_rows(short, {}, {key: 100}, {key: 60})

    assert row.people == 50


def test_people_whose_session_cannot_stay_are_without_a_date_again(register):
    accepted(register)
    version = planned(register, request=planning_again(register, ON, Strength.HIT))
    key = health(register).key
    kept = [one for one in version.lines if one.group != key]
    kept += [one for one in version.lines if one.group == key][:1]
    short = replace(version, lines=tuple(kept), missing=(PlanMissing(group=key, sessions=1),))
    group = health(register)

    (row,) = missing_rows(short, {}, {key: group.left + group.scheduled}, {key: group.room})

    assert (group.left, row.people) == (0, 50)


def test_a_place_is_measured_by_those_who_are_left(register):
    group = replace(health(register), people=160, left=80, room=80, sessions=1)

    assert not is_cramped(group)
    assert place_words(group) == "cukup untuk sekali"
    assert "100 orang jadi 2 sesi" in place_words(replace(group, left=100, sessions=2))
