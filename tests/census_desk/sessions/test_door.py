"""The desk at the door: names, scanned codes, arrival times, counters, and taking back."""

from dataclasses import replace
from datetime import time

import pytest

from census_desk.errors import InvalidRecord
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.checkin import arrivals, check_in, check_in_guest, take_back
from census_desk.sessions.door import Door, DoorAnswer, card_code, invitation_code, is_door_code
from census_desk.sessions.recording import record_state
from census_desk.sessions.session import Invitees

AT = time(8, 41)


@pytest.fixture
def door(hall):
    return Door(hall.session, hall.people)


def came(hall, door, name, at=AT):
    before = hall.person(name)
    now = check_in(hall.register, hall.session.id, before, at)
    door.put(now)
    return before, now


def test_a_scanned_invitation_or_card_names_its_person(hall, door):
    ani = hall.person("Ani")

    for code in (invitation_code(hall.session.id, ani.key), card_code(ani.key)):
        assert door.ask(code).person == ani
        assert door.ask(code.lower()).answer is DoorAnswer.WELCOME


def test_an_invitation_to_another_session_is_not_let_in(hall, door):
    found = door.ask(invitation_code("0123456789ABC", hall.person("Ani").key))

    assert found.answer is DoorAnswer.NOT_INVITED


def test_a_code_read_wrongly_asks_for_another_scan(hall, door):
    code = card_code(hall.person("Ani").key)

    for wrong in (code[:-1], code[:-1] + ("A" if code[-1] != "A" else "B"), code + "X"):
        assert door.ask(wrong).answer is DoorAnswer.MISREAD


def test_a_code_tells_nothing_about_the_person(hall):
    ani = hall.person("Ani")

    assert ani.key not in card_code(ani.key)
    assert is_door_code(card_code(ani.key))
    assert not is_door_code("Khairul")


def test_a_name_typed_in_part_names_one_or_asks(door):
    assert door.ask("haD").person.name == "Hadi"
    several = door.ask("i")
    assert several.answer is DoorAnswer.SEVERAL
    assert len(several.candidates) > 2
    assert door.ask("Zulkifli").answer is DoorAnswer.NOBODY


def test_who_came_is_noted_with_the_time_and_not_twice(hall, door):
    came(hall, door, "Ani")

    assert hall.person("Ani").attendance.arrived_at == AT
    again = door.ask("Ani")
    assert (again.answer, again.sentence) == (
        DoorAnswer.ALREADY,
        "Sudah hadir pukul 08.41.",
    )


def test_who_was_noted_absent_can_still_come(hall, door):
    record_state(
        hall.register, hall.session.id, [hall.person("Ani")], AttendanceState.ABSENT,
        new_id=hall.register.ids,
    )  # fmt: skip
    door = Door(hall.session, hall.people)

    assert door.ask("Ani").answer is DoorAnswer.WELCOME
    came(hall, door, "Ani")
    assert hall.state("Ani") is AttendanceState.PRESENT


def test_the_counters_keep_guests_apart(hall, door):
    came(hall, door, "Ani")
    door.put(check_in_guest(hall.register, hall.session.id, "  Tamu  Media ", AT))

    counters = door.counters
    assert (counters.invited, counters.came, counters.missing, counters.guests) == (8, 1, 7, 1)


def test_a_guest_needs_a_name(hall):
    with pytest.raises(InvalidRecord):
        check_in_guest(hall.register, hall.session.id, "  ", AT)


def test_the_last_one_can_be_taken_back_to_what_was_noted_before(hall, door):
    before, now = came(hall, door, "Ani")
    door.put(take_back(hall.register, before, now))
    assert hall.state("Ani") is None

    record_state(
        hall.register, hall.session.id, [hall.person("Bowo")], AttendanceState.EXCUSED,
        new_id=hall.register.ids,
    )  # fmt: skip
    before, now = came(hall, door, "Bowo")
    take_back(hall.register, before, now)
    assert hall.state("Bowo") is AttendanceState.EXCUSED


def test_those_who_came_last_stand_first(hall, door):
    came(hall, door, "Ani", time(8, 40))
    came(hall, door, "Hadi", time(8, 42))

    assert [one.name for one in arrivals(hall.people)] == ["Hadi", "Ani"]


def test_twenty_people_are_twenty_steps(hall, door):
    before = hall.register.rev

    for one in hall.people:
        check_in(hall.register, hall.session.id, one, AT)

    assert hall.register.rev == before + 8


def test_who_is_invited_by_count_is_counted_beside_a_guest(hall):
    by_count = replace(hall.session, invitees=Invitees.COUNT, invited_count=90)
    door = Door(by_count, ())
    assert (door.counters.invited, door.counters.missing) == (90, 90)

    door.put(check_in_guest(hall.register, by_count.id, "Budi Tamu", AT))

    counters = door.counters
    assert (counters.invited, counters.came, counters.missing, counters.guests) == (90, 0, 89, 1)
