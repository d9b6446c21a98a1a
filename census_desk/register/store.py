"""Documents in memory in step with an engine: drafts, commits, and what others committed."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from census_desk.identity import Ids, from_number
from census_desk.register.bulk import without_collecting
from census_desk.register.engine import Engine, EngineError
from census_desk.register.errors import ReadOnlyRegister
from census_desk.register.rows import (
    NO_HASH,
    NO_STATE,
    Delta,
    Entry,
    Key,
    Row,
    Touch,
    changes_text,
    entry_hash,
    first_broken,
    moved_state,
    row_sum,
    sealed_rows,
    shown_id,
)
from census_desk.register.sentences import save_failed
from census_desk.register.shelf import Shelf
from census_desk.words import _

_LOG = logging.getLogger(__name__)
_CHUNK = 5_000
_WITHOUT_CHANGES = ("restore", "migration")
BLANK = Entry(rev=0, at=0, actor="", pc="", what="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A commit, for whoever shows it. `kind`: change, undo, redo, refresh, restore, migration."""

    rev: int
    what: str
    actor: str
    by_other: bool
    kind: str
    keys: tuple[Key, ...]

    @property
    def touched(self) -> dict[str, frozenset[str]]:
        """Collection name to the ids touched."""
        touched: dict[str, list[str]] = {}
        for table, number in self.keys:
            touched.setdefault(table, []).append(from_number(number))
        return {table: frozenset(ids) for table, ids in touched.items()}


class Draft:
    """A commit being made; `rev` is set once it is saved."""

    def __init__(self, what: str, *, final: bool, at: int, kind: str, undoes: int | None) -> None:
        self.what = what
        self.final = final
        self.at = at
        self.kind = kind
        self.undoes = undoes
        self.rev: int | None = None
        self.journal: list[tuple[Shelf, int, bytes | None, int]] = []


class Store:
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
        self.engine = engine
        self.guard = guard
        self.after_commit: Callable[[], None] = lambda: None
        self.actor = actor
        self.pc = pc
        self.ids = Ids()
        self.read_only_reason: str | None = None
        self.head = engine.head() or BLANK
        self.damage: list[str] = []
        self._opened_at = self.head.rev
        self._loaded = (0, NO_STATE)
        self.shelves: dict[str, Shelf] = {}
        self.on_entries: list[Callable[[Sequence[Entry]], None]] = []
        self._clock = clock
        self._draft: Draft | None = None
        self._news: list[Change] = []
        self._callbacks: list[Callable[[Change], None]] = []

    # reading

    def shelf(self, name: str) -> Shelf:
        """The shelf of a table, filled when first looked at."""
        if name not in self.shelves:
            self.shelves[name] = Shelf(name, self._fill)
        return self.shelves[name]

    def load_next(self, shelf: Shelf) -> bool:
        """Load one chunk of a shelf, checksums verified; True when it is whole.

        What is broken is left out and told in `damage`, and the register turns read-only.
        """
        try:
            rows = self.engine.load(shelf.name, shelf.position, _CHUNK)
        except EngineError as error:
            if error.trouble != "damaged":
                raise
            self.tell_damage(error.sentence)
            shelf.loaded()
            return True
        self._take(shelf, rows)
        if len(rows) < _CHUNK:
            shelf.loaded()
        return shelf.is_loaded

    def refuse_lost_rows(self) -> None:
        """Compare what was loaded with the sum the log carries; call when every shelf is whole."""
        self._load_new_tables()
        if self.head.rev != self._opened_at:
            self._loaded = _sum_of(self.shelves.values())
        if self._loaded != (self.head.rows, self.head.state):
            self.tell_damage(_("Ada catatan yang hilang atau kembali ke isi lama."))

    def _load_new_tables(self) -> None:
        """Tables that others began while we loaded; again until nobody committed meanwhile."""
        settled = False
        while not settled:
            for table in self.engine.tables():
                self.shelf(table).need()
            settled = self.refresh() is None

    def _take(self, shelf: Shelf, rows: list[tuple[int, int, bytes, bytes]]) -> None:
        broken = set(first_broken(shelf.name, rows))
        for number in broken:
            shelf.broken[number] = _("Isi catatan rusak di disk.")
            self.tell_damage(
                _("Catatan {id} di {table} rusak.").format(id=shown_id(number), table=shelf.name)
            )
        good = [row for row in rows if row[0] not in broken] if broken else rows
        shelf.take(good)
        count, state = self._loaded
        self._loaded = (count + len(good), moved_state(state, (), [row[3] for row in good]))
        if rows:
            shelf.position = rows[-1][0]

    def tell_damage(self, sentence: str) -> None:
        """Note damage; from now on nothing is written."""
        self.damage.append(sentence)
        self.read_only_reason = sentence

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
        deltas = _deltas(draft)
        if not deltas and draft.kind not in _WITHOUT_CHANGES:
            self._let_go()
            return
        rows = sealed_rows(deltas, self.head.rev + 1)
        gone = [(delta.table, delta.id) for delta in deltas if delta.after is None]
        old = _old_revs(draft, deltas)
        past = _past(old, deltas, self.head.rev + 1)
        text = changes_text(deltas)
        entry = self._entry(draft, deltas, old, rows, text)
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
        self._news.append(_change(entry, keys, by_other=False, kind=entry.kind))

    def _entry(
        self,
        draft: Draft,
        deltas: Sequence[Delta],
        old: Mapping[Key, int],
        rows: Sequence[Row],
        text: bytes,
    ) -> Entry:
        gone = [
            row_sum(d.table, d.id, old[d.table, d.id], d.before)
            for d in deltas
            if d.before is not None
        ]
        entry = Entry(
            rev=self.head.rev + 1,
            at=draft.at,
            actor=self.actor,
            pc=self.pc,
            what=draft.what,
            kind=draft.kind,
            final=draft.final,
            undoes=draft.undoes,
            rows=self.head.rows + len(rows) - len(gone),
            state=moved_state(self.head.state, gone, [row.sum for row in rows]),
            changes_sum=sha256(text).digest(),
            prev=self.head.hash,
        )
        return replace(entry, hash=entry_hash(entry))

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
            self._settle(draft, entry, _deltas(draft))
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
        change = _change(news.entries[-1], keys, by_other=True, kind="refresh")
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

    def _fill(self, shelf: Shelf) -> None:
        with without_collecting():
            while not self.load_next(shelf):
                pass

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


