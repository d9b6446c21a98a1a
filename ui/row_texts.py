"""Rows of a letter as typed: people, items and attachments, and back to records.

One line is one row, its parts divided by "|": `Nama | NIP | pangkat | jabatan`. An attachment
begins with a line `=== judul` and holds all lines down to the next one.
"""

from collections.abc import Iterable

from census_desk.indonesian import read_date, short_date
from census_desk.letters.letter import Assignee, Attachment, CoverItem
from census_desk.nip import digits, grouped
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.session import Material

DIVIDER = "|"
HEAD = "==="
READY = "✓"
# What people type for a line that is done, besides the sign.
READY_MARKS = (READY, "[x]", "[X]", "√")


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


def checks_of(text: str) -> tuple[Material, ...]:
    """A checklist: one line each, those that are ready begin with `✓` (or `[x]`)."""
    found = []
    for line in text.splitlines():
        mark = next((one for one in READY_MARKS if line.strip().startswith(one)), "")
        name = line.strip().removeprefix(mark).removeprefix("[ ]").strip()
        if name:
            found.append(Material(name=name, is_ready=bool(mark)))
    return tuple(found)


def checks_text(materials: Iterable[Material]) -> str:
    """A checklist as a form shows it."""
    return "\n".join(f"{READY} {one.name}" if one.is_ready else one.name for one in materials)


def leaves_of(text: str) -> tuple[Leave, ...]:
    """Days away: `24/02/2020 - 26/02/2020 | cuti tahunan`, or one day; ValueError otherwise."""
    found = []
    for days, reason in _rows(text, 2):
        first, _dash, last = days.replace("–", "-").replace(" s.d. ", " - ").partition(" - ")
        found.append(Leave(first=read_date(first), last=read_date(last or first), reason=reason))
    return tuple(found)


def leaves_text(leaves: Iterable[Leave]) -> str:
    """Days away as a form shows them."""
    return "\n".join(
        _row(
            short_date(one.first)
            if one.first == one.last
            else f"{short_date(one.first)} - {short_date(one.last)}",
            one.reason,
        )
        for one in leaves
    )


def _rows(text: str, parts: int) -> Iterable[list[str]]:
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split(DIVIDER, parts - 1)]
        if any(cells):
            yield cells + [""] * (parts - len(cells))


def _row(*cells: str) -> str:
    return f" {DIVIDER} ".join(cells).rstrip(f" {DIVIDER}")
