"""Who came to a session, and in which state; not recorded is never the same as absent."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from census_desk.checks import limit, refuse, require
from census_desk.words import N_, _


class AttendanceState(StrEnum):
    """States of one person at one session; no record at all means "belum dicatat"."""

    PRESENT = "hadir"
    REPRESENTED = "diwakili"
    EXCUSED = "izin"
    SICK = "sakit"
    OTHER_DUTY = "tugas lain"
    ABSENT = "tidak hadir"


ATTENDANCE_STATE_NAMES = {
    AttendanceState.PRESENT: N_("Hadir"),
    AttendanceState.REPRESENTED: N_("Diwakili"),
    AttendanceState.EXCUSED: N_("Izin"),
    AttendanceState.SICK: N_("Sakit"),
    AttendanceState.OTHER_DUTY: N_("Tugas lain"),
    AttendanceState.ABSENT: N_("Tidak hadir"),
}
REACHED = (AttendanceState.PRESENT, AttendanceState.REPRESENTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one session.

    `employee_id` is "" for whoever is no ASN of the register; `listed_as` then says which row of
    the session's list this is ("" for a walk-in). `sheet_code` is the sheet it was read from.
    """

    id: str
    session_id: str
    employee_id: str = ""
    office_id: str = ""
    name: str
    state: AttendanceState = AttendanceState.PRESENT
    represented_by: str = ""
    note: str = ""
    listed_as: str = ""
    arrived_at: time | None = None
    sheet_code: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "session_id", self.session_id, _("Sesi"))
        require(problems, "name", self.name, _("Nama"))
        limit(problems, "name", self.name, _("Nama"), 120)
        limit(problems, "represented_by", self.represented_by, _("Diwakili oleh"), 120)
        limit(problems, "note", self.note, _("Catatan"))
        if self.state is AttendanceState.REPRESENTED:
            require(problems, "represented_by", self.represented_by, _("Diwakili oleh"))
        refuse(problems)


def person_key(attendance: Attendance) -> str:
    """What the session's list knows this person by, "" for a walk-in nobody knows."""
    return attendance.employee_id or attendance.listed_as
