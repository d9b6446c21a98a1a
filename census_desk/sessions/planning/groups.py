"""Groups derived from the register: who they are, how many, where, and what is left of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from census_desk import places
from census_desk.coverage.index import offices_to_reach
from census_desk.coverage.session_marks import ENOUGH
from census_desk.people import Office, OfficeKind
from census_desk.register import Register
from census_desk.sessions.planner.request import sessions_needed
from census_desk.sessions.planning.clusters import village_clusters
from census_desk.sessions.planning.group import Group, GroupKind, district_of
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.places_known import PlacesKnown
from census_desk.sessions.planning.reached import Attended, Done
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.spoken import spoken_date
from census_desk.words import _

HEADS_PER_VILLAGE = 2  # the head and the officer for civil registration of each village
MANY_SESSIONS = 3  # from one more on, two sessions a day are allowed


def groups_to_reach(register: Register, on: date, only: Collection[str] = ()) -> tuple[Group, ...]:
    """Every group of the office's rules with what is still to be planned for it, in their order:
    offices by rank, then each kecamatan followed by its clusters.

    `only` keeps those that have one of these keys, or stand for one of these rows of the board.
    """
    every = Deriving(register, on).groups()
    wanted = frozenset(only)
    return tuple(one for one in every if not wanted or one.board_keys & wanted)


class Deriving:
    """The groups of a register on one working day."""

    def __init__(self, register: Register, on: date) -> None:
        self._rules = planning_rules_of(register)
        self._own = {one.key: one for one in register.planning_groups.all()}
        self._offices = offices_to_reach(register.offices.all())
        self._attended = Attended(register, on)
        desks = register.desks.all()
        self._regency = desks[0].regency_code if desks else ""
        self._places = PlacesKnown(register, self._rules, self._regency)

    def groups(self) -> tuple[Group, ...]:
        """All of them, in the order of the board."""
        found: list[Group] = []
        if self._rules.reaches_offices:
            found += map(self._office, self._offices_alone())
        for district in places.districts(self._regency) if self._regency else ():
            if self._rules.reaches_districts:
                found.append(self._district(district))
            if self._rules.reaches_villages:
                found += self._clusters(district)
        return tuple(found)

    # inside

    def _offices_alone(self) -> Iterator[Office]:
        """Offices whose people do not come to the meeting of their own kecamatan."""
        for office in self._offices:
            if not (self._rules.reaches_districts and office.kind is OfficeKind.DISTRICT):
                yield office

    def _office(self, office: Office) -> Group:
        key = f"office:{office.id}"
        people = self._people(key, office.asn_count)
        place = self._places.of_office(office, people, self._own.get(key))
        return self._made(
            Group(
                key=key,
                kind=GroupKind.OFFICE,
                name=office.name,
                short_name=office.short_name,
                office_ids=(office.id,),
                district_code=district_of(office.area_code),
                people=people,
                room=place.room,
                venue_id=place.venue_id,
                venue=place.name,
                position=place.position,
            ),
            self._attended.office(key, office, people),
        )

    def _district(self, district: places.District) -> Group:
        key = f"district:{district.code}"
        own = self._kecamatan_offices(district.code)
        heads = HEADS_PER_VILLAGE * len(places.villages(district.code))
        people = self._people(key, heads + sum(one.asn_count for one in own))
        place = self._places.of_district(district, people, self._own.get(key))
        return self._made(
            Group(
                key=key,
                kind=GroupKind.DISTRICT,
                name=_("Kecamatan {name}").format(name=district.name),
                short_name=_("Kec. {name}").format(name=district.name),
                office_ids=tuple(one.id for one in own),
                district_code=district.code,
                people=people,
                room=place.room,
                venue_id=place.venue_id,
                venue=place.name,
                position=place.position,
            ),
            self._attended.district(key, district.code, people),
        )

    def _clusters(self, district: places.District) -> Iterator[Group]:
        """As large as one room takes them, so that a cluster is one session where it can be."""
        at_once = self._rules.room // self._rules.people_per_village
        size = max(1, min(self._rules.cluster_size, at_once))
        for number, inside in enumerate(village_clusters(district.code, size), 1):
            yield self._cluster(district, number, inside)

    def _cluster(
        self, district: places.District, number: int, inside: Sequence[places.Village]
    ) -> Group:
        key = f"cluster:{district.code}:{number}"
        named = {one.code: self._attended.named(key, one.code) for one in inside}
        rest = [one for one in inside if named[one.code] == Done()] or list(inside)
        people = self._people(key, self._rules.people_per_village * len(inside))
        place = self._places.of_villages(district, rest, self._own.get(key))
        return self._made(
            Group(
                key=key,
                kind=GroupKind.CLUSTER,
                name=_("Kelompok desa {number} Kecamatan {name}").format(
                    number=number, name=district.name
                ),
                short_name=_("Desa {name} {number}").format(number=number, name=district.name),
                district_code=district.code,
                village_codes=tuple(one.code for one in rest),
                people=people,
                room=place.room,
                venue_id=place.venue_id,
                venue=place.name,
                position=place.position,
            ),
            self._cluster_done(key, people, named),
        )

    def _cluster_done(self, key: str, people: int, named: Mapping[str, Done]) -> Done:
        """Villages named by other sessions count for their part, the rest by the own sessions."""
        rest = [code for code, done in named.items() if done == Done()]
        held = sum(done.reached > 0 for done in named.values())
        each = people / len(named)
        own = self._attended.cluster(key, rest, round(each * len(rest))) if rest else Done()
        every = [own, *named.values()]
        return Done(
            reached=own.reached + round(each * held),
            scheduled=own.scheduled + round(each * (len(named) - len(rest) - held)),
            held_on=max((one.held_on for one in every if one.held_on), default=None),
            coming_on=min((one.coming_on for one in every if one.coming_on), default=None),
        )

    def _kecamatan_offices(self, code: str) -> list[Office]:
        return [
            one
            for one in self._offices
            if one.kind is OfficeKind.DISTRICT and one.area_code == code
        ]

    def _people(self, key: str, derived: int) -> int:
        own = self._own.get(key)
        return own.people if own is not None and own.people else derived

    def _made(self, group: Group, done: Done) -> Group:
        """The group with what is left of it, the office's own words taken into account."""
        own = self._own.get(group.key)
        people = group.people
        total = max(sessions_needed(people, group.room), (own and own.sessions) or 1)
        left = people - done.reached - done.scheduled
        if people and done.reached + done.scheduled >= ENOUGH * people:
            left = 0
        is_open = left > 0 and not (own is not None and own.is_left_out)
        more = sessions_needed(left, group.room)
        if own is not None and own.sessions:  # then they may be smaller than the room
            more = sessions_needed(left * total, max(1, people))
        return replace(
            group,
            reached=done.reached,
            scheduled=done.scheduled,
            left=left if is_open else 0,
            sessions=max(1, more) if is_open else 0,
            max_per_day=(own and own.max_per_day) or (2 if total > MANY_SESSIONS else 1),
            own=own,
            why="" if is_open else _why(group, own, done),
        )


def _why(group: Group, own: PlanningGroup | None, done: Done) -> str:
    """Why nothing is left to be planned for a group."""
    if own is not None and own.is_left_out:
        return _("tidak direncanakan: {note}").format(note=own.note or _("tanpa keterangan"))
    if not group.people:
        return _("tanpa ASN")
    if done.scheduled and done.coming_on:
        return _("sudah dijadwalkan {day}").format(day=spoken_date(done.coming_on))
    if done.held_on:
        return _("sudah terlaksana {day}").format(day=spoken_date(done.held_on))
    return _("sudah ikut sesi lain")
