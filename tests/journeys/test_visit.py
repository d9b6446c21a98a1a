"""Journey: record a visit and what hindered the office, with the keyboard alone."""

import pytest

from census_desk.visits.visit import VisitStatus
from tests.journeys.kudus import KudusDesk, key_of, opener, text_of


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_clerk_records_a_visit_and_prints_its_report(kudus):
    kudus.keys.press(key_of("visits"), "ctrl+n")
    kudus.fill(
        "visits",
        office_id="Diskominfo",
        purpose="Membantu pegawai yang lupa sandi",
        held_on="20/02/2020",
        starts_at="09.00",
        ends_at="11.00",
        venue="Aula",
        officers="Nuraini Prameswari, S.ST.",
        status="Selesai",
        attendee_count="12",
        helped_count="9",
        findings="Sembilan orang selesai; tiga menunggu.",
    )
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
