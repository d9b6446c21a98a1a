"""One row of the ledger: a number given, held back, inserted, voided or taken elsewhere."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, refuse, require
from census_desk.words import N_, _

MOST_SEQUENCE = 999_999_999


class NumberStatus(StrEnum):
    """What became of a number; a void one stays in the book as BATAL and is never given again."""

    PROVISIONAL = "sementara"
    USED = "terpakai"
    VOID = "batal"
    RESERVED = "cadangan"
    ELSEWHERE = "luar"


NUMBER_STATUS_NAMES = {
    NumberStatus.PROVISIONAL: N_("Sementara"),
    NumberStatus.USED: N_("Terpakai"),
    NumberStatus.VOID: N_("BATAL"),
    NumberStatus.RESERVED: N_("Cadangan"),
    NumberStatus.ELSEWHERE: N_("Diambil di luar"),
}
# What stands on a paper, or will: these rows carry a number and a day.
GIVEN = (NumberStatus.PROVISIONAL, NumberStatus.USED, NumberStatus.ELSEWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEntry:
    """A number of a book; its place is (series, year, sequence, suffix), and no two share one.

    `sequence` 0 is a number typed or taken elsewhere in a form the book's pattern cannot read: it
    stands in the book by its text, outside the line. `suffix` "a" is the first number inserted
    after its neighbour. `dated_on` is the letter's date, `taken_on` the day it was entered.
    `taken_in` names the system a number outside the desk came from. `year` is 0 in a line that
    never restarts.
    """

    id: str
    book: str
    series: str
    year: int
    sequence: int
    suffix: str = ""
    text: str = ""
    status: NumberStatus = NumberStatus.USED
    letter_id: str = ""
    subject: str = ""
    classification: str = ""
    dated_on: date | None = None
    taken_on: date | None = None
    reserved_for: date | None = None
    taken_in: str = ""
    is_back_dated: bool = False
    is_taken_over: bool = False
    reason: str = ""

    def __post_init__(self) -> None:
        refuse(entry_problems(self))


def entry_problems(entry: NumberEntry) -> dict[str, str]:
    """Field to sentence for a row that cannot stand in the book."""
    problems: dict[str, str] = {}
    require(problems, "book", entry.book, _("Buku"))
    limit(problems, "text", entry.text, _("Nomor"), 120)
    limit(problems, "subject", entry.subject, _("Uraian"))
    limit(problems, "reason", entry.reason, _("Alasan"))
    if not 0 <= entry.sequence <= MOST_SEQUENCE:
        problems["sequence"] = _("Nomor urut antara 1 dan {most}.").format(most=MOST_SEQUENCE)
    if not re.fullmatch(r"[a-z]{0,2}", entry.suffix):
        problems["suffix"] = _("Sisipan ditulis dengan satu atau dua huruf kecil.")
    if entry.status is NumberStatus.VOID and not entry.reason.strip():
        problems["reason"] = _("Nomor batal memerlukan alasan.")
    if entry.status is NumberStatus.ELSEWHERE:
        require(problems, "taken_in", entry.taken_in, _("Sistem asal nomor"))
    if not entry.sequence and not (entry.is_taken_over or entry.taken_in):
        problems["sequence"] = _("Nomor urut belum ada.")
    return problems | _status_problems(entry) | _day_problems(entry)


def _status_problems(entry: NumberEntry) -> dict[str, str]:
    problems: dict[str, str] = {}
    if entry.status in GIVEN:
        require(problems, "text", entry.text, _("Nomor"))
        if entry.dated_on is None:
            problems["dated_on"] = _("Tanggal surat belum diisi.")
    if entry.status is NumberStatus.RESERVED:
        if entry.reserved_for is None:
            problems["reserved_for"] = _("Tanggal cadangan belum diisi.")
        if entry.letter_id:
            problems["letter_id"] = _("Nomor cadangan belum dipakai surat mana pun.")
    return problems


def _day_problems(entry: NumberEntry) -> dict[str, str]:
    day = day_of(entry)
    if entry.year and day is not None and day.year != entry.year:
        return {
            "dated_on": _("Tanggal {year} tidak termasuk buku tahun {book_year}.").format(
                year=day.year, book_year=entry.year
            )
        }
    if entry.reserved_for and entry.dated_on and entry.dated_on != entry.reserved_for:
        return {"dated_on": _("Nomor cadangan hanya untuk surat bertanggal hari cadangannya.")}
    return {}


def day_of(entry: NumberEntry) -> date | None:
    """The letter's date, or the day a number is held back for."""
    return entry.dated_on or entry.reserved_for


def position(entry: NumberEntry) -> tuple[int, int, str]:
    """Order in the line: 12, 12.a, 12.b, 13; 999 before 1000."""
    return entry.sequence, len(entry.suffix), entry.suffix


def place_of(entry: NumberEntry) -> tuple[str, int, int, str]:
    """Uniqueness of a number: its line, sequence and suffix (domain/letters.md 4)."""
    return entry.series, entry.year, entry.sequence, entry.suffix


def order_text(entry: NumberEntry) -> str:
    """`12` or `12.a`, for lists and sentences; "–" for a number outside the line."""
    if not entry.sequence:
        return "–"
    return f"{entry.sequence}.{entry.suffix}" if entry.suffix else str(entry.sequence)


def entry_title(entry: NumberEntry) -> str:
    """The number as printed, or book and sequence while none is."""
    return entry.text or f"{entry.book} {order_text(entry)}"
