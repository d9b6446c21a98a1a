"""Number books: which series a letter is numbered in, by whom, and in which form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, refuse, require
from census_desk.errors import CensusDeskError
from census_desk.letters.ledger.pattern import (
    InsertForm,
    NumberParts,
    fields_of,
    pattern_problem,
)
from census_desk.people import POST_KIND_NAMES, PostKind
from census_desk.register import Register
from census_desk.resource_files import read_json
from census_desk.words import N_, _

DEFAULTS = "books/books.json"
MOST_DIGITS = 9


class BookScope(StrEnum):
    """What shares one line of sequence numbers."""

    BOOK = "buku"
    CLASSIFICATION = "klasifikasi"
    ALL = "semua"


class BackDating(StrEnum):
    """What happens to a letter dated before the last numbered one."""

    REFUSE = "tolak"
    RECORD = "catat"


BOOK_SCOPE_NAMES = {
    BookScope.BOOK: N_("Satu urutan untuk buku ini"),
    BookScope.CLASSIFICATION: N_("Satu urutan per kode klasifikasi"),
    BookScope.ALL: N_("Satu urutan bersama untuk semua buku"),
}
BACK_DATING_NAMES = {
    BackDating.REFUSE: N_("Ditolak"),
    BackDating.RECORD: N_("Dicatat sebagai tanggal mundur"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book letters take their numbers from; `key` is what `Letter.book` says.

    `first_number` is where the line begins: in `first_year` only (an office that starts using the
    desk in mid-year), or in every year when that is None. `signed_by` empty means anyone.
    """

    id: str
    key: str
    name: str
    signed_by: tuple[PostKind, ...] = ()
    pattern: str
    scope: BookScope = BookScope.BOOK
    restarts_yearly: bool = True
    back_dating: BackDating = BackDating.REFUSE
    first_number: int = 1
    first_year: int | None = None
    digits: int = 1
    insert_form: InsertForm = InsertForm.DOT
    unit: str = ""
    secrecy: str = ""
    kind: str = ""
    work_unit: str = ""
    archive: str = ""
    is_incoming: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        refuse(book_problems(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of sequence numbers: `series` names what shares it, `year` is 0 without restart."""

    series: str
    year: int


class BookNotFound(CensusDeskError):
    """A letter names a book the register does not have."""

    def __init__(self, key: str) -> None:
        super().__init__(
            _("Buku nomor “{key}” belum ada; tambahkan di Pengaturan, Buku nomor.").format(key=key)
        )


def book_problems(book: Book) -> dict[str, str]:
    """Field to sentence for a book that cannot number letters as it is."""
    problems: dict[str, str] = {}
    require(problems, "key", book.key, _("Kunci buku"))
    require(problems, "name", book.name, _("Nama buku"))
    limit(problems, "name", book.name, _("Nama buku"), 80)
    limit(problems, "key", book.key, _("Kunci buku"), 20)
    limit(problems, "pattern", book.pattern, _("Pola nomor"), 120)
    limit(problems, "note", book.note, _("Catatan"))
    if problem := pattern_problem(book.pattern):
        problems["pattern"] = problem
    elif book.scope is BookScope.CLASSIFICATION and "klasifikasi" not in fields_of(book.pattern):
        problems["pattern"] = _(
            "Urutan per klasifikasi memerlukan {klasifikasi} dalam pola, "
            "kalau tidak dua surat bernomor sama."
        )
    if "/" in book.key:
        problems["key"] = _("Kunci buku tidak boleh memuat garis miring.")
    if book.first_number < 1:
        problems["first_number"] = _("Nomor pertama paling kecil 1.")
    if not 1 <= book.digits <= MOST_DIGITS:
        problems["digits"] = _("Banyak angka antara 1 dan {most}.").format(most=MOST_DIGITS)
    return problems


def line_of(book: Book, on: date, classification: str = "") -> Line:
    """The line a letter of that day is numbered in; it restarts with the calendar year.

    (Tahun takwim: domain/letters.md 4.)
    """
    series = {
        BookScope.BOOK: book.key,
        BookScope.CLASSIFICATION: f"{book.key}/{classification}",
        BookScope.ALL: "",
    }[book.scope]
    return Line(series=series, year=on.year if book.restarts_yearly else 0)


def first_number(book: Book, year: int) -> int:
    """Where the line of that year begins."""
    return book.first_number if book.first_year in (None, year) or not year else 1


def whole_parts(book: Book, parts: NumberParts) -> NumberParts:
    """The letter's own parts, the book's where the letter has none."""
    return NumberParts(
        classification=parts.classification.strip(),
        unit=parts.unit.strip() or book.unit,
        secrecy=parts.secrecy.strip() or book.secrecy,
        kind=parts.kind.strip() or book.kind,
        work_unit=parts.work_unit.strip() or book.work_unit,
        archive=parts.archive.strip() or book.archive,
    )


def signer_problem(book: Book, post: PostKind) -> str:
    """The sentence for a post that does not sign in this book, "" for one that does.

    BPS numbers are not the secretary's to issue, nor his BPS's (domain/letters.md 4).
    """
    if not book.signed_by or post in book.signed_by:
        return ""
    return _("{book} memuat surat yang ditandatangani {posts}, bukan {post}.").format(
        book=book.name,
        posts=", ".join(_in_sentence(one) for one in book.signed_by),
        post=_in_sentence(post),
    )


def book_of(books: Iterable[Book], key: str) -> Book:
    """The book with that key; BookNotFound if none."""
    for book in books:
        if book.key == key:
            return book
    raise BookNotFound(key)


def default_books(regency_code: str, new_id: Callable[[], str]) -> list[Book]:
    """The books that ship with the desk; the satker code of BPS follows from the area code.

    (3319 gives 33190, by analogy with 18100 of 1810: domain/letters.md 4.)
    """
    listed = read_json(DEFAULTS)
    assert isinstance(listed, list)
    return [_book(one, regency_code, new_id()) for one in listed]


def add_default_books(
    register: Register, *, regency_code: str, new_id: Callable[[], str]
) -> list[Book]:
    """Save the shipped books whose key the register does not have; the ones added."""
    with register.change(_("Menyiapkan buku nomor")):
        known = {book.key for book in register.collection("books").all()}
        fresh = [one for one in default_books(regency_code, new_id) if one.key not in known]
        register.collection("books").add_many(fresh)
    return fresh


def _in_sentence(post: PostKind) -> str:
    name = _(POST_KIND_NAMES[post])
    return name[:1].lower() + name[1:]


def _book(one: dict[str, str], regency_code: str, book_id: str) -> Book:
    area = regency_code.replace(".", "")
    return Book(
        id=book_id,
        key=one["key"],
        name=one["name"],
        signed_by=tuple(PostKind[name.upper()] for name in one.get("signed_by", "").split()),
        pattern=one["pattern"],
        back_dating=BackDating(one.get("back_dating", BackDating.REFUSE)),
        secrecy=one.get("secrecy", ""),
        kind=one.get("kind", ""),
        work_unit=f"{area}0" if one.get("work_unit") == "area" and area else "",
        is_incoming=one.get("direction") == "in",
        note=one["note"],
    )
