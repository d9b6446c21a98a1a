"""Journey: a whole campaign planned with keys, accepted, moved into a clash, mended."""

from datetime import date

import pytest

from tests.census_desk.sessions.planning.campaign import empty_calendar
from tests.journeys.kudus import KudusDesk, key_of, opener

pytestmark = pytest.mark.person
TRIES = "400"
SUNDAY = date(2020, 2, 23)


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path, empty_calendar)


def search(keys):
    """From the step of the balance: stop by tries, so that the plan is always the same."""
    keys.press("Tab", "Tab", "Tab", "Tab")  # waiting, the road, home, seconds
    keys.type(TRIES)
    keys.press("alt+Right", "Return")  # the summary, then Cari rencana


def versions(kudus, count):
    return kudus.saved_all("plan_versions", lambda one: True, count)


def accept_all(kudus):
    kudus.keys.press("ctrl+s")
    kudus.asked("Pastikan")
    kudus.keys.press("Return")
    kudus.back()


def test_a_campaign_is_planned_accepted_moved_into_a_clash_and_planned_again(kudus):
    keys = kudus.keys
    keys.press(key_of("sessions"), "alt+6")
    keys.press("alt+Right", "alt+Right", "alt+Right", "alt+Right")  # time, who, teams, places
    search(keys)
    (plan,) = versions(kudus, 1)
    assert plan.missing == ()
    assert len({line.group for line in plan.lines}) > 60
    assert plan.tries == int(TRIES)

    accept_all(kudus)
    sessions = kudus.saved_all("sessions", lambda one: True, len(plan.lines))
    assert all(one.plan_key for one in sessions)

    # A Sunday is only warned of; who carries it there reads it in the head of the month.
    keys.press("alt+1", "Right", "Right", "Right", "space", "Left", "Return")
    moved = kudus.saved("sessions", lambda one: one.held_on == SUNDAY)

    # Rencana names it, and mends only that.
    keys.press("alt+6", "ctrl+shift+r")
    repaired = max(versions(kudus, 2), key=lambda one: one.number)
    assert (repaired.strength, moved.plan_key.startswith(("office:", "district:", "cluster:"))) == (
        "hit",
        True,
    )
    assert "Minggu" in repaired.reason
    accept_all(kudus)
    again = kudus.saved("sessions", lambda one: one.id == moved.id and one.held_on != SUNDAY)
    assert [(one.to_on) for one in again.moves] == [SUNDAY, again.held_on]
