"""The place of a session as it is printed: its venue's name, unless somebody wrote another text."""

from dataclasses import replace
from typing import TypeVar

from census_desk.register import Register
from census_desk.sessions.session import Session

Record = TypeVar("Record")


def printed_at(register: Register, saved: object | None, record: Record) -> Record:
    """A session with its printed place: no text, or the old venue's name, follows the venue.

    Other records come back as they are. Raises RecordNotFound for a venue that is gone.
    """
    if not isinstance(record, Session) or not record.venue_id:
        return record
    had = isinstance(saved, Session) and bool(saved.venue_id)
    old = register.venues.find(saved.venue_id) if had else None  # type: ignore[union-attr]
    is_of_the_old = old is not None and record.venue == old.name
    if record.venue.strip() and not is_of_the_old:
        return record
    return replace(record, venue=register.venues.get(record.venue_id).name)
