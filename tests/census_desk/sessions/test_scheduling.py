"""Planning, moving, cancelling and cloning sessions in a register, each as one step."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord, RefusedByReference
from census_desk.register import Register
from census_desk.sessions.bulk import Wanted, change_many
from census_desk.sessions.making_series import make_series, proposed
from census_desk.sessions.rules import Severity
from census_desk.sessions.schedule import Schedule, rules_of, working_calendar
from census_desk.sessions.scheduling import (
    ForbiddenClash,
    cancel,
    change,
    clone,
    crowd_note,
    move,
    plan,
    postpone,
)
from census_desk.sessions.session import Material, Session, SessionKind, SessionStatus
from census_desk.sessions.venue import Venue
from tests.census_desk.builders import (
    a_day_change,
    a_facilitator,
    a_session,
    a_venue,
    a_visit,
    an_employee,
    an_office,
    some_rules,
)

TODAY, TUESDAY = date(2020, 2, 14), date(2020, 2, 18)
THURSDAY = date(2020, 2, 20)


@pytest.fixture
def register():
    with Register.in_memory(actor="Sari") as register:
        register.offices.add(an_office(id=register.ids()))
        yield register


@pytest.fixture
def office(register) -> str:
    return register.offices.all()[0].id


@pytest.fixture
def hall(register) -> Venue:
    return register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=150))


def planned(register: Register, office: str, **fields: object) -> Session:
    filled = {
        "id": register.ids(),
        "held_on": TUESDAY,
        "starts_at": time(9),
        "ends_at": time(11),
        "office_ids": (office,),
        "kind": SessionKind.OFFICE,
    }
    return plan(register, a_session(**(filled | fields)), on=TODAY)


def test_the_printed_place_is_the_venues_name_and_follows_it(register, office, hall):
    session = planned(register, office, venue="", venue_id=hall.id)
    assert session.venue == "Pendopo"
    other = register.venues.add(a_venue(id=register.ids(), name="Aula"))

    after = change(register, replace(session, venue_id=other.id), on=TODAY)

    assert after.venue == "Aula"
    assert (after.moves[-1].from_venue, after.moves[-1].moved_on) == ("Pendopo", TODAY)


def test_a_place_written_by_hand_stays_as_it_was_written(register, office, hall):
    session = planned(register, office, venue="Serambi Pendopo", venue_id=hall.id)

    assert session.venue == "Serambi Pendopo"


def test_a_venue_in_use_cannot_be_deleted(register, office, hall):
    planned(register, office, venue_id=hall.id)

    with pytest.raises(RefusedByReference):
        editing.delete(register, "venues", hall.id)


def test_a_venue_deleted_meanwhile_is_told_beside_its_field(register, office, hall):
    session = planned(register, office)
    editing.delete(register, "venues", hall.id)

    with pytest.raises(InvalidRecord) as refused:
        change(register, replace(session, venue_id=hall.id), on=TODAY)

    assert refused.value.problems == {
        "venue_id": "Tempat yang dipilih sudah dihapus; pilih yang lain."
    }


def test_a_hall_taken_by_another_session_is_forbidden_beside_the_field(register, office, hall):
    planned(register, office, venue_id=hall.id, title="Kick-off")

    with pytest.raises(ForbiddenClash) as refused:
        planned(register, office, venue_id=hall.id, starts_at=time(10), ends_at=time(12))

    assert refused.value.problems == {"venue_id": "Pendopo dipakai “Kick-off” pukul 09.00–11.00."}
    assert refused.value.clashes[0].other.title == "Kick-off"
    assert register.sessions.count() == 1


def test_what_the_office_only_warns_of_is_saved(register, office):
    register.schedule_rules.add(some_rules(id=register.ids(), facilitator=Severity.WARN))
    person = register.facilitators.add(a_facilitator(id=register.ids()))

    for place in ("Aula", "Pendopo"):
        planned(register, office, facilitator_ids=(person.id,), venue=place)

    assert register.sessions.count() == 2


def test_an_old_clash_does_not_stop_other_work_on_a_session(register, office, hall):
    first = planned(register, office, venue_id=hall.id)
    register.schedule_rules.add(some_rules(id=register.ids(), venue=Severity.WARN))
    planned(register, office, venue_id=hall.id)
    register.schedule_rules.replace(replace(rules_of(register), venue=Severity.FORBID))

    change(register, replace(first, note="Bawa spanduk"), on=TODAY)

    assert register.sessions.get(first.id).note == "Bawa spanduk"


def test_a_cancelled_session_frees_its_hall(register, office, hall):
    first = planned(register, office, venue_id=hall.id)
    cancel(register, first.id, reason="Peninjauan lapangan")

    assert planned(register, office, venue_id=hall.id)


def test_a_move_keeps_length_history_and_reason(register, office, hall):
    first = planned(register, office, status=SessionStatus.INVITED)

    after = move(
        register,
        first.id,
        to_on=THURSDAY,
        starts_at=time(13),
        venue_id=hall.id,
        reason="Bentrok apel",
        on=TODAY,
    )

    assert (after.held_on, after.starts_at, after.ends_at) == (THURSDAY, time(13), time(15))
    assert after.venue == "Pendopo"
    (made,) = after.moves
    assert (made.from_on, made.to_on, made.reason, made.moved_on) == (
        TUESDAY,
        THURSDAY,
        "Bentrok apel",
        TODAY,
    )
    assert register.sessions.get(first.id) == after
    register.undo()
    assert register.sessions.get(first.id) == first


def test_an_invited_session_does_not_move_without_a_reason(register, office):
    first = planned(register, office, status=SessionStatus.INVITED)

    with pytest.raises(InvalidRecord) as refused:
        move(register, first.id, to_on=THURSDAY, on=TODAY)
    assert list(refused.value.problems) == ["reason"]
    with pytest.raises(InvalidRecord) as refused:
        change(register, replace(first, held_on=THURSDAY), on=TODAY)
    assert list(refused.value.problems) == ["held_on"]
    assert "Pindahkan…" in refused.value.problems["held_on"]


def test_a_planned_session_moves_in_its_form_and_keeps_the_history(register, office):
    first = planned(register, office)

    after = change(register, replace(first, held_on=THURSDAY), on=TODAY)

    assert [(one.from_on, one.to_on) for one in after.moves] == [(TUESDAY, THURSDAY)]


def test_a_move_to_where_it_is_does_nothing(register, office):
    first = planned(register, office)
    rev = register.rev

    assert move(register, first.id, to_on=TUESDAY, on=TODAY) == first
    assert register.rev == rev


def test_a_move_past_midnight_is_refused(register, office):
    first = planned(register, office)

    with pytest.raises(InvalidRecord) as refused:
        move(register, first.id, to_on=THURSDAY, starts_at=time(23), on=TODAY)

    assert refused.value.problems == {"starts_at": "Acara akan berakhir lewat tengah malam."}


def test_the_staffs_time_at_a_kick_off_moves_along(register, office):
    first = planned(register, office, kind=SessionKind.KICKOFF, staff_from=time(10))

    after = move(register, first.id, to_on=TUESDAY, starts_at=time(8), on=TODAY)

    assert (after.staff_from, after.ends_at) == (time(9), time(10))


def test_a_session_that_is_over_does_not_move_and_is_not_cancelled(register, office):
    held = planned(register, office, status=SessionStatus.HELD)

    with pytest.raises(CensusDeskError, match="sudah selesai; gandakan"):
        move(register, held.id, to_on=THURSDAY, on=TODAY)
    with pytest.raises(CensusDeskError, match="tidak dapat dibatalkan"):
        cancel(register, held.id, reason="x")


@pytest.mark.parametrize("set_aside", [cancel, postpone])
def test_setting_aside_needs_a_reason(register, office, set_aside):
    first = planned(register, office)

    with pytest.raises(InvalidRecord) as refused:
        set_aside(register, first.id, reason="  ")

    assert refused.value.problems == {"reason": "Tulis alasannya."}


def test_a_postponed_session_that_moves_is_planned_again(register, office):
    first = planned(register, office)
    postpone(register, first.id, reason="Menunggu jawaban")

    after = move(register, first.id, to_on=THURSDAY, on=TODAY)

    assert (after.status, after.status_note) == (SessionStatus.PLANNED, "")


def test_a_clone_is_planned_without_counts_history_or_ready_materials(register, office):
    first = planned(
        register,
        office,
        status=SessionStatus.HELD,
        attended_count=31,
        materials=(Material(name="Spanduk", is_ready=True),),
    )

    copy = clone(register, first.id, to_on=THURSDAY, new_id=register.ids(), on=TODAY)

    assert (copy.status, copy.attended_count, copy.moves) == (SessionStatus.PLANNED, None, ())
    assert copy.materials == (Material(name="Spanduk"),)
    assert copy.title == first.title


@pytest.mark.parametrize(
    ("came", "sentence"),
    [
        (None, ""),
        (150, "Jumlah hadir 150 melebihi yang diundang, yaitu 120; periksa angkanya."),
        (
            1_200,
            "Jumlah hadir 1.200 melebihi kapasitas Pendopo, yaitu 150 dan yang diundang, yaitu "
            "120; periksa angkanya.",
        ),
        (120, ""),
    ],
)
def test_more_people_than_the_place_holds_or_were_invited_are_saved_and_pointed_out(
    register, office, hall, came, sentence
):
    session = planned(register, office, venue_id=hall.id, invited_count=120, attended_count=came)

    assert crowd_note(register, session) == sentence
    assert register.sessions.get(session.id).attended_count == came


def test_where_neither_seats_nor_invited_are_known_no_count_is_pointed_out(register, office):
    assert crowd_note(register, planned(register, office, attended_count=900)) == ""


def test_several_sessions_change_as_one_step(register, office, hall):
    person = register.facilitators.add(a_facilitator(id=register.ids()))
    ids = [planned(register, office, held_on=day).id for day in (TUESDAY, THURSDAY)]
    wanted = Wanted(fields={"venue_id": hall.id, "venue": ""}, add_facilitators=[person.id])

    assert change_many(register, ids, wanted, on=TODAY) == 2

    for one in ids:
        session = register.sessions.get(one)
        assert (session.venue, session.facilitator_ids) == ("Pendopo", (person.id,))
    register.undo()
    assert {register.sessions.get(one).venue_id for one in ids} == {""}


def test_a_row_of_sessions_moves_on_without_meeting_itself(register, office, hall):
    days = (date(2020, 2, 18), date(2020, 2, 19), date(2020, 2, 20))
    ids = [planned(register, office, held_on=day, venue_id=hall.id).id for day in days]

    change_many(register, ids, Wanted(fields={}, days_later=1), on=TODAY)
    change_many(register, ids, Wanted(fields={}, days_later=-1), on=TODAY)

    assert [register.sessions.get(one).held_on for one in ids] == list(days)


def test_one_that_cannot_change_names_itself_and_none_changes(register, office):
    first = planned(register, office, title="Setda")
    held = planned(register, office, title="Dinkes", status=SessionStatus.HELD, held_on=THURSDAY)

    with pytest.raises(InvalidRecord) as refused:
        change_many(register, [first.id, held.id], Wanted(fields={}, days_later=1), on=TODAY)

    assert refused.value.problems["held_on"].startswith("Dinkes (20/02/2020): ")
    assert register.sessions.get(first.id) == first


def test_invited_sessions_move_together_only_with_a_reason(register, office):
    first = planned(register, office, status=SessionStatus.INVITED)

    with pytest.raises(InvalidRecord) as refused:
        change_many(register, [first.id], Wanted(fields={}, days_later=1), on=TODAY)
    assert list(refused.value.problems) == ["reason"]
    wanted = Wanted(fields={}, days_later=1, reason="Apel gabungan")
    change_many(register, [first.id], wanted, on=TODAY)

    assert register.sessions.get(first.id).moves[-1].reason == "Apel gabungan"


def test_a_series_is_one_step_and_undone_at_once(register, office, hall):
    first = planned(register, office, venue_id=hall.id)
    days = [date(2020, 2, 18), date(2020, 2, 25), date(2020, 3, 3)]
    offered = proposed(first, days, Schedule(register, TODAY), register.ids)

    assert make_series(register, first, offered) == 2

    assert [one.held_on for one in register.sessions.all()] == days
    assert {one.series_key for one in register.sessions.all()} == {first.id}
    register.undo()
    assert register.sessions.all() == (first,)


def test_a_series_shows_its_clashes_before_it_is_made(register, office, hall):
    first = planned(register, office, venue_id=hall.id)
    planned(register, office, venue_id=hall.id, held_on=date(2020, 2, 25), title="Kick-off")
    days = [date(2020, 2, 25), date(2020, 3, 3)]

    taken, free = proposed(first, days, Schedule(register, TODAY), register.ids)

    assert taken.is_forbidden and "Kick-off" in taken.clashes[0].sentence
    assert not free.clashes
    with pytest.raises(ForbiddenClash):
        make_series(register, first, [taken, free])
    assert make_series(register, first, [free]) == 1


def test_a_series_of_nothing_is_refused(register, office):
    with pytest.raises(CensusDeskError, match="Tidak ada tanggal"):
        make_series(register, planned(register, office), [])


def test_staff_of_the_offices_are_counted_against_the_seats(register, office):
    small = register.venues.add(a_venue(id=register.ids(), capacity=2))
    for name in "ABC":
        register.employees.add(an_employee(id=register.ids(), office_id=office, name=name))

    with pytest.raises(ForbiddenClash) as refused:
        planned(register, office, venue_id=small.id)

    assert refused.value.problems["venue_id"].startswith("3 undangan")
    assert planned(register, office, venue_id=small.id, kind=SessionKind.COORDINATION)


def test_a_visit_takes_its_officers_too(register, office):
    person = register.facilitators.add(a_facilitator(id=register.ids()))
    register.visits.add(
        a_visit(
            id=register.ids(),
            office_id=office,
            held_on=TUESDAY,
            starts_at=time(10),
            officers=(person.name,),
        )
    )

    with pytest.raises(ForbiddenClash) as refused:
        planned(register, office, facilitator_ids=(person.id,))

    assert refused.value.clashes[0].other.collection == "visits"


def test_the_schedule_follows_the_register_without_looking_at_everything(register, office):
    schedule = Schedule(register, TODAY)
    first = planned(register, office, facilitators=("Hafid",))
    second = planned(register, office, facilitators=("Nuraini",), venue="Aula")
    schedule.refresh(TODAY)
    assert [one.other.id for one in schedule.clashes(first)] == [second.id]

    cancel(register, second.id, reason="x")
    schedule.refresh(TODAY)

    assert schedule.clashes(first) == ()
    assert [one.id for one in schedule.bookings()] == [first.id]


def test_a_renamed_venue_is_known_at_once(register, office, hall):
    planned(register, office, venue_id=hall.id)
    schedule = Schedule(register, TODAY)
    register.venues.replace(replace(hall, name="Pendopo Kabupaten"))
    schedule.refresh(TODAY)

    assert [one.venue_name for one in schedule.bookings()] == ["Pendopo Kabupaten"]


def test_the_calendar_of_the_office_is_the_one_known_on_the_day(register):
    register.day_changes.add(
        a_day_change(id=register.ids(), on=TUESDAY, known_from=date(2020, 2, 17))
    )

    assert working_calendar(register, TODAY).is_working_day(TUESDAY)
    assert not working_calendar(register, TUESDAY).is_working_day(TUESDAY)
