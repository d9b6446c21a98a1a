"""Journey: eleven times code 104, a visit proposed, planned and reported, nine of them closed."""

import pytest

from census_desk.visits.obstacle import open_count
from census_desk.visits.visit import VisitStatus
from tests.journeys.kudus import KudusDesk, key_of, opener


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_an_office_reports_eleven_times_and_a_visit_closes_nine(kudus):
    keys = kudus.keys
    keys.press(key_of("visits"), "alt+3", "ctrl+n")
    kudus.fill("obstacles", office_id="Disdikpora", people_count="11", noted_on="21/02/2020")
    keys.press("ctrl+s")
    noted = kudus.saved("obstacles", lambda one: one.people_count == 11)

    keys.press("alt+2", "F8")
    kudus.asked("Rencanakan kunjungan")
    keys.type("21/02/2020")
    keys.press("Tab", "Tab", "Tab")
    keys.type("Nuraini Prameswari, S.ST.")
    keys.press("shift+Tab", "Return")
    visit = kudus.saved("visits", lambda one: one.purpose.startswith("Mendampingi 11 orang"))
    assert visit.status is VisitStatus.PLANNED

    kudus.back()
    keys.press("F8")
    kudus.asked("Lapor di tempat")
    keys.type("11")
    keys.press("Tab")
    keys.type("9")
    keys.press(*["Tab"] * 5)
    keys.type("9")
    keys.press("Return")

    held = kudus.saved("visits", lambda one: one.status is VisitStatus.HELD and one.id == visit.id)
    assert (held.attendee_count, held.helped_count) == (11, 9)
    closed = kudus.saved("obstacles", lambda one: one.id == noted.id and bool(one.closings))
    assert open_count(closed) == 2
    assert closed.closings[0].visit_id == visit.id
