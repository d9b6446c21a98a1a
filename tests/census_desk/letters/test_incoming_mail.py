"""Incoming letters: an agenda number each, levels of disposition, and the letter that answers."""

from dataclasses import replace

import pytest

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.letters import incoming_mail, issuing
from census_desk.letters.letter import LetterStatus, Relation
from tests.census_desk.builders import DAY, a_disposition, an_incoming, problems_of
from tests.census_desk.letters.conftest import day, drawn


def entered(house, **fields):
    incoming = an_incoming(**({"id": house.register.ids()} | fields))
    return incoming_mail.register_incoming(house.register, incoming, on=DAY)


def disposed(house, incoming, from_post, *to_posts):
    return incoming_mail.dispose(
        house.register, incoming.id, from_post=from_post, to_posts=to_posts, on=DAY
    )


def test_incoming_letters_are_counted_in_their_own_book(house):
    assert [entered(house).agenda_number for _letter in range(2)] == ["1", "2"]
    assert {one.book for one in house.register.numbers.all()} == {"Masuk"}


def test_an_agenda_number_from_the_paper_book_is_kept(house):
    assert entered(house, agenda_number="77").agenda_number == "77"
    (row,) = house.register.numbers.all()
    assert (row.book, row.sequence, row.text, row.is_taken_over) == ("Masuk", 77, "77", True)


def test_the_agenda_goes_on_after_a_number_from_the_paper_book(house):
    numbers = [entered(house).agenda_number, entered(house, agenda_number="077").agenda_number]

    assert [*numbers, entered(house).agenda_number] == ["1", "077", "78"]


def test_a_number_typed_before_the_book_knew_of_it_is_not_given_again(house):
    with house.register.change("Mengetik surat masuk lama"):
        letter = an_incoming(id=house.register.ids(), agenda_number="1")
        house.register.incoming_letters.add(letter)

    assert entered(house).agenda_number == "2"


def test_a_letter_is_not_received_before_it_was_written():
    problems = problems_of(an_incoming, received_on=day(12))

    assert list(problems) == ["received_on"]


def test_a_letter_that_cannot_be_kept_spends_no_agenda_number(house):
    incoming = entered(house)

    with pytest.raises(Exception, match="sudah"):
        entered(house, id=incoming.id)
    assert len(house.register.numbers.all()) == 1


def test_each_handing_on_is_one_level_deeper(house):
    incoming = entered(house)
    first = disposed(house, incoming, "Sekretaris Daerah", "Asisten Pemerintahan")
    second = disposed(house, incoming, " asisten  pemerintahan", "Kabag Umum", "Kabag Hukum")
    third = disposed(house, incoming, "Kabag Hukum", "Kasubbag")
    other = disposed(house, incoming, "Bupati", "Sekretaris Daerah")

    assert [one.level for one in (first, second, third, other)] == [1, 2, 3, 1]
    ordered = incoming_mail.dispositions_of(house.register.dispositions.all(), incoming.id)
    assert [one.level for one in ordered] == [1, 1, 2, 3]


def test_a_disposition_says_to_whom(house):
    with pytest.raises(InvalidRecord):
        disposed(house, entered(house), "Sekretaris Daerah", " ")
    assert list(problems_of(a_disposition, level=0)) == ["level"]


def test_a_disposition_is_done_on_a_day_not_before_it_was_given(house):
    given = disposed(house, entered(house), "Sekretaris Daerah", "Asisten")

    done = incoming_mail.finish_disposition(house.register, given.id, on=day(14))
    assert done.done_on == day(14)
    with pytest.raises(InvalidRecord):
        incoming_mail.finish_disposition(house.register, given.id, on=day(12))


def test_a_letter_is_answered_when_its_answer_is_issued(house):
    incoming = entered(house, classification="470")
    draft = incoming_mail.as_answer(house.draft(classification=""), incoming)
    house.register.letters.replace(draft)

    assert (draft.relation, draft.classification) == (Relation.ANSWER, "470")
    assert incoming_mail.answered_by(house.register, incoming.id) == (draft,)
    assert not incoming_mail.is_answered(house.register, incoming.id)
    issuing.issue(house.register, draft.id, on=DAY, draw=drawn)
    assert incoming_mail.is_answered(house.register, incoming.id)


def test_an_incoming_letter_goes_with_its_dispositions_unless_it_was_answered(house):
    incoming = entered(house)
    disposed(house, incoming, "Sekretaris Daerah", "Asisten")
    editing.delete(house.register, "incoming_letters", incoming.id)
    assert house.register.dispositions.all() == ()

    other = entered(house)
    house.register.letters.replace(replace(house.draft(), incoming_id=other.id))
    with pytest.raises(editing.RefusedByReference):
        editing.delete(house.register, "incoming_letters", other.id)


def test_a_copy_of_a_letter_begins_as_a_first_revision_without_number(house):
    letter = house.draft()
    copy = editing.duplicated(replace(letter, revision=2, number="470/1"), "baru")

    assert (copy.revision, copy.number, copy.status) == (0, "", LetterStatus.DRAFT)


@pytest.mark.parametrize("number", ["dua", "12a", "0", "-3", "１２"])
def test_an_agenda_number_is_a_number(house, number):
    with pytest.raises(InvalidRecord, match="bukan bilangan"):
        entered(house, agenda_number=number)


def test_an_agenda_number_is_there_once_a_year(house):
    entered(house, agenda_number="77")

    with pytest.raises(InvalidRecord, match="Nomor agenda 077 tahun 2020 sudah dipakai"):
        entered(house, agenda_number="077")
    next_year = {"received_on": day(13).replace(year=2021)}
    assert entered(house, agenda_number="77", **next_year).agenda_number == "77"


def test_a_letter_is_not_received_after_the_working_date(house):
    editing.set_working_date(house.register, DAY)

    with pytest.raises(InvalidRecord, match="sesudah tanggal kerja"):
        entered(house, received_on=day(14))
    assert house.register.numbers.all() == ()


def test_a_disposition_is_not_due_before_it_is_given(house):
    incoming = entered(house)

    with pytest.raises(InvalidRecord, match="mendahului tanggal disposisi"):
        incoming_mail.dispose(
            house.register,
            incoming.id,
            from_post="Sekretaris Daerah",
            to_posts=("Kabag Umum",),
            on=DAY,
            due_on=day(12),
        )
