"""What is kept with a letter, and which letters wait for their signed page."""

from datetime import date

import pytest

from census_desk.letters.following import attach_scan
from census_desk.letters.issuing import issue
from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import LetterStatus
from ui.papers import letter_draw
from ui.presenters.kept_files import (
    DAYS_KEY,
    kept_files,
    open_kept,
    scan_days,
    unscanned,
    unscanned_words,
)
from ui.presenters.printing import Printing

PDF = b"%PDF-1.4 contoh"


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


def scanned(register, letter, name="hal. 1.pdf"):
    return attach_scan(
        register, PDF, name=name, on=date(2020, 2, 20), kind=ScanKind.SIGNED, letter_id=letter.id
    )


def test_a_scan_is_opened_as_the_very_file_that_was_kept(register, workplace, screen, circular):
    scanned(register, circular)
    kept = kept_files(workplace, letter_id=circular.id)

    open_kept(Printing(workplace), kept[0])

    assert screen.opened[-1].read_bytes() == PDF
    assert screen.opened[-1].name == "hal. 1.pdf"


def test_the_frozen_paper_stands_before_the_scans(register, workplace):
    draft = next(one for one in register.letters.all() if one.status is LetterStatus.DRAFT)
    issue(register, draft.id, on=date(2020, 2, 24), draw=letter_draw(register), despite="uji")
    scanned(register, draft)

    first, second = kept_files(workplace, letter_id=draft.id)

    assert first.words.startswith("Naskah terbit 470/")
    assert first.content.startswith(b"%PDF")
    assert "kode arsip" in first.detail
    assert first.name.startswith("Naskah terbit 470-") and first.name.endswith(".pdf")
    assert second.words == "Surat bertanda tangan · hal. 1.pdf"


def test_a_letter_waits_for_its_scan_after_the_chosen_days(register, workplace, circular):
    assert [one.id for one in unscanned(workplace, 7)] == [circular.id]
    assert unscanned(workplace, 3650) == []

    scanned(register, circular)

    assert unscanned(workplace, 7) == []


def test_the_days_are_those_chosen_last(workplace):
    assert scan_days(workplace) == 7

    workplace.preferences.set(DAYS_KEY, 14)

    assert scan_days(workplace) == 14


def test_what_waits_is_told_in_words(circular):
    assert unscanned_words([circular], 7).startswith("1 surat belum ada pindaiannya")
    assert "sudah ada" in unscanned_words([], 7)
