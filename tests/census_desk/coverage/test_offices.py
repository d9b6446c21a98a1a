"""The coverage board's rules, each on the records of one or two offices."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.coverage.campaign import Campaign
from census_desk.coverage.offices import by_state, totals
from census_desk.coverage.rows import by_need
from census_desk.coverage.steps import State, Step, share_shown
from census_desk.people import OfficeKind
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.session import SessionKind, SessionStatus
from census_desk.visits.obstacle import Closing
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import (
    a_delivery,
    a_letter,
    a_numbered_letter,
    a_recap,
    a_session,
    a_visit,
    an_attendance,
    an_employee,
    an_obstacle,
    an_office,
)
from tests.census_desk.coverage.counted import coverage

DAY = date(2020, 2, 21)
BEFORE = DAY - timedelta(days=2)
AFTER = DAY + timedelta(days=3)


def mark(step: Step, *, office=None, on=DAY, employees=(), **records):
    """The one office's mark for a step, of a campaign with these records."""
    campaign = Campaign(offices=(office or an_office(asn_count=10),), **records)
    return coverage(campaign, on, employees)[0].marks[step]


def held(**fields):
    filled = {"kind": SessionKind.OFFICE, "status": SessionStatus.HELD, "held_on": BEFORE}
    return a_session(**(filled | fields))


def a_held_visit(**fields):
    filled = {
        "status": VisitStatus.HELD,
        "held_on": BEFORE,
        "attendee_count": 3,
        "officers": ("Joko",),
    }
    return a_visit(**(filled | fields))


def received(**fields):
    return a_delivery(**({"sent_on": BEFORE, "received_on": BEFORE, "received_by": "Sri"} | fields))


# edaran diterima


def test_without_any_letter_the_step_is_missing():
    assert mark(Step.LETTER).state is State.MISSING


def test_a_draft_is_not_yet_a_letter():
    assert mark(Step.LETTER, letters=(a_letter(),)).detail == "belum ada surat"


def test_a_letter_dated_later_is_not_known_on_the_day():
    assert mark(Step.LETTER, letters=(a_numbered_letter(dated_on=AFTER),)).detail == (
        "belum ada surat"
    )


def test_an_issued_letter_waits_to_be_sent():
    found = mark(Step.LETTER, letters=(a_numbered_letter(),))

    assert (found.state, found.detail, found.record_id) == (State.MISSING, "belum dikirim", "l")


def test_a_sent_letter_is_under_way_and_says_since_when():
    found = mark(
        Step.LETTER, letters=(a_numbered_letter(),), deliveries=(a_delivery(sent_on=BEFORE),)
    )

    assert (found.state, found.detail) == (State.UNDER_WAY, "terkirim 19/02")


def test_a_letter_sent_four_days_ago_and_not_received_is_late():
    row = a_delivery(sent_on=DAY - timedelta(days=4))

    found = mark(Step.LETTER, letters=(a_numbered_letter(),), deliveries=(row,))

    assert (found.state, found.detail) == (State.LATE, "terkirim 17/02")


def test_a_received_letter_is_done():
    found = mark(Step.LETTER, letters=(a_numbered_letter(),), deliveries=(received(),))

    assert (found.state, found.detail) == (State.DONE, "diterima 19/02")


def test_a_receipt_after_the_day_does_not_count_yet():
    late = received(received_on=AFTER)

    found = mark(Step.LETTER, letters=(a_numbered_letter(),), deliveries=(late,))

    assert found.state is State.UNDER_WAY


def test_one_of_two_letters_received_is_a_part():
    letters = (a_numbered_letter(), a_numbered_letter(id="m", number="470/121/2020"))

    found = mark(Step.LETTER, letters=letters, deliveries=(received(),))

    assert (found.state, found.detail, found.record_id) == (
        State.PARTLY,
        "1 dari 2 diterima",
        "m",
    )


def test_a_letter_to_other_offices_is_not_expected_here():
    found = mark(Step.LETTER, letters=(a_numbered_letter(office_ids=("z",)),))

    assert found.detail == "belum ada surat"


# sosialisasi


def test_several_sessions_of_an_office_are_one_office_reached():
    rows = coverage(
        Campaign(offices=(an_office(),), sessions=(held(), held(id="r2", held_on=DAY))), DAY
    )

    assert totals(rows).session_count == 1


