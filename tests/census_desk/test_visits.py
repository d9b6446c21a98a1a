"""Visits and obstacles: what they refuse, and what a visit can cure."""

from datetime import date, time

import pytest

from census_desk.visits.obstacle import ObstacleReason, is_curable
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import DAY, NIK_LIKE, a_visit, an_obstacle, problems_of

HELD = {"status": VisitStatus.HELD, "attendee_count": 3, "officers": ("Joko",)}


@pytest.mark.parametrize("field", ["office_id", "purpose"])
def test_a_visit_has_an_office_and_a_purpose(field):
    assert list(problems_of(a_visit, **{field: ""})) == [field]


@pytest.mark.parametrize(
    ("field", "most"), [("purpose", 500), ("findings", 20_000), ("follow_up", 2_000)]
)
def test_the_texts_of_a_visit_are_limited(field, most):
    assert list(problems_of(a_visit, **{field: "x" * (most + 1)})) == [field]


def test_a_visit_ends_after_it_starts():
    assert list(problems_of(a_visit, starts_at=time(9), ends_at=time(9))) == ["ends_at"]


@pytest.mark.parametrize("field", ["attendee_count", "helped_count"])
def test_a_visit_has_no_negative_count(field):
    assert field in problems_of(a_visit, **{field: -1})


def test_no_more_are_helped_than_came():
    assert list(problems_of(a_visit, attendee_count=2, helped_count=3)) == ["helped_count"]


def test_a_visit_without_attendees_is_refused_beside_the_field():
    found = problems_of(a_visit, **(HELD | {"attendee_count": 0}))

    assert found == {"attendee_count": "Jumlah peserta minimal 1."}


def test_a_held_visit_names_its_officers():
    assert list(problems_of(a_visit, **(HELD | {"officers": ()}))) == ["officers"]


def test_a_planned_visit_needs_neither():
    assert a_visit().attendee_count == 0
    assert a_visit(**HELD).officers == ("Joko",)


def test_a_cancelled_visit_says_why():
    assert list(problems_of(a_visit, status=VisitStatus.CANCELLED)) == ["status_note"]
    assert a_visit(status=VisitStatus.CANCELLED, status_note="Banjir").status_note


def test_a_deadline_has_something_to_follow_up():
    assert list(problems_of(a_visit, follow_up_on=DAY)) == ["follow_up"]
    assert a_visit(follow_up_on=DAY, follow_up="Kirim daftar").follow_up_on == DAY


def test_an_obstacle_belongs_to_an_office():
    assert list(problems_of(an_obstacle, office_id="")) == ["office_id"]


def test_an_obstacle_hinders_somebody():
    assert list(problems_of(an_obstacle, people_count=0)) == ["people_count"]


def test_an_obstacle_does_not_end_before_it_was_noted():
    assert list(problems_of(an_obstacle, closed_on=date(2020, 2, 12))) == ["closed_on"]
    assert an_obstacle(closed_on=DAY).closed_on == DAY


def test_a_population_number_is_refused_in_the_note_of_an_obstacle():
    assert "NIK" in problems_of(an_obstacle, note=NIK_LIKE)["note"]


@pytest.mark.parametrize(
    ("reason", "curable"),
    [
        (ObstacleReason.MISMATCH, True),
        (ObstacleReason.PASSWORD, True),
        (ObstacleReason.NEW_FAMILY_CARD, False),
        (ObstacleReason.LEAVE, False),
    ],
)
def test_a_new_family_card_or_leave_is_beyond_a_visit(reason, curable):
    assert is_curable(an_obstacle(reason=reason)) is curable
