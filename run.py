"""Set up a fresh machine and start the desk, its tests, its samples or its benchmarks.

    python3 run.py [...]            the desk (what follows goes to it); without a screen: its papers
    python3 run.py test [...]       ruff, mypy and pytest (what follows goes to pytest)
    python3 run.py samples FOLDER   every paper and every screen as a picture
    python3 run.py bench [NAME]     the measured figures

Only the standard library, in words Python 3.9 can read: it is to get a sentence, no traceback.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ui.setup import OLDEST_PYTHON, CannotGoOn, say
from ui.setup.environment import Environment

PROJECT = Path(__file__).resolve().parent
TEST_JOBS = {"test": "check", "samples": "samples", "bench": "bench"}
DEMO = ("demo", "--folder", "./census-desk-demo")


def main(arguments: Sequence[str]) -> int:
    """Do the job the first word names (the desk without one); answer its exit code."""
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise CannotGoOn(old_python(sys.version_info[:2], shutil.which))
        return start(arguments)
    except CannotGoOn as trouble:
        say(str(trouble))
    except KeyboardInterrupt:
        say("\nDihentikan. Jalankan perintah yang sama untuk mengulang.")
    except OSError as trouble:
        say(f"Komputer menolak: {trouble.strerror} ({trouble.filename}). Periksa ruang cakram, dan")
        say("pastikan folder program boleh ditulisi dan tidak sedang dipakai; lalu ulangi.")
    return 1


def start(arguments: Sequence[str]) -> int:
    """Prepare what the job needs, then become it."""
    job, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if job in ("-h", "--help"):
        print(__doc__)
        return 0
    return start_tests(TEST_JOBS[job], rest) if job in TEST_JOBS else start_desk(arguments)


def start_tests(job: str, arguments: Sequence[str]) -> int:
    """`python -m tests JOB`, with the programs it drives and the packages of its extras."""
    if sys.platform.startswith("linux"):
        from ui.setup.system import install_debian, missing_for_tests

        install_debian(missing_for_tests())
    environment = Environment(PROJECT)
    environment.prepare({"desk", "tk", "test"} | ({"bench"} if job == "bench" else set()))
    return become([environment.python, "-m", "tests", job, *arguments])


def start_desk(arguments: Sequence[str]) -> int:
    """The window; on a machine without a screen, the same main job as papers in a folder."""
    environment = Environment(PROJECT)
    environment.prepare({"desk", "tk"} if has_screen() else {"desk"})
    if not arguments and not has_screen():  # asked again: the library that knows came with Tk
        say("Tidak ada layar di komputer ini: surat dan lembar contoh dibuat tanpa jendela.")
        arguments = DEMO
    return become([environment.python, "-m", "census_desk", *arguments])


def become(command: Sequence[str]) -> int:
    """Hand this process over where a system can; elsewhere wait. Packages are found from any
    folder, so that file names stay as the person typed them."""
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path}
    if os.name == "posix":
        os.execve(command[0], list(command), environment)
    return subprocess.run(command, env=environment, check=False).returncode


def has_screen() -> bool:
    """Whether a window can be opened. Tk needs an X display, under Wayland too."""
    if sys.platform in ("win32", "darwin"):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:  # it comes with Tk, which is not installed yet
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    return bool(x11.XOpenDisplay(None))  # closed when this process becomes the desk


def old_python(version: Sequence[int], which: Callable[[str], str | None]) -> str:
    """What an old Python is told: the newer one that is here already, or where to get one."""
    has, needs = (".".join(map(str, each)) for each in (version, OLDEST_PYTHON))
    newer = (f"python3.{minor}" for minor in range(30, OLDEST_PYTHON[1] - 1, -1))
    here = next((name for name in newer if which(name)), "")
    found = f"Di komputer ini sudah ada {here}." if here else "Pasang dari python.org."
    return (
        f"Census Desk memerlukan Python {needs} atau lebih baru; yang ini {has}. {found} "
        f"Lalu ketik: {here or f'python{needs}'} run.py"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
