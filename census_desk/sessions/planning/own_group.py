"""What the office says of one group to reach, in place of what the desk derives."""

from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.sessions.planning.closed import Closed, ForbiddenHalf
from census_desk.words import N_, _

# Field, name and most; each may stay empty.
FIGURES = (
    ("people", N_("Jumlah orang"), 100_000),
    ("room", N_("Orang sekali sosialisasi"), 10_000),
    ("sessions", N_("Jumlah sesi"), 200),
    ("max_per_day", N_("Sesi paling banyak sehari"), 20),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningGroup:
    """The office's own changes to the group with that `key`; None or empty: as derived.

    `sessions` are those for all its people; `is_left_out` groups are not planned at all.
    """

    id: str
    key: str
    people: int | None = None
    room: int | None = None
    venue_id: str = ""
    sessions: int | None = None
    max_per_day: int | None = None
    not_before: date | None = None
    not_after: date | None = None
    closed: tuple[Closed, ...] = ()
    forbidden: tuple[ForbiddenHalf, ...] = ()
    is_left_out: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        refuse(own_group_problems(self))


def own_group_problems(group: PlanningGroup) -> dict[str, str]:
    """Field to sentence for changes that cannot hold."""
    problems: dict[str, str] = {}
    require(problems, "key", group.key, _("Kelompok sasaran"))
    limit(problems, "note", group.note, _("Catatan"))
    for field, name, most in FIGURES:
        value: int | None = getattr(group, field)
        if value is not None and not 1 <= value <= most:
            problems[field] = _("{name} antara {least} dan {most}.").format(
                name=_(name), least=1, most=most
            )
    if group.not_before and group.not_after:
        order_of_days(problems, "not_after", group.not_before, group.not_after)
    return problems
