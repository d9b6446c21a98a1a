"""No more people than an office has, and nothing that happens after the working date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.register import Register
from census_desk.visits.reporting import note_obstacle
from tests.census_desk.builders import DAY, a_desk, a_letter, a_recap, an_obstacle, an_office

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def register() -> Register:
    register = Register.in_memory()
    editing.add(register, a_desk(id=register.ids(), working_date=DAY))
    editing.add(register, an_office(id=register.ids(), asn_count=450))
    return register


def recap(register: Register, **fields: object):
    return a_recap(id=register.ids(), office_id=register.offices.all()[0].id, **fields)


def the_office(register: Register, **fields: object):
    return replace(register.offices.all()[0], **fields)


def refusal(register: Register, record: object) -> dict[str, str]:
    with pytest.raises(InvalidRecord) as refused:
        editing.add(register, record)
    return dict(refused.value.problems)


def kept_obstacle(register: Register, **fields: object):
    office_id = register.offices.all()[0].id
    made = an_obstacle(id=register.ids(), office_id=office_id, **fields)
    return note_obstacle(register, made)


def test_a_recap_counts_no_more_done_than_the_office_has(register):
    assert refusal(register, recap(register, done_count=99_999)) == {
        "done_count": "ASN selesai 99.999 melebihi jumlah ASN Dinkes, yaitu 450."
    }
    assert register.recaps.count() == 0


def test_everybody_of_an_office_may_be_done(register):
    assert editing.add(register, recap(register, done_count=450)) in register.recaps.all()


def test_an_obstacle_hinders_no_more_people_than_the_office_has(register):
    with pytest.raises(InvalidRecord) as refused:
        kept_obstacle(register, people_count=5_000)

    assert refused.value.problems == {
        "people_count": "Jumlah orang 5.000 melebihi jumlah ASN Dinkes, yaitu 450."
    }


def test_an_office_nobody_counted_refuses_no_count(register):
    editing.change(register, the_office(register, asn_count=0))

    assert editing.add(register, recap(register, done_count=99_999)).done_count == 99_999
    assert kept_obstacle(register, people_count=5_000).people_count == 5_000


def test_a_recap_is_not_counted_after_the_working_date(register):
    assert refusal(register, recap(register, counted_on=NEXT)) == {
        "counted_on": "Per tanggal 14/02/2020 sesudah tanggal kerja 13/02/2020; "
        "perbaiki tanggalnya."
    }


def test_an_obstacle_is_not_noted_after_the_working_date(register):
    with pytest.raises(InvalidRecord) as refused:
        kept_obstacle(register, noted_on=NEXT)

    assert list(refused.value.problems) == ["noted_on"]


def test_without_a_working_date_the_registers_own_day_counts():
    register = Register.in_memory()
    editing.add(register, an_office(id=register.ids()))

    assert list(refusal(register, recap(register, counted_on=date(9999, 1, 1)))) == ["counted_on"]


def test_a_count_that_stands_may_be_noted_upon_though_the_office_shrank(register):
    kept = editing.add(register, recap(register, done_count=400))
    editing.change(register, the_office(register, asn_count=300))

    assert editing.change(register, replace(kept, note="pindah")).note == "pindah"
    with pytest.raises(InvalidRecord):
        editing.change(register, replace(kept, done_count=401))


@pytest.mark.parametrize("year", [1, 1989, 2101])
def test_the_working_date_is_of_a_year_offices_work_in(register, year):
    with pytest.raises(InvalidRecord, match="di luar 1990–2100"):
        editing.set_working_date(register, date(year, 1, 1))

    assert register.desks.all()[0].working_date == DAY


@pytest.mark.parametrize("year", [1, 1989, 2101])
def test_a_letter_is_dated_in_a_year_offices_work_in(register, year):
    letter = a_letter(id=register.ids(), dated_on=date(year, 1, 1))

    assert list(refusal(register, letter)) == ["dated_on"]
