"""The agenda of one officer or one office: its sessions and visits by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from census_desk.sessions.diary import Booking, person_key, time_at


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One event of an agenda; `collection` and `record_id` lead back to its record."""

    on: date
    starts_at: time
    ends_at: time
    title: str
    venue: str
    people: tuple[str, ...]
    office_ids: tuple[str, ...]
    collection: str
    record_id: str

    @property
    def id(self) -> str:
        """What tells the lines of a table apart."""
        return f"{self.collection} {self.record_id}"


def agenda(
    bookings: Iterable[Booking],
    *,
    person: str = "",
    office_id: str = "",
    first: date = date.min,
    last: date = date.max,
) -> list[AgendaLine]:
    """What a person leads, or what an office is expected at, from one day to another by time.

    Without a person and without an office: everything.
    """
    key = person_key(person)
    return [
        _line(one)
        for one in sorted(bookings, key=lambda one: (one.on, one.starts, one.title))
        if first <= one.on <= last
        and (not key or key in one.keys)
        and (not office_id or office_id in one.office_ids)
    ]


def people_with_agenda(bookings: Iterable[Booking]) -> list[str]:
    """Everybody who leads something, by name, each once."""
    names: dict[str, str] = {}
    for one in bookings:
        for name in one.people:
            names.setdefault(person_key(name), name)
    return sorted(names.values(), key=str.casefold)


def _line(booking: Booking) -> AgendaLine:
    return AgendaLine(
        on=booking.on,
        starts_at=time_at(booking.starts),
        ends_at=time_at(booking.ends),
        title=booking.title,
        venue=booking.venue_name,
        people=booking.people,
        office_ids=booking.office_ids,
        collection=booking.collection,
        record_id=booking.id,
    )
