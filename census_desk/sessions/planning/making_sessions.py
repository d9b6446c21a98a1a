"""A line of a plan as an ordinary session: its title, hours, place, people and who leads it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from census_desk import places
from census_desk.register import Register
from census_desk.sessions.diary import person_key
from census_desk.sessions.planning.group import Group, GroupKind
from census_desk.sessions.planning.rules import hours_of
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.standing import Standing
from census_desk.sessions.planning.taken import bookings_by_half
from census_desk.sessions.planning.team import PlanningTeam, present
from census_desk.sessions.planning.version import PlanLine
from census_desk.sessions.session import Invitees, Session, SessionKind, is_moved, moved

VILLAGE_GROUPS = ("Kepala desa/lurah", "Perangkat desa/kelurahan")
DISTRICT_GROUPS = ("Kepala desa/lurah", "Petugas registrasi desa/kelurahan")


class MakingSessions:
    """Sessions out of lines, with what the register says of groups, teams and hours."""

    def __init__(self, register: Register, groups: Mapping[str, Group], on: date) -> None:
        self._groups = groups
        self._on = on
        self._rules = planning_rules_of(register)
        self._teams = {one.id: one for one in register.planning_teams.all()}
        self._people = register.facilitators.all()
        planned = {one.id for one in register.sessions.all() if one.plan_key}
        self._taken = bookings_by_half(register, on, planned)
        programmes = register.programmes.all()
        self._programme = programmes[0].name if programmes else ""

    def new(self, line: PlanLine, session_id: str, part: tuple[int, int]) -> Session:
        """The session a line becomes; `part` is which part of its group it is, of how many."""
        group = self._groups[line.group]
        starts_at, ends_at = hours_of(self._rules, line.slot)
        leaders, names = self._leaders(line)
        is_office = group.kind is GroupKind.OFFICE
        is_district = group.kind is GroupKind.DISTRICT
        return Session(
            id=session_id,
            kind=SessionKind.OFFICE if is_office else SessionKind.DISTRICT,
            title=title_of(group, self._programme, part),
            held_on=line.on,
            starts_at=starts_at,
            ends_at=ends_at,
            venue=group.venue,
            venue_id=group.venue_id,
            office_ids=group.office_ids,
            district_codes=(group.district_code,) if is_district else (),
            village_codes=group.village_codes,
            groups=() if is_office else DISTRICT_GROUPS if is_district else VILLAGE_GROUPS,
            invitees=Invitees.COUNT,
            invited_count=max(1, line.people),
            facilitator_ids=leaders,
            facilitators=names,
            plan_key=group.key,
            is_locked=line.is_locked,
        )

    def moved(self, before: Session, line: PlanLine, reason: str) -> Session:
        """The session as the line has it, the move in its history."""
        group = self._groups.get(line.group)
        starts_at, ends_at = hours_of(self._rules, line.slot)
        leaders, names = self._leaders(line)
        after = replace(
            before,
            held_on=line.on,
            starts_at=starts_at,
            ends_at=ends_at,
            invited_count=max(1, line.people) if before.invited_count else 0,
            facilitator_ids=leaders,
            facilitators=names,
            is_released=False,  # its new letters keep it again
        )
        if group is not None and not is_in_own_hall(group, before):
            after = replace(after, venue_id=group.venue_id, venue=group.venue)
        if not is_moved(before, after):
            return after
        made = moved(before, after, reason=reason, on=self._on)
        return replace(after, moves=(*before.moves, made))

    def is_as_planned(self, before: Session, known: Standing, line: PlanLine) -> bool:
        """Whether the session stands already where, when and with whom the line has it."""
        return self.fits(before, line) and replace(known.planned, locked=False) == replace(
            line.as_planned(), locked=False
        )

    def fits(self, before: Session, line: PlanLine) -> bool:
        """Whether the session is in the hall its group has now, with no more than it holds."""
        group = self._groups.get(line.group)
        if group is None:
            return True
        most = max(group.room, line.people)
        return is_in_own_hall(group, before) and before.invited_count <= most

    def _leaders(self, line: PlanLine) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facilitators of the team who are free then; the team's name where none is known."""
        team: PlanningTeam | None = self._teams.get(line.team_id)
        if team is None:
            return (), ()
        taken = {key for one in self._taken.get((line.on, line.slot), ()) for key in one.keys}
        there = tuple(
            one.id
            for one in present(team, self._people, line.on)
            if person_key(one.name) not in taken
        )
        return there, () if there else (team.name,)


def is_in_own_hall(group: Group, session: Session) -> bool:
    """Whether a session is in the hall the office chose for its group, where it chose one."""
    return group.own is None or group.own.venue_id in ("", session.venue_id)


def title_of(group: Group, programme: str, part: tuple[int, int]) -> str:
    """`Sosialisasi Sensus Penduduk 2020 bagi ASN Dinas Kesehatan (kelompok 2 dari 5)`."""
    what = f"Sosialisasi {programme}".strip()
    if group.kind is GroupKind.OFFICE:
        title = f"{what} bagi ASN {group.name}"
    elif group.kind is GroupKind.DISTRICT:
        title = f"{what} Tingkat {group.name}"
    else:
        title = f"{what} bagi {village_list(group.village_codes)}"
    number, total = part
    return f"{title} (kelompok {number} dari {total})" if total > 1 else title


def village_list(codes: Sequence[str]) -> str:
    """`Desa Garung Lor dan Mijen, Kecamatan Kaliwungu`; kelurahan are named apart."""
    found = [places.village(one) for one in codes]
    kelurahan = [one.name for one in found if one.kind is places.VillageKind.KELURAHAN]
    desa = [one.name for one in found if one.kind is places.VillageKind.DESA]
    told = [
        f"{word} {_and(names)}"
        for word, names in (("Kelurahan", kelurahan), ("Desa", desa))
        if names
    ]
    district = places.district(codes[0][: places.DISTRICT_CODE_LENGTH]).name
    return f"{' serta '.join(told)}, Kecamatan {district}"


def _and(names: Sequence[str]) -> str:
    if len(names) > len(("one", "other")):
        return f"{', '.join(names[:-1])}, dan {names[-1]}"
    return " dan ".join(names)
