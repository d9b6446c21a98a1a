"""Journey: draft, preview and print a circular, with the keyboard alone."""

import pytest

from census_desk.letters.letter import LetterStatus
from tests.journeys.kudus import KudusDesk, key_of, opener, text_of, wait_for_page


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_clerk_drafts_previews_and_prints_a_circular(kudus):
    kudus.keys.press(key_of("letters"))
    kudus.begin_letter("partisipasi ASN")
    kudus.fill("letters", subject=" Tahap Kedua", dated_on="24/02/2020")
    kudus.keys.press("Tab")
    wait_for_page()
    kudus.keys.press("ctrl+p")

    text = text_of(kudus.printed())
    letter = kudus.saved("letters", lambda one: one.subject.endswith("Tahap Kedua"))
    assert letter.status is LetterStatus.DRAFT
    assert "TAHAP KEDUA" in text
    assert "24 Februari 2020" in text
    assert "27 persen dari 857.415" in text
    assert "7.140" in text
