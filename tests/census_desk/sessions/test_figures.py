"""Who was reached, counted: nobody twice, and nobody not recorded as absent."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk.errors import InvalidRecord
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.checkin import check_in_guest
from census_desk.sessions.closing import close_file
from census_desk.sessions.figures import (
    by_district,
    by_month,
    held_between,
    office_reach,
    session_figures,
    total,
)
from census_desk.sessions.recording import record_state
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import Invitees, SessionStatus


def note(hall, state, *names):
    people = [one for one in hall.people if one.name in names]
    record_state(hall.register, hall.session.id, people, state, new_id=hall.register.ids)


def figures(hall, session=None):
    employees = {one.id: one for one in hall.register.employees.all()}
    people = hall.people if session is None else []
    return session_figures(session or hall.session, people, employees)


def reach(hall, *more):
    return {
        one.office.code: one
        for one in office_reach(
            hall.register.offices.all(),
            hall.register.employees.all(),
            [hall.session, *more],
            hall.register.attendances.all(),
        )
    }


def test_a_session_tells_who_came_represented_excused_and_absent(hall):
    note(hall, AttendanceState.PRESENT, "Ani", "Bowo")
    note(hall, AttendanceState.ABSENT, "Citra")
    note(hall, AttendanceState.SICK, "Dedi")

    one = figures(hall)

    assert (one.invited, one.came, one.excused, one.absent_count, one.unrecorded) == (8, 2, 1, 1, 4)
    assert (one.men, one.women) == (1, 1)
    assert [person.name for person in one.absent] == ["Citra"]


def test_who_is_not_recorded_counts_neither_as_absent_nor_in_the_rate(hall):
    assert figures(hall).no_show_rate is None

    note(hall, AttendanceState.PRESENT, "Ani")
    note(hall, AttendanceState.ABSENT, "Bowo")

    assert figures(hall).no_show_rate == pytest.approx(50)


def test_a_guest_is_counted_and_told_apart(hall):
    check_in_guest(hall.register, hall.session.id, "Tamu", hall.session.starts_at)

    assert (figures(hall).came, figures(hall).walk_ins) == (1, 1)


def test_a_session_known_by_count_only_tells_the_typed_counts(hall):
    counted = replace(hall.session, invited_count=40, attended_count=31)

    one = figures(hall, counted)

    assert (one.invited, one.came, one.unrecorded, one.no_show_rate) == (40, 31, 0, None)


def test_who_came_to_two_sessions_counts_once_for_the_office(hall):
    second = replace(hall.session, id=hall.register.ids(), title="Ulangan")
    hall.register.sessions.add(second)
    note(hall, AttendanceState.PRESENT, "Ani", "Bowo")
    for one in hall.register.attendances.all():
        again = replace(one, id=hall.register.ids(), session_id=second.id)
        hall.register.attendances.add(again)

    office = reach(hall, second)["A"]

    assert (office.sessions, office.reached, office.share) == (2, 2, pytest.approx(20))


def test_counts_without_names_take_the_largest_and_never_the_sum(hall):
    first = replace(hall.session, attended_count=4)
    second = replace(hall.session, id=hall.register.ids(), attended_count=6)

    one = reach(hall, first, second)["A"]
    assert (one.named, one.unnamed, one.reached) == (0, 6, 6)


def test_an_asn_of_another_office_counts_for_his_own(hall):
    joko = next(one for one in hall.register.employees.all() if one.name == "Joko Susilo")
    check_in_guest(
        hall.register, hall.session.id, joko.name, hall.session.starts_at,
        employee_id=joko.id, office_id=joko.office_id,
    )  # fmt: skip

    assert (reach(hall)["A"].named, reach(hall)["B"].named) == (0, 1)
    assert reach(hall)["B"].men == 1


def test_an_office_without_asn_has_no_share(hall):
    assert reach(hall)["B"].share is None


def test_a_period_holds_what_takes_place_in_it(hall):
    off = replace(hall.session, id="x", status=SessionStatus.POSTPONED, status_note="Banjir")
    later = replace(hall.session, id="y", held_on=date(2020, 3, 5))

    sessions = [later, off, hall.session]
    assert held_between(sessions, None, None) == [hall.session, later]
    assert held_between(sessions, date(2020, 3, 1), None) == [later]
    assert held_between(sessions, None, date(2020, 2, 13)) == [hall.session]


def test_sums_leave_out_what_nobody_counted_and_say_so(hall):
    note(hall, AttendanceState.PRESENT, "Ani")
    note(hall, AttendanceState.ABSENT, "Bowo")
    open_one = figures(hall, replace(hall.session, id="z", invited_count=100))

    summed = total("Februari", [figures(hall), open_one])

    assert (summed.sessions, summed.invited, summed.came, summed.unnoted) == (2, 8, 1, 1)
    assert summed.share == pytest.approx(12.5)
    assert summed.no_show_rate == pytest.approx(50)


def test_months_and_kecamatan_gather_their_sessions(hall):
    jati = replace(hall.session, office_ids=(), district_codes=("33.18.10",))
    march = replace(jati, held_on=date(2020, 3, 5), district_codes=("33.18.10", "33.18.11"))
    both = [figures(hall, jati), figures(hall, march)]

    assert [month for month, _mine in by_month(both)] == [date(2020, 2, 1), date(2020, 3, 1)]
    assert {code: len(mine) for code, mine in by_district(both, {})} == {
        "33.18.10": 2,
        "33.18.11": 1,
    }


def test_a_guest_wipes_neither_the_invited_nor_the_came_known_by_count(hall):
    session = replace(
        hall.session,
        office_ids=(hall.register.offices.all()[1].id,),
        invitees=Invitees.COUNT,
        invited_count=80,
        attended_count=64,
    )
    hall.register.sessions.replace(session)
    check_in_guest(hall.register, session.id, "Budi Tamu", time(8, 0))

    employees = {one.id: one for one in hall.register.employees.all()}
    one = session_figures(session, people_of(hall.register, session), employees)

    assert (one.invited, one.came, one.walk_ins) == (80, 64, 1)
    made = close_file(hall.register, session.id, on=date(2030, 1, 1), despite="uji")
    assert hall.register.sessions.get(made.session_id).attended_count == 64
    others = office_reach(
        hall.register.offices.all(),
        hall.register.employees.all(),
        [session],
        hall.register.attendances.all(),
    )
    assert max(one.unnamed for one in others) == 64


def test_more_than_were_invited_are_never_above_a_hundred_per_cent(hall):
    crowd = replace(hall.session, invited_count=10, attended_count=60)

    assert total("Semua", [session_figures(crowd, [], {})]).share == 100


@pytest.mark.parametrize("field", ["invited_count", "attended_count"])
def test_a_count_no_place_can_hold_is_refused(hall, field):
    with pytest.raises(InvalidRecord, match=r"paling banyak 100\.000 orang"):
        replace(hall.session, **{field: 100_001})
