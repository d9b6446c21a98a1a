"""A handwritten name and which ASN it means; in doubt a person is asked."""

import pytest

from census_desk.sessions.matching import bare_name, match_person
from tests.census_desk.builders import an_employee

NIP = "198609262015051001"
STAFF = [
    an_employee(id="1", name="Dra. Hj. Siti Aminah, M.Pd.", office_id="o"),
    an_employee(id="2", name="Siti Aminah, S.Kom.", office_id="p"),
    an_employee(id="3", name="Rudi Hartono, S.STP.", office_id="o", nip=NIP),
    an_employee(id="4", name="Muhammad Nur Cahyo, S.T.", office_id="o"),
    an_employee(id="5", name="dr. Wulandari", office_id="o"),
]


def matched(typed, near=()):
    match = match_person(typed, STAFF, near)
    return match.employee.id if match.employee else [one.id for one in match.candidates]


def test_degrees_titles_points_and_capitals_do_not_count():
    assert bare_name("Dra. Hj. SITI  Aminah, M.Pd.") == "siti aminah"
    assert bare_name("Drajat Santoso") == "drajat santoso"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Rudi Hartono", "3"),
        ("RUDI HARTONO, S.STP", "3"),
        ("Rudi Hartno", "3"),
        (NIP, "3"),
        ("19860926 201505 1 001", "3"),
        ("Wulandari", "5"),
        ("Muhamad Nur Cahyo", "4"),
        ("Orang Lain Sama Sekali", []),
        ("197001011995031001", []),
        ("  ,", []),
    ],
)
def test_a_name_means_one_person_or_nobody(typed, found):
    assert matched(typed) == found


def test_two_of_one_name_are_asked_those_of_the_session_first():
    assert matched("Siti Aminah", near=["p"]) == ["2", "1"]
    assert matched("Siti Aminah", near=["o"]) == ["1", "2"]


def test_a_part_of_a_name_is_asked_and_not_taken():
    assert "4" in matched("Nur Cahyo")
    assert match_person("Nur Cahyo", STAFF).is_open
