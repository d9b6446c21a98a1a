"""Surat (letters): what one is, and what makes it fit to be kept or issued."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import BODY_LIMIT, count, limit, refuse, require
from census_desk.nip import nip_problem
from census_desk.words import N_, _


class LetterKind(StrEnum):
    """Kinds of naskah dinas the desk writes."""

    CIRCULAR = "edaran"
    INVITATION = "undangan"
    OFFICIAL = "surat dinas"
    ASSIGNMENT = "surat tugas"
    COVER = "surat pengantar"
    NOTULA = "notula"
    REPORT = "laporan"
    MINUTES = "berita acara"


class Nature(StrEnum):
    """Sifat, as the paper says it: urgency, or that it is confidential (domain/letters.md 2.2)."""

    ORDINARY = "Biasa"
    URGENT = "Segera"
    VERY_URGENT = "Sangat Segera"
    CONFIDENTIAL = "Rahasia"


class Relation(StrEnum):
    """What a letter is to the one it cites."""

    NONE = ""
    REMINDER = "pengingat"
    CHANGE = "perubahan"
    CORRECTION = "ralat"
    ANSWER = "jawaban"


class LetterStatus(StrEnum):
    """How far a letter has come."""

    DRAFT = "draf"
    CHECKED = "diperiksa"
    NUMBERED = "bernomor"
    SIGNED = "ditandatangani"
    SENT = "terkirim"
    CLOSED = "selesai"
    VOID = "batal"
    REPLACED = "diganti"


class LetterBook(StrEnum):
    """Keys of the books every desk begins with; letters of different signatories never share one.

    (Domain rule 5. An office may add books of its own: `Letter.book` is a plain key.)
    """

    REGENT = "Bupati"
    SECRETARIAT = "Setda"
    CIRCULARS = "Edaran"
    BPS = "BPS"


LETTER_KIND_NAMES = {
    LetterKind.CIRCULAR: N_("Surat edaran"),
    LetterKind.INVITATION: N_("Surat undangan"),
    LetterKind.OFFICIAL: N_("Surat dinas"),
    LetterKind.ASSIGNMENT: N_("Surat tugas"),
    LetterKind.COVER: N_("Surat pengantar"),
    LetterKind.NOTULA: N_("Notula"),
    LetterKind.REPORT: N_("Laporan kegiatan"),
    LetterKind.MINUTES: N_("Berita acara"),
}
NATURE_NAMES = {
    Nature.ORDINARY: N_("Biasa"),
    Nature.URGENT: N_("Segera"),
    Nature.VERY_URGENT: N_("Sangat Segera"),
    Nature.CONFIDENTIAL: N_("Rahasia"),
}
RELATION_NAMES = {
    Relation.NONE: N_("Surat baru"),
    Relation.REMINDER: N_("Pengingat surat lain"),
    Relation.CHANGE: N_("Perubahan surat lain"),
    Relation.CORRECTION: N_("Ralat surat lain"),
    Relation.ANSWER: N_("Jawaban surat masuk"),
}
LETTER_STATUS_NAMES = {
    LetterStatus.DRAFT: N_("Draf"),
    LetterStatus.CHECKED: N_("Diperiksa"),
    LetterStatus.NUMBERED: N_("Bernomor"),
    LetterStatus.SIGNED: N_("Ditandatangani"),
    LetterStatus.SENT: N_("Terkirim"),
    LetterStatus.CLOSED: N_("Selesai"),
    LetterStatus.VOID: N_("Dibatalkan"),
    LetterStatus.REPLACED: N_("Diganti"),
}
LETTER_BOOK_NAMES = {
    LetterBook.REGENT: N_("Buku Bupati"),
    LetterBook.SECRETARIAT: N_("Buku Setda"),
    LetterBook.CIRCULARS: N_("Buku Surat Edaran"),
    LetterBook.BPS: N_("Buku BPS"),
}
# Not issued yet: no number, or a provisional one only.
UNISSUED = (LetterStatus.DRAFT, LetterStatus.CHECKED)
# No longer to be followed; their record and number stay.
OUT_OF_USE = (LetterStatus.VOID, LetterStatus.REPLACED)
# In force: issued, and neither void nor replaced.
IN_FORCE = (
    LetterStatus.NUMBERED,
    LetterStatus.SIGNED,
    LetterStatus.SENT,
    LetterStatus.CLOSED,
)
# A notula takes no number, nor does a report (domain/letters.md 2.5 and 4).
WITHOUT_NUMBER = (LetterKind.NOTULA, LetterKind.REPORT)
SECOND_PARTY = "PIHAK KEDUA"  # as a berita acara calls whoever signs at the left
# Papers that are about something rather than to somebody: no "Yth." line.
WITHOUT_ADDRESSEE = (
    LetterKind.ASSIGNMENT,
    LetterKind.NOTULA,
    LetterKind.REPORT,
    LetterKind.MINUTES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A lampiran printed with the letter, in Markdown; numbered with Roman numerals if several."""

    title: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignee:
    """One person a surat tugas sends (or a party of a berita acara), as printed.

    A person without NIP (mitra, perangkat desa) has an empty one: "-" is printed.
    """

    name: str
    nip: str = ""
    rank: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverItem:
    """One line of a surat pengantar: what is sent, how many ("2 berkas"), and a remark."""

    what: str
    count: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter; its body is Markdown text with {field} names from letters/fields.py.

    `book` is the key of a number book. `office_ids` are the offices that get a copy (none means
    every office of the register); `recipients` are the lines printed after "Yth.", or on a list of
    their own when `recipients_attached` ("Yth. Daftar Terlampir"). `attachments` are printed with
    the letter, `attachment_count` counts the loose ones that lie beside it. `refers_to_id` is the
    letter that `relation` speaks about, `incoming_id` the incoming letter this one answers.
    `electronic` leaves room for a TTE. `profile` is "" when the date decides.
    """

    id: str
    kind: LetterKind = LetterKind.CIRCULAR
    subject: str
    nature: Nature = Nature.ORDINARY
    classification: str = ""
    book: str = LetterBook.CIRCULARS
    number: str = ""
    revision: int = 0
    dated_on: date
    place: str
    letterhead_id: str = ""
    signatory_id: str = ""
    on_behalf_of: str = ""
    profile: str = ""
    recipients: tuple[str, ...] = ()
    recipients_at: str = ""
    recipients_attached: bool = False
    office_ids: tuple[str, ...] = ()
    body: str = ""
    assignees: tuple[Assignee, ...] = ()
    items: tuple[CoverItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attachment_count: int = 0
    attachment_unit: str = "berkas"
    copy_to: tuple[str, ...] = ()
    relation: Relation = Relation.NONE
    refers_to_id: str = ""
    incoming_id: str = ""
    session_id: str = ""
    visit_id: str = ""
    reply_due_on: date | None = None
    electronic: bool = False
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
    count(problems, "attachment_count", letter.attachment_count, _("Jumlah lampiran"))
    problems |= _parts_problems(letter)
    if letter.status not in (*UNISSUED, LetterStatus.VOID):
        _must_be_whole(problems, letter)
    if letter.status in OUT_OF_USE and not letter.status_note.strip():
        problems["status_note"] = (
            _("Surat batal memerlukan alasan.")
            if letter.status is LetterStatus.VOID
            else _("Sebutkan surat penggantinya.")
        )
    return problems


def _parts_problems(letter: Letter) -> dict[str, str]:
    problems: dict[str, str] = {}
    for one in letter.attachments:
        require(problems, "attachments", one.title, _("Judul lampiran"))
        limit(problems, "attachments", one.title, _("Judul lampiran"), 300)
        limit(problems, "attachments", one.body, _("Isi lampiran"), BODY_LIMIT)
    for person in letter.assignees:
        require(problems, "assignees", person.name, _("Nama petugas"))
        for text in (person.name, person.rank, person.position):
            limit(problems, "assignees", text, _("Keterangan petugas"), 160)
        if person.nip and (problem := nip_problem(person.nip)):
            problems.setdefault("assignees", problem)
    for item in letter.items:
        require(problems, "items", item.what, _("Jenis yang dikirim"))
        for text in (item.what, item.count, item.note):
            limit(problems, "items", text, _("Baris pengantar"))
    return problems


def _must_be_whole(problems: dict[str, str], letter: Letter) -> None:
    if letter.kind not in WITHOUT_NUMBER:
        require(problems, "number", letter.number, _("Nomor"))
    for field, sentence in missing_parts_of(letter).items():
        problems.setdefault(field, sentence)


def missing_parts_of(letter: Letter) -> dict[str, str]:
    """Field to sentence for what the letter still needs before it may be issued, its number aside.

    A surat tugas names people instead of addressees, a surat pengantar lists items.
    """
    problems: dict[str, str] = {}
    require(problems, "letterhead_id", letter.letterhead_id, _("Kop"))
    require(problems, "signatory_id", letter.signatory_id, _("Penanda tangan"))
    if letter.kind is LetterKind.COVER:
        if not letter.items:
            problems["items"] = _("Daftar yang dikirim belum diisi.")
    else:
        require(problems, "body", letter.body, _("Isi"))
    if letter.kind is LetterKind.ASSIGNMENT and not (letter.assignees or letter.attachments):
        problems["assignees"] = _("Petugas yang ditugaskan belum diisi.")
    if letter.kind is LetterKind.MINUTES and SECOND_PARTY in letter.body and not letter.assignees:
        problems["assignees"] = _("PIHAK KEDUA disebut dalam teks, tetapi belum diisi.")
    has_addressee = letter.recipients_attached or any(map(str.strip, letter.recipients))
    if letter.kind not in WITHOUT_ADDRESSEE and not has_addressee:
        problems["recipients"] = _("Alamat tujuan (Yth.) belum diisi.")
    return problems


def number_key(letter: Letter) -> tuple[str, int, str]:
    """Uniqueness of a typed number: its book, its year, and the number without blanks or case."""
    return str(letter.book), letter.dated_on.year, re.sub(r"\s+", "", letter.number).casefold()


def same_number(letter: Letter, others: Iterable[Letter]) -> Letter | None:
    """The other letter that already bears this number in the same book and year, void ones too."""
    if not letter.number.strip():
        return None
    key = number_key(letter)
    return next(
        (o for o in others if o.id != letter.id and o.number and number_key(o) == key), None
    )
