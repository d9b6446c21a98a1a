"""Taking numbers: inside one commit, so that two desks at once never get the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from census_desk.letters.ledger.adopting import take_over, voided
from census_desk.letters.ledger.book import (
    BackDating,
    Book,
    Line,
    book_of,
    line_of,
    signer_problem,
    whole_parts,
)
from census_desk.letters.ledger.entry import GIVEN, NumberEntry, NumberStatus
from census_desk.letters.ledger.order import (
    back_dating_problem,
    in_line,
    next_sequence,
    order_problem,
)
from census_desk.letters.ledger.pattern import NumberParts, text_of
from census_desk.letters.ledger.refusals import (
    AlreadyNumbered,
    BackDated,
    DateMoved,
    NotNumbered,
    NumberGone,
    VoidLetter,
    WrongSigner,
)
from census_desk.letters.letter import UNISSUED, Letter, LetterStatus
from census_desk.register import Register
from census_desk.words import _

NO_PARTS = NumberParts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a number is asked for: the letter's date and facts, and the day of asking."""

    dated_on: date
    on: date
    subject: str
    parts: NumberParts
    letter_id: str = ""
    status: NumberStatus = NumberStatus.USED


def take_number(
    register: Register,
    letter_id: str,
    *,
    on: date,
    parts: NumberParts = NO_PARTS,
    provisional: bool = False,
    new_id: Callable[[], str] | None = None,
) -> NumberEntry:
    """The next number of the letter's book, on the letter and in the ledger, in one final commit.

    `on` is today; the year and the month come from the letter's own date. A provisional number
    leaves the letter a draft until `confirm_number`. Raises AlreadyNumbered, VoidLetter,
    WrongSigner, BookNotFound, MissingParts, BackDated, and InvalidRecord for a letter that is not
    whole: then no number is spent.
    """
    ids = new_id or register.ids
    with register.change(_("Mengambil nomor surat"), final=True) as step:
        take_over(register, ids)
        letter, book = letter_to_number(register, letter_id)
        status = NumberStatus.PROVISIONAL if provisional else NumberStatus.USED
        wish = wish_of(letter, on, parts, status)
        entry = _next_entry(register, book, wish, ids())
        register.collection("numbers").add(entry)
        put_on_letter(register, letter, entry)
        step.what = _("Mengambil nomor {number}: {subject}").format(
            number=entry.text, subject=letter.subject[:60]
        )
    return entry


def take_in_book(
    register: Register,
    book_key: str,
    *,
    dated_on: date,
    on: date,
    subject: str,
    parts: NumberParts = NO_PARTS,
    new_id: Callable[[], str] | None = None,
) -> NumberEntry:
    """The next number of a book for what is no Letter here: incoming mail, a paper from elsewhere.

    Raises BookNotFound, MissingParts, BackDated.
    """
    ids = new_id or register.ids
    with register.change(_("Mengambil nomor"), final=True) as step:
        take_over(register, ids)
        book = book_of(register.collection("books").all(), book_key)
        wish = Wish(dated_on=dated_on, on=on, subject=subject, parts=parts)
        entry = _next_entry(register, book, wish, ids())
        register.collection("numbers").add(entry)
        step.what = _("Mengambil nomor {number} di {book}").format(
            number=entry.text, book=book.name
        )
    return entry


def confirm_number(register: Register, letter_id: str) -> NumberEntry:
    """The letter is signed: its provisional number is used from now on.

    Raises NotNumbered, DateMoved when the letter's date has left the month the number was made
    for, BackDated when its date no longer fits the order, InvalidRecord for a letter not whole.
    """
    with register.change(_("Menetapkan nomor surat"), final=True) as step:
        take_over(register, register.ids)
        letter = register.collection("letters").get(letter_id)
        entry = _provisional_of(register, letter)
        book = book_of(register.collection("books").all(), entry.book)
        used = _moved(register, book, entry, letter.dated_on)
        used = replace(used, status=NumberStatus.USED, subject=letter.subject)
        register.collection("numbers").replace(used)
        put_on_letter(register, letter, used)
        step.what = _("Menetapkan nomor {number}").format(number=used.text)
    return used


def void_number(register: Register, entry_id: str, *, reason: str) -> NumberEntry:
    """The number stays in the book as BATAL and is never given again.

    A signed letter becomes void with it; a draft only loses its provisional number. Raises
    NumberGone for a number that is void already, InvalidRecord without a reason.
    """
    with register.change(_("Membatalkan nomor"), final=True) as step:
        take_over(register, register.ids)
        entry: NumberEntry = register.collection("numbers").get(entry_id)
        if entry.status is NumberStatus.VOID:
            raise NumberGone(entry)
        gone = voided(entry, reason.strip())
        register.collection("numbers").replace(gone)
        _void_letter(register, entry, gone.reason)
        step.what = _("Membatalkan nomor {number}: {reason}").format(
            number=entry.text or entry.sequence, reason=gone.reason
        )
    return gone


# parts the other ways of getting a number share


