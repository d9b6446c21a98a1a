"""Whatever the register: plans break no rule, nothing forbids the sessions, undo is whole."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from census_desk.register import Register
from census_desk.register.codec import codec_of, to_bytes
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planner.mistakes import request_mistakes
from census_desk.sessions.planner.replanning import LockedSessionHit, Strength
from census_desk.sessions.planning.accepting import accept
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.closed import WeeklyClosed
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.hits import hits
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.refusing import CannotPlan
from census_desk.sessions.planning.taken import Taken
from census_desk.sessions.rules import Severity
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.session import Session, SessionKind, SessionStatus
from census_desk.setting_up import set_up
from tests.census_desk.builders import (
    a_desk,
    a_facilitator,
    a_programme,
    a_session,
    a_team,
    a_venue,
    a_visit,
    an_office,
    planning_rules,
)
from tests.census_desk.sessions.planning.campaign import ON

LAST = date(2020, 3, 6)
days = st.dates(date(2020, 2, 10), LAST)
people = st.integers(2, 6)


@st.composite
def campaigns(draw) -> Register:
    """A few offices with and without halls, teams, leave, sessions by hand and visits."""
    register = Register.in_memory()
    ids = register.ids
    register.desks.add(a_desk(id=ids()))
    register.programmes.add(a_programme(id=ids()))
    weekly = (WeeklyClosed(weekday=draw(st.integers(0, 4)), slot="AM"),)
    register.planning_rules.add(
        planning_rules(
            id=ids(),
            last_on=LAST,
            friday_afternoons=draw(st.booleans()),
            weekly=weekly if draw(st.booleans()) else (),
        )
    )
    offices, halls = [], []
    for number in range(draw(st.integers(1, 5))):
        office = an_office(
            id=ids(),
            code=f"O{number}",
            short_name=f"O{number}",
            asn_count=draw(st.integers(0, 300)),
        )
        offices.append(register.offices.add(office))
        if draw(st.booleans()):
            seats = draw(st.none() | st.integers(15, 90))
            hall = a_venue(id=ids(), name=f"Aula {number}", capacity=seats, office_id=office.id)
            halls.append(register.venues.add(hall))
    _people(draw, register)
    for _each in range(draw(st.integers(0, 8))):
        register.sessions.add(_by_hand(draw, register, offices, halls))
    if draw(st.booleans()):
        register.visits.add(_visit(draw, register, offices))
    return register


def _people(draw, register) -> None:
    names = [f"Orang {number}" for number in range(draw(people))]
    known = []
    for name in names:
        first = draw(days)
        leave = (Leave(first=first, last=first + timedelta(days=draw(st.integers(0, 5)))),)
        person = a_facilitator(
            id=register.ids(), name=name, leave=leave if draw(st.booleans()) else ()
        )
        known.append(register.facilitators.add(person).id)
    for number in range(draw(st.integers(1, 3))):
        mine = tuple(known[number::3])
        extra = draw(st.integers(0, 1)) if mine else 1
        register.planning_teams.add(
            a_team(
                id=register.ids(),
                name=f"Tim {number}",
                facilitator_ids=mine,
                extra_count=extra,
                min_present=draw(st.integers(1, len(mine) + extra)),
            )
        )


def _by_hand(draw, register, offices, halls) -> Session:
    start = draw(st.sampled_from((time(8), time(9, 30), time(11), time(13, 30))))
    on = draw(days)
    hall = draw(st.sampled_from([None, *halls]))
    leaders = [one.id for one in register.facilitators.all()]
    chosen = draw(st.lists(st.sampled_from(leaders), min_size=1, max_size=3, unique=True))
    is_over = on < ON and draw(st.booleans())
    return a_session(
        id=register.ids(),
        kind=SessionKind.OFFICE,
        office_ids=(draw(st.sampled_from(offices)).id,),
        held_on=on,
        starts_at=start,
        ends_at=time(start.hour + 2, start.minute),
        venue_id=hall.id if hall else "",
        facilitator_ids=tuple(chosen),
        status=SessionStatus.HELD if is_over else SessionStatus.PLANNED,
    )


def _visit(draw, register, offices):
    names = [one.name for one in register.facilitators.all()]
    return a_visit(
        id=register.ids(),
        office_id=draw(st.sampled_from(offices)).id,
        held_on=draw(days),
        starts_at=time(9),
        ends_at=time(10),
        officers=tuple(names[:1]),
    )


def a_plan(register, request, strength=Strength.FREE):
    plan = make_plan(request, Limits(tries=150), 1, clock=float)
    return keep_version(
        register,
        request,
        plan,
        reason="rencana",
        strength=strength,
        on=ON,
        new_id=register.ids(),
    )


def everything(register) -> dict[str, bytes]:
    """Every record of the register as it is saved."""
    return {
        f"{name} {one.id}": to_bytes(codec_of(type(one)).encode(one))
        for name in register.catalogue
        for one in register.collection(name).all()
    }


def hard_clashes(register, sessions) -> list[str]:
    schedule = Schedule(register, ON)
    return [
        clash.sentence
        for one in sessions
        for clash in schedule.clashes(one)
        if clash.severity is Severity.FORBID
    ]


@given(register=campaigns())
@settings(max_examples=60)
def test_an_accepted_plan_breaks_no_rule_and_nothing_forbids_it(register):
    try:
        request = request_of(register, ON)
    except CannotPlan:
        return
    version = a_plan(register, request)

    made = accept(register, version.id, on=ON, new_id=register.ids).made

    assert request_mistakes(request) == []
    lines = [one.as_planned() for one in version.lines]
    assert violations(request, [*request.locked, *lines]) == ()
    assert hard_clashes(register, made) == []
    assert hits(register, ON) == ()


@given(register=campaigns())
@settings(max_examples=60)
def test_no_request_asks_for_a_group_of_which_nobody_is_left(register):
    try:
        request = request_of(register, ON)
    except CannotPlan:
        return

    asked = {unit.code for unit in request.units if unit.kind != Taken.KIND}
    assert asked == {one.key for one in groups_to_reach(register, ON) if one.sessions}


@given(register=campaigns())
@settings(max_examples=40)
def test_undo_brings_every_byte_back(register):
    try:
        version = a_plan(register, request_of(register, ON))
    except CannotPlan:
        return
    before = everything(register)

    done = accept(register, version.id, on=ON, new_id=register.ids)
    if done.made:
        register.undo()

    assert everything(register) == before


@given(register=campaigns(), day=st.dates(date(2020, 2, 17), LAST))
@settings(max_examples=40)
def test_the_small_repair_leaves_what_is_not_hit_where_it_is(register, day):
    try:
        version = a_plan(register, request_of(register, ON))
        accept(register, version.id, on=ON, new_id=register.ids)
        for person in register.facilitators.all():
            leave = (*person.leave, Leave(first=day, last=day))
            register.facilitators.replace(replace(person, leave=leave))
        hit = {one.session.id for one in hits(register, ON)}
        request = planning_again(register, ON, Strength.HIT)
    except (CannotPlan, LockedSessionHit):
        return
    again = a_plan(register, request, Strength.HIT)

    done = accept(register, again.id, on=ON, new_id=register.ids)

    assert {one.id for one in done.moved} <= hit


def test_a_kabupaten_just_set_up_is_planned_with_teams_by_number():
    register = Register.in_memory()
    set_up(register, regency_code="33.18", office_name="Setda", emblem="", new_id=register.ids)
    for number in range(6):
        register.planning_teams.add(a_team(id=register.ids(), name=f"Tim {number}"))

    version = a_plan(register, request_of(register, ON))
    done = accept(register, version.id, on=ON, new_id=register.ids)

    assert version.missing == ()
    assert len(done.made) > 130
    assert {one.left for one in groups_to_reach(register, ON)} == {0}
