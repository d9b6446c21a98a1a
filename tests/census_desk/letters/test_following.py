"""From "sent" to "done": each step is noted once, and those behind are exactly those who are."""

from dataclasses import replace

import pytest

from census_desk import editing
from census_desk.errors import InvalidRecord
from census_desk.letters import following, issuing, sending
from census_desk.letters.delivery import Acted, Channel
from census_desk.letters.following import Lack, NotAScan
from census_desk.letters.kept import MOST_SCAN_BYTES, ScanKind
from census_desk.letters.letter import LetterStatus
from tests.census_desk.builders import DAY, an_incoming
from tests.census_desk.letters.conftest import day, drawn

PNG = b"\x89PNG\r\n\x1a\n rest"


@pytest.fixture
def sent(house):
    """A letter sent to two offices on the 13th, replies due on the 20th."""
    offices = (house.ids["DINKES"], house.ids["DISDIK"])
    letter = house.draft(office_ids=offices, reply_due_on=day(20))
    issuing.issue(house.register, letter.id, on=DAY, draw=drawn)
    sending.mark_sent(
        house.register,
        letter.id,
        offices,
        on=DAY,
        channel=Channel.COURIER,
        new_id=house.register.ids,
        sent_by="Joko",
    )
    return house.letter(letter)


def behind(house, letter, on):
    rows = following.behind(
        letter, house.register.offices.all(), house.register.deliveries.all(), on
    )
    return [(row.office.short_name, row.lack) for row in rows]


def row_of(house, letter, office):
    return next(
        one
        for one in house.register.deliveries.all()
        if (one.letter_id, one.office_id) == (letter.id, house.ids[office])
    )


def received(house, letter, *offices, on=None):
    ids = [house.ids[one] for one in offices]
    sending.mark_received(house.register, letter.id, ids, on=on or day(14), received_by="Sri")


def test_sending_notes_who_sent_it_and_when_a_reply_is_due(house, sent):
    row = row_of(house, sent, "DINKES")

    assert (row.sent_on, row.sent_by, row.reply_due_on) == (DAY, "Joko", day(20))


def test_nobody_is_behind_on_the_third_day_and_all_are_on_the_fourth(house, sent):
    assert behind(house, sent, day(16)) == []
    assert behind(house, sent, day(17)) == [("DINKES", Lack.RECEIPT), ("DISDIK", Lack.RECEIPT)]


def test_who_received_it_is_behind_once_the_reply_is_late(house, sent):
    received(house, sent, "DINKES", "DISDIK")
    following.mark_replied(house.register, sent.id, [house.ids["DISDIK"]], on=day(19))

    assert behind(house, sent, day(20)) == []
    assert behind(house, sent, day(21)) == [("DINKES", Lack.REPLY)]


def test_who_acted_without_a_letter_is_not_reminded_of_one(house, sent):
    received(house, sent, "DINKES", "DISDIK")
    both = [house.ids["DINKES"], house.ids["DISDIK"]]

    assert following.mark_acted(house.register, sent.id, both, acted=Acted.RECAP, on=day(20)) == 2
    assert behind(house, sent, day(25)) == []


def test_what_was_noted_for_a_later_day_is_not_known_before(house, sent):
    received(house, sent, "DINKES", "DISDIK", on=day(24))

    assert len(behind(house, sent, day(18))) == 2


def test_a_reply_cannot_come_before_the_letter_nor_without_it(house, sent):
    with pytest.raises(InvalidRecord):
        following.mark_replied(house.register, sent.id, [house.ids["DINKES"]], on=day(12))
    with pytest.raises(sending.NotSentYet):
        following.mark_replied(house.register, sent.id, [house.ids["BPS"]], on=day(14))
    assert row_of(house, sent, "DINKES").reply_on is None


def test_a_deadline_set_later_counts(house, sent):
    received(house, sent, "DINKES", "DISDIK")
    following.set_reply_due(house.register, sent.id, [house.ids["DINKES"]], due_on=day(17))

    assert behind(house, sent, day(18)) == [("DINKES", Lack.REPLY)]


