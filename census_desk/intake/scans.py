"""Scanned pages as people hand them in: taken as they are, once a child process has seen them."""

from pathlib import Path

from census_desk.intake.codes import UnreadablePaper, in_child, paper_bytes
from census_desk.words import _

LOOK_SECONDS = 20.0


def scan_bytes(path: Path) -> bytes:
    """The bytes of a PDF, PNG or JPEG whose every page can be drawn.

    Raises UnreadablePaper for a missing or broken file, one that is none of these, has too many
    pages or pixels, or takes too long; the sentence names the file.
    """
    data = paper_bytes(path)
    if not int(in_child("look", data, path.name, LOOK_SECONDS) or b"0"):
        raise UnreadablePaper(path.name, _("tidak berisi halaman."))
    return data
