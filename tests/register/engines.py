"""A second engine in plain dictionaries, and one that fails where it is told to."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from census_desk.register.codec import from_changes
from census_desk.register.engine import Engine, EngineError, News, Trouble
from census_desk.register.rows import Entry, Key, Row, Touch


class Shelfful:
    """What all connections of one memory engine share."""

    def __init__(self) -> None:
        self.rows: dict[Key, Row] = {}
        self.log: list[tuple[Entry, bytes]] = []
        self.past: set[Touch] = set()
        self.writer: object | None = None


class MemoryEngine:
    """Engine over dictionaries; several may share one `Shelfful` as connections share a file."""

    def __init__(self, shared: Shelfful | None = None) -> None:
        self.shared = shared or Shelfful()
        self._saved: tuple[dict[Key, Row], list[tuple[Entry, bytes]], set[Touch]] | None = None
        self._seen = -1

    def begin(self) -> None:
        if self.shared.writer is not None:
            raise EngineError("busy", "another connection writes")
        self.shared.writer = self
        self._saved = deepcopy((self.shared.rows, self.shared.log, self.shared.past))

    def changed_since(self, rev: int) -> News:
        self._seen = len(self.shared.log)
        entries = [entry for entry, _ in self.shared.log if entry.rev > rev]
        keys = {
            (table, number)
            for entry, text in self.shared.log
            if entry.rev > rev
            for table, number, _, _ in from_changes(text)
        }
        rows = [self.shared.rows[key] for key in keys if key in self.shared.rows]
        return News(entries, rows, [key for key in keys if key not in self.shared.rows])

    def put(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.shared.rows[row.table, row.id] = row

    def cut(self, keys: Sequence[Key]) -> None:
        for key in keys:
            self.shared.rows.pop(key, None)

    def commit(self, entry: Entry, changes: bytes, past: Sequence[Touch]) -> None:
        if any(known.rev == entry.rev for known, _ in self.shared.log):
            raise EngineError("other", "this commit number is taken")
        self.shared.log.append((entry, changes))
        self.shared.past.update(past)
        self.shared.writer = self._saved = None
        self._seen = len(self.shared.log)

    def rollback(self) -> None:
        if self._saved is not None:
            self.shared.rows, self.shared.log, self.shared.past = self._saved
            self.shared.writer = self._saved = None

    def moved(self) -> bool:
        return self._seen != len(self.shared.log)

    def head(self) -> Entry | None:
        return self.shared.log[-1][0] if self.shared.log else None

    def tables(self) -> list[str]:
        return sorted({table for table, _ in self.shared.rows})

    def load(self, table: str, after: int, limit: int) -> list[tuple[int, int, bytes, bytes]]:
        found = sorted(row for row in self.shared.rows.values() if row.table == table)
        return [tuple(row[1:]) for row in found if row.id > after][:limit]

    def entries(
        self, *, before: int | None = None, limit: int | None = None, key: Key | None = None
    ) -> list[Entry]:
        revs = None if key is None else set(self.touches(key, -1))
        found = [
            entry
            for entry, _ in reversed(self.shared.log)
            if (before is None or entry.rev < before) and (revs is None or entry.rev in revs)
        ]
        return found if limit is None else found[:limit]

    def entry(self, rev: int) -> Entry | None:
        return next((entry for entry, _ in self.shared.log if entry.rev == rev), None)

    def changes(self, rev: int) -> bytes | None:
        return next((text for entry, text in self.shared.log if entry.rev == rev), None)

    def turns(self) -> list[tuple[int, str, int]]:
        return [
            (entry.rev, entry.kind, entry.undoes)
            for entry, _ in self.shared.log
            if entry.undoes is not None
        ]

    def touches(self, key: Key, after: int) -> list[int]:
        revs = {rev for table, number, rev in self.shared.past if (table, number) == key}
        if key in self.shared.rows:
            revs.add(self.shared.rows[key].rev)
        return sorted(rev for rev in revs if rev > after)

    def rev_at(self, at: int) -> int | None:
        return max((entry.rev for entry, _ in self.shared.log if entry.at <= at), default=None)

    def reopen(self) -> None:
        self.rollback()
        self._seen = -1

    def close(self) -> None:
        self.rollback()


class FaultyEngine:
    """Passes calls on and fails the `at`-th call to a writing method, before or after doing it."""

    WRITING = ("begin", "put", "cut", "commit")

    def __init__(self, engine: Engine, at: int, *, after: bool, trouble: Trouble) -> None:
        self._engine = engine
        self._at = at
        self._after = after
        self._trouble = trouble
        self.calls = 0
        self.failed: str | None = None

    def __getattr__(self, name: str) -> Callable[..., object]:
        call = getattr(self._engine, name)
        return self._watched(name, call) if name in self.WRITING else call

    def _watched(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object) -> object:
            self.calls += 1
            fails = self.calls == self._at
            if fails:
                self.failed = name
                if not self._after:
                    raise EngineError(self._trouble, "injected")
            answer = call(*arguments)
            if fails:
                raise EngineError(self._trouble, "injected")
            return answer

        return watched
