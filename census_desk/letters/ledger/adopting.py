"""Numbers typed on letters by hand become rows of the ledger, so that none is given twice."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from census_desk.letters.ledger.agenda import agenda_rows
from census_desk.letters.ledger.book import Book, Line, add_default_books, line_of
from census_desk.letters.ledger.entry import NumberEntry, NumberStatus, place_of
from census_desk.letters.ledger.pattern import Reading, reading_of
from census_desk.letters.letter import UNISSUED, Letter, LetterStatus
from census_desk.register import Register
from census_desk.words import _

MOST_REASON = 400


def take_over(register: Register, new_id: Callable[[], str] | None = None) -> int:
    """Give every typed number its row; how many rows were written.

    Brings a register of an earlier version to this one, with the shipped books when it has none;
    a second run writes nothing. Whoever takes a number runs it too, inside the same commit.
    """
    ids = new_id or register.ids
    with register.change(_("Mencatat nomor surat yang sudah ada ke buku nomor"), final=True):
        if not register.collection("books").count():
            desks = register.collection("desks").all()
            code = desks[0].regency_code if desks else ""
            add_default_books(register, regency_code=code, new_id=ids)
        return _adopt_typed(register, ids)


def _adopt_typed(register: Register, new_id: Callable[[], str]) -> int:
    """Bring the rows in line with what the letters bear."""
    numbers = register.collection("numbers")
    rows = adopted(
        register.collection("letters").all(),
        register.collection("books").all(),
        numbers.all(),
        new_id,
    )
    known = set(numbers.ids()) if rows else set()
    for row in rows:
        if row.id in known:
            numbers.replace(row)
        else:
            numbers.add(row)
    agenda = agenda_rows(
        register.collection("incoming_letters").all(),
        register.collection("books").all(),
        numbers.all(),
        new_id,
    )
    numbers.add_many(agenda)
    return len(rows) + len(agenda)


def adopted(
    letters: Iterable[Letter],
    books: Iterable[Book],
    entries: Iterable[NumberEntry],
    new_id: Callable[[], str],
) -> list[NumberEntry]:
    """The rows to write, new or changed, so that the ledger says what the letters bear.

    A number replaced or cleared by hand leaves a void row. A number the book's pattern cannot
    read, or whose place another letter holds, is kept by its text outside the line (sequence 0)
    and read again when the pattern is mended. Letters of a book that does not exist wait.
    """
    rows = tuple(entries)
    unsettled = _unsettled(letters, rows)
    if not unsettled:
        return []
    ledger = _Ledger(rows)
    by_key = {book.key: book for book in books}
    for letter in sorted(unsettled, key=lambda one: (one.dated_on, one.id)):
        book = by_key.get(str(letter.book))
        if book is not None:
            _adopt(ledger, letter, book, new_id)
    return list(ledger.changed.values())


def _unsettled(letters: Iterable[Letter], rows: Iterable[NumberEntry]) -> list[Letter]:
    """The letters to look at closely; nearly all of a year's letters are in order at a glance."""
    settled = {_row_key(one) for one in rows if one.sequence}
    bound = {one.letter_id for one in rows if one.status is not NumberStatus.VOID}
    return [
        one
        for one in letters
        if (one.number or one.id in bound) and _letter_key(one) not in settled
    ]


def _row_key(row: NumberEntry) -> tuple[str, str, NumberStatus, date | None]:
    day = row.dated_on if row.status is NumberStatus.USED else None
    return row.letter_id, row.text, row.status, day


def _letter_key(letter: Letter) -> tuple[str, str, NumberStatus, date | None]:
    status = _status(letter)
    day = letter.dated_on if status is NumberStatus.USED else None
    return letter.id, letter.number, status, day


class _Ledger:
    """The rows as they will be, and which of them changed."""

    def __init__(self, entries: Iterable[NumberEntry]) -> None:
        self.rows: dict[str, NumberEntry] = {}
        self.places: dict[tuple[str, int, int, str], str] = {}
        self.of_letter: dict[str, set[str]] = {}
        self.changed: dict[str, NumberEntry] = {}
        for entry in entries:
            self._hold(entry)

    def put(self, entry: NumberEntry) -> None:
        """Write a row; nothing when it stands already."""
        if self.rows.get(entry.id) != entry:
            self._hold(entry)
            self.changed[entry.id] = entry

    def rows_of(self, letter: Letter) -> list[NumberEntry]:
        """The rows of a letter, void ones too."""
        return [self.rows[one] for one in sorted(self.of_letter.get(letter.id, ()))]

    def at(self, line: Line, reading: Reading) -> NumberEntry | None:
        """The row that stands where this number would."""
        place = (line.series, line.year, reading.sequence, reading.suffix)
        return self.rows.get(self.places.get(place, ""))

    def _hold(self, entry: NumberEntry) -> None:
        self.rows[entry.id] = entry
        if entry.sequence:
            self.places.setdefault(place_of(entry), entry.id)
        if entry.letter_id:
            self.of_letter.setdefault(entry.letter_id, set()).add(entry.id)


