"""Journey: a session is moved after its invitation went out; the letter is issued anew."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterStatus
from tests.journeys.kudus import KudusDesk, opener
from ui.papers import letter_draw

DISHUB = "Dinas Perhubungan"
FRIDAY = date(2020, 2, 21)


def with_issued_invitation(register):
    """The invitation of one session, issued by the desk itself."""
    session = next(one for one in register.sessions.all() if DISHUB in one.title)
    letter = next(one for one in register.letters.all() if one.session_id == session.id)
    register.letters.replace(replace(letter, number="", status=LetterStatus.DRAFT, dated_on=FRIDAY))
    issue(register, letter.id, on=FRIDAY, draw=letter_draw(register), despite="uji")


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path, with_issued_invitation)


def test_a_moved_session_s_invitation_is_voided_and_drafted_anew_for_the_same_office(kudus):
    keys = kudus.keys
    kudus.find(f"ASN {DISHUB}")
    kudus.back()
    keys.press("ctrl+m")
    kudus.asked("Pindahkan sesi")
    keys.type("28/02/2020")
    keys.press("Tab", "Tab", "Tab", "Tab")
    keys.type("Kunjungan kerja")
    keys.press("Tab", "space")
    kudus.saved("sessions", lambda one: DISHUB in one.title and one.held_on.day == 28)

    kudus.back()
    keys.press("ctrl+shift+u")
    kudus.asked("Batalkan dan terbitkan ulang")
    keys.type("Pindah ke 28 Februari")
    keys.press("Return")

    old = kudus.letter(lambda one: one.status is LetterStatus.VOID)
    new = kudus.letter(
        lambda one: one.status is LetterStatus.DRAFT and one.session_id == old.session_id
    )
    assert old.number
    assert (new.number, new.recipients) == ("", old.recipients)
    assert "tidak berlaku" in new.body
