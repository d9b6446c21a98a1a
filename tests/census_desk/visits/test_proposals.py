"""When a visit is proposed: each rule on the one office it speaks about."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from census_desk.people import OfficeKind
from census_desk.sessions.session import SessionStatus
from census_desk.visits.obstacle import Closing
from census_desk.visits.proposals import Needs, ProposalRules, proposals, rules_of
from census_desk.visits.visit import VisitStatus
from tests.census_desk.builders import (
    a_desk,
    a_help_request,
    a_recap,
    a_session,
    a_visit,
    an_obstacle,
    an_office,
)

FRIDAY = date(2020, 2, 21)
ONE = timedelta(days=1)
RULES = ProposalRules()


def office(**fields):
    return an_office(**({"asn_count": 40} | fields))


def found(*, rules=RULES, **records):
    filled = {"offices": (office(),)} | records
    return proposals(Needs(**filled), rules, FRIDAY)


def piled(count=11, **fields):
    return an_obstacle(**({"people_count": count, "noted_on": FRIDAY} | fields))


def test_where_nothing_hinders_no_visit_is_proposed():
    assert found() == ()


def test_curable_obstacles_that_pile_up_propose_a_visit_and_say_which():
    (proposal,) = found(obstacles=(piled(), piled(2, id="x2", reason="lupa sandi")))

    assert (proposal.id, proposal.people_count) == ("o", 13)
    assert proposal.causes == (
        "13 orang terkendala yang dapat dibantu: NIK/KK tidak cocok (kode 104) 11, Lupa sandi 2",
    )
    assert proposal.obstacle_ids == ("x", "x2")


def test_eleven_notes_of_one_person_each_pile_up_like_one_note_of_eleven():
    each = tuple(piled(1, id=f"x{place}") for place in range(11))

    assert [one.people_count for one in found(obstacles=each)] == [11]


def test_the_threshold_is_the_office_s_own():
    assert found(obstacles=(piled(4),)) == ()
    assert len(found(obstacles=(piled(4),), rules=replace(RULES, people=4))) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": "cuti"},
        {"noted_on": FRIDAY + ONE},
        {"closings": (Closing(on=FRIDAY, people_count=8),)},
    ],
)
def test_what_a_visit_cannot_cure_is_not_known_yet_or_is_closed_counts_for_nothing(fields):
    assert found(obstacles=(piled(**fields),)) == ()


def recap(done, days_ago=0, **fields):
    return a_recap(**({"done_count": done, "counted_on": FRIDAY - days_ago * ONE} | fields))


def test_an_office_far_below_the_mean_of_those_that_reported_lags():
    offices = (office(), office(id="p", code="P"))
    recaps = (recap(2), recap(30, id="c2", office_id="p"))

    (proposal,) = found(offices=offices, recaps=recaps)

    assert proposal.causes == ("baru 5 % ASN selesai, rata-rata OPD yang melapor 40 %",)


def test_an_office_whose_count_stands_still_lags():
    recaps = (recap(5, 9), recap(12, 8, id="c2"), recap(12, 1, id="c3"))

    (proposal,) = found(recaps=recaps)

    assert proposal.causes == ("tidak bertambah sejak rekap 13/02/2020 (12 dari 40 ASN)",)
    assert found(recaps=recaps[1:], rules=replace(RULES, still_days=8)) == ()


def test_an_office_that_has_finished_or_never_reported_does_not_lag():
    assert found(recaps=(recap(40, 9), recap(40, id="c2"))) == ()
    assert found(recaps=(recap(40, id="c2", office_id="p"),)) == ()


def test_an_office_with_a_session_still_to_come_is_not_called_lagging():
    recaps = (recap(12, 8), recap(12, id="c2"))
    ahead = a_session(held_on=FRIDAY + ONE)
    gone = replace(ahead, status=SessionStatus.CANCELLED, status_note="banjir")

    assert found(recaps=recaps, sessions=(ahead,)) == ()
    assert len(found(recaps=recaps, sessions=(gone,))) == 1


def test_an_office_that_asked_for_help_is_proposed_until_it_is_answered():
    asked = a_help_request(asked_on=FRIDAY, what="Minta dipandu")

    (proposal,) = found(requests=(asked,))

    assert proposal.why == "minta bantuan 21/02/2020 (telepon): Minta dipandu"
    assert found(requests=(replace(asked, answered_on=FRIDAY, answer="Sudah."),)) == ()


@pytest.mark.parametrize(
    ("fields", "is_proposed"),
    [
        ({"held_on": FRIDAY + ONE}, False),
        ({"held_on": FRIDAY - ONE}, False),
        ({"status": VisitStatus.CANCELLED, "status_note": "banjir"}, True),
        ({"status": VisitStatus.HELD, "held_on": FRIDAY - 2 * ONE}, False),
        ({"status": VisitStatus.HELD, "held_on": FRIDAY - 3 * ONE}, True),
    ],
)
def test_an_office_looked_after_is_not_proposed_again(fields, is_proposed):
    held = {"attendee_count": 1, "officers": ("Joko",)}

    assert bool(found(obstacles=(piled(),), visits=(a_visit(**(held | fields)),))) is is_proposed


def test_bps_is_never_proposed_and_most_people_come_first():
    offices = (office(), office(id="p", code="P"), office(id="b", kind=OfficeKind.VERTICAL))
    obstacles = (
        piled(6),
        piled(9, id="x2", office_id="p"),
        piled(30, id="x3", office_id="b"),
    )

    assert [one.id for one in found(offices=offices, obstacles=obstacles)] == ["p", "o"]


def test_the_desk_sets_the_thresholds():
    desk = a_desk(proposal_people=2, proposal_points=3, proposal_still_days=4, proposal_rest_days=5)

    assert rules_of((desk,)) == ProposalRules(people=2, points=3, still_days=4, rest_days=5)
    assert rules_of(()) == RULES


def test_a_purpose_writes_thousands_with_a_dot():
    from census_desk.visits.proposals import Proposal
    from census_desk.visits.reporting import purpose_of

    asked = Proposal(office=office(), causes=("banyak",), people_count=5000)

    assert "5.000 orang" in purpose_of(asked)
