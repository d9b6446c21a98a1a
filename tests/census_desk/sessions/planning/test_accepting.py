"""From the register to a request, a kept plan, and sessions in one undoable step."""

from dataclasses import replace
from datetime import date, time

import pytest

from census_desk.errors import CensusDeskError
from census_desk.letters.letter import LetterStatus
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.mistakes import request_mistakes
from census_desk.sessions.planner.replanning import LockedSessionHit, Strength
from census_desk.sessions.planning.accepting import (
    ForbiddenLines,
    OutdatedLines,
    accept,
    decline,
)
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.closed import Closed, WeeklyClosed
from census_desk.sessions.planning.drafting import forbid, put, unlock
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.proposing import proposal
from census_desk.sessions.planning.refusing import CannotPlan
from census_desk.sessions.planning.settings import planning_rules_of, set_group
from census_desk.sessions.planning.versions import (
    as_it_stands,
    draft_in_front,
    draft_lines,
    standing_lines,
)
from census_desk.sessions.planning.waiting import planning_due
from census_desk.sessions.rules import ClashKind
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.scheduling import move
from census_desk.sessions.session import Invitees, SessionKind, SessionStatus
from tests.census_desk.builders import (
    a_day_change,
    a_letter,
    a_letterhead,
    a_session,
    a_signatory,
    an_own_group,
)
from tests.census_desk.sessions.planning.campaign import (
    ON,
    accepted,
    kabupaten,
    planned,
    team_named,
)

MONDAY = date(2020, 2, 17)


def rules_are(register, **changes):
    register.planning_rules.replace(replace(planning_rules_of(register), **changes))


def on_leave(register, name, first, last):
    person = next(one for one in register.facilitators.all() if one.name == name)
    leave = (Leave(first=first, last=last, reason="cuti"),)
    register.facilitators.replace(replace(person, leave=leave))


def test_a_request_has_no_mistake_and_begins_on_the_next_working_day():
    request = request_of(kabupaten(), ON)

    assert request_mistakes(request) == []
    assert request.days[0].on == MONDAY


def test_a_closed_day_a_closed_half_and_a_friday_afternoon_are_not_used():
    register = kabupaten()
    tuesday, wednesday = date(2020, 2, 18), date(2020, 2, 19)
    closed = (Closed(first=tuesday, last=tuesday, reason="rapat"),)
    rules_are(register, closed=closed, weekly=(WeeklyClosed(weekday=2, slot="AM"),))

    days = {one.on: one.slots for one in request_of(register, ON).days}

    assert tuesday not in days
    assert days[wednesday] == ("PM",)
    assert days[date(2020, 2, 21)] == ("AM",)


def test_a_hall_of_one_person_is_asked_about_and_not_believed():
    register = kabupaten()
    hall = register.venues.all()[0]
    register.venues.replace(replace(hall, capacity=1))

    with pytest.raises(CannotPlan, match="Aula DKK tercatat hanya untuk 1 orang"):
        request_of(register, ON)


def test_a_holiday_known_only_later_is_still_a_working_day():
    register = kabupaten()
    register.day_changes.add(
        a_day_change(id=register.ids(), on=MONDAY, known_from=date(2020, 2, 15))
    )

    assert request_of(register, ON).days[0].on == MONDAY
    assert request_of(register, date(2020, 2, 15)).days[0].on == date(2020, 2, 18)


def test_without_a_team_a_sentence_says_what_is_missing():
    register = kabupaten()
    for team in register.planning_teams.all():
        register.planning_teams.remove(team.id)

    with pytest.raises(CannotPlan, match="Belum ada tim"):
        request_of(register, ON)


def test_after_the_last_day_a_sentence_names_the_period():
    with pytest.raises(CannotPlan, match="masa rencana"):
        request_of(kabupaten(), date(2020, 4, 2))


def test_a_team_too_few_of_which_are_free_stands_where_the_others_keep_it():
    register = kabupaten(teams=1)
    both = tuple(one.id for one in register.facilitators.all())
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.COORDINATION,
            held_on=MONDAY,
            starts_at=time(9),
            ends_at=time(10),
            facilitator_ids=both,
            office_ids=(register.offices.all()[0].id,),
        )
    )

    version = planned(register)

    assert (MONDAY, "AM") not in {(one.on, one.slot) for one in version.lines}
    assert len(version.lines) == 3


def test_a_hall_somebody_else_uses_is_left_free():
    register = kabupaten()
    hall = register.venues.all()[0]
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.TRAINING,
            groups=("Petugas",),
            office_ids=(),
            held_on=MONDAY,
            starts_at=time(9),
            ends_at=time(10),
            venue_id=hall.id,
        )
    )

    version = planned(register)

    key = next(one.key for one in groups_to_reach(register, ON) if one.venue_id)
    assert (key, MONDAY, "AM") not in {(one.group, one.on, one.slot) for one in version.lines}


