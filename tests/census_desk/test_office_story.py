"""Everything of one office: what belongs to it, what is not known yet on a day, newest first."""

from datetime import date, timedelta

import pytest

from census_desk.letters.letter import LetterStatus
from census_desk.office_story import office_story
from census_desk.people import OfficeKind
from census_desk.register import Register
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.session import SessionStatus
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import (
    a_delivery,
    a_desk,
    a_follow_up,
    a_letter,
    a_numbered_letter,
    a_recap,
    a_session,
    a_signatory,
    a_visit,
    an_attendance,
    an_employee,
    an_obstacle,
    an_office,
)

DAY = date(2020, 2, 21)
BEFORE, AFTER = DAY - timedelta(days=3), DAY + timedelta(days=3)


def key(short):
    """An id the register takes: "A1" filled up with zeros."""
    return short.rjust(13, "0")


@pytest.fixture
def register():
    with Register.in_memory(actor="Ani") as made:
        with made.change("Dua OPD"):
            made.offices.add(an_office(id=key("A1"), code="A", asn_count=10))
            made.offices.add(
                an_office(id=key("B1"), code="B", short_name="Lain", name="Dinas Lain")
            )
        yield made


def put(register, **records):
    with register.change("Catatan uji"):
        for collection, those in records.items():
            for one in those:
                register.collection(collection).add(one)


def story(register, on=DAY):
    return office_story(register, key("A1"), on)


def held(**fields):
    filled = {
        "id": key("S1"),
        "office_ids": (key("A1"),),
        "held_on": BEFORE,
        "status": SessionStatus.HELD,
    }
    return a_session(**(filled | fields))


def test_letters_to_all_and_to_the_office_are_told_with_what_became_of_them(register):
    put(
        register,
        letters=(
            a_numbered_letter(id=key("N1"), dated_on=BEFORE),
            a_numbered_letter(id=key("N2"), dated_on=DAY, office_ids=(key("A1"),)),
            a_numbered_letter(id=key("N3"), dated_on=DAY, office_ids=(key("B1"),)),
            a_numbered_letter(id=key("N4"), dated_on=AFTER),
            a_letter(id=key("N5"), status=LetterStatus.DRAFT),
        ),
        deliveries=(
            a_delivery(id=key("V1"), letter_id=key("N1"), office_id=key("A1"), sent_on=BEFORE),
        ),
    )

    told = story(register).letters

    assert [one.letter.id for one in told] == [key("N2"), key("N1")]
    assert [one.delivery.sent_on if one.delivery else None for one in told] == [None, BEFORE]


def test_the_attendance_of_the_offices_own_session_is_a_share_of_its_invited(register):
    put(register, sessions=(held(invited_count=40, attended_count=30),))

    (told,) = story(register).sessions

    assert (told.invited, told.came, told.share) == (40, 30, 75.0)


def test_a_session_not_held_or_not_counted_has_no_share(register):
    put(
        register,
        sessions=(
            held(id=key("S2"), status=SessionStatus.PLANNED, held_on=AFTER, invited_count=40),
            held(invited_count=40),
        ),
    )

    assert [(one.invited, one.came, one.share) for one in story(register).sessions] == [
        (40, None, None),
        (40, None, None),
    ]


def test_of_a_session_for_several_offices_only_the_own_people_are_told(register):
    put(
        register,
        employees=(
            an_employee(id=key("E1"), office_id=key("A1"), name="Ani"),
            an_employee(id=key("E2"), office_id=key("B1"), name="Bowo"),
        ),
        sessions=(held(office_ids=(key("A1"), key("B1")), attended_count=90),),
        attendances=(
            an_attendance(id=key("T1"), session_id=key("S1"), employee_id=key("E1"), name="Ani"),
            an_attendance(id=key("T2"), session_id=key("S1"), employee_id=key("E2"), name="Bowo"),
        ),
    )

    (told,) = story(register).sessions

    assert (told.invited, told.came) == (1, 1)


def test_somebody_of_the_office_at_anothers_session_is_told_too(register):
    put(
        register,
        employees=(an_employee(id=key("E1"), office_id=key("A1"), name="Ani"),),
        sessions=(held(office_ids=(key("B1"),)),),
        attendances=(
            an_attendance(
                id=key("T1"), session_id=key("S1"), employee_id=key("E1"), name="Ani",
                state=AttendanceState.PRESENT,
            ),
        ),
    )  # fmt: skip

    assert [one.came for one in story(register).sessions] == [1]


