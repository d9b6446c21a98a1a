"""The seam between the register and what holds its rows: SQLite today, PostgreSQL later."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from census_desk.register.errors import RegisterError
from census_desk.register.rows import Delta, Entry, Key, Row, Touch
from census_desk.words import _

Trouble = Literal["full", "io", "busy", "readonly", "damaged", "gone", "other"]


class EngineError(RegisterError):
    """Storage failed; `trouble` says how, `text` is the storage's own."""

    def __init__(self, trouble: Trouble, text: str) -> None:
        self.trouble = trouble
        self.text = text
        super().__init__(
            _(
                "Register tidak dapat dibaca ({text}). Tidak ada yang diubah; tutup lalu buka lagi."
            ).format(text=text)
        )


class News(NamedTuple):
    """What other processes committed: their entries, the rows as they are now, what is gone."""

    entries: list[Entry]
    rows: list[Row]
    gone: list[Key]


class Engine(Protocol):
    """Six calls write (begin … rollback), the rest read. Every call may raise EngineError."""

    def begin(self) -> None:
        """Take the write lock, waiting a few seconds; raises EngineError('busy') after that."""

    def changed_since(self, rev: int) -> News:
        """Everything committed after `rev`, consistent in itself."""

    def put(self, rows: Sequence[Row]) -> None:
        """Write rows, over what was there."""

    def cut(self, keys: Sequence[Key]) -> None:
        """Remove rows."""

    def commit(self, entry: Entry, changes: bytes, past: Sequence[Touch]) -> None:
        """Append the log entry and make all of it durable, or none of it.

        `past` are the commits that a row itself no longer tells: its revision before this one, and
        this one where the row goes.
        """

    def rollback(self) -> None:
        """Forget everything since begin; harmless when there is nothing to forget."""

    def moved(self) -> bool:
        """Whether another connection committed since the last call of `changed_since`; cheap."""

    def head(self) -> Entry | None:
        """The last commit."""

    def tables(self) -> list[str]:
        """The names of the tables that hold documents; costs as much as there are tables."""

    def load(self, table: str, after: int, limit: int) -> list[tuple[int, int, bytes, bytes]]:
        """(id, rev, body, sum) of the next `limit` documents with an id above `after`."""

    def entries(
        self, *, before: int | None = None, limit: int | None = None, key: Key | None = None
    ) -> list[Entry]:
        """Log entries, newest first, of one document when `key` is given."""

    def entry(self, rev: int) -> Entry | None:
        """One log entry."""

    def changes(self, rev: int) -> bytes | None:
        """The changes of one commit as JSON; None when they were purged."""

    def turns(self) -> list[tuple[int, str, int]]:
        """(rev, kind, undoes) of every undo and redo, oldest first."""

    def touches(self, key: Key, after: int) -> list[int]:
        """The commits after `after` that touched a document, oldest first."""

    def rev_at(self, at: int) -> int | None:
        """The last commit made at or before a moment (microseconds)."""

    def reopen(self) -> None:
        """Close and open again: after an error nothing of the old connection is trusted."""

    def close(self) -> None:
        """Let go of the storage."""


__all__ = ["Delta", "Engine", "EngineError", "Entry", "Key", "News", "Row", "Touch", "Trouble"]
