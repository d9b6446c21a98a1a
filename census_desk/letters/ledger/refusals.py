"""Why the ledger refuses a number, each with the way out."""

from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date, short_date
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.entry import NumberEntry, entry_title, order_text
from census_desk.words import _


class AlreadyNumbered(CensusDeskError):
    """A letter takes one number."""

    def __init__(self, text: str, *, provisional: bool) -> None:
        super().__init__(
            _(
                "Surat ini sudah memegang nomor sementara {number}; "
                "tetapkan saat ditandatangani, atau batalkan nomornya dulu."
            ).format(number=text)
            if provisional
            else _("Surat ini sudah bernomor {number}.").format(number=text)
        )


class NotNumbered(CensusDeskError):
    """There is no provisional number to confirm."""

    def __init__(self) -> None:
        super().__init__(_("Surat ini belum memegang nomor sementara; ambil nomornya dulu."))


class VoidLetter(CensusDeskError):
    """A void letter takes no number."""

    def __init__(self) -> None:
        super().__init__(_("Surat ini berstatus batal, jadi tidak mengambil nomor."))


class WrongSigner(CensusDeskError):
    """The signatory does not sign in this book."""


class BackDated(CensusDeskError):
    """The book refuses a letter dated before its last one."""

    def __init__(self, problem: str, book: Book) -> None:
        super().__init__(
            _(
                "{problem} {book} menolak tanggal mundur: ganti tanggal surat, pakai nomor "
                "cadangan hari itu, atau sisipkan sesudah nomor terakhir hari itu."
            ).format(problem=problem, book=book.name)
        )


class DateMoved(CensusDeskError):
    """The letter's date left the month its provisional number was made for."""

    def __init__(self, entry: NumberEntry, on: date) -> None:
        super().__init__(
            _(
                "Nomor sementara {number} dibuat untuk bulan lain; surat kini bertanggal {day}. "
                "Batalkan nomor itu, lalu ambil yang baru."
            ).format(number=entry.text, day=long_date(on))
        )


class NumberGone(CensusDeskError):
    """A void number keeps its row and is never given or voided again."""

    def __init__(self, entry: NumberEntry) -> None:
        super().__init__(
            _("Nomor {number} sudah BATAL dan tidak dipakai lagi.").format(
                number=entry_title(entry)
            )
        )


class NotReserved(CensusDeskError):
    """Only a number held back, and still free, can be used as such."""

    def __init__(self, entry: NumberEntry) -> None:
        super().__init__(
            _("Nomor {number} bukan cadangan yang masih kosong; pilih yang lain.").format(
                number=entry_title(entry)
            )
        )


class YearNotOpen(CensusDeskError):
    """A block is held back in the year one works in, or in one the book already counts."""

    def __init__(self, book: Book, day: date, on: date) -> None:
        super().__init__(
            _(
                "{day} bukan di tahun kerja {year}, dan buku {book} belum memberi nomor tahun "
                "{other}; perbaiki tanggalnya atau atur tanggal kerja lebih dulu."
            ).format(day=short_date(day), year=on.year, book=book.name, other=day.year)
        )


class WrongReservation(CensusDeskError):
    """A number held back serves a letter of its own book, day and code."""

    def __init__(self, entry: NumberEntry, day: date, code: str) -> None:
        held = long_date(entry.reserved_for) if entry.reserved_for else "–"
        super().__init__(
            _(
                "Cadangan {number} disimpan untuk {held}{code}, sedangkan surat ini bertanggal "
                "{day}; pilih cadangan yang sesuai."
            ).format(
                number=order_text(entry),
                held=held,
                day=long_date(day),
                code=_(" berkode {code}").format(code=code) if code else "",
            )
        )


class WrongInsertion(CensusDeskError):
    """The letter does not belong after that number."""


class PlaceTaken(CensusDeskError):
    """A number taken elsewhere stands where the ledger already has a row."""

    def __init__(self, entry: NumberEntry) -> None:
        super().__init__(
            _("Nomor urut {number} sudah tercatat di {book}: {text}.").format(
                number=order_text(entry), book=entry.book, text=entry.text or entry.status
            )
        )


class BlockSize(CensusDeskError):
    """A block of numbers held back has a sensible size."""

    def __init__(self, most: int) -> None:
        super().__init__(_("Cadangan antara 1 dan {most} nomor.").format(most=most))
