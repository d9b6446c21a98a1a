"""A backup put in the register's place; the old file stays, under another name."""

import shutil
from collections.abc import Callable
from pathlib import Path

from census_desk.register import files
from census_desk.register.backups import Backup
from census_desk.register.checks import check_file
from census_desk.register.errors import CannotRestore
from census_desk.register.opening import journal_of
from census_desk.words import _


def restore_file(backup_path: Path, path: Path, sign: Callable[[Path], None]) -> Path | None:
    """Put a verified copy of `backup_path` at `path`; answers where the old file is now.

    `sign` writes the step into the copy's log before it moves. CannotRestore leaves all as it was.
    """
    report = check_file(backup_path)
    if not report.ok:
        raise CannotRestore(
            _("Cadangan {name} tidak dapat dipakai: {reason}").format(
                name=backup_path.name, reason=report.problems[0]
            )
        )
    draft = files.beside(path, ".pulih")
    try:
        shutil.copyfile(backup_path, draft)
        sign(draft)
        files.sync_file(draft)
        return _swap(draft, path)
    except OSError as error:
        raise CannotRestore(
            _("Cadangan {name} belum dipulihkan: {reason}. Register tidak berubah.").format(
                name=backup_path.name, reason=error
            )
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _swap(draft: Path, path: Path) -> Path | None:
    """Old file aside, then its journal, then the new one in; no journal meets a strange file."""
    aside = None
    if path.exists():
        aside = _free_name(path)
        files.patiently(lambda: path.rename(aside))
    journal = journal_of(path)
    if journal.exists():
        goes = journal_of(aside) if aside is not None else _free_name(journal)
        files.patiently(lambda: journal.rename(goes))
    try:
        files.move_new(draft, path)
    except OSError:
        if aside is not None:
            aside.rename(path)
            if journal_of(aside).exists():
                journal_of(aside).rename(journal)
        raise
    return aside


def _free_name(path: Path) -> Path:
    ending = ".sebelum-pulih"
    name = path.with_name(path.name + ending)
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}{ending}-{number}")
        number += 1
    return name


def sentence_of(backup: Backup) -> str:
    """How the log calls the step."""
    return _("Memulihkan cadangan {at}").format(at=backup.at.strftime("%d-%m-%Y %H.%M"))
