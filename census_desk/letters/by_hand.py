"""What may be typed on a letter by hand: never a step, and only a number its book can read."""

from census_desk.errors import InvalidRecord
from census_desk.letters.ledger.book import Book, default_books
from census_desk.letters.ledger.pattern import reading_of
from census_desk.letters.letter import (
    LETTER_STATUS_NAMES,
    OUT_OF_USE,
    UNISSUED,
    Letter,
    LetterStatus,
)
from census_desk.register import Register
from census_desk.words import N_, _

# Status -> the step that leads there: its words in the window, its command.
STEP_TO = {
    LetterStatus.DRAFT: (N_("Revisi…"), "revise"),
    LetterStatus.CHECKED: (N_("Periksa"), "check"),
    LetterStatus.NUMBERED: (N_("Terbitkan…"), "issue"),
    LetterStatus.SIGNED: (N_("Sudah ditandatangani"), "sign"),
    LetterStatus.SENT: (N_("Tandai terkirim"), "sent"),
    LetterStatus.CLOSED: (N_("Selesaikan surat"), "close"),
    LetterStatus.VOID: (N_("Batalkan surat…"), "void"),
    LetterStatus.REPLACED: (N_("Diganti surat lain…"), "replace"),
}


def refuse_steps_by_hand(register: Register, saved: Letter | None, letter: Letter) -> None:
    """Raise InvalidRecord when typing would move a letter on or number it past the ledger.

    A draft may bear the number of an old letter, as far as its book's pattern reads it; a checked
    letter may become a draft again. All else is done by the letter's own steps.
    """
    refuse_status_by_hand(saved, letter.status)
    if problem := _number_problem(register, saved, letter):
        raise InvalidRecord({"number": problem})


def refuse_status_by_hand(saved: Letter | None, status: LetterStatus) -> None:
    """Raise InvalidRecord for a status only a step gives; before what else the letter lacks."""
    before = saved.status if saved else LetterStatus.DRAFT
    if problem := _status_problem(before, status):
        raise InvalidRecord({"status": problem})


def _status_problem(before: LetterStatus, status: LetterStatus) -> str:
    if status is before or (status is LetterStatus.DRAFT and before in UNISSUED):
        return ""
    if before in OUT_OF_USE:
        sentence = _("Surat berstatus {status} tidak diubah lagi statusnya; susun surat baru.")
        return sentence.format(status=_(LETTER_STATUS_NAMES[before]))
    action, command = STEP_TO[status]
    return _(
        "Status {status} tidak diketik; pakai langkah “{action}” (census-desk {command})."
    ).format(status=_(LETTER_STATUS_NAMES[status]), action=_(action), command=command)


def _number_problem(register: Register, saved: Letter | None, letter: Letter) -> str:
    if letter.number == (saved.number if saved else ""):
        return ""
    if letter.status not in UNISSUED:
        return _(
            "Nomor surat terbit tidak diketik ulang; pakai “Batalkan surat…” (census-desk void), "
            "lalu terbitkan surat baru."
        )
    book = _book(register, letter)
    if not letter.number.strip() or book is None:
        return ""
    reading = reading_of(letter.number, book.pattern, book.insert_form)
    if reading and reading.sequence and reading.year in (None, letter.dated_on.year):
        return ""
    return _(
        "Nomor “{number}” tidak sesuai pola {book}, {pattern}, tahun {year}; kosongkan, lalu "
        "pakai langkah “Terbitkan…” (census-desk issue)."
    ).format(number=letter.number, book=book.name, pattern=book.pattern, year=letter.dated_on.year)


def _book(register: Register, letter: Letter) -> Book | None:
    """The letter's book; of a register that has none yet the one it will begin with."""
    books = register.collection("books").all() or default_books("", lambda: "")
    return next((one for one in books if one.key == str(letter.book)), None)
