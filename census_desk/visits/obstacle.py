"""What hinders some people of an office, and whether a visit can cure it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, refuse, require
from census_desk.words import N_, _


class ObstacleReason(StrEnum):
    """Why people cannot finish; the values are kept, the names are shown."""

    MISMATCH = "NIK/KK tidak cocok (kode 104)"
    NEW_FAMILY_CARD = "KK terbit setelah Juli 2019"
    PASSWORD = "lupa sandi"
    SERVER = "server lambat"
    NO_DEVICE = "tanpa gawai"
    LEAVE = "cuti"
    OTHER = "lainnya"


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
