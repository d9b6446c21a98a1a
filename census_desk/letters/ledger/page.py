"""The printed book of a year: one row per number, and one for every hole nobody recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import long_date
from census_desk.letters.delivery import Delivery
from census_desk.letters.ledger.book import Book, BookScope, Line
from census_desk.letters.ledger.entry import NumberEntry, NumberStatus, day_of, order_text, position
from census_desk.letters.ledger.gaps import HoleKind, explanation_of, holes
from census_desk.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """What an agenda book shows of a number; the columns a ministry rule asks for at least.

    (Nomor urut; tanggal pengiriman; nomor dan tanggal naskah; tujuan; isi ringkas; keterangan:
    domain/letters.md 2.8.) `entry_id` is "" for a hole.
    """

    entry_id: str
    order: str
    number: str
    sent_on: date | None
    dated_on: date | None
    recipients: str
    subject: str
    note: str
    status: NumberStatus | None


def ledger_page(
    book: Book,
    year: int,
    *,
    entries: Iterable[NumberEntry],
    letters: Iterable[Letter] = (),
    deliveries: Iterable[Delivery] = (),
) -> list[LedgerRow]:
    """The rows of a book in a year, in order; numbers outside the line come last, by date.

    With one line per classification each code follows the other; in a line shared by all books
    only this book's numbers stand here, and no hole is told.
    """
    every = list(entries)
    known = {one.id: one for one in letters}
    sent = _first_sent(deliveries)
    mine = [one for one in every if one.book == book.key and _year_of(one) == year]
    rows = []
    for series in sorted({one.series for one in mine}):
        in_series = [one for one in mine if one.series == series]
        line = Line(series=series, year=year if book.restarts_yearly else 0)
        rows += _with_holes(book, line, in_series, known, sent)
    outside = [one for one in mine if not one.sequence]
    outside.sort(key=lambda one: (one.dated_on or date.min, one.text))
    return rows + [_row(one, known, sent) for one in outside]


def note_of(entry: NumberEntry) -> str:
    """The keterangan of a number: what is out of the usual about it, "" for an ordinary one.

    Printed in the book: Indonesian, whatever language the screens speak.
    """
    if entry.status is NumberStatus.VOID or entry.status is NumberStatus.RESERVED:
        return explanation_of(entry)
    notes = []
    if entry.status is NumberStatus.PROVISIONAL:
        notes.append("Sementara")
    if entry.taken_in:
        notes.append(f"Diambil di {entry.taken_in}")
    if entry.suffix:
        notes.append("Sisipan")
    if entry.reserved_for:
        notes.append(f"Dari cadangan {long_date(entry.reserved_for)}")
    if entry.is_back_dated and not entry.suffix:
        notes.append("Tanggal mundur")
    if entry.reason:
        notes.append(entry.reason)
    return "; ".join(notes)


def _with_holes(
    book: Book,
    line: Line,
    entries: list[NumberEntry],
    letters: Mapping[str, Letter],
    sent: Mapping[str, date],
) -> list[LedgerRow]:
    in_order = sorted((one for one in entries if one.sequence), key=position)
    rows = [((one.sequence, 1), _row(one, letters, sent)) for one in in_order]
    if book.scope is not BookScope.ALL and line.year:
        rows += [
            ((hole.first, 0), _hole_row(hole.numbers, hole.explanation))
            for hole in holes(book, line, entries)
            if hole.kind in (HoleKind.MISSING, HoleKind.BEFORE)
        ]
    return [row for _place, row in sorted(rows, key=lambda pair: pair[0])]


def _hole_row(numbers: str, explanation: str) -> LedgerRow:
    return LedgerRow(
        entry_id="",
        order=numbers,
        number="",
        sent_on=None,
        dated_on=None,
        recipients="",
        subject="",
        note=explanation,
        status=None,
    )


def _row(entry: NumberEntry, letters: Mapping[str, Letter], sent: Mapping[str, date]) -> LedgerRow:
    letter = letters.get(entry.letter_id)
    return LedgerRow(
        entry_id=entry.id,
        order=order_text(entry),
        number=entry.text,
        sent_on=sent.get(entry.letter_id),
        dated_on=day_of(entry),
        recipients="; ".join(letter.recipients) if letter else "",
        subject=letter.subject if letter else entry.subject,
        note=note_of(entry),
        status=entry.status,
    )


def _first_sent(deliveries: Iterable[Delivery]) -> dict[str, date]:
    first: dict[str, date] = {}
    for one in deliveries:
        if one.sent_on and one.sent_on < first.get(one.letter_id, date.max):
            first[one.letter_id] = one.sent_on
    return first


def _year_of(entry: NumberEntry) -> int:
    """The year of the book a row stands in; a void row without a date stands in its line's."""
    day = day_of(entry)
    return day.year if day else entry.year
