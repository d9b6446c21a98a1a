"""What issued letters say of the register, and which of them a change leaves behind."""

from dataclasses import replace

import pytest

from census_desk.letters import issuing
from census_desk.letters.delivery import Channel
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterKind, LetterStatus, Relation
from census_desk.letters.quoting import quoting, stale_letters
from census_desk.letters.relating import NobodyBehind, NotIssuedYet, ralat_for, reminder_for
from census_desk.letters.sending import mark_sent
from census_desk.people import PostKind
from census_desk.programme import PhaseKind
from census_desk.sessions.session import SessionStatus
from tests.census_desk.builders import DAY, a_phase, a_signatory
from tests.census_desk.letters.conftest import day, drawn


def issued(house, letter):
    issue(house.register, letter.id, on=DAY, draw=drawn)
    return house.letter(letter)


def moved(house, known_from=None, **fields):
    """The online phase is moved to the end of May."""
    filled = {
        "id": house.register.ids(),
        "kind": PhaseKind.ONLINE,
        "starts_on": day(15),
        "ends_on": day(29, 5),
        "known_from": known_from or day(30, 3),
    }
    return house.register.phases.add(a_phase(**(filled | fields)))


def test_a_moved_phase_lists_the_letters_that_quote_it_and_what_they_said(house):
    letter = issued(house, house.draft())
    issued(house, house.draft(body="Tanpa tanggal."))

    found = quoting(house.register, moved(house))

    assert [(row.letter.id, row.quote.text, row.now) for row in found] == [
        (letter.id, "31 Maret 2020", "29 Mei 2020")
    ]
    assert "29 Mei 2020" in found[0].sentence


@pytest.mark.parametrize(
    "body",
    [
        "Daring sampai 31 Maret 2020.",
        "Daring 15 Februari s.d. 31 Maret 2020.",
        "Daring 15 Februari 2020 sampai dengan 31 Maret 2020.",
    ],
)
def test_a_date_typed_by_hand_counts_as_quoted(house, body):
    issued(house, house.draft(body=body))

    assert [row.quote.field for row in quoting(house.register, moved(house))] == ["ends_on"]


def test_drafts_and_void_letters_are_not_listed(house):
    house.draft()
    void = issued(house, house.draft())
    issuing.void(house.register, void.id, reason="Salah")

    assert quoting(house.register, moved(house)) == ()


def test_a_letter_numbered_without_a_frozen_paper_is_read_again(house):
    letter = house.draft(status=LetterStatus.SENT, number="470/9/2020")

    assert [row.letter for row in quoting(house.register, moved(house))] == [letter]


def test_a_phase_mended_in_place_is_noticed_by_what_was_kept_with_the_paper(house):
    issued(house, house.draft())
    phase = house.register.phases.all()[0]
    mended = house.register.phases.replace(replace(phase, starts_on=day(16)))

    assert [row.quote.text for row in quoting(house.register, mended)] == ["15 Februari 2020"]


def test_a_moved_session_lists_its_invitation(house):
    letter = issued(house, house.invitation())
    session = house.register.sessions.get(house.ids["session"])
    changed = house.register.sessions.replace(replace(session, held_on=day(21), venue="Aula Dinas"))

    found = quoting(house.register, changed)

    assert [(row.quote.field, row.now) for row in found] == [
        ("held_on", "Jumat, 21 Februari 2020"),
        ("venue", "Aula Dinas"),
    ]
    assert {row.letter.id for row in found} == {letter.id}


def test_a_session_called_off_lists_its_invitation(house):
    issued(house, house.invitation())
    session = house.register.sessions.get(house.ids["session"])
    off = house.register.sessions.replace(
        replace(session, status=SessionStatus.CANCELLED, status_note="Wabah")
    )

    assert [row.now for row in quoting(house.register, off)] == ["batal"]


def test_a_changed_signatory_lists_what_he_signed(house):
    issued(house, house.draft())
    regent = house.register.signatories.get(house.ids["regent"])

    renamed = house.register.signatories.replace(replace(regent, name="Budi Santoso, S.E."))
    assert [row.quote.field for row in quoting(house.register, renamed)] == ["name"]
    ended = house.register.signatories.replace(replace(regent, to_on=day(1)))
    assert "tidak menjabat" in quoting(house.register, ended)[0].now


def test_a_term_that_ends_after_the_letter_changes_nothing(house):
    issued(house, house.draft())
    regent = house.register.signatories.get(house.ids["regent"])
    later = house.register.signatories.replace(replace(regent, to_on=day(14)))

    assert quoting(house.register, later) == ()


def test_stale_letters_are_listed_until_a_ralat_is_issued(house):
    letter = issued(house, house.draft())
    assert stale_letters(house.register) == ()
    moved(house, known_from=day(14))
    assert [row.letter for row in stale_letters(house.register)] == [letter]

    ralat = ralat_for(
        house.register,
        letter.id,
        on=day(14),
        new_letter_id=house.register.ids(),
        stale=stale_letters(house.register),
        relation=Relation.CHANGE,
    )
    house.register.letters.add(ralat)
    issue(house.register, ralat.id, on=day(14), draw=drawn)

    assert stale_letters(house.register) == ()


# the letters that follow


