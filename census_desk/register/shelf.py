"""One table's documents in memory: canonical text by number, parsed only when somebody looks."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from census_desk.register.bulk import parsed
from census_desk.register.codec import Json, from_bytes

D = TypeVar("D")
Loader = Callable[["Shelf"], None]


class Shelf:
    """Documents of one table; `loader` fills it the first time it is touched."""

    def __init__(self, name: str, loader: Loader | None = None) -> None:
        self.name = name
        self.bodies: dict[int, bytes] = {}
        self.revs: dict[int, int] = {}
        self.broken: dict[int, str] = {}
        self.stale: set[int] = set()
        self.position = -1
        self._parsed: dict[int, Json] = {}
        self._order: list[int] | None = None
        self._loader = loader

    @property
    def is_loaded(self) -> bool:
        """Whether every document is here."""
        return self._loader is None

    def need(self) -> "Shelf":
        """This shelf, with all its documents."""
        if self._loader is not None:
            self._loader(self)
        return self

    def loaded(self) -> None:
        """Nothing more will come from the loader."""
        self._loader = None

    def take(self, rows: Sequence[tuple[int, int, bytes, bytes]]) -> None:
        """Put verified rows in, as loaded: nobody has seen the shelf before."""
        numbers, revs, bodies, _seals = zip(*rows, strict=True) if rows else ((), (), (), ())
        self.bodies.update(zip(numbers, bodies, strict=True))
        self.revs.update(zip(numbers, revs, strict=True))
        self._order = None

    def set(self, number: int, body: bytes, rev: int) -> None:
        """Put one document in, over what was there."""
        if self._order is not None and number not in self.bodies:
            insort(self._order, number)
        self.bodies[number] = body
        self.revs[number] = rev
        self._changed(number)

    def set_many(self, bodies: Mapping[int, bytes], rev: int) -> None:
        """Put many documents in, over what was there."""
        self._order = None
        self.bodies.update(bodies)
        self.revs.update(dict.fromkeys(bodies, rev))
        self.stale.update(bodies)
        if self._parsed:
            for number in bodies:
                self._parsed.pop(number, None)

    def drop(self, number: int) -> None:
        """Take one document out; nothing happens when it is not there."""
        if self.bodies.pop(number, None) is None:
            return
        del self.revs[number]
        if self._order is not None:
            del self._order[bisect_left(self._order, number)]
        self._changed(number)

    def order(self) -> list[int]:
        """The numbers in rising order; not to be changed."""
        if self._order is None:
            self._order = sorted(self.bodies)
        return self._order

    def fresh(self, number: int) -> Json | None:
        """A copy of a document that shares nothing with the register."""
        body = self.bodies.get(number)
        return None if body is None else from_bytes(body)

    def every(self, make: Callable[[Json, int], D], numbers: Sequence[int]) -> list[D]:
        """`make` of a fresh copy and the number of each of these documents."""
        return parsed(make, self.bodies, numbers)

    def seen(self, number: int) -> Json:
        """A document to look at and leave alone; parsed once."""
        document = self._parsed.get(number)
        if document is None:
            document = self._parsed[number] = from_bytes(self.bodies[number])
        return document

    def look(self) -> Iterator[tuple[int, Json]]:
        """Every document to look at, in rising order of number."""
        seen = self.seen
        return ((number, seen(number)) for number in self.order())

    def _changed(self, number: int) -> None:
        if self._parsed:
            self._parsed.pop(number, None)
        self.stale.add(number)