def microseconds(moment: datetime) -> int:
    """A moment as microseconds since 1970 UTC; one without a zone is local time."""
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _sum_of(shelves: Iterable[Shelf]) -> tuple[int, bytes]:
    sums = [
        row_sum(shelf.name, number, shelf.revs[number], body)
        for shelf in shelves
        for number, body in shelf.bodies.items()
    ]
    return len(sums), moved_state(NO_STATE, (), sums)


def first_entry(*, actor: str, pc: str, at: int, what: str) -> Entry:
    """The entry that begins a register's log."""
    entry = Entry(
        rev=1,
        at=at,
        actor=actor,
        pc=pc,
        what=what,
        kind="begin",
        final=True,
        state=NO_STATE,
        changes_sum=sha256(b"[]").digest(),
        prev=NO_HASH,
    )
    return replace(entry, hash=entry_hash(entry))


def _past(old: Mapping[Key, int], deltas: Sequence[Delta], rev: int) -> list[Touch]:
    """The commits rows stop telling: the one before where there was one, this one where it goes."""
    past = [(table, number, before) for (table, number), before in old.items()]
    return past + [(d.table, d.id, rev) for d in deltas if d.after is None]


def _old_revs(draft: Draft, deltas: Sequence[Delta]) -> dict[Key, int]:
    """The revision each document had that was there before; none in an import of new ones."""
    changed = {(delta.table, delta.id) for delta in deltas if delta.before is not None}
    revs: dict[Key, int] = {}
    if changed:
        for shelf, number, _body, rev in draft.journal:
            if (shelf.name, number) in changed:
                revs.setdefault((shelf.name, number), rev)
    return revs


def _deltas(draft: Draft) -> list[Delta]:
    """What the draft changes in the end; a document put back as it was keeps its revision."""
    first: dict[Key, tuple[Shelf, int, bytes | None, int]] = {}
    for noted in draft.journal:
        first.setdefault((noted[0].name, noted[1]), noted)
    deltas = []
    for shelf, number, body, old_rev in first.values():
        after = shelf.bodies.get(number)
        if after != body:
            deltas.append(Delta(shelf.name, number, body, after))
        elif body is not None:
            shelf.revs[number] = old_rev
    return deltas


def _change(entry: Entry, keys: Sequence[Key], *, by_other: bool, kind: str) -> Change:
    return Change(
        rev=entry.rev,
        what=entry.what,
        actor=entry.actor,
        by_other=by_other,
        kind=kind,
        keys=tuple(keys),
    )
