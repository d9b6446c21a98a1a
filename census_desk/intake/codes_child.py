"""The part of reading QR codes that runs in a process of its own: a file in, plain JSON out.

A hostile PDF or picture can only take this process, which its parent ends after a while.
"""

import io
import json
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PAGES = 60
MOST_PIXELS = 40_000_000
DOTS_PER_POINT = 200 / 72
LARGEST_SIDE = 6_000  # pixels
MOST_CODE = 200  # characters; the desk's own codes are far shorter


def main() -> None:
    """Read a file from standard input, write the texts of its codes as a JSON list."""
    from census_desk.intake.workbook_child import limit_memory

    limit_memory()
    sys.stdout.write(json.dumps(codes_of(sys.stdin.buffer.read())))


def codes_of(data: bytes) -> list[str]:
    """The texts of all codes in a PDF, PNG or JPEG, in the order of the pages, each once."""
    import zxingcpp

    found: list[str] = []
    for picture in _pictures(data):
        found += [code.text[:MOST_CODE] for code in zxingcpp.read_barcodes(picture)]
    return list(dict.fromkeys(found))


def _pictures(data: bytes) -> Iterator["Picture"]:
    if data.startswith(b"%PDF"):
        yield from _pages(data)
        return
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("too many pixels")
            yield ImageOps.exif_transpose(picture).convert("L")


def _pages(data: bytes) -> Iterator["Picture"]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            scale = min(DOTS_PER_POINT, LARGEST_SIDE / max(*page.get_size(), 1))
            yield page.render(scale=scale, grayscale=True).to_pil()
    finally:
        document.close()
