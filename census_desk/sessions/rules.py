"""What the office's schedule must keep to, and how hard each rule is."""

from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum

from census_desk.checks import refuse
from census_desk.words import N_, _


class Severity(StrEnum):
    """How hard a rule is: it stops saving, it is told, or it is only listed."""

    FORBID = "larang"
    WARN = "ingatkan"
    NOTE = "catat"


class ClashKind(StrEnum):
    """What may stand in the way of a session."""

    FACILITATOR = "fasilitator"
    LEAVE = "cuti"
    VENUE = "tempat"
    OFFICE = "opd"
    CAPACITY = "kapasitas"
    HOLIDAY = "hari libur"
    JOINT_LEAVE = "cuti bersama"
    FRIDAY = "salat jumat"
    HOURS = "jam kerja"
    TRAVEL = "perjalanan"
    PHASE = "tahap"


SEVERITY_NAMES = {
    Severity.FORBID: N_("Dilarang"),
    Severity.WARN: N_("Diingatkan"),
    Severity.NOTE: N_("Dicatat"),
}
CLASH_NAMES = {
    ClashKind.FACILITATOR: N_("Fasilitator bentrok"),
    ClashKind.LEAVE: N_("Fasilitator cuti"),
    ClashKind.VENUE: N_("Tempat terpakai"),
    ClashKind.OFFICE: N_("OPD di dua acara"),
    ClashKind.CAPACITY: N_("Tempat tidak cukup"),
    ClashKind.HOLIDAY: N_("Hari libur"),
    ClashKind.JOINT_LEAVE: N_("Cuti bersama"),
    ClashKind.FRIDAY: N_("Salat Jumat"),
    ClashKind.HOURS: N_("Di luar jam kerja"),
    ClashKind.TRAVEL: N_("Waktu perjalanan kurang"),
    ClashKind.PHASE: N_("Di luar tahap"),
}
SEVERITY_ORDER = (Severity.FORBID, Severity.WARN, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRules:
    """The office's hours and the severity of each kind of clash; a register has at most one.

    `usual_minutes` is how long a session without an end is taken to last.
    """

    id: str
    opens_at: time = time(7, 30)
    closes_at: time = time(15, 30)
    friday_from: time = time(11, 30)
    friday_until: time = time(13, 0)
    saturday_works: bool = False
    usual_minutes: int = 120
    facilitator: Severity = Severity.FORBID
    leave: Severity = Severity.FORBID
    venue: Severity = Severity.FORBID
    office: Severity = Severity.WARN
    capacity: Severity = Severity.FORBID
    holiday: Severity = Severity.WARN
    joint_leave: Severity = Severity.WARN
    friday: Severity = Severity.WARN
    hours: Severity = Severity.WARN
    travel: Severity = Severity.WARN
    phase: Severity = Severity.WARN

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        if self.closes_at <= self.opens_at:
            problems["closes_at"] = _("Jam tutup harus sesudah jam buka.")
        if self.friday_until <= self.friday_from:
            problems["friday_until"] = _("Akhir jeda Jumat harus sesudah awalnya.")
        if not 15 <= self.usual_minutes <= 600:
            problems["usual_minutes"] = _("Lama acara antara 15 dan 600 menit.")
        refuse(problems)


USUAL_RULES = ScheduleRules(id="")
"""What holds until the office sets its own."""
SEVERITY_FIELDS = tuple(
    one.name for one in fields(ScheduleRules) if one.name.upper() in ClashKind.__members__
)


def severity_of(rules: ScheduleRules, kind: ClashKind) -> Severity:
    """How hard a kind of clash is at this office."""
    found: Severity = getattr(rules, kind.name.lower())
    return found
