"""Journey: record a visit and what hindered the office, with the keyboard alone."""

import pytest

from census_desk.visits.visit import VisitStatus
from tests.journeys.kudus import KudusDesk, opener, text_of


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_clerk_records_a_visit_and_prints_its_report(kudus):
    kudus.keys.press("ctrl+4", "ctrl+n")
    kudus.keys.type("Diskominfo")
    kudus.keys.press("Return", "Tab")
    kudus.to_next("Membantu pegawai yang lupa sandi", "20/02/2020", "09.00", "11.00", "Aula")
    kudus.to_next("Nuraini Prameswari, S.ST.")
    kudus.keys.type("Selesai")
    kudus.keys.press("Return", "Tab")
    kudus.to_next("", "12", "9", "Sembilan orang selesai; tiga menunggu.")
    kudus.keys.press("ctrl+s")

    visit = kudus.saved("visits", lambda one: one.purpose.startswith("Membantu pegawai"))
    assert visit.status is VisitStatus.HELD
    assert (visit.attendee_count, visit.helped_count) == (12, 9)

    kudus.keys.press("ctrl+p")
    text = text_of(kudus.printed())

    assert "PENDAMPINGAN" in text
    assert "Kamis, 20 Februari 2020" in text
    assert "Membantu pegawai yang lupa sandi" in text
    assert "Nuraini Prameswari, S.ST." in text
