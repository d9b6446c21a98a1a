"""What the system itself must have: Tk and venv for Python, the programs the tests drive."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from ui.setup import OLDEST_PYTHON, CannotGoOn, say

SYSTEM_PYTHON = "/usr/bin/python3"
SWITCHED = "CENSUS_DESK_SWITCHED"  # set on the way to SYSTEM_PYTHON, so that there is no way back
DEBIAN_PACKAGES = {  # Python module or program -> package
    "_tkinter": "python3-tk",
    "ensurepip": "python3-venv",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pdftoppm": "poppler-utils",
}
PYTHON_MODULES = ("_tkinter", "ensurepip")
TEST_PROGRAMS = ("Xvfb", "xauth", "openbox", "xdotool", "pdftoppm")
TK_ELSEWHERE = {  # program or platform -> the one thing to do where there is no apt-get
    "dnf": "ketik: sudo dnf install python3-tkinter",
    "zypper": "ketik: sudo zypper install python3-tk",
    "pacman": "ketik: sudo pacman -S tk",
    "darwin": "ketik: brew install python-tk@{python} (atau pasang Python dari python.org)",
    "win32": "jalankan pemasang Python dari python.org, pilih Modify, centang “tcl/tk and IDLE” "
    "dan “py launcher”, lalu ketik: py -3 run.py",
}
NAMES = {"_tkinter": "Tk untuk Python (jendela)", "ensurepip": "modul venv untuk Python"}
NO_SYSTEM_PYTHON = (
    "Python ini tidak lengkap (tanpa Tk atau venv), dan Python milik sistem terlalu tua. "
    "Pasang Python 3.11 atau lebih baru yang memiliki Tk, lalu jalankan run.py dengannya."
)


def has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def works(python: str, *modules: str) -> bool:
    """Whether this Python starts, is new enough and has the modules."""
    question = (
        f"import {', '.join(('sys', *modules))}; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    )
    try:
        return subprocess.run([python, "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def missing_for_tests() -> list[str]:
    """What the tests drive and need and is not here, so that one command brings all of it."""
    programs = [name for name in TEST_PROGRAMS if shutil.which(name) is None]
    if os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON):
        return programs
    return [name for name in PYTHON_MODULES if not has_module(name)] + programs


def settle_python(missing: Sequence[str]) -> None:
    """Return when this Python has Tk and venv; else go on with the system's one, or say how."""
    if not missing:
        return
    if not sys.platform.startswith("linux"):
        raise CannotGoOn(advice(missing, sys.platform, shutil.which))
    if not works(SYSTEM_PYTHON):
        raise CannotGoOn(NO_SYSTEM_PYTHON)
    if not works(SYSTEM_PYTHON, *missing):
        install_debian(missing)
    if works(sys.executable, *missing):
        return
    if SWITCHED in os.environ or not works(SYSTEM_PYTHON, *missing):
        raise CannotGoOn(advice(missing, sys.platform, shutil.which))
    os.execve(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv], {**os.environ, SWITCHED: "1"})


def install_debian(missing: Sequence[str]) -> None:
    """Install the packages of these modules and programs, where this person may."""
    if not missing:
        return
    rights = rights_to_install()
    if rights is None:
        raise CannotGoOn(advice(missing, sys.platform, shutil.which))
    packages = [DEBIAN_PACKAGES[name] for name in missing]
    say(f"Memasang paket sistem (beberapa menit): {' '.join(packages)} …")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    subprocess.run([*apt, "update"], capture_output=True, stdin=subprocess.DEVNULL)
    install = [*apt, "install", "--no-install-recommends", *packages]
    if subprocess.run(install, capture_output=True, stdin=subprocess.DEVNULL).returncode:
        raise CannotGoOn(advice(missing, sys.platform, shutil.which))


def rights_to_install() -> list[str] | None:
    """The words before apt-get: none for root, sudo where it asks no password, None otherwise."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    quiet = ["sudo", "-n"]
    allowed = shutil.which("sudo") and subprocess.run([*quiet, "true"], capture_output=True)
    return quiet if allowed and allowed.returncode == 0 else None


def advice(missing: Sequence[str], platform: str, which: Callable[[str], str | None]) -> str:
    """What is missing, and the one thing to type or to do about it on this system."""
    absent = f"Belum ada di komputer ini: {', '.join(NAMES.get(name, name) for name in missing)}."
    if which("apt-get"):
        packages = " ".join(DEBIAN_PACKAGES[name] for name in missing)
        return f"{absent} Ketik perintah ini, lalu ulangi: sudo apt-get install -y {packages}"
    here = (how for key, how in TK_ELSEWHERE.items() if key == platform or which(key))
    how = next(here, "") if "_tkinter" in missing else ""
    python = ".".join(map(str, sys.version_info[:2]))
    how = how.format(python=python) or "pasang lewat pengelola paket sistem"
    return f"{absent} Lakukan ini, lalu ulangi: {how}"
