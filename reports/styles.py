"""Paragraph styles of a letter, made from its profile; no face but the embedded ones."""

from functools import lru_cache
from typing import Literal

from reportlab.lib.styles import ParagraphStyle

from reports.fonts import family

Align = Literal["left", "center", "right", "justify"]
ALIGNMENTS: dict[Align, Literal[0, 1, 2, 4]] = {  # ReportLab's
    "left": 0,
    "center": 1,
    "right": 2,
    "justify": 4,
}


@lru_cache(maxsize=256)
def style(
    font: str,
    size: float,
    leading: float,
    *,
    align: Align = "left",
    indent: float = 0,
    first: float = 0,
    mark_at: float = 0,
) -> ParagraphStyle:
    """A style by its measures in points.

    `indent` holds the whole paragraph off the left, `first` its first line further (or, negative,
    back), `mark_at` is where a list's mark stands.
    """
    face = family(font).regular
    return ParagraphStyle(
        f"{font}-{size}-{align}",
        fontName=face,
        fontSize=size,
        leading=leading,
        alignment=ALIGNMENTS[align],
        leftIndent=indent,
        firstLineIndent=first,
        bulletFontName=face,
        bulletFontSize=size,
        bulletIndent=mark_at,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
