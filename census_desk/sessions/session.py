"""Sosialisasi: one briefing held, and who is to be reached by it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from census_desk.checks import count, limit, order_of_times, refuse, require
from census_desk.indonesian import clock, number, short_date
from census_desk.words import N_, _


class SessionKind(StrEnum):
    """Kinds of sessions of a campaign."""

    OFFICE = "sosialisasi OPD"
    DISTRICT = "sosialisasi kecamatan"
    COORDINATION = "rapat koordinasi"
    KICKOFF = "kick-off"
    TOGETHER = "ngisi bareng"
    TRAINING = "pelatihan petugas"


class Invitees(StrEnum):
    """How the invited are known: by name from their offices, or as a count only."""

    EMPLOYEES = "pegawai"
    COUNT = "jumlah"


class SessionStatus(StrEnum):
    """How far a session has come."""

    PLANNED = "direncanakan"
    INVITED = "diundang"
    RUNNING = "berlangsung"
    HELD = "selesai"
    POSTPONED = "ditunda"
    CANCELLED = "batal"


SESSION_KIND_NAMES = {
    SessionKind.OFFICE: N_("Sosialisasi OPD"),
    SessionKind.DISTRICT: N_("Sosialisasi kecamatan/desa"),
    SessionKind.COORDINATION: N_("Rapat koordinasi"),
    SessionKind.KICKOFF: N_("Kick-off"),
    SessionKind.TOGETHER: N_("Ngisi bareng"),
    SessionKind.TRAINING: N_("Pelatihan petugas"),
}
SESSION_STATUS_NAMES = {
    SessionStatus.PLANNED: N_("Direncanakan"),
    SessionStatus.INVITED: N_("Diundang"),
    SessionStatus.RUNNING: N_("Berlangsung"),
    SessionStatus.HELD: N_("Selesai"),
    SessionStatus.POSTPONED: N_("Ditunda"),
    SessionStatus.CANCELLED: N_("Dibatalkan"),
}
INVITEES_NAMES = {
    Invitees.EMPLOYEES: N_("Pegawai OPD sasaran, dengan nama"),
    Invitees.COUNT: N_("Jumlah saja"),
}
NOT_TAKING_PLACE = (SessionStatus.POSTPONED, SessionStatus.CANCELLED)


MOST_MATERIALS = 40
MOST_PEOPLE = 100_000  # more than any place of a kabupaten holds: a slip of the hand
NAME_LIMIT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One line of the checklist of what a session needs."""

    name: str
    is_ready: bool = False

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "materials", self.name, _("Perlengkapan"))
        limit(problems, "materials", self.name, _("Perlengkapan"), NAME_LIMIT)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """From when and where to when and where, why, and on which working day it was decided."""

    moved_on: date
    reason: str = ""
    from_on: date
    from_starts_at: time
    from_ends_at: time | None = None
    from_venue: str = ""
    to_on: date
    to_starts_at: time
    to_ends_at: time | None = None
    to_venue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A briefing; `ends_at` None prints as "selesai", `chair_id` signs the attendance sheet.

    `venue` is the place as printed; `venue_id` the same place in the list of venues, "" for one
    outside it. `facilitators` are names beside those in `facilitator_ids`. `staff_from`: at a
    kick-off the leaders fill in first, the staff from that time on. Sessions made by one rule share
    a `series_key`; `plan_key` is the group of a plan it was made for. The planner and a hasty hand
    leave the date of one that `is_locked`; letters that are out keep it too until it `is_released`.
    """

    id: str
    kind: SessionKind = SessionKind.OFFICE
    title: str
    held_on: date
    starts_at: time
    ends_at: time | None = None
    staff_from: time | None = None
    venue: str = ""
    venue_id: str = ""
    office_ids: tuple[str, ...] = ()
    district_codes: tuple[str, ...] = ()
    village_codes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    invitees: Invitees = Invitees.EMPLOYEES
    invited_count: int = 0
    attended_count: int | None = None
    facilitator_ids: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    chair_id: str = ""
    letterhead_id: str = ""
    status: SessionStatus = SessionStatus.PLANNED
    status_note: str = ""
    moves: tuple[Move, ...] = ()
    series_key: str = ""
    plan_key: str = ""
    is_locked: bool = False
    is_released: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        refuse(session_problems(self))


def session_problems(session: Session) -> dict[str, str]:
    """Field to sentence for a session that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "title", session.title, _("Acara"))
    if not session.venue_id:
        require(problems, "venue", session.venue, _("Tempat"))
    limit(problems, "title", session.title, _("Acara"), 300)
    limit(problems, "venue", session.venue, _("Tempat"), 200)
    limit(problems, "note", session.note, _("Catatan"))
    order_of_times(problems, "ends_at", session.starts_at, session.ends_at)
    count(problems, "invited_count", session.invited_count, _("Jumlah undangan"))
    count(problems, "attended_count", session.attended_count, _("Jumlah hadir"))
    for field, people, label in (
        ("invited_count", session.invited_count, _("Jumlah undangan")),
        ("attended_count", session.attended_count or 0, _("Jumlah hadir")),
    ):
        if people > MOST_PEOPLE:
            told = _("{name} paling banyak {most} orang; periksa angkanya.")
            problems[field] = told.format(name=label, most=number(MOST_PEOPLE))
    if not any((session.office_ids, session.district_codes, session.village_codes, session.groups)):
        problems["office_ids"] = _("Sasaran belum diisi: pilih OPD, kecamatan, atau kelompok.")
    if session.invitees is Invitees.COUNT and session.invited_count < 1:
        problems["invited_count"] = _("Peserta hanya dihitung, jadi jumlah undangan harus diisi.")
    for field, names, label in (
        ("groups", session.groups, _("Kelompok lain")),
        ("facilitators", session.facilitators, _("Narasumber lain")),
    ):
        for name in names:
            limit(problems, field, name, label, NAME_LIMIT)
    if len(session.materials) > MOST_MATERIALS:
        problems["materials"] = _("Perlengkapan paling banyak {most} baris.").format(
            most=MOST_MATERIALS
        )
    _check_staff_time(problems, session)
    if session.status in NOT_TAKING_PLACE and not session.status_note.strip():
        problems["status_note"] = _("Sesi yang ditunda atau batal memerlukan alasan.")
    return problems


