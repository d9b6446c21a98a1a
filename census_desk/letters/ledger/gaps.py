"""Holes of a line: every sequence number no letter bears, with what explains it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from census_desk.indonesian import long_date
from census_desk.letters.ledger.book import Book, Line, first_number
from census_desk.letters.ledger.entry import NumberEntry, NumberStatus
from census_desk.letters.ledger.order import in_line
from census_desk.words import N_


class HoleKind(StrEnum):
    """Why no letter bears a number; only MISSING asks for somebody to look."""

    MISSING = "tidak tercatat"
    BEFORE = "sebelum dicatat"
    VOID = "batal"
    RESERVED = "cadangan"
    PROVISIONAL = "sementara"


HOLE_KIND_NAMES = {
    HoleKind.MISSING: N_("Tidak tercatat"),
    HoleKind.BEFORE: N_("Sebelum dicatat di meja ini"),
    HoleKind.VOID: N_("BATAL"),
    HoleKind.RESERVED: N_("Cadangan"),
    HoleKind.PROVISIONAL: N_("Sementara"),
}
_KINDS = {
    NumberStatus.VOID: HoleKind.VOID,
    NumberStatus.RESERVED: HoleKind.RESERVED,
    NumberStatus.PROVISIONAL: HoleKind.PROVISIONAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """The sequence numbers `first` to `last` of one line, with the sentence that explains them."""

    series: str
    first: int
    last: int
    kind: HoleKind
    explanation: str

    @property
    def numbers(self) -> str:
        """`12`, or `12–20`."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def holes(book: Book, line: Line, entries: Iterable[NumberEntry]) -> list[Hole]:
    """Every number from the first of the line to its highest that no letter bears, in order.

    In a line shared by all books the rows of all of them must be handed in.
    """
    expected = first_number(book, line.year)
    found: list[Hole] = []
    for row in in_line(entries, line):
        last = row.sequence if row.suffix else row.sequence - 1  # 12.a alone does not stand for 12
        if last >= expected:
            found.append(_unrecorded(line, expected, last, row))
        if not row.suffix and row.status in _KINDS:
            found.append(_recorded(line, row))
        expected = max(expected, row.sequence + 1)
    return list(_joined(found))


# The explanations are printed in the book: they stay Indonesian whatever the screen says.


def _unrecorded(line: Line, first: int, last: int, following: NumberEntry) -> Hole:
    if following.is_taken_over:
        kind, text = HoleKind.BEFORE, "Belum dicatat di meja ini; lihat buku agenda sebelumnya."
    elif following.taken_in:
        kind, text = (
            HoleKind.MISSING,
            f"Dilompati {following.taken_in} sebelum {following.text}; "
            "catat nomor yang diambil di sana.",
        )
    else:
        kind, text = HoleKind.MISSING, "Tidak ada catatan; periksa buku agenda kertas."
    return Hole(series=line.series, first=first, last=last, kind=kind, explanation=text)


def _recorded(line: Line, row: NumberEntry) -> Hole:
    return Hole(
        series=line.series,
        first=row.sequence,
        last=row.sequence,
        kind=_KINDS[row.status],
        explanation=explanation_of(row),
    )


def explanation_of(row: NumberEntry) -> str:
    """Why a void, held-back or provisional number is on no signed letter; "" for the others."""
    if row.status is NumberStatus.VOID:
        return f"BATAL: {row.reason}"
    if row.status is NumberStatus.RESERVED and row.reserved_for is not None:
        return f"Cadangan untuk {long_date(row.reserved_for)}, belum dipakai."
    if row.status is NumberStatus.PROVISIONAL:
        return f"Sementara, menunggu tanda tangan: {row.subject}"
    return ""


def _joined(found: Iterable[Hole]) -> Iterator[Hole]:
    """Neighbours with the same explanation as one: a block held back is one line of the list."""
    last: Hole | None = None
    for hole in found:
        if (
            last
            and (last.kind, last.explanation) == (hole.kind, hole.explanation)
            and last.last + 1 == hole.first
        ):
            last = replace(last, last=hole.last)
            continue
        if last:
            yield last
        last = hole
    if last:
        yield last
