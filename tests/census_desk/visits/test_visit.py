"""Visits: what they refuse."""

from datetime import time

import pytest

from census_desk.visits.visit import CHECKLIST, Readiness, VisitStatus
from tests.census_desk.builders import a_visit, problems_of

HELD = {"status": VisitStatus.HELD, "attendee_count": 3, "officers": ("Joko",)}


@pytest.mark.parametrize("field", ["office_id", "purpose"])
def test_a_visit_has_an_office_and_a_purpose(field):
    assert list(problems_of(a_visit, **{field: ""})) == [field]


@pytest.mark.parametrize(("field", "most"), [("purpose", 500), ("findings", 20_000)])
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


@pytest.mark.parametrize("field", ["purpose", "findings", "status_note"])
@pytest.mark.parametrize("number", ["3319011234567890", "33190112345678", "198609262015051001"])
def test_a_run_of_digits_like_a_nik_is_refused_in_what_is_typed(field, number):
    assert "deretan" in problems_of(a_visit, **{field: f"Pak Joko {number}"})[field]


def test_a_telephone_number_may_stand_in_the_findings():
    assert a_visit(findings="Hubungi 0812-3456-7890 atau 081234567890.").findings


def test_nothing_on_the_checklist_is_taken_as_no_before_it_was_asked():
    assert {getattr(a_visit(), field) for field in CHECKLIST} == {Readiness.UNKNOWN}
