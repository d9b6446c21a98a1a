"""Workbooks made for the tests: sound ones by openpyxl, broken and hostile ones part by part."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl

SHEET = "xl/worksheets/sheet1.xml"


def saved(path: Path, rows: Iterable[Sequence[object]], *, title: str = "Data") -> Path:
    """A sound workbook with these rows."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def altered(path: Path, **changes: bytes | None) -> Path:
    """The workbook with parts replaced, added, or left out (None); `sheet` names the sheet."""
    parts = {SHEET if name == "sheet" else name: content for name, content in changes.items()}
    return with_parts(path, parts)


def with_parts(path: Path, parts: dict[str, bytes | None]) -> Path:
    """The workbook at `path` with those parts in place of its own."""
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    everything = {**kept, **parts}
    path.write_bytes(packed({k: v for k, v in everything.items() if v is not None}))
    return path


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def sheet_xml(rows: str, head: str = "") -> bytes:
    """A worksheet with this XML as its rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}'
        f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    ).encode()
