"""Letters: the draft a clerk starts from, and follow-up at many offices."""

from datetime import date

import pytest

from census_desk.letters.letter import LetterStatus
from census_desk.people import PostStatus
from ui.columns.letters import received_share
from ui.fields import FIELDS
from ui.forms import parse
from ui.presenters.letters import FollowUpPresenter, draft_texts, facts_line


class FakePanel:
    def __init__(self):
        self.rows = ()
        self.facts = ""
        self.problems = {}

    def show_rows(self, rows, facts):
        self.rows, self.facts = rows, facts

    def show_problems(self, problems):
        self.problems = dict(problems)


@pytest.fixture
def panel():
    return FakePanel()


@pytest.fixture
def presenter(workplace, panel):
    return FollowUpPresenter(workplace, panel)


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


def not_received(panel):
    return [row.id for row in panel.rows if not row.is_received]


def test_a_new_letter_is_dated_the_working_day_and_signed_by_the_acting_regent(workplace):
    values, problems = parse(FIELDS["letters"], draft_texts(workplace))

    assert problems == {}
    assert values["dated_on"] == date(2020, 2, 21)
    signatory = workplace.register.signatories.get(values["signatory_id"])
    assert signatory.status is PostStatus.PLT
    assert "se-Kabupaten Kudus" in values["recipients"]
    assert values["body"].startswith("Dalam rangka")


def test_the_panel_lists_every_office_with_what_became_of_the_letter(presenter, panel, circular):
    presenter.show(circular.id)

    assert len(panel.rows) == 43
    assert panel.facts == "Terkirim 43 · diterima 31 dari 43 OPD · terlambat 12"


def test_many_offices_confirm_in_one_step(presenter, panel, circular, register, screen):
    presenter.show(circular.id)
    before = register.rev
    missing = not_received(panel)
    presenter.mark_received(missing, {"on": "21/02/2020", "received_by": "Warsiti"})
    presenter.refresh()

    assert panel.facts == "Terkirim 43 · diterima 43 dari 43 OPD"
    assert register.rev == before + 1
    assert screen.said[-1] == ("ok", "Ditandai diterima oleh 12 OPD.")


def test_a_missing_receiver_is_told_beside_its_field(presenter, panel, circular):
    presenter.show(circular.id)
    presenter.mark_received(not_received(panel), {"on": "21/02/2020", "received_by": ""})

    assert panel.problems == {"received_by": "Nama penerima belum diisi."}


def test_a_day_that_is_none_is_told_beside_its_field(presenter, panel, circular):
    presenter.show(circular.id)
    presenter.mark_received(not_received(panel), {"on": "31/02/2020", "received_by": "Warsiti"})

    assert "on" in panel.problems


def test_a_day_before_sending_is_told_beside_the_day(presenter, panel, circular):
    presenter.show(circular.id)
    presenter.mark_received(not_received(panel), {"on": "01/02/2020", "received_by": "Warsiti"})

    assert list(panel.problems) == ["on"]


def test_a_draft_cannot_be_marked_as_sent(presenter, panel, register, screen):
    draft = next(one for one in register.letters.all() if one.status is LetterStatus.DRAFT)
    presenter.show(draft.id)
    presenter.mark_sent([panel.rows[0].id], presenter.first_texts())

    assert screen.said[-1][0] == "error"
    assert "draf" in screen.said[-1][1]


def test_without_a_choice_the_panel_says_what_to_do(presenter, circular, screen):
    presenter.show(circular.id)
    presenter.mark_sent([], presenter.first_texts())

    assert screen.said[-1][0] == "info"


def test_a_note_taken_back_is_counted(presenter, panel, circular, screen):
    presenter.show(circular.id)
    presenter.clear([panel.rows[0].id])

    assert "1 OPD dihapus" in screen.said[-1][1]


def test_the_panel_is_empty_when_its_letter_is_gone(presenter, panel):
    presenter.show("0000000000000")

    assert panel.rows == ()
    assert presenter.letter_id == ""


def test_the_table_counts_received_of_addressed(workplace, circular):
    assert received_share(circular, workplace.lookup) == (31, 43)


def test_the_line_under_the_title_counts_drafts(register):
    every = register.letters.all()
    numbered = next(one for one in every if one.number)
    draft = next(one for one in every if not one.number)

    assert facts_line([numbered, draft]) == "2 surat · 1 belum bernomor"
