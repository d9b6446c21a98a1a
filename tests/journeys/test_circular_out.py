"""Journey: a circular with two faults is checked, mended, numbered, frozen, and printed for 43."""

import pytest

from census_desk.letters.letter import LetterKind, LetterStatus
from tests.journeys.kudus import KudusDesk, key_of, opener, pages_of, text_of

pytestmark = pytest.mark.person
WRONG_DAY = "Rapat persiapan diadakan pada hari Senin, 28 Februari 2020. "


@pytest.fixture
def kudus(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", opener(tmp_path))
    return KudusDesk(desk, tmp_path)


def test_a_circular_is_checked_mended_numbered_and_printed_for_every_office(kudus):
    keys = kudus.keys
    keys.press(key_of("letters"))
    kudus.begin_letter("partisipasi ASN")
    kudus.fill_letter(LetterKind.CIRCULAR, subject=" Tahap Kedua", classification="500.14.2")
    keys.press("F6", "ctrl+Home")  # the text of the letter
    keys.type(WRONG_DAY)

    keys.press("F7")  # two errors: the code of another time, and a weekday that is not the day's
    drafted = kudus.letter(lambda one: one.body.startswith(WRONG_DAY))
    assert drafted.status is LetterStatus.DRAFT
    keys.press("Return")  # the first finding leads to its field
    keys.type("470")
    keys.press("Return", "F7", "Return")  # and what is left of them to the text
    keys.press("ctrl+Home", *["Right"] * WRONG_DAY.index("Senin"), *["Delete"] * len("Senin"))
    keys.type("Jumat")
    keys.press("F7")

    checked = kudus.letter(lambda one: one.id == drafted.id and one.status is LetterStatus.CHECKED)
    assert checked.classification == "470"
    assert checked.body.startswith(WRONG_DAY.replace("Senin", "Jumat"))
    assert not checked.number

    keys.press("F8")
    kudus.asked("Terbitkan surat")
    keys.press("Return")
    kudus.back()
    issued = kudus.letter(lambda one: one.id == drafted.id and one.status is LetterStatus.NUMBERED)
    paper = kudus.saved("issued_papers", lambda one: one.letter_id == issued.id)
    assert issued.number == "470/386/2020"
    assert paper.number == issued.number

    keys.press("ctrl+shift+b")
    kudus.asked("Cetak untuk banyak penerima")
    keys.press("Return")
    copies = pages_of(kudus.printed())
    assert len(copies) == 43 * 2
    assert sum(issued.number in page for page in copies) == 43
    printed = kudus.saved_all("deliveries", lambda one: one.letter_id == issued.id, 43)
    assert all(one.printed_on and not one.sent_on for one in printed)

    keys.press("ctrl+shift+e")
    page = text_of(kudus.printed(2))
    assert "BUKU EKSPEDISI" in page
    assert page.count(issued.number) == 43
