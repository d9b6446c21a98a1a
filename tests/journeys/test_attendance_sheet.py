"""Journey: plan a session and print its attendance sheet, with the keyboard alone."""

from datetime import date

import pytest

from tests.journeys.kudus import KudusDesk, key_of, opener, text_of


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_clerk_plans_a_session_and_prints_its_attendance_sheet(kudus):
    kudus.keys.press(key_of("sessions"), "Down", "n")
    kudus.fill(
        "sessions",
        title="Sosialisasi ulang Diskominfo",
        starts_at="10.00",
        ends_at="11.30",
        venue="Aula Diskominfo",
        office_ids="Diskominfo",
    )
    kudus.keys.press("ctrl+s")

    session = kudus.saved("sessions", lambda one: one.title.startswith("Sosialisasi ulang"))
    assert session.held_on == date(2020, 2, 28)
    assert len(session.office_ids) == 1

    kudus.keys.press("ctrl+p")
    kudus.desk.wait_for_window("Daftar hadir")
    kudus.keys.press("Return")
    text = text_of(kudus.printed())
    sheet = kudus.saved("sheets", lambda one: one.session_id == session.id)

    assert "DAFTAR HADIR" in text
    assert "Sosialisasi ulang Diskominfo" in text
    assert "Jumat, 28 Februari 2020" in text
    assert "Anton Iswahyudi, S.T." in text
    assert sheet.code[:4] in text
