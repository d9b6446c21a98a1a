"""What lies in the file: rows with their checksum, log entries with their chained hash."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from struct import unpack
from typing import NamedTuple

from census_desk.identity import from_number

Key = tuple[str, int]
"""A document's table and number."""
Touch = tuple[str, int, int]
"""A document's table and number, and a commit that touched it."""

_STATE_BITS = 128
_STATE_MASK = (1 << _STATE_BITS) - 1
NO_STATE = bytes(16)
NO_HASH = bytes(32)


class Row(NamedTuple):
    """One document as saved; `sum` covers table, id, revision and text."""

    table: str
    id: int
    rev: int
    body: bytes
    sum: bytes

    @property
    def is_whole(self) -> bool:
        """Whether the row is what was written."""
        return row_sum(self.table, self.id, self.rev, self.body) == self.sum


class Delta(NamedTuple):
    """One document in a commit: its text before and after, None where there was none."""

    table: str
    id: int
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One commit in the log, without its changes.

    `at` counts microseconds since 1970 UTC. `state` is the sum of all row sums after the commit and
    `rows` their number, so that a row that vanished or came back is seen. `hash` covers everything
    here and the hash before it; the changes only through `changes_sum`, so a purge can blank them.
    """

    rev: int
    at: int
    actor: str
    pc: str
    what: str
    kind: str = "change"
    final: bool = False
    undoes: int | None = None
    rows: int = 0
    state: bytes = NO_STATE
    changes_sum: bytes = NO_HASH
    prev: bytes = NO_HASH
    hash: bytes = NO_HASH


_HASHED = tuple(field.name for field in fields(Entry) if field.name != "hash")


def row_sum(table: str, number: int, rev: int, body: bytes) -> bytes:
    """The first 16 bytes of sha256 over table, id, revision and text."""
    return sha256(b"%b|%d|%d|%b" % (table.encode(), number, rev, body)).digest()[:16]


def sealed_rows(deltas: Iterable[Delta], rev: int) -> list[Row]:
    """The rows that stand after the deltas, each with its checksum."""
    rows = [(d[0], d[1], rev, d[3]) for d in deltas if d[3] is not None]
    return [Row(*row, row_sum(*row)) for row in rows]


def first_broken(table: str, rows: Sequence[tuple[int, int, bytes, bytes]]) -> list[int]:
    """The ids among (id, rev, body, sum) whose checksum does not fit."""
    head = table.encode()
    try:
        return [
            number
            for number, rev, body, seal in rows
            if sha256(b"%b|%d|%d|%b" % (head, number, rev, body)).digest()[:16] != seal
        ]
    except TypeError:  # another program put a text or a number where bytes belong
        return [row[0] for row in rows if not _is_sealed(table, row)]


def _is_sealed(table: str, row: tuple[int, int, bytes, bytes]) -> bool:
    is_typed = [type(value) for value in row] == [int, int, bytes, bytes]
    return is_typed and row_sum(table, *row[:3]) == row[3]


def shown_id(number: int) -> str:
    """The id of a row as far as it has one: a rotten number may be beyond any id."""
    is_number = type(number) is int and 0 <= number < 1 << 63
    return from_number(number) if is_number else str(number)


def entry_hash(entry: Entry) -> bytes:
    """sha256 over every field of the entry but the hash itself."""
    text = "\x1f".join(_hashable(getattr(entry, name)) for name in _HASHED)
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def changes_text(deltas: Iterable[Delta]) -> bytes:
    """The changes of a commit as one JSON array; bodies are taken over as they are."""
    return b"[%b]" % b",".join(
        b'["%b",%d,%b,%b]' % (d.table.encode(), d.id, d.before or b"null", d.after or b"null")
        for d in deltas
    )


def moved_state(state: bytes, gone: Iterable[bytes], come: Iterable[bytes]) -> bytes:
    """`state` after rows with these sums went and came; order does not matter."""
    total = int.from_bytes(state, "big") + _sum(come) - _sum(gone)
    return (total & _STATE_MASK).to_bytes(16, "big")


def _sum(seals: Iterable[bytes]) -> int:
    """The sum of 16-byte numbers, as two columns of machine words: this runs over all rows."""
    text = b"".join(seals)
    words: tuple[int, ...] = unpack(f">{len(text) // 8}Q", text)
    return (sum(words[::2]) << 64) + sum(words[1::2])


def _hashable(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    return "" if value is None else str(int(value) if isinstance(value, bool) else value)
