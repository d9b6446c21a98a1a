"""Numbers out of the usual row: paper days, forgotten letters, and SRIKANDI."""

from datetime import date, timedelta

import pytest

from census_desk.errors import InvalidRecord
from census_desk.letters.ledger.book import BackDating, BookScope
from census_desk.letters.ledger.entry import NumberStatus, order_text
from census_desk.letters.ledger.pattern import InsertForm, NumberParts
from census_desk.letters.ledger.refusals import (
    BackDated,
    BlockSize,
    NotReserved,
    PlaceTaken,
    WrongInsertion,
    WrongReservation,
    YearNotOpen,
)
from census_desk.letters.ledger.reserving import (
    free_reserved,
    insert_after,
    record_elsewhere,
    reserve_block,
    use_reserved,
)
from census_desk.letters.ledger.taking import take_number, void_number
from census_desk.letters.letter import LetterBook, LetterStatus
from census_desk.people import PostKind
from tests.census_desk.builders import DAY
from tests.census_desk.letters.ledger.conftest import CODE

NEXT_DAY = DAY + timedelta(days=1)
LATER = DAY + timedelta(days=5)


def held(ground, day=DAY, **fields):
    return reserve_block(ground.register, "Setda", day=day, on=DAY, **fields)


def used(ground, entry, **fields):
    letter = ground.letter(**fields)
    return use_reserved(ground.register, letter.id, entry.id, on=NEXT_DAY, parts=CODE)


def inserted(ground, after, parts=CODE, reason="Terlupa", **fields):
    letter = ground.letter(**fields)
    return insert_after(ground.register, letter.id, after.id, reason=reason, on=LATER, parts=parts)


def elsewhere(ground, text, dated_on=DAY, **fields):
    return record_elsewhere(
        ground.register, "Setda", text=text, dated_on=dated_on, on=DAY, subject="Surat", **fields
    )


# a block for a day on paper


def test_ten_numbers_are_held_back_for_a_day(ground):
    ground.taken()

    block = held(ground)

    assert [one.sequence for one in block] == list(range(2, 12))
    assert {one.status for one in block} == {NumberStatus.RESERVED}
    assert {one.reserved_for for one in block} == {DAY}


def test_numbers_held_back_are_given_to_nobody_else(ground):
    held(ground, count=3)

    assert ground.taken().sequence == 4


def test_a_letter_of_that_day_takes_a_number_held_back(ground):
    block = held(ground, count=3)

    entry = used(ground, block[1])

    assert (entry.text, entry.status, entry.reserved_for) == ("470/2/2020", NumberStatus.USED, DAY)
    assert ground.letter_of(entry).status is LetterStatus.NUMBERED
    assert free_reserved(ground.register.numbers.all(), "Setda", DAY) == [block[0], block[2]]


def test_a_number_held_back_serves_later_though_the_book_refuses_back_dating(ground):
    block = held(ground, count=2)
    ground.taken(LATER)

    assert used(ground, block[0], dated_on=DAY).sequence == 1


def test_numbers_held_back_ahead_do_not_make_todays_letters_back_dated(ground):
    block = held(ground, LATER, count=1)
    ground.taken(DAY)
    use = used(ground, block[0], dated_on=LATER)

    assert (use.sequence, ground.taken(NEXT_DAY).sequence) == (1, 3)


def test_a_number_held_back_serves_its_own_day_only(ground):
    (entry,) = held(ground, count=1)

    with pytest.raises(WrongReservation, match="13 Februari 2020"):
        used(ground, entry, dated_on=NEXT_DAY)


def test_a_number_held_back_serves_its_own_book_only(ground):
    (entry,) = held(ground, count=1)

    with pytest.raises(NotReserved):
        used(
            ground,
            entry,
            book=LetterBook.REGENT,
            signatory_id=ground.signatories[PostKind.REGENT],
        )


def test_a_number_held_back_in_a_line_per_code_serves_that_code_only(ground):
    ground.set_book(scope=BookScope.CLASSIFICATION)
    (entry,) = held(ground, count=1, classification="005")

    with pytest.raises(WrongReservation, match="005"):
        used(ground, entry)


def test_a_number_held_back_is_used_once(ground):
    (entry,) = held(ground, count=1)
    used(ground, entry)

    with pytest.raises(NotReserved):
        used(ground, entry)


def test_a_number_held_back_and_not_needed_is_voided_with_a_reason(ground):
    (entry,) = held(ground, count=1)

    void_number(ground.register, entry.id, reason="Tidak terpakai")

    assert ground.row(entry).status is NumberStatus.VOID
    assert free_reserved(ground.register.numbers.all(), "Setda", DAY) == []


def test_a_past_day_is_refused_or_recorded_by_the_books_setting(ground):
    ground.taken(LATER)
    with pytest.raises(BackDated):
        held(ground, DAY)
    ground.set_book(back_dating=BackDating.RECORD)

    assert all(one.is_back_dated for one in held(ground, DAY))


