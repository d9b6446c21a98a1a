"""Taking numbers: one commit, one number, the letter's own date, and never twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.errors import InvalidRecord
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.ledger.book import BackDating, BookNotFound, BookScope
from census_desk.letters.ledger.entry import NumberStatus
from census_desk.letters.ledger.pattern import MissingParts, NumberParts
from census_desk.letters.ledger.refusals import (
    AlreadyNumbered,
    BackDated,
    DateMoved,
    NotNumbered,
    NumberGone,
    VoidLetter,
    WrongSigner,
)
from census_desk.letters.ledger.reserving import reserve_block
from census_desk.letters.ledger.taking import (
    confirm_number,
    take_in_book,
    take_number,
    void_number,
)
from census_desk.letters.letter import LetterBook, LetterStatus
from census_desk.people import PostKind
from tests.census_desk.builders import DAY
from tests.census_desk.letters.ledger.conftest import CODE

NEXT_DAY = DAY + timedelta(days=1)


def test_a_number_stands_on_the_letter_and_in_the_ledger(ground):
    entry = ground.taken(subject="Undangan rapat")

    letter = ground.letter_of(entry)
    assert (letter.number, letter.status) == ("470/1/2020", LetterStatus.NUMBERED)
    assert (entry.text, entry.status, entry.subject) == (
        "470/1/2020",
        NumberStatus.USED,
        "Undangan rapat",
    )
    assert ground.row(entry) == entry


def test_numbers_follow_each_other_and_restart_with_the_letters_year(ground):
    days = [DAY, NEXT_DAY, date(2021, 1, 4), date(2021, 1, 4)]

    texts = [ground.taken(on).text for on in days]

    assert texts == ["470/1/2020", "470/2/2020", "470/1/2021", "470/2/2021"]


def test_a_letter_of_december_numbered_in_january_takes_decembers_year(ground):
    letter = ground.letter(dated_on=date(2020, 12, 31))

    entry = take_number(ground.register, letter.id, on=date(2021, 1, 4), parts=CODE)

    assert (entry.text, entry.year, entry.taken_on) == ("470/1/2020", 2020, date(2021, 1, 4))


def test_every_book_counts_for_itself(ground):
    ground.taken()

    entry = ground.taken(book=LetterBook.REGENT, signatory_id=ground.signatories[PostKind.REGENT])

    assert entry.text == "470/1/2020"


def test_books_that_share_a_line_never_give_the_same_number(ground):
    for key in ("Setda", "Bupati"):
        ground.set_book(key, scope=BookScope.ALL)

    first = ground.taken()
    second = ground.taken(book=LetterBook.REGENT, signatory_id=ground.signatories[PostKind.REGENT])

    assert (first.sequence, second.sequence) == (1, 2)


def test_a_line_per_code_counts_every_code(ground):
    ground.set_book(scope=BookScope.CLASSIFICATION)
    ground.taken()
    letter = ground.letter()

    other = take_number(ground.register, letter.id, on=DAY, parts=NumberParts(classification="005"))

    assert (other.text, ground.taken().text) == ("005/1/2020", "470/2/2020")


def test_a_book_whose_scope_changed_in_mid_year_repeats_no_number(ground):
    ground.taken()
    ground.set_book(scope=BookScope.CLASSIFICATION)

    assert ground.taken().text == "470/2/2020"


def test_a_bps_number_has_its_own_form(ground):
    letter = ground.letter(book=LetterBook.BPS, signatory_id=ground.signatories[PostKind.BPS_HEAD])
    parts = NumberParts(kind="BA", archive="PL.810")

    entry = take_number(ground.register, letter.id, on=DAY, parts=parts)

    assert entry.text == "BA-001/33180/PL.810/2020"


def test_a_letter_of_the_secretary_takes_no_number_from_the_book_of_bps(ground):
    letter = ground.letter(book=LetterBook.BPS)

    with pytest.raises(WrongSigner, match="kepala BPS"):
        take_number(ground.register, letter.id, on=DAY, parts=CODE)


def test_a_number_is_a_final_step_with_its_number_in_the_history(ground):
    ground.taken(subject="Undangan rapat")

    (step,) = ground.register.history(limit=1)

    assert step.final
    assert step.what == "Mengambil nomor 470/1/2020: Undangan rapat"


def test_a_letter_that_is_not_whole_spends_no_number(ground):
    letter = ground.letter(body="")

    with pytest.raises(InvalidRecord):
        take_number(ground.register, letter.id, on=DAY, parts=CODE)

    assert ground.register.numbers.count() == 0
    assert ground.taken().sequence == 1


def test_a_letter_without_the_code_its_pattern_asks_for_spends_no_number(ground):
    letter = ground.letter()

    with pytest.raises(MissingParts, match="kode klasifikasi"):
        take_number(ground.register, letter.id, on=DAY)

    assert ground.register.numbers.count() == 0


def test_a_letter_takes_one_number(ground):
    entry = ground.taken()

    with pytest.raises(AlreadyNumbered, match="470/1/2020"):
        take_number(ground.register, entry.letter_id, on=DAY, parts=CODE)


def test_a_void_letter_takes_none(ground):
    letter = ground.letter(status=LetterStatus.VOID, status_note="Batal acara")

    with pytest.raises(VoidLetter):
        take_number(ground.register, letter.id, on=DAY, parts=CODE)


def test_a_letter_of_an_unknown_book_is_told_so(ground):
    letter = ground.letter()
    ground.set_book(key="Lain")

    with pytest.raises(BookNotFound, match="Setda"):
        take_number(ground.register, letter.id, on=DAY, parts=CODE)


def test_a_register_that_has_no_books_yet_takes_the_shipped_ones(ground):
    for book in ground.register.books.all():
        ground.register.books.remove(book.id)

    assert ground.taken().text == "470/1/2020"


# back-dating


def test_a_book_that_refuses_back_dating_names_the_ways_out(ground):
    ground.taken(NEXT_DAY)

    with pytest.raises(BackDated, match="sisipkan"):
        ground.taken(DAY)

    assert ground.register.numbers.count() == 1


def test_a_book_that_records_back_dating_gives_the_number_and_says_so(ground):
    ground.set_book(back_dating=BackDating.RECORD)
    ground.taken(NEXT_DAY)

    late = ground.taken(DAY)

    assert (late.sequence, late.is_back_dated) == (2, True)
    assert "14 Februari 2020" in late.reason


def test_last_years_late_letter_is_measured_by_last_years_line(ground):
    ground.taken(date(2020, 12, 30))
    ground.taken(date(2021, 1, 4))

    late = ground.taken(date(2020, 12, 31))

    assert (late.text, late.is_back_dated) == ("470/2/2020", False)


# provisional numbers


def provisional(ground, **fields):
    letter = ground.letter(**fields)
    return take_number(ground.register, letter.id, on=DAY, parts=CODE, provisional=True)


def test_a_provisional_number_leaves_the_letter_a_draft(ground):
    entry = provisional(ground, body="")

    letter = ground.letter_of(entry)
    assert entry.status is NumberStatus.PROVISIONAL
    assert (letter.number, letter.status) == ("470/1/2020", LetterStatus.DRAFT)


def test_signing_makes_a_provisional_number_used(ground):
    entry = provisional(ground)

    used = confirm_number(ground.register, entry.letter_id)

    assert ground.row(entry).status is used.status is NumberStatus.USED
    assert ground.letter_of(entry).status is LetterStatus.NUMBERED


def test_nobody_else_gets_a_provisional_number(ground):
    provisional(ground)

    assert ground.taken().sequence == 2


def test_a_letter_without_a_provisional_number_cannot_be_confirmed(ground):
    with pytest.raises(NotNumbered):
        confirm_number(ground.register, ground.letter().id)


def moved(ground, entry, day):
    ground.register.letters.replace(replace(ground.letter_of(entry), dated_on=day))
    return confirm_number(ground.register, entry.letter_id)


def test_a_letter_signed_a_day_later_keeps_its_provisional_number(ground):
    entry = provisional(ground)

    assert moved(ground, entry, NEXT_DAY).dated_on == NEXT_DAY


def test_a_letter_signed_in_another_month_takes_a_new_number(ground):
    entry = provisional(ground)

    with pytest.raises(DateMoved, match="470/1/2020"):
        moved(ground, entry, date(2020, 3, 2))


def test_a_letter_signed_after_later_numbers_were_given_is_refused_or_recorded(ground):
    entry = provisional(ground)
    ground.taken(DAY)

    with pytest.raises(BackDated):
        moved(ground, entry, NEXT_DAY)
    ground.set_book(back_dating=BackDating.RECORD)

    assert confirm_number(ground.register, entry.letter_id).is_back_dated


def test_a_number_held_back_and_typed_on_a_draft_stays_bound_to_its_day(ground):
    reserve_block(ground.register, "Setda", day=DAY, on=DAY, count=1)
    letter = ground.letter(number="470/1/2020")
    ground.register.letters.replace(replace(letter, dated_on=DAY))
    take_over(ground.register)

    with pytest.raises(DateMoved):
        moved(ground, ground.register.numbers.all()[0], NEXT_DAY)


# void numbers


def test_a_void_number_stays_in_the_book_and_is_never_given_again(ground):
    entry = ground.taken()

    void_number(ground.register, entry.id, reason="Salah ketik")

    assert (ground.row(entry).status, ground.row(entry).text) == (NumberStatus.VOID, "470/1/2020")
    assert ground.taken().sequence == 2


def test_the_letter_of_a_void_number_is_void_with_the_same_reason(ground):
    entry = ground.taken()

    void_number(ground.register, entry.id, reason=" Salah ketik ")

    letter = ground.letter_of(entry)
    assert (letter.status, letter.status_note) == (LetterStatus.VOID, "Salah ketik")


def test_a_draft_only_loses_its_provisional_number_and_may_take_another(ground):
    entry = provisional(ground)

    void_number(ground.register, entry.id, reason="Ganti tanggal")
    again = take_number(ground.register, entry.letter_id, on=DAY, parts=CODE)

    assert ground.row(entry).letter_id == ""
    assert again.text == "470/2/2020"


def test_voiding_needs_a_reason(ground):
    entry = ground.taken()

    with pytest.raises(InvalidRecord, match="alasan"):
        void_number(ground.register, entry.id, reason="  ")

    assert ground.row(entry).status is NumberStatus.USED


def test_a_number_is_voided_once(ground):
    entry = ground.taken()
    void_number(ground.register, entry.id, reason="Salah ketik")

    with pytest.raises(NumberGone):
        void_number(ground.register, entry.id, reason="Lagi")


# incoming mail and other papers


def test_incoming_mail_takes_agenda_numbers_of_its_own_book(ground):
    numbers = [
        take_in_book(ground.register, "Masuk", dated_on=on, on=DAY, subject="Surat BPS").text
        for on in (DAY, DAY - timedelta(days=2))
    ]

    assert numbers == ["1", "2"]


def test_the_letter_s_own_classification_is_numbered_unless_another_is_named(ground):
    first = ground.letter(classification="005")
    second = ground.letter(classification="005")

    assert take_number(ground.register, first.id, on=DAY).text == "005/1/2020"
    assert take_number(ground.register, second.id, on=DAY, parts=CODE).text == "470/2/2020"
