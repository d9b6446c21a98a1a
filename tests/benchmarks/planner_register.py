"""Registers to plan from: a large one with 2,000 accepted sessions, a kabupaten just set up."""

from __future__ import annotations

from datetime import date

from census_desk.calendar import working_days
from census_desk.desk import Desk
from census_desk.people import Office
from census_desk.programme import Phase, Programme
from census_desk.register import Register
from census_desk.sessions.planning.accepting import accept
from census_desk.sessions.planning.forming import form_teams
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.setting_up import set_up

ON = date(2020, 2, 14)
LAST = date(2020, 5, 15)
OFFICES, TEAMS, SESSIONS = 200, 30, 2_000
ROOM = 40


def large() -> Register:
    """200 offices of 400 ASN, 30 teams by number, an empty calendar, and a plan of 2,000 lines."""
    register = Register.in_memory(actor="bench")
    ids = register.ids
    with register.change("Menyiapkan"):
        register.desks.add(
            Desk(id=ids(), office_name="Setda", regency_name="Kabupaten Kudus", place="Kudus")
        )
        name = "Sensus Penduduk 2020"
        register.programmes.add(Programme(id=ids(), name=name, short_name="SP"))
        register.phases.add(
            Phase(id=ids(), starts_on=ON, ends_on=LAST, known_from=ON, source="contoh")
        )
        register.planning_rules.add(PlanningRules(id=ids(), room=ROOM))
        for number in range(OFFICES):
            register.offices.add(
                Office(
                    id=ids(),
                    code=f"OPD{number:03}",
                    name=f"Dinas {number:03}",
                    short_name=f"Dinas {number:03}",
                    asn_count=ROOM * SESSIONS // OFFICES,
                    rank=number,
                )
            )
    form_teams(register, TEAMS, new_id=ids)
    register.plan_versions.add(plan(register))
    return register


def plan(register: Register) -> PlanVersion:
    """A plan that fills the half-days in order, one team after the other."""
    offices = [one.id for one in register.offices.all()]
    teams = [one.id for one in register.planning_teams.all()]
    halves = [
        (day, slot)
        for day in working_days(date(2020, 2, 17), LAST)
        for slot in (("AM", "PM") if day.weekday() < 4 else ("AM",))
    ]
    lines = [
        PlanLine(
            group=f"office:{offices[number % OFFICES]}",
            on=halves[number // TEAMS][0],
            slot=halves[number // TEAMS][1],
            team_id=teams[number % TEAMS],
            people=ROOM,
        )
        for number in range(SESSIONS)
    ]
    return PlanVersion(id=register.ids(), number=1, made_on=ON, reason="contoh", lines=tuple(lines))


def take(register: Register) -> int:
    """Accept the plan; how many sessions that makes."""
    (version,) = register.plan_versions.all()
    return len(accept(register, version.id, on=ON, new_id=register.ids).made)


def fresh(code: str, teams: int) -> Register:
    """A kabupaten as the wizard of the first start leaves it, and so many teams by number."""
    register = Register.in_memory(actor="bench")
    set_up(register, regency_code=code, office_name="Setda", emblem="", new_id=register.ids)
    form_teams(register, teams, members=3, min_present=2, new_id=register.ids)
    return register
