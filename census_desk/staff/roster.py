"""Field staff and facilitators: who they are, what they do and where."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.words import N_, _


class StaffRole(StrEnum):
    """Roles of a census in the field; koseka stands above the team leaders."""

    ENUMERATOR = "pencacah"
    TEAM_LEADER = "koordinator tim"
    DISTRICT_COORDINATOR = "koseka"
    BPS_OFFICER = "petugas BPS"


STAFF_ROLE_NAMES = {
    StaffRole.ENUMERATOR: N_("Petugas pencacah lapangan"),
    StaffRole.TEAM_LEADER: N_("Koordinator tim"),
    StaffRole.DISTRICT_COORDINATOR: N_("Koseka"),
    StaffRole.BPS_OFFICER: N_("Petugas BPS"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfficer:
    """One person of the field staff; `officer_number` is opaque, never a NIK."""

    id: str
    name: str
    role: StaffRole = StaffRole.ENUMERATOR
    officer_number: str = ""
    district_code: str = ""
    village_codes: tuple[str, ...] = ()
    team_leader_id: str = ""
    phone: str = ""
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "name", self.name, _("Nama"))
        limit(problems, "name", self.name, _("Nama"), 120)
        limit(problems, "officer_number", self.officer_number, _("Nomor petugas"), 40)
        limit(problems, "phone", self.phone, _("Telepon"), 60)
        limit(problems, "note", self.note, _("Catatan"))
        order_of_days(problems, "to_on", self.from_on, self.to_on)
        refuse(problems)
