"""Number, book, classification code and date: what must agree before a number is spent."""

from collections.abc import Iterator

from census_desk.calendar import is_working_day
from census_desk.indonesian import full_date
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.classification import family_problem
from census_desk.letters.ledger.book import BackDating, Book, line_of, signer_problem
from census_desk.letters.ledger.entry import NumberStatus
from census_desk.letters.ledger.order import back_dating_problem, in_line
from census_desk.letters.ledger.pattern import FIELDS, fields_of, reading_of
from census_desk.letters.letter import (
    LETTER_KIND_NAMES,
    UNISSUED,
    WITHOUT_NUMBER,
    Letter,
    LetterBook,
    LetterKind,
)
from census_desk.words import N_, _

SERIES = Rule(
    text=N_("Setiap penanda tangan punya buku nomornya; nomor BPS bukan dari buku Setda."),
    source=N_("Buku agenda: satu seri satu buku"),
)
NUMBERLESS = Rule(
    text=N_("Notula, laporan, dan daftar hadir tidak bernomor surat."),
    source=N_("Rincian penomoran naskah dinas"),
)
CODE = Rule(
    text=N_("Kode klasifikasi mengikuti daftar yang berlaku pada tanggal surat."),
    source=N_("Permendagri 83/2022 Pasal 3; sebelumnya daftar lama"),
)
ORDER = Rule(
    text=N_("Urutan nomor mengikuti urutan tanggal."),
    source=N_("Buku agenda keluar; nomor sisipan dan cadangan"),
)
WORKDAY = Rule(
    text=N_("Surat bertanggal hari kerja dan tidak mendahului hari ini."),
    source=N_("Hari libur nasional dan cuti bersama"),
)

DUE = Rule(
    text=N_("Batas jawaban jatuh pada atau sesudah tanggal surat."),
    source=N_("Asas: jawaban diminta sesudah suratnya ada"),
)


def book_fits_signatory(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """One series for everything (detail 5), and BPS letters from the secretary's book (11)."""
    book = _book(facts, letter)
    if book is None and letter.kind not in WITHOUT_NUMBER:
        sentence = _("Buku nomor “{key}” belum ada; pilih buku lain.").format(key=letter.book)
        yield error("book", sentence, SERIES)
    elif book and book.is_incoming:
        yield error("book", _("Buku agenda masuk bukan untuk surat keluar."), SERIES)
    elif book and facts.signatory:
        problem = signer_problem(book, facts.signatory.post_kind)
        if problem and letter.kind not in WITHOUT_NUMBER:
            yield error("book", problem, SERIES)


def circular_has_own_series(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Circulars are numbered by Bagian Hukum in their own series; other letters are not."""
    is_circular = letter.kind is LetterKind.CIRCULAR
    key = str(letter.book)
    if is_circular and key in (LetterBook.REGENT, LetterBook.SECRETARIAT):
        sentence = _("Surat edaran lazimnya bernomor di buku surat edaran.")
        yield advice("book", sentence, SERIES)
    if not is_circular and key == LetterBook.CIRCULARS and letter.kind not in WITHOUT_NUMBER:
        sentence = _("{kind} tidak bernomor di buku surat edaran.")
        yield error("book", sentence.format(kind=_(LETTER_KIND_NAMES[letter.kind])), SERIES)


def kind_takes_a_number(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Numbers given to a notula or an attendance list (detail 5)."""
    if letter.kind in WITHOUT_NUMBER and letter.number.strip():
        sentence = _("{kind} tidak memakai nomor surat; kosongkan nomornya.")
        yield error("number", sentence.format(kind=_(LETTER_KIND_NAMES[letter.kind])), NUMBERLESS)


def draft_spends_no_number(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A number typed on a draft stands in no book (detail 5)."""
    if not letter.number.strip() or letter.status not in UNISSUED:
        return
    known = any(one.letter_id == letter.id for one in facts.entries)
    if not known:
        sentence = _("Nomor {number} diketik tanpa buku; kosongkan, nomor diambil saat terbit.")
        yield advice("number", sentence.format(number=letter.number), ORDER)


def code_fits_the_date(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """470 on a letter of 2026, 500.14.2 on one of 2020 (detail 6)."""
    code = letter.classification.strip()
    if code and (problem := family_problem(code, letter.dated_on, facts.classifications)):
        yield error("classification", problem, CODE)


def number_bears_its_code(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """What the number says must be what the letter says; a missing code stops the number."""
    book = _book(facts, letter)
    if (
        book is None
        or letter.kind in WITHOUT_NUMBER
        or "klasifikasi" not in fields_of(book.pattern)
    ):
        return
    code = letter.classification.strip()
    if not code and not letter.number.strip():
        sentence = _("Nomor di {book} memerlukan {name}; pilih kodenya.")
        name = _(FIELDS["klasifikasi"][0])
        yield error("classification", sentence.format(book=book.name, name=name), CODE)
    reading = reading_of(letter.number, book.pattern, book.insert_form)
    if reading and code and reading.classification != code:
        sentence = _("Nomor memuat kode {number}, surat berkode {code}.")
        yield error(
            "classification", sentence.format(number=reading.classification, code=code), CODE
        )
    elif reading and not code:
        problem = family_problem(reading.classification, letter.dated_on, facts.classifications)
        if problem:
            yield error("number", problem, CODE)


def number_follows_date(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A letter dated before the last numbered one: refused or recorded, by the book's setting."""
    book = _book(facts, letter)
    has_place = any(
        one.letter_id == letter.id and one.status is not NumberStatus.VOID for one in facts.entries
    )
    if book is None or has_place or letter.kind in WITHOUT_NUMBER or letter.number.strip():
        return
    line = line_of(book, letter.dated_on, letter.classification)
    if problem := back_dating_problem(letter.dated_on, in_line(facts.entries, line)):
        held = any(
            one.status is NumberStatus.RESERVED and one.reserved_for == letter.dated_on
            for one in facts.entries
        )
        if book.back_dating is BackDating.REFUSE and not held:
            yield error("dated_on", problem, ORDER)
        else:
            yield advice("dated_on", problem, ORDER)


def dated_on_a_working_day(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A Sunday's date, or one that is still to come."""
    if not is_working_day(letter.dated_on):
        sentence = _("{day} bukan hari kerja.").format(day=full_date(letter.dated_on))
        yield advice("dated_on", sentence, WORKDAY)
    if letter.dated_on > facts.on:
        sentence = _("Tanggal surat {day} masih akan datang.")
        yield advice("dated_on", sentence.format(day=full_date(letter.dated_on)), WORKDAY)
    if letter.reply_due_on and letter.reply_due_on < letter.dated_on:
        yield error("reply_due_on", _("Batas jawaban mendahului tanggal surat."), DUE)


def _book(facts: CheckFacts, letter: Letter) -> Book | None:
    return next((one for one in facts.books if one.key == str(letter.book)), None)


CHECKS = (
    book_fits_signatory,
    circular_has_own_series,
    kind_takes_a_number,
    draft_spends_no_number,
    code_fits_the_date,
    number_bears_its_code,
    number_follows_date,
    dated_on_a_working_day,
)
