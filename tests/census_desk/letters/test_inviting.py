"""Inviting marked offices: one draft a session, what has one is left, who has none is told."""

from datetime import date

import pytest

from census_desk.letters.inviting import NothingToInvite, invitations_for, invite
from census_desk.letters.letter import LetterKind, LetterStatus
from census_desk.sessions.session import SessionKind, SessionStatus
from tests.census_desk.builders import a_session

DAY = date(2020, 2, 21)
EARLIER, LATER, LATEST = date(2020, 2, 20), date(2020, 2, 25), date(2020, 3, 4)


@pytest.fixture
def register(kudus):
    with kudus.change("Kosong"):
        for name in ("attendances", "sessions"):
            for one in kudus.collection(name).all():
                kudus.collection(name).remove(one.id)
    return kudus


def office(register, short_name):
    return next(one for one in register.offices.all() if one.short_name == short_name).id


def plan(register, number, **fields):
    session = a_session(id=f"{number:013d}", **({"held_on": LATER} | fields))
    register.sessions.add(session)
    return session


def found(register, *wanted):
    return invitations_for(register, wanted, on=DAY)


def test_the_next_session_of_an_office_counts(register):
    setda = office(register, "Setda")
    plan(register, 1, office_ids=(setda,), held_on=LATEST)
    soon = plan(register, 2, office_ids=(setda,))
    plan(register, 3, office_ids=(setda,), held_on=EARLIER)

    assert found(register, setda).to_draft == (soon,)


def test_two_offices_of_one_session_get_one_invitation(register):
    ids = (office(register, "Setda"), office(register, "Setwan"))
    both = plan(register, 1, office_ids=ids)

    assert found(register, *ids).to_draft == (both,)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": SessionStatus.HELD, "held_on": DAY},
        {"status": SessionStatus.CANCELLED, "status_note": "Batal"},
        {"kind": SessionKind.COORDINATION},
    ],
)
def test_what_is_over_called_off_or_no_briefing_is_not_invited_to(register, fields):
    setda = office(register, "Setda")
    plan(register, 1, office_ids=(setda,), **fields)

    assert found(register, setda).without == (setda,)


def test_a_village_is_invited_to_the_session_of_its_kecamatan(register):
    session = plan(register, 1, kind=SessionKind.DISTRICT, district_codes=("33.19.01",))

    assert found(register, "33.19.01.2001").to_draft == (session,)
    assert found(register, "33.19.02.2001").without == ("33.19.02.2001",)


def test_the_drafts_are_one_step_that_can_be_undone(register):
    setda, setwan = office(register, "Setda"), office(register, "Setwan")
    sessions = [plan(register, 1, office_ids=(setda,)), plan(register, 2, office_ids=(setwan,))]
    before = len(register.letters.all())

    made = invite(register, found(register, setda, setwan), on=DAY, new_id=register.ids)

    assert [one.session_id for one in made] == [one.id for one in sessions]
    assert {(one.kind, one.status) for one in made} == {(LetterKind.INVITATION, LetterStatus.DRAFT)}
    register.undo()
    assert len(register.letters.all()) == before


def test_a_session_with_an_invitation_is_left_and_told(register):
    setda = office(register, "Setda")
    session = plan(register, 1, office_ids=(setda,))
    invite(register, found(register, setda), on=DAY, new_id=register.ids)

    again = found(register, setda)

    assert (again.to_draft, again.invited) == ((), (session,))
    with pytest.raises(NothingToInvite, match="sudah punya undangan"):
        invite(register, again, on=DAY, new_id=register.ids)


def test_nobody_with_a_session_is_refused_in_words(register):
    nobody = found(register, office(register, "Setda"))

    with pytest.raises(NothingToInvite, match="rencanakan sesinya"):
        invite(register, nobody, on=DAY, new_id=register.ids)
