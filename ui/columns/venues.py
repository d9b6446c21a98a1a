"""The tables of venues, facilitators and changed days."""

from typing import Any

from census_desk.calendar import DAY_KIND_NAMES, DayChange
from census_desk.indonesian import short_date
from census_desk.sessions.facilitator import Facilitator
from census_desk.sessions.venue import Venue
from census_desk.travel import position_text
from census_desk.words import N_
from ui.tables import Column, named_column, number_column, reference_column, shown, text_column


def _position(venue: Venue, _lookup: Any) -> str:
    return position_text(venue.position) if venue.position else ""


def _leave(person: Facilitator, _lookup: Any) -> str:
    return ", ".join(
        short_date(one.first)
        if one.first == one.last
        else f"{short_date(one.first)}–{short_date(one.last)}"
        for one in person.leave
    )


def _days(change: DayChange, _lookup: Any) -> str:
    until = f"–{short_date(change.until)}" if change.until else ""
    return f"{short_date(change.on)}{until}"


VENUE = (
    text_column("name", N_("Nama tempat"), ems=24),
    number_column("capacity", N_("Kapasitas")),
    text_column("address", N_("Alamat"), ems=24),
    reference_column("office_id", N_("Milik OPD"), "offices", ems=12),
    Column(name="position", label=N_("Koordinat"), text=_position, ems=14, shown=False),
    text_column("contact", N_("Narahubung"), ems=14, shown=False),
)

FACILITATOR = (
    text_column("name", N_("Nama"), ems=20),
    text_column("unit", N_("Unit kerja"), ems=18),
    Column(name="leave", label=N_("Cuti"), text=_leave, ems=18),
    text_column("position", N_("Jabatan"), ems=16, shown=False),
    text_column("phone", N_("Telepon"), ems=12, shown=False),
)

DAY_CHANGE = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=_days,
        sort_key=lambda change, lookup: change.on,
        value=lambda change, lookup: change.on,
        ems=16,
    ),
    text_column("name", N_("Nama hari"), ems=20),
    named_column("kind", N_("Menjadi"), DAY_KIND_NAMES, ems=11),
    Column(
        name="known_from",
        label=N_("Diketahui sejak"),
        text=lambda change, lookup: shown(change.known_from),
        sort_key=lambda change, lookup: change.known_from,
        value=lambda change, lookup: change.known_from,
        ems=11,
    ),
    text_column("source", N_("Sumber"), ems=24, shown=False),
)
