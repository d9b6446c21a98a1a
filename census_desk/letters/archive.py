"""Kode arsip: a short code over a letter's own data, and what the register says about one.

The code proves that a paper and its record say the same. It is no electronic signature, and is
never called one (domain/letters.md 7).
"""

import hashlib
import re
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum

from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date
from census_desk.intake.codes import codes_in_paper
from census_desk.letters.kept import IssuedPaper, as_bytes, fingerprint
from census_desk.letters.letter import IN_FORCE, Letter, LetterStatus, Relation
from census_desk.letters.office_font import frozen_words
from census_desk.register import Register
from census_desk.register.codec import codec_of, to_bytes
from census_desk.sessions.sheet import ALPHABET, check_letters
from census_desk.words import N_, _

LENGTH = 8
PREFIX = "KA1"
# What may change while the paper stays the same.
BESIDE_THE_PAPER = ("id", "status", "status_note", "note")
_TYPED = re.compile(rf"(?:{PREFIX})?([{ALPHABET}]{{{LENGTH + 2}}})")


class Verdict(StrEnum):
    """What the register says about a paper that is shown."""

    EQUAL = "sama"
    DIFFERENT = "berbeda"
    UNKNOWN = "tidak dikenal"
    VOID = "batal"
    REPLACED = "diganti"


