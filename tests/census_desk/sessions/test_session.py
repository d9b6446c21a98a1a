"""Sessions, who came, and the printed sheet's code."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.session import SessionStatus
from census_desk.sessions.sheet import (
    ALPHABET,
    CODE_LENGTH,
    check_letters,
    new_code,
    page_code,
    spoken_code,
)
from tests.census_desk.builders import (
    NIK_LIKE,
    a_session,
    a_sheet,
    an_attendance,
    problems_of,
)

CODE = "7K3QX9MP"


@pytest.mark.parametrize("field", ["title", "venue"])
def test_a_session_has_a_title_and_a_place(field):
    assert list(problems_of(a_session, **{field: ""})) == [field]


@pytest.mark.parametrize(("field", "most"), [("title", 300), ("venue", 200), ("note", 500)])
def test_the_texts_of_a_session_are_limited(field, most):
    assert list(problems_of(a_session, **{field: "x" * (most + 1)})) == [field]


def test_a_session_ends_after_it_starts_or_has_no_end():
    assert list(problems_of(a_session, ends_at=time(9))) == ["ends_at"]
    assert a_session(ends_at=None).ends_at is None


@pytest.mark.parametrize("field", ["invited_count", "attended_count"])
def test_a_session_has_no_negative_count(field):
    assert list(problems_of(a_session, **{field: -1})) == [field]


def test_a_session_is_for_somebody():
    assert list(problems_of(a_session, office_ids=())) == ["office_ids"]


@pytest.mark.parametrize("whom", ["office_ids", "district_codes", "groups"])
def test_offices_districts_or_groups_are_enough(whom):
    assert getattr(a_session(**({"office_ids": ()} | {whom: ("x",)})), whom) == ("x",)


@pytest.mark.parametrize("status", [SessionStatus.POSTPONED, SessionStatus.CANCELLED])
def test_a_session_that_does_not_take_place_says_why(status):
    assert list(problems_of(a_session, status=status)) == ["status_note"]
    assert a_session(status=status, status_note="Banjir").status is status


@pytest.mark.parametrize("field", ["session_id", "name"])
def test_an_attendance_names_its_session_and_person(field):
    assert list(problems_of(an_attendance, **{field: ""})) == [field]


@pytest.mark.parametrize(("field", "text"), [("name", "x" * 121), ("note", NIK_LIKE)])
def test_the_texts_of_an_attendance_are_limited(field, text):
    assert list(problems_of(an_attendance, **{field: text})) == [field]


def test_who_is_represented_is_represented_by_somebody():
    found = problems_of(an_attendance, state=AttendanceState.REPRESENTED)

    assert list(found) == ["represented_by"]
    assert an_attendance(state=AttendanceState.REPRESENTED, represented_by="Sri").name


def test_a_sheet_belongs_to_a_session():
    assert list(problems_of(a_sheet, session_id="")) == ["session_id"]


@pytest.mark.parametrize("code", ["", CODE[:7], CODE + "2", "7K3QX9M0", "7k3qx9mp"])
def test_a_sheet_has_a_code_of_eight_signs_that_are_not_mistaken(code):
    assert list(problems_of(a_sheet, code=code)) == ["code"]


def test_a_new_code_is_drawn_sign_by_sign():
    drawn = iter(CODE)

    assert new_code(lambda _signs: next(drawn)) == CODE


def test_a_new_code_fits_a_sheet():
    assert a_sheet(code=new_code()).code


def test_a_page_code_carries_layout_code_page_and_pages():
    assert page_code(CODE, 1, 12)[:-2] == f"DH1{CODE}0112"
    assert len(page_code(CODE, 1, 12)) == 17


def test_the_spoken_code_is_grouped_for_people():
    assert spoken_code(CODE, 1).startswith("7K3Q-X9MP-01 ")


codes = st.text(ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


@given(codes, st.integers(0, CODE_LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_changes_the_check_letters(code, place, sign):
    wrong = code[:place] + sign + code[place + 1 :]

    assert (check_letters(wrong) == check_letters(code)) is (wrong == code)


@given(codes, st.integers(0, CODE_LENGTH - 2))
def test_two_neighbours_exchanged_change_the_check_letters(code, place):
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert (check_letters(wrong) == check_letters(code)) is (wrong == code)
