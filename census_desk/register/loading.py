"""Opening in small steps: the window paints first, every checksum is verified all the same."""

import time
from collections.abc import Callable, Iterator

from census_desk.register import opening
from census_desk.register.bulk import without_collecting
from census_desk.register.history import is_true
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store
from census_desk.words import _


class Loading:
    """Loads and verifies a register's tables, small ones first; `run` goes on where it stopped."""

    def __init__(
        self, store: Store, engine: SqliteEngine, finish: Callable[[], Iterator[None]]
    ) -> None:
        self._store = store
        self._engine = engine
        self._finish = finish
        self._steps = self._work()
        self.is_done = False

    def run(self, budget_ms: float | None = None) -> bool:
        """Work for about this long, or to the end; True when everything is loaded and verified."""
        end = None if budget_ms is None else time.monotonic() + budget_ms / 1000
        with without_collecting():
            while not self.is_done and (end is None or time.monotonic() < end):
                self.is_done = next(self._steps, self) is self
        return self.is_done

    def _work(self) -> Iterator[None]:
        waiting = [self._store.shelf(table) for table in self._engine.tables()]
        while waiting:  # a chunk of each in turn: small tables are whole after the first
            for shelf in waiting:
                if not shelf.is_loaded:
                    self._store.load_next(shelf)
                yield
            waiting = [shelf for shelf in waiting if not shelf.is_loaded]
        yield from self._verify()
        if not self._store.damage:
            yield from self._finish()

    def _verify(self) -> Iterator[None]:
        self._store.refuse_lost_rows()
        yield
        damage = opening.broken_meta(self._engine.connection)
        if self._store.head.rev and not is_true(self._store.head):
            damage.append(_("Riwayat langkah {rev} rusak.").format(rev=self._store.head.rev))
        damage += opening.broken_pages(self._engine.connection)
        for sentence in damage:
            self._store.tell_damage(sentence)
        yield
