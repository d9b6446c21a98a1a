"""What is kept of a letter beside its record: the frozen paper, and scans of signed pages."""

import base64
import hashlib
from binascii import Error as BadBase64
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, refuse, require
from census_desk.letters.office_font import FrozenFont
from census_desk.words import N_, _

MOST_SCAN_BYTES = 5 * 1024 * 1024
SCAN_TYPES = ("application/pdf", "image/png", "image/jpeg")


class ScanKind(StrEnum):
    """What the scanned page is."""

    SIGNED = "bertanda tangan"
    RECEIPT = "tanda terima"
    INCOMING = "surat masuk"
    SHEET = "daftar hadir"
    PHOTO = "foto kegiatan"


SCAN_KIND_NAMES = {
    ScanKind.SIGNED: N_("Surat bertanda tangan"),
    ScanKind.RECEIPT: N_("Tanda terima atau halaman ekspedisi"),
    ScanKind.INCOMING: N_("Surat masuk"),
    ScanKind.SHEET: N_("Daftar hadir bertanda tangan"),
    ScanKind.PHOTO: N_("Foto kegiatan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A fact of the register as an issued letter said it; `subject` names what it is about.

    `source` is the collection ("phases", "sessions", "visits",
    "signatories"); `subject` is the kind of phase
    or the id of the record.
    """

    source: str
    subject: str
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """The paper of one revision of a letter, frozen when it was issued: reprints are these bytes.

    `pdf` is base64; `code` is the archive code (kode arsip), never a signature; `fonts` are
    the office's own it was set in.
    """

    id: str
    letter_id: str
    revision: int = 0
    number: str = ""
    pdf: str
    sha256: str
    code: str
    issued_on: date
    issued_by: str = ""
    quotes: tuple[Quote, ...] = ()
    fonts: tuple[FrozenFont, ...] = ()

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "letter_id", self.letter_id, _("Surat"))
        require(problems, "pdf", self.pdf, _("Berkas PDF"))
        require(problems, "sha256", self.sha256, "sha256")
        require(problems, "code", self.code, _("Kode arsip"))
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanned page or file of a letter, its receipts, an incoming letter or a session.

    `content` is base64 of a PDF, PNG or JPEG of at most 5 MB. Signed attendance sheets name their
    `sheet_id` beside the session, and the `pages` of it that are on the scan.
    """

    id: str
    kind: ScanKind = ScanKind.SIGNED
    letter_id: str = ""
    incoming_id: str = ""
    session_id: str = ""
    sheet_id: str = ""
    pages: tuple[int, ...] = ()
    name: str
    media_type: str
    content: str
    sha256: str
    added_on: date
    note: str = ""

    def __post_init__(self) -> None:
        refuse(scan_problems(self))


def scan_problems(scan: Scan) -> dict[str, str]:
    """Field to sentence for a scan that cannot be kept."""
    problems: dict[str, str] = {}
    require(problems, "name", scan.name, _("Nama berkas"))
    limit(problems, "name", scan.name, _("Nama berkas"), 200)
    limit(problems, "note", scan.note, _("Catatan"))
    require(problems, "content", scan.content, _("Isi berkas"))
    if scan.media_type not in SCAN_TYPES:
        problems["media_type"] = _("Pindaian harus berupa PDF, PNG, atau JPEG.")
    if len(scan.content) > MOST_SCAN_BYTES * 4 // 3 + 4:
        problems["content"] = _("Pindaian paling besar 5 MB; pindai dengan 200 dpi.")
    owners = [one for one in (scan.letter_id, scan.incoming_id, scan.session_id) if one]
    if len(owners) != 1:
        problems["letter_id"] = _("Pindaian milik satu surat keluar, surat masuk, atau sesi.")
    return problems


def as_text(content: bytes) -> str:
    """Bytes as a record keeps them."""
    return base64.b64encode(content).decode("ascii")


def as_bytes(text: str) -> bytes:
    """Kept bytes back; ValueError when the text is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except BadBase64 as error:
        raise ValueError(str(error)) from error


def fingerprint(content: bytes) -> str:
    """The sha256 of a file in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
