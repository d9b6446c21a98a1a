"""TinyDB's table over a shelf: the stock calls, each touching only the documents concerned."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Protocol

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from census_desk.register.bulk import without_collecting
from census_desk.register.codec import Json, to_bytes
from census_desk.register.shelf import Shelf

Fields = Mapping[str, object] | Callable[[MutableMapping[str, object]], None]


class Writer(Protocol):
    """What a table asks of the register to write."""

    def set(self, shelf: Shelf, number: int, body: bytes) -> None:
        """Save one document."""

    def set_many(self, shelf: Shelf, bodies: Mapping[int, bytes]) -> None:
        """Save many documents."""

    def drop(self, shelf: Shelf, number: int) -> None:
        """Remove one document."""

    def writing(self, what: str) -> AbstractContextManager[object]:
        """A context that makes all writes inside one commit."""

    def next_number(self) -> int:
        """A number for a new document."""


class ShelfStorage(Storage):
    """What `table.storage` answers: a view of one table for code that reads it whole."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def read(self) -> dict[str, dict[str, Json]]:
        """The table as stock TinyDB holds it."""
        shelf = self._shelf.need()
        return {shelf.name: {str(number): _fresh(shelf, number) for number in shelf.order()}}

    def write(self, data: dict[str, dict[str, Json]]) -> None:
        """Refused: a register writes single documents only."""
        raise NotImplementedError("a register table is written by its documents")


class RegisterTable(Table):
    """A TinyDB table whose documents live in a register; every call is one commit or none."""

    def __init__(self, shelf: Shelf, writer: Writer) -> None:
        super().__init__(ShelfStorage(shelf), shelf.name, cache_size=0)
        self._shelf = shelf
        self._writer = writer

    # reading

    def get(  # type: ignore[override]  # one signature for TinyDB's eight overloads
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: list[int] | None = None,
    ) -> Document | list[Document] | None:
        """One document by id or query, or those of a list of ids; None when there is none."""
        shelf = self._shelf.need()
        if doc_id is not None:
            return self._document(doc_id)
        if doc_ids is not None:
            wanted = {int(number) for number in doc_ids}
            return shelf.every(Document, sorted(wanted & shelf.bodies.keys()))
        if cond is None:
            raise RuntimeError("You have to pass either cond or doc_id or doc_ids")
        number = next((n for n, document in shelf.look() if cond(document)), None)
        return None if number is None else self._document(number)

    def search(self, cond: QueryLike) -> list[Document]:
        """The documents a query holds for, each a copy of its own."""
        return self._shelf.every(Document, self._matching(cond))

    def count(self, cond: QueryLike) -> int:
        """How many documents a query holds for."""
        return len(self._matching(cond))

    def contains(self, cond: QueryLike | None = None, doc_id: int | None = None) -> bool:
        """Whether a document is there, by id or query."""
        if doc_id is not None:
            return doc_id in self._shelf.need().bodies
        return self.get(cond) is not None

    def all(self) -> list[Document]:
        """Every document, each a copy of its own, in id order."""
        shelf = self._shelf.need()
        return shelf.every(Document, shelf.order())

    def __iter__(self) -> Iterator[Document]:
        shelf = self._shelf.need()
        return (_document(shelf, number) for number in tuple(shelf.order()))

    def __len__(self) -> int:
        return len(self._shelf.need().bodies)

    # writing

    def insert(self, document: Mapping[str, object]) -> int:
        """Save a new document and answer its id; ValueError when that id is taken."""
        return self.insert_multiple((document,))[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, object]]) -> list[int]:
        """Save new documents in one commit and answer their ids."""
        with without_collecting(), self._writing():
            new: dict[int, bytes] = {}
            for document in documents:
                number = self._number_for(document, new)
                new[number] = to_bytes(document if isinstance(document, dict) else dict(document))
            self._writer.set_many(self._shelf, new)
        return list(new)

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change fields of the documents by id, by query, or of all; answers the ids changed."""
        with self._writing():
            numbers = self._chosen(cond, doc_ids)
            for number in numbers:
                self._change(number, fields)
        return numbers

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Several updates in one commit, each document seeing all of them in turn."""
        changed: list[int] = []
        with self._writing():
            pairs = list(updates)
            for number in tuple(self._shelf.order()):
                for fields, cond in pairs:
                    if cond(self._shelf.seen(number)):
                        self._change(number, fields)
                        changed.append(number)
        return changed

    def upsert(self, document: Mapping[str, object], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or insert this one; one commit."""
        with self._writing():
            return super().upsert(document, cond)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove documents by id or query; answers the ids removed."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        with self._writing():
            numbers = self._chosen(cond, doc_ids)
            for number in numbers:
                self._writer.drop(self._shelf, number)
        return numbers

    def truncate(self) -> None:
        """Remove every document in one commit; they stay in the history."""
        with self._writing():
            for number in tuple(self._shelf.order()):
                self._writer.drop(self._shelf, number)

    # what TinyDB's own methods build on, for anything that reaches past the above

    def _read_table(self) -> dict[str, Mapping[str, object]]:
        shelf = self._shelf.need()
        return {str(number): _fresh(shelf, number) for number in shelf.order()}

    def _update_table(self, updater: Callable[[dict[int, Json]], None]) -> None:  # type: ignore[override]
        with self._writing():
            shelf = self._shelf
            documents = {number: _fresh(shelf, number) for number in shelf.order()}
            updater(documents)
            for number in [n for n in shelf.order() if n not in documents]:
                self._writer.drop(shelf, number)
            for number, document in documents.items():
                self._save(number, document)

    def _get_next_id(self) -> int:
        return self._writer.next_number()

    def _writing(self) -> AbstractContextManager[object]:
        step = self._writer.writing(self.name)
        self._shelf.need()
        return step

    def _number_for(self, document: Mapping[str, object], new: dict[int, bytes]) -> int:
        if isinstance(document, Document):
            number = int(document.doc_id)
        elif isinstance(document, Mapping):
            number = self._writer.next_number()
        else:
            raise ValueError("Document is not a Mapping")
        if not 0 <= number < 1 << 63:
            raise ValueError(f"{number} is no record number")
        if number in self._shelf.bodies or number in new:
            raise ValueError(f"Document with ID {number} already exists")
        return number

    def _change(self, number: int, fields: Fields) -> None:
        document = _fresh(self._shelf, number)
        if callable(fields):
            fields(document)
        else:
            document.update(fields)
        self._save(number, document)

    def _save(self, number: int, document: Mapping[str, object]) -> None:
        body = to_bytes(dict(document))
        if self._shelf.bodies.get(number) != body:
            self._writer.set(self._shelf, number, body)

    def _chosen(self, cond: QueryLike | None, doc_ids: Iterable[int] | None) -> list[int]:
        if doc_ids is not None:
            return [number for number in doc_ids if number in self._shelf.bodies]
        return list(self._shelf.order()) if cond is None else self._matching(cond)

    def _matching(self, cond: QueryLike) -> list[int]:
        return [number for number, document in self._shelf.need().look() if cond(document)]

    def _document(self, number: int) -> Document | None:
        document = self._shelf.fresh(number)
        return None if document is None else Document(document, number)


def _fresh(shelf: Shelf, number: int) -> Json:
    document = shelf.fresh(number)
    assert document is not None, "asked for a number of this shelf"
    return document


def _document(shelf: Shelf, number: int) -> Document:
    return Document(_fresh(shelf, number), number)