def letter_to_number(register: Register, letter_id: str) -> tuple[Letter, Book]:
    """The letter and its book, when it may take a number; see `take_number` for what it raises."""
    letter: Letter = register.collection("letters").get(letter_id)
    if letter.status is LetterStatus.VOID:
        raise VoidLetter
    if letter.number.strip():
        raise AlreadyNumbered(letter.number, provisional=letter.status in UNISSUED)
    book = book_of(register.collection("books").all(), str(letter.book))
    signatory = register.collection("signatories").find(letter.signatory_id)
    if signatory and (problem := signer_problem(book, signatory.post_kind)):
        raise WrongSigner(problem)
    return letter, book


def wish_of(letter: Letter, on: date, parts: NumberParts, status: NumberStatus) -> Wish:
    """What that letter asks for; its own classification where no other is named."""
    parts = replace(parts, classification=parts.classification or letter.classification)
    return Wish(
        dated_on=letter.dated_on,
        on=on,
        subject=letter.subject,
        parts=parts,
        letter_id=letter.id,
        status=status,
    )


def entry_at(
    book: Book, line: Line, sequence: int, suffix: str, wish: Wish, entry_id: str
) -> NumberEntry:
    """A row with its printed number; MissingParts when the pattern asks for more."""
    return NumberEntry(
        id=entry_id,
        book=book.key,
        series=line.series,
        year=line.year,
        sequence=sequence,
        suffix=suffix,
        text=number_text(book, sequence, suffix, wish),
        status=wish.status,
        letter_id=wish.letter_id,
        subject=wish.subject,
        classification=whole_parts(book, wish.parts).classification,
        dated_on=wish.dated_on,
        taken_on=wish.on,
    )


def number_text(book: Book, sequence: int, suffix: str, wish: Wish) -> str:
    """The printed number of that place in the book."""
    return text_of(
        book.pattern,
        sequence=sequence,
        suffix=suffix,
        on=wish.dated_on,
        parts=whole_parts(book, wish.parts),
        digits=book.digits,
        insert_form=book.insert_form,
    )


def put_on_letter(register: Register, letter: Letter, entry: NumberEntry) -> None:
    """Write the number on the letter; a used one makes a draft a numbered letter."""
    status = letter.status
    if entry.status is NumberStatus.USED and status in UNISSUED:
        status = LetterStatus.NUMBERED
    register.collection("letters").replace(replace(letter, number=entry.text, status=status))


def rows_of_line(register: Register, line: Line) -> list[NumberEntry]:
    """The saved rows of one line in their order."""
    return in_line(register.collection("numbers").all(), line)


def back_dating_of(book: Book, day: date, rows: list[NumberEntry]) -> str:
    """The sentence to record for a back-dated number, "" for one in order; BackDated if refused."""
    problem = back_dating_problem(day, rows)
    if problem and book.back_dating is BackDating.REFUSE:
        raise BackDated(problem, book)
    return back_dating_problem(day, rows, str)


def _next_entry(register: Register, book: Book, wish: Wish, entry_id: str) -> NumberEntry:
    parts = whole_parts(book, wish.parts)
    line = line_of(book, wish.dated_on, parts.classification)
    rows = rows_of_line(register, line)
    problem = back_dating_of(book, wish.dated_on, rows)
    sequence = _free_sequence(register, book, wish, next_sequence(book, line, rows))
    entry = entry_at(book, line, sequence, "", wish, entry_id)
    return replace(entry, is_back_dated=bool(problem), reason=problem)


def _free_sequence(register: Register, book: Book, wish: Wish, sequence: int) -> int:
    """Past numbers that read alike: a book whose scope changed begins a new line in mid-year."""
    used = {
        one.text
        for one in register.collection("numbers").all()
        if one.book == book.key and (not one.dated_on or one.dated_on.year == wish.dated_on.year)
    }
    while number_text(book, sequence, "", wish) in used:
        sequence += 1
    return sequence


def _provisional_of(register: Register, letter: Letter) -> NumberEntry:
    for one in register.collection("numbers").all():
        if one.letter_id == letter.id and one.status is NumberStatus.PROVISIONAL:
            found: NumberEntry = one
            return found
    raise NotNumbered


def _moved(register: Register, book: Book, entry: NumberEntry, day: date) -> NumberEntry:
    """The row with the letter's date of today, which may have changed since it was taken."""
    if entry.dated_on is None or day == entry.dated_on:
        return entry
    if (day.year, day.month) != (entry.dated_on.year, entry.dated_on.month):
        raise DateMoved(entry, day)
    if entry.reserved_for:
        raise DateMoved(entry, day)
    moved = replace(entry, dated_on=day)
    line = Line(series=entry.series, year=entry.year)
    rows = rows_of_line(register, line)
    if book.back_dating is BackDating.REFUSE and (refusal := order_problem(moved, rows)):
        raise BackDated(refusal, book)
    problem = order_problem(moved, rows, str)
    return replace(moved, is_back_dated=bool(problem), reason=problem or entry.reason)


def _void_letter(register: Register, entry: NumberEntry, reason: str) -> None:
    letter = register.collection("letters").find(entry.letter_id)
    if letter is None or letter.number.strip() != entry.text or entry.status not in GIVEN:
        return
    if letter.status in UNISSUED:
        changed = replace(letter, number="")
    else:
        changed = replace(letter, status=LetterStatus.VOID, status_note=reason)
    register.collection("letters").replace(changed)
