"""Visits in the schedule: holidays, people taken elsewhere, and what the office forbids."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk import sample
from census_desk.register import Register
from census_desk.sessions.rules import USUAL_RULES, Severity
from census_desk.sessions.scheduling import ForbiddenClash
from census_desk.visits import scheduling
from census_desk.visits.visit import VisitStatus

FRIDAY = date(2020, 2, 21)
NYEPI = date(2020, 3, 25)


@pytest.fixture
def register():
    with Register.in_memory() as made:
        sample.build(made)
        yield made


@pytest.fixture
def visit(register):
    return next(one for one in register.visits.all() if "tata usaha puskesmas" in one.purpose)


def forbidding(register, **rules):
    for one in register.schedule_rules.all():
        register.schedule_rules.remove(one.id)
    register.schedule_rules.add(replace(USUAL_RULES, id=register.ids(), **rules))


@pytest.mark.parametrize("starts_at", [None, time(9)])
def test_a_visit_on_a_holiday_is_told_with_its_name(register, visit, starts_at):
    forbidding(register)
    moved = replace(visit, held_on=NYEPI, starts_at=starts_at, ends_at=None)

    told = " ".join(scheduling.told(register, moved, FRIDAY))

    assert "Nyepi" in told


def test_a_holiday_the_office_forbids_is_refused_beside_the_date(register, visit):
    forbidding(register, holiday=Severity.FORBID)
    moved = replace(visit, held_on=NYEPI)

    with pytest.raises(ForbiddenClash) as refused:
        scheduling.change(register, moved, on=FRIDAY)

    assert "held_on" in refused.value.problems
    assert register.visits.get(visit.id).held_on == visit.held_on


def test_an_officer_who_leads_a_session_then_is_refused_beside_the_officers(register, visit):
    forbidding(register, facilitator=Severity.FORBID)
    session = next(one for one in register.sessions.all() if "Perhubungan" in one.title)
    busy = replace(
        visit,
        held_on=session.held_on,
        starts_at=session.starts_at,
        ends_at=None,
        officers=("Hafid Nurwahyudi, S.ST.",),
    )

    with pytest.raises(ForbiddenClash) as refused:
        scheduling.change(register, busy, on=FRIDAY)

    assert "officers" in refused.value.problems


def test_a_visit_that_is_over_or_cancelled_stands_in_nobody_s_way(register, visit):
    gone = replace(visit, held_on=NYEPI, status=VisitStatus.CANCELLED, status_note="banjir")

    assert scheduling.clashes_of(register, gone, FRIDAY) == ()
