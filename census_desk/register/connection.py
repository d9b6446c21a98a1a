"""Connections to a register's file: how they are set up, and what their errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from census_desk.register.engine import EngineError, Trouble

_PRAGMAS = (
    "PRAGMA synchronous=EXTRA",  # FULL leaves the unlink of the journal unsynced
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
STORAGE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What sqlite3 raises; the second for a rotten text, even for one in its own message."""
_WAIT_SECONDS = 5.0
_TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "gone",
}


@contextmanager
def told() -> Iterator[None]:
    """Turn what sqlite3 raises into EngineError."""
    try:
        yield
    except STORAGE_ERRORS as error:
        raise engine_error(error) from error


def engine_error(error: Exception) -> EngineError:
    """The EngineError that says what an error of sqlite3 means."""
    if isinstance(error, UnicodeDecodeError):
        return EngineError("damaged", str(error))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return EngineError(_TROUBLES.get(code, "other"), str(error))


def connect(path: Path | None, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection set up for a register; None for one in memory. Never makes a file."""
    name = ":memory:" if path is None else f"{_uri(path)}?mode={'ro' if read_only else 'rw'}"
    connection = sqlite3.connect(
        name, uri=path is not None, timeout=_WAIT_SECONDS, isolation_level=None
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        if not read_only and path is not None:
            connection.execute("PRAGMA journal_mode=DELETE")
    except STORAGE_ERRORS:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    """`path` as SQLite's file URI; a Windows share keeps its two leading slashes."""
    text = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{text}" if text.startswith("/") else f"file:///{text}"
