"""Emblem files as offices have them: read strictly, kept as pixels only."""

import base64
import io
import warnings
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.words import _

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
KEPT_HEIGHT = 600  # pixels: an emblem of 22 mm at nearly 700 dots an inch
KEPT_WIDTH = 1200


class UnusablePicture(CensusDeskError):
    """A file that cannot serve as emblem; the sentence says why and what would."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("Gambar {name} tidak dapat dipakai: {reason}").format(name=name, reason=reason)
        )


def read_emblem(path: Path) -> str:
    """The picture in the file as base64 PNG, at most 600 pixels high, for a Picture record.

    Only the pixels are taken over: no metadata, no colour profile, no second image. Raises
    UnusablePicture for a file that is missing, too large, or no sound PNG or JPEG.
    """
    data = _bytes_of(path)
    with warnings.catch_warnings():
        # Pillow only warns about pictures between one and two times its own limit.
        warnings.simplefilter("ignore")
        return base64.b64encode(_clean_png(data, path.name)).decode("ascii")


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnusablePicture(path.name, _("berkas lebih dari 10 MB."))
        return path.read_bytes()
    except OSError as error:
        raise UnusablePicture(path.name, _("berkas tidak dapat dibaca.")) from error


def _clean_png(data: bytes, name: str) -> bytes:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusablePicture(name, _("gambar lebih dari 40 juta titik."))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusablePicture(name, _("bukan berkas PNG atau JPEG yang utuh.")) from error
    upright.thumbnail((KEPT_WIDTH, KEPT_HEIGHT), Image.Resampling.LANCZOS)
    pixels = Image.new("RGBA", upright.size)
    pixels.paste(upright)
    kept = io.BytesIO()
    pixels.save(kept, "PNG", optimize=True)
    return kept.getvalue()
