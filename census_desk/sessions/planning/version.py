"""A plan as it is kept: every search leaves a version, and the newest is the draft in front."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from census_desk.checks import limit, refuse, require
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.sessions.planner.request import PlannedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One session of a plan: which group, when, by which team, for how many people.

    `session_id` is the session it became or is to move; "" while it is only planned. One that
    `is_accepted` moves nothing any more, whatever becomes of its session.
    """

    group: str
    on: date
    slot: str
    team_id: str
    people: int = 0
    is_locked: bool = False
    session_id: str = ""
    is_accepted: bool = False

    def as_planned(self) -> "PlannedSession":
        """The line in the words of a request."""
        from census_desk.sessions.planner.request import PlannedSession

        return PlannedSession(
            unit=self.group, on=self.on, slot=self.slot, team=self.team_id, locked=self.is_locked
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMissing:
    """So many sessions of a group found no place."""

    group: str
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReason:
    """Why some groups have no place: places needed, places offered, in a sentence."""

    groups: tuple[str, ...]
    need: int
    offered: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFixPart:
    """One kind of change of a fix: how many of it, and the groups, days or halls it touches."""

    kind: str
    count: int = 1
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFix:
    """One way to make room; a price of 0 is free, `gains` how many sessions it adds."""

    price: int
    sentence: str
    gains: int = 0
    parts: tuple[PlanFixPart, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change it takes together."""
        return tuple(one.kind for one in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One plan with the reason it was made for; `total` and `bound` in person-days of waiting.

    The same `seed` and `tries` give the same plan from the same register. `only` are the groups or
    rows of the board it was made for, none for all.
    """

    id: str
    number: int
    made_on: date
    reason: str
    strength: str = "free"
    seed: int = 1
    tries: int = 0
    lines: tuple[PlanLine, ...] = ()
    missing: tuple[PlanMissing, ...] = ()
    reasons: tuple[PlanReason, ...] = ()
    fixes: tuple[PlanFix, ...] = ()
    total: float = 0.0
    bound: float = 0.0
    only: tuple[str, ...] = ()
    is_declined: bool = False

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "reason", self.reason, _("Alasan rencana"))
        limit(problems, "reason", self.reason, _("Alasan rencana"))
        if self.number < 1:
            problems["number"] = _("Nomor rencana minimal 1.")
        refuse(problems)
