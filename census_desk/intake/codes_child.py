"""The part of reading papers that runs in a process of its own: a file in, plain bytes out.

A hostile PDF or picture can only take this process, which its parent ends after a while.
"""

import base64
import io
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PAGES = 60
MOST_PIXELS = 40_000_000
TOO_LARGE = 7  # exit code of a file beyond the limits
DOTS_PER_POINT = 200 / 72
GLANCE = 36  # dots an inch: enough to see that a page can be drawn
LARGEST_SIDE = 6_000  # pixels
MOST_CODE = 200  # characters; the desk's own codes are far shorter
LEAF_SIDE, LEAF_QUALITY = 2_000, 70  # a scanned page at some 150 dots an inch
PHOTO_SIDE, PHOTO_QUALITY = 1_600, 82  # a photo on A4 at more than 200 dots an inch


class BeyondLimits(Exception):
    """A file of too many pages or pixels; the text is told to the parent."""


def main() -> None:
    """Read a file from standard input, write what the task asked for."""
    from census_desk.intake.workbook_child import limit_memory

    limit_memory()
    data = sys.stdin.buffer.read()
    task = sys.argv[2] if len(sys.argv) > 2 else "codes"
    try:
        told = TASKS[task](data)
    except BeyondLimits as beyond:
        sys.stderr.write(f"\n{beyond}\n")
        sys.exit(TOO_LARGE)
    sys.stdout.buffer.write(told)


def codes_of(data: bytes) -> list[list[str]]:
    """The texts of the codes on each page of a PDF, PNG or JPEG, each text once a page."""
    import zxingcpp

    return [
        list(dict.fromkeys(code.text[:MOST_CODE] for code in zxingcpp.read_barcodes(picture)))
        for picture in _pictures(data)
    ]


def seen(data: bytes) -> int:
    """How many pages a PDF or picture has, each of them drawn small to see that it is whole."""
    if data.startswith(b"%PDF"):
        return sum(1 for _page in _pages(data, dots_per_point=GLANCE / 72))
    return sum(1 for _picture in _pictures(data))


def photo_of(data: bytes) -> bytes:
    """The picture drawn anew as JPEG, at most 1,600 pixels long: no metadata, no second image."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = None  # our own limit is looked at before anything is decoded
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            _refuse_large(picture)
            picture.draft("RGB", (PHOTO_SIDE, PHOTO_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((PHOTO_SIDE, PHOTO_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", upright.size, "white")
    clean.paste(upright)
    kept = io.BytesIO()
    clean.save(kept, "JPEG", quality=PHOTO_QUALITY, optimize=True)
    return kept.getvalue()


def leaves_of(data: bytes) -> list[str]:
    """Every page as a grey JPEG in base64: what stands on it and nothing that acts."""
    leaves = []
    for picture in _pictures(data):
        picture.thumbnail((LEAF_SIDE, LEAF_SIDE))
        kept = io.BytesIO()
        picture.save(kept, "JPEG", quality=LEAF_QUALITY, optimize=True)
        leaves.append(base64.b64encode(kept.getvalue()).decode("ascii"))
    return leaves


def _refuse_large(picture: "Picture") -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise BeyondLimits(f"pixels {picture.width * picture.height}")


def _pictures(data: bytes) -> Iterator["Picture"]:
    if data.startswith(b"%PDF"):
        yield from _pages(data)
        return
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            _refuse_large(picture)
            yield ImageOps.exif_transpose(picture).convert("L")


def _pages(data: bytes, dots_per_point: float = DOTS_PER_POINT) -> Iterator["Picture"]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            raise BeyondLimits(f"pages {len(document)}")
        for number in range(len(document)):
            page = document[number]
            scale = min(dots_per_point, LARGEST_SIDE / max(*page.get_size(), 1))
            yield page.render(scale=scale, grayscale=True).to_pil()
    finally:
        document.close()


TASKS: dict[str, Callable[[bytes], bytes]] = {
    "codes": lambda data: json.dumps(codes_of(data)).encode(),
    "look": lambda data: str(seen(data)).encode(),
    "leaves": lambda data: json.dumps(leaves_of(data)).encode(),
    "photo": photo_of,
}