def test_a_kept_plan_is_the_draft_in_front_with_its_reason_and_number():
    register = kabupaten()
    planned(register, reason="percobaan")
    version = planned(register, reason="dengan tiga tim")

    assert draft_in_front(register) == version
    assert (version.number, version.reason) == (2, "dengan tiga tim")
    assert len(draft_lines(register)) == 3


def test_a_declined_plan_is_kept_but_no_longer_in_front():
    register = kabupaten()
    version = planned(register)
    decline(register, version.id)

    assert draft_in_front(register) is None
    assert register.plan_versions.get(version.id).lines == version.lines


def test_an_accepted_line_is_an_ordinary_session():
    register = kabupaten()
    made = accepted(register).made

    first = next(one for one in made if "Kesehatan" in one.title)
    assert first.title == (
        "Sosialisasi Sensus Penduduk 2020 bagi ASN Dinas Kesehatan (kelompok 1 dari 2)"
    )
    assert (first.invitees, first.invited_count) == (Invitees.COUNT, 50)
    assert (first.venue, first.status) == ("Aula DKK", SessionStatus.PLANNED)
    assert (first.starts_at, first.ends_at) == (time(8, 30), time(10, 30))
    assert len(made) == 3


def test_the_facilitators_are_those_of_the_team_who_are_there_that_day():
    register = kabupaten(teams=1)
    on_leave(register, "Bowo", MONDAY, date(2020, 3, 31))

    made = accepted(register).made

    ani = next(one.id for one in register.facilitators.all() if one.name == "Ani")
    assert {one.facilitator_ids for one in made} == {(ani,)}


def test_a_team_without_names_leads_by_its_own_name():
    register = kabupaten()
    register.planning_teams.remove(team_named(register, "Tim Satu").id)

    made = accepted(register).made

    assert {one.facilitators for one in made} == {("Tim 2",)}


def test_some_lines_are_accepted_and_the_others_stay_a_draft():
    register = kabupaten()
    version = planned(register)

    done = accept(register, version.id, [1], on=ON, new_id=register.ids)

    assert len(done.made) == 1
    assert len(draft_lines(register)) == 2


def test_accepting_twice_does_nothing_twice():
    register = kabupaten()
    version = planned(register)
    accept(register, version.id, on=ON, new_id=register.ids)
    before = register.rev

    again = accept(register, version.id, on=ON, new_id=register.ids)

    assert (again.made, again.moved, register.rev) == ((), (), before)


def test_only_lines_that_stand_exactly_so_count_as_sessions():
    register = kabupaten(teams=1)
    accepted(register)
    session = min(register.sessions.all(), key=lambda one: one.held_on)
    forbid(register, session.plan_key, session.held_on)
    before = draft_in_front(register)

    version = planned(register, request=planning_again(register, ON, Strength.HIT))

    moving = {at for at, one in enumerate(version.lines) if one.session_id == session.id}
    assert standing_lines(register, version, ON) == frozenset(range(3)) - moving
    assert len(standing_lines(register, before, ON)) == 3
    accept(register, version.id, on=ON, new_id=register.ids)
    assert len(standing_lines(register, before, ON)) == 2


def test_one_undo_takes_a_whole_plan_back_byte_by_byte():
    register = kabupaten()
    version = planned(register)
    before = everything(register)

    accept(register, version.id, on=ON, new_id=register.ids)
    register.undo()

    assert everything(register) == before


def everything(register):
    return {
        name: {one.id: repr(one) for one in register.collection(name).all()}
        for name in register.catalogue
    }


def test_a_line_the_rules_forbid_is_refused_by_name_and_nothing_is_done():
    register = kabupaten()
    version = planned(register)
    line = next(one for one in version.lines if one.team_id == team_named(register, "Tim Satu").id)
    _meet(register, line)
    before = register.rev

    with pytest.raises(ForbiddenLines, match=r"DKK|Setda"):
        accept(register, version.id, on=ON, new_id=register.ids)

    assert register.rev == before


def test_the_rest_can_be_accepted_without_the_forbidden_line():
    register = kabupaten()
    version = planned(register)
    line = next(one for one in version.lines if one.people == 50)
    _occupy(register, line)

    done = accept(register, version.id, on=ON, new_id=register.ids, skip_forbidden=True)

    assert [one.line for one in done.refused] == [line]
    assert len(done.made) == 2


def _meet(register, line):
    """Both facilitators of the team are somewhere else at that time, at a session of count."""
    _occupy(register, line)
    for session in register.sessions.all():
        register.sessions.replace(replace(session, facilitators=("Ani", "Bowo")))


