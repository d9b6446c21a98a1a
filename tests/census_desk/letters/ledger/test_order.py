"""Order in a line: 12, 12.a, 13, 1000; dates and numbers that agree; holes explained."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.letters.ledger.book import Line
from census_desk.letters.ledger.entry import NumberStatus, entry_title, order_text, position
from census_desk.letters.ledger.gaps import HoleKind, explanation_of, holes
from census_desk.letters.ledger.order import (
    NoSuffixLeft,
    back_dating_problem,
    in_line,
    insertion_problem,
    next_sequence,
    next_suffix,
    order_problem,
    twins,
)
from tests.census_desk.builders import DAY, a_book, a_number, problems_of

LINE = Line(series="Setda", year=2020)
NEXT_DAY = DAY + timedelta(days=1)
VOID = {"status": NumberStatus.VOID, "reason": "Salah ketik"}
HELD = {"status": NumberStatus.RESERVED, "dated_on": None, "text": ""}


def ordered(*entries):
    return [order_text(one) for one in in_line(entries, LINE)]


# order


def test_an_inserted_number_stands_after_its_neighbour_and_before_the_next():
    assert ordered(a_number(13), a_number(12, suffix="a"), a_number(12)) == ["12", "12.a", "13"]


def test_a_thousand_comes_after_999():
    assert ordered(a_number(1000), a_number(999)) == ["999", "1000"]


def test_the_27th_inserted_number_comes_after_the_26th():
    assert ordered(a_number(suffix="aa"), a_number(suffix="z")) == ["12.z", "12.aa"]


def test_a_number_outside_the_line_is_not_in_its_order():
    outside = a_number(0, text="Un.12/X", is_taken_over=True)

    assert ordered(outside, a_number(1)) == ["1"]
    assert entry_title(outside) == "Un.12/X"


def test_other_books_and_years_have_lines_of_their_own():
    other_year = a_number(1, year=2021, dated_on=date(2021, 1, 4))
    other_book = a_number(2, series="Bupati")

    assert ordered(other_year, other_book, a_number(3)) == ["3"]


@given(st.lists(st.tuples(st.integers(1, 2000), st.sampled_from(["", "a", "b", "z", "aa"]))))
def test_the_order_is_by_number_then_by_how_often_something_was_inserted(places):
    entries = [a_number(number, suffix=suffix) for number, suffix in places]

    listed = in_line(entries, LINE)

    assert [one.sequence for one in listed] == sorted(number for number, _ in places)
    assert listed == sorted(entries, key=position)


# what comes next


def test_the_first_number_of_a_year_is_one():
    assert next_sequence(a_book(), LINE, []) == 1


def test_the_next_number_is_one_more_than_the_highest_whatever_became_of_it():
    rows = [a_number(7), a_number(8, **VOID), a_number(9, **HELD, reserved_for=DAY)]

    assert next_sequence(a_book(), LINE, rows) == 10


def test_a_hole_is_never_filled():
    assert next_sequence(a_book(), LINE, [a_number(1), a_number(5)]) == 6


def test_the_line_begins_where_the_paper_book_ended():
    book = a_book(first_number=386, first_year=2020)

    assert next_sequence(book, LINE, []) == 386
    assert next_sequence(book, LINE, [a_number(386)]) == 387


def test_an_inserted_number_does_not_move_the_next_one():
    assert next_sequence(a_book(), LINE, [a_number(12), a_number(12, suffix="a")]) == 13


def test_inserted_letters_follow_the_alphabet_and_a_void_one_keeps_its_letter():
    assert next_suffix([a_number(12)], 12) == "a"
    assert next_suffix([a_number(12), a_number(12, suffix="a", **VOID)], 12) == "b"
    assert next_suffix([a_number(12, suffix="z")], 12) == "aa"
    assert next_suffix([a_number(12, suffix="az")], 12) == "ba"


def test_after_the_last_letter_there_is_no_other():
    with pytest.raises(NoSuffixLeft, match="12"):
        next_suffix([a_number(12, suffix="zz")], 12)


# dates


def test_a_letter_dated_before_the_last_one_is_back_dated():
    rows = [a_number(12, dated_on=NEXT_DAY)]

    assert "nomor 12 sudah bertanggal 14 Februari 2020" in back_dating_problem(DAY, rows)
    assert back_dating_problem(NEXT_DAY, rows) == ""


@pytest.mark.parametrize("row", [VOID, {"reserved_for": NEXT_DAY}])
def test_void_and_held_back_numbers_say_nothing_about_the_order_of_dates(row):
    assert back_dating_problem(DAY, [a_number(12, dated_on=NEXT_DAY, **row)]) == ""


def test_a_higher_number_with_an_earlier_date_is_told():
    late = a_number(13, dated_on=DAY - timedelta(days=3))

    assert "nomor 12 bertanggal 13 Februari 2020" in order_problem(late, [a_number(12), late])
    assert "nomor 13" in order_problem(a_number(12), [a_number(12), late])


def test_numbers_of_one_day_are_in_order():
    rows = [a_number(12), a_number(12, suffix="a"), a_number(13)]

    assert [order_problem(one, rows) for one in rows] == ["", "", ""]


def test_an_inserted_number_belongs_between_its_neighbours_dates():
    rows = [a_number(12), a_number(13, dated_on=DAY + timedelta(days=4))]

    assert insertion_problem(NEXT_DAY, 12, rows) == ""
    assert "antara 13 Februari 2020 dan 17 Februari 2020" in insertion_problem(
        DAY - timedelta(days=1), 12, rows
    )
    assert insertion_problem(DAY + timedelta(days=5), 12, rows) != ""


def test_a_void_number_or_one_outside_the_line_is_never_out_of_order():
    rows = [a_number(12), a_number(13, dated_on=DAY - timedelta(days=3))]

    assert order_problem(a_number(14, dated_on=DAY - timedelta(days=9), **VOID), rows) == ""
    assert order_problem(a_number(0, text="x", is_taken_over=True), rows) == ""


# records


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("reason", {"status": NumberStatus.VOID}),
        ("dated_on", {"dated_on": None}),
        ("text", {"text": ""}),
        ("reserved_for", HELD),
        ("letter_id", {**HELD, "reserved_for": DAY, "letter_id": "l"}),
        ("dated_on", {"dated_on": date(2021, 1, 1)}),
        ("dated_on", {"reserved_for": NEXT_DAY}),
        ("taken_in", {"status": NumberStatus.ELSEWHERE}),
        ("suffix", {"suffix": "A"}),
        ("sequence", {"sequence": 0}),
        ("sequence", {"sequence": 1_000_000_000}),
    ],
)
def test_a_row_that_cannot_stand_is_refused_beside_the_field(field, fields):
    assert set(problems_of(a_number, **fields)) == {field}


def test_two_rows_at_one_place_are_found():
    twin = a_number(12, id="z")

    outside = [a_number(0, id=one, text="x", is_taken_over=True) for one in "ab"]

    pairs = twins([a_number(12), a_number(12, suffix="a"), *outside, twin])

    assert pairs == [(a_number(12), twin)]


# holes


def found(*rows, book=None):
    return [(one.numbers, one.kind) for one in holes(book or a_book(), LINE, rows)]


def test_a_whole_line_has_no_holes():
    assert found(a_number(1), a_number(2), a_number(2, suffix="a"), a_number(3)) == []


def test_numbers_nobody_recorded_are_one_hole_with_the_way_to_look():
    (hole,) = holes(a_book(), LINE, [a_number(1), a_number(5)])

    assert (hole.numbers, hole.kind) == ("2–4", HoleKind.MISSING)
    assert "buku agenda kertas" in hole.explanation


def test_a_void_number_explains_its_hole_with_the_reason():
    (hole,) = holes(a_book(), LINE, [a_number(1, **VOID), a_number(2)])

    assert (hole.numbers, hole.kind) == ("1", HoleKind.VOID)
    assert hole.explanation == "BATAL: Salah ketik"


def test_a_block_held_back_is_one_hole_of_its_day():
    rows = [a_number(one, **HELD, reserved_for=DAY) for one in (1, 2, 3)]
    rows.append(a_number(4, **HELD, reserved_for=NEXT_DAY))

    assert found(*rows) == [("1–3", HoleKind.RESERVED), ("4", HoleKind.RESERVED)]


def test_a_provisional_number_is_a_hole_until_it_is_signed():
    rows = [a_number(1, status=NumberStatus.PROVISIONAL)]

    assert found(*rows) == [("1", HoleKind.PROVISIONAL)]


def test_numbers_before_the_first_one_taken_over_stand_in_the_older_book():
    assert found(a_number(385, is_taken_over=True)) == [("1–384", HoleKind.BEFORE)]


def test_numbers_another_system_skipped_name_that_system():
    row = a_number(9, status=NumberStatus.ELSEWHERE, taken_in="SRIKANDI")
    (hole,) = holes(a_book(first_number=5), LINE, [row])

    assert hole.numbers == "5–8"
    assert "SRIKANDI" in hole.explanation


def test_a_number_in_use_needs_no_explanation():
    assert explanation_of(a_number(1)) == ""


def test_an_inserted_number_does_not_stand_for_its_neighbour():
    rows = [a_number(1), a_number(2, suffix="a"), a_number(3)]

    assert found(*rows) == [("2", HoleKind.MISSING)]


@given(st.sets(st.integers(1, 60)))
def test_holes_and_rows_together_are_the_whole_line(given_numbers):
    rows = [a_number(one) for one in given_numbers]

    missing = [n for one in holes(a_book(), LINE, rows) for n in range(one.first, one.last + 1)]

    assert sorted([*missing, *given_numbers]) == list(range(1, max(given_numbers, default=0) + 1))
