"""Files moved and made so that the old one or the new one is there, on any system."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_HELD_BY_OTHERS = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation
DRAFTS = (".baru", ".pulih", ".draf")
"""Endings of files still being made."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
"""Seconds; about 2.5 together, longer than an antivirus holds a file it looks at."""


def patiently(work: Callable[[], T], wait: Callable[[float], None] = time.sleep) -> T:
    """Do file work, again when Windows says another program holds the file just now."""
    for seconds in _WAITS:
        try:
            return work()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            wait(seconds)
    return work()


def sync_file(path: Path) -> None:
    """Make the bytes of a file durable."""
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does that by itself."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def move_over(source: Path, target: Path) -> None:
    """Put `source` in the place of `target`: whole, durable, or not at all."""
    patiently(lambda: source.replace(target))
    sync_folder(target.parent)


def move_new(source: Path, target: Path) -> None:
    """Put `source` at `target`; FileExistsError when something is there already."""
    if os.name == "nt":
        patiently(lambda: source.rename(target))
    else:
        _link_or_rename(source, target)
    sync_folder(target.parent)


def _link_or_rename(source: Path, target: Path) -> None:
    """A hard link never lands on another file; sticks and shares that know none get a rename."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        source.unlink()


def drop_second_names(path: Path) -> None:
    """Remove a draft's name that a cut-short `move_new` left on the same file."""
    for other in path.parent.iterdir():
        is_draft = other.name.startswith(path.name + ".") and other.suffix in DRAFTS
        if is_draft and other.samefile(path):
            other.unlink()


def write_whole(target: Path, content: bytes) -> None:
    """Write a file by way of a draft beside it, so that a half one is never seen."""
    draft = beside(target, ".draf")
    try:
        with draft.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        move_over(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def beside(path: Path, ending: str) -> Path:
    """A name next to `path` that no other process uses."""
    return path.with_name(f"{path.name}.{os.getpid()}{ending}")


def identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one put at the same path."""
    found = path.stat()
    return found.st_dev, found.st_ino