def _occupy(register, line):
    """Somebody uses every hall at the time of a line."""
    hall = register.venues.all()[0]
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.TRAINING,
            office_ids=(),
            groups=("Petugas",),
            venue_id=hall.id,
            held_on=line.on,
            starts_at=time(9) if line.slot == "AM" else time(14),
            ends_at=time(10) if line.slot == "AM" else time(15),
        )
    )


def test_planned_sessions_break_no_rule_and_clash_with_nothing():
    register = kabupaten(areas=True, teams=4)
    version = planned(register)
    request = request_of(register, ON)

    assert violations(request, [one.as_planned() for one in version.lines]) == ()
    accept(register, version.id, on=ON, new_id=register.ids)
    schedule = Schedule(register, ON)
    hard = {
        clash.kind
        for session in register.sessions.all()
        for clash in schedule.clashes(session)
        if clash.kind is not ClashKind.TRAVEL
    }
    assert hard == set()


def test_leave_moves_only_the_session_it_hits_and_keeps_why_it_moved():
    register = kabupaten(teams=1)
    accepted(register)
    mine = team_named(register, "Tim Satu").id
    led = [one for one in register.sessions.all() if one.facilitator_ids]
    away = led[0].held_on
    for name in ("Ani", "Bowo"):
        on_leave(register, name, away, away)

    request = planning_again(register, ON, Strength.HIT)
    version = planned(register, request=request, reason="cuti bersama")
    done = accept(register, version.id, on=ON, new_id=register.ids)

    assert {one.id for one in done.moved} == {one.id for one in led if one.held_on == away}
    assert done.made == ()
    (why,) = {one.moves[-1].reason for one in done.moved}
    assert why.startswith("Tim Satu tidak cukup anggota pada")
    assert mine not in {one.team for one in request.locked if one.on == away}


def test_an_invited_session_is_planned_anew_with_time_to_write_to_people_again():
    register = kabupaten()
    rules_are(register, first_on=date(2020, 2, 27))
    accepted(register)
    rules_are(register, first_on=None)
    session = register.sessions.all()[0]
    _invite(register, session)
    forbid(register, session.plan_key, session.held_on)

    version = planned(register, request=planning_again(register, ON, Strength.HIT))

    (line,) = [one for one in version.lines if one.session_id == session.id]
    assert line.on >= date(2020, 2, 19)  # the third working day after a Friday


def test_an_invited_session_that_stands_on_a_near_day_stays_there():
    register = kabupaten()
    accepted(register)
    session = min(register.sessions.all(), key=lambda one: one.held_on)
    _invite(register, session)

    version = planned(register, request=planning_again(register, ON, Strength.USUAL))

    assert session.held_on == MONDAY
    assert session.id in {one.session_id for one in version.lines if one.on == MONDAY}


def test_letters_of_a_moved_session_are_told_before_it_moves():
    register = kabupaten(teams=1)
    accepted(register)
    hit = register.sessions.all()[0]
    _invite(register, hit)
    for name in ("Ani", "Bowo"):
        on_leave(register, name, hit.held_on, hit.held_on)

    request = planning_again(register, ON, Strength.HIT)
    told = proposal(register, planned(register, request=request, reason="cuti"), ON)

    assert [one.letter.session_id for one in told.letters] == [hit.id]


def _invite(register, session):
    signatory = register.signatories.add(a_signatory(id=register.ids()))
    letterhead = register.letterheads.add(a_letterhead(id=register.ids()))
    letter = a_letter(
        id=register.ids(),
        session_id=session.id,
        status=LetterStatus.SENT,
        number="005/1/2020",
        signatory_id=signatory.id,
        letterhead_id=letterhead.id,
        recipients=("Kepala Dinas Kesehatan",),
        body="{hari_tanggal_acara} pukul {waktu_acara} di {tempat_acara}",
    )
    register.letters.add(letter)


def test_a_session_whose_letters_are_out_stays():
    register = kabupaten()
    accepted(register)
    session = register.sessions.all()[0]
    _invite(register, session)

    request = request_of(register, ON)

    assert [(one.on, one.unit) for one in request.locked] == [(session.held_on, session.plan_key)]


def test_a_session_the_clerk_releases_may_move_although_its_letters_are_out():
    register = kabupaten()
    version = planned(register)
    accept(register, version.id, on=ON, new_id=register.ids)
    version = register.plan_versions.get(version.id)
    _invite(register, register.sessions.get(version.lines[0].session_id))

    unlock(register, version.id, 0)

    assert request_of(register, ON).locked == ()


def test_a_locked_session_that_cannot_stay_is_refused_by_name():
    register = kabupaten(teams=1)
    accepted(register)
    session = next(one for one in register.sessions.all() if "Kesehatan" in one.title)
    register.sessions.replace(replace(session, is_locked=True))
    for name in ("Ani", "Bowo"):
        on_leave(register, name, session.held_on, session.held_on)

    with pytest.raises(LockedSessionHit, match="DKK"):
        request_of(register, ON)