def _adopt(ledger: _Ledger, letter: Letter, book: Book, new_id: Callable[[], str]) -> None:
    number = letter.number.strip()
    own = ledger.rows_of(letter)
    same = [one for one in own if one.text == number and one.book == book.key]
    for other in own:
        if other not in same and other.status is not NumberStatus.VOID:
            ledger.put(_replaced(other, number))
    if not number:
        return
    living = next((one for one in same if one.status is not NumberStatus.VOID), None)
    if living is not None:
        ledger.put(_followed(ledger, living, letter, book))
    elif not same or letter.status is not LetterStatus.VOID:
        ledger.put(_new_row(ledger, letter, book, new_id))


# The reasons are saved and printed: they stay Indonesian whatever the screen says.


def _replaced(entry: NumberEntry, number: str) -> NumberEntry:
    reason = (
        f"Nomor pada surat diganti menjadi {number}." if number else "Nomor dihapus dari surat."
    )
    return voided(entry, reason)


def voided(entry: NumberEntry, reason: str) -> NumberEntry:
    """The row as BATAL; a draft that gave its provisional number up is free to be deleted."""
    keeps_letter = entry.status is not NumberStatus.PROVISIONAL
    return replace(
        entry,
        status=NumberStatus.VOID,
        reason=reason,
        letter_id=entry.letter_id if keeps_letter else "",
    )


def _followed(ledger: _Ledger, entry: NumberEntry, letter: Letter, book: Book) -> NumberEntry:
    """The row of a letter that bears its number still: its status, and a second try to read it."""
    if letter.status is LetterStatus.VOID:
        return replace(entry, status=NumberStatus.VOID, reason=_void_reason(letter))
    if entry.status is NumberStatus.PROVISIONAL and letter.status not in UNISSUED:
        entry = replace(entry, status=NumberStatus.USED)
    if entry.status is NumberStatus.USED and _same_page(entry, letter):
        entry = replace(entry, dated_on=letter.dated_on)
    if entry.is_taken_over and not entry.sequence:
        return _placed(ledger, entry, letter, book)
    return entry


def _same_page(entry: NumberEntry, letter: Letter) -> bool:
    """Whether a date moved by hand stays in the year of the number; a held-back day never moves."""
    return entry.year in (0, letter.dated_on.year) and entry.reserved_for is None


def _new_row(ledger: _Ledger, letter: Letter, book: Book, new_id: Callable[[], str]) -> NumberEntry:
    reading, line = _read(letter, book)
    there = ledger.at(line, reading) if reading else None
    if there and there.status is NumberStatus.RESERVED and there.reserved_for == letter.dated_on:
        entry = there
    else:
        entry = NumberEntry(
            id=new_id(),
            book=book.key,
            series=line.series,
            year=line.year,
            sequence=0,
            text=letter.number.strip(),
            dated_on=letter.dated_on,
            is_taken_over=True,
        )
    filled = replace(
        entry,
        text=letter.number.strip(),
        letter_id=letter.id,
        subject=letter.subject,
        dated_on=letter.dated_on,
        status=_status(letter),
        reason=_void_reason(letter) if letter.status is LetterStatus.VOID else entry.reason,
    )
    return filled if filled.sequence else _placed(ledger, filled, letter, book)


def _placed(ledger: _Ledger, entry: NumberEntry, letter: Letter, book: Book) -> NumberEntry:
    """The row with its place in the line, or outside it with the reason why."""
    reading, line = _read(letter, book)
    if reading is None:
        return _outside(entry, "Bentuk nomor tidak terbaca menurut pola buku.")
    there = ledger.at(line, reading)
    if there is not None and there.id != entry.id:
        return _outside(entry, f"Nomor urut {reading.sequence} sudah dipakai.")
    return replace(
        entry,
        series=line.series,
        year=line.year,
        sequence=reading.sequence,
        suffix=reading.suffix,
        classification=reading.classification,
        reason=entry.reason if entry.status is NumberStatus.VOID else "",
    )


def _outside(entry: NumberEntry, reason: str) -> NumberEntry:
    """A void row keeps the reason it was voided for."""
    return entry if entry.status is NumberStatus.VOID else replace(entry, reason=reason)


def _read(letter: Letter, book: Book) -> tuple[Reading | None, Line]:
    reading = reading_of(letter.number, book.pattern, book.insert_form)
    if reading and (not reading.sequence or reading.year not in (None, letter.dated_on.year)):
        reading = None
    return reading, line_of(book, letter.dated_on, reading.classification if reading else "")


def _status(letter: Letter) -> NumberStatus:
    if letter.status in UNISSUED:
        return NumberStatus.PROVISIONAL
    return NumberStatus.VOID if letter.status is LetterStatus.VOID else NumberStatus.USED


def _void_reason(letter: Letter) -> str:
    return letter.status_note[:MOST_REASON]
