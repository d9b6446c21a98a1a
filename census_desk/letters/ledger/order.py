"""Order in a line of numbers: what comes next, and when date and number disagree."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date
from census_desk.letters.ledger.book import Book, Line, first_number
from census_desk.letters.ledger.entry import (
    NumberEntry,
    NumberStatus,
    day_of,
    order_text,
    place_of,
    position,
)
from census_desk.words import N_, _

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class NoSuffixLeft(CensusDeskError):
    """Every letter after this number is taken."""

    def __init__(self, sequence: int) -> None:
        super().__init__(
            _("Sisipan sesudah nomor {sequence} sudah habis (a sampai zz).").format(
                sequence=sequence
            )
        )


def in_line(entries: Iterable[NumberEntry], line: Line) -> list[NumberEntry]:
    """The rows of one line in their order; those outside any line (sequence 0) left out."""
    mine = [one for one in entries if (one.series, one.year) == (line.series, line.year)]
    return sorted((one for one in mine if one.sequence), key=position)


def next_sequence(book: Book, line: Line, entries: Iterable[NumberEntry]) -> int:
    """One more than the highest ever given, held back or voided in the line; never a hole."""
    mine = (one for one in entries if (one.series, one.year) == (line.series, line.year))
    highest = max((one.sequence for one in mine), default=0)
    return max(highest + 1, first_number(book, line.year))


def next_suffix(line_entries: Iterable[NumberEntry], sequence: int) -> str:
    """The letter for the next number inserted after `sequence`: a … z, then aa … zz.

    Raises NoSuffixLeft when all 702 are taken. A void insertion keeps its letter.
    """
    used = [one for one in line_entries if one.sequence == sequence and one.suffix]
    if not used:
        return LETTERS[0]
    last = max(used, key=position).suffix
    value = 0
    for letter in last:
        value = value * 26 + LETTERS.index(letter) + 1
    return _letters(value + 1, sequence)


def back_dating_problem(
    day: date, line_entries: Sequence[NumberEntry], say: Callable[[str], str] = _
) -> str:
    """The sentence when a letter of that day comes after a later one, "" when it does not.

    `say` translates for the screen; `str` keeps the Indonesian, for what is saved.
    """
    dated = [(one.dated_on, one) for one in line_entries if _counts(one) and one.dated_on]
    if not dated:
        return ""
    latest, entry = max(dated, key=lambda pair: (pair[0], position(pair[1])))
    if day >= latest:
        return ""
    return say(
        N_("Surat bertanggal {day}, padahal nomor {number} sudah bertanggal {latest}.")
    ).format(day=long_date(day), number=order_text(entry), latest=long_date(latest))


def order_problem(
    entry: NumberEntry, line_entries: Iterable[NumberEntry], say: Callable[[str], str] = _
) -> str:
    """The sentence when a lower number is dated later or a higher one earlier, "" if none.

    Void rows say nothing about dates; numbers held back for a day are out of the line's order by
    their nature and bound to their own day instead.
    """
    if entry.dated_on is None or not entry.sequence or not _counts(entry):
        return ""
    for other in line_entries:
        if other.id == entry.id or other.dated_on is None or not _counts(other):
            continue
        if _against(entry, other):
            return say(
                N_("Nomor {number} bertanggal {day}, tetapi nomor {other} bertanggal {other_day}.")
            ).format(
                number=order_text(entry),
                day=long_date(entry.dated_on),
                other=order_text(other),
                other_day=long_date(other.dated_on),
            )
    return ""


def insertion_problem(day: date, sequence: int, line_entries: Sequence[NumberEntry]) -> str:
    """The sentence when a letter of that day does not belong between `sequence` and the next.

    "" when it does. Numbers held back have a day of their own and count as neighbours too.
    """
    before = [one for one in line_entries if one.sequence <= sequence and day_of(one)]
    after = [one for one in line_entries if one.sequence > sequence and _counts(one)]
    at = [one for one in before if one.sequence == sequence]
    earliest = max((found for one in at if (found := day_of(one))), default=day)
    latest = min((one.dated_on for one in after if one.dated_on), default=day)
    if earliest <= day <= latest:
        return ""
    between = (
        _("antara {first} dan {last}").format(first=long_date(earliest), last=long_date(latest))
        if latest > earliest
        else long_date(earliest)
    )
    return _("Sisipan sesudah nomor {number} hanya untuk surat bertanggal {between}.").format(
        number=sequence, between=between
    )


def twins(entries: Iterable[NumberEntry]) -> list[tuple[NumberEntry, NumberEntry]]:
    """Pairs that share one place in a line: none, unless somebody wrote past the use cases."""
    seen: dict[tuple[str, int, int, str], NumberEntry] = {}
    pairs = []
    for one in entries:
        if one.sequence:
            first = seen.setdefault(place_of(one), one)
            if first is not one:
                pairs.append((first, one))
    return pairs


def _counts(entry: NumberEntry) -> bool:
    """Whether the row's date says something about the order of the line."""
    return entry.status is not NumberStatus.VOID and entry.reserved_for is None


def _against(entry: NumberEntry, other: NumberEntry) -> bool:
    assert entry.dated_on is not None and other.dated_on is not None
    if position(other) < position(entry):
        return other.dated_on > entry.dated_on
    return other.dated_on < entry.dated_on


def _letters(value: int, sequence: int) -> str:
    if value > 26 * 27:
        raise NoSuffixLeft(sequence)
    first, last = divmod(value - 1, 26)
    return f"{LETTERS[first - 1] if first else ''}{LETTERS[last]}"
