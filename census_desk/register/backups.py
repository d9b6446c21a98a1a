"""Copies of a register: made whole and verified, kept by a rule, put back by a button."""

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from census_desk.register import files
from census_desk.register.checks import CheckReport, check_file
from census_desk.register.codec import from_bytes
from census_desk.register.connection import STORAGE_ERRORS
from census_desk.register.engine import Engine
from census_desk.register.errors import BackupFailed
from census_desk.register.retention import kept
from census_desk.register.rows import first_broken
from census_desk.register.schema import FORMAT, Format
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.words import _

_ENDING = ".censusdesk"
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}-\d{6})-r(?P<rev>\d{6,})\.censusdesk")
_CHUNK = 5_000


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One copy in the backup folder; it is checked the first time somebody asks."""

    path: Path
    at: datetime
    rev: int

    @cached_property
    def report(self) -> CheckReport:
        """What the check of this file found."""
        return check_file(self.path)

    @property
    def good(self) -> bool:
        """Whether it can be restored."""
        return self.report.ok

    @property
    def records(self) -> int:
        """How many records it holds."""
        return self.report.rows


def folder_beside(path: Path) -> Path:
    """Where backups go when nobody chose another folder."""
    return path.with_name(f"{path.stem}.cadangan")


def backups_in(folder: Path, stem: str) -> list[Backup]:
    """The backups of a register in a folder, newest first."""
    found = []
    for path in folder.glob("*" + _ENDING) if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name is not None and name["stem"] == stem:
            at = datetime.strptime(name["at"], _STAMP).astimezone()
            found.append(Backup(path=path, at=at, rev=int(name["rev"])))
    return sorted(found, key=lambda backup: (backup.at, backup.rev), reverse=True)


def newest_good(path: Path, count: int = 3) -> list[Backup]:
    """The newest good backups beside a register that does not open."""
    good = []
    for backup in backups_in(folder_beside(path), path.stem):
        if backup.good:
            good.append(backup)
        if len(good) == count:
            break
    return good


def make_backup(
    engine: SqliteEngine, folder: Path, stem: str, at: datetime, form: Format = FORMAT
) -> Backup:
    """Copy the register into `folder`, checked and durable; BackupFailed otherwise."""
    draft = files.beside(folder / f"{stem}{_ENDING}", ".draf")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        engine.connection.execute("VACUUM INTO ?", (str(draft),))
        report = check_file(draft, form)
        if not report.ok:
            raise BackupFailed(report.problems[0])
        # commits are numbered without a gap, and the copy may hold one more than we know of
        target = folder / f"{stem}-{at.strftime(_STAMP)}-r{report.commits:06d}{_ENDING}"
        files.sync_file(draft)
        files.move_over(draft, target)
    except (OSError, *STORAGE_ERRORS) as error:
        raise BackupFailed(str(error)) from error
    finally:
        _remove(draft)
    return Backup(path=target, at=at.replace(microsecond=0), rev=report.commits)


def copy_backup(made: Backup, folder: Path) -> None:
    """Put a made backup into a second place, checked there; BackupFailed otherwise."""
    target = folder / made.path.name
    draft = files.beside(target, ".draf")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made.path, draft)
        files.sync_file(draft)
        if draft.read_bytes() != made.path.read_bytes():
            raise BackupFailed(_("salinan di {folder} berbeda").format(folder=folder))
        files.move_over(draft, target)
    except OSError as error:
        raise BackupFailed(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def export_backup_json(made: Backup) -> None:
    """The day's JSON beside its backup, for stock TinyDB."""
    engine = SqliteEngine(made.path, read_only=True)
    try:
        export_json(engine, made.path.with_suffix(".json"))
    except OSError as error:
        raise BackupFailed(str(error)) from error
    finally:
        engine.close()


def prune(folder: Path, stem: str) -> list[Path]:
    """Remove the backups the rule lets go, with their JSON; answers what was removed."""
    backups = backups_in(folder, stem)
    stay = kept(backup.at for backup in backups)
    gone = [backup.path for backup in backups if backup.at not in stay]
    for path in gone:
        files.patiently(path.unlink)
        path.with_suffix(".json").unlink(missing_ok=True)
    return gone


def is_first_of_day(folder: Path, stem: str, at: datetime) -> bool:
    """Whether no JSON copy was made yet on this day."""
    day = at.strftime("%Y%m%d")
    return not any(folder.glob(f"{_glob_safe(stem)}-{day}-*.json"))


def export_json(engine: SqliteEngine, target: Path) -> None:
    """Write every document to a file that stock TinyDB opens; whole or not at all."""
    draft = files.beside(target, ".draf")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as opened, engine.reading():
            _write_tables(engine, opened.write)
            opened.flush()
            os.fsync(opened.fileno())
        files.move_over(draft, target)
    finally:
        _remove(draft)


def _write_tables(engine: Engine, write: Callable[[str], object]) -> None:
    """Plain ASCII JSON: stock TinyDB on Windows reads with the system's encoding.

    A row that fails its checksum is left out; a rotten value is never handed on as a good one.
    """
    write("{")
    for place, table in enumerate(sorted(engine.tables())):
        write(f"{',' if place else ''}{json.dumps(table)}:{{")
        position, comma = -1, ""
        while rows := engine.load(table, position, _CHUNK):
            position = rows[-1][0]
            broken = set(first_broken(table, rows))
            for number, _rev, body, _seal in rows:
                if number in broken:
                    continue
                write(f'{comma}"{number}":{json.dumps(from_bytes(body))}')
                comma = ","
        write("}")
    write("}")


def _remove(path: Path) -> None:
    if not path.parent.is_dir():  # where the folder should be lies a file: nothing was written
        return
    for leftover in (path, path.with_name(path.name + "-journal")):
        files.patiently(lambda leftover=leftover: leftover.unlink(missing_ok=True))  # type: ignore[misc]


def _glob_safe(text: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in text)


def sentence_of_age(last: datetime | None, now: datetime) -> str:
    """The line the screens show: when the last backup was made."""
    if last is None:
        return _("Belum ada cadangan.")
    days = (now.date() - last.date()).days
    if days <= 0:
        return _("Cadangan terakhir: hari ini pukul {time}.").format(time=last.strftime("%H.%M"))
    return _("Cadangan terakhir: {days} hari lalu.").format(days=days)
