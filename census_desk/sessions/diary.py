"""Who and what is taken when: sessions and visits as bookings, found by their day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from census_desk.travel import Position

LAST_MINUTE = 24 * 60 - 1
Book = Callable[[Any], "Booking | None"]
"""How a record becomes a booking; None for one that does not take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """One event of a day: who leads it, where, and which offices it takes.

    Times are minutes from midnight. `people` are names; two of one name are one person. `venue` is
    the id of a listed venue or the name of another place, "" for none; `room` is how many it
    seats, None when not known; `size` how many are expected, 0 when not known.
    """

    id: str
    collection: str = "sessions"
    title: str
    on: date
    starts: int
    ends: int
    people: tuple[str, ...] = ()
    office_ids: tuple[str, ...] = ()
    venue: str = ""
    venue_name: str = ""
    position: Position | None = None
    room: int | None = None
    size: int = 0
    needs_phase: bool = True

    @property
    def keys(self) -> frozenset[str]:
        """The people as they are compared: by name, however it is spaced and cased."""
        return frozenset(map(person_key, self.people))


def person_key(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())


def minutes(at: time) -> int:
    """A time of day in minutes from midnight."""
    return at.hour * 60 + at.minute


def time_at(minute: int) -> time:
    """A minute of the day as a time; the end of the day for anything later."""
    return time(*divmod(min(minute, LAST_MINUTE), 60))


def overlap(first: Booking, second: Booking) -> bool:
    """Whether two bookings of one day share a minute."""
    return first.starts < second.ends and second.starts < first.ends


class Diary:
    """Bookings by day; follows collections of records, making anew only what changed."""

    def __init__(self) -> None:
        self._days: dict[date, dict[tuple[str, str], Booking]] = {}
        self._kept: dict[str, dict[str, tuple[Any, Booking | None]]] = {}

    def on(self, day: date) -> Iterable[Booking]:
        """The bookings of a day."""
        return self._days.get(day, {}).values()

    def every(self) -> Iterator[Booking]:
        """All bookings, by day and then by time."""
        for day in sorted(self._days):
            yield from sorted(self._days[day].values(), key=lambda one: (one.starts, one.id))

    def follow(self, collection: str, records: Iterable[Any], book: Book) -> None:
        """Let the diary say what these records say; records seen before are not looked at again."""
        kept = self._kept.get(collection, {})
        now: dict[str, tuple[Any, Booking | None]] = {}
        for record in records:
            before = kept.get(record.id)
            if before is not None and before[0] is record:
                now[record.id] = before
                continue
            self._drop(before)
            now[record.id] = (record, self._put(book(record)))
        for gone in kept.keys() - now.keys():
            self._drop(kept[gone])
        self._kept[collection] = now

    def forget(self) -> None:
        """Begin anew: what bookings are made of has changed."""
        self._days.clear()
        self._kept.clear()

    def _put(self, booking: Booking | None) -> Booking | None:
        if booking is not None:
            self._days.setdefault(booking.on, {})[booking.collection, booking.id] = booking
        return booking

    def _drop(self, kept: tuple[Any, Booking | None] | None) -> None:
        if kept is not None and kept[1] is not None:
            del self._days[kept[1].on][kept[1].collection, kept[1].id]
