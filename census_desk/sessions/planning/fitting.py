"""What records of the planner must keep to beside the others; asked before any of them is saved."""

from census_desk.errors import InvalidRecord
from census_desk.register import Register
from census_desk.sessions.diary import person_key
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import PlanningRules, hours_problems
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.schedule import rules_of
from census_desk.words import _


def refuse_unfit(register: Register, record: object) -> None:
    """Raise InvalidRecord for hours outside the office's, for a team that shares its name or a
    facilitator with another, and for a second record on one group."""
    problems: dict[str, str] = {}
    if isinstance(record, PlanningRules):
        problems = hours_problems(record, rules_of(register))
    elif isinstance(record, PlanningTeam):
        problems = _team_problems(register, record)
    elif isinstance(record, PlanningGroup):
        problems = _group_problems(register, record)
    if problems:
        raise InvalidRecord(problems)


def _team_problems(register: Register, team: PlanningTeam) -> dict[str, str]:
    problems: dict[str, str] = {}
    people = {one.id: one.name for one in register.facilitators.all()}
    for other in register.planning_teams.all():
        if other.id == team.id:
            continue
        if person_key(other.name) == person_key(team.name):
            problems["name"] = _("Sudah ada tim bernama {name}.").format(name=other.name)
        both = [one for one in team.facilitator_ids if one in other.facilitator_ids]
        if both:
            problems["facilitator_ids"] = _("{name} sudah anggota {team}.").format(
                name=people.get(both[0], _("Orang itu")), team=other.name
            )
    return problems


def _group_problems(register: Register, group: PlanningGroup) -> dict[str, str]:
    taken = any(
        one.key == group.key and one.id != group.id for one in register.planning_groups.all()
    )
    return {"key": _("Kelompok ini sudah punya catatan; ubah yang ada.")} if taken else {}
