"""Which use case saves a typed record: each collection's own, or the one all share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from census_desk import editing
from census_desk.register import Register
from ui.command_line import sessions, visits


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How a new record is added and an edited one changed; both answer it as saved."""

    add: Callable[[Register, Any], Any] = editing.add
    change: Callable[[Register, Any, int], Any] = editing.change


WRITERS: Mapping[str, Writer] = {
    "sessions": Writer(add=sessions.add, change=sessions.change),
    "visits": Writer(add=visits.add, change=visits.change),
}


def writer_of(collection: str) -> Writer:
    """The use cases that save records of a collection."""
    return WRITERS.get(collection, Writer())
