"""Whether the office's planning rules allow a day, a half-day and a team to a group, in words."""

from collections.abc import Iterator
from datetime import date

from census_desk.register import Register
from census_desk.sessions.facilitator import leave_on
from census_desk.sessions.planner.request import PlannedSession
from census_desk.sessions.planning.closed import closed_on
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.window import HALF_NAMES, why_closed, why_outside, window_of
from census_desk.sessions.schedule import working_calendar
from census_desk.spoken import spoken_day
from census_desk.words import _


class Allowed:
    """The rules of a register on one working day, asked of one session after the other."""

    def __init__(self, register: Register, on: date) -> None:
        self._rules = planning_rules_of(register)
        self._calendar = working_calendar(register, on)
        self._window = window_of(register, on)
        self._teams = {one.id: one for one in register.planning_teams.all()}
        self._people = {one.id: one for one in register.facilitators.all()}

    def why_not(self, planned: PlannedSession, group: Group | None) -> str:
        """The first reason of the calendar, the group or the team against it; "" for none."""
        told = self._of_day(planned)
        if not told and group is not None:
            told = _of_group(planned, group)
        return told or self._of_team(planned)

    # inside

    def _of_day(self, planned: PlannedSession) -> str:
        return why_closed(self._rules, self._calendar, planned.on, planned.slot) or why_outside(
            self._window, planned.on
        )

    def _of_team(self, planned: PlannedSession) -> str:
        team = self._teams.get(planned.team)
        if team is None:
            return _("Tim sesi ini tidak ada lagi.")
        away = list(self._away(team, planned.on))
        if team.member_count - len(away) >= team.min_present:
            return ""
        return _("{team} tidak cukup anggota pada {day}: {names} cuti.").format(
            team=team.name, day=spoken_day(planned.on), names=", ".join(away)
        )

    def _away(self, team: PlanningTeam, on: date) -> Iterator[str]:
        for one in team.facilitator_ids:
            person = self._people.get(one)
            if person is not None and leave_on(person, on) is not None:
                yield person.name


def _of_group(planned: PlannedSession, group: Group) -> str:
    own, day = group.own, spoken_day(planned.on)
    if own is None:
        return ""
    if span := closed_on(own.closed, planned.on):
        told = _("{group} tidak dapat menerima pada {day} ({reason}).")
        reason = span.reason or _("tanpa keterangan")
        return told.format(group=group.short_name, day=day, reason=reason)
    if own.not_before and planned.on < own.not_before:
        told = _("{group} minta tidak sebelum {day}.")
        return told.format(group=group.short_name, day=spoken_day(own.not_before))
    if own.not_after and planned.on > own.not_after:
        told = _("{group} minta tidak sesudah {day}.")
        return told.format(group=group.short_name, day=spoken_day(own.not_after))
    if any(half.on == planned.on and half.slot in ("", planned.slot) for half in own.forbidden):
        told = _("{day} {half} dilarang bagi {group}.")
        return told.format(day=day, half=_(HALF_NAMES[planned.slot]), group=group.short_name)
    return ""
