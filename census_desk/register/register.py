"""The one door to saved records: how a register is made, opened, restored and closed."""

import platform
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from census_desk.register import opening
from census_desk.register.commits import first_entry, microseconds
from census_desk.register.errors import RegisterError
from census_desk.register.kinds import Catalogue, known_kinds
from census_desk.register.lease import Lease, LeaseWatch
from census_desk.register.open_file import OpenFile, may_write, open_sound, take_lease
from census_desk.register.restoring import restore_file
from census_desk.register.rooms import Care, Past, Writing
from census_desk.register.schema import FORMAT, Format
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store
from census_desk.register.undo import Undo
from census_desk.register.whereabouts import is_shared, warnings_about
from census_desk.words import _


def _now() -> datetime:
    return datetime.now().astimezone()


class Register(Writing, Past, Care):
    """Typed collections over one file; belongs to the thread that opened it."""

    def __init__(
        self,
        engine: SqliteEngine,
        *,
        actor: str,
        path: Path | None = None,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> None:
        super().__init__()
        self.path = path
        self.catalogue = known_kinds() if catalogue is None else catalogue
        self.warnings = [] if path is None else warnings_about(path)
        self._clock = clock
        self._engine = engine
        self._store = Store(engine, actor=actor, pc=platform.node(), clock=clock)
        self._file = None if path is None else OpenFile(path, self._store, engine, clock)
        self._undo = Undo(self._store, self.catalogue, self.collection)

    @property
    def today(self) -> date:
        """The day by the register's own clock."""
        return self._clock().date()

    # opening and closing

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        actor: str,
        office: str = "",
        moment: datetime | None = None,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """Make a new register; PathTaken when a file is, or was, at the path."""
        target = Path(path).absolute()
        at = moment or clock()
        begin = first_entry(
            actor=actor, pc=platform.node(), at=microseconds(at), what=_("Membuat register")
        )
        opening.create_file(target, opening.new_meta(office, at), begin)
        return cls.open(target, actor=actor, clock=clock, catalogue=catalogue)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        actor: str,
        read_only: bool = False,
        take_over: bool = False,
        watch: LeaseWatch | None = None,
        load: Literal["full", "lazy"] = "full",
        shared: bool | None = None,
        backs_up: bool | timedelta = True,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
        form: Format = FORMAT,
    ) -> Self:
        """Open a register; with load="lazy" call `load_some` until it answers True.

        Raises RegisterNotFound, ForeignFile, NewerRegister, DamagedRegister (with backups), or
        RegisterInUse on a shared folder; its `watch` handed back with take_over=True a minute later
        takes the register from a dead computer. Read-only, a damaged file shows what is sound.
        `backs_up` as a time: only when the newest backup is that old.
        """
        target = Path(path).absolute()
        looks_only = read_only or (target.is_file() and not may_write(target))
        is_remote = is_shared(target) if shared is None else shared
        lease = None
        if is_remote and not looks_only:
            lease = take_lease(target, actor, clock(), (watch if take_over else None))
        try:
            engine = open_sound(target, read_only=looks_only, form=form)
            register = cls._over(engine, target, actor, clock, catalogue)
            register._start(form, read_only, looks_only, load == "lazy", backs_up, lease, watch)
        except BaseException:
            if lease is not None:
                lease.give_up()
            raise
        return register

    @classmethod
    def in_memory(
        cls,
        actor: str = "uji",
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """A register that lives as long as the object."""
        engine = SqliteEngine(None)
        at = clock()
        begin = first_entry(actor=actor, pc="", at=microseconds(at), what=_("Membuat register"))
        opening.make_tables(engine.connection, opening.new_meta("", at), begin)
        return cls(engine, actor=actor, clock=clock, catalogue=catalogue)

    @classmethod
    def restore(
        cls,
        backup_path: Path | str,
        register_path: Path | str,
        *,
        actor: str,
        clock: Callable[[], datetime] = _now,
        catalogue: Catalogue | None = None,
    ) -> Self:
        """Put a backup in the register's place and open it.

        The old file stays as NAME.sebelum-pulih; CannotRestore leaves everything as it was.
        """
        source, target = Path(backup_path).absolute(), Path(register_path).absolute()

        def sign(draft: Path) -> None:
            with open_sound(draft, read_only=False, form=FORMAT) as engine:
                store = Store(engine, actor=actor, pc=platform.node(), clock=clock)
                what = _("Memulihkan cadangan {name}").format(name=source.name)
                with store.change(what, final=True, kind="restore"):
                    pass

        restore_file(source, target, sign)
        return cls.open(target, actor=actor, clock=clock, catalogue=catalogue)

    def reopen(self, *, read_only: bool = True) -> Self:
        """An independent register over the same file, for a worker's own thread."""
        if self.path is None:
            raise RegisterError(_("Register dalam memori tidak dapat dibuka dua kali."))
        return type(self).open(
            self.path,
            actor=self.actor,
            read_only=read_only,
            shared=False,
            backs_up=False,
            clock=self._clock,
            catalogue=self.catalogue,
        )

    def load_some(self, budget_ms: float = 12.0) -> bool:
        """Load and verify for about so many milliseconds; True when nothing is left to do.

        DamagedRegister once damage shows; the register is read-only from then on.
        """
        return self._file is None or self._file.load_some(budget_ms)

    def close(self) -> None:
        """Back up what changed and let go of the file."""
        if self._file is None:
            self._engine.close()
        else:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # how it is put together

    @classmethod
    def _over(
        cls,
        engine: SqliteEngine,
        path: Path,
        actor: str,
        clock: Callable[[], datetime],
        catalogue: Catalogue | None,
    ) -> Self:
        try:
            return cls(engine, actor=actor, path=path, clock=clock, catalogue=catalogue)
        except BaseException:
            engine.close()
            raise

    def _start(
        self,
        form: Format,
        read_only: bool,
        looks_only: bool,
        lazily: bool,
        backs_up: bool | timedelta,
        lease: Lease | None,
        watch: LeaseWatch | None,
    ) -> None:
        assert self._file is not None, "only files are started"
        if looks_only:
            self._store.read_only_reason = (
                _("Dibuka baca-saja.")
                if read_only
                else _("Berkas atau foldernya hanya boleh dibaca.")
            )
        self._file.lease = lease
        self._file.watch = watch if looks_only else None
        try:
            self._file.update(form, read_only=looks_only)
            self._file.load(lazily=lazily, backs_up=backs_up)
        except BaseException:
            self._engine.close()
            raise
