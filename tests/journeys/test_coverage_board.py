"""Journey: who has no schedule, reminded; from a cell to its record; the board for the wall."""

from dataclasses import replace

import pytest

from census_desk.letters.letter import LetterStatus, Relation
from census_desk.sessions.session import SessionStatus
from tests.journeys.kudus import KudusDesk, opener, text_of
from tests.journeys.test_planner import search


def called_off(register):
    """The sessions of the hospital are called off: it has no schedule any more."""
    office = next(one for one in register.offices.all() if one.short_name == "RSUD")
    with register.change("Batal"):
        for one in register.sessions.all():
            if office.id in one.office_ids:
                gone = replace(one, status=SessionStatus.CANCELLED, status_note="Ruang kebanjiran")
                register.sessions.replace(gone)


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path, called_off)


def test_who_has_no_schedule_is_found_marked_reminded_and_planned(kudus):
    keys = kudus.keys
    keys.press("ctrl+1", "alt+2", "ctrl+l")
    kudus.asked("Saringan papan")
    keys.type("belum punya jadwal")
    keys.press("Return")
    kudus.back()
    keys.press("space", "ctrl+shift+g")
    kudus.asked("Pilih")
    keys.press("shift+Tab", "shift+Tab", "space")  # from Batal back to the first answer
    kudus.back()

    letter = kudus.letter(
        lambda one: one.relation is Relation.REMINDER and len(one.office_ids) == 1
    )
    office = kudus.saved("offices", lambda one: one.short_name == "RSUD")
    assert letter.status is LetterStatus.DRAFT
    assert letter.office_ids == (office.id,)

    # The mark is still there: the planner takes that office, and nobody else.
    keys.press("ctrl+r", "alt+Right", "alt+Right", "alt+Right")  # who, teams, places
    search(keys)
    plan = kudus.saved("plan_versions", lambda one: bool(one.lines))
    assert {line.group for line in plan.lines} == {f"office:{office.id}"}


def test_a_cell_leads_to_its_record_and_the_board_is_printed_for_the_wall(kudus):
    keys = kudus.keys
    keys.press("ctrl+1", "alt+2", "ctrl+p")
    wall = text_of(kudus.printed(1))
    keys.press("ctrl+f")
    keys.type("informatika")
    keys.press("Return", "Right", "Return", "ctrl+p")
    letter = text_of(kudus.printed(2))

    assert "PAPAN CAKUPAN" in wall
    assert "Rumah Sakit Umum Daerah" in wall
    assert "470/385/2020" in letter


def test_everything_about_an_office_is_printed_from_the_board(kudus):
    keys = kudus.keys
    keys.press("ctrl+1", "alt+2", "ctrl+f")
    keys.type("informatika")
    keys.press("Return", "ctrl+b", "ctrl+p")
    page = text_of(kudus.printed(1))

    assert "Dinas Komunikasi dan Informatika" in page
    assert "Rekap" in page
