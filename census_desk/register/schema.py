"""The tables inside a register file, by schema version."""

from collections.abc import Callable
from dataclasses import dataclass

from census_desk.register import to_version_2
from census_desk.register.codec import Json

APPLICATION_ID = 0x43_44_53_4B
"""'CDSK' in the header of the SQLite file."""

SCHEMA: tuple[str, ...] = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE doc(tbl TEXT NOT NULL, id INTEGER NOT NULL, rev INTEGER NOT NULL,"
    " body BLOB NOT NULL, sum BLOB NOT NULL, PRIMARY KEY(tbl, id)) WITHOUT ROWID",
    # `changes` stands last: reading the other columns then never walks its overflow pages
    "CREATE TABLE log(rev INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL,"
    " pc TEXT NOT NULL, what TEXT NOT NULL, kind TEXT NOT NULL, final INTEGER NOT NULL,"
    " undoes INTEGER, rows INTEGER NOT NULL, state BLOB NOT NULL, changes_sum BLOB NOT NULL,"
    " prev BLOB NOT NULL, hash BLOB NOT NULL, changes BLOB)",
    # a row tells its last commit itself; here are the earlier ones, and those of rows that went
    "CREATE TABLE touch(tbl TEXT NOT NULL, id INTEGER NOT NULL, rev INTEGER NOT NULL,"
    " PRIMARY KEY(tbl, id, rev)) WITHOUT ROWID",
    "CREATE INDEX log_undoes ON log(undoes) WHERE undoes IS NOT NULL",
)

Rewrite = Callable[[str, Json], Json]
"""(table, document) -> document in the next version's shape."""
Parts = Callable[[str, int, Json], list[tuple[str, int, Json]]]
"""(table, number, old document) -> (table, number, document) of records its parts become."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """How a file of `version` becomes one of `version + 1`."""

    version: int
    what: str
    statements: tuple[str, ...] = ()
    rewrite: Rewrite | None = None
    parts: Parts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The schema this program writes, those it still knows, and the ways from one to the next."""

    version: int
    schemas: dict[int, tuple[str, ...]]
    migrations: tuple[Migration, ...] = ()


FORMAT = Format(
    version=2,
    schemas={1: SCHEMA, 2: SCHEMA},
    migrations=(
        Migration(
            version=1,
            what="Memperbarui register ke versi 2: kendala tuntas sebagian, tindak lanjut",
            rewrite=to_version_2.rewritten,
            parts=to_version_2.parts,
        ),
    ),
)
