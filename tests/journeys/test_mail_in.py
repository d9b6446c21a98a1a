"""Journey: a letter of BPS comes in, goes down the house, and its answer is drafted."""

from datetime import date

import pytest
from PIL import Image

from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import LetterKind, LetterStatus
from tests.journeys.kudus import KudusDesk, key_of, opener, text_of

pytestmark = pytest.mark.person
SUBJECT = "Permohonan dukungan sensus penduduk daring"


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "surat bps.png"
    Image.new("L", (620, 877), 255).save(path)
    return path


def test_a_letter_of_bps_is_registered_passed_down_and_answered(kudus, scan):
    kudus.keys.press(key_of("letters"), "alt+2", "ctrl+n")
    kudus.fill(
        "incoming_letters",
        sender="BPS Kabupaten Kudus",
        number="B-014/33190/VS.200/02/2020",
        dated_on="18/02/2020",
        subject=SUBJECT,
    )
    kudus.keys.press("ctrl+s")
    incoming = kudus.saved("incoming_letters", lambda one: one.subject == SUBJECT)
    assert incoming.received_on == date(2020, 2, 21)
    assert incoming.dated_on == date(2020, 2, 18)
    assert incoming.agenda_number

    kudus.find("simpan pindaian")
    kudus.choose_file("Pindaian surat masuk", scan)
    page = kudus.saved("scans", lambda one: one.incoming_id == incoming.id)
    assert page.kind is ScanKind.INCOMING

    kudus.keys.press("F7")
    kudus.asked("Disposisi baru")
    kudus.fill("dispositions", to_posts="Asisten Pemerintahan", instructions="siapkan")
    kudus.keys.press("Return")
    kudus.back()
    given = kudus.saved("dispositions", lambda one: one.incoming_id == incoming.id)
    assert given.to_posts == ("Asisten Pemerintahan",)
    assert given.instructions == ("Siapkan jawaban",)
    assert given.from_post.casefold().startswith("sekretaris daerah")

    kudus.keys.press("ctrl+p")
    text = text_of(kudus.printed())
    assert "LEMBAR DISPOSISI" in text
    assert "Asisten Pemerintahan" in text

    kudus.keys.press("F8")
    kudus.choose_start("partisipasi ASN")
    answer = kudus.saved("letters", lambda one: one.incoming_id == incoming.id)
    assert answer.kind is LetterKind.CIRCULAR
    assert answer.status is LetterStatus.DRAFT
