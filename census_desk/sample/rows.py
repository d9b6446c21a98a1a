"""What the sample knows at the start, as records: texts of a row in, a finished record out."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone

from census_desk.calendar import DayChange, DayKind
from census_desk.letters.delivery import Channel, Delivery
from census_desk.people import (
    Employee,
    Letterhead,
    LetterheadKind,
    Office,
    OfficeKind,
    PostKind,
    PostStatus,
    Sex,
    Signatory,
)
from census_desk.programme import (
    CountedUnit,
    Denominator,
    Phase,
    PhaseKind,
    StaffingPlan,
    Target,
)
from census_desk.sessions.facilitator import Facilitator, Leave
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.venue import Venue
from census_desk.travel import Position

Row = Mapping[str, str]
IdOf = Callable[[str, str], str]
"""Answers the id of a record by collection and key; "" for an empty key."""

WIB = timezone(timedelta(hours=7), "WIB")
YES = "ya"


def moment_of(text: str) -> datetime:
    """`2020-02-13 11:50` in western Indonesian time."""
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def day(text: str) -> date | None:
    """A day, or None for an empty cell."""
    return date.fromisoformat(text) if text else None


def clock_time(text: str) -> time | None:
    """A time of day, or None for an empty cell."""
    return time.fromisoformat(text) if text else None


def several(text: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, divided by semicolons."""
    return tuple(part for part in text.split(";") if part)


def office(row: Row, record_id: str, asn_note: str) -> Office:
    """An OPD, its number of ASN marked as an example."""
    return Office(
        id=record_id,
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        kind=OfficeKind(row["kind"]),
        head_title=row["head_title"],
        asn_count=int(row["asn_count"]),
        asn_note=asn_note,
        area_code=row["area_code"],
        rank=int(row["rank"]),
    )


def signatory(row: Row, record_id: str, id_of: IdOf) -> Signatory:
    """A person in a post, by a status, from a day on."""
    return Signatory(
        id=record_id,
        name=row["name"],
        post=row["post"],
        post_kind=PostKind(row["post_kind"]),
        status=PostStatus(row["status"]),
        own_post=row["own_post"],
        nip=row["nip"],
        rank=row["rank"],
        grade=row["grade"],
        office_id=id_of("offices", row["office_code"]),
        from_on=date.fromisoformat(row["from_on"]),
        to_on=day(row["to_on"]),
    )


def letterhead(entry: Mapping[str, object], record_id: str) -> Letterhead:
    """A kop with the neutral emblem."""
    return Letterhead(
        id=record_id,
        name=str(entry["name"]),
        kind=LetterheadKind(str(entry["kind"])),
        government_line=str(entry["government_line"]),
        office_lines=_lines(entry["office_lines"]),
        address_lines=_lines(entry["address_lines"]),
    )


def _lines(value: object) -> tuple[str, ...]:
    return tuple(str(line) for line in value) if isinstance(value, list) else ()


def employee(row: Row, record_id: str, id_of: IdOf) -> Employee:
    """One invented ASN."""
    return Employee(
        id=record_id,
        office_id=id_of("offices", row["office_code"]),
        name=row["name"],
        nip=row["nip"],
        rank=row["rank"],
        grade=row["grade"],
        position=row["position"],
        unit=row["unit"],
        sex=Sex(row["sex"]),
        nik_ready=row["nik_ready"] == YES,
        kk_ready=row["kk_ready"] == YES,
        note=row["note"],
    )


def phase(row: Row, record_id: str) -> Phase:
    """Dates of one stage as known from a day on."""
    return Phase(
        id=record_id,
        kind=PhaseKind(row["kind"]),
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        known_from=date.fromisoformat(row["known_from"]),
        source=row["source"],
    )


def target(row: Row, record_id: str) -> Target:
    """A target as known from a day on."""
    return Target(
        id=record_id,
        unit=CountedUnit(row["unit"]),
        percent=float(row["percent"]),
        is_wish=row["is_wish"] == YES,
        known_from=date.fromisoformat(row["known_from"]),
        source=row["source"],
    )


def denominator(row: Row, record_id: str) -> Denominator:
    """A number of persons or households as known from a day on."""
    return Denominator(
        id=record_id,
        unit=CountedUnit(row["unit"]),
        total=int(row["total"]),
        known_from=date.fromisoformat(row["known_from"]),
        source=row["source"],
    )


def staffing_plan(row: Row, record_id: str) -> StaffingPlan:
    """Planned field staff as known from a day on."""
    return StaffingPlan(
        id=record_id,
        enumerator_count=int(row["enumerator_count"]),
        team_leader_count=int(row["team_leader_count"]),
        known_from=date.fromisoformat(row["known_from"]),
        source=row["source"],
    )


def venue(row: Row, record_id: str, id_of: IdOf) -> Venue:
    """A place with an invented capacity and about where it lies."""
    return Venue(
        id=record_id,
        name=row["name"],
        capacity=int(row["capacity"]),
        position=Position(lat=float(row["lat"]), lon=float(row["lon"])),
        office_id=id_of("offices", row["office_code"]),
    )


def facilitator(row: Row, record_id: str, id_of: IdOf) -> Facilitator:
    """One invented facilitator; leave is `first/last/reason`."""
    leave = []
    if row["leave"]:
        first, last, reason = row["leave"].split("/")
        days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}
        leave.append(Leave(**days, reason=reason))
    return Facilitator(
        id=record_id,
        name=row["name"],
        unit=row["unit"],
        position=row["position"],
        officer_id=id_of("officers", row["officer"]),
        leave=tuple(leave),
    )


def planning_team(row: Row, record_id: str, id_of: IdOf) -> PlanningTeam:
    """One team that holds sessions, its facilitators by their keys."""
    return PlanningTeam(
        id=record_id,
        name=row["name"],
        facilitator_ids=tuple(
            id_of("facilitators", key) for key in several(row["facilitator_keys"])
        ),
        extra_count=int(row["extra_count"]),
        min_present=int(row["min_present"]),
        note=row["note"],
    )


def day_change(row: Row, record_id: str) -> DayChange:
    """What a decree changed, as known from its day on."""
    return DayChange(
        id=record_id,
        on=date.fromisoformat(row["on"]),
        until=day(row["until"]),
        kind=DayKind(row["kind"]),
        name=row["name"],
        known_from=date.fromisoformat(row["known_from"]),
        source=row["source"],
    )


def delivery(row: Row, record_id: str, id_of: IdOf) -> Delivery:
    """A letter sent to one office, not yet received."""
    return Delivery(
        id=record_id,
        letter_id=id_of("letters", row["letter"]),
        office_id=id_of("offices", row["office_code"]),
        sent_on=day(row["sent_on"]),
        channel=Channel(row["channel"]),
        note=row["note"],
    )