VERDICT_NAMES = {
    Verdict.EQUAL: N_("Terdaftar dan sama"),
    Verdict.DIFFERENT: N_("Terdaftar, tetapi berbeda"),
    Verdict.UNKNOWN: N_("Tidak dikenal"),
    Verdict.VOID: N_("Sudah dibatalkan"),
    Verdict.REPLACED: N_("Sudah diganti"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer to a code or a file: the verdict in words, and the records behind it.

    `changed_by` are issued letters that change or correct this one; it stands beside them.
    """

    verdict: Verdict
    code: str
    sentence: str
    letter: Letter | None = None
    paper: IssuedPaper | None = None
    changed_by: tuple[Letter, ...] = ()


class DamagedPaper(CensusDeskError):
    """A kept paper no longer is what was issued."""

    def __init__(self) -> None:
        super().__init__(
            _("Naskah terbit rusak: isinya tidak cocok dengan sidik sha256; pulihkan cadangan.")
        )


def canonical(letter: Letter) -> bytes:
    """All that makes the paper, as the same bytes each time.

    A field that holds its default is left out, so that a field added by a later version does not
    change the code of a letter written before it.
    """
    usual = {field.name: field.default for field in fields(Letter) if field.default is not MISSING}
    document = codec_of(Letter).encode(letter)
    said = {
        name: value
        for name, value in document.items()
        if name not in BESIDE_THE_PAPER
        and not (name in usual and getattr(letter, name) == usual[name])
    }
    return to_bytes(said | {"id": letter.id})


def same_paper(one: Letter, other: Letter) -> bool:
    """Whether two versions of a letter print the same."""
    return canonical(one) == canonical(other)


def is_frozen(register: Register, letter: Letter) -> bool:
    """Whether the paper of this revision was issued: its text may no longer change."""
    return any(
        (one.letter_id, one.revision) == (letter.id, letter.revision) for one in _papers(register)
    )


def paper_of(register: Register, letter_id: str, revision: int | None = None) -> IssuedPaper | None:
    """The frozen paper of a letter: of its present revision, or of an earlier one."""
    wanted = register.collection("letters").get(letter_id).revision
    wanted = wanted if revision is None else revision
    papers: tuple[IssuedPaper, ...] = register.collection("issued_papers").all()
    return next(
        (one for one in papers if (one.letter_id, one.revision) == (letter_id, wanted)), None
    )


def frozen_pdf(paper: IssuedPaper) -> bytes:
    """The very bytes that were issued; DamagedPaper when they are not."""
    try:
        content = as_bytes(paper.pdf)
    except ValueError as error:
        raise DamagedPaper from error
    if fingerprint(content) != paper.sha256:
        raise DamagedPaper
    return content


def archive_code(letter: Letter) -> str:
    """Eight signs over the letter's data and two check letters, as printed: `7K3Q-X9MP-HW`."""
    value = int.from_bytes(hashlib.sha256(canonical(letter)).digest(), "big")
    signs = []
    for _sign in range(LENGTH):
        value, place = divmod(value, len(ALPHABET))
        signs.append(ALPHABET[place])
    body = "".join(signs)
    return f"{body[:4]}-{body[4:]}-{check_letters(PREFIX + body)}"


def qr_text(code: str) -> str:
    """What the QR beside the printed code holds: `KA1` and the signs without hyphens."""
    return PREFIX + code.replace("-", "")


def code_in(text: str) -> str:
    """The archive code in a typed or scanned text as it is printed, "" when there is none.

    Blanks, hyphens and case are forgiven; a wrong check letter is not.
    """
    found = _TYPED.fullmatch(re.sub(r"[\s\-–.]", "", text).upper())
    if not found:
        return ""
    signs = found[1]
    body = signs[:LENGTH]
    if check_letters(PREFIX + body) != signs[LENGTH:]:
        return ""
    return f"{body[:4]}-{body[4:]}-{signs[LENGTH:]}"


def verify(register: Register, shown: str | bytes) -> Verification:
    """What the register says about a typed code, a QR's text, or the bytes of a kept PDF.

    A file is known by its sha256 only; for a scan or a photo see `verify_paper`.
    """
    if isinstance(shown, bytes):
        mark = fingerprint(shown)
        found = [one for one in _papers(register) if one.sha256 == mark]
        return _verdict(register, found, "")
    code = code_in(shown)
    if not code:
        return _unknown(
            shown.strip()[:40],
            _("“{text}” bukan kode arsip; periksa huruf dan angkanya.").format(
                text=shown.strip()[:40]
            ),
        )
    return _verdict(register, [one for one in _papers(register) if one.code == code], code)


def verify_paper(register: Register, content: bytes, name: str) -> tuple[Verification, ...]:
    """What the register says about a file: the kept PDF itself, or each code on a scan or photo.

    One answer for a kept PDF; else one per archive code in the order of the pages, or a single
    "unknown" when there is none. A code says that the record stands, not that the scanned text is
    the same: compare them. Raises UnreadablePaper for what cannot be looked at.
    """
    kept = verify(register, content)
    if kept.paper is not None:
        return (kept,)
    codes = dict.fromkeys(filter(None, map(code_in, codes_in_paper(content, name))))
    if not codes:
        sentence = _("Tidak ada kode arsip yang terbaca pada {name}.").format(name=name)
        return (_unknown("", sentence),)
    return tuple(verify(register, code) for code in codes)


def changing_letters(register: Register, letter_id: str) -> tuple[Letter, ...]:
    """Issued letters in force that change or correct that one."""
    letters: tuple[Letter, ...] = register.collection("letters").all()
    return tuple(
        one
        for one in letters
        if one.refers_to_id == letter_id
        and one.relation in (Relation.CHANGE, Relation.CORRECTION)
        and one.status in IN_FORCE
    )


def _papers(register: Register) -> tuple[IssuedPaper, ...]:
    papers: tuple[IssuedPaper, ...] = register.collection("issued_papers").all()
    return papers


def _unknown(code: str, sentence: str) -> Verification:
    return Verification(verdict=Verdict.UNKNOWN, code=code, sentence=sentence)


def _verdict(register: Register, found: list[IssuedPaper], code: str) -> Verification:
    if not found:
        return _unknown(code, _("Naskah ini tidak terdaftar di register ini."))
    paper = max(found, key=lambda one: one.revision)
    letter = register.collection("letters").find(paper.letter_id)
    if letter is None:
        return _unknown(paper.code, _("Surat dari naskah ini tidak ada lagi di register."))
    verdict = verdict_of(letter, paper)
    changed_by = changing_letters(register, letter.id)
    return Verification(
        verdict=verdict,
        code=paper.code,
        sentence=_sentence(verdict, letter, paper, changed_by),
        letter=letter,
        paper=paper,
        changed_by=changed_by,
    )


def verdict_of(letter: Letter, paper: IssuedPaper) -> Verdict:
    """How a kept paper stands to its letter now."""
    if letter.status is LetterStatus.VOID:
        return Verdict.VOID
    if letter.status is LetterStatus.REPLACED or paper.revision != letter.revision:
        return Verdict.REPLACED
    return Verdict.EQUAL if archive_code(letter) == paper.code else Verdict.DIFFERENT


def _sentence(
    verdict: Verdict, letter: Letter, paper: IssuedPaper, changed_by: tuple[Letter, ...]
) -> str:
    title = _("Surat {number} tanggal {day}, {subject}").format(
        number=paper.number or "–", day=long_date(letter.dated_on), subject=letter.subject
    )
    says = {
        Verdict.EQUAL: _("terdaftar dan sama dengan register."),
        Verdict.DIFFERENT: _("terdaftar, tetapi data register sudah berubah dari naskah itu."),
        Verdict.VOID: _("sudah dibatalkan: {reason}").format(reason=letter.status_note),
        Verdict.REPLACED: _("sudah diganti: {reason}").format(
            reason=letter.status_note
            if letter.status is LetterStatus.REPLACED
            else _("berlaku revisi {revision}.").format(revision=letter.revision)
        ),
        Verdict.UNKNOWN: "",
    }[verdict]
    if changed_by:
        numbers = ", ".join(one.number for one in changed_by)
        says += " " + _("Diubah oleh surat {numbers}.").format(numbers=numbers)
    if paper.fonts:
        says += " " + _("Huruf kantor: {fonts}.").format(fonts=frozen_words(paper.fonts))
    return f"{title}: {says}"
