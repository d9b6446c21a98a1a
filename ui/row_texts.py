"""Rows of a letter as typed: people, items and attachments, and back to records.

One line is one row, its parts divided by "|": `Nama | NIP | pangkat | jabatan`. An attachment
begins with a line `=== judul` and holds all lines down to the next one.
"""

from collections.abc import Iterable

from census_desk.letters.letter import Assignee, Attachment, CoverItem
from census_desk.nip import digits, grouped

DIVIDER = "|"
HEAD = "==="


def people_of(text: str) -> tuple[Assignee, ...]:
    """Who is sent: name, NIP, rank and position of each line; what is left out is empty."""
    return tuple(
        Assignee(name=name, nip=digits(nip), rank=rank, position=position)
        for name, nip, rank, position in _rows(text, 4)
    )


def people_text(people: Iterable[Assignee]) -> str:
    """People as a form shows them."""
    return "\n".join(
        _row(one.name, grouped(one.nip) if one.nip else "", one.rank, one.position)
        for one in people
    )


def items_of(text: str) -> tuple[CoverItem, ...]:
    """What a surat pengantar sends: what, how many, remark."""
    return tuple(
        CoverItem(what=what, count=count, note=note) for what, count, note in _rows(text, 3)
    )


def items_text(items: Iterable[CoverItem]) -> str:
    """Items as a form shows them."""
    return "\n".join(_row(one.what, one.count, one.note) for one in items)


def attachments_of(text: str) -> tuple[Attachment, ...]:
    """Printed attachments; ValueError for a text above the first title."""
    parts: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith(HEAD):
            parts.append((line.strip("= \t"), []))
        elif parts:
            parts[-1][1].append(line.rstrip())
        elif line.strip():
            raise ValueError(line)
    return tuple(Attachment(title=title, body="\n".join(body).strip()) for title, body in parts)


def attachments_text(attachments: Iterable[Attachment]) -> str:
    """Attachments as a form shows them."""
    return "\n\n".join(f"{HEAD} {one.title}\n{one.body}".rstrip() for one in attachments)


def _rows(text: str, parts: int) -> Iterable[list[str]]:
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split(DIVIDER, parts - 1)]
        if any(cells):
            yield cells + [""] * (parts - len(cells))


def _row(*cells: str) -> str:
    return f" {DIVIDER} ".join(cells).rstrip(f" {DIVIDER}")
