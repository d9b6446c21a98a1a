"""Teams formed at once: facilitators dealt out, the rest filled up by number."""

import pytest

from census_desk.errors import InvalidRecord
from census_desk.sessions.planning.forming import form_teams
from tests.census_desk.sessions.planning.campaign import kabupaten


def test_facilitators_without_a_team_are_dealt_out_and_the_rest_is_a_number():
    register = kabupaten(teams=0)
    for team in register.planning_teams.all():
        register.planning_teams.remove(team.id)

    first, second, third = form_teams(register, 3, members=2, new_id=register.ids)

    assert [one.name for one in (first, second, third)] == ["Tim A", "Tim B", "Tim C"]
    assert [len(one.facilitator_ids) for one in (first, second, third)] == [1, 1, 0]
    assert {one.member_count for one in (first, second, third)} == {2}


def test_those_who_have_a_team_stay_there():
    register = kabupaten(teams=1)

    made = form_teams(register, 2, new_id=register.ids)

    assert all(not one.facilitator_ids for one in made)


def test_forming_is_one_step_and_names_already_taken_are_passed_over():
    register = kabupaten(teams=0)
    form_teams(register, 2, new_id=register.ids)
    count = register.planning_teams.count()

    names = [one.name for one in form_teams(register, 2, new_id=register.ids)]
    register.undo()

    assert names == ["Tim C", "Tim D"]
    assert register.planning_teams.count() == count


@pytest.mark.parametrize(("fields", "field"), [({"count": 0}, "count"), ({"count": 41}, "count")])
def test_a_number_of_teams_nobody_has_is_refused(fields, field):
    register = kabupaten()

    with pytest.raises(InvalidRecord) as refused:
        form_teams(register, **fields, new_id=register.ids)

    assert set(refused.value.problems) == {field}


def test_nobody_waits_for_more_members_than_a_team_has():
    register = kabupaten()

    with pytest.raises(InvalidRecord) as refused:
        form_teams(register, 2, members=2, min_present=3, new_id=register.ids)

    assert set(refused.value.problems) == {"min_present"}
