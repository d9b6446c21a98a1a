"""Documents in memory in step with an engine: drafts, commits, and what others committed."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from census_desk.identity import Ids
from census_desk.register.commits import (
    Change,
    Draft,
    deltas_of,
    microseconds,
    news_of,
    next_entry,
    old_revs,
    past_touches,
)
from census_desk.register.engine import Engine, EngineError
from census_desk.register.errors import ReadOnlyRegister
from census_desk.register.rows import Delta, Entry, Row, changes_text, sealed_rows
from census_desk.register.sentences import save_failed
from census_desk.register.shelf import Shelf
from census_desk.register.shelves import Shelves
from census_desk.words import _

_LOG = logging.getLogger(__name__)
_WITHOUT_CHANGES = ("restore", "migration")


class Store(Shelves):
    """Shelves over an engine; the register's only writer."""

    def __init__(
        self,
        engine: Engine,
        *,
        actor: str,
        pc: str,
        clock: Callable[[], datetime],
        guard: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(engine)
        self.guard = guard
        self.after_commit: Callable[[], None] = lambda: None
        self.actor = actor
        self.pc = pc
        self.ids = Ids()
        self.on_entries: list[Callable[[Sequence[Entry]], None]] = []
        self._clock = clock
        self._draft: Draft | None = None
        self._news: list[Change] = []
        self._callbacks: list[Callable[[Change], None]] = []

    @property
    def is_writing(self) -> bool:
        """Whether a change is open."""
        return self._draft is not None

    # writing

    @contextmanager
    def change(
        self,
        what: str,
        *,
        final: bool = False,
        moment: datetime | None = None,
        kind: str = "change",
        undoes: int | None = None,
    ) -> Iterator[Draft]:
        """One commit or none; inside another change it is a part of that one."""
        if self._draft is not None:
            with self._part(self._draft, final):
                yield self._draft
            return
        try:
            draft = self._begin(what, final, moment, kind, undoes)
            try:
                yield draft
                self.guard()
            except BaseException:
                self._forget(draft, 0)
                self._let_go()
                raise
            self._commit(draft)
        finally:
            self._draft = None
            self._publish()
        if draft.rev is not None:
            self.after_commit()

    def set(self, shelf: Shelf, number: int, body: bytes) -> None:
        """Put a document into the open change."""
        self._note(shelf, number)
        shelf.set(number, body, self.head.rev + 1)

    def set_many(self, shelf: Shelf, bodies: Mapping[int, bytes]) -> None:
        """Put many documents into the open change."""
        draft, old, revs = self._open_draft(), shelf.need().bodies.get, shelf.revs.get
        draft.journal += [(shelf, number, old(number), revs(number, 0)) for number in bodies]
        shelf.set_many(bodies, self.head.rev + 1)

    def writing(self, what: str) -> AbstractContextManager[Draft]:
        """A change for one call of a table or collection."""
        return self.change(what)

    def next_number(self) -> int:
        """The number of a new document."""
        return self.ids.number()

    def drop(self, shelf: Shelf, number: int) -> None:
        """Take a document out in the open change."""
        self._note(shelf, number)
        shelf.drop(number)

    def refresh(self) -> Change | None:
        """Take over what other processes committed; cheap when nothing was."""
        if self._draft is not None or not self.engine.moved():
            return None
        change = self._catch_up()
        self._publish()
        return change

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call back after every commit; answers how to stop that."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback) if callback in self._callbacks else None

    # a draft's life

    def _begin(
        self, what: str, final: bool, moment: datetime | None, kind: str, undoes: int | None
    ) -> Draft:
        if self.read_only_reason is not None:
            raise ReadOnlyRegister(self.read_only_reason)
        self.guard()
        try:
            self.engine.begin()
            if self.engine.moved():
                self._catch_up()
        except EngineError as error:
            self._let_go()
            raise save_failed(error, saved=False) from error
        at = microseconds(self._clock() if moment is None else moment)
        self._draft = Draft(what, final=final, at=at, kind=kind, undoes=undoes)
        return self._draft

    @contextmanager
    def _part(self, draft: Draft, final: bool) -> Iterator[None]:
        mark = len(draft.journal)
        try:
            yield
        except BaseException:
            self._forget(draft, mark)
            raise
        draft.final = draft.final or final

    def _commit(self, draft: Draft) -> None:
        deltas = deltas_of(draft)
        if not deltas and draft.kind not in _WITHOUT_CHANGES:
            self._let_go()
            return
        rows = sealed_rows(deltas, self.head.rev + 1)
        gone = [(delta.table, delta.id) for delta in deltas if delta.after is None]
        old = old_revs(draft, deltas)
        past = past_touches(old, deltas, self.head.rev + 1)
        text = changes_text(deltas)
        entry = next_entry(self.head, draft, deltas, old, rows, text, by=(self.actor, self.pc))
        try:
            self.engine.put(rows)
            if gone:
                self.engine.cut(gone)
            self.engine.commit(entry, text, past)
        except EngineError as error:
            self._after_failure(draft, entry, error)
        except BaseException:
            if not self._read_back(entry):
                self._forget(draft, 0)
            raise
        self._settle(draft, entry, deltas)

    def _settle(self, draft: Draft, entry: Entry, deltas: Sequence[Delta]) -> None:
        draft.rev = entry.rev
        self._advance([entry])
        keys = [(d.table, d.id) for d in deltas]
        self._news.append(news_of(entry, keys, by_other=False, kind=entry.kind))

    # after a failure: never try again on the same connection; read the truth back

    def _after_failure(self, draft: Draft, entry: Entry, error: EngineError) -> None:
        try:
            saved = self._read_back(entry)
        except EngineError as second:
            self._forget(draft, 0)
            self.read_only_reason = _("Disk bermasalah; buat cadangan sekarang.")
            raise save_failed(second, saved=False, known=False) from error
        if error.trouble in ("io", "damaged"):
            self.read_only_reason = _("Disk bermasalah; buat cadangan sekarang.")
        if saved:
            self._settle(draft, entry, deltas_of(draft))
        else:
            self._forget(draft, 0)
        raise save_failed(error, saved=saved) from error

    def _read_back(self, entry: Entry) -> bool:
        self.engine.reopen()
        found = self.engine.entry(entry.rev)
        return found is not None and found.hash == entry.hash

    def _let_go(self) -> None:
        try:
            self.engine.rollback()
        except EngineError as error:
            _LOG.warning("rollback failed, the connection is opened anew: %s", error)
            self.engine.reopen()

    def _forget(self, draft: Draft, mark: int) -> None:
        for shelf, number, body, rev in reversed(draft.journal[mark:]):
            if body is None:
                shelf.drop(number)
            else:
                shelf.set(number, body, rev)
        del draft.journal[mark:]

    # others

    def _catch_up(self) -> Change | None:
        news = self.engine.changed_since(self.head.rev)
        if not news.entries:
            return None
        self._check_chain(news.entries)
        for row in news.rows:
            self._take_over(row)
        for table, number in news.gone:
            if table in self.shelves:
                self.shelves[table].drop(number)
        self._advance(news.entries)
        keys = [(row.table, row.id) for row in news.rows] + news.gone
        change = news_of(news.entries[-1], keys, by_other=True, kind="refresh")
        self._news.append(change)
        return change

    def _take_over(self, row: Row) -> None:
        shelf = self.shelves.get(row.table)
        if shelf is None or not (shelf.is_loaded or row.id <= shelf.position):
            return
        if row.is_whole:
            shelf.set(row.id, row.body, row.rev)
        else:
            shelf.drop(row.id)
            shelf.broken[row.id] = _("Isi catatan rusak di disk.")

    def _check_chain(self, entries: Sequence[Entry]) -> None:
        if entries[0].prev != self.head.hash:
            raise EngineError("damaged", "the log does not continue the one that was read")

    def _advance(self, entries: Sequence[Entry]) -> None:
        self.head = entries[-1]
        for listener in self.on_entries:
            listener(entries)

    def _open_draft(self) -> Draft:
        if self._draft is None:
            raise RuntimeError("a document is written inside a change")
        return self._draft

    def _note(self, shelf: Shelf, number: int) -> None:
        body = shelf.need().bodies.get(number)
        rev = 0 if body is None else shelf.revs[number]
        self._open_draft().journal.append((shelf, number, body, rev))

    def _publish(self) -> None:
        news, self._news = self._news, []
        for change in news:
            for callback in tuple(self._callbacks):
                try:
                    callback(change)
                except Exception:  # noqa: BLE001  a screen's bug must not look like a failed save
                    _LOG.exception("a subscriber failed on commit %d", change.rev)
