"""Surat (letters): what one is, and what makes it fit to be kept or issued."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import BODY_LIMIT, limit, refuse, require
from census_desk.words import N_, _


class LetterKind(StrEnum):
    """Kinds of naskah dinas the desk writes."""

    CIRCULAR = "edaran"


class LetterStatus(StrEnum):
    """How far a letter has come."""

    DRAFT = "draf"
    NUMBERED = "bernomor"
    SENT = "terkirim"
    CLOSED = "selesai"
    VOID = "batal"


class LetterBook(StrEnum):
    """The number series: letters of different signatories never share one (domain rule 5)."""

    REGENT = "Bupati"
    SECRETARIAT = "Setda"
    CIRCULARS = "Edaran"
    BPS = "BPS"


LETTER_KIND_NAMES = {LetterKind.CIRCULAR: N_("Surat edaran")}
LETTER_STATUS_NAMES = {
    LetterStatus.DRAFT: N_("Draf"),
    LetterStatus.NUMBERED: N_("Bernomor"),
    LetterStatus.SENT: N_("Terkirim"),
    LetterStatus.CLOSED: N_("Selesai"),
    LetterStatus.VOID: N_("Dibatalkan"),
}
LETTER_BOOK_NAMES = {
    LetterBook.REGENT: N_("Buku Bupati"),
    LetterBook.SECRETARIAT: N_("Buku Setda"),
    LetterBook.CIRCULARS: N_("Buku Surat Edaran"),
    LetterBook.BPS: N_("Buku BPS"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter; a circular's body is Markdown text with {field} names from letters/fields.py.

    `office_ids` are the offices that get a copy (none means every office of the register);
    `recipients` are the lines printed after "Yth."; `profile` is "" when the date decides.
    """

    id: str
    kind: LetterKind = LetterKind.CIRCULAR
    subject: str
    book: LetterBook = LetterBook.CIRCULARS
    number: str = ""
    dated_on: date
    place: str
    letterhead_id: str = ""
    signatory_id: str = ""
    on_behalf_of: str = ""
    profile: str = ""
    recipients: tuple[str, ...] = ()
    recipients_at: str = ""
    office_ids: tuple[str, ...] = ()
    body: str = ""
    copy_to: tuple[str, ...] = ()
    status: LetterStatus = LetterStatus.DRAFT
    status_note: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        refuse(letter_problems(self))


def letter_problems(letter: Letter) -> dict[str, str]:
    """Field to sentence for a letter that cannot be kept as it is (a draft may be incomplete)."""
    problems: dict[str, str] = {}
    require(problems, "subject", letter.subject, _("Tentang"))
    require(problems, "place", letter.place, _("Tempat"))
    limit(problems, "subject", letter.subject, _("Tentang"), 300)
    limit(problems, "number", letter.number, _("Nomor"), 60)
    limit(problems, "body", letter.body, _("Isi"), BODY_LIMIT)
    limit(problems, "note", letter.note, _("Catatan"))
    if letter.status not in (LetterStatus.DRAFT, LetterStatus.VOID):
        _must_be_whole(problems, letter)
    if letter.status is LetterStatus.VOID and not letter.status_note.strip():
        problems["status_note"] = _("Surat batal memerlukan alasan.")
    return problems


def _must_be_whole(problems: dict[str, str], letter: Letter) -> None:
    require(problems, "number", letter.number, _("Nomor"))
    require(problems, "letterhead_id", letter.letterhead_id, _("Kop"))
    require(problems, "signatory_id", letter.signatory_id, _("Penanda tangan"))
    require(problems, "body", letter.body, _("Isi"))
    if not any(line.strip() for line in letter.recipients):
        problems.setdefault("recipients", _("Alamat tujuan (Yth.) belum diisi."))


def number_key(letter: Letter) -> tuple[str, int, str]:
    """Uniqueness of a typed number: its book, its year, and the number without blanks or case."""
    return letter.book.value, letter.dated_on.year, re.sub(r"\s+", "", letter.number).casefold()


def same_number(letter: Letter, others: Iterable[Letter]) -> Letter | None:
    """The other letter that already bears this number in the same book and year, void ones too."""
    if not letter.number.strip():
        return None
    key = number_key(letter)
    return next(
        (o for o in others if o.id != letter.id and o.number and number_key(o) == key), None
    )
