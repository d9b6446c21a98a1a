"""The desk itself: whose it is, where it stands, and the day it works on."""

from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, refuse, require
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One register's own facts; there is exactly one in a register."""

    id: str
    office_name: str
    regency_code: str = ""
    regency_name: str
    place: str
    province_name: str = ""
    working_date: date | None = None
    is_sample: bool = False

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "office_name", self.office_name, _("Nama kantor"))
        require(problems, "regency_name", self.regency_name, _("Kabupaten/kota"))
        require(problems, "place", self.place, _("Tempat penandatanganan"))
        for field, name in (("office_name", _("Nama kantor")), ("place", _("Tempat"))):
            limit(problems, field, getattr(self, field), name)
        refuse(problems)


def working_day(desk: Desk, today: date) -> date:
    """The day that lists, reports and the phase bar use: the set one, else today."""
    return desk.working_date or today
