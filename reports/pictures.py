"""Emblems as the paper wants them: pixels only, of sensible size, black where the rule says so."""

import base64
import binascii
import io
from functools import lru_cache

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from census_desk.people import LetterheadKind
from census_desk.resource_files import read_bytes
from reports.errors import BadPicture

PLACEHOLDERS = {
    LetterheadKind.REGENT: "emblems/lambang-negara.png",
    LetterheadKind.REGIONAL: "emblems/lambang-daerah.png",
    LetterheadKind.BPS: "emblems/logo-instansi.png",
}
MOST_PIXELS = 40_000_000
PRINTED_HEIGHT = 400  # pixels: 22 mm at more than 450 dots an inch


def emblem(kind: LetterheadKind, content: str, name: str) -> ImageReader:
    """The picture for a kop; `content` is base64, "" for the neutral placeholder.

    A regional emblem is printed black (Lampiran Permendagri 54/2009: lambang daerah on letters).
    Raises BadPicture for anything but a sound PNG or JPEG.
    """
    try:
        data = base64.b64decode(content, validate=True) if content else b""
    except binascii.Error as error:
        raise BadPicture(name) from error
    return _prepared(data or read_bytes(PLACEHOLDERS[kind]), kind is LetterheadKind.REGIONAL, name)


@lru_cache(maxsize=16)
def _prepared(data: bytes, black: bool, name: str) -> ImageReader:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadPicture(name)
            flat = _on_white(picture)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadPicture(name) from error
    flat.thumbnail((PRINTED_HEIGHT * 4, PRINTED_HEIGHT), Image.Resampling.LANCZOS)
    return ImageReader(flat.convert("L") if black else flat)


def _on_white(picture: Image.Image) -> Image.Image:
    coloured = picture.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("RGB")
