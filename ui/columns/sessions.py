"""The tables of sessions, of who came and of the sheets printed for them."""

from typing import Any

from census_desk.indonesian import clock
from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES
from census_desk.sessions.session import (
    SESSION_KIND_NAMES,
    SESSION_STATUS_NAMES,
    Session,
    move_words,
)
from census_desk.words import N_, counted
from ui.tables import (
    Column,
    named_column,
    number_column,
    reference_column,
    shown,
    text_column,
)
from ui.wording import weekday_date

MOST_NAMED = 3  # more offices than this are counted


def _time(session: Session, _lookup: Any) -> str:
    end = f"–{clock(session.ends_at)}" if session.ends_at else ""
    return f"{clock(session.starts_at)}{end}"


def audience(session: Session, lookup: Any) -> str:
    """Whom a session is for, in short: `Dinkes, Setda`, `43 OPD`, `Jekulo`, groups."""
    offices = session.office_ids
    parts = (
        lookup.titles("offices", offices)
        if len(offices) <= MOST_NAMED
        else counted("{count} OPD", "{count} OPD", len(offices)).format(count=len(offices)),
        lookup.areas(session.district_codes),
        lookup.areas(session.village_codes),
        ", ".join(session.groups),
    )
    return ", ".join(part for part in parts if part)


def _day(session: Session, _lookup: Any) -> str:
    return weekday_date(session.held_on)


SESSION = (
    Column(
        name="held_on",
        label=N_("Tanggal"),
        text=_day,
        sort_key=lambda session, lookup: (session.held_on, session.starts_at),
        value=lambda session, lookup: session.held_on,
        ems=13,
    ),
    Column(
        name="starts_at",
        label=N_("Waktu"),
        text=_time,
        sort_key=lambda session, lookup: session.starts_at,
        ems=10,
    ),
    Column(name="audience", label=N_("Sasaran"), text=audience, ems=18),
    text_column("title", N_("Acara"), ems=30),
    named_column("status", N_("Status"), SESSION_STATUS_NAMES, ems=10),
    text_column("venue", N_("Tempat"), ems=18, shown=False),
    Column(
        name="moves",
        label=N_("Riwayat pindah"),
        text=lambda session, lookup: "; ".join(map(move_words, session.moves)),
        ems=30,
        shown=False,
    ),
    number_column("attended_count", N_("Hadir"), shown=False),
    number_column("invited_count", N_("Diundang"), shown=False),
    named_column("kind", N_("Jenis"), SESSION_KIND_NAMES, ems=16, shown=False),
)

ATTENDANCE = (
    text_column("name", N_("Nama"), ems=22),
    reference_column("office_id", N_("OPD"), "offices", ems=14),
    named_column("state", N_("Kehadiran"), ATTENDANCE_STATE_NAMES, ems=11),
    text_column("represented_by", N_("Diwakili oleh"), ems=16, shown=False),
    text_column("note", N_("Catatan"), ems=18, shown=False),
)

SHEET = (
    text_column("code", N_("Kode"), ems=10),
    reference_column("session_id", N_("Sesi"), "sessions", ems=24),
    Column(
        name="printed_at",
        label=N_("Dicetak"),
        text=lambda sheet, lookup: shown(sheet.printed_at),
        sort_key=lambda sheet, lookup: sheet.printed_at,
        ems=10,
    ),
    text_column("printed_by", N_("Oleh"), ems=12),
    text_column("paper", N_("Kertas"), ems=6),
)
