"""Typed numbers become rows: none is lost, none is given twice, a second run writes nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.identity import Ids
from census_desk.letters.ledger.adopting import adopted, take_over
from census_desk.letters.ledger.entry import NumberStatus, place_of
from census_desk.letters.ledger.refusals import AlreadyNumbered
from census_desk.letters.ledger.reserving import reserve_block
from census_desk.letters.ledger.taking import take_number, void_number
from census_desk.letters.letter import Letter, LetterStatus
from census_desk.register import Register
from tests.census_desk.builders import DAY, a_book, a_desk, a_letter, a_numbered_letter
from tests.census_desk.letters.ledger.conftest import CODE


def typed(ground, number="470/385/2020", **fields) -> Letter:
    return ground.letter(**({"number": number, "status": LetterStatus.NUMBERED} | fields))


def rows(ground):
    return ground.register.numbers.all()


def changed(ground, letter, **fields):
    ground.register.letters.replace(replace(ground.register.letters.get(letter.id), **fields))
    take_over(ground.register)


def test_a_typed_number_gets_its_row(ground):
    letter = typed(ground)

    assert take_over(ground.register) == 1

    (row,) = rows(ground)
    assert (row.sequence, row.text, row.classification) == (385, "470/385/2020", "470")
    assert (row.status, row.letter_id, row.is_taken_over) == (NumberStatus.USED, letter.id, True)


def test_a_second_run_writes_nothing(ground):
    typed(ground)
    typed(ground, "tidak terbaca")
    take_over(ground.register)
    before, rev = rows(ground), ground.register.rev

    assert take_over(ground.register) == 0
    assert (rows(ground), ground.register.rev) == (before, rev)


def test_an_older_register_gets_its_books_with_its_own_area():
    with Register.in_memory() as register:
        register.desks.add(a_desk(id=register.ids(), regency_code="3318"))
        register.letters.add(a_numbered_letter(id=register.ids()))

        assert take_over(register) == 1

        assert "33180" in {book.work_unit for book in register.books.all()}


def test_the_desk_goes_on_after_the_typed_numbers_without_any_migration(ground):
    typed(ground)

    assert ground.taken().text == "470/386/2020"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (LetterStatus.DRAFT, NumberStatus.PROVISIONAL),
        (LetterStatus.SENT, NumberStatus.USED),
        (LetterStatus.CLOSED, NumberStatus.USED),
        (LetterStatus.VOID, NumberStatus.VOID),
    ],
)
def test_the_row_follows_the_letters_status(ground, status, expected):
    typed(ground, status=status, status_note="Batal acara")
    take_over(ground.register)

    assert rows(ground)[0].status is expected


def test_a_letter_voided_by_hand_voids_its_row_with_the_same_reason(ground):
    entry = ground.taken()

    changed(ground, ground.letter_of(entry), status=LetterStatus.VOID, status_note="Acara batal")

    assert ground.row(entry).reason == "Acara batal"
    assert ground.taken().sequence == 2


def test_a_draft_issued_by_hand_makes_its_number_used(ground):
    letter = typed(ground, status=LetterStatus.DRAFT)
    take_over(ground.register)

    changed(ground, letter, status=LetterStatus.NUMBERED)

    assert rows(ground)[0].status is NumberStatus.USED


def test_a_date_moved_by_hand_moves_in_the_book_within_its_year_only(ground):
    entry = ground.taken()

    changed(ground, ground.letter_of(entry), dated_on=DAY.replace(day=20))
    assert ground.row(entry).dated_on == DAY.replace(day=20)
    changed(ground, ground.letter_of(entry), dated_on=DAY.replace(year=2021))

    assert ground.row(entry).dated_on == DAY.replace(day=20)


def test_a_number_replaced_by_hand_stays_in_the_book_as_void(ground):
    entry = ground.taken()

    changed(ground, ground.letter_of(entry), number="470/7/2020")

    assert ground.row(entry).status is NumberStatus.VOID
    assert "470/7/2020" in ground.row(entry).reason
    assert [one.sequence for one in rows(ground)] == [1, 7]


def test_a_number_cleared_by_hand_stays_in_the_book_as_void(ground):
    letter = typed(ground, status=LetterStatus.DRAFT)
    take_over(ground.register)

    changed(ground, letter, number="")

    (row,) = rows(ground)
    assert (row.status, row.letter_id) == (NumberStatus.VOID, "")


def test_a_number_in_another_form_is_kept_by_its_text_and_read_when_the_pattern_is_mended(ground):
    typed(ground, "470/385/PEM")
    take_over(ground.register)
    (before,) = rows(ground)

    ground.set_book(pattern="{klasifikasi}/{urut}/{unit}")
    take_over(ground.register)

    (after,) = rows(ground)
    assert (before.sequence, before.reason != "") == (0, True)
    assert (after.id, after.sequence, after.reason) == (before.id, 385, "")


def test_two_letters_with_one_sequence_number_are_both_kept(ground):
    typed(ground, "470/12/2020")
    typed(ground, "005/12/2020")

    take_over(ground.register)

    assert sorted(one.sequence for one in rows(ground)) == [0, 12]
    assert {one.text for one in rows(ground)} == {"470/12/2020", "005/12/2020"}


def test_a_year_that_is_not_the_letters_is_not_read_into_its_line(ground):
    typed(ground, "470/12/2019")
    take_over(ground.register)

    assert rows(ground)[0].sequence == 0


def test_a_number_held_back_and_written_by_hand_is_used(ground):
    block = reserve_block(ground.register, "Setda", day=DAY, on=DAY, count=2)
    typed(ground, "470/2/2020")

    take_over(ground.register)

    row = ground.row(block[1])
    assert (row.status, row.text, row.reserved_for) == (NumberStatus.USED, "470/2/2020", DAY)
    assert len(rows(ground)) == 2


def test_a_void_number_typed_on_another_letter_is_not_given_a_place_again(ground):
    entry = ground.taken()
    void_number(ground.register, entry.id, reason="Salah")
    typed(ground, "470/1/2020")

    take_over(ground.register)

    assert [one.sequence for one in rows(ground)] == [1, 0]


def test_a_draft_with_a_typed_number_holds_it(ground):
    letter = typed(ground, "470/3/2020", status=LetterStatus.DRAFT)

    with pytest.raises(AlreadyNumbered, match="sementara"):
        take_number(ground.register, letter.id, on=DAY, parts=CODE)
    assert ground.taken().sequence == 4


def test_letters_of_a_book_that_does_not_exist_wait():
    assert adopted([a_numbered_letter(book="BPS")], [a_book()], [], Ids()) == []


numbers = st.builds(
    "{}/{}/2020".format, st.sampled_from(["470", "005"]), st.integers(1, 6)
) | st.sampled_from(["", "x", "470/2.a/2020"])


@given(st.lists(st.tuples(numbers, st.sampled_from(list(LetterStatus))), max_size=12))
def test_whatever_was_typed_every_number_has_a_row_and_no_two_share_a_place(letters):
    ids = Ids()
    made = [
        (a_letter if status is LetterStatus.DRAFT or not number else a_numbered_letter)(
            id=ids(),
            number=number,
            book="Setda",
            status=status if number else LetterStatus.DRAFT,
            status_note="Batal",
        )
        for number, status in letters
    ]
    book = a_book(pattern="{klasifikasi}/{urut}/{tahun}")

    rows = adopted(made, [book], [], ids)

    assert {one.letter_id for one in rows} == {one.id for one in made if one.number}
    places = [place_of(one) for one in rows if one.sequence]
    assert len(places) == len(set(places))
    assert adopted(made, [book], rows, ids) == []
