"""The letters of a session or visit in the window, without one."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.events import Wanted
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterStatus
from census_desk.people import PostKind
from census_desk.sessions.session import SessionKind
from ui.presenters.event_letters import EventLettersPresenter
from ui.presenters.stale import LETTERS_OF, tell_stale

FRIDAY = date(2020, 2, 21)


class Panel:
    def __init__(self):
        self.rows, self.facts = (), ""

    def show_letters(self, rows, facts):
        self.rows, self.facts = rows, facts


@pytest.fixture
def panel():
    return Panel()


@pytest.fixture
def presenter(workplace, panel):
    return EventLettersPresenter(workplace, panel)


@pytest.fixture
def session(register):
    """A session whose only letters are those of the test: the sample's own is set aside."""
    first = next(one for one in register.letters.all() if one.number == "005/16/2020")
    void = replace(first, status=LetterStatus.VOID, status_note="Uji")
    register.letters.replace(void)
    return next(one for one in register.sessions.all() if "Perhubungan" in one.title)


def issued(presenter, register, wanted=Wanted.INVITATION):
    letter_id = presenter.draft(wanted)
    issue(register, letter_id, on=FRIDAY, draw=lambda letter: b"%PDF", despite="uji")
    presenter.refresh()
    return register.letters.get(letter_id)


def test_a_draft_is_told_with_a_way_to_it_and_listed(presenter, panel, session, screen):
    presenter.show(session.id)
    before = len(panel.rows)

    letter_id = presenter.draft(Wanted.INVITATION)

    assert len(panel.rows) == before + 1
    assert letter_id in {row.id for row in panel.rows}
    assert screen.said[-1] == ("ok", "Draf undangan dibuat; periksa, lalu terbitkan.")


def test_the_camat_or_bps_may_be_chosen_for_a_kecamatan_only(presenter, register, session):
    presenter.show(session.id)
    assert all(signer is None for _text, _wanted, signer in presenter.choices())

    district = next(one for one in register.sessions.all() if one.kind is SessionKind.DISTRICT)
    presenter.show(district.id)
    signers = [signer for _text, _wanted, signer in presenter.choices()]
    assert {PostKind.DISTRICT_HEAD, PostKind.BPS_HEAD} <= set(signers)


def test_what_a_move_left_behind_is_named_with_whom_it_told_and_issued_anew(
    presenter, panel, register, session
):
    presenter.show(session.id)
    letter = issued(presenter, register)
    assert presenter.ask_to_reissue() == "" or letter.number not in presenter.ask_to_reissue()
    register.sessions.replace(replace(session, held_on=date(2020, 2, 28)))
    presenter.refresh()

    assert presenter.ask_to_reissue().endswith(f"{letter.number} → Kepala Dinas Perhubungan")
    assert "1 tidak lagi sesuai" in panel.facts
    assert presenter.reissue({"reason": " "}) == {"reason": "Tulis alasannya."}
    assert presenter.reissue({"reason": "Pindah hari"}) == {}
    assert register.letters.get(letter.id).status is LetterStatus.VOID
    assert presenter.stale == ()


def test_a_ralat_is_drafted_for_each_and_nothing_is_said_twice(
    presenter, register, session, screen
):
    presenter.show(session.id)
    presenter.ralat()
    assert screen.said[-1][0] == "error"
    issued(presenter, register)
    register.sessions.replace(replace(session, held_on=date(2020, 2, 28)))
    presenter.refresh()

    presenter.ralat()

    assert screen.said[-1] == ("ok", "1 draf ralat dibuat; periksa, lalu terbitkan.")


def test_without_an_event_nothing_is_drafted(presenter, panel):
    presenter.show("")

    assert presenter.draft(Wanted.ROOM) == ""
    assert presenter.choices() == []
    assert (panel.rows, panel.facts) == ((), "")


def test_saving_a_moved_visit_tells_its_letters_and_leads_to_them(
    workplace, presenter, register, screen
):
    visit = next(one for one in register.visits.all() if "tata usaha" in one.purpose)
    presenter.show(visit.id)
    issued(presenter, register, Wanted.ASSIGNMENT)
    moved = replace(visit, held_on=date(2020, 2, 26))
    register.visits.replace(moved)

    tell_stale(workplace, moved)

    assert screen.said[-1] == ("warning", "1 surat terbit mengutip keterangan lama ini.")
    assert LETTERS_OF + visit.id