@pytest.mark.parametrize("count", [0, -1, 101])
def test_a_block_has_a_sensible_size(ground, count):
    with pytest.raises(BlockSize):
        held(ground, count=count)


# a forgotten letter


def test_a_forgotten_letter_is_inserted_after_its_neighbour(ground):
    first, _second = ground.taken(DAY), ground.taken(LATER)

    entry = inserted(ground, first, dated_on=NEXT_DAY)

    assert (order_text(entry), entry.text) == ("1.a", "470/1.a/2020")
    assert entry.is_back_dated
    assert ground.letter_of(entry).number == "470/1.a/2020"


def test_a_second_forgotten_letter_takes_the_next_letter_of_the_alphabet(ground):
    first = ground.taken(DAY)
    inserted(ground, first)

    assert order_text(inserted(ground, first)) == "1.b"


def test_an_inserted_number_is_written_as_the_book_writes_it(ground):
    ground.set_book(insert_form=InsertForm.SLASH)
    first = ground.taken(DAY)

    assert inserted(ground, first).text == "470/1/A/2020"


def test_an_inserted_number_does_not_move_the_next_one(ground):
    first = ground.taken(DAY)
    inserted(ground, first)

    assert ground.taken(DAY).sequence == 2


def test_a_letter_that_does_not_lie_between_the_neighbours_is_not_inserted_there(ground):
    first, _second = ground.taken(DAY), ground.taken(NEXT_DAY)

    with pytest.raises(WrongInsertion, match="antara"):
        inserted(ground, first, dated_on=LATER)


def test_inserting_needs_a_reason(ground):
    first = ground.taken(DAY)

    with pytest.raises(WrongInsertion, match="alasan"):
        inserted(ground, first, reason=" ")


def test_a_letter_of_another_line_is_not_inserted(ground):
    ground.set_book(scope=BookScope.CLASSIFICATION)
    first = ground.taken(DAY)

    with pytest.raises(WrongInsertion, match="470/1/2020"):
        inserted(ground, first, parts=NumberParts(classification="005"))
    with pytest.raises(WrongInsertion):
        inserted(ground, first, dated_on=date(2021, 1, 4))


def test_nothing_is_inserted_after_a_number_outside_the_line(ground):
    outside = elsewhere(ground, "UND.12/X")

    with pytest.raises(WrongInsertion, match=r"UND\.12/X"):
        inserted(ground, outside)


# SRIKANDI


def test_a_number_taken_in_srikandi_is_not_given_again(ground):
    ground.taken()

    entry = elsewhere(ground, "470/2/2020")

    assert (entry.status, entry.taken_in, entry.sequence) == (
        NumberStatus.ELSEWHERE,
        "SRIKANDI",
        2,
    )
    assert ground.taken().sequence == 3


def test_a_number_of_another_form_stands_in_the_book_by_its_text(ground):
    entry = elsewhere(ground, "B/470/77/PEM")

    assert (entry.sequence, entry.text) == (0, "B/470/77/PEM")
    assert ground.taken().sequence == 1


def test_a_number_of_another_year_is_outside_the_line_of_the_letters_year(ground):
    assert elsewhere(ground, "470/9/2019").sequence == 0


@pytest.mark.parametrize("text", ["470/1/2020", "470/001/2020", "005/1/2020"])
def test_a_number_the_ledger_already_has_is_refused(ground, text):
    ground.taken()

    with pytest.raises(PlaceTaken, match="470/1/2020"):
        elsewhere(ground, text)


def test_the_same_unreadable_number_is_noted_once(ground):
    elsewhere(ground, "UND.12/X")

    with pytest.raises(PlaceTaken):
        elsewhere(ground, "UND.12/X")


def test_a_number_taken_elsewhere_needs_the_name_of_the_system(ground):
    with pytest.raises(InvalidRecord, match="Sistem asal"):
        elsewhere(ground, "470/2/2020", system=" ")


def test_the_text_typed_for_another_system_is_kept_as_text(ground):
    hostile = "{urut.__class__} %s <b>"

    assert elsewhere(ground, hostile).text == hostile
    assert hostile in ground.register.history(limit=1)[0].what


def test_a_letter_after_a_number_of_srikandi_is_held_to_its_date(ground):
    elsewhere(ground, "470/5/2020", dated_on=LATER)
    letter = ground.letter(dated_on=DAY)

    with pytest.raises(BackDated, match="nomor 5"):
        take_number(ground.register, letter.id, on=LATER, parts=CODE)


def test_a_block_of_a_year_the_book_has_not_begun_is_refused(ground):
    with pytest.raises(YearNotOpen, match="bukan di tahun kerja 2020"):
        held(ground, DAY.replace(year=2032))

    assert ground.register.numbers.all() == ()


def test_a_block_of_a_year_the_book_counts_is_held_back(ground):
    before = DAY.replace(year=2019)
    reserve_block(ground.register, "Setda", day=before, on=before, count=1)

    assert held(ground, before, count=1)[0].sequence == 2
