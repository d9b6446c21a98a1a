"""The register's rows in one SQLite file: rollback journal, synced beyond doubt, one writer."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from pathlib import Path
from typing import Self

from census_desk.register.codec import from_changes
from census_desk.register.connection import connect, told
from census_desk.register.engine import EngineError, News
from census_desk.register.rows import Entry, Key, Row, Touch

_PACK_FROM = 16_384
_COLUMNS = ", ".join(field.name for field in fields(Entry))
_TOUCHES = (
    "SELECT rev FROM touch WHERE tbl=? AND id=? UNION SELECT rev FROM doc WHERE tbl=? AND id=?"
)
_TOUCHED_BY = "SELECT tbl, id FROM touch WHERE rev=? UNION SELECT tbl, id FROM doc WHERE rev=?"
_TABLES = (
    "WITH RECURSIVE step(tbl) AS (SELECT min(tbl) FROM doc UNION ALL"
    " SELECT (SELECT min(tbl) FROM doc WHERE tbl > step.tbl) FROM step WHERE tbl IS NOT NULL)"
    " SELECT tbl FROM step WHERE tbl IS NOT NULL"
)
_INSERT_LOG = (
    f"INSERT INTO log({_COLUMNS}, changes) VALUES({', '.join('?' * len(fields(Entry)))}, ?)"
)


class SqliteEngine:
    """Engine over one SQLite file, or over memory when `path` is None."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        with told():
            self.connection = connect(path, read_only=read_only)
        self._seen = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    # writing

    def begin(self) -> None:
        """Take SQLite's write lock, waiting up to five seconds."""
        with told():
            self.connection.execute("BEGIN IMMEDIATE")

    def put(self, rows: Sequence[Row]) -> None:
        """Write rows."""
        with told():
            self.connection.executemany("REPLACE INTO doc VALUES(?, ?, ?, ?, ?)", rows)

    def cut(self, keys: Sequence[Key]) -> None:
        """Remove rows."""
        with told():
            self.connection.executemany("DELETE FROM doc WHERE tbl=? AND id=?", keys)

    def commit(self, entry: Entry, changes: bytes, past: Sequence[Touch]) -> None:
        """Append to the log and commit."""
        with told():
            self.connection.execute(_INSERT_LOG, (*astuple(entry), _packed(changes)))
            if past:
                self.connection.executemany("INSERT INTO touch VALUES(?, ?, ?)", past)
            self.connection.execute("COMMIT")

    def rollback(self) -> None:
        """Forget everything since begin."""
        with told():
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    # reading

    def moved(self) -> bool:
        """Whether another connection committed; one small pragma."""
        return self._version() != self._seen

    def changed_since(self, rev: int) -> News:
        """What was committed after `rev`, read in one transaction."""
        with told(), self.reading():
            self._seen = self._version()
            entries = [
                _entry(row)
                for row in self.connection.execute(
                    f"SELECT {_COLUMNS} FROM log WHERE rev>? ORDER BY rev", (rev,)
                )
            ]
            rows, gone = self._now(rev) if entries else ([], [])
        return News(entries, rows, gone)

    def head(self) -> Entry | None:
        """The last commit."""
        entries = self.entries(limit=1)
        return entries[0] if entries else None

    def tables(self) -> list[str]:
        """The tables, found by stepping from name to name in the key."""
        with told():
            return [name for (name,) in self.connection.execute(_TABLES)]

    def load(self, table: str, after: int, limit: int) -> list[tuple[int, int, bytes, bytes]]:
        """The next rows of a table in id order."""
        with told():
            return self.connection.execute(
                "SELECT id, rev, body, sum FROM doc WHERE tbl=? AND id>? ORDER BY id LIMIT ?",
                (table, after, limit),
            ).fetchall()

    def entries(
        self, *, before: int | None = None, limit: int | None = None, key: Key | None = None
    ) -> list[Entry]:
        """Log entries, newest first."""
        where, values = ["rev < ?"], [before if before is not None else 1 << 62]
        if key is not None:
            where.append(f"rev IN ({_TOUCHES})")
        sql = f"SELECT {_COLUMNS} FROM log WHERE {' AND '.join(where)} ORDER BY rev DESC LIMIT ?"
        with told():
            found = self.connection.execute(
                sql, (*values, *(key or ()) * 2, -1 if limit is None else limit)
            )
            return [_entry(row) for row in found]

    def entry(self, rev: int) -> Entry | None:
        """One log entry."""
        with told():
            found = self.connection.execute(f"SELECT {_COLUMNS} FROM log WHERE rev=?", (rev,))
            row = found.fetchone()
        return None if row is None else _entry(row)

    def changes(self, rev: int) -> bytes | None:
        """The changes of one commit."""
        text = self._one("SELECT changes FROM log WHERE rev=?", rev)
        return _unpacked(text) if isinstance(text, bytes) else None

    def turns(self) -> list[tuple[int, str, int]]:
        """Every undo and redo, oldest first."""
        with told():
            return self.connection.execute(
                "SELECT rev, kind, undoes FROM log WHERE undoes IS NOT NULL ORDER BY rev"
            ).fetchall()

    def touches(self, key: Key, after: int) -> list[int]:
        """Commits after `after` that touched a document."""
        with told():
            found = self.connection.execute(
                f"SELECT rev FROM ({_TOUCHES}) WHERE rev>? ORDER BY rev", (*key, *key, after)
            )
            return [rev for (rev,) in found]

    def rev_at(self, at: int) -> int | None:
        """The last commit made at or before a moment."""
        rev = self._one("SELECT max(rev) FROM log WHERE at<=?", at)
        return rev if isinstance(rev, int) else None

    def reopen(self) -> None:
        """A fresh connection; a register in memory only forgets its open transaction."""
        if self.path is None:
            self.rollback()
            return
        self.close()
        with told():
            self.connection = connect(self.path, read_only=self._read_only)
        self._seen = -1

    def close(self) -> None:
        """Close the connection."""
        with told():
            self.connection.close()

    def _now(self, rev: int) -> tuple[list[Row], list[Key]]:
        """Rows and missing keys of everything touched after `rev`."""
        rows, gone = [], []
        for key in self._touched_after(rev):
            found = self.connection.execute(
                "SELECT tbl, id, rev, body, sum FROM doc WHERE tbl=? AND id=?", key
            ).fetchone()
            if found is None:
                gone.append(key)
            else:
                rows.append(Row(*found))
        return rows, gone

    def _touched_after(self, rev: int) -> set[Key]:
        """Read from the log's changes; only where those were purged the touches are searched."""
        keys: set[Key] = set()
        for number, text in self.connection.execute(
            "SELECT rev, changes FROM log WHERE rev>?", (rev,)
        ).fetchall():
            if text is not None:
                keys.update(
                    (table, doc_id) for table, doc_id, _, _ in from_changes(_unpacked(text))
                )
            else:
                keys.update(self.connection.execute(_TOUCHED_BY, (number, number)))
        return keys

    def _version(self) -> int:
        version = self._one("PRAGMA data_version")
        return version if isinstance(version, int) else -1

    def _one(self, sql: str, *values: int) -> object:
        with told():
            row = self.connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One consistent view of the file for everything read inside; writers wait meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")


def _packed(changes: bytes) -> bytes:
    """A large import's changes squeezed: the log would double what a commit writes."""
    return changes if len(changes) < _PACK_FROM else zlib.compress(changes, 1)


def _unpacked(text: bytes) -> bytes:
    """The changes as JSON; what starts with a bracket was never squeezed."""
    try:
        return text if text.startswith(b"[") else zlib.decompress(text)
    except zlib.error as error:
        raise EngineError("damaged", str(error)) from error


def _entry(row: Sequence[object]) -> Entry:
    values = dict(zip((field.name for field in fields(Entry)), row, strict=True))
    values["final"] = bool(values["final"])
    return Entry(**values)  # type: ignore[arg-type]  # the columns are the fields
