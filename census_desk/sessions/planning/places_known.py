"""Where a group comes together: its hall of the list, else its own office or a village hall."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from census_desk import places
from census_desk.people import Office, OfficeKind
from census_desk.register import Register
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.venue import Venue
from census_desk.travel import Position
from census_desk.words import _

NOWHERE = Position(lat=0.0, lon=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as printed, how many people one session there holds, and where it lies."""

    name: str
    venue_id: str = ""
    room: int
    position: Position


def home_of(register: Register) -> tuple[float, float]:
    """Latitude and longitude of where the teams start."""
    desks = register.desks.all()
    regency = desks[0].regency_code if desks else ""
    home = PlacesKnown(register, planning_rules_of(register), regency).home
    return home.lat, home.lon


class PlacesKnown:
    """The halls of a register and the middles of its areas."""

    def __init__(self, register: Register, rules: PlanningRules, regency: str) -> None:
        self._rules = rules
        self._venues = {one.id: one for one in register.venues.all()}
        self._halls: dict[str, list[Venue]] = {}
        for one in self._venues.values():
            self._halls.setdefault(one.office_id, []).append(one)
        offices = register.offices.all()
        self._kinds = {one.id: one.kind for one in offices}
        self._at_address: dict[str, list[str]] = {}
        for office in offices:
            if address := _folded(office.address):
                self._at_address.setdefault(address, []).append(office.id)
        self._districts = {one.code: one for one in (places.districts(regency) if regency else ())}
        self._kecamatan = {
            one.area_code: one.id for one in offices if one.kind is OfficeKind.DISTRICT
        }
        self._middle = _middle(self._districts.values())

    @property
    def home(self) -> Position:
        """Where teams start: as the rules say, a hall of the secretariat, the middle of all."""
        if self._rules.home is not None:
            return self._rules.home
        own = (
            one.position
            for one in self._venues.values()
            if one.position and self._kinds.get(one.office_id) is OfficeKind.SECRETARIAT
        )
        return next(own, self._middle)

    def of_office(self, office: Office, people: int, own: PlanningGroup | None) -> Place:
        """The office's own hall, or one of the same building; else the office itself."""
        halls = self._halls.get(office.id, [])
        for neighbour in self._at_address.get(_folded(office.address), []):
            halls = halls or self._halls.get(neighbour, [])
        position = self._of_area(office.area_code) or self.home
        return self._place(halls, people, own, _at_office(office.name), position)

    def of_district(
        self, district: places.District, people: int, own: PlanningGroup | None
    ) -> Place:
        """A hall of the kecamatan, else its office."""
        halls = self._halls.get(self._kecamatan.get(district.code, "-"), [])
        name = _("Kantor Kecamatan {name}").format(name=district.name)
        return self._place(halls, people, own, name, self._of_area(district.code) or self.home)

    def of_villages(
        self,
        district: places.District,
        inside: Sequence[places.Village],
        own: PlanningGroup | None,
    ) -> Place:
        """The hall of the village in their middle."""
        middle = _middle(inside, self._of_area(district.code) or self.home)
        host = min(inside, key=lambda one: (_apart(one, middle), one.code))
        is_kelurahan = host.kind is places.VillageKind.KELURAHAN
        name = (_("Kantor Kelurahan {name}") if is_kelurahan else _("Balai Desa {name}")).format(
            name=host.name
        )
        return self._place([], 0, own, name, _position(host) or middle)

    # inside

    def _place(
        self,
        halls: Sequence[Venue],
        people: int,
        own: PlanningGroup | None,
        name: str,
        position: Position,
    ) -> Place:
        """The hall chosen, else the smallest that holds all at once, else the largest there is."""
        usual = self._rules.room
        if own is not None and own.venue_id in self._venues:
            hall: Venue | None = self._venues[own.venue_id]
        else:
            fitting = [one for one in halls if (one.capacity or usual) >= people]
            by_size = sorted(halls, key=lambda one: ((one.capacity or usual), one.id))
            smallest = sorted(fitting, key=lambda one: ((one.capacity or usual), one.id))
            hall = smallest[0] if smallest else by_size[-1] if by_size else None
        room = own.room if own is not None and own.room else None
        if hall is None:
            return Place(name=name, room=room or usual, position=position)
        seats = hall.capacity or usual
        return Place(
            name=hall.name,
            venue_id=hall.id,
            room=min(room, hall.capacity or room) if room else seats,
            position=hall.position or position,
        )

    def _of_area(self, code: str) -> Position | None:
        """The middle of a kecamatan or village; None when the archive does not know it."""
        if len(code) > places.DISTRICT_CODE_LENGTH:
            inside = (
                [
                    one
                    for one in places.villages(code[: places.DISTRICT_CODE_LENGTH])
                    if one.code == code
                ]
                if code[: places.DISTRICT_CODE_LENGTH] in self._districts
                else []
            )
            if inside and (found := _position(inside[0])):
                return found
            code = code[: places.DISTRICT_CODE_LENGTH]
        district = self._districts.get(code)
        if district is None:
            return None
        return _position(district) or _middle(places.villages(code), self._middle)


def _at_office(name: str) -> str:
    """The place as printed when an office has no hall in the list."""
    if name.casefold().startswith(("kantor ", "rumah sakit ", "rsud")):
        return name
    return _("Kantor {name}").format(name=name)


def _position(area: places.District | places.Village) -> Position | None:
    if area.lat is None or area.lon is None:
        return None
    return Position(lat=area.lat, lon=area.lon)


def _middle(
    areas: Iterable[places.District | places.Village], otherwise: Position = NOWHERE
) -> Position:
    known = [found for one in areas if (found := _position(one)) is not None]
    if not known:
        return otherwise
    return Position(
        lat=sum(one.lat for one in known) / len(known),
        lon=sum(one.lon for one in known) / len(known),
    )


def _apart(village: places.Village, middle: Position) -> float:
    found = _position(village) or middle
    return (found.lat - middle.lat) ** 2 + (found.lon - middle.lon) ** 2


def _folded(address: str) -> str:
    return " ".join(address.casefold().replace(",", " ").replace(".", " ").split())
