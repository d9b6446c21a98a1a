"""Sessions as they stand in the register, in the words of a plan: group, half-day and team."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.letters.letter import IN_FORCE
from census_desk.register import Register
from census_desk.sessions.diary import person_key
from census_desk.sessions.planner.request import PlannedSession
from census_desk.sessions.planning.rules import slot_at
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.session import Session, SessionStatus

MOVABLE = (SessionStatus.PLANNED, SessionStatus.INVITED)
NO_TEAM = "-"
"""The team of a session whose team is gone: no request has it, so the session is hit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A session made from a plan and still ahead; `is_told`: its letters are out."""

    session: Session
    planned: PlannedSession
    is_told: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether a plan leaves it where it is unless it cannot stay."""
        released = self.session.is_released
        return self.session.is_locked or (self.is_told and not released)


def standing(register: Register, on: date) -> tuple[Standing, ...]:
    """The sessions made from a plan that come after the working day, by time."""
    rules = planning_rules_of(register)
    told = _with_letters(register)
    teams = register.planning_teams.all()
    people = {one.id: one for one in register.facilitators.all()}
    known = _team_by_session(register)
    found = []
    for one in register.sessions.all():
        if not one.plan_key or one.held_on <= on or one.status not in MOVABLE:
            continue
        names = [people[each].name for each in one.facilitator_ids if each in people]
        team = team_of(one, [*names, *one.facilitators], teams, known)
        slot = slot_at(rules, one.starts_at)
        is_out = _is_told(one, told)
        planned = PlannedSession(
            on=one.held_on,
            slot=slot,
            team=team,
            unit=one.plan_key,
            locked=one.is_locked or (is_out and not one.is_released),
        )
        found.append(Standing(session=one, planned=planned, is_told=is_out))
    return tuple(sorted(found, key=lambda one: (one.planned, one.session.id)))


def is_told(register: Register, session: Session) -> bool:
    """Whether people know the date of a session: its letters are out, or it says so."""
    return _is_told(session, _with_letters(register))


def _is_told(session: Session, with_letters: frozenset[str]) -> bool:
    return session.id in with_letters or session.status is SessionStatus.INVITED


def _with_letters(register: Register) -> frozenset[str]:
    return frozenset(
        one.session_id
        for one in register.letters.all()
        if one.session_id and one.status in IN_FORCE
    )


def team_of(
    session: Session,
    names: Iterable[str],
    teams: Iterable[PlanningTeam],
    known: Mapping[str, str],
) -> str:
    """The team that leads a session: the one most of its people belong to, else the one it was
    planned for; NO_TEAM when that is gone."""
    told = {person_key(one) for one in names}
    best, most = "", 0
    there = set()
    for team in teams:
        there.add(team.id)
        many = len(set(session.facilitator_ids) & set(team.facilitator_ids))
        many += person_key(team.name) in told
        if many > most:
            best, most = team.id, many
    planned = known.get(session.id, "")
    return best or (planned if planned in there else NO_TEAM)


def _team_by_session(register: Register) -> dict[str, str]:
    """Session id to the team of the newest plan that has it."""
    return {
        line.session_id: line.team_id
        for version in sorted(register.plan_versions.all(), key=lambda one: one.number)
        for line in version.lines
        if line.session_id
    }
