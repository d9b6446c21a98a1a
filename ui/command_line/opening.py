"""Open the register a command names, to read or to write, under the clerk's name."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from census_desk.register import Register
from census_desk.words import _
from ui.command_line.output import clean

ENDING = ".censusdesk"


def clerk(args: Namespace) -> str:
    """Who sits there: the name given, else the user of the computer."""
    if args.clerk:
        return str(args.clerk)
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("tanpa nama")


@contextmanager
def reading(args: Namespace) -> Iterator[Register]:
    """The register for as long as the block lasts; nothing is written."""
    with Register.open(existing(args.register), actor=clerk(args), read_only=True) as register:
        yield register


@contextmanager
def writing(args: Namespace) -> Iterator[Register]:
    """The register for as long as the block lasts; a backup that failed is told at the end."""
    with Register.open(existing(args.register), actor=clerk(args)) as register:
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
