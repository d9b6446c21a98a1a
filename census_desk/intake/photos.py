"""Photos and scanned pages drawn anew in a child process: plain JPEG of sensible size."""

import base64
import json
from pathlib import Path

from census_desk.intake.codes import MOST_BYTES, UnreadablePaper, in_child
from census_desk.words import _

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def read_photo(path: Path) -> bytes:
    """The photo in the file as JPEG of at most 1,600 pixels, without metadata or place of taking.

    Raises UnreadablePaper for a file that is missing, over 30 MB or 40 million pixels, or no
    picture.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadablePaper(path.name, _("lebih dari 30 MB."))
        data = path.read_bytes()
    except OSError as error:
        raise UnreadablePaper(path.name, _("tidak dapat dibaca.")) from error
    return photo_of(data, path.name)


def photo_of(data: bytes, name: str) -> bytes:
    """The same for bytes; `name` is what the sentence calls the file."""
    if not data.startswith(_PICTURES):
        raise UnreadablePaper(name, _("bukan foto PNG atau JPEG."))
    return in_child("photo", data, name)


def leaves_of(data: bytes, name: str) -> tuple[bytes, ...]:
    """The pages of a scan (PDF, PNG, JPEG) as grey JPEG; UnreadablePaper for a broken one."""
    told = json.loads(in_child("leaves", data, name))
    return tuple(base64.b64decode(one) for one in told)
