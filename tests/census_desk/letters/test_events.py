"""Letters of sessions and visits: the right hand, kop and series; mended when the event moved."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing, sample
from census_desk.errors import InvalidRecord
from census_desk.letters.delivery import Channel
from census_desk.letters.event_mending import NothingToMend, ralat, reissue, takes_place
from census_desk.letters.events import Wanted, draft_letter, letters_of, to_mend
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterBook, LetterKind, LetterStatus, Relation
from census_desk.letters.quoting import stale_letters
from census_desk.letters.sending import mark_sent
from census_desk.people import LetterheadKind, PostKind
from census_desk.register import Register
from census_desk.sessions.scheduling import move
from census_desk.sessions.session import SessionKind, SessionStatus
from census_desk.visits.visit import VisitStatus

FRIDAY = date(2020, 2, 21)
MONDAY = date(2020, 2, 24)
PDF = b"%PDF-1.4"


@pytest.fixture
def register():
    with Register.in_memory() as made:
        sample.build(made)
        made.actor = "Sari"
        yield made


def session_of(register, kind=SessionKind.OFFICE, **fits):
    return next(
        one
        for one in register.sessions.all()
        if one.kind is kind
        and one.held_on > FRIDAY
        and all(getattr(one, name) == value for name, value in fits.items())
    )


@pytest.fixture
def session(register):
    """A session whose only letters are those of the test: the sample's own is set aside."""
    first = next(one for one in register.letters.all() if one.number == "005/16/2020")
    void = replace(first, status=LetterStatus.VOID, status_note="Uji")
    register.letters.replace(void)
    return next(one for one in register.sessions.all() if "Perhubungan" in one.title)


@pytest.fixture
def visit(register):
    return next(one for one in register.visits.all() if "tata usaha puskesmas" in one.purpose)


def drafted(register, event, wanted=Wanted.INVITATION, **more):
    return draft_letter(register, event, wanted, on=FRIDAY, letter_id=register.ids(), **more)


def issued(register, letter):
    issue(register, letter.id, on=FRIDAY, draw=lambda one: PDF, despite="uji")
    return register.letters.get(letter.id)


def hand(register, letter):
    signatory = register.signatories.find(letter.signatory_id)
    kop = register.letterheads.find(letter.letterhead_id)
    return signatory.post_kind if signatory else None, kop.kind if kop else None, letter.book


def test_the_secretary_invites_an_office_from_his_own_book(register, session):
    letter = drafted(register, session)

    assert hand(register, letter) == (
        PostKind.SECRETARY,
        LetterheadKind.REGIONAL,
        LetterBook.SECRETARIAT,
    )
    assert letter.kind is LetterKind.INVITATION
    assert letter.recipients == ("Kepala Dinas Perhubungan",)
    assert "{sesi.hari_tanggal}" in letter.body


def test_bps_invites_a_kecamatan_on_its_own_kop_and_the_camat_when_asked(register):
    of_district = session_of(register, SessionKind.DISTRICT)

    own = drafted(register, of_district)
    assert hand(register, own) == (PostKind.BPS_HEAD, LetterheadKind.BPS, LetterBook.BPS)
    assert own.recipients[0].startswith("Camat ")
    camat = drafted(register, of_district, signer=PostKind.DISTRICT_HEAD)
    assert hand(register, camat)[0] is PostKind.DISTRICT_HEAD
    assert camat.recipients == ("Kepala Desa", "Lurah")


def test_bps_sends_its_people_to_a_session_and_to_a_visit(register, session, visit):
    for event, names in (
        (session, ("Hafid Nurwahyudi, S.ST.",)),
        (visit, ("Hafid Nurwahyudi, S.ST.", "Candrawati Ningrum, S.ST.")),
    ):
        letter = drafted(register, event, Wanted.ASSIGNMENT)
        assert tuple(one.name for one in letter.assignees) == names
        assert hand(register, letter)[0] is PostKind.BPS_HEAD


def test_a_room_is_asked_of_the_office_it_belongs_to(register, session, visit):
    assert drafted(register, session, Wanted.ROOM).recipients == ("Kepala Dinas Perhubungan",)
    assert drafted(register, visit, Wanted.ROOM).recipients == ("Kepala Dinas Kesehatan",)


def test_a_visit_is_announced_to_its_office(register, visit):
    letter = drafted(register, visit)

    assert (letter.recipients, letter.visit_id) == (("Kepala Dinas Kesehatan",), visit.id)
    of_kecamatan = next(one for one in register.visits.all() if "kecamatan" in one.purpose)
    assert hand(register, drafted(register, of_kecamatan))[0] is PostKind.BPS_HEAD


def test_a_kick_off_or_training_takes_its_own_words(register, session):
    kickoff = replace(session, id=register.ids(), kind=SessionKind.KICKOFF)
    training = replace(kickoff, id=register.ids(), kind=SessionKind.TRAINING, groups=("Petugas",))
    register.sessions.add(kickoff)
    register.sessions.add(training)

    assert "pimpinan perangkat daerah" in drafted(register, kickoff).body
    invited = drafted(register, training)
    assert (invited.recipients[-1], hand(register, invited)[2]) == ("Petugas", LetterBook.BPS)


