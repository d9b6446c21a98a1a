"""What is due: each rule on the one record it speaks about."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.coverage.campaign import Campaign
from census_desk.due import When, due, sessions_in_week
from census_desk.programme import PhaseKind
from census_desk.sessions.session import SessionKind, SessionStatus
from census_desk.visits.visit import VisitStatus
from census_desk.visits.waiting import open_visits
from tests.census_desk.builders import (
    a_delivery,
    a_disposition,
    a_follow_up,
    a_help_request,
    a_letter,
    a_numbered_letter,
    a_phase,
    a_recap,
    a_scan,
    a_session,
    a_visit,
    an_incoming,
    an_obstacle,
    an_office,
)
from tests.census_desk.coverage.counted import coverage

FRIDAY = date(2020, 2, 21)
ONE = timedelta(days=1)


def due_of(on=FRIDAY, phases=(), **records):
    """What is due, of a campaign with these records."""
    campaign = Campaign(phases=tuple(phases), **records)
    return due(campaign, coverage(campaign, on), phases, on)


def told(items):
    return [(item.when, item.title) for item in items]


def a_held_visit(**fields):
    filled = {
        "status": VisitStatus.HELD,
        "held_on": FRIDAY - 3 * ONE,
        "attendee_count": 3,
        "officers": ("Joko",),
    }
    return a_visit(**(filled | fields))


def agreed(**fields):
    return a_follow_up(**({"due_on": FRIDAY - ONE} | fields))


def test_an_empty_register_has_nothing_due():
    assert due_of() == ()


def test_a_letter_not_received_after_three_days_names_its_offices():
    offices = tuple(
        an_office(id=str(n), code=str(n), short_name=f"Opd{n}", asn_count=0) for n in range(5)
    )
    rows = tuple(
        a_delivery(id=f"v{n}", office_id=str(n), sent_on=FRIDAY - 4 * ONE) for n in range(5)
    )

    items = due_of(offices=offices, letters=(a_numbered_letter(),), deliveries=rows)

    assert told(items) == [(When.OVERDUE, "Surat 470/120/2020 belum diterima 5 OPD")]
    assert items[0].detail == "Opd0, Opd1, Opd2 dan 2 lainnya"
    assert (items[0].collection, items[0].record_id) == ("letters", "l")


def test_a_letter_sent_three_days_ago_may_still_come():
    row = a_delivery(sent_on=FRIDAY - 3 * ONE)

    assert due_of(letters=(a_numbered_letter(),), deliveries=(row,)) == ()


def test_a_receipt_after_the_day_leaves_the_letter_due():
    row = a_delivery(
        sent_on=FRIDAY - 9 * ONE, received_on=FRIDAY + ONE, received_by="Sri", office_id="?"
    )

    assert len(due_of(letters=(a_numbered_letter(),), deliveries=(row,))) == 1


@pytest.mark.parametrize(
    ("days", "when"),
    [(-1, When.OVERDUE), (0, When.TODAY), (2, When.WEEK), (3, None)],
)
def test_a_session_is_due_today_this_week_or_over_without_result(days, when):
    items = due_of(sessions=(a_session(held_on=FRIDAY + days * ONE),))

    assert [item.when for item in items] == ([when] if when else [])


def test_a_session_over_asks_for_its_result():
    assert due_of(sessions=(a_session(held_on=FRIDAY - ONE),))[0].title.startswith("Catat hasil")


def test_a_held_session_is_done_with():
    assert due_of(sessions=(a_session(status=SessionStatus.HELD),)) == ()


@pytest.mark.parametrize(
    ("days", "when"), [(-2, When.OVERDUE), (0, When.TODAY), (1, When.WEEK), (9, None)]
)
def test_a_planned_visit_is_due_as_its_day_comes(days, when):
    items = due_of(offices=(), visits=(a_visit(held_on=FRIDAY + days * ONE),))

    assert [item.when for item in items] == ([when] if when else [])


def test_a_follow_up_past_its_day_is_overdue():
    items = due_of(visits=(a_held_visit(),), follow_ups=(agreed(),))

    assert [item.when for item in items] == [When.OVERDUE]
    assert items[0].detail == "20/02 · Ambil daftar · Sekretaris"


def test_a_follow_up_of_the_day_is_for_today():
    items = due_of(visits=(a_held_visit(),), follow_ups=(agreed(due_on=FRIDAY),))

    assert [item.when for item in items] == [When.TODAY]


@pytest.mark.parametrize(
    ("due_on", "when"),
    [(FRIDAY + ONE, When.WEEK), (FRIDAY + 9 * ONE, When.SOON), (None, When.OVERDUE)],
)
def test_a_follow_up_is_seen_until_it_is_done(due_on, when):
    items = due_of(visits=(a_held_visit(),), follow_ups=(agreed(due_on=due_on),))

    assert [item.when for item in items] == [when]
    assert due_of(visits=(a_held_visit(),), follow_ups=(agreed(done_on=FRIDAY),)) == ()


def test_a_request_for_help_waits_and_is_late_after_three_days():
    office = an_office(asn_count=0)
    fresh = a_help_request(asked_on=FRIDAY - ONE)
    old = a_help_request(asked_on=FRIDAY - 4 * ONE)

    def when(request):
        items = due_of(offices=(office,), help_requests=(request,))
        return [item.when for item in items if item.collection == "help_requests"]

    assert (when(fresh), when(old)) == ([When.WEEK], [When.OVERDUE])
    assert when(replace(fresh, answered_on=FRIDAY, answer="Ditelepon.")) == []


def test_offices_to_visit_are_one_item_that_names_them():
    piled = an_obstacle(people_count=11, noted_on=FRIDAY)
    items = due_of(offices=(an_office(asn_count=0),), obstacles=(piled,))

    (proposed,) = [item for item in items if item.collection == "proposals"]
    assert (proposed.office_ids, proposed.detail) == (("o",), "Dinkes")


def online(ends_on=FRIDAY + 5 * ONE):
    return a_phase(kind=PhaseKind.ONLINE, starts_on=FRIDAY, ends_on=ends_on, known_from=FRIDAY)


def without_session(**records):
    items = due_of(offices=(an_office(asn_count=0),), **records)
    return [item.office_ids for item in items if item.collection == "offices"]


def test_offices_without_session_are_due_before_the_online_phase_ends():
    assert without_session(phases=(online(),)) == [("o",)]


def test_after_the_online_phase_no_session_is_asked_for():
    assert without_session(phases=(online(FRIDAY),), on=FRIDAY + ONE) == []


def test_a_session_planned_after_the_deadline_does_not_help():
    late = a_session(kind=SessionKind.OFFICE, held_on=FRIDAY + 9 * ONE)
    in_time = a_session(kind=SessionKind.OFFICE, held_on=FRIDAY + 5 * ONE)

    assert without_session(phases=(online(),), sessions=(late,)) == [("o",)]
    assert without_session(phases=(online(),), sessions=(in_time,)) == []


def test_an_office_without_any_recap_is_asked_for_one():
    items = due_of(offices=(an_office(asn_count=9),))

    assert told(items) == [(When.WEEK, "1 OPD belum pernah menyerahkan rekap")]


def test_a_recap_older_than_a_week_is_asked_for_again():
    old = a_recap(counted_on=FRIDAY - 8 * ONE)

    items = due_of(offices=(an_office(asn_count=9),), recaps=(old,))

    assert told(items) == [(When.OVERDUE, "Rekap 1 OPD lebih dari 7 hari")]


@pytest.mark.parametrize("fields", [{"counted_on": FRIDAY - 7 * ONE}, {"done_count": 9}])
def test_a_recap_of_this_week_or_of_all_asn_rests(fields):
    recap = a_recap(**({"counted_on": FRIDAY - 30 * ONE} | fields))

    assert due_of(offices=(an_office(asn_count=9),), recaps=(recap,)) == ()


@pytest.mark.parametrize(("days", "when"), [(-1, When.OVERDUE), (0, When.WEEK)])
def test_a_letter_in_draft_is_overdue_after_its_date(days, when):
    items = due_of(letters=(a_letter(dated_on=FRIDAY + days * ONE),))

    assert [item.when for item in items] == [when]


def test_the_overdue_comes_first():
    items = due_of(
        letters=(a_letter(dated_on=FRIDAY),),
        sessions=(a_session(held_on=FRIDAY), a_session(id="r2", held_on=FRIDAY - ONE)),
    )

    assert [item.when for item in items] == [When.OVERDUE, When.TODAY, When.WEEK]


def test_a_week_goes_from_monday_to_sunday():
    days = [date(2020, 2, 16), date(2020, 2, 17), date(2020, 2, 23), date(2020, 2, 24)]
    sessions = [a_session(id=str(day), held_on=day) for day in days]

    assert [one.held_on for one in sessions_in_week(sessions, FRIDAY)] == days[1:3]


def test_open_visits_are_the_planned_and_those_with_a_follow_up_not_closed():
    visits = [
        a_visit(id="planned"),
        a_held_visit(id="follow-up"),
        a_held_visit(id="closed"),
        a_held_visit(id="done"),
        a_visit(id="gone", status=VisitStatus.CANCELLED, status_note="banjir"),
    ]
    follow_ups = [
        agreed(visit_id="follow-up"),
        agreed(visit_id="closed", done_on=FRIDAY),
        agreed(visit_id="gone"),
    ]

    found = open_visits(visits, follow_ups, FRIDAY)

    assert [visit.id for visit in found] == ["planned", "follow-up"]


def test_a_follow_up_of_a_visit_not_yet_held_is_not_due():
    planned = a_held_visit(status=VisitStatus.PLANNED, held_on=FRIDAY - ONE)

    assert When.OVERDUE not in [
        item.when
        for item in due_of(visits=(planned,), follow_ups=(agreed(),))
        if item.title.startswith("Tindak lanjut")
    ]


# correspondence


def test_a_late_reply_names_the_offices_that_owe_it():
    row = a_delivery(
        sent_on=FRIDAY - 9 * ONE,
        received_on=FRIDAY - 8 * ONE,
        received_by="Sri",
        reply_due_on=FRIDAY - ONE,
    )
    records = {
        "offices": (an_office(asn_count=0),),
        "letters": (a_numbered_letter(office_ids=("o",)),),
    }

    (item,) = due_of(deliveries=(row,), **records)

    assert (item.when, item.office_ids) == (When.OVERDUE, ("o",))
    assert "1 OPD belum menjawab" in item.title
    assert due_of(deliveries=(replace(row, reply_on=FRIDAY),), **records) == ()
    assert due_of(on=FRIDAY - ONE, deliveries=(row,), **records) == ()


def test_signed_pages_are_missed_only_where_scans_are_kept():
    late = a_numbered_letter(dated_on=FRIDAY - 8 * ONE)
    other = a_scan(letter_id="lain")

    assert due_of(letters=(late,)) == ()
    assert told(due_of(letters=(late,), scans=(other,))) == [
        (When.SOON, "1 surat belum ada pindaian bertanda tangan")
    ]
    assert due_of(letters=(late,), scans=(other, a_scan())) == ()


def test_a_disposition_is_due_two_days_before_its_day_until_it_is_done():
    given = a_disposition(on=FRIDAY - 4 * ONE, due_on=FRIDAY)
    records = {"incoming_letters": (an_incoming(),)}

    def seen(on, **changes):
        items = due_of(on=on, dispositions=(replace(given, **changes),), **records)
        return [item.when for item in items]

    assert seen(FRIDAY - 3 * ONE) == []
    assert seen(FRIDAY - 2 * ONE) == [When.SOON]
    assert seen(FRIDAY) == [When.TODAY]
    assert seen(FRIDAY + ONE) == [When.OVERDUE]
    assert seen(FRIDAY + ONE, done_on=FRIDAY) == []
    assert seen(FRIDAY, due_on=None) == []


def test_an_incoming_letter_waits_for_its_answer_until_that_is_issued():
    incoming = an_incoming(reply_due_on=FRIDAY - ONE)
    answer = a_numbered_letter(incoming_id="m", dated_on=FRIDAY - ONE)

    assert told(due_of(incoming_letters=(incoming,))) == [
        (When.OVERDUE, "Jawab surat masuk dari BPS Kabupaten Pati")
    ]
    assert due_of(incoming_letters=(incoming,), letters=(answer,)) == ()
    assert due_of(incoming_letters=(replace(incoming, reply_due_on=FRIDAY + 8 * ONE),)) == ()
