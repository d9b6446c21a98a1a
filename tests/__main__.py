"""`run.py test`, `samples` and `bench` from inside the environment: `python -m tests JOB …`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from run import has_screen
from tests.screen import running_window_manager

PROJECT = Path(__file__).resolve().parent.parent
# One worker a core, each with a display of its own; a file's tests stay together, so that what is
# made once for a file is made once. `-n 0` behind the command runs them in one process.
WORKERS = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", *WORKERS),
)


def check(arguments: Sequence[str]) -> int:
    """ruff, mypy, pytest in this order (pytest gets `arguments`); the first failure ends it."""
    for number, words in enumerate(CHECKS, 1):
        print(f"[{number}/{len(CHECKS)}] {' '.join(words)}", flush=True)
        more = arguments if words[0] == "pytest" else ()
        if code := python("-m", *words, *more):
            print(f"Gagal: {' '.join(words)} (kode {code}).", flush=True)
            return code
    return 0


def samples(arguments: Sequence[str]) -> int:
    """Every paper and screen into the folder named; tests.samples brings screens of its own."""
    if len(arguments) != 1:
        print("Sebutkan folder tujuan: python3 run.py samples FOLDER", file=sys.stderr)
        return 2
    return python("-m", "tests.samples", str(Path(arguments[0]).resolve()))


def bench(arguments: Sequence[str]) -> int:
    """The measured figures, on the person's screen if there is one."""
    with ExitStack() if has_screen() else own_screen():
        return python("-m", "tests.benchmarks", *arguments)


def python(*arguments: str) -> int:
    return subprocess.run([sys.executable, *arguments], cwd=PROJECT, check=False).returncode


def own_screen() -> AbstractContextManager[object]:
    """A virtual display of the smallest usual laptop with a window manager, as DISPLAY."""
    from pyvirtualdisplay.display import Display

    with ExitStack() as opening:
        opening.enter_context(Display(size=(1366, 768), color_depth=24))
        opening.enter_context(running_window_manager())
        return opening.pop_all()


JOBS = {"check": check, "samples": samples, "bench": bench}

if __name__ == "__main__":
    try:
        sys.exit(JOBS[sys.argv[1]](sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit("Dihentikan.")
