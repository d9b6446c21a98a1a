"""Whom a plan is made for: offices, kecamatan and villages with what is left of them."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk.errors import InvalidRecord
from census_desk.people import OfficeKind
from census_desk.places import villages
from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.planning.clusters import clusters, village_clusters
from census_desk.sessions.planning.group import GroupKind
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.settings import planning_rules_of, set_group, set_rules
from census_desk.sessions.session import Invitees, SessionKind, SessionStatus
from tests.census_desk.builders import (
    a_session,
    a_venue,
    an_attendance,
    an_office,
    an_own_group,
)
from tests.census_desk.sessions.planning.campaign import ON, accepted, kabupaten

FIRST_OFFICE, SECOND_OFFICE = 0, 1


def office_groups(register):
    return [one for one in groups_to_reach(register, ON) if one.kind is GroupKind.OFFICE]


def a_briefing(register, office, **fields):
    filled = {
        "id": register.ids(),
        "kind": SessionKind.OFFICE,
        "office_ids": (office.office_ids[0],),
        "held_on": date(2020, 2, 20),
    }
    return register.sessions.add(a_session(**(filled | fields)))


def test_an_office_comes_in_equal_sessions_of_what_its_hall_holds():
    first, second = office_groups(kabupaten())

    assert (first.people, first.room, first.sessions) == (100, 50, 2)
    assert (second.people, second.room, second.sessions) == (30, 40, 1)


def test_an_office_without_a_hall_comes_together_at_itself():
    _first, second = office_groups(kabupaten())

    assert second.venue == "Kantor Sekretariat Daerah"
    assert second.venue_id == ""


def test_offices_of_one_building_share_its_hall():
    register = kabupaten()
    first, second = register.offices.all()
    for one in (first, second):
        register.offices.replace(replace(one, address="Jalan Merdeka 1, Kudus"))

    groups = office_groups(register)

    assert {one.venue for one in groups} == {"Aula DKK"}


def test_a_planned_session_leaves_nothing_to_plan_and_says_when():
    register = kabupaten()
    office = office_groups(register)[SECOND_OFFICE]
    a_briefing(register, office)

    group = office_groups(register)[SECOND_OFFICE]

    assert (group.scheduled, group.left, group.sessions) == (30, 0, 0)
    assert group.why == "sudah dijadwalkan 20 Februari 2020"


def test_a_postponed_session_reaches_nobody():
    register = kabupaten()
    office = office_groups(register)[SECOND_OFFICE]
    a_briefing(register, office, status=SessionStatus.POSTPONED, status_note="banjir")

    assert office_groups(register)[SECOND_OFFICE].left == 30


def test_people_by_name_at_two_sessions_count_once():
    register = kabupaten()
    office = office_groups(register)[FIRST_OFFICE]
    held = {"held_on": date(2020, 2, 12), "status": SessionStatus.HELD}
    for _each in range(2):
        session = a_briefing(register, office, **held)
        register.attendances.add(
            an_attendance(
                id=register.ids(),
                session_id=session.id,
                office_id=office.office_ids[0],
                state=AttendanceState.PRESENT,
            )
        )

    assert office_groups(register)[FIRST_OFFICE].reached == 1


def test_a_session_known_by_number_adds_its_number_but_never_more_than_all():
    register = kabupaten()
    office = office_groups(register)[SECOND_OFFICE]
    a_briefing(
        register,
        office,
        held_on=date(2020, 2, 12),
        status=SessionStatus.HELD,
        invitees=Invitees.COUNT,
        invited_count=40,
        attended_count=38,
    )

    group = office_groups(register)[SECOND_OFFICE]

    assert (group.reached, group.left, group.why) == (30, 0, "sudah terlaksana 12 Februari 2020")


def test_four_of_five_reached_need_no_further_session():
    register = kabupaten()
    office = office_groups(register)[FIRST_OFFICE]
    counted = {"invitees": Invitees.COUNT, "invited_count": 90}
    a_briefing(register, office, **counted)

    assert office_groups(register)[FIRST_OFFICE].left == 0


def test_what_is_left_comes_in_sessions_of_the_size_of_the_first():
    register = kabupaten()
    office = office_groups(register)[FIRST_OFFICE]
    a_briefing(register, office, invitees=Invitees.COUNT, invited_count=50)

    group = office_groups(register)[FIRST_OFFICE]

    assert (group.left, group.sessions) == (50, 1)


def test_no_more_sessions_are_asked_for_than_the_room_makes_necessary():
    register = kabupaten()
    key = office_groups(register)[FIRST_OFFICE].key
    set_group(register, an_own_group(id="", key=key, people=101, room=50))
    office = office_groups(register)[FIRST_OFFICE]
    a_briefing(register, office, invitees=Invitees.COUNT, invited_count=51)

    group = office_groups(register)[FIRST_OFFICE]

    assert (group.left, group.sessions) == (50, 1)


def test_a_kecamatan_brings_its_own_office_and_two_of_each_village():
    register = kabupaten(areas=True)
    register.offices.add(
        an_office(
            id=register.ids(),
            code="KEC",
            short_name="Kec. Kaliwungu",
            kind=OfficeKind.DISTRICT,
            area_code="33.19.01",
            asn_count=20,
        )
    )

    group = next(one for one in groups_to_reach(register, ON) if one.key == "district:33.19.01")

    assert group.people == 20 + 2 * len(villages("33.19.01"))
    assert len(office_groups(register)) == 2


def test_a_kecamatans_session_made_by_hand_is_for_its_villages_too():
    register = kabupaten(areas=True)
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.DISTRICT,
            office_ids=(),
            district_codes=("33.19.01",),
            held_on=date(2020, 2, 20),
        )
    )

    inside = [one for one in groups_to_reach(register, ON) if one.district_code == "33.19.01"]

    assert len(inside) > 1
    assert {one.sessions for one in inside} == {0}


def test_a_village_that_was_named_leaves_its_cluster():
    register = kabupaten(areas=True)
    before = next(one for one in groups_to_reach(register, ON) if one.kind is GroupKind.CLUSTER)
    gone = before.village_codes[0]
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.DISTRICT,
            office_ids=(),
            village_codes=(gone,),
            held_on=date(2020, 2, 20),
        )
    )

    after = next(one for one in groups_to_reach(register, ON) if one.key == before.key)

    assert after.village_codes == before.village_codes[1:]
    assert after.left == before.left - 10


def test_a_group_the_office_leaves_out_is_told_with_its_note():
    register = kabupaten()
    key = office_groups(register)[FIRST_OFFICE].key
    set_group(register, an_own_group(id="", key=key, is_left_out=True, note="WFH"))

    group = office_groups(register)[FIRST_OFFICE]

    assert (group.sessions, group.why) == (0, "tidak direncanakan: WFH")


def test_the_offices_own_words_go_before_what_is_derived():
    register = kabupaten()
    key = office_groups(register)[SECOND_OFFICE].key
    hall = register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=300))
    set_group(
        register, an_own_group(id="", key=key, people=90, room=30, venue_id=hall.id, max_per_day=3)
    )

    group = office_groups(register)[SECOND_OFFICE]

    assert (group.people, group.room, group.venue, group.max_per_day) == (90, 30, "Pendopo", 3)
    assert group.sessions == 3


def test_rows_of_the_board_choose_the_groups_that_stand_for_them():
    register = kabupaten(areas=True)
    village = villages("33.19.02")[0].code

    found = groups_to_reach(register, ON, only=[f"village:{village}"])

    assert [one.kind for one in found] == [GroupKind.CLUSTER]


def test_after_a_plan_is_accepted_nobody_is_left():
    register = kabupaten()
    accepted(register)

    assert {one.left for one in groups_to_reach(register, ON)} == {0}


@pytest.mark.parametrize("code", ["33.19.02", "33.19.05", "33.18.10"])
def test_clusters_hold_every_village_once_and_are_of_like_size(code):
    found = village_clusters(code, 5)
    sizes = [len(one) for one in found]

    assert sorted(v.code for one in found for v in one) == [v.code for v in villages(code)]
    assert max(sizes) <= 5
    assert max(sizes) - min(sizes) <= 1


def test_clusters_do_not_depend_on_the_order_of_the_villages():
    inside = villages("33.19.02")

    assert clusters(inside[::-1], 4) == clusters(inside, 4)


def test_planning_hours_outside_office_hours_are_refused():
    register = kabupaten()

    late = replace(planning_rules_of(register), afternoon_until=time(17))
    with pytest.raises(InvalidRecord) as refused:
        set_rules(register, late)

    assert "07.30–15.30" in refused.value.problems["afternoon_until"]
