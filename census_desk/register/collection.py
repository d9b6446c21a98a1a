"""Typed records over a shelf: what the rooms of the desk read and write."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar, cast

from tinydb.queries import QueryLike

from census_desk.identity import from_number, to_number
from census_desk.register.bulk import without_collecting
from census_desk.register.codec import Codec, Unreadable, UnreadableRecord, codec_of, to_bytes
from census_desk.register.errors import RecordExists, RecordNotFound, StaleRecord
from census_desk.register.kinds import Kind
from census_desk.register.rows import shown_id
from census_desk.register.shelf import Shelf
from census_desk.register.table import RegisterTable, Writer
from census_desk.words import _

R = TypeVar("R")
_NO_REV = -1


class Collection(Generic[R]):
    """The records of one kind, decoded when first looked at and kept."""

    def __init__(self, kind: Kind, shelf: Shelf, writer: Writer) -> None:
        self.kind = kind
        self.table = RegisterTable(shelf, writer)
        self._shelf = shelf
        self._writer = writer
        self._codec: Codec[R] = codec_of(kind.record)
        self._records: dict[int, R] = {}
        self._bad: dict[int, UnreadableRecord] = {}
        self._numbers: list[int] | None = None
        self._listed: list[R] = []
        self._all: tuple[R, ...] | None = None

    # reading

    def get(self, record_id: str) -> R:
        """The record of an id; RecordNotFound when there is none that can be read."""
        record = self.find(record_id)
        if record is None:
            raise RecordNotFound(self.kind.name, record_id, self._noun)
        return record

    def find(self, record_id: str) -> R | None:
        """The record of an id, or None."""
        number = _number(record_id)
        self._shelf.need()
        self._sync()
        return self._record(number) if number in self._shelf.bodies else None

    def all(self) -> tuple[R, ...]:
        """Every readable record in id order; the same tuple until something changes."""
        self._shelf.need()
        self._sync()
        if self._numbers is None:
            pairs = [(number, self._record(number)) for number in self._shelf.order()]
            self._numbers = [number for number, record in pairs if record is not None]
            self._listed = [record for _, record in pairs if record is not None]
        if self._all is None:
            self._all = tuple(self._listed)
        return self._all

    def where(self, condition: QueryLike | Callable[[R], bool]) -> list[R]:
        """Records a TinyDB query (on documents) or a function (on records) holds for."""
        if hasattr(condition, "_test") or hasattr(condition, "is_cacheable"):
            query = cast(QueryLike, condition)
            found = [n for n, document in self._shelf.need().look() if query(document)]
            self._sync()
            return [record for n in found if (record := self._record(n)) is not None]
        return [record for record in self.all() if condition(record)]  # type: ignore[arg-type]

    def count(self) -> int:
        """How many documents are saved, readable or not."""
        return len(self._shelf.need().bodies)

    def ids(self) -> list[str]:
        """Every id in rising order."""
        return [from_number(number) for number in self._shelf.need().order()]

    def rev(self, record_id: str) -> int:
        """The commit that last wrote a record; RecordNotFound when there is none."""
        rev = self._shelf.need().revs.get(_number(record_id), _NO_REV)
        if rev == _NO_REV:
            raise RecordNotFound(self.kind.name, record_id, self._noun)
        return rev

    @property
    def unreadable(self) -> list[UnreadableRecord]:
        """Saved documents that make no record, by their own fault or the disk's."""
        self.all()
        rotten = [
            UnreadableRecord(table=self.kind.name, id=shown_id(number), reason=reason)
            for number, reason in self._shelf.broken.items()
        ]
        return list(self._bad.values()) + rotten

    # writing

    def add(self, record: R) -> R:
        """Save a new record; RecordExists when its id is taken."""
        what = _("Menambah {noun} {title}").format(noun=self._noun, title=self._title(record))
        with self._writer.writing(what):
            number = self._free_number(record, {})
            self._writer.set(self._shelf, number, to_bytes(self._codec.encode(record)))
        return record

    def add_many(self, records: Iterable[R]) -> int:
        """Save new records in one commit and answer how many."""
        chosen = tuple(records)
        what = _("Menambah {count} {noun}").format(count=len(chosen), noun=self._noun)
        with without_collecting(), self._writer.writing(what):
            new: dict[int, bytes] = {}
            for record in chosen:
                new[self._free_number(record, new)] = to_bytes(self._codec.encode(record))
            self._writer.set_many(self._shelf, new)
        return len(chosen)

    def replace(self, record: R, expected_rev: int | None = None) -> R:
        """Save a record over the one of the same id.

        With `expected_rev`, the revision the form was opened on, StaleRecord is raised when the
        saved record is newer or gone; without, RecordNotFound when it is gone.
        """
        what = _("Mengubah {noun} {title}").format(noun=self._noun, title=self._title(record))
        number = _number(_id_of(record))
        with self._writer.writing(what):
            self._refuse_stale(record, number, expected_rev)
            saved = self._shelf.fresh(number)
            if saved is None:
                raise RecordNotFound(self.kind.name, _id_of(record), self._noun)
            body = to_bytes(self._codec.unknown(saved) | self._codec.encode(record))
            if body != self._shelf.bodies[number]:
                self._writer.set(self._shelf, number, body)
        return record

    def remove(self, record_id: str) -> None:
        """Remove a record, readable or not; RecordNotFound when there is none."""
        number = _number(record_id)
        record = self.find(record_id)
        title = record_id if record is None else self._title(record)
        what = _("Menghapus {noun} {title}").format(noun=self._noun, title=title)
        with self._writer.writing(what):
            if number not in self._shelf.need().bodies:
                raise RecordNotFound(self.kind.name, record_id, self._noun)
            self._writer.drop(self._shelf, number)

    # how records are kept

    def _free_number(self, record: R, new: dict[int, bytes]) -> int:
        number = to_number(_id_of(record))
        if number in self._shelf.need().bodies or number in new:
            raise RecordExists(self.kind.name, _id_of(record), self._noun)
        return number

    def _refuse_stale(self, mine: R, number: int, expected_rev: int | None) -> None:
        saved_rev = self._shelf.need().revs.get(number)
        if expected_rev is not None and saved_rev != expected_rev:
            theirs = self.find(_id_of(mine))
            raise StaleRecord(mine, theirs, expected_rev, self._noun)

    def _record(self, number: int) -> R | None:
        record = self._records.get(number)
        if record is None and number not in self._bad:
            record = self._decode(number)
        return record

    def _decode(self, number: int) -> R | None:
        document = self._shelf.fresh(number)
        assert document is not None, "asked for a number of this shelf"
        try:
            record = self._records[number] = self._codec.decode(number, document)
        except Unreadable as problem:
            self._bad[number] = UnreadableRecord(
                table=self.kind.name, id=from_number(number), reason=str(problem)
            )
            return None
        return record

    def _sync(self) -> None:
        """Forget what changed since the last look, and put the new in its place."""
        stale = self._shelf.stale
        if not stale:
            return
        numbers = tuple(stale)
        stale.clear()
        self._all = None
        for number in numbers:
            self._records.pop(number, None)
            self._bad.pop(number, None)
        if self._numbers is not None and len(numbers) > len(self._numbers):
            self._numbers = None
        if self._numbers is not None:
            for number in numbers:
                self._place(self._numbers, number)

    def _place(self, numbers: list[int], number: int) -> None:
        at = bisect_left(numbers, number)
        here = at < len(numbers) and numbers[at] == number
        record = self._record(number) if number in self._shelf.bodies else None
        if record is None:
            if here:
                del numbers[at], self._listed[at]
        elif here:
            self._listed[at] = record
        else:
            numbers.insert(at, number)
            self._listed.insert(at, record)

    @property
    def _noun(self) -> str:
        return _(self.kind.singular)

    def _title(self, record: R) -> str:
        return self.kind.title(record)


def _id_of(record: object) -> str:
    record_id: str = record.id  # type: ignore[attr-defined]  # every record of the catalogue has one
    return record_id


def _number(record_id: str) -> int:
    """The number of an id, or one no document has when the text is no id at all."""
    try:
        return to_number(record_id)
    except ValueError:
        return -1