def test_copies_are_noted_as_printed_once_before_they_are_sent(house):
    letter = house.draft()
    offices = [house.ids["DINKES"], house.ids["DISDIK"]]

    assert following.mark_printed(house.register, letter.id, offices[:1], on=DAY) == 1
    assert following.mark_printed(house.register, letter.id, offices, on=day(14)) == 1
    assert row_of(house, letter, "DINKES").printed_on == DAY


def test_one_ekspedisi_page_is_the_receipt_of_many(house, sent):
    received(house, sent, "DINKES", "DISDIK")
    scan = following.attach_scan(
        house.register, PNG, name="hal 1.png", on=DAY, kind=ScanKind.RECEIPT, letter_id=sent.id
    )
    both = [house.ids["DINKES"], house.ids["DISDIK"]]

    assert following.attach_receipt(house.register, sent.id, both, scan.id) == 2
    assert row_of(house, sent, "DISDIK").receipt_scan_id == scan.id
    assert house.letter(sent).status is LetterStatus.SENT


def test_a_scan_of_the_signed_page_makes_a_numbered_letter_a_signed_one(house):
    letter = house.draft()
    issuing.issue(house.register, letter.id, on=DAY, draw=drawn)

    following.attach_scan(house.register, b"%PDF-1.4", name="ttd.pdf", on=DAY, letter_id=letter.id)

    assert house.letter(letter).status is LetterStatus.SIGNED


def test_letters_without_their_signed_page_after_a_week_are_listed(house, sent):
    draft = house.draft()
    letters = [sent, draft]

    assert following.letters_without_scan(letters, (), day(20)) == []
    assert following.letters_without_scan(letters, (), day(21)) == [sent]
    scan = following.attach_scan(house.register, PNG, name="a", on=DAY, letter_id=sent.id)
    assert following.letters_without_scan(letters, (scan,), day(21)) == []
    receipt = replace(scan, kind=ScanKind.RECEIPT)
    assert following.letters_without_scan(letters, (receipt,), day(21)) == [sent]


def test_a_scan_is_what_its_bytes_say_whatever_its_name(house, sent):
    with pytest.raises(NotAScan, match=r"surat\.pdf"):
        following.attach_scan(
            house.register, b"MZ\x90", name="surat.pdf", on=DAY, letter_id=sent.id
        )


def test_a_scan_over_five_megabytes_is_refused(house, sent):
    heavy = PNG + bytes(MOST_SCAN_BYTES)

    with pytest.raises(InvalidRecord, match="5 MB"):
        following.attach_scan(house.register, heavy, name="a.png", on=DAY, letter_id=sent.id)


def test_a_scan_belongs_to_one_letter(house, sent):
    incoming = house.register.incoming_letters.add(an_incoming(id=house.register.ids()))

    for owners in ({}, {"letter_id": sent.id, "incoming_id": incoming.id}):
        with pytest.raises(InvalidRecord):
            following.attach_scan(house.register, PNG, name="a.png", on=DAY, **owners)


def test_a_reply_is_not_due_before_the_letter_is_dated(house, sent):
    with pytest.raises(InvalidRecord, match="mendahului tanggal surat 13/02/2020"):
        following.set_reply_due(house.register, sent.id, [house.ids["DINKES"]], due_on=day(12))

    assert row_of(house, sent, "DINKES").reply_due_on == day(20)


def test_nothing_is_received_after_the_working_date(house, sent):
    editing.set_working_date(house.register, DAY)

    with pytest.raises(InvalidRecord, match="Tanggal terima 14/02/2020 sesudah tanggal kerja"):
        received(house, sent, "DINKES")


def test_nothing_is_sent_after_the_working_date(house, sent):
    editing.set_working_date(house.register, DAY)

    with pytest.raises(InvalidRecord, match="Tanggal kirim 14/02/2020 sesudah tanggal kerja"):
        sending.mark_sent(
            house.register,
            sent.id,
            [house.ids["DINKES"]],
            on=day(14),
            channel=Channel.COURIER,
            new_id=house.register.ids,
        )
