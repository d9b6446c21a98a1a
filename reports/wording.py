"""Fixed wording of papers from resources/papers: names filled, markers replaced by blocks."""

import re
from collections.abc import Callable, Mapping

from census_desk.resource_files import read_text
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP
from reports.pages import Item

MARKER = re.compile(r"^\[([a-z ]+)\]$", re.MULTILINE)
NAME = re.compile(r"\{([a-z_]+)\}")
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

Parts = Mapping[str, Callable[[], list[Item]]]
Set = Callable[[str, float], list[Item]]


def worded(name: str, values: Mapping[str, str], parts: Parts, set_text: Set) -> list[Item]:
    """The blocks of a wording; `set_text` sets Markdown with the white above it."""
    items: list[Item] = []
    for place, piece in enumerate(MARKER.split(read_text(f"papers/{name}.md"))):
        if place % 2:
            items += parts[piece]()
        elif piece.strip():
            before = _gap_before(piece) if items else BLOCK_GAP * 1.5
            items += set_text(_with_values(piece, values), before)
    return items


def literal(value: str) -> str:
    """The value as Markdown that shows exactly its signs."""
    return PUNCTUATION.sub(r"\\\1", " ".join(value.split()))


def sentence(text: str) -> str:
    """The text with a full stop."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."


def _gap_before(piece: str) -> float:
    return PARAGRAPH_GAP * 2 if piece.strip().startswith("#") else PARAGRAPH_GAP


def _with_values(text: str, values: Mapping[str, str]) -> str:
    """Names replaced by their values, whose signs can then be no Markdown."""
    return NAME.sub(lambda found: literal(values[found[1]]), text)
