"""Visits: the obstacles of the office beside the form."""

from dataclasses import replace
from datetime import date

import pytest

from ui.presenters.visits import ObstaclesPresenter, visit_texts


class FakePanel:
    def __init__(self):
        self.obstacles = ()
        self.facts = ""
        self.problems = {}

    def show_obstacles(self, obstacles, facts):
        self.obstacles, self.facts = obstacles, facts

    def show_problems(self, problems):
        self.problems = dict(problems)


@pytest.fixture
def panel():
    return FakePanel()


@pytest.fixture
def presenter(workplace, panel):
    return ObstaclesPresenter(workplace, panel)


@pytest.fixture
def office(register):
    return next(
        one
        for one in register.offices.all()
        if not any(o.office_id == one.id for o in register.obstacles.all())
    )


NEW = {"reason": "lupa sandi", "people_count": "3", "note": ""}


def test_a_new_obstacle_belongs_to_the_office_and_the_working_day(presenter, panel, office):
    presenter.show(office.id)

    assert presenter.add(NEW)
    presenter.refresh()
    assert [(o.people_count, o.noted_on) for o in panel.obstacles] == [(3, date(2020, 2, 21))]


def test_an_obstacle_of_nobody_is_refused_beside_its_field(presenter, panel, office):
    presenter.show(office.id)

    assert not presenter.add(NEW | {"people_count": "0"})
    assert panel.problems == {"people_count": "Jumlah orang minimal 1."}


def test_the_facts_tell_who_must_wait_for_the_interview(presenter, panel, office):
    presenter.show(office.id)
    presenter.add(NEW)
    presenter.add(NEW | {"reason": "KK terbit setelah Juli 2019", "people_count": "2"})
    presenter.refresh()

    assert panel.facts == "5 orang terkendala · 2 menunggu tahap wawancara"


def test_a_settled_obstacle_is_closed_by_the_visit_and_stands_last(
    presenter, panel, office, register
):
    visit = register.visits.all()[0]
    presenter.show(office.id, visit.id)
    presenter.add(NEW)
    presenter.add(NEW | {"people_count": "1"})
    presenter.refresh()
    first = panel.obstacles[0].id
    assert [one.id for one in presenter.may_settle([first])] == [first]
    assert presenter.settle({first: None}) == {}
    presenter.refresh()

    (closing,) = panel.obstacles[-1].closings
    assert (closing.on, closing.visit_id) == (date(2020, 2, 21), visit.id)
    assert panel.facts.startswith("1 orang")


def test_some_of_the_people_are_settled_and_taken_back(presenter, panel, office):
    presenter.show(office.id)
    presenter.add(NEW | {"people_count": "11"})
    presenter.refresh()
    one = panel.obstacles[0].id
    assert presenter.settle({one: 12}) == {
        "people_count": "Yang masih terkendala 11 orang; 12 orang tidak dapat dituntaskan."
    }
    presenter.settle({one: 9})
    presenter.refresh()
    assert panel.facts.startswith("2 orang")
    presenter.reopen([one])
    presenter.refresh()
    assert panel.facts.startswith("11 orang")


def test_settling_nothing_says_what_to_choose(presenter, office, screen):
    presenter.show(office.id)

    assert presenter.may_settle([]) == []
    assert screen.said[-1][0] == "info"


def test_a_removed_obstacle_comes_back_with_one_undo(presenter, panel, office, register):
    presenter.show(office.id)
    presenter.add(NEW)
    presenter.refresh()
    presenter.remove([panel.obstacles[0].id])
    presenter.refresh()

    assert panel.obstacles == []
    register.undo()
    presenter.refresh()
    assert len(panel.obstacles) == 1


def test_without_an_office_the_panel_is_empty(presenter, panel):
    presenter.show("")

    assert (list(panel.obstacles), panel.facts) == ([], "")


def test_a_new_visit_starts_on_the_working_day_signed_as_the_last_one(workplace, register):
    texts = visit_texts(workplace)

    assert texts["held_on"] == "21/02/2020"
    assert texts["signatory_id"] == register.visits.all()[-1].signatory_id


def test_who_left_the_post_does_not_sign_a_new_visit(workplace, register):
    signer = register.signatories.get(register.visits.all()[-1].signatory_id)
    register.signatories.replace(replace(signer, to_on=date(2020, 2, 20)))

    assert visit_texts(workplace)["signatory_id"] == ""
