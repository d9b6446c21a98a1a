"""The archive code: the same data give the same code, and a code is found again or denied."""

from dataclasses import replace

import pytest

from census_desk.letters import issuing
from census_desk.letters.archive import Verdict, archive_code, code_in, qr_text, verify
from census_desk.letters.letter import LetterStatus, Nature
from tests.census_desk.builders import DAY, a_letter
from tests.census_desk.letters.conftest import drawn


def issued(house):
    letter = house.draft()
    paper = issuing.issue(house.register, letter.id, on=DAY, draw=drawn)
    return paper, house.letter(letter)


def test_equal_letters_have_equal_codes():
    assert archive_code(a_letter()) == archive_code(a_letter())


@pytest.mark.parametrize(
    "change", [{"body": "Isi"}, {"number": "470/2"}, {"nature": Nature.URGENT}, {"revision": 1}]
)
def test_what_the_paper_says_is_in_the_code(change):
    assert archive_code(a_letter(**change)) != archive_code(a_letter())


@pytest.mark.parametrize("change", [{"note": "Map 3"}, {"status": LetterStatus.CHECKED}])
def test_what_the_paper_does_not_say_is_not_in_the_code(change):
    assert archive_code(a_letter(**change)) == archive_code(a_letter())


def test_the_code_of_an_old_letter_outlives_fields_added_later():
    """Pinned: a field with its default must not change codes that are on paper already."""
    assert archive_code(a_letter()) == "PA66-PKSN-FT"


@pytest.mark.parametrize(
    "typed",
    [lambda c: c, lambda c: c.lower(), lambda c: c.replace("-", " "), lambda c: qr_text(c)],
)
def test_a_code_is_read_however_it_is_typed(typed):
    code = archive_code(a_letter())

    assert code_in(typed(code)) == code


def test_one_wrong_sign_is_noticed():
    code = archive_code(a_letter())
    other = "7" if code[0] != "7" else "8"

    assert code_in(other + code[1:]) == ""
    assert code_in("") == ""
    assert code_in("DH17K3QX9MP0101AB") == ""


def test_an_issued_paper_is_registered_and_equal_by_code_qr_and_file(house):
    paper, letter = issued(house)

    for shown in (paper.code, qr_text(paper.code), drawn(letter)):
        answer = verify(house.register, shown)
        assert (answer.verdict, answer.letter) == (Verdict.EQUAL, letter)
        assert letter.number in answer.sentence


def test_another_file_and_another_code_are_unknown(house):
    issued(house)

    assert verify(house.register, b"%PDF lain").verdict is Verdict.UNKNOWN
    assert verify(house.register, archive_code(a_letter())).verdict is Verdict.UNKNOWN
    assert "bukan kode arsip" in verify(house.register, "HALO").sentence


def test_a_record_changed_behind_the_paper_is_told(house):
    paper, letter = issued(house)
    house.register.letters.replace(replace(letter, subject="Pokok lain"))

    assert verify(house.register, paper.code).verdict is Verdict.DIFFERENT


def test_a_void_and_a_revised_paper_are_told(house):
    paper, letter = issued(house)
    issuing.revise(house.register, letter.id, reason="Salah ketik")
    assert verify(house.register, paper.code).verdict is Verdict.REPLACED

    issuing.void(house.register, letter.id, reason="Acara batal")
    answer = verify(house.register, paper.code)
    assert answer.verdict is Verdict.VOID
    assert "Acara batal" in answer.sentence
