"""Scans, photos and PDF pages, looked at in a child process under limits of time and size."""

import json
import logging
import subprocess
import sys
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.intake.codes_child import MOST_PAGES, MOST_PIXELS, TOO_LARGE
from census_desk.words import _

WALL_SECONDS = 40.0
MOST_BYTES = 30 * 1024 * 1024
_LOG = logging.getLogger(__name__)
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from census_desk.intake.codes_child import main; main()"
)
_KNOWN = (b"%PDF", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class UnreadablePaper(CensusDeskError):
    """A file in which no code can be looked for; the sentence says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("Berkas {name} tidak dapat diperiksa: {reason}").format(name=name, reason=reason)
        )


def paper_bytes(path: Path) -> bytes:
    """The content of a PDF, PNG or JPEG of at most 30 MB; UnreadablePaper for anything else."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadablePaper(path.name, _("lebih dari 30 MB."))
        data = path.read_bytes()
    except OSError as error:
        raise UnreadablePaper(path.name, _("tidak dapat dibaca.")) from error
    if not data.startswith(_KNOWN):
        raise UnreadablePaper(path.name, _("bukan PDF, PNG, atau JPEG."))
    return data


def codes_in_paper(data: bytes, name: str, wall_seconds: float = WALL_SECONDS) -> tuple[str, ...]:
    """The texts of all QR codes in a PDF or picture, in the order of the pages.

    Raises UnreadablePaper for a broken file or one that takes too long.
    """
    pages = pages_in_paper(data, name, wall_seconds)
    return tuple(dict.fromkeys(text for page in pages for text in page))


def pages_in_paper(
    data: bytes, name: str, wall_seconds: float = WALL_SECONDS
) -> tuple[tuple[str, ...], ...]:
    """The texts of the QR codes of each page of a PDF; a picture is one page.

    Raises UnreadablePaper for a broken file, one of too many pages or pixels, or one that takes
    too long.
    """
    told = in_child("codes", data, name, wall_seconds)
    return tuple(tuple(str(text) for text in page) for page in json.loads(told))


def in_child(task: str, data: bytes, name: str, wall_seconds: float = WALL_SECONDS) -> bytes:
    """What the child answers to a file; UnreadablePaper in its place where it could not."""
    place = json.dumps([entry or str(Path.cwd()) for entry in sys.path])
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console window flashes on Windows
    try:
        done = subprocess.run(
            [sys.executable, "-c", _START, place, task],
            input=data,
            capture_output=True,
            timeout=wall_seconds,
            creationflags=hidden,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadablePaper(name, _("terlalu lama dibaca.")) from error
    if done.returncode == TOO_LARGE:
        raise UnreadablePaper(name, _too_large(done.stderr.decode("utf-8", "replace")))
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        _LOG.warning("reader of papers ended with %s: %s", done.returncode, last.split(":")[0])
        raise UnreadablePaper(name, _("berkas rusak atau terkunci."))
    return done.stdout


def _too_large(told: str) -> str:
    """The child's own words are `pages 200` or `pixels 300000000`."""
    what, _blank, many = told.strip().rpartition("\n")[2].partition(" ")
    count = int(many) if many.isdecimal() else 0
    if what == "pages":
        sentence = _("berisi {count} halaman; paling banyak {most}. Pisahkan berkasnya.")
        return sentence.format(count=number(count), most=MOST_PAGES)
    sentence = _("{count} juta titik; paling banyak {most} juta. Perkecil gambarnya dahulu.")
    return sentence.format(
        count=number(round(count / 1_000_000)), most=round(MOST_PIXELS / 1_000_000)
    )
