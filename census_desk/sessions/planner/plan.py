"""What planning answers: the sessions, who is left out and why, and what the plan costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.sessions.planner.judged_cost import Parts
from census_desk.sessions.planner.request import PlannedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Units that together need more sessions than the days open to them offer.

    `limit` names what binds: team, venue, per day, blackout, road or search.
    """

    units: tuple[str, ...]
    need: int
    offered: int
    days: tuple[date, ...]
    limit: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One way to make room, with its price (0: free); `gains` is how many sessions it adds.

    `parts` are its kinds, how many of each, and the units, halls, days or people each touches.
    """

    price: int
    sentence: str
    kinds: tuple[str, ...]
    gains: int
    parts: tuple[tuple[str, int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Why not everyone is reached: `need` less `offered` is short, whoever plans.

    The certificate is a minimum cut: it is proven, and `causes` are its separate parts. `fixes`
    are the cheapest of different kinds that make room for all, `free` those that cost nothing.
    """

    units: tuple[str, ...]
    need: int
    offered: int
    days: tuple[date, ...]
    limit: str
    causes: tuple[Cause, ...]
    fixes: tuple[Fix, ...] = ()
    free: tuple[Fix, ...] = ()

    @property
    def short(self) -> int:
        """How many sessions nobody can place: proven, so 0 when only the road is in the way."""
        return self.need - self.offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A calendar that breaks no rule of its request; `total` is the sum of `parts`.

    `bound` is a total no plan can go below. The same seed and tries give the same plan.
    """

    sessions: tuple[PlannedSession, ...]
    unreached: Mapping[str, int]
    parts: Parts
    bound: float
    seed: int
    tries: int
    shortage: Shortage | None = None
    proven: bool = False

    @property
    def total(self) -> float:
        """The one number plans are compared by, in person-days of waiting."""
        return self.parts.total
