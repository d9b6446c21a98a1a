"""After the plan is accepted: what can stay no more, why, and how it is mended."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.due_item import When
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planner.fixes import with_fixes
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planner.replanning import Strength
from census_desk.sessions.planning.accepting import accept, decline
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.closed import Closed
from census_desk.sessions.planning.fix_effects import fix_effects
from census_desk.sessions.planning.fixing import CannotApply, apply_fix, can_apply
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.hits import hits
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.settings import planning_rules_of, set_group
from census_desk.sessions.planning.version import PlanFix, PlanFixPart
from census_desk.sessions.planning.waiting import planning_due
from tests.census_desk.builders import a_day_change, a_venue, an_own_group
from tests.census_desk.sessions.planning.campaign import (
    ON,
    TRIES,
    accepted,
    empty_sample,
    kabupaten,
    planned,
    team_named,
)


def health(register):
    return next(one for one in register.sessions.all() if "Kesehatan" in one.title)


def on_leave(register, day):
    for person in register.facilitators.all():
        leave = (Leave(first=day, last=day, reason="cuti"),)
        register.facilitators.replace(replace(person, leave=leave))


def repaired(register, reason="perbaikan"):
    request = planning_again(register, ON, Strength.HIT)
    version = planned(register, request=request, reason=reason)
    return accept(register, version.id, on=ON, new_id=register.ids)


def test_an_accepted_plan_has_no_hit():
    register = kabupaten(teams=3, areas=True)
    accepted(register)

    assert hits(register, ON) == ()


def test_leave_entered_later_names_who_is_away():
    register = kabupaten(teams=1)
    accepted(register)
    day = health(register).held_on
    on_leave(register, day)

    found = hits(register, ON)

    assert {one.session.held_on for one in found} == {day}
    assert "Tim Satu tidak cukup anggota" in found[0].sentence
    assert "Ani, Bowo cuti" in found[0].sentence


def test_a_team_that_is_gone_is_told():
    register = kabupaten(teams=2)
    accepted(register)
    register.planning_teams.remove(team_named(register, "Tim Satu").id)

    assert {one.sentence for one in hits(register, ON)} == {"Tim sesi ini tidak ada lagi."}


def test_a_holiday_that_became_known_is_named():
    register = kabupaten()
    accepted(register)
    day = health(register).held_on
    register.day_changes.add(
        a_day_change(id=register.ids(), on=day, name="Hari jadi Kudus", known_from=ON)
    )

    assert "Hari jadi Kudus" in hits(register, ON)[0].sentence


def test_a_day_the_office_asks_to_leave_out_hits_its_session_only():
    register = kabupaten()
    accepted(register)
    session = health(register)
    closed = (Closed(first=session.held_on, last=session.held_on, reason="akreditasi"),)
    set_group(register, an_own_group(id="", key=session.plan_key, closed=closed))

    [hit] = hits(register, ON)

    assert hit.session == session
    assert "akreditasi" in hit.sentence


def test_a_hall_made_smaller_hits_those_invited_into_it():
    register = kabupaten()
    accepted(register)
    hall = register.venues.all()[0]
    register.venues.replace(replace(hall, capacity=30))

    found = hits(register, ON)

    assert {one.session.venue for one in found} == {"Aula DKK"}
    assert "hanya untuk 30 orang" in found[0].sentence


def test_after_a_smaller_hall_the_repair_makes_sessions_that_fit():
    register = kabupaten()
    accepted(register)
    hall = register.venues.all()[0]
    register.venues.replace(replace(hall, capacity=30))

    repaired(register)

    mine = [one for one in register.sessions.all() if one.venue_id == hall.id]
    assert sorted(one.invited_count for one in mine) == [25, 25, 25, 25]
    assert hits(register, ON) == ()


def test_a_hall_taken_away_moves_the_sessions_to_the_new_one():
    register = kabupaten()
    accepted(register)
    key = health(register).plan_key
    pendopo = register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=90))
    set_group(register, an_own_group(id="", key=key, venue_id=pendopo.id))

    assert "sekarang Pendopo" in hits(register, ON)[0].sentence
    repaired(register, "aula dipakai")

    assert health(register).venue == "Pendopo"
    assert health(register).moves[-1].reason.startswith("Tempatnya sekarang Pendopo")
    assert hits(register, ON) == ()


def test_a_repair_changes_little_and_leaves_nothing_hit():
    register = kabupaten(teams=3, areas=True)
    accepted(register)
    day = date(2020, 2, 18)
    hit = [one for one in register.sessions.all() if one.facilitator_ids and one.held_on == day]
    on_leave(register, day)

    done = repaired(register)

    assert {one.id for one in done.moved} == {one.id for one in hit}
    assert hits(register, ON) == ()


def test_what_is_hit_and_what_waits_for_acceptance_is_due():
    register = kabupaten(teams=1)
    version = planned(register)
    [draft] = planning_due(register, ON)
    accept(register, version.id, on=ON, new_id=register.ids)
    nothing = planning_due(register, ON)
    on_leave(register, health(register).held_on)
    [hit] = planning_due(register, ON)

    assert draft.title == "Rencana kalender 1 belum diterima: 3 sesi"
    assert nothing == ()
    assert (hit.when, hit.record_id) == (When.TODAY, "plan:")


def test_a_declined_plan_is_not_due():
    register = kabupaten()
    decline(register, planned(register).id)

    assert planning_due(register, ON) == ()


def a_short_plan(register, **limits):
    """A plan of a register with too little room, with its reasons and fixes kept."""
    request = request_of(register, ON)
    plan = make_plan(request, Limits(tries=TRIES), 1, clock=float)
    assert plan.shortage is not None
    plan = replace(plan, shortage=with_fixes(request, plan.shortage, plan.sessions))
    return keep_version(
        register, request, plan, reason="sempit", on=ON, new_id=register.ids(), **limits
    )


def narrow():
    """Two days, one team, and a hall for 20 of 100 people: too little room."""
    register = kabupaten(teams=1)
    rules = replace(planning_rules_of(register), last_on=date(2020, 2, 18))
    register.planning_rules.replace(rules)
    hall = register.venues.all()[0]
    register.venues.replace(replace(hall, capacity=20))
    return register


def test_what_found_no_place_is_kept_with_its_reason_and_ways_out():
    version = a_short_plan(narrow())

    assert sum(one.sessions for one in version.missing) == 2
    assert "sesi" in version.reasons[0].sentence
    assert version.fixes
    assert all(one.parts for one in version.fixes)


@pytest.mark.parametrize(
    ("kind", "count"), [("day", 2), ("team", 1), ("friday", 1), ("deadline", 1)]
)
def test_a_fix_made_of_records_is_carried_out(kind, count):
    register = narrow()
    before = len(request_of(register, ON).days), len(request_of(register, ON).teams)
    fix = PlanFix(price=1, sentence="Jalan keluar.", parts=(PlanFixPart(kind=kind, count=count),))

    apply_fix(register, fix, ON)

    request = request_of(register, ON)
    assert can_apply(fix)
    assert len(request.days) - before[0] == (count if kind == "day" else 0)
    assert len(request.teams) - before[1] == (count if kind == "team" else 0)
    assert planning_rules_of(register).friday_afternoons == (kind == "friday")


def days_fix(count):
    part = PlanFixPart(kind="day", count=count)
    return PlanFix(price=6, sentence="Hari kerja lagi.", parts=(part,))


def test_more_days_are_taken_before_the_window_first_and_never_before_tomorrow():
    register = kabupaten()
    one_day = date(2020, 2, 19)
    rules = planning_rules_of(register)
    register.planning_rules.replace(replace(rules, first_on=one_day, last_on=one_day))

    told = fix_effects(register, days_fix(3), ON)
    apply_fix(register, days_fix(3), ON)

    days = [day.on for day in request_of(register, ON).days]
    assert days == [date(2020, 2, 17), date(2020, 2, 18), one_day, date(2020, 2, 20)]
    assert told == "Masa rencana menjadi 17–20 Februari 2020."


def test_more_days_than_the_online_phase_has_are_told_to_be_late():
    register = kabupaten()

    told = fix_effects(register, days_fix(1), ON)

    assert "tahap sensus daring berakhir (31/03/2020)" in told


def test_a_way_out_names_the_hall_a_group_would_go_to():
    register = narrow()
    key = next(one.key for one in groups_to_reach(register, ON) if one.venue_id)
    part = PlanFixPart(kind="hall", codes=(key,))
    register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=120))

    told = fix_effects(register, PlanFix(price=2, sentence="Gedung.", parts=(part,)), ON)

    assert told == "Pindah tempat: DKK ke Pendopo (120 orang)."


def test_a_bigger_hall_is_taken_from_the_list_or_asked_for():
    register = narrow()
    key = next(one.key for one in groups_to_reach(register, ON) if one.venue_id)
    part = PlanFixPart(kind="hall", codes=(key,))
    fix = PlanFix(price=2, sentence="Gedung lebih besar.", parts=(part,))
    with pytest.raises(CannotApply, match="tambahkan dulu"):
        apply_fix(register, fix, ON)
    register.venues.add(a_venue(id=register.ids(), name="Pendopo", capacity=100))

    apply_fix(register, fix, ON)

    group = next(one for one in groups_to_reach(register, ON) if one.key == key)
    assert (group.venue, group.sessions) == ("Pendopo", 1)


def test_what_people_must_arrange_is_only_told():
    fix = PlanFix(price=0, sentence="Gabungkan.", parts=(PlanFixPart(kind="merge"),))

    assert not can_apply(fix)
    with pytest.raises(CannotApply, match="Penggabungan"):
        apply_fix(narrow(), fix, ON)


def test_a_team_taken_away_is_told_and_the_first_way_out_mends_it():
    register, on = empty_sample(), date(2020, 2, 21)
    version = planned(register, on)
    accept(register, version.id, on=on, new_id=register.ids)
    register.planning_teams.remove(team_named(register, "Tim Timur").id)

    hit = hits(register, on)
    short = again(register, on)
    assert short.missing
    apply_fix(register, short.fixes[0], on)
    mended = again(register, on)
    done = accept(register, mended.id, on=on, new_id=register.ids)

    assert {one.sentence for one in hit} == {"Tim sesi ini tidak ada lagi."}
    assert "2 tim hanya punya" in short.reasons[0].sentence
    assert mended.missing == ()
    assert done.made == ()
    assert hits(register, on) == ()


def again(register, on):
    """The campaign planned again after an event, with the ways out kept."""
    request = planning_again(register, on, Strength.USUAL)
    plan = make_plan(request, Limits(tries=5_000), 1, clock=float)
    if plan.shortage is not None:
        plan = replace(plan, shortage=with_fixes(request, plan.shortage, plan.sessions))
    return keep_version(
        register,
        request,
        plan,
        reason="tim berkurang",
        strength=Strength.USUAL,
        on=on,
        new_id=register.ids(),
    )
