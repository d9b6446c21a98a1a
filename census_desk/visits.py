"""Pendampingan teknis: what hinders an office, the visit that helps, and how it ends."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from census_desk.checks import BODY_LIMIT, count, limit, order_of_times, refuse, require
from census_desk.words import N_, _


class VisitStatus(StrEnum):
    """How far a visit has come."""

    PLANNED = "direncanakan"
    HELD = "selesai"
    CANCELLED = "batal"


class ObstacleReason(StrEnum):
    """Why people cannot finish; the values are kept, the names are shown."""

    MISMATCH = "NIK/KK tidak cocok (kode 104)"
    NEW_FAMILY_CARD = "KK terbit setelah Juli 2019"
    PASSWORD = "lupa sandi"
    SERVER = "server lambat"
    NO_DEVICE = "tanpa gawai"
    LEAVE = "cuti"
    OTHER = "lainnya"


VISIT_STATUS_NAMES = {
    VisitStatus.PLANNED: N_("Direncanakan"),
    VisitStatus.HELD: N_("Selesai"),
    VisitStatus.CANCELLED: N_("Dibatalkan"),
}
OBSTACLE_REASON_NAMES = {
    ObstacleReason.MISMATCH: N_("NIK/KK tidak cocok (kode 104)"),
    ObstacleReason.NEW_FAMILY_CARD: N_("KK terbit setelah data dasar (Juli 2019)"),
    ObstacleReason.PASSWORD: N_("Lupa sandi"),
    ObstacleReason.SERVER: N_("Server lambat atau tidak terbuka"),
    ObstacleReason.NO_DEVICE: N_("Tanpa gawai"),
    ObstacleReason.LEAVE: N_("Sedang cuti"),
    ObstacleReason.OTHER: N_("Lainnya"),
}
# Nothing a visit can do: the household waits for the interview phase, or the person is away.
NOT_CURABLE = (ObstacleReason.NEW_FAMILY_CARD, ObstacleReason.LEAVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One technical-assistance call on an Office."""

    id: str
    office_id: str
    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    officers: tuple[str, ...] = ()
    purpose: str
    status: VisitStatus = VisitStatus.PLANNED
    attendee_count: int = 0
    helped_count: int = 0
    findings: str = ""
    follow_up: str = ""
    follow_up_on: date | None = None
    follow_up_done_on: date | None = None
    received_by: str = ""
    received_by_post: str = ""
    signatory_id: str = ""
    number: str = ""
    status_note: str = ""

    def __post_init__(self) -> None:
        refuse(visit_problems(self))


def visit_problems(visit: Visit) -> dict[str, str]:
    """Field to sentence for a visit that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "office_id", visit.office_id, _("OPD"))
    require(problems, "purpose", visit.purpose, _("Maksud kunjungan"))
    limit(problems, "purpose", visit.purpose, _("Maksud kunjungan"))
    limit(problems, "findings", visit.findings, _("Hasil"), BODY_LIMIT)
    limit(problems, "follow_up", visit.follow_up, _("Tindak lanjut"), 2_000)
    order_of_times(problems, "ends_at", visit.starts_at, visit.ends_at)
    count(problems, "attendee_count", visit.attendee_count, _("Jumlah peserta"))
    count(problems, "helped_count", visit.helped_count, _("Jumlah yang selesai dibantu"))
    if visit.helped_count > visit.attendee_count:
        problems.setdefault("helped_count", _("Yang selesai dibantu melebihi jumlah peserta."))
    if visit.status is VisitStatus.HELD and visit.attendee_count < 1:
        problems["attendee_count"] = _("Jumlah peserta minimal 1.")
    if visit.status is VisitStatus.HELD and not visit.officers:
        problems["officers"] = _("Petugas pendamping belum diisi.")
    if visit.status is VisitStatus.CANCELLED and not visit.status_note.strip():
        problems["status_note"] = _("Kunjungan batal memerlukan alasan.")
    if visit.follow_up_on and not visit.follow_up.strip():
        problems["follow_up"] = _("Ada tenggat tindak lanjut, tetapi tindak lanjutnya kosong.")
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What hinders some people of an office, noted on a day, perhaps closed by a visit."""

    id: str
    office_id: str
    reason: ObstacleReason = ObstacleReason.MISMATCH
    people_count: int
    noted_on: date
    visit_id: str = ""
    closed_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "office_id", self.office_id, _("OPD"))
        limit(problems, "note", self.note, _("Catatan"))
        if self.people_count < 1:
            problems["people_count"] = _("Jumlah orang minimal 1.")
        if self.closed_on and self.closed_on < self.noted_on:
            problems["closed_on"] = _("Tanggal tuntas mendahului tanggal dicatat.")
        refuse(problems)


def is_curable(obstacle: Obstacle) -> bool:
    """Whether a visit can help; others wait for the interview phase."""
    return obstacle.reason not in NOT_CURABLE
