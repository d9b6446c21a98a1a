"""Venues, facilitators, the office's rules, and what was added to a session."""

from datetime import date, time

import pytest

from census_desk.errors import InvalidRecord
from census_desk.sessions.facilitator import Leave, facilitator_names, leave_on
from census_desk.sessions.rules import SEVERITY_FIELDS, ClashKind, Severity, severity_of
from census_desk.sessions.session import (
    Invitees,
    Material,
    SessionKind,
    is_moved,
    move_words,
    moved,
)
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_day_change,
    a_facilitator,
    a_session,
    a_venue,
    problems_of,
    some_rules,
)


def test_a_venue_seats_at_least_one_or_its_size_is_not_known():
    assert problems_of(a_venue, capacity=0) == {
        "capacity": "Kapasitas minimal 1 orang; kosongkan bila belum diketahui."
    }
    assert a_venue(capacity=None).capacity is None


def test_a_venue_of_a_million_seats_is_a_slip_of_the_finger():
    assert list(problems_of(a_venue, capacity=1_000_000)) == ["capacity"]


@pytest.mark.parametrize("field", ["name", "address", "contact", "note"])
def test_a_venue_keeps_no_population_number(field):
    assert list(problems_of(a_venue, **{field: NIK_LIKE})) == [field]


def test_a_facilitator_has_a_name_and_a_nip_that_can_be_one():
    assert list(problems_of(a_facilitator, name=" ")) == ["name"]
    assert list(problems_of(a_facilitator, nip="123")) == ["nip"]


def test_leave_covers_its_first_and_its_last_day():
    person = a_facilitator(leave=(Leave(first=date(2020, 2, 24), last=date(2020, 2, 26)),))

    assert leave_on(person, date(2020, 2, 24)) and leave_on(person, date(2020, 2, 26))
    assert leave_on(person, date(2020, 2, 27)) is None


def test_leave_does_not_end_before_it_begins():
    with pytest.raises(InvalidRecord):
        Leave(first=date(2020, 2, 26), last=date(2020, 2, 24))


def test_those_of_the_list_are_named_first_and_each_once():
    people = [a_facilitator(id="g", name="Nuraini"), a_facilitator(id="h", name="Hafid")]
    session = a_session(facilitator_ids=("h", "g", "gone"), facilitators=("Camat", "Hafid"))

    assert facilitator_names(session, people) == ("Hafid", "Nuraini", "Camat")


def test_a_session_in_a_listed_venue_needs_no_other_text():
    assert a_session(venue="", venue_id="t").venue_id == "t"


def test_villages_alone_are_somebody_to_reach():
    assert a_session(office_ids=(), village_codes=("33.19.01.2001",)).village_codes


def test_an_invitation_by_count_has_a_count():
    assert list(problems_of(a_session, invitees=Invitees.COUNT)) == ["invited_count"]
    assert a_session(invitees=Invitees.COUNT, invited_count=40).invited_count == 40


@pytest.mark.parametrize("staff", [time(9), time(8), time(11), time(12)])
def test_at_a_kick_off_the_staff_follow_between_start_and_end(staff):
    fields = {"kind": SessionKind.KICKOFF, "ends_at": time(11)}

    assert list(problems_of(a_session, staff_from=staff, **fields)) == ["staff_from"]
    assert a_session(staff_from=time(10), **fields).staff_from == time(10)


def test_only_a_kick_off_has_a_time_for_the_staff():
    assert list(problems_of(a_session, staff_from=time(10))) == ["staff_from"]


def test_a_checklist_has_names_and_an_end():
    with pytest.raises(InvalidRecord):
        Material(name=" ")
    assert list(problems_of(a_session, materials=(Material(name="x"),) * 41)) == ["materials"]


@pytest.mark.parametrize("field", ["groups", "facilitators"])
def test_names_of_a_session_hold_no_population_number(field):
    assert list(problems_of(a_session, **{field: (NIK_LIKE,)})) == [field]


def test_a_move_keeps_where_it_came_from_and_why():
    before, after = a_session(), a_session(held_on=date(2020, 2, 20), venue="Aula")

    move = moved(before, after, reason=" Bentrok apel ", on=date(2020, 2, 14))

    assert is_moved(before, after)
    assert (move.from_on, move.from_venue, move.to_on, move.to_venue) == (
        DAY,
        "Pendopo",
        date(2020, 2, 20),
        "Aula",
    )
    assert (move.reason, move.moved_on) == ("Bentrok apel", date(2020, 2, 14))


def test_a_move_is_told_in_one_line():
    before = a_session()
    move = moved(before, a_session(venue="Aula"), reason="Apel", on=date(2020, 2, 14))
    later = moved(before, a_session(held_on=date(2020, 2, 20)), reason="", on=DAY)

    assert move_words(move) == (
        "13/02/2020 09.00, Pendopo → 13/02/2020 09.00, Aula: Apel (diputuskan 14/02/2020)"
    )
    assert move_words(later) == "13/02/2020 09.00 → 20/02/2020 09.00 (diputuskan 13/02/2020)"


def test_another_title_is_no_move():
    assert not is_moved(a_session(), a_session(title="Rapat"))


def test_every_kind_of_clash_has_a_severity_that_can_be_set():
    assert {name.upper() for name in SEVERITY_FIELDS} == set(ClashKind.__members__)
    assert severity_of(some_rules(friday=Severity.NOTE), ClashKind.FRIDAY) is Severity.NOTE


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("closes_at", {"closes_at": time(7)}),
        ("friday_until", {"friday_until": time(11)}),
        ("usual_minutes", {"usual_minutes": 0}),
    ],
)
def test_rules_that_cannot_hold_are_refused(field, fields):
    assert list(problems_of(some_rules, **fields)) == [field]


def test_a_changed_day_has_a_name_and_an_end_within_a_year():
    assert list(problems_of(a_day_change, name="")) == ["name"]
    assert list(problems_of(a_day_change, until=date(2019, 1, 1))) == ["until"]
    assert list(problems_of(a_day_change, until=date(2030, 1, 1))) == ["until"]
