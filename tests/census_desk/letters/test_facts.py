"""What a letter may quote, gathered from the register in one look."""

import pytest

from census_desk.errors import CensusDeskError
from census_desk.identity import Ids
from census_desk.letters.facts import campaign_facts
from census_desk.people import OfficeKind
from census_desk.register import Register
from tests.census_desk.builders import a_desk, a_programme, a_target, an_office


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
