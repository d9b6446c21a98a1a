"""What a letter's follow-up at the offices may say."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.errors import InvalidRecord
from census_desk.identity import Ids
from census_desk.letters.delivery import Channel
from census_desk.letters.letter import LetterStatus
from census_desk.letters.sending import (
    LetterNotReady,
    NotSentYet,
    addressed_offices,
    clear_follow_up,
    follow_ups,
    mark_received,
    mark_sent,
)
from census_desk.people import OfficeKind
from census_desk.register import Register
from tests.census_desk.builders import (
    DAY,
    a_letter,
    a_letterhead,
    a_numbered_letter,
    a_signatory,
    an_office,
)

LATER = date(2020, 2, 17)


@pytest.fixture
def new_id():
    return Ids()


@pytest.fixture
def register(new_id):
    with Register.in_memory() as made:
        kop = made.letterheads.add(a_letterhead(id=new_id()))
        signer = made.signatories.add(a_signatory(id=new_id()))
        for name, kind in (("A", OfficeKind.DINAS), ("B", OfficeKind.DINAS)):
            office = an_office(id=new_id(), code=name, name=name, short_name=name, kind=kind)
            made.offices.add(office)
        bps = an_office(
            id=new_id(), code="BPS", name="BPS", short_name="BPS", kind=OfficeKind.VERTICAL
        )
        made.offices.add(bps)
        letter = a_numbered_letter(id=new_id(), letterhead_id=kop.id, signatory_id=signer.id)
        made.letters.add(letter)
        yield made


@pytest.fixture
def letter(register):
    return register.letters.all()[0]


def ids(register, *names):
    return [o.id for o in register.offices.all() if o.short_name in names]


def rows(register):
    letter = register.letters.all()[0]
    return {
        row.office.short_name: row
        for row in follow_ups(letter, register.offices.all(), register.deliveries.all())
    }


def send(register, letter, new_id, *names, on=DAY):
    return mark_sent(
        register,
        letter.id,
        ids(register, *names),
        on=on,
        channel=Channel.COURIER,
        new_id=new_id,
    )


def test_a_letter_to_no_one_in_particular_goes_to_every_opd_but_not_to_bps(register, letter):
    assert [o.short_name for o in addressed_offices(letter, register.offices.all())] == ["A", "B"]


def test_a_letter_to_named_offices_goes_to_those_only(register, letter):
    named = replace(letter, office_ids=tuple(ids(register, "B", "BPS")))

    assert {o.short_name for o in addressed_offices(named, register.offices.all())} == {"B", "BPS"}


def test_sending_notes_every_office_in_one_step_and_turns_the_letter_into_a_sent_one(
    register, letter, new_id
):
    before = register.rev
    noted = send(register, letter, new_id, "A", "B")

    assert noted == 2
    assert register.rev == before + 1
    assert register.letters.get(letter.id).status is LetterStatus.SENT
    assert all(row.is_sent and not row.is_received for row in rows(register).values())


def test_sending_again_keeps_the_first_day(register, letter, new_id):
    send(register, letter, new_id, "A")
    noted = send(register, letter, new_id, "A", "B", on=LATER)

    assert noted == 1
    assert rows(register)["A"].delivery.sent_on == DAY


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        (a_letter(id="0000000000001"), "draf"),
        (
            a_letter(id="0000000000001", status=LetterStatus.VOID, status_note="Salah tanggal"),
            "batal",
        ),
    ],
)
def test_a_draft_or_void_letter_does_not_leave_the_house(register, new_id, letter, words):
    register.letters.add(letter)

    with pytest.raises(LetterNotReady, match=words):
        send(register, letter, new_id, "A")


def test_receiving_notes_day_and_name(register, letter, new_id):
    send(register, letter, new_id, "A")
    noted = mark_received(
        register, letter.id, ids(register, "A"), on=LATER, received_by=" Sri Lestari "
    )

    assert noted == 1
    assert rows(register)["A"].delivery.received_by == "Sri Lestari"
    assert not rows(register)["B"].is_sent


def test_an_office_has_not_received_what_was_not_sent(register, letter, new_id):
    send(register, letter, new_id, "A")

    with pytest.raises(NotSentYet, match="B"):
        mark_received(register, letter.id, ids(register, "A", "B"), on=LATER, received_by="Sri")
    assert not rows(register)["A"].is_received


@pytest.mark.parametrize(
    ("on", "by", "field"),
    [(date(2020, 2, 1), "Sri", "received_on"), (LATER, "  ", "received_by")],
)
def test_receiving_before_sending_or_by_nobody_is_refused_whole(
    register, letter, new_id, on, by, field
):
    send(register, letter, new_id, "A", "B")

    with pytest.raises(InvalidRecord) as refused:
        mark_received(register, letter.id, ids(register, "A", "B"), on=on, received_by=by)
    assert field in refused.value.problems
    assert not any(row.is_received for row in rows(register).values())


def test_a_note_made_by_mistake_can_be_taken_back(register, letter, new_id):
    send(register, letter, new_id, "A", "B")
    taken = clear_follow_up(register, letter.id, ids(register, "A"))

    assert taken == 1
    assert not rows(register)["A"].is_sent
    assert rows(register)["B"].is_sent


def test_an_office_that_got_it_unasked_is_still_listed(register, letter, new_id):
    send(register, letter, new_id, "BPS")

    assert rows(register)["BPS"].is_sent


def test_a_row_of_the_follow_up_is_told_apart_by_its_office(register):
    assert all(row.id == row.office.id for row in rows(register).values())
