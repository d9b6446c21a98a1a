"""The planner and the coverage board say the same of villages and their kecamatan."""

from dataclasses import replace

from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.steps import State, Step
from census_desk.sessions.planning.accepting import accept
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.settings import planning_rules_of, set_rules
from tests.census_desk.sessions.planning.campaign import ON, kabupaten, planned

KECAMATAN = "33.19.01"


def scheduled(board):
    """The states of Dijadwalkan of the villages of one kecamatan."""
    rows = [row for row in board.rows if row.area_code.startswith(f"{KECAMATAN}.")]
    return {row.area_code: row.marks[Step.SCHEDULED] for row in rows}


def lines_of(version, kind):
    return [at for at, one in enumerate(version.lines) if one.group.startswith(kind)]


def test_a_kecamatans_planned_meeting_leaves_its_villages_to_be_reached_on_both():
    register = kabupaten(areas=True, teams=4)
    version = planned(register)
    accept(register, version.id, lines_of(version, "district:"), on=ON, new_id=register.ids)

    marks = scheduled(CoverageBoard(register, ON))

    inside = [one for one in groups_to_reach(register, ON) if one.key.startswith("cluster:")]
    assert {one.scheduled for one in inside} == {0}
    assert {one.state for one in marks.values()} == {State.MISSING}


def test_a_village_shows_the_day_of_its_own_session_not_the_kecamatans():
    register = kabupaten(areas=True, teams=4)
    accept(register, planned(register).id, on=ON, new_id=register.ids)

    marks = scheduled(CoverageBoard(register, ON))

    own = {
        code: one.id
        for one in register.sessions.all()
        for code in one.village_codes
        if code.startswith(KECAMATAN)
    }
    assert {code: one.record_id for code, one in marks.items()} == own


def test_where_villages_are_not_planned_the_kecamatans_meeting_is_theirs_too():
    register = kabupaten(areas=True, teams=4)
    set_rules(register, replace(planning_rules_of(register), reaches_villages=False))
    accept(register, planned(register).id, on=ON, new_id=register.ids)
    board = CoverageBoard(register, ON)

    assert {one.state for one in scheduled(board).values()} == {State.DONE}

    set_rules(register, replace(planning_rules_of(register), reaches_villages=True))
    board.refresh()
    assert {one.state for one in scheduled(board).values()} == {State.MISSING}
