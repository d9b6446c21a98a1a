"""When backups are made: at start, at close when something changed, every 50 commits."""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from census_desk.register import backups
from census_desk.register.backups import Backup
from census_desk.register.errors import BackupFailed
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store

EVERY_COMMITS = 50
_LOG = logging.getLogger(__name__)


class Keeper:
    """Makes and prunes the backups of one register file.

    `spacing` is how old the newest must be before start or close make another: many short openings
    in a minute must not crowd out the ten newest. What is left out, the next opening makes up for.
    """

    def __init__(
        self, path: Path, store: Store, engine: SqliteEngine, clock: Callable[[], datetime]
    ) -> None:
        self.folder = backups.folder_beside(path)
        self.second_folder: Path | None = None
        self.problem: str | None = None
        self.spacing = timedelta(0)
        self._path = path
        self._store = store
        self._engine = engine
        self._clock = clock
        self._saved_rev = self.listed()[0].rev if self.listed() else 1

    def backup(self, reason: str = "") -> Backup:
        """Make one now, in the second place too when one is set; BackupFailed when it fails."""
        made = self._make(self._engine)
        _LOG.info("backup %s %s", made.path.name, reason)
        return made

    def listed(self) -> list[Backup]:
        """The backups in the folder, newest first."""
        return backups.backups_in(self.folder, self._path.stem)

    def last_at(self) -> datetime | None:
        """When the newest was made."""
        listed = self.listed()
        return listed[0].at if listed else None

    def at_start(self) -> None:
        """Make one unless the newest is of this very commit, or younger than the spacing."""
        if not self._is_recent() and not self._is_saved():
            self._quietly(self._engine)

    def at_start_beside(self) -> Iterator[None]:
        """The same on a connection and thread of its own; yields until it is done."""
        worker = threading.Thread(target=self._on_own_connection, name="census-desk-backup")
        worker.start()
        while worker.is_alive():
            worker.join(0.005)
            yield

    def after_commit(self) -> None:
        """Make one when 50 commits passed since the last."""
        if self._store.head.rev - self._saved_rev >= EVERY_COMMITS:
            self._quietly(self._engine)

    def at_close(self) -> None:
        """Make one when something changed since the last, unless that is too recent."""
        if not self._is_recent() and self._saved_rev != self._store.head.rev:
            self._quietly(self._engine)

    def _is_saved(self) -> bool:
        """Whether the newest backup is good and of this commit; an empty register needs none."""
        rev, listed = self._store.head.rev, self.listed()
        if rev > 1 and not (listed and listed[0].rev == rev and listed[0].good):
            return False
        self._saved_rev = rev
        return True

    def _is_recent(self) -> bool:
        last = self.last_at() if self.spacing else None
        return last is not None and timedelta(0) <= self._clock() - last < self.spacing

    def _on_own_connection(self) -> None:
        if self._is_recent() or self._is_saved():
            return
        engine = SqliteEngine(self._path, read_only=True)
        try:
            self._quietly(engine)
        finally:
            engine.close()

    def _quietly(self, engine: SqliteEngine) -> None:
        """A failed backup is told in `problem`, and never spoils the save it follows."""
        self._saved_rev = self._store.head.rev
        try:
            self._make(engine)
            self.problem = None
        except BackupFailed as error:
            self.problem = error.sentence
            _LOG.warning("backup failed: %s", error.sentence)

    def _make(self, engine: SqliteEngine) -> Backup:
        at = self._clock()
        stem = self._path.stem
        is_daily = backups.is_first_of_day(self.folder, stem, at)
        made = backups.make_backup(engine, self.folder, stem, at)
        if is_daily:
            backups.export_backup_json(made)
        backups.prune(self.folder, stem)
        self._saved_rev = made.rev
        if self.second_folder is not None:
            backups.copy_backup(made, self.second_folder)
            backups.prune(self.second_folder, stem)
        return made
