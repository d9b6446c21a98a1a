"""Open the register a command names, to read or to write, under the clerk's name."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from census_desk.register import Register
from ui.clerk import clerk as kept_clerk
from ui.command_line.output import clean
from ui.preferences import FilePreferences
from ui.presenters.kept_folders import use_kept_folders

ENDING = ".censusdesk"
# Many commands in a minute are one piece of work: they share a backup.
BACKUP_SPACING = timedelta(minutes=10)


def clerk(args: Namespace) -> str:
    """Who sits there: the name given, else the one the window uses on this computer."""
    return str(args.clerk) or kept_clerk(FilePreferences())


@contextmanager
def reading(args: Namespace) -> Iterator[Register]:
    """The register for as long as the block lasts; nothing is written."""
    with Register.open(existing(args.register), actor=clerk(args), read_only=True) as register:
        use_kept_folders(register, FilePreferences())
        yield register


@contextmanager
def writing(args: Namespace) -> Iterator[Register]:
    """The register for as long as the block lasts; a backup that failed is told at the end.

    Backups go where the person chose in the window.
    """
    path, by = existing(args.register), clerk(args)
    with Register.open(path, actor=by, backs_up=BACKUP_SPACING) as register:
        use_kept_folders(register, FilePreferences())
        yield register
    if register.keeper.problem:
        print(clean(register.keeper.problem), file=sys.stderr)


def existing(path: Path) -> Path:
    """The path as typed, or with the register's ending when only that is missing."""
    ending = with_ending(path)
    return ending if not path.exists() and ending.exists() else path


def with_ending(path: Path) -> Path:
    """The path with the ending of a register."""
    name = path.name
    return path if name.endswith(ENDING) or not name else path.with_name(name + ENDING)


def size(path: Path) -> str:
    """How big a file is, for a list: "12 KB"."""
    return f"{max(1, round(path.stat().st_size / 1024))} KB"
