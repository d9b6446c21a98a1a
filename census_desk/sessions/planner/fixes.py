"""The cheapest ways to reach everyone: up to three kinds together, each proven by the flow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import combinations, repeat

from census_desk.sessions.planner.calendar_room import DAY, FRIDAYS, TEAM, Way
from census_desk.sessions.planner.free_fixes import free_fixes
from census_desk.sessions.planner.network import Network
from census_desk.sessions.planner.plan import Fix, Shortage
from census_desk.sessions.planner.request import PlannedSession, PlanRequest
from census_desk.sessions.planner.room_making import applied, ways
from census_desk.words import _

TOGETHER = 3  # kinds combined at most
SHOWN = 3  # fixes of different kinds
MOST_TRIED = 400  # flows at most; a way out is nearly always among the first

Counts = tuple[int, ...]


def with_fixes(
    request: PlanRequest,
    shortage: Shortage,
    sessions: Sequence[PlannedSession] = (),
    cancelled: Callable[[], bool] = bool,
) -> Shortage:
    """The shortage with its three cheapest fixes of different kinds, and those that are free."""
    if not shortage.short:
        return shortage  # the road or the search: no room is lacking
    known = ways(request, shortage)
    looking = _Looking(request, known, sessions)
    found: list[Fix] = []
    for counts in looking.by_price():
        if len(found) == SHOWN or looking.tried >= MOST_TRIED or cancelled():
            break
        if looking.is_enough(counts):
            looking.close(counts)
            found.append(_fix(known, counts, looking.short))
    return replace(shortage, fixes=tuple(found), free=free_fixes(request, shortage, sessions))


class _Looking:
    """Combinations by price; a flow is asked only where no earlier one has answered already."""

    def __init__(
        self, request: PlanRequest, known: tuple[Way, ...], sessions: Sequence[PlannedSession]
    ) -> None:
        self.request = request
        self.known = known
        self.sessions = sessions
        self.short = Network(request, sessions).short
        self.tried = 0
        self._halves = sum(len(day.slots) for day in request.days)
        self._failed: list[tuple[Counts, int]] = [((0,) * len(known), self.short)]
        self._closed: list[Counts] = []

    def by_price(self) -> Iterator[Counts]:
        """Every combination of up to three kinds, the cheapest first; none that holds all the
        kinds of one that was closed."""
        many, most = len(self.known), [way.most for way in self.known]
        waiting: list[tuple[int, Counts]] = []
        for size in range(1, TOGETHER + 1):
            for chosen in combinations(range(many), size):
                start = tuple(int(place in chosen) for place in range(many))
                top = tuple(count * end for count, end in zip(start, most, strict=True))
                if self._can_be_enough(top):
                    heappush(waiting, (self._price(start), start))
        while waiting:
            price, counts = heappop(waiting)
            if any(map(_holds, repeat(counts), self._closed)):
                continue
            yield counts
            # each combination comes from one other only: its last kind above one was one less
            for place in reversed([place for place, count in enumerate(counts) if count]):
                if counts[place] < most[place]:
                    grown = (*counts[:place], counts[place] + 1, *counts[place + 1 :])
                    heappush(waiting, (price + self.known[place].price, grown))
                if counts[place] > 1:
                    break

    def close(self, counts: Counts) -> None:
        """Ask no more for these kinds together."""
        self._closed.append(counts)

    def is_enough(self, counts: Counts) -> bool:
        """Whether everyone can be reached then."""
        if not self._can_be_enough(counts):
            return False
        self.tried += 1
        number = {way.kind: count for way, count in zip(self.known, counts, strict=True)}
        changed = applied(self.request, number, self.known)
        short = Network(changed, self.sessions).short
        if short:
            self._failed.append((counts, short))
        return not short

    def _can_be_enough(self, counts: Counts) -> bool:
        """By counting alone: from what fell short, the steps to this one must gain as much."""
        number = {way.kind: count for way, count in zip(self.known, counts, strict=True)}
        teams = len(self.request.teams) + number.get(TEAM, 0)
        halves = self._halves + number.get(FRIDAYS, 0) + 2 * number.get(DAY, 0)
        return all(
            short
            <= sum(
                way.gain(before, after, teams, halves)
                for way, before, after in zip(self.known, failed, counts, strict=True)
                if after > before
            )
            for failed, short in reversed(self._failed)
        )

    def _price(self, counts: Counts) -> int:
        return sum(way.price * count for way, count in zip(self.known, counts, strict=True))


def _holds(counts: Counts, closed: Counts) -> bool:
    """Whether a combination uses every kind of another."""
    return all(mine or not its for mine, its in zip(counts, closed, strict=True))


def _fix(known: Sequence[Way], counts: Counts, gains: int) -> Fix:
    used = [(way, count) for way, count in zip(known, counts, strict=True) if count]
    sentence = _(" + ").join(way.told(count) for way, count in used)
    return Fix(
        price=sum(way.price * count for way, count in used),
        sentence=sentence[:1].upper() + sentence[1:] + ".",
        kinds=tuple(way.kind for way, _count in used),
        gains=gains,
        parts=tuple((way.kind, count, way.codes(count)) for way, count in used),
    )