def _check_staff_time(problems: dict[str, str], session: Session) -> None:
    staff = session.staff_from
    if staff is None:
        return
    if session.kind is not SessionKind.KICKOFF:
        problems["staff_from"] = _("Jam mulai ASN hanya untuk kick-off; kosongkan.")
    elif staff <= session.starts_at or (session.ends_at and staff >= session.ends_at):
        problems["staff_from"] = _("Jam mulai ASN harus di antara mulai dan selesainya acara.")


def taking_place(sessions: Iterable[Session]) -> list[Session]:
    """The sessions that are not postponed or cancelled."""
    return [one for one in sessions if one.status not in NOT_TAKING_PLACE]


def is_moved(before: Session, after: Session) -> bool:
    """Whether a session now takes place at another time or place."""
    return _when_and_where(before) != _when_and_where(after)


def moved(before: Session, after: Session, *, reason: str, on: date) -> Move:
    """What happened between two versions of a session, as a line of its history."""
    return Move(
        moved_on=on,
        reason=reason.strip(),
        from_on=before.held_on,
        from_starts_at=before.starts_at,
        from_ends_at=before.ends_at,
        from_venue=before.venue,
        to_on=after.held_on,
        to_starts_at=after.starts_at,
        to_ends_at=after.ends_at,
        to_venue=after.venue,
    )


def move_words(move: Move) -> str:
    """`24/02/2020 13.00, Aula → 25/02/2020 08.30, Pendopo: alasan (diputuskan 20/02/2020)`."""
    same_place = move.from_venue == move.to_venue
    before = _spot(move.from_on, move.from_starts_at, "" if same_place else move.from_venue)
    after = _spot(move.to_on, move.to_starts_at, "" if same_place else move.to_venue)
    reason = f": {move.reason}" if move.reason else ""
    decided = _("diputuskan {day}").format(day=short_date(move.moved_on))
    return f"{before} → {after}{reason} ({decided})"


def _spot(day: date, at: time, venue: str) -> str:
    return ", ".join(part for part in (f"{short_date(day)} {clock(at)}", venue) if part)


def _when_and_where(session: Session) -> tuple[date, time, time | None, str, str]:
    return session.held_on, session.starts_at, session.ends_at, session.venue, session.venue_id
