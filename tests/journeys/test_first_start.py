"""From nothing to a register of one's own, and about on Beranda, with the keyboard alone."""

from pathlib import Path

import pytest

from census_desk.register import Register
from tests.journeys.kudus import KudusDesk, key_of

pytestmark = pytest.mark.person


def test_a_register_is_set_up_at_the_first_start(desk, own_folders):
    started = desk()
    started.wait_for_window("Census Desk")
    started.focus("Census Desk")
    keys = started.keys

    keys.press("Return")  # Buat register baru has the keyboard
    keys.press("Tab")  # past the province: the regency is found in the whole country
    keys.type("kabupaten pati")
    keys.press("Tab", "Tab", "Tab", "Tab")  # office, emblem, place: all as suggested
    keys.press("space")

    started.wait_for_window("Sekretariat Daerah Kabupaten Pati")
    made = own_folders / "documents" / "Census Desk" / "kabupaten-pati.censusdesk"
    with Register.open(made, actor="uji", read_only=True) as register:
        assert register.desks.all()[0].place == "Pati"
        assert register.offices.count() == 26


@pytest.fixture
def kudus(desk, tmp_path: Path) -> KudusDesk:
    return KudusDesk(desk, tmp_path)


def test_the_working_date_is_moved_in_the_settings(kudus):
    kudus.keys.press("ctrl+comma")
    kudus.keys.press("Tab", "Tab", "Tab")  # Kantor, then Hari ini, then a day back, a day on
    kudus.keys.press("space")

    moved = kudus.saved("desks", lambda one: str(one.working_date) != "2020-02-21")

    assert str(moved.working_date) == "2020-02-22"


def test_a_step_is_undone_in_the_history(kudus):
    kudus.keys.press(key_of("history"))
    kudus.keys.press("Down", "ctrl+u")

    kudus.desk.wait_for(lambda: last_kind(kudus.path) == "undo", what="an undo in the history")


def last_kind(path: Path) -> str:
    with Register.open(path, actor="uji", read_only=True) as register:
        return register.history(limit=1)[0].kind
