"""What is behind the register's door: its records, its past, and the care for its file."""

from datetime import datetime
from pathlib import Path
from typing import Any

from census_desk.register import checks
from census_desk.register.backups import Backup, export_json
from census_desk.register.checks import CheckReport
from census_desk.register.collection import Collection
from census_desk.register.errors import RegisterError
from census_desk.register.history import Step
from census_desk.register.keeper import Keeper
from census_desk.register.kinds import Catalogue, referred
from census_desk.register.open_file import OpenFile
from census_desk.register.snapshot import Snapshot, snapshot
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store
from census_desk.register.table import RegisterTable
from census_desk.register.undo import Undo
from census_desk.words import _


class Records:
    """Typed collections and free tables over the store's shelves."""

    catalogue: Catalogue
    _store: Store

    def __init__(self) -> None:
        self._collections: dict[str, Collection[Any]] = {}
        self._tables: dict[str, RegisterTable] = {}

    def collection(self, name: str) -> Collection[Any]:
        """The records of one kind of the catalogue."""
        if name not in self._collections:
            shelf = self._store.shelf(name)
            self._collections[name] = Collection(self.catalogue[name], shelf, self._store)
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
            self._tables[name] = RegisterTable(self._store.shelf(name), self._store)
        return self._tables[name]

    def referrers(self, collection: str, record_id: str) -> list[tuple[str, str]]:
        """The (collection, id) of every living record that refers to this one."""
        target = (collection, record_id)
        return [
            (kind.name, record.id)
            for kind in self.catalogue.values()
            if collection in kind.references.values()
            for record in self.collection(kind.name).all()
            if target in referred(kind, record)
        ]


class Past(Records):
    """What was done, how it is taken back, and what the register said before."""

    _undo: Undo

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


class Care(Records):
    """Verified files: checking, backing up, and the way out to JSON."""

    _engine: SqliteEngine
    _file: OpenFile | None

    def check(self) -> CheckReport:
        """Read everything from disk and verify it; also unreadable and dangling records."""
        report = checks.check_engine(self._engine)
        problems = report.problems + checks.unreadable(self.catalogue, self.collection)
        problems += checks.dangling(self.catalogue, self.collection)
        return CheckReport(
            ok=not problems, problems=problems, rows=report.rows, commits=report.commits
        )

    @property
    def keeper(self) -> Keeper:
        """Backups: folders, list, last problem; RegisterError for a register in memory."""
        if self._file is None:
            raise RegisterError(_("Register dalam memori tidak mempunyai cadangan."))
        return self._file.keeper

    def backup(self, reason: str = "") -> Path:
        """Make a verified backup now; BackupFailed when it fails."""
        return self.keeper.backup(reason).path

    def backups(self) -> list[Backup]:
        """The backups there are, newest first."""
        return self.keeper.listed()

    @property
    def backup_folder(self) -> Path:
        """Where backups go."""
        return self.keeper.folder

    @backup_folder.setter
    def backup_folder(self, folder: Path) -> None:
        self.keeper.folder = Path(folder)

    @property
    def second_backup_folder(self) -> Path | None:
        """A second place (stick, share), or None."""
        return self.keeper.second_folder

    @second_backup_folder.setter
    def second_backup_folder(self, folder: Path | None) -> None:
        self.keeper.second_folder = None if folder is None else Path(folder)

    @property
    def last_backup_at(self) -> datetime | None:
        """When the newest backup was made."""
        return None if self._file is None else self.keeper.last_at()

    def export_json(self, path: Path | str) -> None:
        """Write all documents as JSON for stock TinyDB; whole or not at all."""
        export_json(self._engine, Path(path))
