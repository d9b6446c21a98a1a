"""Offices, employees, signatories and letterheads: what they refuse."""

from datetime import date

import pytest

from census_desk.people import LetterheadKind, PostKind, PostStatus, in_office
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_letterhead,
    a_picture,
    a_signatory,
    an_employee,
    an_office,
    problems_of,
)

WRONG_NIP = "123"


@pytest.mark.parametrize("field", ["code", "name", "short_name"])
def test_an_office_has_code_name_and_short_name(field):
    assert list(problems_of(an_office, **{field: " "})) == [field]


def test_an_office_has_no_negative_count_of_asn():
    assert list(problems_of(an_office, asn_count=-1)) == ["asn_count"]


@pytest.mark.parametrize("field", ["name", "address", "email"])
def test_an_office_is_not_described_beyond_five_hundred_letters(field):
    assert field in problems_of(an_office, **{field: "a@b.c" + "x" * 500})


def test_a_telephone_is_short():
    assert list(problems_of(an_office, phone="0" * 61)) == ["phone"]


@pytest.mark.parametrize("email", ["dinkes", "dinkes@kantor", "dinkes.go.id"])
def test_an_e_mail_address_is_whole(email):
    assert list(problems_of(an_office, email=email)) == ["email"]


def test_a_whole_e_mail_address_is_kept():
    assert an_office(email="dinkes@contoh.go.id").email == "dinkes@contoh.go.id"


@pytest.mark.parametrize("field", ["office_id", "name"])
def test_an_employee_has_an_office_and_a_name(field):
    assert list(problems_of(an_employee, **{field: ""})) == [field]


@pytest.mark.parametrize(("field", "most"), [("name", 120), ("position", 160), ("note", 500)])
def test_an_employee_is_described_briefly(field, most):
    assert list(problems_of(an_employee, **{field: "x" * (most + 1)})) == [field]


@pytest.mark.parametrize("make", [an_employee, a_signatory])
def test_a_nip_is_checked_when_there_is_one(make):
    assert make(nip="").nip == ""
    assert make(nip="198609262015051001").nip == "198609262015051001"
    assert list(problems_of(make, nip=WRONG_NIP)) == ["nip"]


@pytest.mark.parametrize("field", ["name", "position", "note"])
def test_a_population_number_is_refused_in_every_text_of_an_employee(field):
    assert "NIK" in problems_of(an_employee, **{field: NIK_LIKE})[field]


@pytest.mark.parametrize("field", ["name", "post"])
def test_a_signatory_has_a_name_and_a_post(field):
    assert list(problems_of(a_signatory, **{field: ""})) == [field]


@pytest.mark.parametrize(("field", "most"), [("name", 120), ("post", 160), ("own_post", 160)])
def test_a_signatory_fits_the_block(field, most):
    assert list(problems_of(a_signatory, **{field: "x" * (most + 1)})) == [field]


@pytest.mark.parametrize("status", [PostStatus.PLT, PostStatus.PLH])
def test_plt_and_plh_name_their_own_post(status):
    assert list(problems_of(a_signatory, status=status, own_post=" ")) == ["own_post"]
    assert a_signatory(status=status, own_post="WAKIL BUPATI PATI").status is status


@pytest.mark.parametrize("status", [PostStatus.DEFINITIVE, PostStatus.PJ])
def test_a_definitive_or_acting_holder_has_one_post(status):
    assert a_signatory(status=status).own_post == ""


def test_a_post_does_not_end_before_it_starts():
    assert list(problems_of(a_signatory, to_on=date(2020, 2, 12))) == ["to_on"]


@pytest.mark.parametrize(
    ("to_on", "on", "holds"),
    [
        (None, date(2020, 2, 12), False),
        (None, DAY, True),
        (date(2020, 2, 20), date(2020, 2, 20), True),
        (date(2020, 2, 20), date(2020, 2, 21), False),
    ],
)
def test_a_post_is_held_from_its_first_to_its_last_day(to_on, on, holds):
    assert in_office(a_signatory(to_on=to_on, post_kind=PostKind.REGENT), on) is holds


@pytest.mark.parametrize(
    ("field", "blank"), [("name", ""), ("office_lines", ()), ("government_line", " ")]
)
def test_a_letterhead_of_an_office_has_its_lines(field, blank):
    assert list(problems_of(a_letterhead, **{field: blank})) == [field]


def test_the_letterhead_of_the_regent_has_no_government_line():
    made = a_letterhead(kind=LetterheadKind.REGENT, government_line="")

    assert made.government_line == ""


@pytest.mark.parametrize("field", ["office_lines", "address_lines"])
def test_a_letterhead_has_three_lines_of_a_kind_at_most(field):
    assert list(problems_of(a_letterhead, **{field: ("a", "b", "c", "d")})) == [field]
    assert getattr(a_letterhead(**{field: ("a", "b", "c")}), field) == ("a", "b", "c")


def test_a_picture_has_content():
    assert list(problems_of(a_picture, content="")) == ["content"]
    assert a_picture().content
