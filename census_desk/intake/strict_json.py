"""JSON read strictly: nothing is repeated, rounded, endless or too deep without being told."""

import json
import math
import re
from pathlib import Path

from census_desk.intake.table import (
    MOST_BYTES,
    MOST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    CellKind,
    Row,
    Table,
    UnreadableFile,
    bytes_of,
    too_many_rows,
)
from census_desk.words import _

MOST_DEPTH = 64
HIGHEST = 2**63 - 1
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


class _Refused(ValueError):
    """A value JSON allows and a register cannot keep; its text is the reason."""


def strict_json(data: bytes, file: str) -> object:
    """The value of a JSON document in UTF-8.

    Raises UnreadableFile for broken JSON, repeated keys, NaN and infinity, numbers beyond 63 bits,
    lone surrogates, and nesting beyond 64 levels.
    """
    try:
        text = data.decode("utf-8-sig")
        _check_depth(text)
        value: object = json.loads(
            text,
            object_pairs_hook=_unrepeated,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_finite,
        )
        _check_text(value)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file, _("bukan teks UTF-8.")) from error
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            file, _("bukan JSON yang utuh (baris {line}).").format(line=error.lineno)
        ) from error
    except _Refused as error:
        raise UnreadableFile(file, str(error)) from error
    return value


def read_json_value(path: Path, most: int = MOST_BYTES) -> object:
    """The value in a JSON file, read strictly; UnreadableFile as `strict_json` and for the file."""
    return strict_json(bytes_of(path, most), path.name)


def read_json(path: Path) -> Table:
    """A JSON list of flat objects as a table: the keys of all of them as heading, one row each.

    Row numbers count the objects from 2, as if the heading were row 1. Raises UnreadableFile for
    anything else.
    """
    value = read_json_value(path)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise UnreadableFile(path.name, _("isinya harus daftar baris: [ { … }, { … } ]."))
    if len(value) > MOST_ROWS:
        raise too_many_rows(path.name)
    heading = list(dict.fromkeys(key for one in value for key in one))
    if len(heading) > MOST_COLUMNS:
        raise UnreadableFile(path.name, _("berisi lebih dari 200 kolom."))
    rows = [Row(number=1, cells=tuple(Cell(text=key) for key in heading))] if heading else []
    for number, one in enumerate(value, 2):
        cells = tuple(_cell(one.get(key), number, key, path.name) for key in heading)
        rows.append(Row(number=number, cells=cells))
    return Table(file=path.name, rows=tuple(rows))


def _cell(value: object, number: int, key: str, file: str) -> Cell:
    if value is None:
        return Cell(text="")
    if isinstance(value, bool):
        return Cell(text="TRUE" if value else "FALSE", kind=CellKind.TRUTH)
    if isinstance(value, int):
        return Cell(text=str(value), kind=CellKind.NUMBER)
    if isinstance(value, float):
        return Cell(text=f"{value:.15g}".replace(".", ","), kind=CellKind.NUMBER)
    if isinstance(value, str) and len(value) <= MOST_CELL:
        return Cell(text=value)
    raise UnreadableFile(
        file,
        _("butir {number}, “{key}” harus berupa satu teks atau angka.").format(
            number=number - 1, key=key[:40]
        ),
    )


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(_("“{key}” tertulis dua kali dalam satu butir.").format(key=twice[:40]))
    return found


def _no_constant(text: str) -> object:
    raise _Refused(_("{text} bukan angka.").format(text=text))


def _whole(text: str) -> int:
    if len(text) > 20 or abs(int(text)) > HIGHEST:
        raise _Refused(_("angka {text}… terlalu besar; tulis sebagai teks.").format(text=text[:12]))
    return int(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _Refused(_("angka {text} terlalu besar.").format(text=text[:20]))
    return value


def _check_depth(text: str) -> None:
    """Counted before parsing: the parser itself would run out of stack."""
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        if found[0] in ("[", "{"):
            depth += 1
            if depth > MOST_DEPTH:
                raise _Refused(_("bersusun lebih dari {most} tingkat.").format(most=MOST_DEPTH))
        elif found[0] in ("]", "}"):
            depth -= 1


def _check_text(value: object) -> None:
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise _Refused(_("memuat huruf yang tidak utuh (surrogate)."))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check_text(key)
            _check_text(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_text(inner)
