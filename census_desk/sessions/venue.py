"""Where sessions are held: the office's own list of halls, rooms and yards."""

from dataclasses import dataclass

from census_desk.checks import limit, refuse, require
from census_desk.travel import Position
from census_desk.words import _

MOST_SEATS = 100_000  # a stadium; more is a slip of the finger


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """One place; `capacity` None is not known, `office_id` the office it belongs to."""

    id: str
    name: str
    address: str = ""
    capacity: int | None = None
    position: Position | None = None
    office_id: str = ""
    contact: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        refuse(venue_problems(self))


def venue_problems(venue: Venue) -> dict[str, str]:
    """Field to sentence for a venue that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "name", venue.name, _("Nama tempat"))
    limit(problems, "name", venue.name, _("Nama tempat"), 200)
    limit(problems, "address", venue.address, _("Alamat"))
    limit(problems, "contact", venue.contact, _("Narahubung"), 160)
    limit(problems, "note", venue.note, _("Catatan"))
    if venue.capacity is not None and venue.capacity < 1:
        problems["capacity"] = _("Kapasitas minimal 1 orang; kosongkan bila belum diketahui.")
    elif venue.capacity is not None and venue.capacity > MOST_SEATS:
        problems["capacity"] = _("Kapasitas di atas 100.000 orang tampaknya salah ketik.")
    return problems
