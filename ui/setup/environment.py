""".venv beside the program: made once, complete or made anew, never half of it in use."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui.setup import CannotGoOn, say


@dataclass(frozen=True)
class Environment:
    """The .venv of one project folder."""

    project: Path

    @property
    def venv(self) -> Path:
        return self.project / ".venv"

    @property
    def python(self) -> str:
        inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        return str(self.venv.joinpath(*inside))

    @property
    def ready(self) -> Path:
        """Says what .venv was made from and which jobs it serves."""
        return self.venv / "siap"

    @property
    def unfinished(self) -> Path:
        """Stands while .venv is being made: found at a start, the making was interrupted."""
        return self.venv / "belum-selesai"

    @property
    def log(self) -> Path:
        return self.venv / "pemasangan.log"

    @property
    def settings(self) -> Path:
        return self.project / "setup.cfg"

    @property
    def pins(self) -> Path:
        return self.project / "resources" / "setup" / "constraints.txt"

    def prepare(self, wanted: set[str]) -> None:
        """Serve the jobs in `wanted`: "desk", "test", "bench"; "tk" where a window is opened."""
        if wanted <= self.served():
            return
        with one_at_a_time(self.settings):
            self._make(wanted)

    def served(self) -> set[str]:
        """The jobs .venv is ready for; none when what it was made from has changed since."""
        try:
            made_from, words = self.ready.read_text(encoding="utf-8").splitlines()
            whole = made_from == self.fingerprint() and not self.unfinished.exists()
            return set(words.split()) if whole and Path(self.python).exists() else set()
        except (OSError, ValueError):
            return set()

    def fingerprint(self) -> str:
        """Of the pins and of the Python behind .venv, which the system may update or remove."""
        made = (self.venv / "pyvenv.cfg").read_text(encoding="utf-8")
        behind = re.search(r"^executable = (.+)$", made, re.MULTILINE)
        moment = Path(behind[1] if behind else self.python).stat().st_mtime_ns
        parts = (self.settings.read_bytes(), self.pins.read_bytes(), made, moment)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def _make(self, wanted: set[str]) -> None:
        from ui.setup.packages import install
        from ui.setup.system import has_module, settle_python, works

        modules = ["_tkinter"] if "tk" in wanted else []
        if self.unfinished.exists() or not works(self.python, "pip", *modules):
            settle_python([name for name in (*modules, "ensurepip") if not has_module(name)])
            self._build()
        self.unfinished.touch()
        install(self, wanted)
        words = wanted | ({"tk"} if works(self.python, "_tkinter") else set())
        self.ready.write_text(
            f"{self.fingerprint()}\n{' '.join(sorted(words))}\n", encoding="utf-8"
        )
        self.unfinished.unlink()

    def _build(self) -> None:
        if self.venv.exists():
            say("Folder .venv tidak utuh: dibuat ulang.")
            shutil.rmtree(self.venv)
        self.venv.mkdir()
        self.unfinished.touch()
        say("Membuat lingkungan Python (.venv) …")
        command = [sys.executable, "-m", "venv", str(self.venv)]
        made = subprocess.run(command, capture_output=True)
        if made.returncode:
            self.log.write_bytes(made.stdout + made.stderr)
            sentence = f"Lingkungan Python tidak dapat dibuat; rinciannya di {self.log}."
            raise CannotGoOn(sentence)


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Lock `path`: a second start while the first still installs would build over its head."""
    with path.open("rb") as held:
        try:
            if sys.platform == "win32":
                import msvcrt

                held.seek(1 << 30)  # locks bar readers on Windows: lock where there is no byte
                msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as trouble:
            sentence = "Penyiapan sedang berjalan di jendela lain; tunggu sampai selesai."
            raise CannotGoOn(sentence) from trouble
        yield
