"""Records of the planner beside each other: one team for each person, one record for each group."""

from dataclasses import replace
from datetime import time

from census_desk import editing
from tests.census_desk.builders import a_team, an_own_group, problems_of
from tests.census_desk.sessions.planning.campaign import kabupaten, team_named


def saving(register, record):
    return lambda: editing.add(register, replace(record, id=register.ids()))


def test_nobody_is_in_two_teams():
    register = kabupaten()
    mine = team_named(register, "Tim Satu")

    problems = problems_of(saving(register, a_team(facilitator_ids=mine.facilitator_ids[:1])))

    assert problems == {"facilitator_ids": "Ani sudah anggota Tim Satu."}


def test_two_teams_have_two_names():
    problems = problems_of(saving(kabupaten(), a_team(name="tim  satu")))

    assert problems == {"name": "Sudah ada tim bernama Tim Satu."}


def test_a_group_has_one_record():
    register = kabupaten()
    editing.add(register, an_own_group(id=register.ids()))

    assert "key" in problems_of(saving(register, an_own_group()))


def test_hours_of_sessions_keep_to_those_of_the_office_however_they_are_saved():
    register = kabupaten()
    [rules] = register.planning_rules.all()
    late = replace(rules, afternoon_until=time(18))

    assert "afternoon_until" in problems_of(lambda: editing.change(register, late))
