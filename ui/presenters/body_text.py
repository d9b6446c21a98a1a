"""Edits of a letter's Markdown text, and what its {fields} come to, without a window."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from census_desk.letters.fields import FIELD, FIELD_NAMES, filled, group_of, unknown_fields
from census_desk.words import _

BOLD, ITALIC, HEADING = "**", "*", "## "
ITEM = re.compile(r"^(\s*)(\d+|[a-z])([.)])\s+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLAIN, DEEPEST = -1, 3  # a line without a mark; levels go 1. a. 1) a)
INDENT = 3  # blanks a level
ALIKE = 0.7  # how near a known name must be to be offered
EVENT = ("hari, tanggal", "sesi.hari_tanggal"), ("waktu", "sesi.waktu")
EVENT += ("tempat", "sesi.tempat"), ("acara", "sesi.acara")
EMPTY_TABLE = [["No.", "Uraian", "Jumlah"], ["1.", "", ""], ["2.", "", ""]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field as a picker shows it."""

    name: str
    label: str
    group: str
    value: str

    @property
    def words(self) -> str:
        """`Sesi · Tempat sesi`."""
        return f"{self.group} · {self.label}"


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


def headed(text: str) -> str:
    """Every line as a heading; headings become lines again."""
    lines = text.split("\n")
    if all(line.startswith("#") for line in lines if line.strip()) and text.strip():
        return "\n".join(line.lstrip("#").lstrip() for line in lines)
    made = [f"{HEADING}{ITEM.sub('', line).strip()}" if line.strip() else line for line in lines]
    return "\n".join(made) if text.strip() else HEADING


def numbered_lines(text: str) -> str:
    """Every line with its number before it; numbered lines lose theirs."""
    lines = text.split("\n")
    written = [line for line in lines if line.strip()]
    if written and all(level_of(line) == 0 for line in written):
        return "\n".join(ITEM.sub("", line) for line in lines)
    return _marked(text, lambda level: 0)


def deeper(text: str) -> str:
    """Every line one level down: none, 1., a., 1), a)."""
    return _marked(text, lambda level: min(level + 1, DEEPEST))


def shallower(text: str) -> str:
    """Every line one level up; a numbered one becomes a plain line."""
    return _marked(text, lambda level: max(level - 1, PLAIN))


def level_of(line: str) -> int:
    """0 for `1.`, 1 for `a.`, 2 for `1)`, 3 for `a)`; PLAIN for a line without a mark."""
    match = ITEM.match(line)
    if match is None:
        return PLAIN
    return (not match[2].isdigit()) + 2 * (match[3] == ")")


def _marked(text: str, level_now: Callable[[int], int]) -> str:
    counts: dict[int, int] = {}
    made = []
    lines = text.split("\n")
    for line in lines:
        if not line.strip() and len(lines) > 1:
            made.append(line)
            continue
        level = level_now(level_of(line))
        counts = {one: count for one, count in counts.items() if one <= level}
        place = counts.get(level, 0)
        counts[level] = place + 1
        made.append(f"{_mark(level, place)}{ITEM.sub('', line).strip()}")
    return "\n".join(made)


def _mark(level: int, place: int) -> str:
    if level == PLAIN:
        return ""
    sign = LETTERS[place % 26] if level % 2 else str(place + 1)
    return f"{' ' * INDENT * level}{sign}{')' if level > 1 else '.'} "


def table_text(text: str) -> str:
    """Lines with tabs or bars between their cells as a table; an empty table for no such lines."""
    rows = [_cells(line) for line in text.split("\n") if line.strip()]
    if not any(len(row) > 1 for row in rows):
        kept = f"{text.rstrip()}\n\n" if text.strip() else ""
        return kept + _table(EMPTY_TABLE)
    return _table([row for row in rows if not all(set(cell) <= set("-: ") for cell in row)])


def _cells(line: str) -> list[str]:
    parts = line.split("\t") if "\t" in line else line.strip().strip("|").split("|")
    return [part.strip() for part in parts]


def _table(rows: list[list[str]]) -> str:
    wide = max(len(row) for row in rows)
    head, *body = [row + [""] * (wide - len(row)) for row in rows]
    rule = [_rule(column, body) for column in range(wide)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))


def _rule(column: int, rows: list[list[str]]) -> str:
    """Columns of numbers stand at the right."""
    cells = [row[column].replace(".", "").replace(",", "") for row in rows if row[column]]
    return "---:" if column and cells and all(cell.isdigit() for cell in cells) else "---"


def event_block(values: Mapping[str, str]) -> str:
    """The aligned lines of an invitation; the session's own facts where the letter names one."""
    lines = [f"{label} : {{{name}}}" if name in values else f"{label} : …" for label, name in EVENT]
    return "\n".join(["::: acara", *lines, ":::"])


def field_rows(values: Mapping[str, str]) -> list[FieldRow]:
    """Every field, in groups, with what it comes to now."""
    return [
        FieldRow(name=name, label=_(label), group=_(group_of(name)), value=values.get(name, ""))
        for name, label in FIELD_NAMES.items()
    ]


def field_notes(body: str, values: Mapping[str, str]) -> list[str]:
    """What to tell about the {fields} of a text: names nobody knows, facts still missing."""
    notes = []
    if unknown := unknown_fields(body):
        notes.append(_("Bidang tidak dikenal: {names}.").format(names=_braced(unknown)))
        notes += [
            _("Mungkin maksudnya {known}, bukan {typed}.").format(
                known=f"{{{near}}}", typed=f"{{{name}}}"
            )
            for name in unknown
            if (near := nearest(name))
        ]
    _text, missing = filled(body, values)
    if missing:
        notes.append(_("Belum ada isinya, dicetak “…”: {names}.").format(names=_braced(missing)))
    return notes


def nearest(name: str) -> str:
    """The known field a misspelt name is meant for, "" when none is near."""
    return next(iter(get_close_matches(name.lower(), list(FIELD_NAMES), 1, ALIKE)), "")


def field_places(body: str) -> list[tuple[int, int, bool]]:
    """Where {fields} stand in a text: from, to, and whether the name is known."""
    return [(one.start(), one.end(), one[1] in FIELD_NAMES) for one in FIELD.finditer(body)]


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
