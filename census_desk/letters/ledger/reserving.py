"""Numbers out of the usual row: held back for paper days, inserted, taken in another system."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from census_desk.indonesian import short_date
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.ledger.book import Book, Line, book_of, line_of, whole_parts
from census_desk.letters.ledger.entry import (
    NumberEntry,
    NumberStatus,
    order_text,
    place_of,
    position,
)
from census_desk.letters.ledger.order import (
    back_dating_problem,
    insertion_problem,
    next_sequence,
    next_suffix,
)
from census_desk.letters.ledger.pattern import NumberParts, Reading, reading_of
from census_desk.letters.ledger.refusals import (
    BlockSize,
    NotReserved,
    PlaceTaken,
    WrongInsertion,
    WrongReservation,
    YearNotOpen,
)
from census_desk.letters.ledger.taking import (
    NO_PARTS,
    Wish,
    back_dating_of,
    entry_at,
    letter_to_number,
    number_text,
    put_on_letter,
    rows_of_line,
    wish_of,
)
from census_desk.register import Register
from census_desk.words import _

BLOCK = 10  # a live system keeps ten spare numbers a date (domain/letters.md 4)
MOST_IN_BLOCK = 100
SRIKANDI = "SRIKANDI"


def reserve_block(
    register: Register,
    book_key: str,
    *,
    day: date,
    on: date,
    count: int = BLOCK,
    classification: str = "",
    new_id: Callable[[], str] | None = None,
) -> tuple[NumberEntry, ...]:
    """Hold back the next `count` numbers for letters dated `day` (a day on paper, without power).

    Raises BookNotFound, BlockSize, YearNotOpen for a day of a year the book has no numbers of, and
    BackDated for a past day in a book that refuses them.
    """
    if not 1 <= count <= MOST_IN_BLOCK:
        raise BlockSize(MOST_IN_BLOCK)
    ids = new_id or register.ids
    with register.change(_("Mencadangkan nomor"), final=True) as step:
        take_over(register, ids)
        book = book_of(register.collection("books").all(), book_key)
        line = line_of(book, day, classification.strip())
        rows = rows_of_line(register, line)
        if day.year != on.year and not _is_open(register, book, day.year):
            raise YearNotOpen(book, day, on)
        problem = back_dating_of(book, day, rows)
        first = next_sequence(book, line, rows)
        block = tuple(
            NumberEntry(
                id=ids(),
                book=book.key,
                series=line.series,
                year=line.year,
                sequence=sequence,
                status=NumberStatus.RESERVED,
                classification=classification.strip(),
                reserved_for=day,
                taken_on=on,
                is_back_dated=bool(problem),
                reason=problem,
            )
            for sequence in range(first, first + count)
        )
        register.collection("numbers").add_many(block)
        step.what = _("Mencadangkan nomor {first}–{last} di {book} untuk {day}").format(
            first=first, last=first + count - 1, book=book.name, day=short_date(day)
        )
    return block


def _is_open(register: Register, book: Book, year: int) -> bool:
    """Whether the book gave numbers of that year."""
    numbers: tuple[NumberEntry, ...] = register.collection("numbers").all()
    return any((one.book, one.year) == (book.key, year) for one in numbers)


def free_reserved(entries: Iterable[NumberEntry], book_key: str, day: date) -> list[NumberEntry]:
    """The numbers held back in a book for that day that no letter bears yet, lowest first."""
    found = [
        one
        for one in entries
        if one.book == book_key and one.status is NumberStatus.RESERVED and one.reserved_for == day
    ]
    return sorted(found, key=position)


def use_reserved(
    register: Register,
    letter_id: str,
    entry_id: str,
    *,
    on: date,
    parts: NumberParts = NO_PARTS,
) -> NumberEntry:
    """The letter takes a number that was held back for its own day; final, in one commit.

    Raises NotReserved, WrongReservation for another book, day or code, and what take_number raises.
    """
    with register.change(_("Memakai nomor cadangan"), final=True) as step:
        take_over(register, register.ids)
        letter, book = letter_to_number(register, letter_id)
        held: NumberEntry = register.collection("numbers").get(entry_id)
        wish = wish_of(letter, on, parts, NumberStatus.USED)
        _refuse_reservation(held, book, wish)
        entry = replace(
            held,
            text=number_text(book, held.sequence, held.suffix, wish),
            status=NumberStatus.USED,
            letter_id=letter.id,
            subject=letter.subject,
            classification=whole_parts(book, wish.parts).classification,
            dated_on=letter.dated_on,
            taken_on=on,
        )
        register.collection("numbers").replace(entry)
        put_on_letter(register, letter, entry)
        step.what = _("Memakai nomor cadangan {number}").format(number=entry.text)
    return entry


def insert_after(
    register: Register,
    letter_id: str,
    entry_id: str,
    *,
    reason: str,
    on: date,
    parts: NumberParts = NO_PARTS,
    new_id: Callable[[], str] | None = None,
) -> NumberEntry:
    """Nomor sisipan: a forgotten letter takes its neighbour's number with the next letter (12.a).

    Allowed in a book that refuses back-dating too, because it keeps dates and numbers in one
    order. Raises WrongInsertion when the letter's date does not lie between the two neighbours or
    no reason is given, and what take_number raises.
    """
    if not reason.strip():
        raise WrongInsertion(_("Tulis alasan nomor ini disisipkan."))
    ids = new_id or register.ids
    with register.change(_("Menyisipkan nomor"), final=True) as step:
        take_over(register, ids)
        letter, book = letter_to_number(register, letter_id)
        before: NumberEntry = register.collection("numbers").get(entry_id)
        wish = wish_of(letter, on, parts, NumberStatus.USED)
        line = Line(series=before.series, year=before.year)
        rows = rows_of_line(register, line)
        _refuse_insertion(before, book, line, wish, rows)
        suffix = next_suffix(rows, before.sequence)
        entry = entry_at(book, line, before.sequence, suffix, wish, ids())
        is_late = bool(back_dating_problem(letter.dated_on, rows))
        entry = replace(entry, reason=reason.strip(), is_back_dated=is_late)
        register.collection("numbers").add(entry)
        put_on_letter(register, letter, entry)
        step.what = _("Menyisipkan nomor {number}: {reason}").format(
            number=entry.text, reason=entry.reason
        )
    return entry


def record_elsewhere(
    register: Register,
    book_key: str,
    *,
    text: str,
    dated_on: date,
    on: date,
    subject: str,
    system: str = SRIKANDI,
    new_id: Callable[[], str] | None = None,
) -> NumberEntry:
    """Note a number that another system gave in this book, so that the desk never gives it too.

    A number the book's pattern cannot read is kept by its text, outside the line. Raises
    BookNotFound, PlaceTaken, InvalidRecord.
    """
    ids = new_id or register.ids
    what = _("Mencatat nomor {number} dari {system}").format(number=text, system=system)
    with register.change(what, final=True):
        take_over(register, ids)
        book = book_of(register.collection("books").all(), book_key)
        reading = _reading_in_year(text, book, dated_on)
        line = line_of(book, dated_on, reading.classification if reading else "")
        entry = NumberEntry(
            id=ids(),
            book=book.key,
            series=line.series,
            year=line.year,
            sequence=reading.sequence if reading else 0,
            suffix=reading.suffix if reading else "",
            text=text.strip(),
            status=NumberStatus.ELSEWHERE,
            subject=subject.strip(),
            classification=reading.classification if reading else "",
            dated_on=dated_on,
            taken_on=on,
            taken_in=system.strip(),
        )
        _refuse_taken(register, entry)
        register.collection("numbers").add(entry)
    return entry


def _refuse_reservation(held: NumberEntry, book: Book, wish: Wish) -> None:
    if held.status is not NumberStatus.RESERVED or held.book != book.key:
        raise NotReserved(held)
    code = whole_parts(book, wish.parts).classification
    line = line_of(book, wish.dated_on, code)
    if held.reserved_for != wish.dated_on or (held.series, held.year) != (line.series, line.year):
        raise WrongReservation(held, wish.dated_on, held.classification)


def _refuse_insertion(
    before: NumberEntry, book: Book, line: Line, wish: Wish, rows: list[NumberEntry]
) -> None:
    mine = line_of(book, wish.dated_on, whole_parts(book, wish.parts).classification)
    if not before.sequence or mine != line:
        raise WrongInsertion(
            _("Nomor {number} bukan dari urutan surat ini; pilih nomor lain.").format(
                number=before.text or order_text(before)
            )
        )
    if problem := insertion_problem(wish.dated_on, before.sequence, rows):
        raise WrongInsertion(problem)


def _reading_in_year(text: str, book: Book, dated_on: date) -> Reading | None:
    reading = reading_of(text, book.pattern, book.insert_form)
    if reading and reading.sequence and reading.year in (None, dated_on.year):
        return reading
    return None


def _refuse_taken(register: Register, entry: NumberEntry) -> None:
    for other in register.collection("numbers").all():
        is_same_place = entry.sequence and place_of(other) == place_of(entry)
        is_same_text = other.text == entry.text and (other.book, other.year) == (
            entry.book,
            entry.year,
        )
        if is_same_place or is_same_text:
            raise PlaceTaken(other)
