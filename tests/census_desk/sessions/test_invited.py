"""Who stands on an attendance sheet, and in which order."""

from datetime import date

import pytest

from census_desk.people import PostKind
from census_desk.places import District, Village, VillageKind
from census_desk.sessions.invited import grade_order, invited_people
from census_desk.sessions.session import SessionKind
from tests.census_desk.builders import DAY, a_session, a_signatory, an_employee, an_office

MEETING = SessionKind.COORDINATION


def district(code: str) -> District:
    return District(code=code, name="Jati", lat=None, lon=None)


def villages(code: str) -> list[Village]:
    kinds = {"Getas": VillageKind.DESA, "Panjunan": VillageKind.KELURAHAN}
    return [
        Village(code=f"{code}.{name}", name=name, kind=kind, lat=None, lon=None)
        for name, kind in kinds.items()
    ]


def listed(session, *, offices=(), employees=(), signatories=()):
    return invited_people(
        session,
        offices=offices,
        employees=employees,
        signatories=signatories,
        district=district,
        villages=villages,
    )


def a_head(**fields):
    filled = {"office_id": "o", "post_kind": PostKind.OFFICE_HEAD, "name": "Budi"}
    return a_signatory(**(filled | fields))


@pytest.mark.parametrize("kind", [MEETING, SessionKind.KICKOFF])
def test_to_a_meeting_come_the_heads_and_not_the_staff(kind):
    office = an_office(head_title="Kepala Dinas")

    rows = listed(
        a_session(kind=kind), offices=[office], employees=[an_employee()], signatories=[a_head()]
    )

    assert [(row.name, row.position) for row in rows] == [("Budi", "Kepala Dinas Kesehatan")]


@pytest.mark.parametrize(
    "fields",
    [
        {"office_id": "p"},
        {"post_kind": PostKind.ASSISTANT},
        {"from_on": date(2020, 2, 14)},
        {"from_on": date(2019, 1, 1), "to_on": date(2020, 2, 12)},
    ],
)
def test_who_does_not_hold_the_post_that_day_is_not_named(fields):
    rows = listed(a_session(kind=MEETING), offices=[an_office()], signatories=[a_head(**fields)])

    assert [row.name for row in rows] == [""]


def test_of_two_holders_the_later_one_is_named():
    earlier = a_head(id="1", from_on=date(2019, 1, 1), name="Lama")

    rows = listed(
        a_session(kind=MEETING),
        offices=[an_office()],
        signatories=[a_head(id="2", from_on=DAY, name="Baru"), earlier],
    )

    assert [row.name for row in rows] == ["Baru"]


def test_a_group_outside_the_register_has_one_row_at_a_meeting_only():
    groups = ("Kepala Desa",)

    meeting = listed(a_session(kind=MEETING, office_ids=(), groups=groups))
    session = listed(a_session(office_ids=(), groups=groups))

    assert [row.unit for row in meeting] == ["Kepala Desa"]
    assert session == []


def test_the_staff_stand_by_grade_then_name():
    staff = [
        an_employee(id="1", name="Zaenal", grade="III/a"),
        an_employee(id="2", name="Ani", grade="III/a"),
        an_employee(id="3", name="Tono", grade="IV/b"),
        an_employee(id="4", name="Bowo", grade=""),
        an_employee(id="5", name="Sri", office_id="p"),
    ]

    rows = listed(a_session(), offices=[an_office()], employees=staff)

    assert [row.name for row in rows] == ["Tono", "Ani", "Zaenal", "Bowo"]


def test_the_staff_of_several_offices_stand_office_by_office():
    offices = [an_office(id="o"), an_office(id="p", short_name="Dinsos")]
    staff = [
        an_employee(id="1", office_id="p", grade="IV/e"),
        an_employee(id="2", office_id="o", grade="I/a", unit="Bidang A"),
    ]

    rows = listed(a_session(office_ids=("o", "p")), offices=offices, employees=staff)

    assert [row.unit for row in rows] == ["Dinkes", "Dinsos"]


def test_the_unit_is_told_where_the_office_goes_without_saying():
    rows = listed(a_session(), offices=[an_office()], employees=[an_employee(unit="Bidang A")])

    assert [row.unit for row in rows] == ["Bidang A"]


def test_an_office_that_is_gone_is_left_out():
    assert listed(a_session(kind=MEETING, office_ids=("gone",))) == []


def test_a_kecamatan_brings_its_camat_and_village_heads_by_their_post():
    rows = listed(a_session(office_ids=(), district_codes=("33.18.10",)))

    assert [row.position for row in rows] == ["Camat Jati", "Kepala Desa Getas", "Lurah Panjunan"]


def test_only_the_chosen_villages_come_when_some_are_chosen():
    session = a_session(
        office_ids=(), district_codes=("33.18.10",), village_codes=("33.18.10.Panjunan",)
    )

    assert [row.position for row in listed(session)] == ["Camat Jati", "Lurah Panjunan"]


def test_grades_are_ordered_highest_first_and_unknown_ones_last():
    grades = ["", "I/a", "III/d", "IV/e", "IV/a", "honorer", " II / c "]

    ordered = sorted(grades, key=grade_order)

    assert ordered == ["IV/e", "IV/a", "III/d", " II / c ", "I/a", "", "honorer"]
