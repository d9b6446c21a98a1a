"""Commands on number books: rows of a book, a block held back, numbers from elsewhere, BATAL."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.ledger.book import (
    BOOK_SCOPE_NAMES,
    Book,
    BookScope,
    line_of,
)
from census_desk.letters.ledger.entry import NUMBER_STATUS_NAMES, NumberEntry, order_text
from census_desk.letters.ledger.order import in_line, next_sequence
from census_desk.letters.ledger.page import LedgerRow, ledger_page
from census_desk.letters.ledger.reserving import insert_after, record_elsewhere, reserve_block
from census_desk.letters.ledger.taking import take_number, void_number
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import best_matches
from ui.command_line.letters import day_typed, entry_named, the_letter, today
from ui.command_line.opening import reading, size, writing
from ui.command_line.output import clean, table
from ui.presenters.number_forms import books_of, entries_of


def list_numbers(args: Namespace) -> int:
    """`number list`: the book of a year as it would be printed, holes told."""
    with reading(args) as register:
        book = the_book(register, args.book)
        rows = ledger_page(
            book,
            args.year or today(register).year,
            entries=entries_of(register),
            letters=register.letters.all(),
            deliveries=register.deliveries.all(),
        )
    cells = [
        [
            row.order,
            row.number,
            _(NUMBER_STATUS_NAMES[row.status]) if row.status else _("Tidak tercatat"),
            short_date(row.dated_on) if row.dated_on else "",
            row.subject,
        ]
        for row in rows
    ]
    headings = [_("Urut"), _("Nomor"), _("Keadaan"), _("Tanggal"), _("Uraian")]
    print("\n".join([*table(headings, cells), *_explained(rows)]))
    return DONE


def take(args: Namespace) -> int:
    """`number take`: a number without a frozen paper, provisional when asked."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        entry = take_number(register, letter.id, on=today(register), provisional=args.provisional)
        print(entry.text)
    return DONE


def reserve(args: Namespace) -> int:
    """`number reserve`: hold back numbers for letters of one day."""
    with writing(args) as register:
        block = reserve_block(
            register,
            the_book(register, args.book).key,
            day=day_typed(register, args.date),
            on=today(register),
            count=args.count,
            classification=args.code,
        )
        print(f"{order_text(block[0])}–{order_text(block[-1])}")
    return DONE


def elsewhere(args: Namespace) -> int:
    """`number elsewhere`: a number that another system gave in this book."""
    with writing(args) as register:
        entry = record_elsewhere(
            register,
            the_book(register, args.book).key,
            text=args.number,
            dated_on=day_typed(register, args.date),
            on=today(register),
            subject=args.subject,
            system=args.system,
        )
        print(_("Dicatat: {number}").format(number=entry.text))
    return DONE


def insert(args: Namespace) -> int:
    """`number insert`: a forgotten letter takes its neighbour's number with a letter (12.a)."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        before = entry_named(register, args.after, str(letter.book))
        entry = insert_after(register, letter.id, before.id, reason=args.reason, on=today(register))
        print(entry.text)
    return DONE


def void(args: Namespace) -> int:
    """`number void`: the number stays in the book as BATAL."""
    with writing(args) as register:
        entry = void_number(register, entry_named(register, args.number).id, reason=args.reason)
        print(_("BATAL: {number}").format(number=entry.text or order_text(entry)))
    return DONE


def list_books(args: Namespace) -> int:
    """`number books`: the books, their patterns, and the number each would give today."""
    with (writing if args.save else reading)(args) as register:
        if args.save:
            take_over(register)
        on, entries = today(register), entries_of(register)
        rows = [
            [
                book.key,
                book.name,
                book.pattern,
                _(BOOK_SCOPE_NAMES[book.scope]),
                _following(book, on, entries),
            ]
            for book in books_of(register)
        ]
    headings = [_("Kunci"), _("Nama buku"), _("Pola nomor"), _("Urutan"), _("Urut berikutnya")]
    print("\n".join(table(headings, rows)))
    return DONE


def print_book(args: Namespace) -> int:
    """`number print`: agenda surat keluar of a book and a year."""
    from ui.papers import outgoing_book_pdf, save

    with writing(args) as register:
        take_over(register)
        book = the_book(register, args.book)
        paper = outgoing_book_pdf(register, book.id, year=args.year)
    path = save(paper, args.to, replace=args.force)
    print(f"{path}  {size(path)}")
    return DONE


def the_book(register: Register, typed: str) -> Book:
    """The book meant, by its key or the beginning of its name."""
    books = books_of(register)
    found = best_matches(typed, [(book, (book.key, book.name)) for book in books])
    if len(found) != 1:
        known = ", ".join(book.key for book in books)
        told = _("Buku nomor “{typed}” tidak ada; pilihannya {known}.")
        raise CensusDeskError(told.format(typed=clean(typed), known=known))
    return found[0]


def _explained(rows: Sequence[LedgerRow]) -> list[str]:
    """Under the table, whole: why a number is on no letter, or how it came into the book."""
    return ["", *(f"{row.order}: {clean(row.note)}" for row in rows if row.note)]


def _following(book: Book, on: date, entries: Sequence[NumberEntry]) -> str:
    """The next sequence; of a book numbered by classification none can be told without a code."""
    if book.scope is BookScope.CLASSIFICATION:
        return ""
    line = line_of(book, on)
    return str(next_sequence(book, line, in_line(entries, line)))
