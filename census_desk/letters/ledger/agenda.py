"""Agenda numbers of incoming letters that were typed, as a paper book has them, in the ledger."""

from collections.abc import Callable, Iterable

from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.ledger.book import Book, line_of
from census_desk.letters.ledger.entry import MOST_SEQUENCE, NumberEntry


def agenda_rows(
    incoming: Iterable[IncomingLetter],
    books: Iterable[Book],
    rows: Iterable[NumberEntry],
    new_id: Callable[[], str],
) -> list[NumberEntry]:
    """A row for each agenda number the ledger does not know yet, so that none is given again.

    Without a book of incoming letters there are none; what is no number stays outside.
    """
    book = next((one for one in books if one.is_incoming), None)
    if book is None:
        return []
    known = {(one.series, one.year, one.sequence) for one in rows if one.book == book.key}
    found = []
    for letter in sorted(incoming, key=lambda one: (one.received_on, one.id)):
        line, sequence = line_of(book, letter.received_on), _sequence(letter)
        if not sequence or (line.series, line.year, sequence) in known:
            continue
        known.add((line.series, line.year, sequence))
        found.append(
            NumberEntry(
                id=new_id(),
                book=book.key,
                series=line.series,
                year=line.year,
                sequence=sequence,
                text=letter.agenda_number.strip(),
                subject=f"{letter.sender}: {letter.subject}"[:400],
                dated_on=letter.received_on,
                is_taken_over=True,
            )
        )
    return found


def _sequence(letter: IncomingLetter) -> int:
    """The number typed, 0 where it is none."""
    typed = letter.agenda_number.strip()
    value = int(typed) if typed.isascii() and typed.isdecimal() else 0
    return value if value <= MOST_SEQUENCE else 0
