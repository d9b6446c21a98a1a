"""Making and opening register files: what is refused, and with which sentence."""

import secrets
import sqlite3
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from census_desk.register import files
from census_desk.register.connection import STORAGE_ERRORS, connect
from census_desk.register.engine import EngineError
from census_desk.register.errors import (
    DamagedRegister,
    ForeignFile,
    NewerRegister,
    PathTaken,
    RegisterNotFound,
)
from census_desk.register.rows import Entry
from census_desk.register.schema import APPLICATION_ID, FORMAT, Format
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.words import _

_MAGIC = b"SQLite format 3\x00"
ENDING = ".censusdesk"


def make_tables(connection: sqlite3.Connection, meta: dict[str, str], begin: Entry) -> None:
    """Lay out an empty register, its log begun, in one transaction."""
    from dataclasses import astuple

    connection.execute("BEGIN IMMEDIATE")
    for statement in FORMAT.schemas[FORMAT.version]:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={FORMAT.version}")
    rows = {**meta, "sum": meta_sum(meta)}
    connection.executemany("INSERT INTO meta VALUES(?, ?)", sorted(rows.items()))
    places = ", ".join("?" * 13)
    connection.execute(f"INSERT INTO log VALUES({places}, ?)", (*astuple(begin), b"[]"))
    connection.execute("COMMIT")


def new_meta(office: str, at: datetime) -> dict[str, str]:
    """What a register says of itself: which one it is, whose, since when."""
    return {"register": secrets.token_hex(8), "office": office, "created": at.isoformat()}


def meta_sum(meta: dict[str, str]) -> str:
    """The checksum over everything in meta but itself."""
    text = "\x1f".join(sorted(f"{key}={value}" for key, value in meta.items() if key != "sum"))
    return sha256(text.encode()).hexdigest()


def create_file(path: Path, meta: dict[str, str], begin: Entry) -> None:
    """Make a register at a path where nothing is and nothing was; PathTaken otherwise."""
    refuse_used(path)
    draft = files.beside(path, ".baru")
    draft.unlink(missing_ok=True)
    draft.touch()
    try:
        connection = connect(draft)
        try:
            make_tables(connection, meta, begin)
        finally:
            connection.close()
        files.sync_file(draft)
        files.move_new(draft, path)
    except FileExistsError as error:
        raise PathTaken(_taken(path)) from error
    finally:
        draft.unlink(missing_ok=True)


def refuse_used(path: Path) -> None:
    """PathTaken when a file is at the path, or what a lost register left beside it."""
    if path.exists() or path.is_symlink():
        raise PathTaken(_taken(path))
    if journal_of(path).exists():
        raise PathTaken(
            _(
                "Di {name} pernah ada register yang belum selesai disimpan. "
                "Pilih nama lain, atau pulihkan dari cadangan."
            ).format(name=path.name)
        )


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the old pages while it saves."""
    return path.with_name(path.name + "-journal")


def refuse_stranger(path: Path) -> None:
    """Raise when the file at `path` cannot be a register, without handing it to SQLite."""
    if not path.is_file():
        raise RegisterNotFound(
            path,
            _("Register {name} tidak ditemukan di {folder}.").format(
                name=path.name, folder=path.parent
            ),
        )
    with path.open("rb") as opened:
        head = opened.read(100)
    if not head.strip(b"\x00"):
        raise DamagedRegister(path, _("Register {name} kosong atau rusak.").format(name=path.name))
    if not head.startswith(_MAGIC):
        raise ForeignFile(path, _foreign(path))
    if path.stat().st_nlink > 1:
        files.drop_second_names(path)
    if path.stat().st_nlink > 1:
        raise ForeignFile(
            path,
            _(
                "Berkas {name} mempunyai dua nama (hard link); buat salinan biasa lebih dahulu."
            ).format(name=path.name),
        )


def open_engine(path: Path, *, read_only: bool, form: Format = FORMAT) -> SqliteEngine:
    """An engine over a file that is a register of this version.

    Raises ForeignFile, NewerRegister or DamagedRegister; the file is not changed by looking.
    """
    refuse_stranger(path)
    try:
        engine = SqliteEngine(path, read_only=read_only)
    except EngineError as error:
        raise damaged(path, error.text) from error
    try:
        refuse_other_schema(path, engine.connection, form)
        with engine.reading():
            refuse_cut(path, engine.connection)
    except STORAGE_ERRORS as error:
        engine.close()
        raise damaged(path, str(error)) from error
    except BaseException:
        engine.close()
        raise
    return engine


def recover(path: Path) -> None:
    """Let SQLite finish or undo a save that was cut short; a read-only connection may not."""
    refuse_stranger(path)
    try:
        engine = SqliteEngine(path)
    except EngineError as error:
        raise damaged(path, error.text) from error
    try:
        engine.tables()
    except EngineError as error:
        raise damaged(path, error.text) from error
    finally:
        engine.close()


def refuse_other_schema(path: Path, connection: sqlite3.Connection, form: Format) -> None:
    """Compare application id, version and the schema's text with what this program writes."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise ForeignFile(path, _foreign(path))
    if version > form.version:
        raise NewerRegister(
            path,
            _(
                "Register {name} dibuat Census Desk yang lebih baru; "
                "perbarui aplikasi di komputer ini untuk membukanya."
            ).format(name=path.name),
        )
    if version not in form.schemas or tables_of(connection) != sorted(form.schemas[version]):
        raise damaged(path, "schema")


def broken_pages(connection: sqlite3.Connection) -> list[str]:
    """Sentences about pages SQLite finds broken."""
    try:
        found = [text for (text,) in connection.execute("PRAGMA quick_check(3)")]
    except STORAGE_ERRORS as error:
        found = [str(error)]
    return [
        _("Halaman berkas rusak ({reason}).").format(reason=text) for text in found if text != "ok"
    ]


def broken_meta(connection: sqlite3.Connection) -> list[str]:
    """A sentence when what the register says of itself does not fit its checksum."""
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
    except STORAGE_ERRORS as error:
        return [_("Halaman berkas rusak ({reason}).").format(reason=str(error))]
    if meta.get("sum") == meta_sum(meta):
        return []
    return [_("Keterangan register rusak.")]


def refuse_cut(path: Path, connection: sqlite3.Connection) -> None:
    """DamagedRegister when the file is not as long as its header says; call while reading."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes the shared lock
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size != pages * page_size:
        raise damaged(path, _("panjang berkas tidak cocok"))


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The statements that made the tables, as SQLite keeps them."""
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return sorted(sql for (sql,) in found)


def damaged(path: Path, reason: str) -> DamagedRegister:
    """The DamagedRegister for a reason in the storage's words."""
    return DamagedRegister(
        path,
        _("Register {name} rusak ({reason}). Berkas tidak diubah.").format(
            name=path.name, reason=reason
        ),
    )


def _foreign(path: Path) -> str:
    return _("{name} bukan register Census Desk; berkas tidak disentuh.").format(name=path.name)


def _taken(path: Path) -> str:
    return _("Sudah ada berkas di {path}; pilih nama lain.").format(path=path)
