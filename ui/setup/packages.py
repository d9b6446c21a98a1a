"""The pinned packages of Python, put into .venv by pip with a line that keeps moving."""

from __future__ import annotations

import configparser
import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

from ui.setup import CannotGoOn, say
from ui.setup.environment import Environment

EXTRAS = ("test", "bench", "plan")  # a line "# test" stands above the pins that only the tests need
# With exact pins pip calls it a conflict when an index answers nothing at all.
NOT_REACHED = r"Retrying|Connection|resolve|timed out|No matching|Cannot install|SSL"
OFFLINE = (
    "Tanpa internet: di komputer lain yang sejenis jalankan `python3 -m pip download -d paket "
    "-r resources/setup/constraints.txt`, salin folder paket ke sini, lalu atur PIP_NO_INDEX=1 "
    "dan PIP_FIND_LINKS=paket sebelum mengulang perintah."
)


def install(environment: Environment, extras: Collection[str]) -> None:
    """Let pip install the pinned versions, told in one line that keeps moving."""
    wanted = requirements(environment.settings.read_text(encoding="utf-8"), extras)
    total = pin_count(environment.pins.read_text(encoding="utf-8"), extras)
    command = [environment.python, "-m", "pip", "install", "--progress-bar", "off", "--no-input"]
    command += ["--disable-pip-version-check", "-c", str(environment.pins), *wanted]
    with environment.log.open("wb") as log:
        own = {**os.environ, "PIP_USER": "0"}  # a setting for --user would refuse any .venv
        pip = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=own)
        try:
            follow(pip, environment.log, total)
        finally:
            pip.kill()
            pip.wait()
    if pip.returncode:
        raise CannotGoOn(why_pip_failed(read(environment.log), environment.log))


def read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")


def requirements(settings: str, extras: Collection[str] = ()) -> list[str]:
    """The packages setup.cfg names, with those of the extras that are wanted."""
    read = configparser.ConfigParser()
    read.read_string(settings)
    more = [read["options.extras_require"][name] for name in EXTRAS if name in extras]
    return "\n".join([read["options"]["install_requires"], *more]).split()


def pin_count(pins: str, extras: Collection[str] = ()) -> int:
    """How many pins the desk and the wanted extras have on every system."""
    desk, *parts = re.split(rf"^# ({'|'.join(EXTRAS)})$", pins, flags=re.MULTILINE)
    named = zip(parts[::2], parts[1::2], strict=True)
    wanted = "".join([desk, *(part for name, part in named if name in extras)])
    return len(re.findall(r"^[\w.-]+==\S+$", wanted, re.MULTILINE))


def follow(pip: subprocess.Popen[bytes], log: Path, total: int) -> None:
    """Show where pip is until it ends: over one line on a terminal, else a line per change."""
    began, last, terminal = time.monotonic(), "", sys.stderr.isatty()
    while pip.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            pip.wait(0.2)
        now = progress(read(log), total)
        if terminal or now != last:
            line = f"{now} · {time.monotonic() - began:.0f} dtk"
            say(one_line(line) if terminal else line, end="\r" if terminal else "\n")
        last = now
    outcome = "gagal" if pip.returncode else "lengkap"
    line = f"Paket {outcome} sesudah {time.monotonic() - began:.0f} detik."
    say(one_line(line) if terminal else line)


def one_line(text: str) -> str:
    """As wide as the terminal, so that it covers what stood on the line before."""
    width = shutil.get_terminal_size().columns - 1
    return text[:width].ljust(width)


def progress(log: str, total: int) -> str:
    """`Paket 7 dari 20: reportlab`, from what pip has written so far."""
    if re.search("^(Installing collected|Successfully)", log, re.M):
        return f"Paket {total} dari {total}: memasang"
    found = re.findall(r"^(?:Collecting|Requirement already satisfied:) ([\w.-]+)", log, re.M)
    names = list(dict.fromkeys(name.lower().replace("_", "-") for name in found))
    return f"Paket {len(names)} dari {max(total, len(names))}: {names[-1] if names else 'mencari'}"


def why_pip_failed(log: str, path: Path) -> str:
    """The way out, by what pip wrote; the log itself may name servers and stays in its file."""
    if "No space left" in log or "not enough space" in log:
        return "Cakram penuh: kosongkan sedikitnya 500 MB, lalu jalankan perintah yang sama."
    if re.search(NOT_REACHED, log):
        return f"Paket tidak dapat diunduh. Periksa sambungan internet, lalu ulangi. {OFFLINE}"
    return f"Paket tidak dapat dipasang; rinciannya di {path}. {OFFLINE}"
