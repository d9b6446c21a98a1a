"""What other sessions and visits take: halls, half-days of teams, whole days of them.

A half-day on which a team has too few people free is a place locked by what keeps them: the search
sees the team there and the road from it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from census_desk.register import Register
from census_desk.sessions.diary import Booking, minutes, person_key
from census_desk.sessions.facilitator import Facilitator, leave_on
from census_desk.sessions.planner.request import (
    SLOTS,
    ForbiddenPlace,
    PlanDay,
    PlannedSession,
    PlanTeam,
    PlanUnit,
    TeamMember,
)
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.places_known import home_of
from census_desk.sessions.planning.rules import PlanningRules, hours_of
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.standing import Standing
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.schedule import Schedule
from census_desk.words import _

Half = tuple[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Teams with their leave, and what is taken as forbidden places and locked sessions."""

    KIND: ClassVar[str] = "lain"

    teams: tuple[PlanTeam, ...]
    units: tuple[PlanUnit, ...]
    sessions: tuple[PlannedSession, ...]
    forbidden: tuple[ForbiddenPlace, ...]


def taken_by_others(
    register: Register,
    on: date,
    days: Sequence[PlanDay],
    ahead: Iterable[Standing],
    groups: Mapping[str, Group],
) -> Taken:
    """What everything but these standing sessions takes on these days from those groups."""
    at = bookings_by_half(register, on, {one.session.id for one in ahead})
    return _Taking(register, days, at, groups).taken()


def bookings_by_half(
    register: Register, on: date, without: Collection[str] = ()
) -> dict[Half, list[Booking]]:
    """Sessions and visits after the working day by the half-day they take, those ids left out."""
    rules = planning_rules_of(register)
    at: dict[Half, list[Booking]] = defaultdict(list)
    for booking in Schedule(register, on).bookings():
        if booking.on > on and booking.id not in without:
            for slot in halves_of(rules, booking):
                at[booking.on, slot].append(booking)
    return at


def halves_of(rules: PlanningRules, booking: Booking) -> Iterator[str]:
    """The half-days whose session a booking would overlap."""
    for slot in SLOTS:
        starts, ends = map(minutes, hours_of(rules, slot))
        if booking.starts < ends and starts < booking.ends:
            yield slot


class _Taking:
    def __init__(
        self,
        register: Register,
        days: Sequence[PlanDay],
        at: Mapping[Half, list[Booking]],
        groups: Mapping[str, Group],
    ) -> None:
        self._days = days
        self._at = at
        self._groups = groups
        self._home = home_of(register)
        self._people = {one.id: one for one in register.facilitators.all()}
        self._teams = register.planning_teams.all()

    def taken(self) -> Taken:
        teams, units, sessions = [], [], []
        for team in self._teams:
            away: set[date] = set()
            for day in self._days:
                busy = [slot for slot in day.slots if self._is_busy(team, (day.on, slot))]
                if busy and len(busy) == len(day.slots):
                    away.add(day.on)
                for slot in busy if len(busy) < len(day.slots) else ():
                    if self._is_there(team, day.on):
                        unit = self._unit(team, (day.on, slot))
                        units.append(unit)
                        sessions.append(
                            PlannedSession(
                                on=day.on, slot=slot, team=team.id, unit=unit.code, locked=True
                            )
                        )
            teams.append(self._team(team, away))
        return Taken(
            teams=tuple(teams),
            units=tuple(units),
            sessions=tuple(sessions),
            forbidden=tuple(self._forbidden()),
        )

    def _team(self, team: PlanningTeam, away: set[date]) -> PlanTeam:
        named = [self._people[one] for one in team.facilitator_ids if one in self._people]
        members = [
            TeamMember(name=one.name, leave=frozenset(self._leave(one) | away)) for one in named
        ]
        for number in range(len(members) + 1, team.member_count + 1):
            name = _("{team}, anggota {number}").format(team=team.name, number=number)
            members.append(TeamMember(name=name, leave=frozenset(away)))
        return PlanTeam(
            code=team.id,
            name=team.name,
            members=tuple(members),
            min_present=min(team.min_present, len(members)),
        )

    def _leave(self, person: Facilitator) -> set[date]:
        return {day.on for day in self._days if leave_on(person, day.on) is not None}

    def _at_work(self, team: PlanningTeam, on: date) -> list[Facilitator]:
        named = (self._people[one] for one in team.facilitator_ids if one in self._people)
        return [one for one in named if leave_on(one, on) is None]

    def _is_there(self, team: PlanningTeam, on: date) -> bool:
        return len(self._at_work(team, on)) + team.extra_count >= team.min_present

    def _is_busy(self, team: PlanningTeam, half: Half) -> bool:
        """Whether too few of a team that is at work are free."""
        if half not in self._at or not self._is_there(team, half[0]):
            return False
        taken = {key for booking in self._at[half] for key in booking.keys}
        if person_key(team.name) in taken:
            return True
        free = [one for one in self._at_work(team, half[0]) if person_key(one.name) not in taken]
        return len(free) + team.extra_count < team.min_present

    def _unit(self, team: PlanningTeam, half: Half) -> PlanUnit:
        """What keeps the team there, as a unit of one session in a place of its own."""
        names = {person_key(team.name)} | {
            person_key(one.name) for one in self._at_work(team, half[0])
        }
        booking = next(one for one in self._at[half] if one.keys & names)
        code = f"{booking.collection}:{booking.id}:{team.id}"
        lat, lon = (booking.position.lat, booking.position.lon) if booking.position else self._home
        return PlanUnit(
            code=f"{code}:{half[1]}",
            name=booking.title,
            people=max(1, booking.size),
            lat=lat,
            lon=lon,
            room=max(1, booking.size),
            venue=f"{booking.venue_name} ({code}:{half[1]})",
            sessions=1,
            max_per_day=1,
            first=half[0],
            last=half[0],
            kind=Taken.KIND,
        )

    def _forbidden(self) -> Iterator[ForbiddenPlace]:
        """The groups whose hall somebody else uses, at that half-day."""
        by_hall: dict[str, list[str]] = defaultdict(list)
        for key, group in self._groups.items():
            by_hall[group.venue_id or group.venue.casefold()].append(key)
        open_days = {day.on for day in self._days}
        for (on, slot), bookings in self._at.items():
            if on not in open_days:
                continue
            for hall in {one.venue for one in bookings if one.venue}:
                for key in by_hall.get(hall, ()):
                    yield ForbiddenPlace(unit=key, on=on, slot=slot)
