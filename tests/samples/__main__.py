"""`python -m tests.samples FOLDER`: every paper, then every screen in each size and look.

Each size and look is drawn by a process of its own (one Tk root a process), on a virtual display
of that size where there is Xvfb; elsewhere on the person's screen, in a window of that size.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from tests.samples import papers
from tests.samples.stage import LOOKS, SIZES
from tests.screen import running_window_manager

PROJECT = Path(__file__).resolve().parent.parent.parent
ZONE = "Asia/Jakarta"  # the hours of the sample are those of its clerks
OWN_FOLDERS = ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME")


def main(arguments: Sequence[str]) -> int:
    """Make everything; 1 as soon as something cannot be drawn."""
    if len(arguments) != 1:
        print("Sebutkan folder tujuan: python -m tests.samples FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    print("Naskah:", flush=True)
    made = list(told(folder, papers.make(folder / "papers")))
    print("Layar:", flush=True)
    for size in SIZES:
        with display(size):
            for look in LOOKS:
                if code := screens(folder / "screens", size, look):
                    print(f"Gagal menggambar layar {size} {look}.", file=sys.stderr, flush=True)
                    return code
    pictures = sorted((folder / "screens").rglob("*.png"))
    spent = time.monotonic() - started
    print(f"{len(made)} berkas naskah dan {len(pictures)} gambar layar di {folder}, {spent:.0f} s")
    return 0


def told(folder: Path, made: Iterator[Path]) -> Iterator[Path]:
    """Name each file as soon as it is there."""
    for path in made:
        print(f"  {path.relative_to(folder).as_posix()}", flush=True)
        yield path


def screens(folder: Path, size: str, look: str) -> int:
    """All scenes of one size and look in a process of its own, with settings of its own."""
    with tempfile.TemporaryDirectory(prefix="contoh-") as home:
        own = {f"XDG_{name}": str(Path(home) / name.lower()) for name in OWN_FOLDERS}
        words = [sys.executable, "-m", "tests.samples.tour", str(folder), size, look, home]
        return subprocess.run(
            words, cwd=PROJECT, env=os.environ | own | {"TZ": ZONE}, check=False
        ).returncode


def display(size: str) -> AbstractContextManager[object]:
    """A virtual screen of that size with a window manager, where Xvfb is there."""
    if shutil.which("Xvfb") is None:
        return ExitStack()
    from pyvirtualdisplay.display import Display

    width, height = (int(part) for part in size.split("x"))
    with ExitStack() as opening:
        opening.enter_context(Display(size=(width, height), color_depth=24))
        opening.enter_context(running_window_manager())
        return opening.pop_all()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
