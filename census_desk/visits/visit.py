"""Pendampingan teknis: one call on an office, how far it has come and what it brought."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from census_desk.checks import (
    BODY_LIMIT,
    count,
    limit,
    no_long_digits,
    order_of_times,
    refuse,
    require,
)
from census_desk.words import N_, _


class VisitStatus(StrEnum):
    """How far a visit has come."""

    PLANNED = "direncanakan"
    HELD = "selesai"
    CANCELLED = "batal"


class Readiness(StrEnum):
    """One line of the checklist on the spot; never a number, and not asked is not "tidak"."""

    UNKNOWN = "belum diperiksa"
    YES = "ya"
    NO = "tidak"


VISIT_STATUS_NAMES = {
    VisitStatus.PLANNED: N_("Direncanakan"),
    VisitStatus.HELD: N_("Selesai"),
    VisitStatus.CANCELLED: N_("Dibatalkan"),
}

READINESS_NAMES = {
    Readiness.UNKNOWN: N_("Belum diperiksa"),
    Readiness.YES: N_("Ya"),
    Readiness.NO: N_("Tidak"),
}
# The checklist by field of Visit, in the order people are asked.
CHECKLIST = {
    "nik_ready": N_("NIK siap"),
    "kk_ready": N_("KK siap"),
    "device_ready": N_("Gawai siap"),
    "network_ready": N_("Jaringan siap"),
}


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
    nik_ready: Readiness = Readiness.UNKNOWN
    kk_ready: Readiness = Readiness.UNKNOWN
    device_ready: Readiness = Readiness.UNKNOWN
    network_ready: Readiness = Readiness.UNKNOWN
    findings: str = ""
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
    for field, value, name in (
        ("purpose", visit.purpose, _("Maksud kunjungan")),
        ("findings", visit.findings, _("Hasil")),
        ("status_note", visit.status_note, _("Alasan")),
    ):
        no_long_digits(problems, field, value, name)
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
    return problems
