"""What a command writes: aligned columns that fit the screen, and JSON with stable keys."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence

WIDTH = 100
GAP = 2
LEAST = 8
READABLE = 20  # letters of a text that still say what it is about


def clean(text: str) -> str:
    """One line without control signs or changes of direction, which could repaint a screen."""
    line = " ".join(text.split())
    return "".join(sign for sign in line if not unicodedata.category(sign).startswith("C"))


def cut(text: str, width: int) -> str:
    """At most `width` signs; an ellipsis tells that there is more."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool] = ()
) -> list[str]:
    """Lines of aligned columns within WIDTH; `right` tells which columns are numbers."""
    cells = [[clean(cell) for cell in row] for row in rows]
    asked = [max(len(row[place]) for row in [list(headings), *cells]) for place in _each(headings)]
    widths = fitted(asked, WIDTH - GAP * (len(headings) - 1))
    to_right = [*right, *[False] * (len(headings) - len(right))]
    rule = "─" if can_write("─") else "-"
    lines = [list(headings), [rule * width for width in widths], *cells]
    return [_line(row, widths, to_right) for row in lines]


def droppable(headings: Sequence[str], rows: Sequence[Sequence[str]], keep: set[int]) -> set[int]:
    """The last columns that find no room at a readable width; those in `keep` always do."""
    asked = [max(len(row[place]) for row in [headings, *rows]) for place in _each(headings)]
    widths = [min(width, READABLE) for width in asked]
    dropped: set[int] = set()
    for place in reversed(_each(headings)):
        left = [width + GAP for at, width in enumerate(widths) if at not in dropped]
        if sum(left) - GAP > WIDTH and place not in keep:
            dropped.add(place)
    return dropped


def fitted(asked: Sequence[int], room: int) -> list[int]:
    """Widths that fit in `room`: the widest column gives way first, none below LEAST."""
    widths = list(asked)
    while sum(widths) > room and max(widths) > LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def as_json(value: object) -> str:
    """The value for scripts, two blanks deep; escaped where the output could not carry it."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text if can_write(text) else json.dumps(value, indent=2)


def can_write(text: str) -> bool:
    """Whether standard output can carry these signs (a Windows pipe may not)."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _each(row: Sequence[str]) -> range:
    return range(len(row))


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = [
        cut(cell, width).rjust(width) if to_right else cut(cell, width).ljust(width)
        for cell, width, to_right in zip(row, widths, right, strict=True)
    ]
    return (" " * GAP).join(cells).rstrip()
