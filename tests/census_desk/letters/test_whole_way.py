"""The whole way of a circular: from the letter of BPS to the Ralat, and two desks at once."""

import pytest

from census_desk.letters import following, incoming_mail, issuing, relating, sending
from census_desk.letters.archive import Verdict, verify
from census_desk.letters.delivery import Channel
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterStatus, Relation
from census_desk.letters.quoting import quoting, stale_letters
from census_desk.programme import PhaseKind
from census_desk.register import Register
from tests.census_desk.builders import DAY, a_phase, an_incoming, an_office
from tests.census_desk.letters.conftest import day, drawn, furnished

MANY = 43
BEHIND = 7


def test_a_circular_from_the_letter_of_bps_to_the_ralat(house):
    register, new = house.register, house.register.ids
    offices = []
    for number in range(MANY):
        offices.append(new())
        register.offices.add(
            an_office(id=offices[-1], code=f"O{number}", name=f"Dinas {number}", short_name="D")
        )
    incoming = incoming_mail.register_incoming(
        register, an_incoming(id=new(), number="B-7/33180/2020"), on=DAY
    )
    incoming_mail.dispose(
        register, incoming.id, from_post="Bupati", to_posts=("Sekretaris Daerah",), on=DAY
    )

    # drafted with two faults, found, mended, issued
    draft = house.draft(
        office_ids=tuple(offices),
        letterhead_id=house.ids["kop"],
        body="Rapat hari Jumat, 13 Februari 2020. Sensus daring sampai {daring_selesai}.",
    )
    draft = incoming_mail.as_answer(draft, incoming)
    register.letters.replace(draft)
    with pytest.raises(issuing.CheckFailed) as refused:
        issuing.mark_checked(register, draft.id, on=DAY)
    assert [one.field for one in refused.value.findings] == ["letterhead_id", "body"]
    house.changed(
        draft,
        letterhead_id=house.ids["regent kop"],
        body="Rapat hari Kamis, 13 Februari 2020. Sensus daring sampai {daring_selesai}.",
    )
    issuing.mark_checked(register, draft.id, on=DAY)
    paper = issue(register, draft.id, on=DAY, draw=drawn)
    issuing.sign(register, draft.id, on=DAY)
    assert incoming_mail.is_answered(register, incoming.id)
    assert verify(register, paper.code).verdict is Verdict.EQUAL

    # printed, sent, received by all but seven
    following.mark_printed(register, draft.id, offices, on=DAY)
    sending.mark_sent(
        register, draft.id, offices, on=DAY, channel=Channel.COURIER, new_id=new, sent_by="Joko"
    )
    sending.mark_received(register, draft.id, offices[BEHIND:], on=day(14), received_by="Sri")
    reminder = relating.reminder_for(register, draft.id, on=day(18), new_letter_id=new())
    assert reminder.office_ids == tuple(offices[:BEHIND])
    assert reminder.recipients_attached

    # the phase moves, the Ralat is drafted, checked and issued
    phase = register.phases.add(
        a_phase(
            id=new(),
            kind=PhaseKind.ONLINE,
            starts_on=day(15),
            ends_on=day(29, 5),
            known_from=day(31, 3),
        )
    )
    stale = quoting(register, phase)
    assert [row.letter.id for row in stale] == [draft.id]
    ralat = relating.ralat_for(
        register,
        draft.id,
        on=day(31, 3),
        new_letter_id=new(),
        stale=stale,
        relation=Relation.CHANGE,
    )
    register.letters.add(ralat)
    issue(register, ralat.id, on=day(31, 3), draw=drawn)
    assert house.letter(ralat).number == "470/2/2020"
    assert stale_letters(register) == ()
    assert verify(register, paper.code).changed_by == (house.letter(ralat),)


def test_two_desks_issue_in_turn_without_a_double_number_or_a_hole(tmp_path):
    path = tmp_path / "meja.sensus"
    with Register.create(path, actor="satu") as first:
        house = furnished(first)
        drafts = [house.draft() for _letter in range(6)]
        with first.reopen(read_only=False) as second:
            for place, draft in enumerate(drafts):
                desk = (first, second)[place % 2]
                issue(desk, draft.id, on=DAY, draw=drawn)
            first.refresh()

            assert sorted(one.sequence for one in first.numbers.all()) == [1, 2, 3, 4, 5, 6]
            assert {one.status for one in first.letters.all()} == {LetterStatus.NUMBERED}


def test_a_letter_issued_at_the_other_desk_is_not_issued_again(tmp_path):
    with Register.create(tmp_path / "meja.sensus", actor="satu") as first:
        draft = furnished(first).draft()
        with first.reopen(read_only=False) as second:
            issue(first, draft.id, on=DAY, draw=drawn)
            with pytest.raises(issuing.WrongStatus):
                issue(second, draft.id, on=DAY, draw=drawn)

            assert len(second.numbers.all()) == 1
