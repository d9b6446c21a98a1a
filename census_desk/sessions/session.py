"""Sosialisasi: one briefing held, and who is to be reached by it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from census_desk.checks import count, limit, order_of_times, refuse, require
from census_desk.words import N_, _


class SessionKind(StrEnum):
    """Kinds of sessions of a campaign."""

    OFFICE = "sosialisasi OPD"
    DISTRICT = "sosialisasi kecamatan"
    COORDINATION = "rapat koordinasi"
    KICKOFF = "kick-off"
    TOGETHER = "ngisi bareng"
    TRAINING = "pelatihan petugas"


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
NOT_TAKING_PLACE = (SessionStatus.POSTPONED, SessionStatus.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A briefing; `ends_at` None prints as "selesai", `chair_id` signs the attendance sheet."""

    id: str
    kind: SessionKind = SessionKind.OFFICE
    title: str
    held_on: date
    starts_at: time
    ends_at: time | None = None
    venue: str
    office_ids: tuple[str, ...] = ()
    district_codes: tuple[str, ...] = ()
    village_codes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    invited_count: int = 0
    attended_count: int | None = None
    chair_id: str = ""
    letterhead_id: str = ""
    status: SessionStatus = SessionStatus.PLANNED
    status_note: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        refuse(session_problems(self))


def session_problems(session: Session) -> dict[str, str]:
    """Field to sentence for a session that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "title", session.title, _("Acara"))
    require(problems, "venue", session.venue, _("Tempat"))
    limit(problems, "title", session.title, _("Acara"), 300)
    limit(problems, "venue", session.venue, _("Tempat"), 200)
    limit(problems, "note", session.note, _("Catatan"))
    order_of_times(problems, "ends_at", session.starts_at, session.ends_at)
    count(problems, "invited_count", session.invited_count, _("Jumlah undangan"))
    count(problems, "attended_count", session.attended_count, _("Jumlah hadir"))
    if not (session.office_ids or session.district_codes or session.groups):
        problems["office_ids"] = _("Sasaran belum diisi: pilih OPD, kecamatan, atau kelompok.")
    if session.status in NOT_TAKING_PLACE and not session.status_note.strip():
        problems["status_note"] = _("Sesi yang ditunda atau batal memerlukan alasan.")
    return problems
