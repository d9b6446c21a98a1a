"""Journeys: receipts entered and the seven behind reminded; a phase moved and the Ralat drafted."""

from datetime import date

import pytest

from census_desk.letters.letter import LetterStatus, Relation
from tests.journeys.kudus import KudusDesk, key_of, opener

pytestmark = pytest.mark.person
NUMBER = "470/385/2020"
CONFIRMED, BEHIND = 36, 7


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path, prepare=nothing_sent)


def nothing_sent(register):
    """The circular of the sample is issued, and no office has it yet."""
    with register.change("Contoh tanpa pengiriman"):
        for delivery in register.deliveries.all():
            register.deliveries.remove(delivery.id)


def test_receipts_are_entered_and_exactly_the_seven_behind_are_reminded(kudus):
    keys = kudus.keys
    circular = kudus.letter(lambda one: one.number == NUMBER)
    kudus.find(NUMBER)
    kudus.back()

    keys.press("F6", "ctrl+a", "ctrl+shift+t")  # the offices of the letter: all of them
    sent = kudus.saved_all("deliveries", lambda one: one.sent_on is not None, 43)
    assert {one.sent_on for one in sent} == {date(2020, 2, 21)}
    keys.press("Home", *["shift+Down"] * (CONFIRMED - 1))
    keys.press("Tab", "Tab", "Tab")
    keys.type("Warsiti")
    keys.press("ctrl+shift+d")
    received = kudus.saved_all("deliveries", lambda one: one.received_on is not None, CONFIRMED)
    assert len(received) == CONFIRMED
    assert {one.received_by for one in received} == {"Warsiti"}

    keys.press("ctrl+comma", "Tab", "Tab", "Tab", "Tab", "space")  # Tanggal kerja: +7 hari
    kudus.saved("desks", lambda one: one.working_date == date(2020, 2, 28))
    keys.press(key_of("letters"), "ctrl+shift+g")

    reminder = kudus.letter(lambda one: one.relation is Relation.REMINDER and one.office_ids)
    assert reminder.refers_to_id == circular.id
    assert reminder.status is LetterStatus.DRAFT
    assert len(reminder.office_ids) == BEHIND
    assert not set(reminder.office_ids) & {one.office_id for one in received}


def test_a_phase_is_moved_and_the_ralat_of_the_letter_that_quotes_it_is_drafted(kudus):
    keys = kudus.keys
    circular = kudus.letter(lambda one: one.number == NUMBER)
    keys.press("ctrl+comma")
    kudus.find("Pengaturan: Tahap")
    kudus.back()
    keys.press("ctrl+n")
    kudus.fill(
        "phases",
        kind="daring",
        starts_on="15/02/2020",
        ends_on="30/04/2020",
        known_from="21/02/2020",
        source="Surat BPS",
    )
    keys.press("ctrl+s")
    kudus.saved("phases", lambda one: one.ends_on == date(2020, 4, 30))

    keys.press(key_of("letters"))
    kudus.find("perlu ralat")
    kudus.asked("Surat yang perlu ralat")
    keys.press("Return")
    kudus.back()

    ralat = kudus.letter(lambda one: one.relation is Relation.CORRECTION)
    assert ralat.refers_to_id == circular.id
    assert ralat.status is LetterStatus.DRAFT
    assert f"Nomor {NUMBER} tanggal 13 Februari 2020" in ralat.body
    assert "31 Maret 2020" in ralat.body
    assert "30 April 2020" in ralat.body