def test_with_some_groups_asked_for_all_other_sessions_stay():
    register = kabupaten()
    accepted(register)
    first, second = (one.key for one in groups_to_reach(register, ON))
    set_group(register, an_own_group(id="", key=second, people=80))

    request = request_of(register, ON, only=[second])

    assert {one.unit for one in request.locked} == {first}


def test_no_reached_group_is_asked_for():
    register = kabupaten()
    first, second = groups_to_reach(register, ON)
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.OFFICE,
            office_ids=second.office_ids,
            status=SessionStatus.HELD,
            held_on=date(2020, 2, 12),
        )
    )

    assert {unit.code for unit in request_of(register, ON).units} == {first.key}


def test_a_line_whose_day_has_come_is_refused_by_name():
    register = kabupaten()
    version = planned(register)
    later = date(2020, 2, 18)

    with pytest.raises(OutdatedLines, match="Susun ulang"):
        accept(register, version.id, on=later, new_id=register.ids)
    done = accept(register, version.id, on=later, new_id=register.ids, skip_forbidden=True)

    assert {one.on for one in done.outdated} == {one.on for one in version.lines if one.on <= later}
    assert len(done.made) + len(done.outdated) == len(version.lines)


def test_a_group_that_got_its_session_by_hand_is_not_planned_twice():
    register = kabupaten()
    version = planned(register)
    line = next(one for one in version.lines if one.people == 30)
    office = line.group.removeprefix("office:")
    register.sessions.add(
        a_session(
            id=register.ids(),
            kind=SessionKind.OFFICE,
            office_ids=(office,),
            held_on=date(2020, 3, 10),
        )
    )

    with pytest.raises(OutdatedLines, match="Setda"):
        accept(register, version.id, on=ON, new_id=register.ids)


def test_a_plan_replaced_by_a_newer_one_is_not_accepted():
    register = kabupaten()
    first = planned(register)
    planned(register)

    with pytest.raises(CensusDeskError, match="diganti rencana 2"):
        accept(register, first.id, on=ON, new_id=register.ids)


def test_a_cancelled_session_leaves_its_people_to_be_planned_again():
    register = kabupaten()
    session = accepted(register).made[0]
    register.sessions.replace(
        replace(session, status=SessionStatus.CANCELLED, status_note="gedung rusak")
    )

    left = [one for one in groups_to_reach(register, ON) if one.sessions]

    assert [one.key for one in left] == [session.plan_key]


def test_a_session_moved_by_hand_is_not_moved_back_by_the_plan_it_came_from():
    register = kabupaten()
    version = planned(register)
    made = accept(register, version.id, on=ON, new_id=register.ids).made[0]
    elsewhere = date(2020, 3, 12)
    move(register, made.id, to_on=elsewhere, on=ON)

    again = accept(register, version.id, on=ON, new_id=register.ids)
    stands = as_it_stands(register, register.plan_versions.get(version.id), ON)

    assert (again.made, again.moved) == ((), ())
    assert elsewhere in {one.on for one in stands.lines}


def test_a_move_that_waits_for_acceptance_is_put_elsewhere_in_the_draft_only():
    register = kabupaten(teams=1)
    accepted(register)
    session = register.sessions.all()[0]
    for name in ("Ani", "Bowo"):
        on_leave(register, name, session.held_on, session.held_on)
    request = planning_again(register, ON, Strength.HIT)
    version = planned(register, request=request, reason="cuti")
    place = next(i for i, one in enumerate(version.lines) if one.session_id == session.id)

    after = put(register, version.id, place, to_on=date(2020, 3, 12), slot="AM", on=ON)

    assert register.sessions.get(session.id).held_on == session.held_on
    assert not after.lines[place].is_accepted
    assert planning_due(register, ON)[-1].title.startswith("Rencana kalender 2 belum diterima")


@pytest.mark.parametrize("how", ["forbidden", "closed", "closed for all"])
def test_a_line_whose_date_was_forbidden_since_is_refused_with_the_reason(how):
    register = kabupaten()
    version = planned(register)
    index = next(at for at, one in enumerate(version.lines) if one.people == 50)
    line = version.lines[index]
    span = Closed(first=line.on, last=line.on, reason="rapat kerja")
    if how == "forbidden":
        forbid(register, line.group, line.on, line.slot)
    elif how == "closed":
        set_group(register, an_own_group(id="", key=line.group, closed=(span,)))
    else:
        rules_are(register, closed=(span,))

    with pytest.raises(ForbiddenLines, match=r"dilarang bagi DKK|rapat kerja"):
        accept(register, version.id, [index], on=ON, new_id=register.ids)

    assert register.sessions.count() == 0
    (told,) = proposal(register, version, ON, [index]).lines
    assert told.is_forbidden
