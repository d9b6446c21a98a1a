"""Journey: an office brings its own font and sets its own layout in it."""

import pytest

from tests.census_desk.font_samples import a_font_file
from tests.journeys.kudus import KudusDesk, key_of, opener

pytestmark = pytest.mark.person


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_layout_of_the_office_is_set_in_its_own_font(kudus, tmp_path):
    path = tmp_path / "BOOKOS.TTF"
    path.write_bytes(a_font_file())

    kudus.keys.press(key_of("settings"))
    kudus.find("tambah huruf kantor")
    kudus.choose_file("Pilih berkas huruf biasa", path)
    font = kudus.saved("fonts", lambda one: one.name.startswith("Desk Bonum"))

    kudus.find("pengaturan: tata letak")
    kudus.keys.press("ctrl+n")
    kudus.asked("Salin tata letak")
    kudus.keys.type("1 tahun 2023")
    kudus.keys.press("Return")
    kudus.back()
    own = kudus.saved("profiles", lambda one: "salinan" in one.name)
    assert own.margin_left_mm == 30
    kudus.fill("profiles", margin_left_mm="45", body_font=font.name)
    kudus.keys.press("ctrl+s")

    kept = kudus.saved("profiles", lambda one: one.margin_left_mm == 45)
    assert kept.id == own.id
    assert kept.body_font == font.id
