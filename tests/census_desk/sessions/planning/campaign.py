"""A small kabupaten to plan: two offices, teams by number, and the sample without its sessions."""

from dataclasses import replace
from datetime import date

from census_desk.people import OfficeKind
from census_desk.register import Register
from census_desk.sample import build
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planner.replanning import Strength
from census_desk.sessions.planner.request import PlanRequest
from census_desk.sessions.planning.accepting import Accepted, accept
from census_desk.sessions.planning.asking import request_of
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.version import PlanVersion
from census_desk.travel import Position
from tests.census_desk.builders import (
    a_desk,
    a_facilitator,
    a_phase,
    a_programme,
    a_team,
    a_venue,
    an_office,
    planning_rules,
)

ON = date(2020, 2, 14)  # a Friday
LAST = date(2020, 3, 31)
HERE = Position(lat=-6.8, lon=110.84)
TRIES = 300
OF_A_SESSION = ("attendances", "sheet_returns", "session_files", "sheets")


def kabupaten(*, teams: int = 2, areas: bool = False) -> Register:
    """Kudus with two offices (100 and 30 ASN), two facilitators in one team, teams by number."""
    register = Register.in_memory()
    ids = register.ids
    register.desks.add(a_desk(id=ids(), regency_code="33.19"))
    register.programmes.add(a_programme(id=ids(), regency_code="33.19"))
    register.phases.add(
        a_phase(id=ids(), starts_on=date(2020, 2, 15), ends_on=LAST, known_from=date(2020, 2, 13))
    )
    register.planning_rules.add(
        planning_rules(id=ids(), reaches_districts=areas, reaches_villages=areas)
    )
    first = register.offices.add(
        an_office(id=ids(), code="DKK", name="Dinas Kesehatan", short_name="DKK", asn_count=100)
    )
    register.offices.add(
        an_office(
            id=ids(),
            code="SETDA",
            name="Sekretariat Daerah",
            short_name="Setda",
            asn_count=30,
            kind=OfficeKind.SECRETARIAT,
        )
    )
    register.venues.add(
        a_venue(id=ids(), name="Aula DKK", capacity=50, position=HERE, office_id=first.id)
    )
    people = [
        register.facilitators.add(a_facilitator(id=ids(), name=name)) for name in ("Ani", "Bowo")
    ]
    register.planning_teams.add(
        a_team(
            id=ids(),
            name="Tim Satu",
            facilitator_ids=tuple(one.id for one in people),
            extra_count=0,
            min_present=1,
        )
    )
    for number in range(2, teams + 1):
        register.planning_teams.add(a_team(id=ids(), name=f"Tim {number}", extra_count=1))
    return register


def planned(
    register: Register, on: date = ON, request: PlanRequest | None = None, reason: str = "pertama"
) -> PlanVersion:
    """A plan for the register's request, kept as a version; always the same one."""
    asked = request or request_of(register, on)
    plan = make_plan(asked, Limits(tries=TRIES), 1, clock=float)
    return keep_version(
        register,
        asked,
        plan,
        reason=reason,
        strength=Strength.FREE,
        on=on,
        new_id=register.ids(),
    )


def accepted(register: Register, on: date = ON) -> Accepted:
    """A plan of the register, all of its lines accepted."""
    return accept(register, planned(register, on).id, on=on, new_id=register.ids)


def empty_sample() -> Register:
    """The sample campaign with an empty calendar: offices, halls, people, teams, no session."""
    register = Register.in_memory()
    build(register)
    empty_calendar(register)
    return register


def empty_calendar(register: Register) -> None:
    """Take every session away, with what belongs to it."""
    with register.change("Mengosongkan kalender"):
        for name in OF_A_SESSION:
            for record in register.collection(name).all():
                register.collection(name).remove(record.id)
        for name in ("letters", "help_requests"):
            for record in register.collection(name).all():
                if record.session_id:
                    register.collection(name).replace(replace(record, session_id=""))
        for session in register.sessions.all():
            register.sessions.remove(session.id)


def team_named(register: Register, name: str) -> PlanningTeam:
    """The team called so."""
    return next(one for one in register.planning_teams.all() if one.name == name)
