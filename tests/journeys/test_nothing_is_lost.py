"""Journeys with real keys: a deletion taken back, two windows at once, a kill during a save."""

from datetime import date
from pathlib import Path

import pytest

from census_desk import sample
from census_desk.identity import new_id
from census_desk.register import Register
from tests.census_desk.builders import a_visit
from tests.journeys.kudus import key_of
from tests.screen import Desk, wait_for

TITLE = "Census Desk"
LAST_DAY = date(2020, 3, 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kudus.censusdesk"
    with Register.create(made, actor="uji") as register:
        sample.build(register)
        office = register.offices.all()[0].id
        # The newest visit stands first and nothing refers to it: it is the one that is deleted.
        register.visits.add(
            a_visit(id=new_id(), office_id=office, purpose="Yang dihapus", held_on=LAST_DAY)
        )
    return made


def seen(path: Path, question):
    """What the file says now, read by somebody else."""
    with Register.open(path, actor="pengamat", read_only=True) as register:
        return question(register)


def wait_saved(desk: Desk, path: Path, question, what: str) -> None:
    desk.wait_for(lambda: seen(path, question), what=what)


def visit_ids(register):
    return set(register.visits.ids())


def purposes(register):
    return {visit.purpose for visit in register.visits.all()}


def open_visits(desk: Desk) -> None:
    """Beranda is there; go to Pendampingan, the first row is marked."""
    desk.wait_for_window(TITLE)
    desk.focus(TITLE)
    desk.keys.press(key_of("visits"))


def write_purpose(desk: Desk, text: str) -> None:
    """In the selected visit: F2, on to "Maksud kunjungan", all of it replaced, saved."""
    desk.keys.press("F2", "Tab", "ctrl+a", "Delete")
    desk.keys.type(text)
    desk.keys.press("ctrl+s")


@pytest.mark.person
def test_undo_a_deletion(desk, path):
    before = seen(path, visit_ids)
    running = desk(path)
    open_visits(running)

    running.keys.press("Delete")
    wait_saved(running, path, lambda r: len(r.visits.ids()) == len(before) - 1, "the deletion")
    assert "Yang dihapus" not in seen(path, purposes)
    running.keys.press("ctrl+z")
    wait_saved(running, path, lambda r: visit_ids(r) == before, "the visit is back")
    running.keys.press("ctrl+y")
    wait_saved(running, path, lambda r: len(r.visits.ids()) == len(before) - 1, "gone again")
    running.keys.press("ctrl+z")
    wait_saved(running, path, lambda r: visit_ids(r) == before, "back again")
    running.keys.press("ctrl+q")

    assert running.end() == 0


@pytest.mark.person
def test_two_windows_at_once(desk, path):
    first = desk(path)
    first.wait_for_window(TITLE)
    second = desk(path)
    open_visits(second)
    open_visits(first)

    write_purpose(first, "Dari jendela pertama")
    wait_saved(first, path, lambda r: "Dari jendela pertama" in purposes(r), "the first save")
    second.focus(TITLE)
    # The second window took the change over: its own edit of the same visit is not stale.
    wait_taken_over(second)
    write_purpose(second, "Dari jendela kedua")
    wait_saved(second, path, lambda r: "Dari jendela kedua" in purposes(r), "the second save")

    assert seen(path, lambda r: "Dari jendela pertama" not in purposes(r))
    for each in (first, second):
        each.focus(TITLE)
        each.keys.press("ctrl+q")
        assert each.end() == 0


def wait_taken_over(desk: Desk) -> None:
    """F5 asks for others' changes now."""
    desk.keys.press("F5")


@pytest.mark.person
def test_kill_during_save_then_start_again(desk, path):
    running = desk(path)
    open_visits(running)
    write_purpose(running, "Sudah diakui tersimpan")
    wait_saved(running, path, lambda r: "Sudah diakui tersimpan" in purposes(r), "the first save")

    running.keys.press("F2", "Tab", "ctrl+a", "Delete")
    running.keys.type("Sedang disimpan")
    running.keys.press("ctrl+s")
    running.kill()

    again = desk(path)
    open_visits(again)
    now = seen(path, purposes)
    assert "Sudah diakui tersimpan" in now or "Sedang disimpan" in now
    assert seen(path, lambda r: r.check().problems) == []
    write_purpose(again, "Setelah mulai lagi")
    wait_saved(again, path, lambda r: "Setelah mulai lagi" in purposes(r), "saving works again")
    again.keys.press("ctrl+q")
    assert again.end() == 0
    wait_for(lambda: seen(path, lambda r: r.check().ok), what="a sound register")
