"""Obstacles, follow-ups, requests and reasons: what each refuses on its own."""

from datetime import date

import pytest

from census_desk.visits.help_request import is_waiting
from census_desk.visits.obstacle import Closing, closed_at, closed_on, concerning, open_count
from census_desk.visits.reasons import curable_keys, default_reasons, reason_name, reasons_of
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_follow_up,
    a_help_request,
    a_reason,
    an_obstacle,
    problems_of,
)

NEXT = date(2020, 2, 14)


def of_eleven(*counts, **fields):
    closings = tuple(Closing(on=DAY, people_count=count) for count in counts)
    return an_obstacle(**({"people_count": 11, "closings": closings} | fields))


@pytest.mark.parametrize("field", ["office_id", "reason"])
def test_an_obstacle_names_office_and_reason(field):
    assert list(problems_of(an_obstacle, **{field: ""})) == [field]


def test_an_obstacle_hinders_somebody():
    assert list(problems_of(an_obstacle, people_count=0)) == ["people_count"]


def test_an_obstacle_of_one_named_person_counts_one():
    assert list(problems_of(an_obstacle, employee_id="e", people_count=2)) == ["people_count"]
    assert an_obstacle(employee_id="e", people_count=1).employee_id == "e"


def test_an_obstacle_is_not_closed_before_it_was_noted():
    early = (Closing(on=date(2020, 2, 12), people_count=1),)

    assert list(problems_of(an_obstacle, closings=early)) == ["noted_on"]


def test_nine_of_eleven_leave_two():
    obstacle = of_eleven(9)

    assert (open_count(obstacle), closed_on(obstacle)) == (2, None)
    assert closed_on(of_eleven(9, 2)) == DAY


def test_an_obstacle_is_open_as_it_was_known_on_a_day():
    obstacle = an_obstacle(closings=(Closing(on=NEXT, people_count=3),))

    counts = [open_count(obstacle, on) for on in (date(2020, 2, 12), DAY, NEXT)]
    assert counts == [0, 3, 0]


def test_no_more_are_closed_than_were_hindered():
    found = problems_of(of_eleven, *(), closings=(Closing(on=DAY, people_count=12),))

    assert found == {"people_count": "Yang terkendala 11 orang; tidak dapat dituntaskan 12 orang."}


def test_a_closing_helps_somebody():
    assert "closings" in problems_of(an_obstacle, closings=(Closing(on=DAY, people_count=0),))


def test_a_visit_concerns_what_it_deals_with_and_what_it_closed():
    closed_by = (Closing(on=NEXT, people_count=2, visit_id="w"),)
    obstacles = [
        an_obstacle(id="1", visit_id="w"),
        an_obstacle(id="2", visit_id="v", closings=closed_by),
        an_obstacle(id="3"),
    ]

    assert [one.id for one in concerning(obstacles, "w")] == ["1", "2"]
    assert closed_at(obstacles[1], "w") == 2
    assert obstacles[1].visit_ids == ("v", "w")


@pytest.mark.parametrize("typed", [NIK_LIKE, "33190112345678"])
def test_a_number_like_a_nik_is_refused_in_every_note(typed):
    assert "NIK" in problems_of(an_obstacle, note=typed)["note"]
    assert "what" in problems_of(a_follow_up, what=typed)
    assert "done_note" in problems_of(a_follow_up, done_note=typed)
    assert "what" in problems_of(a_help_request, what=typed)
    assert "answer" in problems_of(a_help_request, answer=typed, answered_on=DAY)


def test_a_follow_up_says_what_and_of_which_visit():
    assert list(problems_of(a_follow_up, what=" ")) == ["what"]
    assert list(problems_of(a_follow_up, visit_id="")) == ["visit_id"]


@pytest.mark.parametrize("field", ["office_id", "asked_by", "what"])
def test_a_request_says_who_asks_for_what(field):
    assert list(problems_of(a_help_request, **{field: ""})) == [field]


def test_an_answer_has_a_day_and_says_how():
    assert list(problems_of(a_help_request, visit_id="w")) == ["answered_on"]
    assert list(problems_of(a_help_request, answered_on=DAY)) == ["answer"]
    early = {"answered_on": date(2020, 2, 12), "answer": "Ditelepon."}
    assert list(problems_of(a_help_request, **early)) == ["answered_on"]


def test_a_request_waits_until_the_day_of_its_answer():
    request = a_help_request(answered_on=NEXT, answer="Ditelepon.")

    assert [is_waiting(request, on) for on in (date(2020, 2, 12), DAY, NEXT)] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("field", ["key", "name"])
def test_a_reason_has_key_and_name(field):
    assert list(problems_of(a_reason, **{field: ""})) == [field]


def test_a_new_family_card_or_leave_is_beyond_a_visit():
    curable = curable_keys(default_reasons(lambda: ""))

    assert {"NIK/KK tidak cocok (kode 104)", "lupa sandi", "tanpa gawai"} <= curable
    assert not {"KK terbit setelah Juli 2019", "cuti"} & curable


def test_the_office_s_own_list_takes_the_place_of_the_shipped_one():
    own = (a_reason(key="listrik", name="Listrik padam"),)

    assert reasons_of(own) == own
    assert reason_name(own, "listrik") == "Listrik padam"
    assert reason_name(own, "sudah dihapus") == "sudah dihapus"
    assert len(reasons_of(())) > 5
