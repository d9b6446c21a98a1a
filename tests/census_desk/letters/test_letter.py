"""Letters and their deliveries: what they refuse, and when two numbers are the same."""

from datetime import date

import pytest

from census_desk.letters.letter import LetterBook, LetterStatus, number_key, same_number
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_delivery,
    a_letter,
    a_numbered_letter,
    problems_of,
)

LATER = date(2020, 2, 17)
WHOLE = ("number", "letterhead_id", "signatory_id", "body")


def test_a_draft_may_be_incomplete():
    assert a_letter().status is LetterStatus.DRAFT


@pytest.mark.parametrize("field", ["subject", "place"])
def test_even_a_draft_has_subject_and_place(field):
    assert list(problems_of(a_letter, **{field: ""})) == [field]


@pytest.mark.parametrize(
    ("field", "most"), [("subject", 300), ("number", 60), ("body", 20_000), ("note", 500)]
)
def test_a_letter_has_limits(field, most):
    assert list(problems_of(a_letter, **{field: "x" * (most + 1)})) == [field]
    assert getattr(a_letter(**{field: "x" * most}), field) == "x" * most


@pytest.mark.parametrize("field", ["subject", "body", "note"])
def test_a_population_number_is_refused_in_a_letter(field):
    assert "NIK" in problems_of(a_letter, **{field: NIK_LIKE})[field]


@pytest.mark.parametrize("status", [LetterStatus.NUMBERED, LetterStatus.SENT, LetterStatus.CLOSED])
@pytest.mark.parametrize("field", WHOLE)
def test_an_issued_letter_is_whole(status, field):
    assert list(problems_of(a_numbered_letter, status=status, **{field: ""})) == [field]


@pytest.mark.parametrize("recipients", [(), ("",), (" ", "")])
def test_an_issued_letter_is_addressed_to_somebody(recipients):
    assert list(problems_of(a_numbered_letter, recipients=recipients)) == ["recipients"]


def test_a_void_letter_says_why_and_may_be_incomplete():
    assert list(problems_of(a_letter, status=LetterStatus.VOID)) == ["status_note"]
    assert a_letter(status=LetterStatus.VOID, status_note="Salah tujuan").number == ""


def test_a_number_is_unique_by_book_year_and_number():
    assert number_key(a_letter(number="470/ 120/2020")) == ("Edaran", 2020, "470/120/2020")


@pytest.mark.parametrize("typed", ["470/A/2020", " 470/a/2020", "470 / A / 2020"])
def test_blanks_and_case_do_not_make_another_number(typed):
    taken = a_letter(id="1", number="470/A/2020")

    assert same_number(a_letter(id="2", number=typed), [taken]) == taken


@pytest.mark.parametrize("change", [{"book": LetterBook.BPS}, {"dated_on": date(2021, 2, 13)}])
def test_another_book_or_year_may_use_the_number_again(change):
    taken = a_letter(id="1", number="470/A")

    assert same_number(a_letter(id="2", number="470/A", **change), [taken]) is None


def test_a_void_letter_keeps_its_number():
    void = a_letter(id="1", number="470/A", status=LetterStatus.VOID, status_note="Salah")

    assert same_number(a_letter(id="2", number="470/A"), [void]) == void


def test_a_letter_is_not_compared_with_itself_nor_with_numberless_drafts():
    letter = a_letter(id="1", number="470/A")

    assert same_number(letter, [letter, a_letter(id="2")]) is None


def test_a_draft_without_number_shares_it_with_nobody():
    assert same_number(a_letter(id="1"), [a_letter(id="2")]) is None


@pytest.mark.parametrize("field", ["letter_id", "office_id"])
def test_a_delivery_joins_a_letter_and_an_office(field):
    assert list(problems_of(a_delivery, **{field: ""})) == [field]


def test_nothing_is_received_that_was_not_sent():
    assert list(problems_of(a_delivery, received_on=DAY, received_by="Sri")) == ["sent_on"]


def test_nothing_is_received_before_it_was_sent():
    found = problems_of(a_delivery, sent_on=LATER, received_on=DAY, received_by="Sri")

    assert list(found) == ["received_on"]


def test_somebody_received_what_was_received():
    assert list(problems_of(a_delivery, sent_on=DAY, received_on=DAY)) == ["received_by"]
    assert a_delivery(sent_on=DAY, received_on=DAY, received_by="Sri").received_by == "Sri"


@pytest.mark.parametrize(("field", "text"), [("received_by", "x" * 121), ("note", NIK_LIKE)])
def test_the_texts_of_a_delivery_are_limited(field, text):
    assert list(problems_of(a_delivery, **{field: text})) == [field]
