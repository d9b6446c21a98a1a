"""The judge of every plan, whatever made it: its rules are read from the request alone.

It shares no code with the search, not even the road: a mistake made there is seen here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from census_desk.indonesian import short_date
from census_desk.sessions.planner.judged_cost import minutes_of_road, tours
from census_desk.sessions.planner.request import PlannedSession, PlanRequest, PlanTeam, PlanUnit
from census_desk.words import N_, _

Key = TypeVar("Key")
SLOT_NAMES = {"AM": N_("pagi"), "PM": N_("siang")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One rule a plan breaks, in a sentence, and the sessions that break it together."""

    rule: str
    sentence: str
    sessions: tuple[PlannedSession, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    request: PlanRequest
    units: dict[str, PlanUnit]
    teams: dict[str, PlanTeam]
    planned: tuple[PlannedSession, ...]

    def named(self, one: PlannedSession) -> str:
        """The name of a session's unit, its code where nobody knows it."""
        return self.units[one.unit].name if one.unit in self.units else one.unit

    def called(self, team: str) -> str:
        """What a team is called, its code where nobody knows it."""
        return self.teams[team].called if team in self.teams else team


def violations(request: PlanRequest, sessions: Iterable[PlannedSession]) -> tuple[Violation, ...]:
    """Every rule of the request these sessions break; none for a plan that can be carried out."""
    plan = _Judged(
        request=request,
        units={unit.code: unit for unit in request.units},
        teams={team.code: team for team in request.teams},
        planned=tuple(sessions),
    )
    found = list(_unknown(plan))
    if not found:
        for rule in (_closed, _absent, _too_many, _twice, _crowded, _too_far, _unlocked):
            found += rule(plan)
    return tuple(found)


def _unknown(plan: _Judged) -> Iterator[Violation]:
    slots = {day.on: day.slots for day in plan.request.days}
    for one in plan.planned:
        if one.unit not in plan.units:
            yield _broken(plan, "unknown", one, _("sasaran “{unit}” tidak ada dalam rencana ini"))
        elif one.team not in plan.teams:
            yield _broken(plan, "unknown", one, _("tim “{team}” tidak ada dalam rencana ini"))
        elif one.on not in slots:
            yield _broken(
                plan, "unknown", one, _("tanggal itu bukan hari kerja dalam masa rencana")
            )
        elif one.slot not in slots[one.on]:
            yield _broken(plan, "unknown", one, _("bagian hari itu tidak dibuka"))


def _closed(plan: _Judged) -> Iterator[Violation]:
    forbidden = {
        (one.unit, one.on, slot)
        for one in plan.request.forbidden
        for slot in ("AM", "PM")
        if one.slot in ("", slot)
    }
    for one in plan.planned:
        unit = plan.units[one.unit]
        if one.on < unit.first or one.on > unit.last:
            yield _broken(plan, "window", one, _("di luar masa yang diizinkan untuk sasaran itu"))
        if one.on in unit.blackout:
            yield _broken(
                plan, "blackout", one, _("sasaran itu tidak dapat menerima pada tanggal itu")
            )
        if (one.unit, one.on, one.slot) in forbidden:
            yield _broken(plan, "forbidden", one, _("tanggal itu dilarang untuk sasaran ini"))


def _absent(plan: _Judged) -> Iterator[Violation]:
    for one in plan.planned:
        team = plan.teams[one.team]
        away = [member.name for member in team.members if one.on in member.leave]
        if len(team.members) - len(away) < team.min_present:
            yield _broken(plan, "team", one, _("{team} tidak cukup anggota pada hari itu"))


def _too_many(plan: _Judged) -> Iterator[Violation]:
    for code, mine in _grouped(plan.planned, lambda one: one.unit).items():
        if len(mine) > plan.units[code].sessions:
            sentence = _("{unit}: {many} sesi direncanakan, padahal hanya perlu {needed}.")
            told = sentence.format(
                unit=plan.units[code].name, many=len(mine), needed=plan.units[code].sessions
            )
            yield Violation(rule="sessions", sentence=told, sessions=tuple(mine))
        for on, together in _grouped(mine, lambda one: one.on).items():
            if len(together) > plan.units[code].max_per_day:
                sentence = _("{unit}: {many} sesi pada {day}, paling banyak {most} sehari.")
                told = sentence.format(
                    unit=plan.units[code].name,
                    many=len(together),
                    day=short_date(on),
                    most=plan.units[code].max_per_day,
                )
                yield Violation(rule="per day", sentence=told, sessions=tuple(together))


def _twice(plan: _Judged) -> Iterator[Violation]:
    for (team, on, slot), mine in _grouped(plan.planned, lambda o: (o.team, o.on, o.slot)).items():
        if len(mine) > 1:
            sentence = _("{team} di {many} tempat sekaligus pada {day} {slot}: {units}.")
            told = sentence.format(
                team=plan.called(team),
                many=len(mine),
                day=short_date(on),
                slot=_(SLOT_NAMES[slot]),
                units=", ".join(map(plan.named, mine)),
            )
            yield Violation(rule="team twice", sentence=told, sessions=tuple(mine))


def _crowded(plan: _Judged) -> Iterator[Violation]:
    places = _grouped(plan.planned, lambda one: (plan.units[one.unit].venue, one.on, one.slot))
    for (venue, on, slot), mine in places.items():
        if len(mine) > plan.request.venues[venue]:
            sentence = _("Gedung {venue} dipakai {many} sesi sekaligus pada {day} {slot}: {units}.")
            told = sentence.format(
                venue=venue,
                many=len(mine),
                day=short_date(on),
                slot=_(SLOT_NAMES[slot]),
                units=", ".join(map(plan.named, mine)),
            )
            yield Violation(rule="venue", sentence=told, sessions=tuple(mine))


def _too_far(plan: _Judged) -> Iterator[Violation]:
    for (team, on), tour in tours(plan.planned).items():
        for one, other in pairwise(tour):
            minutes = minutes_of_road(plan.units[one.unit], plan.units[other.unit])
            if minutes > plan.request.gap_minutes:
                sentence = _(
                    "{team} pada {day}: dari {one} ke {other} {minutes} menit, paling lama {most}."
                )
                told = sentence.format(
                    team=plan.called(team),
                    day=short_date(on),
                    one=plan.named(one),
                    other=plan.named(other),
                    minutes=-int(-minutes // 1),
                    most=plan.request.gap_minutes,
                )
                yield Violation(rule="too far", sentence=told, sessions=(one, other))


def _unlocked(plan: _Judged) -> Iterator[Violation]:
    there = {(one.unit, one.on, one.slot, one.team) for one in plan.planned}
    for one in plan.request.locked:
        if (one.unit, one.on, one.slot, one.team) not in there:
            yield _broken(plan, "locked", one, _("sesi terkunci tidak ada dalam rencana"))


def _broken(plan: _Judged, rule: str, one: PlannedSession, why: str) -> Violation:
    unit, team = plan.named(one), plan.called(one.team)
    place = _("{unit}, {day} {slot}, {team}: {why}.").format(
        unit=unit,
        day=short_date(one.on),
        slot=_(SLOT_NAMES.get(one.slot, one.slot)),
        team=team,
        why=why.format(unit=unit, team=team),
    )
    return Violation(rule=rule, sentence=place, sessions=(one,))


def _grouped(
    sessions: Iterable[PlannedSession], key: Callable[[PlannedSession], Key]
) -> dict[Key, list[PlannedSession]]:
    groups: dict[Key, list[PlannedSession]] = defaultdict(list)
    for one in sessions:
        groups[key(one)].append(one)
    return dict(groups)
