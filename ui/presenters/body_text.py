"""Edits of a letter's Markdown text, and what its {fields} come to, without a window."""

import re
from collections.abc import Callable, Mapping

from census_desk.letters.fields import filled, unknown_fields
from census_desk.words import _

BOLD, ITALIC = "**", "*"
NUMBERED = re.compile(r"^(\s*)\d+\.\s+")
LETTERED = re.compile(r"^(\s*)[a-z]\.\s+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def wrapped(text: str, mark: str) -> str:
    """The text between two marks, or without them when it stands between them already."""
    inside = text[len(mark) : -len(mark)]
    if _is_wrapped(text, mark):
        return inside
    core = text.strip()
    return text.replace(core, f"{mark}{core}{mark}", 1) if core else f"{mark}{mark}"


def _is_wrapped(text: str, mark: str) -> bool:
    long_enough = len(text) > 2 * len(mark)
    if not (long_enough and text.startswith(mark) and text.endswith(mark)):
        return False
    # One star around a bold text is not italic yet.
    stars = len(text) - len(text.lstrip("*"))
    return mark == BOLD or stars % 2 == 1


def numbered_lines(text: str) -> str:
    """Every line with its number before it; numbered lines lose theirs."""
    return _listed(text, NUMBERED, lambda place: f"{place + 1}. ")


def lettered_lines(text: str) -> str:
    """Every line as a point a., b. under a number (three blanks before); or without it."""
    return _listed(text, LETTERED, lambda place: f"   {LETTERS[place % 26]}. ")


def _listed(text: str, pattern: re.Pattern[str], sign: Callable[[int], str]) -> str:
    lines = text.split("\n")
    written = [line for line in lines if line.strip()]
    if written and all(pattern.match(line) for line in written):
        return "\n".join(pattern.sub("", line) for line in lines)
    listed, place = [], 0
    for line in lines:
        if line.strip() or len(lines) == 1:
            bare = LETTERED.sub("", NUMBERED.sub("", line)).lstrip()
            listed.append(f"{sign(place)}{bare}")
            place += 1
        else:
            listed.append(line)
    return "\n".join(listed)


def field_notes(body: str, values: Mapping[str, str]) -> list[str]:
    """What to tell about the {fields} of a text: names nobody knows, facts still missing."""
    notes = []
    if unknown := unknown_fields(body):
        notes.append(_("Bidang tidak dikenal: {names}.").format(names=_braced(unknown)))
    _text, missing = filled(body, values)
    if missing:
        notes.append(_("Belum ada isinya, dicetak “…”: {names}.").format(names=_braced(missing)))
    return notes


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
