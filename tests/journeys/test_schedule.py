"""Journey: plan a session in the month, carry it by keys into a clash, mend it, cancel it."""

from datetime import date

import pytest

from census_desk.sessions.session import SessionStatus
from tests.journeys.kudus import KudusDesk, opener

TITLE = "Ngisi bareng pegawai Setwan"


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_clerk_plans_carries_mends_and_cancels_a_session_with_keys(kudus):
    keys = kudus.keys
    keys.press("ctrl+3", "Right", "Right", "Right", "n")
    kudus.fill(
        "sessions",
        title=TITLE,
        starts_at="09.00",
        ends_at="11.00",
        venue_id="Ruang Rapat Sekretariat DPRD",
        office_ids="Setwan",
        facilitator_ids="Hafid",
    )
    keys.press("ctrl+s")
    planned = kudus.saved("sessions", lambda one: one.title == TITLE)
    assert (planned.held_on, planned.venue) == (
        date(2020, 2, 24),
        "Ruang Rapat Sekretariat DPRD",
    )

    # On the 25th Hafid is at Dishub until ten: it is refused and stays where it was.
    keys.press("alt+1", "space", "Right", "Return")
    # The 26th is free.
    keys.press("space", "Right", "Right", "Return")
    moved = kudus.saved("sessions", lambda one: one.id == planned.id and bool(one.moves))
    assert [(one.from_on, one.to_on) for one in moved.moves] == [
        (date(2020, 2, 24), date(2020, 2, 26))
    ]

    kudus.find("Batalkan sesi")
    kudus.asked("Batalkan sesi")
    keys.type("Setwan mengikuti sesi Setda")
    keys.press("Tab", "space")
    kudus.back()
    gone = kudus.saved(
        "sessions",
        lambda one: one.id == planned.id and one.status is SessionStatus.CANCELLED,
    )
    assert gone.status_note == "Setwan mengikuti sesi Setda"