def test_a_meeting_of_the_heads_reaches_no_office():
    found = mark(Step.SESSION, sessions=(held(kind=SessionKind.COORDINATION),))

    assert found.state is State.MISSING


def test_a_session_planned_for_later_is_under_way():
    found = mark(Step.SESSION, sessions=(a_session(kind=SessionKind.OFFICE, held_on=AFTER),))

    assert (found.state, found.detail) == (State.UNDER_WAY, "rencana 24/02")


def test_a_session_held_later_is_only_planned_on_the_day():
    found = mark(Step.SESSION, sessions=(held(held_on=AFTER),))

    assert found.state is State.UNDER_WAY


def test_a_session_over_but_not_recorded_is_late():
    found = mark(Step.SESSION, sessions=(a_session(kind=SessionKind.OFFICE, held_on=BEFORE),))

    assert (found.state, found.detail) == (State.LATE, "belum dicatat 19/02")


def test_a_cancelled_session_counts_for_nothing():
    gone = held(status=SessionStatus.CANCELLED, status_note="hujan")

    assert mark(Step.SESSION, sessions=(gone,)).state is State.MISSING


@pytest.mark.parametrize("area", ["33.18.01", "33.18.01.1002"])
def test_a_session_of_a_district_reaches_its_own_offices(area):
    office = an_office(kind=OfficeKind.DISTRICT, area_code=area)
    session = held(office_ids=(), district_codes=("33.18.01",))

    assert mark(Step.SESSION, office=office, sessions=(session,)).state is State.DONE


def test_a_district_session_reaches_no_office_of_a_like_code():
    office = an_office(kind=OfficeKind.DISTRICT, area_code="33.18.011")
    session = held(office_ids=(), district_codes=("33.18.01",))

    assert mark(Step.SESSION, office=office, sessions=(session,)).state is State.MISSING


def test_walk_ins_at_another_session_are_a_part_of_the_step():
    guest = an_attendance(office_id="o")

    found = mark(Step.SESSION, sessions=(held(office_ids=("z",)),), attendances=(guest,))

    assert (found.state, found.detail) == (State.PARTLY, "1 dari 10 · 10 %")
    assert (found.record_id, found.record_ids) == ("", ("r",))


def test_people_at_several_sessions_are_counted_once():
    rows = (
        an_attendance(id="1", employee_id="e", name="Sri"),
        an_attendance(id="2", employee_id="e", name="Sri", session_id="r2"),
        an_attendance(id="3", office_id="o", name="Budi Santosa"),
        an_attendance(id="4", office_id="o", name="BUDI  SANTOSA", session_id="r2"),
        an_attendance(id="5", office_id="o", name="Tono", state=AttendanceState.SICK),
    )
    both = (held(), held(id="r2"))

    found = mark(Step.SESSION, employees=(an_employee(),), sessions=both, attendances=rows)

    assert found.detail == "2 dari 10 · 20 %"


def test_people_known_by_count_only_add_their_count_but_never_pass_the_whole():
    office, one, two = an_office(asn_count=50), held(attended_count=30), held(id="s")

    half = mark(Step.SESSION, office=office, sessions=(one,))
    both = mark(Step.SESSION, office=office, sessions=(one, replace(two, attended_count=38)))

    assert (half.state, half.detail) == (State.PARTLY, "30 dari 50 · 60 %")
    assert (both.state, both.detail) == (State.DONE, "50 dari 50 · 100 %")
    assert both.record_ids == ("s", "r")


def test_a_count_for_several_offices_together_is_nobodys_own():
    together = held(office_ids=("o", "z"), attended_count=38)

    found = mark(Step.SESSION, sessions=(together,))

    assert (found.state, found.detail) == (State.PARTLY, "diadakan 19/02 · 0 dari 10")


@pytest.mark.parametrize(("count", "state"), [(7, State.PARTLY), (8, State.DONE)])
def test_an_office_is_reached_from_four_in_five_of_its_people_on(count, state):
    assert mark(Step.SESSION, sessions=(held(attended_count=count),)).state is state


def test_names_at_a_session_stand_before_the_count_typed():
    noted = an_attendance(office_id="o", listed_as="Sekretaris")

    found = mark(Step.SESSION, sessions=(held(attended_count=9),), attendances=(noted,))

    assert found.detail == "1 dari 10 · 10 %"


# pendampingan


def test_an_office_without_obstacles_needs_no_visit():
    assert mark(Step.VISIT).state is State.NOT_NEEDED


