"""Journey: two windows number letters of one book at once; no number twice, and no hole."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.letters.ledger.book import book_of, line_of
from census_desk.letters.ledger.gaps import HoleKind, holes
from census_desk.letters.ledger.order import twins
from census_desk.letters.letter import LetterStatus
from census_desk.letters.starting import started
from census_desk.register import Register
from tests.journeys.kudus import KudusDesk

pytestmark = pytest.mark.person
DAY = date(2020, 2, 21)
TEMPLATE = "edaran-partisipasi-asn"
FIRST, SECOND = ("Edaran Satu", "Edaran Tiga"), ("Edaran Dua", "Edaran Empat")


def four_drafts(register: Register) -> None:
    """Four circulars that wait for their numbers, told apart by their subjects."""
    for subject in FIRST + SECOND:
        draft = started(register, TEMPLATE, on=DAY, letter_id=register.ids())
        editing.add(register, replace(draft, subject=subject))


@pytest.fixture
def windows(desk, tmp_path) -> tuple[KudusDesk, KudusDesk]:
    first = KudusDesk(desk, tmp_path, prepare=four_drafts)
    return first, first.another(desk)


def ready_to_number(window: KudusDesk, subject: str) -> None:
    """The letter is found, and the window asks which number it is to have."""
    window.desk.focus("kudus.censusdesk")
    window.find(subject)
    window.back()
    window.keys.press("F8")
    window.asked("Terbitkan surat")


def test_two_windows_that_number_at_once_give_no_number_twice_and_leave_no_hole(windows):
    for letters in zip(FIRST, SECOND, strict=True):
        for window, subject in zip(windows, letters, strict=True):
            ready_to_number(window, subject)  # both are offered the same next number
        for window, subject in zip(windows, letters, strict=True):
            window.desk.focus("Terbitkan surat")
            window.keys.press("Return")
            window.letter(
                lambda one, subject=subject: (
                    one.subject == subject and one.status is LetterStatus.NUMBERED
                )
            )

    with Register.open(windows[0].path, actor="uji", read_only=True) as register:
        numbers = {one.subject: one.number for one in register.letters.all() if one.number}
        rows = register.numbers.all()
        book = book_of(register.books.all(), "Edaran")
        found = holes(book, line_of(book, DAY, "470"), rows)
    assert [numbers[subject] for subject in (FIRST[0], SECOND[0], FIRST[1], SECOND[1])] == [
        f"470/{sequence}/2020" for sequence in range(386, 390)
    ]
    assert twins(rows) == []
    assert {one.kind for one in found} == {HoleKind.BEFORE}
