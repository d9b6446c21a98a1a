"""Teams that go out to hold sessions: facilitators by name, or just so many people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, refuse, require
from census_desk.sessions.facilitator import Facilitator, leave_on
from census_desk.words import _

MOST_MEMBERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningTeam:
    """A team; `extra_count` are members not known by name.

    It goes out on days when at least `min_present` of its members are not on leave.
    """

    id: str
    name: str
    facilitator_ids: tuple[str, ...] = ()
    extra_count: int = 0
    min_present: int = 1
    note: str = ""

    def __post_init__(self) -> None:
        refuse(team_problems(self))

    @property
    def member_count(self) -> int:
        """How many people belong to it."""
        return len(self.facilitator_ids) + self.extra_count


def team_problems(team: PlanningTeam) -> dict[str, str]:
    """Field to sentence for a team that cannot go out."""
    problems: dict[str, str] = {}
    require(problems, "name", team.name, _("Nama tim"))
    limit(problems, "name", team.name, _("Nama tim"), 60)
    limit(problems, "note", team.note, _("Catatan"))
    if not 0 <= team.extra_count <= MOST_MEMBERS:
        problems["extra_count"] = _("Anggota lain antara 0 dan {most} orang.").format(
            most=MOST_MEMBERS
        )
    elif not team.member_count:
        problems["facilitator_ids"] = _(
            "Tim belum punya anggota: pilih fasilitator atau isi jumlah anggota lain."
        )
    elif not 1 <= team.min_present <= team.member_count:
        problems["min_present"] = _("Paling sedikit hadir antara 1 dan {most} orang.").format(
            most=team.member_count
        )
    return problems


def present(team: PlanningTeam, people: Iterable[Facilitator], on: date) -> tuple[Facilitator, ...]:
    """The members known by name who are at work that day, in the team's order."""
    by_id = {one.id: one for one in people}
    named = (by_id[one] for one in team.facilitator_ids if one in by_id)
    return tuple(one for one in named if leave_on(one, on) is None)
