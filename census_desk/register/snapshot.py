"""What the register said at an earlier moment: the same collections, read-only."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from census_desk.register.codec import from_changes, to_bytes
from census_desk.register.collection import Collection
from census_desk.register.commits import microseconds
from census_desk.register.engine import Engine
from census_desk.register.errors import NoSuchMoment, ReadOnlyRegister
from census_desk.register.kinds import Catalogue
from census_desk.register.shelf import Shelf
from census_desk.register.store import Store
from census_desk.words import _


class Snapshot:
    """A register as it was after its commit `rev`; nothing can be written to it."""

    read_only = True

    def __init__(self, catalogue: Catalogue, shelves: dict[str, Shelf], rev: int) -> None:
        self.rev = rev
        self.read_only_reason = _("Ini keadaan register pada waktu lampau.")
        self._catalogue = catalogue
        self._shelves = shelves
        self._collections: dict[str, Collection[Any]] = {}

    def collection(self, name: str) -> Collection[Any]:
        """The records of one kind as they were."""
        if name not in self._collections:
            shelf = self._shelves.setdefault(name, _empty(name))
            self._collections[name] = Collection(self._catalogue[name], shelf, _NoWriter())
        return self._collections[name]

    def __getattr__(self, name: str) -> Collection[Any]:
        if name.startswith("_") or name not in self._catalogue:
            raise AttributeError(name)
        return self.collection(name)


def snapshot(store: Store, catalogue: Catalogue, moment: datetime) -> Snapshot:
    """The register after the last commit made at or before `moment`.

    Commits count in their order; the clock only says where to cut. NoSuchMoment before the first.
    """
    shelves = {name: store.shelf(name).need() for name in store.engine.tables()}
    store.refresh()
    rev = store.engine.rev_at(microseconds(moment))
    if rev is None:
        raise NoSuchMoment(moment)
    shelves = {name: _copy(shelf) for name, shelf in shelves.items()}
    for entry in store.engine.entries(before=store.head.rev + 1):
        if entry.rev <= rev:
            break
        _turn_back(shelves, store.engine, entry.rev)
    return Snapshot(catalogue, shelves, rev)


def _turn_back(shelves: dict[str, Shelf], engine: Engine, rev: int) -> None:
    for table, number, old, _new in from_changes(engine.changes(rev) or b"[]"):
        shelf = shelves.setdefault(table, _empty(table))
        if old is None:
            shelf.drop(number)
        else:
            shelf.set(number, to_bytes(old), rev)


def _copy(shelf: Shelf) -> Shelf:
    shelf.need()
    copied = _empty(shelf.name)
    copied.bodies.update(shelf.bodies)
    copied.revs.update(shelf.revs)
    copied.broken.update(shelf.broken)
    return copied


def _empty(name: str) -> Shelf:
    return Shelf(name)


class _NoWriter:
    def set(self, shelf: Shelf, number: int, body: bytes) -> None:
        raise ReadOnlyRegister()

    def set_many(self, shelf: Shelf, bodies: Mapping[int, bytes]) -> None:
        raise ReadOnlyRegister()

    def drop(self, shelf: Shelf, number: int) -> None:
        raise ReadOnlyRegister()

    def writing(self, what: str) -> AbstractContextManager[object]:
        raise ReadOnlyRegister()

    def next_number(self) -> int:
        raise ReadOnlyRegister()
