"""QR codes as 1-bit pictures: segno encodes with a fixed mask, the canvas gets raw bits."""

import segno
from reportlab.pdfgen.canvas import Canvas

VERSION = 2
LEVEL = "h"
MASK = 3  # any mask is valid to read; choosing among eight costs five times the encoding


def qr_bits(text: str) -> list[int]:
    """The rows of a version 2 level H code as integers of 25 bits, dark is 1.

    Raises ValueError (segno.DataOverflowError) for more than 20 alphanumeric signs.
    """
    code = segno.make(
        text, version=VERSION, error=LEVEL, mode="alphanumeric", mask=MASK, boost_error=False
    )
    return [int("".join("1" if module else "0" for module in row), 2) for row in code.matrix]


def draw_qr(canvas: Canvas, text: str, left: float, bottom: float, size: float) -> None:
    """Draw the code as an inline picture of one bit a module (points)."""
    rows = qr_bits(text)
    side = len(rows)
    wide = (side + 7) // 8
    data = "".join(f"{row << (wide * 8 - side):0{wide * 2}X}" for row in rows)
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(size, size)
    # The canvas has no call for one-bit inline pictures: its own becomes 24 bits a module.
    code: list[str] = vars(canvas)["_code"]
    code.append(f"BI /W {side} /H {side} /BPC 1 /CS /G /D [1 0] /F [/AHx] ID {data}> EI")
    canvas.restoreState()
