"""Who can be reached at all: the request as a flow, the road between two halves left aside.

Unit → unit on a day → its hall in a half-day → the teams of that half-day: the most that flows is
the most that can be held (planning.md 2.4), and a minimum cut is why there is no more.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from census_desk.sessions.planner.flow import Flow
from census_desk.sessions.planner.request import PlannedSession, PlanRequest, PlanUnit

SOURCE, SINK = 0, 1
WIDE = 1_000_000  # an edge that never limits
TEAM, VENUE, PER_DAY = "team", "venue", "per day"
LIMITS = {"unit": PER_DAY, "hall": VENUE, "half": TEAM}  # what a cut edge out of such a node limits
NO_DAY = date.min

# A node by its kind (unit, day, hall, half), code, date and half-day; what it lacks is empty.
Node = tuple[str, str, date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutGroup:
    """Units that compete for the same places, and the places: need less offered is short."""

    units: tuple[str, ...]
    need: int
    offered: int
    places: dict[str, int]  # by what limits them: team, venue, per day
    days: tuple[date, ...]
    venues: tuple[str, ...]


class Network:
    """The flow of a request; sessions to begin with save time. Locked ones keep their places."""

    def __init__(self, request: PlanRequest, sessions: Iterable[PlannedSession] = ()) -> None:
        self.request = request
        self.flow = Flow(2)
        self.total = 0
        self._nodes: dict[Node, int] = {}
        self._edges: dict[tuple[int, int], int] = {}
        self._units = {unit.code: unit for unit in request.units}
        self._taken: Counter[Node] = Counter()
        for one in request.locked:
            self._taken.update(self._way(one))
        self._add_halves()
        for unit in request.units:
            self._add_unit(unit)
        locked = {(one.on, one.slot, one.team) for one in request.locked}
        begun = [one for one in sessions if (one.on, one.slot, one.team) not in locked]
        self.held = sum(map(self._begin, begun)) + self.flow.grow(SOURCE, SINK)

    @property
    def short(self) -> int:
        """How many sessions cannot be held, whoever plans."""
        return self.total - self.held

    def groups(self) -> list[CutGroup]:
        """The minimum cut in its separate parts; every one is short of a session or more."""
        reached = self.flow.reached(SOURCE)
        names = {node: name for name, node in self._nodes.items() if reached[node]}
        found = []
        while names:
            group = self._connected(next(iter(names)), reached)
            members = [names.pop(node) for node in group if node in names]
            if any(name[0] == "unit" for name in members):
                found.append(self._group(members, reached))
        return sorted(found, key=lambda one: (one.offered - one.need, one.units))

    def _add_halves(self) -> None:
        for day in self.request.days:
            there = sum(team.is_present(day.on) for team in self.request.teams)
            for slot in day.slots:
                node = self._node(("half", "", day.on, slot))
                self._edge(node, SINK, there - self._taken["half", "", day.on, slot])

    def _add_unit(self, unit: PlanUnit) -> None:
        free = unit.sessions - self._taken["unit", unit.code, NO_DAY, ""]
        self.total += free
        node = self._node(("unit", unit.code, NO_DAY, ""))
        self._edge(SOURCE, node, free)
        forbidden = {(one.on, one.slot) for one in self.request.forbidden if one.unit == unit.code}
        for day in self.request.days:
            most = unit.max_per_day - self._taken["day", unit.code, day.on, ""]
            if most <= 0 or not unit.is_open_on(day.on) or (day.on, "") in forbidden:
                continue
            on_day = self._node(("day", unit.code, day.on, ""))
            self._edge(node, on_day, most)
            for slot in day.slots:
                if (day.on, slot) not in forbidden:
                    self._edge(on_day, self._hall(unit.venue, day.on, slot), WIDE)

    def _hall(self, venue: str, on: date, slot: str) -> int:
        name = ("hall", venue, on, slot)
        if name not in self._nodes:
            rooms = self.request.venues[venue] - self._taken[name]
            self._edge(self._node(name), self._nodes["half", "", on, slot], rooms)
        return self._nodes[name]

    def _node(self, name: Node) -> int:
        self.flow.out.append([])
        self._nodes[name] = len(self.flow.out) - 1
        return self._nodes[name]

    def _edge(self, one: int, other: int, capacity: int) -> None:
        self._edges[one, other] = self.flow.add(one, other, max(0, capacity))

    def _way(self, one: PlannedSession) -> list[Node]:
        """The nodes one session goes through; none of a unit nobody knows."""
        if one.unit not in self._units:
            return []
        return [
            ("unit", one.unit, NO_DAY, ""),
            ("day", one.unit, one.on, ""),
            ("hall", self._units[one.unit].venue, one.on, one.slot),
            ("half", "", one.on, one.slot),
        ]

    def _begin(self, one: PlannedSession) -> bool:
        """Send one session through its own places, where they are still there and free."""
        nodes = [SOURCE, *(self._nodes.get(name, -1) for name in self._way(one)), SINK]
        path = [self._edges.get(pair, -1) for pair in pairwise(nodes)]
        return -1 not in path and self.flow.push(path)

    def _connected(self, start: int, reached: list[bool]) -> set[int]:
        """The reached nodes that hang together without the source and the sink."""
        found, waiting = {start}, [start]
        while waiting:
            for edge in self.flow.out[waiting.pop()]:
                to = self.flow.to[edge]
                if to not in (SOURCE, SINK) and reached[to] and to not in found:
                    found.add(to)
                    waiting.append(to)
        return found

    def _group(self, members: list[Node], reached: list[bool]) -> CutGroup:
        """The part of the cut that lies at these nodes: edges from reached to not reached ones."""
        places: Counter[str] = Counter()
        days = {name[2] for name in members if name[0] != "unit"}
        venues = set()
        names = {node: name for name, node in self._nodes.items()}
        for name in members:
            for edge in self.flow.out[self._nodes[name]]:
                to = self.flow.to[edge]
                if edge % 2 == 0 and (to == SINK or not reached[to]):
                    places[LIMITS[name[0]]] += self.flow.left[edge] + self.flow.left[edge ^ 1]
                    days.add(name[2] if to == SINK else names[to][2])
                    venues |= {name[1]} if name[0] == "hall" else set()
        units = sorted(name[1] for name in members if name[0] == "unit")
        kept = sum(self._taken["unit", code, NO_DAY, ""] for code in units)
        return CutGroup(
            units=tuple(units),
            need=sum(self._units[code].sessions for code in units),
            offered=sum(places.values()) + kept,
            places=dict(places),
            days=tuple(sorted(days)),
            venues=tuple(sorted(venues)),
        )