def test_a_ralat_cites_the_letter_says_what_changes_and_passes_the_checker(house):
    letter = issued(house, house.draft())
    stale = quoting(house.register, moved(house, known_from=day(14)))

    ralat = ralat_for(
        house.register, letter.id, on=day(14), new_letter_id=house.register.ids(), stale=stale
    )

    assert "Nomor 470/1/2020 tanggal 13 Februari 2020" in ralat.body
    told = "tanggal selesai sensus daring yang semula tertulis “31 Maret 2020” diralat menjadi"
    assert f"{told} “29 Mei 2020”" in ralat.body
    assert (ralat.kind, ralat.book, ralat.recipients) == (
        LetterKind.CIRCULAR,
        "Edaran",
        letter.recipients,
    )
    house.register.letters.add(ralat)
    assert issuing.mark_checked(house.register, ralat.id, on=day(14)) == ()


def test_a_change_says_changed_where_a_ralat_says_corrected(house):
    letter = issued(house, house.draft())
    stale = quoting(house.register, moved(house, known_from=day(14)))

    change = ralat_for(
        house.register,
        letter.id,
        on=day(14),
        new_letter_id=house.register.ids(),
        stale=stale,
        relation=Relation.CHANGE,
    )

    assert "“31 Maret 2020” diubah menjadi “29 Mei 2020”" in change.body
    assert change.subject.startswith("Perubahan atas Surat Edaran Nomor 470/1/2020")


def test_a_ralat_of_what_did_not_change_says_what_stands_and_leaves_the_new_words_open(house):
    letter = issued(house, house.draft())
    ralat = ralat_for(house.register, letter.id, on=day(14), new_letter_id=house.register.ids())
    house.register.letters.add(ralat)

    told = "tanggal selesai sensus daring yang semula tertulis “31 Maret 2020” diralat menjadi “…”"
    assert told in ralat.body
    assert "tertulis “…”" not in ralat.body

    with pytest.raises(issuing.CheckFailed, match="titik-titik"):
        issuing.mark_checked(house.register, ralat.id, on=day(14))


def test_a_ralat_of_a_letter_without_facts_begins_with_what_it_is_about(house):
    letter = issued(house, house.draft(body="Dimohon menjadi perhatian.", subject="Apel pagi"))

    ralat = ralat_for(house.register, letter.id, on=day(14), new_letter_id=house.register.ids())

    assert "mengenai perihal yang semula tertulis “Apel pagi” diralat menjadi “…”" in ralat.body


def test_a_ralat_is_signed_by_who_holds_the_post_then(house):
    letter = issued(house, house.draft())
    regent = house.register.signatories.get(house.ids["regent"])
    house.register.signatories.replace(replace(regent, to_on=day(13)))
    acting = house.register.signatories.add(
        a_signatory(
            id=house.register.ids(),
            post="BUPATI PATI",
            post_kind=PostKind.REGENT,
            from_on=day(14),
        )
    )

    ralat = ralat_for(house.register, letter.id, on=day(14), new_letter_id="x")

    assert ralat.signatory_id == acting.id


def test_nothing_is_corrected_before_it_was_issued(house):
    with pytest.raises(NotIssuedYet):
        ralat_for(house.register, house.draft().id, on=DAY, new_letter_id="x")


def sent(house):
    offices = (house.ids["DINKES"], house.ids["DISDIK"])
    letter = issued(house, house.draft(office_ids=offices))
    mark_sent(
        house.register,
        letter.id,
        offices,
        on=DAY,
        channel=Channel.COURIER,
        new_id=house.register.ids,
    )
    return letter


def test_a_reminder_goes_to_those_behind_cites_the_first_and_passes_the_checker(house):
    letter = sent(house)

    reminder = reminder_for(
        house.register, letter.id, on=day(18), new_letter_id=house.register.ids()
    )

    assert reminder.recipients == ("Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan")
    assert reminder.office_ids == (house.ids["DINKES"], house.ids["DISDIK"])
    assert "Nomor 470/1/2020 tanggal 13 Februari 2020" in reminder.body
    assert (reminder.signatory_id, reminder.book) == (house.ids["secretary"], "Setda")
    assert (reminder.reply_due_on, reminder.relation) == (day(25), Relation.REMINDER)
    house.register.letters.add(reminder)
    assert issuing.mark_checked(house.register, reminder.id, on=day(18)) == ()


def test_a_reminder_may_go_to_some_of_them_only(house):
    letter = sent(house)

    reminder = reminder_for(
        house.register,
        letter.id,
        on=day(18),
        new_letter_id="x",
        office_ids=[house.ids["DISDIK"]],
    )

    assert reminder.office_ids == (house.ids["DISDIK"],)


def test_no_reminder_is_written_to_nobody(house):
    letter = sent(house)

    with pytest.raises(NobodyBehind):
        reminder_for(house.register, letter.id, on=day(14), new_letter_id="x")


def test_a_letter_without_a_code_of_its_own_hands_on_the_one_in_its_number(house):
    letter = house.draft(classification="", number="470/9/2020", status=LetterStatus.SENT)

    ralat = ralat_for(house.register, letter.id, on=day(14), new_letter_id="x")

    assert ralat.classification == "470"
