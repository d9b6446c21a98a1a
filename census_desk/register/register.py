"""The one door to saved records."""

import platform
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from census_desk.identity import Ids
from census_desk.register import files, opening
from census_desk.register.collection import Collection
from census_desk.register.engine import Engine
from census_desk.register.errors import RegisterReplaced
from census_desk.register.history import Step
from census_desk.register.kinds import Catalogue
from census_desk.register.shelf import Shelf
from census_desk.register.snapshot import Snapshot, snapshot
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Change, Draft, Store, first_entry, microseconds
from census_desk.register.table import RegisterTable
from census_desk.register.undo import Undo
from census_desk.words import _


def _now() -> datetime:
    return datetime.now().astimezone()


class Register:
    """Typed collections over one file; belongs to the thread that opened it."""

    def __init__(
        self,
        engine: Engine,
        *,
        actor: str,
        path: Path | None = None,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.path = path
        self.catalogue = known_kinds() if catalogue is None else catalogue
        self.ids = Ids()
        self._clock = clock
        self._identity = None if path is None else files.identity(path)
        self._store = Store(
            engine, actor=actor, pc=platform.node(), clock=clock, guard=self._refuse_replaced
        )
        self._collections: dict[str, Collection[Any]] = {}
        self._tables: dict[str, RegisterTable] = {}
        self._undo = Undo(self._store, self.catalogue, self.collection)

    # opening and closing

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        actor: str,
        office: str = "",
        moment: datetime | None = None,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """Make a new register; PathTaken when a file is, or was, at the path."""
        target = Path(path).absolute()
        at = moment or clock()
        begin = first_entry(
            actor=actor, pc=platform.node(), at=microseconds(at), what=_("Membuat register")
        )
        opening.create_file(target, opening.new_meta(office, at), begin)
        return cls.open(target, actor=actor, clock=clock, catalogue=catalogue)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        actor: str,
        read_only: bool = False,
        take_over: bool = False,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """Open a register.

        Raises RegisterNotFound, ForeignFile, NewerRegister, DamagedRegister or RegisterInUse.
        """
        target = Path(path).absolute()
        engine = opening.open_engine(target, read_only=read_only)
        register = cls(engine, actor=actor, path=target, clock=clock, catalogue=catalogue)
        if read_only:
            register._store.read_only_reason = _("Dibuka baca-saja.")
        return register

    @classmethod
    def in_memory(
        cls,
        actor: str = "uji",
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """A register that lives as long as the object."""
        engine = SqliteEngine(None)
        at = clock()
        begin = first_entry(actor=actor, pc="", at=microseconds(at), what=_("Membuat register"))
        opening.make_tables(engine.connection, opening.new_meta("", at), begin)
        return cls(engine, actor=actor, clock=clock, catalogue=catalogue)

    def close(self) -> None:
        """Let go of the file; the register cannot be used afterwards."""
        self._store.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # what it is

    @property
    def read_only(self) -> bool:
        """Whether writes are refused."""
        return self._store.read_only_reason is not None

    @property
    def read_only_reason(self) -> str:
        """Why, in a sentence; empty when writing is allowed."""
        return self._store.read_only_reason or ""

    @property
    def actor(self) -> str:
        """The clerk whose name goes into the log."""
        return self._store.actor

    @actor.setter
    def actor(self, name: str) -> None:
        self._store.actor = name

    @property
    def rev(self) -> int:
        """The number of the last commit known here."""
        return self._store.head.rev

    # records

    def collection(self, name: str) -> Collection[Any]:
        """The records of one kind of the catalogue."""
        if name not in self._collections:
            shelf = self._store.shelf(name)
            self._collections[name] = Collection(self.catalogue[name], shelf, _Writer(self))
        return self._collections[name]

    def __getattr__(self, name: str) -> Collection[Any]:
        if name.startswith("_") or name not in self.catalogue:
            raise AttributeError(name)
        return self.collection(name)

    def table(self, name: str) -> RegisterTable:
        """A TinyDB table of any name, without a record type."""
        if name in self.catalogue:
            return self.collection(name).table
        if name not in self._tables:
            self._tables[name] = RegisterTable(self._store.shelf(name), _Writer(self))
        return self._tables[name]

    @contextmanager
    def change(
        self, what: str, final: bool = False, moment: datetime | None = None
    ) -> Iterator[Draft]:
        """One commit or none for everything written inside; nestable.

        The write lock is taken first and other processes' commits are taken over, so what is read
        inside is what will be written over. Raises SaveFailed with the truth read back from disk.
        """
        with self._store.change(what, final=final, moment=moment) as draft:
            yield draft

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call back after every commit, here or taken over; answers how to stop that."""
        return self._store.subscribe(callback)

    def refresh(self) -> Change | None:
        """Take over what other processes committed; a poll of well under a millisecond."""
        return self._store.refresh()

    # history

    def undoable(self) -> Step | None:
        """The last step that stands, when it may be undone."""
        return self._undo.undoable()

    def redoable(self) -> Step | None:
        """The step that was undone last, when nothing was done since."""
        return self._undo.redoable()

    def undo(self, rev: int | None = None) -> Step:
        """Turn back the last step, or the older one of `rev`; CannotUndo names why not."""
        return self._undo.undo(rev)

    def redo(self) -> Step:
        """Do again what was undone last."""
        return self._undo.redo()

    def history(
        self,
        collection: str | None = None,
        record_id: str | None = None,
        limit: int | None = None,
        before: int | None = None,
    ) -> list[Step]:
        """Steps, newest first; of one record when named, older than commit `before` when given."""
        return self._undo.steps(collection, record_id, limit, before)

    def as_of(self, moment: datetime) -> Snapshot:
        """What the register said at `moment`; NoSuchMoment before it was made."""
        return snapshot(self._store, self.catalogue, moment)

    def _refuse_replaced(self) -> None:
        if self.path is None:
            return
        try:
            same = files.identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise RegisterReplaced(self.path)


class _Writer:
    """What tables and collections may ask of their register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._store = register._store

    def set(self, shelf: Shelf, number: int, body: bytes) -> None:
        self._store.set(shelf, number, body)

    def drop(self, shelf: Shelf, number: int) -> None:
        self._store.drop(shelf, number)

    def writing(self, what: str) -> AbstractContextManager[Draft]:
        return self._store.change(what)

    def next_number(self) -> int:
        return self._register.ids.number()


def known_kinds() -> Catalogue:
    """The catalogue of the desk; imported late because it imports every room."""
    from census_desk.catalogue import COLLECTIONS

    return COLLECTIONS
