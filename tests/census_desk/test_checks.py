"""The checks several records share."""

from datetime import date, time

import pytest

from census_desk.checks import (
    FIELD_LIMIT,
    count,
    limit,
    order_of_days,
    order_of_times,
    refuse,
    require,
)
from census_desk.errors import CensusDeskError, InvalidRecord, RefusedByReference


def test_no_problem_refuses_nothing():
    refuse({})


def test_a_refusal_tells_every_sentence_and_keeps_its_field():
    with pytest.raises(InvalidRecord) as refused:
        refuse({"a": "Satu.", "b": "Dua."})

    assert refused.value.problems == {"a": "Satu.", "b": "Dua."}
    assert refused.value.sentence == "Satu. Dua."


def test_an_error_without_a_sentence_is_told_by_its_name():
    assert CensusDeskError().sentence == "CensusDeskError"


def test_a_refusal_by_reference_names_three_users_at_most():
    error = RefusedByReference("Dinkes", ["sesi A", "sesi B", "sesi C", "sesi D"])

    assert "sesi C" in error.sentence
    assert "sesi D" not in error.sentence
    assert len(error.users) == 4


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_a_required_text_must_not_be_blank(blank):
    problems: dict[str, str] = {}

    require(problems, "name", blank, "Nama")

    assert problems == {"name": "Nama belum diisi."}


def test_the_first_problem_of_a_field_is_the_one_shown():
    problems = {"name": "Pertama."}

    require(problems, "name", "", "Nama")
    limit(problems, "name", "x" * 600, "Nama")
    count(problems, "name", -1, "Nama")

    assert problems == {"name": "Pertama."}


def test_a_text_may_be_exactly_as_long_as_its_limit():
    problems: dict[str, str] = {}

    limit(problems, "note", "x" * FIELD_LIMIT, "Catatan")

    assert problems == {}


def test_a_text_over_its_limit_is_told_with_both_lengths():
    problems: dict[str, str] = {}

    limit(problems, "note", "x" * (FIELD_LIMIT + 1), "Catatan")

    assert problems == {"note": "Catatan paling panjang 500 huruf; sekarang 501."}


@pytest.mark.parametrize(
    "text",
    [
        "3319011234567890",
        "3319 0112 3456 7890",
        "3319.0112.3456.7890",
        "33-19-01-12-34-56-78-90",
        "NIK:3319011234567890;",
    ],
)
def test_sixteen_digits_in_a_row_are_taken_for_a_population_number(text):
    problems: dict[str, str] = {}

    limit(problems, "note", text, "Catatan")

    assert "NIK" in problems["note"]


@pytest.mark.parametrize("text", ["123456789012345", "198609262015051001", "470/120/2020", "7.140"])
def test_other_numbers_are_no_population_number(text):
    problems: dict[str, str] = {}

    limit(problems, "note", text, "Catatan")

    assert problems == {}


@pytest.mark.parametrize(("value", "refused"), [(-1, True), (0, False), (5, False), (None, False)])
def test_a_count_is_not_negative(value, refused):
    problems: dict[str, str] = {}

    count(problems, "asn_count", value, "Jumlah ASN")

    assert bool(problems) is refused


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (date(2020, 2, 13), date(2020, 2, 12), True),
        (date(2020, 2, 13), date(2020, 2, 13), False),
        (None, date(2020, 2, 12), False),
        (date(2020, 2, 13), None, False),
    ],
)
def test_a_last_day_does_not_precede_the_first(first, last, refused):
    problems: dict[str, str] = {}

    order_of_days(problems, "to_on", first, last)

    assert bool(problems) is refused


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (time(9), time(9), True),
        (time(9), time(8), True),
        (time(9), time(9, 1), False),
        (None, time(8), False),
        (time(9), None, False),
    ],
)
def test_an_end_is_after_the_start(first, last, refused):
    problems: dict[str, str] = {}

    order_of_times(problems, "ends_at", first, last)

    assert bool(problems) is refused
