"""Planning a proposed visit and reporting one on the spot: what the dialogs ask and refuse."""

from datetime import date

import pytest

from census_desk.visits.obstacle import open_count
from census_desk.visits.visit import Readiness, VisitStatus
from ui.presenters.proposals import ProposalsPresenter
from ui.presenters.visit_report import CLOSE, ReportForm


class View:
    def paint_table(self):
        pass


@pytest.fixture
def proposals(workplace):
    made = ProposalsPresenter(workplace, View())
    made.refresh()
    made.model.select(made.model.at(0).id)
    return made


def test_the_chosen_proposal_tells_its_causes_and_begins_on_the_next_working_day(proposals):
    assert proposals.facts == "2 OPD diusulkan · 8 orang dapat dibantu"
    assert proposals.why[0].startswith("8 orang terkendala")
    texts = proposals.plan_texts(proposals.chosen)
    assert texts["held_on"] == "24/02/2020"
    assert texts["purpose"].startswith("Mendampingi 8 orang")


def test_a_visit_is_planned_with_officers_and_never_in_the_past(proposals, register):
    texts = dict(proposals.plan_texts(proposals.chosen)) | {"officers": ""}
    assert proposals.plan(proposals.chosen, texts)[1] == {
        "officers": "Petugas pendamping belum diisi."
    }
    texts |= {"officers": "Nuraini Prameswari, S.ST."}
    past = texts | {"held_on": "20/02/2020"}
    assert list(proposals.plan(proposals.chosen, past)[1]) == ["held_on"]

    visit_id, problems = proposals.plan(proposals.chosen, texts)

    assert problems == {}
    assert register.visits.get(visit_id).held_on == date(2020, 2, 24)
    proposals.refresh()
    assert proposals.model.count == 1


@pytest.fixture
def report(workplace, register):
    visit = next(one for one in register.visits.all() if one.held_on == date(2020, 2, 21))
    return ReportForm(workplace, visit), visit


def test_a_report_asks_a_count_for_each_open_obstacle(report, register):
    form, visit = report
    (closing,) = [each.name for each in form.fields if each.name.startswith(CLOSE)]
    told = form.save({**form.texts, "attendee_count": "1", closing: "2"})
    assert told == {closing: "Yang masih terkendala hanya 1 orang."}
    assert register.visits.get(visit.id).status is VisitStatus.PLANNED

    texts = {**form.texts, "attendee_count": "1", "helped_count": "1", "nik_ready": "ya"}
    assert form.save(texts | {closing: "1"}) == {}

    held = register.visits.get(visit.id)
    assert (held.status, held.nik_ready) == (VisitStatus.HELD, Readiness.YES)
    obstacle = register.obstacles.get(closing.removeprefix(CLOSE))
    assert (open_count(obstacle), obstacle.closings[0].visit_id) == (0, visit.id)


def test_a_new_obstacle_in_a_report_has_reason_and_count(report, register):
    form, visit = report
    texts = {**form.texts, "attendee_count": "1", "found_reason": "lupa sandi"}
    assert list(form.save(texts)) == ["found_count"]

    assert form.save(texts | {"found_count": "2"}) == {}
    found = [one for one in register.obstacles.all() if one.visit_id == visit.id]
    assert {one.reason for one in found} >= {"lupa sandi"}


def test_a_report_without_attendees_or_with_a_nik_is_refused_beside_its_field(report):
    form, _visit = report
    assert list(form.save(form.texts)) == ["attendee_count"]
    told = form.save({**form.texts, "attendee_count": "1", "findings": "NIK 3319011234567890"})
    assert list(told) == ["findings"]
