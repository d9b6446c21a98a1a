"""What a letter may quote, gathered from the register in one look."""

import pytest

from census_desk.errors import CensusDeskError
from census_desk.identity import Ids
from census_desk.letters.facts import campaign_facts, letter_values
from census_desk.people import OfficeKind
from census_desk.register import Register
from tests.census_desk.builders import (
    a_desk,
    a_letter,
    a_programme,
    a_session,
    a_target,
    a_visit,
    an_office,
)


@pytest.fixture
def new_id():
    return Ids(lambda: 1_581_552_000_000, lambda _bits: 0)


@pytest.fixture
def register(new_id):
    register = Register.in_memory()
    register.desks.add(a_desk(id=new_id()))
    return register


def test_an_empty_register_has_nothing_to_quote_but_its_desk(register):
    facts = campaign_facts(register)

    assert facts.desk == register.desks.all()[0]
    assert facts.programme is None
    assert facts.offices == facts.targets == ()


def test_the_first_programme_and_all_dated_entries_are_quoted(register, new_id):
    programme = register.programmes.add(a_programme(id=new_id()))
    target = register.targets.add(a_target(id=new_id()))

    facts = campaign_facts(register)

    assert (facts.programme, facts.targets) == (programme, (target,))


def test_bps_does_not_count_among_the_opd(register, new_id):
    opd = register.offices.add(an_office(id=new_id()))
    register.offices.add(an_office(id=new_id(), code="BPS", kind=OfficeKind.VERTICAL))

    assert campaign_facts(register).offices == (opd,)


def test_a_register_never_set_up_has_no_facts():
    with pytest.raises(CensusDeskError, match="belum disiapkan"):
        campaign_facts(Register.in_memory())


def test_a_letter_quotes_the_records_it_names(register, new_id):
    office = register.offices.add(an_office(id=new_id()))
    session = register.sessions.add(a_session(id=new_id(), office_ids=(office.id,)))
    visit = register.visits.add(a_visit(id=new_id(), office_id=office.id))
    letter = a_letter(session_id=session.id, visit_id=visit.id)

    values = letter_values(register, letter)

    assert values["sesi.tempat"] == session.venue
    assert values["kunjungan.opd"] == office.name


def test_what_a_letter_named_and_is_gone_has_no_value(register, new_id):
    values = letter_values(register, a_letter(session_id=new_id(), refers_to_id=new_id()))

    assert not [name for name in values if name.startswith(("sesi", "rujukan"))]