@pytest.fixture
def invitation(register, session):
    letter = issued(register, drafted(register, session))
    mark_sent(
        register,
        letter.id,
        letter.office_ids,
        on=FRIDAY,
        channel=Channel.COURIER,
        new_id=register.ids,
    )
    return register.letters.get(letter.id)


def moved(register, session, **fields):
    changed = replace(session, **({"held_on": date(2020, 2, 27)} | fields))
    register.sessions.replace(changed)
    return changed


def test_as_long_as_nothing_moved_nothing_is_to_mend(register, session, invitation):
    assert to_mend(register, session, FRIDAY) == ()
    with pytest.raises(NothingToMend):
        reissue(register, session, on=FRIDAY, reason="pindah", new_id=register.ids)
    (row,) = [one for one in letters_of(register, session, FRIDAY) if one.id == invitation.id]
    assert (row.told, row.sent_count) == (("Kepala Dinas Perhubungan",), 1)


def test_a_moved_session_lists_exactly_its_letters_and_whom_they_told(
    register, session, invitation
):
    assignment = issued(register, drafted(register, session, Wanted.ASSIGNMENT))
    drafted(register, session, Wanted.ROOM)

    rows = to_mend(register, moved(register, session), FRIDAY)

    assert {row.id for row in rows} == {invitation.id, assignment.id}
    told = {row.id: row.told for row in rows}
    assert told[invitation.id] == ("Kepala Dinas Perhubungan",)
    assert told[assignment.id] == ("Hafid Nurwahyudi, S.ST.",)
    assert rows[0].stale[0].now == "Kamis, 27 Februari 2020"


def test_void_and_reissue_is_one_final_step_to_the_same_people(register, session, invitation):
    event = moved(register, session)

    (draft,) = reissue(
        register, event, on=MONDAY, reason="Pindah ke 27 Februari", new_id=register.ids
    )

    old = register.letters.get(invitation.id)
    assert (old.status, old.number) == (LetterStatus.VOID, invitation.number)
    assert (draft.status, draft.number, draft.dated_on) == (LetterStatus.DRAFT, "", MONDAY)
    assert (draft.recipients, draft.office_ids) == (old.recipients, old.office_ids)
    assert draft.body.startswith(f"Surat Undangan Nomor {old.number}")
    assert to_mend(register, event, MONDAY) == ()
    assert register.history(limit=1)[0].final


def test_nothing_is_void_without_a_reason(register, session, invitation):
    event = moved(register, session)
    count = register.letters.count()

    with pytest.raises(InvalidRecord):
        reissue(register, event, on=MONDAY, reason=" ", new_id=register.ids)

    assert register.letters.count() == count
    assert register.letters.get(invitation.id).status is LetterStatus.SENT


def test_a_ralat_says_then_and_now_and_leaves_the_first_letter_in_force(
    register, session, invitation
):
    event = moved(register, session)

    (draft,) = ralat(register, event, on=MONDAY, new_id=register.ids)

    assert (draft.relation, draft.refers_to_id) == (Relation.CORRECTION, invitation.id)
    assert "27 Februari 2020" in draft.body
    assert register.letters.get(invitation.id).status is LetterStatus.SENT


def test_of_a_cancelled_session_the_same_people_get_a_notice(register, session, invitation):
    event = moved(
        register,
        session,
        held_on=session.held_on,
        status=SessionStatus.CANCELLED,
        status_note="banjir",
    )
    assert not takes_place(event)

    only = [invitation.id]
    (draft,) = reissue(
        register, event, on=MONDAY, reason="banjir", new_id=register.ids, letter_ids=only
    )

    assert "tidak jadi dilaksanakan" in draft.body
    assert draft.recipients == invitation.recipients
    assert draft.kind is LetterKind.OFFICIAL


def test_a_visit_with_other_people_or_another_day_leaves_its_letters_behind(register, visit):
    letter = issued(register, drafted(register, visit, Wanted.ASSIGNMENT))
    other = replace(visit, officers=("Satrio Wijayadi, S.ST.",))
    editing.change(register, other)

    (row,) = to_mend(register, other, FRIDAY)

    assert row.id == letter.id
    assert [one.quote.field for one in row.stale] == ["people"]
    gone = replace(visit, status=VisitStatus.CANCELLED, status_note="banjir")
    editing.change(register, gone)
    assert [one.quote.field for one in to_mend(register, gone, FRIDAY)[0].stale] == ["held_on"]


def test_a_moved_session_names_the_sample_invitation_that_has_no_paper(register):
    moved = next(one for one in register.sessions.all() if "Perhubungan" in one.title)
    invitation = next(one for one in register.letters.all() if one.number == "005/16/2020")
    assert "{sesi." not in invitation.body + invitation.subject

    move(register, moved.id, to_on=date(2020, 2, 26), on=MONDAY, reason="Ruang dipakai")

    (row,) = to_mend(register, register.sessions.get(moved.id), MONDAY)
    assert row.id == invitation.id
    assert row.stale[0].sentence == (
        "hari dan tanggal: tertulis “Senin, 24 Februari 2020”, sekarang “Rabu, 26 Februari 2020”"
    )
    assert invitation.id in {one.letter.id for one in stale_letters(register, MONDAY)}
