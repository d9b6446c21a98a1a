"""Use cases of visits, on a register in memory: planned, reported, followed up, answered."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.register import Register
from census_desk.visits.reasons import ReasonInUse
from census_desk.visits.reporting import (
    NotProposed,
    Plan,
    answer_request,
    close_obstacles,
    finish_follow_up,
    note_obstacle,
    plan_visit,
    proposal_for,
    proposals_now,
    reopen,
)
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import (
    a_desk,
    a_follow_up,
    a_help_request,
    a_visit,
    an_employee,
    an_obstacle,
    an_office,
)

FRIDAY = date(2020, 2, 21)
MONDAY = date(2020, 2, 24)


@pytest.fixture
def register():
    with Register.in_memory(actor="Sari") as made:
        made.desks.add(a_desk(id=made.ids()))
        yield made


@pytest.fixture
def office(register):
    made = an_office(id=register.ids(), asn_count=40)
    register.offices.add(made)
    return made


@pytest.fixture
def obstacle(register, office):
    made = an_obstacle(id=register.ids(), office_id=office.id, people_count=11, noted_on=FRIDAY)
    return note_obstacle(register, made)


@pytest.fixture
def visit(register, office):
    made = a_visit(id=register.ids(), office_id=office.id, held_on=FRIDAY)
    register.visits.add(made)
    return made


def problems(call):
    with pytest.raises(InvalidRecord) as refused:
        call()
    return refused.value.problems


def test_the_first_obstacle_brings_the_list_of_reasons_into_the_register(register, obstacle):
    assert obstacle.reason in {one.key for one in register.reasons.all()}
    assert register.history(limit=1)[0].what == "Mencatat kendala: Dinkes, 11 orang"


def test_an_obstacle_with_a_reason_nobody_knows_is_refused(register, office):
    wrong = an_obstacle(id=register.ids(), office_id=office.id, reason="hujan")

    assert list(problems(lambda: note_obstacle(register, wrong))) == ["reason"]
    assert register.obstacles.count() == 0


def test_an_obstacle_names_somebody_of_its_own_office(register, office):
    other = an_office(id=register.ids(), code="LAIN")
    person = an_employee(id=register.ids(), office_id=other.id)
    register.offices.add(other)
    register.employees.add(person)
    wrong = an_obstacle(
        id=register.ids(), office_id=office.id, employee_id=person.id, people_count=1
    )

    assert list(problems(lambda: note_obstacle(register, wrong))) == ["employee_id"]


def test_a_proposed_visit_deals_with_its_obstacles_and_answers_its_requests(
    register, office, obstacle
):
    request = a_help_request(id=register.ids(), office_id=office.id, asked_on=FRIDAY)
    register.help_requests.add(request)
    plan = Plan(held_on=MONDAY, officers=("Joko",))

    visit = plan_visit(
        register,
        proposal_for(register, office.id, FRIDAY),
        plan,
        on=FRIDAY,
        visit_id=register.ids(),
    )

    assert visit.purpose == "Mendampingi 11 orang yang terkendala mengisi sensus"
    assert register.obstacles.get(obstacle.id).visit_id == visit.id
    answered = register.help_requests.get(request.id)
    assert (answered.answered_on, answered.visit_id) == (FRIDAY, visit.id)
    assert proposals_now(register, FRIDAY) == ()
    with pytest.raises(NotProposed):
        proposal_for(register, office.id, FRIDAY)
    register.undo()
    assert register.visits.count() == 0
    assert register.obstacles.get(obstacle.id).visit_id == ""


def test_a_visit_is_not_planned_for_a_day_that_is_over(register, office, obstacle):
    proposal = proposal_for(register, office.id, FRIDAY)
    plan = Plan(held_on=date(2020, 2, 20))

    found = problems(
        lambda: plan_visit(register, proposal, plan, on=FRIDAY, visit_id=register.ids())
    )

    assert list(found) == ["held_on"]
    assert register.visits.count() == 0


def test_nine_of_eleven_are_closed_and_the_two_stay(register, obstacle, visit):
    assert close_obstacles(register, [(obstacle.id, 9)], on=FRIDAY, visit_id=visit.id) == 9

    found = problems(lambda: close_obstacles(register, [(obstacle.id, 3)], on=FRIDAY))

    assert found == {
        "people_count": "Yang masih terkendala 2 orang; 3 orang tidak dapat dituntaskan."
    }
    assert close_obstacles(register, [(obstacle.id, None)], on=MONDAY) == 2
    found = problems(lambda: close_obstacles(register, [(obstacle.id, None)], on=MONDAY))
    assert found == {"people_count": "Kendala ini sudah tuntas seluruhnya."}


def test_a_closing_can_be_taken_back(register, obstacle):
    close_obstacles(register, [(obstacle.id, 9)], on=FRIDAY)

    assert reopen(register, obstacle.id).closings == ()
    assert list(problems(lambda: reopen(register, obstacle.id))) == ["closings"]


def test_a_follow_up_is_due_after_its_visit_and_names_who(register, visit):
    def agreed(**fields):
        return a_follow_up(**({"id": register.ids(), "visit_id": visit.id} | fields))

    early = agreed(due_on=date(2020, 2, 20))
    assert problems(lambda: editing.add(register, early)) == {
        "due_on": "Tenggat mendahului tanggal kunjungan (21/02/2020)."
    }
    nobody = agreed(due_on=None, who=" ")
    assert list(problems(lambda: editing.add(register, nobody))) == ["who", "due_on"]
    done = agreed(due_on=MONDAY, done_on=date(2020, 2, 20))
    assert list(problems(lambda: editing.add(register, done))) == ["done_on"]


def test_a_visit_does_not_move_behind_what_was_agreed_on_it(register, visit):
    agreed = a_follow_up(id=register.ids(), visit_id=visit.id, due_on=MONDAY)
    editing.add(register, agreed)

    late = replace(visit, held_on=date(2020, 2, 25))
    assert list(problems(lambda: editing.change(register, late))) == ["held_on"]
    gone = replace(late, status=VisitStatus.CANCELLED, status_note="banjir")
    assert editing.change(register, gone).status is VisitStatus.CANCELLED


def test_a_follow_up_is_done_once_and_not_before_its_visit(register, visit):
    agreed = a_follow_up(id=register.ids(), visit_id=visit.id, due_on=MONDAY)
    editing.add(register, agreed)

    early = date(2020, 2, 20)
    assert problems(lambda: finish_follow_up(register, agreed.id, on=early))
    done = finish_follow_up(register, agreed.id, on=MONDAY, note="Daftar diterima.")
    assert (done.done_on, done.done_note) == (MONDAY, "Daftar diterima.")


def test_a_visit_that_goes_takes_its_follow_ups_along(register, visit):
    agreed = a_follow_up(id=register.ids(), visit_id=visit.id, due_on=MONDAY)
    editing.add(register, agreed)

    editing.delete(register, "visits", visit.id)

    assert register.follow_ups.count() == 0


def test_a_request_is_answered_in_words_by_a_visit_or_a_session(register, office, visit):
    request = a_help_request(id=register.ids(), office_id=office.id, asked_on=FRIDAY)
    register.help_requests.add(request)

    assert list(problems(lambda: answer_request(register, request.id, on=FRIDAY))) == ["answer"]
    answered = answer_request(register, request.id, on=FRIDAY, answer="Panduan dikirim.")
    assert (answered.answered_on, answered.answer) == (FRIDAY, "Panduan dikirim.")
    assert answer_request(register, request.id, on=MONDAY, visit_id=visit.id).visit_id == visit.id


def test_a_reason_that_obstacles_name_keeps_its_key_and_stays(register, obstacle):
    used = next(one for one in register.reasons.all() if one.key == obstacle.reason)
    free = next(one for one in register.reasons.all() if one.key == "cuti")

    with pytest.raises(ReasonInUse):
        editing.delete(register, "reasons", used.id)
    with pytest.raises(ReasonInUse):
        editing.change(register, replace(used, key="kode 104"))
    assert editing.change(register, replace(used, name="Kode 104")).name == "Kode 104"
    assert list(problems(lambda: editing.change(register, replace(free, key=used.key)))) == ["key"]
    editing.delete(register, "reasons", free.id)
