"""The desk itself: whose it is, where it stands, and the day it works on."""

from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, refuse, require
from census_desk.words import N_, _

# When a visit is proposed (visits/proposals.py): field, name, least and most.
THRESHOLDS = (
    ("proposal_people", N_("Orang terkendala"), 1, 1_000),
    ("proposal_points", N_("Selisih dari rata-rata"), 1, 100),
    ("proposal_still_days", N_("Hari tanpa kemajuan"), 1, 90),
    ("proposal_rest_days", N_("Jeda sesudah kunjungan"), 0, 90),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One register's own facts; there is exactly one in a register.

    The `proposal_` figures say when a visit is proposed.
    """

    id: str
    office_name: str
    regency_code: str = ""
    regency_name: str
    place: str
    province_name: str = ""
    working_date: date | None = None
    is_sample: bool = False
    proposal_people: int = 5
    proposal_points: int = 20
    proposal_still_days: int = 7
    proposal_rest_days: int = 3

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "office_name", self.office_name, _("Nama kantor"))
        require(problems, "regency_name", self.regency_name, _("Kabupaten/kota"))
        require(problems, "place", self.place, _("Tempat penandatanganan"))
        for field, name in (("office_name", _("Nama kantor")), ("place", _("Tempat"))):
            limit(problems, field, getattr(self, field), name)
        for field, name, least, most in THRESHOLDS:
            if not least <= getattr(self, field) <= most:
                problems[field] = _("{name} antara {least} dan {most}.").format(
                    name=_(name), least=least, most=most
                )
        refuse(problems)


def working_day(desk: Desk, today: date) -> date:
    """The day that lists, reports and the phase bar use: the set one, else today."""
    return desk.working_date or today
