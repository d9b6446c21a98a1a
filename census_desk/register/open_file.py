"""The file side of an open register: is it still ours, is it sound, is it backed up."""

import getpass
import os
import platform
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from census_desk.register import backups, files, lease, opening
from census_desk.register.errors import (
    CannotOpen,
    DamagedRegister,
    ForeignFile,
    LeaseLost,
    OlderRegister,
    RegisterInUse,
    RegisterNotFound,
    RegisterReplaced,
)
from census_desk.register.keeper import Keeper
from census_desk.register.lease import Lease, LeaseWatch
from census_desk.register.loading import Loading
from census_desk.register.migrations import migrate, version_of
from census_desk.register.schema import Format
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store
from census_desk.words import _


class OpenFile:
    """Guards, loads and backs up one register file."""

    def __init__(
        self, path: Path, store: Store, engine: SqliteEngine, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.lease: Lease | None = None
        self.watch: LeaseWatch | None = None
        self.keeper = Keeper(path, store, engine, clock)
        self.loading = Loading(store, engine, self._last_steps)
        self._store = store
        self._engine = engine
        self._identity = files.identity(path)
        self._backs_up = True
        store.guard = self.refuse_lost
        store.after_commit = self._after_commit

    def update(self, form: Format, *, read_only: bool) -> None:
        """Bring an older file to this program's version, after a backup."""
        if version_of(self._engine) == form.version:
            return
        if read_only:
            raise OlderRegister(
                self.path,
                _("Register {name} dari versi lama; buka sekali dengan izin tulis.").format(
                    name=self.path.name
                ),
            )
        folder, at = self.keeper.folder, datetime.now().astimezone()
        backups.make_backup(self._engine, folder, self.path.stem, at, form)
        migrate(self._store, self._engine, form)

    def load(self, *, lazily: bool, backs_up: bool | timedelta) -> None:
        """Load and verify everything now, or leave it to `load_some`."""
        if isinstance(backs_up, timedelta):
            self.keeper.spacing, backs_up = backs_up, True
        self._backs_up = backs_up and self._store.read_only_reason is None
        if not lazily:
            self.load_some(None)

    def load_some(self, budget_ms: float | None) -> bool:
        """Go on loading; DamagedRegister once damage shows on a register opened for writing."""
        was_read_only = self._store.read_only_reason is not None
        done = self.loading.run(budget_ms)
        if self._store.damage and not was_read_only:
            raise self.damaged()
        return done

    def damaged(self) -> DamagedRegister:
        """The refusal for what was found, with the newest good backups."""
        reason = self._store.damage[0]
        sentence = _("Register {name} rusak: {reason}").format(name=self.path.name, reason=reason)
        return DamagedRegister(self.path, sentence, backups.newest_good(self.path))

    def refuse_lost(self) -> None:
        """Asked before every commit: the same file at the path, and still our lease."""
        try:
            same = files.identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise self._stop(RegisterReplaced(self.path))
        if self.lease is not None and not self.lease.is_ours():
            raise self._stop(LeaseLost(self.path))

    def beat(self) -> None:
        """Asked at every poll: keep the lease alive, notice that the file or lease is gone."""
        try:
            if self._store.read_only_reason is None:
                self.refuse_lost()
            if self.lease is not None and not self.lease.beat():
                raise self._stop(LeaseLost(self.path))
        except (RegisterReplaced, LeaseLost) as error:
            self._store.read_only_reason = error.sentence
        if self.watch is not None:
            self.watch.look()

    def close(self) -> None:
        """Back up what changed, give the lease up, let go of the file."""
        try:
            if self._backs_up and self._store.read_only_reason is None:
                self.keeper.at_close()
        finally:
            if self.lease is not None:
                self.lease.give_up()
            self._engine.close()

    def _last_steps(self) -> Iterator[None]:
        if self._backs_up:
            yield from self.keeper.at_start_beside()

    def _after_commit(self) -> None:
        if self._backs_up:
            self.keeper.after_commit()

    def _stop(self, error: RegisterReplaced | LeaseLost) -> RegisterReplaced | LeaseLost:
        self._store.read_only_reason = error.sentence
        self.lease = None if isinstance(error, LeaseLost) else self.lease
        return error


def open_sound(path: Path, *, read_only: bool, form: Format) -> SqliteEngine:
    """An engine over a register file, or a refusal that offers the newest good backups."""
    try:
        if read_only and opening.journal_of(path).exists() and may_write(path):
            opening.recover(path)
        return opening.open_engine(path, read_only=read_only, form=form)
    except (RegisterNotFound, DamagedRegister, ForeignFile) as error:
        raise error.with_backups(backups.newest_good(path)) from error


def may_write(path: Path) -> bool:
    """Whether this user may write the file and its folder."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def take_lease(path: Path, actor: str, at: datetime, watch: LeaseWatch | None) -> Lease:
    """Our lease on a shared register; RegisterInUse names who has it.

    With a `watch` the clerk has agreed to take over, which works once it saw a dead minute.
    """
    if not path.is_file():
        missing = _("Register {name} tidak ditemukan di {folder}.")
        raise RegisterNotFound(path, missing.format(name=path.name, folder=path.parent))
    mine = lease.new_holder(actor, platform.node(), user_name(), at)
    taken = lease.take(path, mine)
    if taken is None:
        seen = watch or LeaseWatch(path)
        other = seen.look()
        if other is None or watch is not None or lease.is_dead_here(other, mine.pc):
            taken = lease.take_over(path, mine, seen)
        if taken is None:
            raise RegisterInUse(path, other or mine, seen)
    return taken


def user_name() -> str:
    """The name the system knows the user by; empty where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


__all__ = ["CannotOpen", "OpenFile", "may_write", "open_sound", "take_lease"]
