"""Paragraph styles of a letter, made from its profile; no face but the embedded ones."""

from functools import lru_cache

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from reports.fonts import family

ALIGNMENTS = {"justify": TA_JUSTIFY, "left": TA_LEFT, "center": TA_CENTER}


@lru_cache(maxsize=256)
def style(
    font: str,
    size: float,
    leading: float,
    *,
    align: str = "left",
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
