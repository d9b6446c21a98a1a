"""Field staff: what a field officer refuses."""

from datetime import date

import pytest

from tests.census_desk.builders import DAY, NIK_LIKE, a_field_officer, problems_of


def test_a_field_officer_has_a_name():
    assert list(problems_of(a_field_officer, name=" ")) == ["name"]


@pytest.mark.parametrize(
    ("field", "most"), [("name", 120), ("officer_number", 40), ("phone", 60), ("note", 500)]
)
def test_the_texts_of_a_field_officer_are_limited(field, most):
    assert list(problems_of(a_field_officer, **{field: "x" * (most + 1)})) == [field]


@pytest.mark.parametrize("field", ["officer_number", "phone", "note"])
def test_a_population_number_is_no_number_of_an_officer(field):
    assert "NIK" in problems_of(a_field_officer, **{field: NIK_LIKE})[field]


def test_a_contract_does_not_end_before_it_starts():
    found = problems_of(a_field_officer, from_on=DAY, to_on=date(2020, 2, 12))

    assert list(found) == ["to_on"]
