"""Who came to a session: the list, the counts, and noting states."""

from dataclasses import replace

import pytest

from census_desk.errors import InvalidRecord
from census_desk.identity import Ids
from census_desk.register import Register
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.recording import (
    add_walk_in,
    clear_states,
    record_state,
    turnout,
)
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import SessionKind
from tests.census_desk.builders import a_session, an_employee, an_office


@pytest.fixture
def new_id():
    return Ids()


@pytest.fixture
def register(new_id):
    with Register.in_memory() as made:
        inside = made.offices.add(an_office(id=new_id(), code="A"))
        outside = made.offices.add(an_office(id=new_id(), code="B"))
        for name, office in (("Zaenal", inside), ("Ani", inside), ("Tono", outside)):
            made.employees.add(an_employee(id=new_id(), name=name, office_id=office.id))
        made.sessions.add(a_session(id=new_id(), office_ids=(inside.id,)))
        yield made


def people(register):
    return people_of(register, register.sessions.all()[0])


def named(register, *names):
    return [one for one in people(register) if one.name in names]


def note(register, new_id, state, *names):
    session = register.sessions.all()[0]
    record_state(register, session.id, named(register, *names), state, new_id=new_id)


def test_a_session_expects_the_asn_of_its_offices_by_name(register):
    assert [one.name for one in people(register)] == ["Ani", "Zaenal"]


def test_not_recorded_is_not_absent(register):
    assert turnout(people(register)).recorded == 0
    assert [one.state for one in people(register)] == [None, None]


def test_states_are_noted_in_one_step_and_counted(register, new_id):
    before = register.rev
    note(register, new_id, AttendanceState.PRESENT, "Ani", "Zaenal")

    counts = turnout(people(register))

    assert register.rev == before + 1
    assert (counts.expected, counts.recorded, counts.reached) == (2, 2, 2)


def test_a_state_noted_anew_replaces_the_old_one(register, new_id):
    note(register, new_id, AttendanceState.PRESENT, "Ani")
    note(register, new_id, AttendanceState.SICK, "Ani")

    assert register.attendances.count() == 1
    assert turnout(people(register)).by_state == {AttendanceState.SICK: 1}
    assert turnout(people(register)).reached == 0


def test_a_walk_in_is_listed_last_and_counted(register, new_id):
    session = register.sessions.all()[0]
    add_walk_in(register, session.id, " Budi ", new_id=new_id)

    assert people(register)[-1].name == "Budi"
    assert turnout(people(register)).reached == 1


def test_a_walk_in_without_a_name_is_refused(register, new_id):
    with pytest.raises(InvalidRecord):
        add_walk_in(register, register.sessions.all()[0].id, "  ", new_id=new_id)


def test_an_asn_of_another_office_who_came_is_listed(register, new_id):
    session = register.sessions.all()[0]
    tono = register.employees.all()[2]
    assert "Tono" not in [one.name for one in people(register)]

    add_walk_in(register, session.id, "Tono", office_id=tono.office_id, new_id=new_id)

    assert [one.name for one in people(register)] == ["Ani", "Zaenal", "Tono"]


def test_a_note_can_be_taken_back(register, new_id):
    note(register, new_id, AttendanceState.PRESENT, "Ani")

    taken = clear_states(register, register.sessions.all()[0].id, people(register))

    assert taken == 1
    assert register.attendances.count() == 0


def test_a_state_noted_again_changes_nothing(register, new_id):
    note(register, new_id, AttendanceState.PRESENT, "Ani")
    before = register.attendances.all()

    note(register, new_id, AttendanceState.PRESENT, "Ani")

    assert register.attendances.all() == before


def test_heads_at_a_meeting_are_expected_by_their_post(register, new_id):
    office = register.offices.all()[0]
    meeting = register.sessions.add(
        a_session(id=new_id(), kind=SessionKind.COORDINATION, office_ids=(office.id,))
    )

    (head,) = people_of(register, meeting)
    record_state(register, meeting.id, [head], AttendanceState.ABSENT, new_id=new_id)

    (noted,) = people_of(register, meeting)
    assert (noted.name, noted.state, noted.is_listed) == (
        head.name,
        AttendanceState.ABSENT,
        True,
    )


def test_who_left_the_list_but_was_noted_stays_in_sight(register, new_id):
    note(register, new_id, AttendanceState.PRESENT, "Ani")
    session = register.sessions.all()[0]
    register.sessions.replace(replace(session, office_ids=(register.offices.all()[1].id,)))

    assert [(one.name, one.is_listed) for one in people(register)] == [
        ("Tono", True),
        ("Ani", False),
    ]
