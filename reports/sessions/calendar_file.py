"""Sessions as a calendar file (.ics): imported again, a moved session updates its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from icalendar import Calendar, Event, vGeo, vText

from census_desk.sessions.session import (
    SESSION_KIND_NAMES,
    SESSION_STATUS_NAMES,
    Session,
    SessionStatus,
)
from census_desk.travel import Position

PRODUCT = "-//Census Desk//Jadwal sosialisasi//ID"
HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}
STATUS = {
    SessionStatus.PLANNED: "TENTATIVE",
    SessionStatus.POSTPONED: "CANCELLED",
    SessionStatus.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One session for the file; `revision` rises with every saving, `length` is for no end."""

    session: Session
    revision: int
    speakers: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    position: Position | None = None
    length: timedelta = timedelta(hours=2)


def calendar_file(entries: Sequence[CalendarEntry], *, name: str, zone: str, at: datetime) -> bytes:
    """The entries as iCalendar; the same entries and moment give the same bytes.

    The UID is the record's id for ever and SEQUENCE its revision, so that a calendar takes the
    newer one (RFC 5545 3.8.7.4). Times are UTC: no calendar needs to know the zone's name.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    for entry in entries:
        calendar.add_component(_event(entry, zone, at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, zone: str, at: datetime) -> Event:
    session = entry.session
    here = timezone(timedelta(hours=HOURS[zone]))
    starts = datetime.combine(session.held_on, session.starts_at, here)
    ends = (
        datetime.combine(session.held_on, session.ends_at, here)
        if session.ends_at
        else starts + entry.length
    )
    event = Event()
    event.add("uid", f"{session.id}@census-desk")
    event.add("sequence", entry.revision)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", ends.astimezone(UTC))
    event.add("summary", session.title)
    event.add("location", session.venue)
    event.add("status", STATUS.get(session.status, "CONFIRMED"))
    event.add("categories", [SESSION_KIND_NAMES[session.kind]])
    event.add("description", _description(entry))
    if entry.position is not None:
        event.add("geo", vGeo((entry.position.lat, entry.position.lon)))
    return event


def _description(entry: CalendarEntry) -> str:
    session = entry.session
    told = [
        ("Status", SESSION_STATUS_NAMES[session.status]),
        ("Alasan", session.status_note),
        ("Fasilitator", ", ".join(entry.speakers)),
        ("Sasaran", ", ".join((*entry.offices, *session.groups))),
        ("Pindah", session.moves[-1].reason if session.moves else ""),
    ]
    return "\n".join(f"{label}: {text}" for label, text in told if text)
