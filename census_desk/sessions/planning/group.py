"""Whom the campaign must still reach: offices, kecamatan and clusters of villages, as groups.

Keys equal the coverage board's row keys: "office:<id>", "district:<code>"; villages are reached in
clusters, "cluster:<code of the kecamatan>:<number>".
"""

from dataclasses import dataclass
from enum import StrEnum

from census_desk.places import DISTRICT_CODE_LENGTH
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.travel import Position
from census_desk.words import N_


class GroupKind(StrEnum):
    """What a group is."""

    OFFICE = "opd"
    DISTRICT = "kecamatan"
    CLUSTER = "desa"


GROUP_KIND_NAMES = {
    GroupKind.OFFICE: N_("OPD"),
    GroupKind.DISTRICT: N_("Kecamatan"),
    GroupKind.CLUSTER: N_("Kelompok desa"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People who are reached together, and what a session for them needs.

    Of `people`, `reached` came and `scheduled` have a date; `sessions` more are to be planned for
    those that are `left`. `venue` is the place as printed, `venue_id` "" for one outside the list.
    Where nothing is left, `why` says so in words.
    """

    key: str
    kind: GroupKind
    name: str
    short_name: str
    office_ids: tuple[str, ...] = ()
    district_code: str = ""
    village_codes: tuple[str, ...] = ()
    people: int
    reached: int = 0
    scheduled: int = 0
    left: int = 0
    room: int
    venue_id: str = ""
    venue: str
    position: Position
    sessions: int = 0
    max_per_day: int = 1
    own: PlanningGroup | None = None
    why: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether the office does not want it planned."""
        return self.own is not None and self.own.is_left_out

    @property
    def board_keys(self) -> frozenset[str]:
        """The rows of the coverage board it stands for, and its own key."""
        kecamatan = f"district:{self.district_code}"
        return frozenset(
            [
                self.key,
                *(f"office:{one}" for one in self.office_ids),
                *(f"village:{one}" for one in self.village_codes),
                *([kecamatan] if self.kind is not GroupKind.OFFICE else []),
            ]
        )


def district_of(area_code: str) -> str:
    """The kecamatan an area lies in; "" for the whole kabupaten."""
    return area_code[:DISTRICT_CODE_LENGTH] if len(area_code) >= DISTRICT_CODE_LENGTH else ""