def test_a_session_of_the_kecamatan_is_one_of_its_office(register):
    with register.change("Camat"):
        register.offices.add(
            an_office(id=key("C1"), code="C", kind=OfficeKind.DISTRICT, area_code="33.19.01")
        )
    put(register, sessions=(held(office_ids=(), district_codes=("33.19.01",)),))

    assert [one.session.id for one in office_story(register, key("C1"), DAY).sessions] == [
        key("S1")
    ]
    assert story(register).sessions == ()


def test_visits_obstacles_and_recaps_begin_with_the_newest_and_end_on_the_day(register):
    done = {"status": VisitStatus.HELD, "attendee_count": 3, "officers": ("Joko",)}
    put(
        register,
        visits=(
            a_visit(id=key("K1"), office_id=key("A1"), held_on=BEFORE, **done),
            a_visit(id=key("K2"), office_id=key("A1"), held_on=AFTER),
            a_visit(id=key("K3"), office_id=key("B1"), held_on=DAY),
        ),
        follow_ups=(a_follow_up(id=key("F1"), visit_id=key("K1")),),
        obstacles=(an_obstacle(id=key("X1"), office_id=key("A1"), noted_on=DAY),),
        recaps=(
            a_recap(id=key("R1"), office_id=key("A1"), counted_on=BEFORE, done_count=2),
            a_recap(id=key("R2"), office_id=key("A1"), counted_on=DAY, done_count=3),
            a_recap(id=key("R3"), office_id=key("A1"), counted_on=AFTER, done_count=4),
        ),
    )

    told = story(register)

    assert [one.visit.id for one in told.visits] == [key("K2"), key("K1")]
    assert [one.id for one in told.visits[1].follow_ups] == [key("F1")]
    assert [one.id for one in told.obstacles] == [key("X1")]
    assert [one.id for one in told.recaps] == [key("R2"), key("R1")]


def test_who_leads_is_told_by_name_and_everybody_else_counted(register):
    put(
        register,
        signatories=(
            a_signatory(id=key("G1"), office_id=key("A1"), from_on=BEFORE),
            a_signatory(id=key("G2"), office_id=key("A1"), from_on=BEFORE, to_on=BEFORE),
        ),
        employees=(
            an_employee(
                id=key("E1"), office_id=key("A1"), name="Ani", position="Kepala Bidang Data"
            ),
            an_employee(id=key("E2"), office_id=key("A1"), name="Bowo", position="Pengelola Data"),
        ),
    )

    told = story(register)

    assert [one.id for one in told.signatories] == [key("G1")]
    assert [one.name for one in told.leaders] == ["Ani"]
    assert told.employee_count == 2


def test_the_history_is_of_all_records_of_the_office_each_step_once(register):
    put(
        register,
        recaps=(a_recap(id=key("R1"), office_id=key("A1"), counted_on=DAY),),
        obstacles=(an_obstacle(id=key("X1"), office_id=key("A1"), noted_on=DAY),),
    )
    with register.change("Rekap OPD lain"):
        register.recaps.add(a_recap(id=key("R2"), office_id=key("B1"), counted_on=DAY))

    assert [one.what for one in story(register).steps] == ["Catatan uji", "Dua OPD"]


def test_of_an_earlier_day_nothing_is_told_that_came_later(register):
    sent = a_numbered_letter(id=key("M1"), dated_on=BEFORE, office_ids=())
    row = a_delivery(
        id=key("D1"),
        letter_id=sent.id,
        office_id=key("A1"),
        sent_on=BEFORE,
        received_on=AFTER,
        received_by="Sutinah",
    )
    session = held(id=key("S1"), held_on=AFTER, office_ids=(key("A1"),))
    visit = a_visit(
        id=key("V1"),
        office_id=key("A1"),
        held_on=AFTER,
        status=VisitStatus.HELD,
        attendee_count=3,
        officers=("Budi",),
    )
    step = a_follow_up(id=key("F1"), visit_id=visit.id, due_on=AFTER, done_on=AFTER)
    put(
        register,
        letters=[sent],
        deliveries=[row],
        sessions=[session],
        visits=[visit],
        follow_ups=[step],
    )

    told = story(register, DAY)

    assert (told.letters[0].delivery.sent_on, told.letters[0].delivery.received_on) == (
        BEFORE,
        None,
    )
    assert told.letters[0].delivery.received_by == ""
    assert told.sessions[0].session.status is SessionStatus.PLANNED
    assert told.visits[0].visit.status is VisitStatus.PLANNED
    assert told.visits[0].follow_ups[0].done_on is None


def test_the_history_of_a_day_before_the_working_date_ends_on_that_day(register):
    register.desks.add(a_desk(id=key("Z1"), working_date=AFTER))

    assert story(register, AFTER).steps
    assert not story(register, DAY).steps  # the register was written after it
