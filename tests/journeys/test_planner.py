"""Journeys: a whole campaign planned with keys, moved, mended; a team short; a new kabupaten."""

from datetime import date
from pathlib import Path

import pytest

from census_desk.register import Register
from census_desk.sessions.planning.settings import planning_rules_of
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
    keys.press("Tab", "Tab", "Tab", "Tab", "Tab")  # waiting, the road, home, notice, seconds
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


def test_a_team_is_taken_away_and_the_desk_says_what_it_costs_to_mend(kudus):
    keys = kudus.keys
    keys.press(key_of("sessions"), "alt+6")
    keys.press("Tab")  # until the sixth of March only
    keys.type("06/03/2020")
    keys.press("alt+Right", "alt+Right")
    keys.press("Delete")  # the first team
    kudus.desk.wait_for(lambda: count(kudus.path, "planning_teams") == 2, what="a team less")
    keys.press("alt+Right", "alt+Right")
    search(keys)

    (plan,) = versions(kudus, 1)
    short = sum(one.sessions for one in plan.missing)
    assert short > 0
    assert f"Kurang {short}" in " ".join(one.sentence for one in plan.reasons) or plan.reasons
    priced = [one for one in plan.fixes if one.price]
    assert len({one.kinds for one in priced}) == len(priced) == 3
    assert [one.price for one in priced] == sorted(one.price for one in priced)

    # The cheapest the desk can do itself: it is done, and the plan made again.
    can = next(place for place, one in enumerate(plan.fixes) if "hall" not in one.kinds)
    keys.press("ctrl+shift+b", "F6", *["Down"] * can, "ctrl+shift+f")
    kudus.asked("Pastikan")
    keys.press("Return")
    mended = max(versions(kudus, 2), key=lambda one: one.number)
    assert mended.reason == plan.fixes[can].sentence
    assert sum(one.sessions for one in mended.missing) < short


def count(path: Path, collection: str) -> int:
    with Register.open(path, actor="uji", read_only=True) as register:
        return register.collection(collection).count()


def test_a_kabupaten_of_more_than_twenty_kecamatan_is_set_up_and_planned(desk, own_folders):
    started = desk()
    started.wait_for_window("Census Desk")
    started.focus("Census Desk")
    keys = started.keys
    keys.press("Return", "Tab")
    keys.type("kabupaten pati")
    keys.press("Tab", "Tab", "Tab", "Tab", "space")
    started.wait_for_window("Sekretariat Daerah Kabupaten Pati")
    made = own_folders / "documents" / "Census Desk" / "kabupaten-pati.censusdesk"

    keys.press(key_of("sessions"), "alt+6", "alt+Right", "alt+Right")
    keys.press("ctrl+t")  # nobody is known by name: six teams of two
    started.wait_for_focus("Bentuk tim")
    keys.type("6")
    keys.press("Return")
    started.wait_for(lambda: count(made, "planning_teams") == 6, what="six teams")
    started.wait_for_focus("kabupaten-pati.censusdesk")
    keys.press("alt+Right", "alt+Right")
    search(keys)

    started.wait_for(lambda: count(made, "plan_versions") == 1, what="a plan")
    with Register.open(made, actor="uji", read_only=True) as register:
        (plan,) = register.plan_versions.all()
        assert planning_rules_of(register).reaches_villages
    assert plan.missing == ()
    kecamatan = {one.group.split(":")[1] for one in plan.lines if "33.18." in one.group}
    assert len(kecamatan) == 21