def test_people_a_visit_can_help_ask_for_one():
    found = mark(Step.VISIT, obstacles=(an_obstacle(people_count=4),))

    assert (found.state, found.detail) == (State.MISSING, "4 terkendala")


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": "cuti"},
        {"noted_on": AFTER},
        {"noted_on": BEFORE, "closings": (Closing(on=BEFORE, people_count=3),)},
    ],
)
def test_obstacles_away_later_or_closed_ask_for_no_visit(fields):
    assert mark(Step.VISIT, obstacles=(an_obstacle(**fields),)).state is State.NOT_NEEDED


def test_a_planned_visit_is_under_way():
    found = mark(Step.VISIT, visits=(a_visit(held_on=AFTER),), obstacles=(an_obstacle(),))

    assert found.state is State.UNDER_WAY


def test_a_planned_visit_that_is_over_is_late():
    assert mark(Step.VISIT, visits=(a_visit(held_on=BEFORE),)).state is State.LATE


def test_a_held_visit_is_done():
    found = mark(Step.VISIT, visits=(a_held_visit(),))

    assert (found.state, found.detail) == (State.DONE, "dibantu 19/02")


def test_a_held_visit_with_obstacles_left_is_a_part():
    found = mark(Step.VISIT, visits=(a_held_visit(),), obstacles=(an_obstacle(),))

    assert found.state is State.PARTLY


def test_a_cancelled_visit_counts_for_nothing():
    gone = a_visit(status=VisitStatus.CANCELLED, status_note="banjir", held_on=BEFORE)

    assert mark(Step.VISIT, visits=(gone,)).state is State.NOT_NEEDED


# ASN selesai


def test_the_newest_recap_by_the_day_counts():
    recaps = (
        a_recap(id="1", counted_on=BEFORE, done_count=3),
        a_recap(id="2", counted_on=DAY, done_count=4),
        a_recap(id="3", counted_on=AFTER, done_count=9),
    )

    assert mark(Step.DONE, recaps=recaps).detail == "4 dari 10 · 40 %"


def test_all_asn_finished_is_done():
    assert mark(Step.DONE, recaps=(a_recap(done_count=10),)).state is State.DONE


def test_a_recap_of_nobody_is_still_missing():
    assert mark(Step.DONE, recaps=(a_recap(done_count=0),)).state is State.MISSING


def test_an_office_without_asn_has_nobody_to_finish():
    assert mark(Step.DONE, office=an_office(asn_count=0)).state is State.NOT_NEEDED


def test_a_recap_of_more_people_than_the_office_has_never_passes_all():
    rows = coverage(
        Campaign(offices=(an_office(asn_count=10),), recaps=(a_recap(done_count=12),)), DAY
    )

    assert (totals(rows).done_count, totals(rows).share) == (10, 1.0)


def test_a_share_is_cut_off_and_never_rounded_up_to_all():
    assert share_shown(2499, 2500) == 99.9


# the board


def test_bps_is_no_office_to_reach():
    offices = (an_office(), an_office(id="b", code="BPS", kind=OfficeKind.VERTICAL))

    assert [row.office.id for row in coverage(Campaign(offices=offices), DAY)] == ["o"]


def test_the_states_of_a_step_add_up_to_all_offices():
    offices = tuple(an_office(id=str(n), code=str(n), asn_count=n) for n in range(5))
    recaps = (a_recap(office_id="4"), a_recap(id="c2", office_id="3", done_count=1))

    rows = coverage(Campaign(offices=offices, recaps=recaps), DAY)

    assert sum(by_state(rows, Step.DONE).values()) == 5
    assert totals(rows).asn_count == 10


def test_the_board_puts_the_most_to_do_first():
    offices = (an_office(id="a", asn_count=5), an_office(id="b", asn_count=50))
    campaign = Campaign(
        offices=offices, letters=(a_numbered_letter(),), deliveries=(received(office_id="b"),)
    )

    ordered = by_need(coverage(campaign, DAY))

    assert [row.office.id for row in ordered] == ["a", "b"]


def test_an_empty_register_has_totals_of_nothing():
    assert totals(coverage(Campaign(), DAY)).share == 0.0


def test_a_row_of_the_board_is_told_apart_by_its_office():
    assert [row.id for row in coverage(Campaign(offices=(an_office(),)), DAY)] == ["o"]
