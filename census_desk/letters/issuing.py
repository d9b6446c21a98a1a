"""From a checked draft to a letter in force: numbered and frozen, signed, closed, void, revised."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.letters.archive import archive_code, is_frozen
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import DrawnFacts, check_facts
from census_desk.letters.checker.finding import Finding, errors
from census_desk.letters.facts import letter_values
from census_desk.letters.fields import filled
from census_desk.letters.kept import IssuedPaper, as_text, fingerprint
from census_desk.letters.ledger.entry import NumberEntry, NumberStatus
from census_desk.letters.ledger.pattern import NumberParts
from census_desk.letters.ledger.taking import NO_PARTS, confirm_number, take_number, void_number
from census_desk.letters.letter import (
    IN_FORCE,
    OUT_OF_USE,
    UNISSUED,
    WITHOUT_NUMBER,
    Letter,
    LetterStatus,
    Nature,
)
from census_desk.letters.own_fonts import frozen_fonts
from census_desk.letters.own_profiles import profile_for
from census_desk.letters.quoting import quotes_of
from census_desk.letters.sending import unconfirmed_offices
from census_desk.register import Register
from census_desk.words import _

Draw = Callable[[Letter], bytes]
SECRECY = {Nature.CONFIDENTIAL: "R"}


class CheckFailed(CensusDeskError):
    """The checker found errors; `findings` says which."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(
            _("Surat belum dapat diterbitkan: {first} ({count} kesalahan)").format(
                first=findings[0].sentence, count=len(findings)
            )
        )


class WrongStatus(CensusDeskError):
    """The letter has not come that far, or is past it."""


def mark_checked(
    register: Register,
    letter_id: str,
    *,
    on: date,
    despite: str = "",
    drawn: DrawnFacts | None = None,
) -> tuple[Finding, ...]:
    """Run the checker and let the draft pass; what it advises is answered.

    `drawn` is what the drawn paper shows, where it was drawn; `despite` is the reason to pass in
    spite of errors; it goes into the history. Raises CheckFailed with the errors, WrongStatus for a
    letter that is no draft.
    """
    with register.change(_("Memeriksa surat")) as step:
        letter: Letter = register.collection("letters").get(letter_id)
        if letter.status not in UNISSUED:
            raise WrongStatus(_("Hanya draf yang diperiksa; surat ini sudah terbit."))
        findings = check(check_facts(register, letter, on=on, drawn=drawn), letter)
        _refuse_errors(findings, despite)
        register.collection("letters").replace(replace(letter, status=LetterStatus.CHECKED))
        step.what = _step_name(_("Surat lolos pemeriksaan: {subject}"), letter, despite)
    return findings


def issue(
    register: Register,
    letter_id: str,
    *,
    on: date,
    draw: Draw,
    parts: NumberParts = NO_PARTS,
    despite: str = "",
    drawn: DrawnFacts | None = None,
    new_id: Callable[[], str] | None = None,
) -> IssuedPaper:
    """Take the letter's number and freeze its paper, in one final commit or not at all.

    `draw` makes the PDF of the numbered letter. A provisional number is confirmed, a number the
    letter has already (typed by hand, held back, or of a revision) is kept. A notula takes none.
    Raises CheckFailed unless `despite` gives a reason, WrongStatus for a letter that is void or
    frozen already, and what take_number raises: then no number is spent.
    """
    ids = new_id or register.ids
    with register.change(_("Menerbitkan surat"), final=True) as step:
        letter: Letter = register.collection("letters").get(letter_id)
        _refuse_issue(register, letter)
        _refuse_errors(check(check_facts(register, letter, on=on, drawn=drawn), letter), despite)
        letter = _numbered(register, _spelled_out(register, letter), on, parts, ids)
        paper = _paper(register, letter, draw(letter), on, ids())
        register.collection("issued_papers").add(paper)
        step.what = _step_name(
            _("Menerbitkan {number}: {subject}"), letter, despite, number=letter.number or "–"
        )
    return paper


def sign(register: Register, letter_id: str, *, on: date) -> Letter:
    """The paper came back signed; WrongStatus for a letter that waits for no signature."""
    letter: Letter = register.collection("letters").get(letter_id)
    if letter.status is not LetterStatus.NUMBERED:
        raise WrongStatus(_("Hanya surat bernomor yang menunggu tanda tangan."))
    return _moved(register, letter, LetterStatus.SIGNED, _("Ditandatangani: {number}"))


def close(register: Register, letter_id: str, *, note: str = "") -> Letter:
    """Nothing more is awaited from this letter.

    Raises WrongStatus before it was sent, and while offices have not confirmed it unless `note`
    says why that is enough.
    """
    letter: Letter = register.collection("letters").get(letter_id)
    if letter.status is not LetterStatus.SENT:
        raise WrongStatus(_("Hanya surat yang sudah terkirim dapat diselesaikan."))
    waiting = unconfirmed_offices(register, letter)
    if waiting and not note.strip():
        raise WrongStatus(
            _("{count} OPD belum mengonfirmasi surat ini; tulis alasan untuk menutupnya.").format(
                count=len(waiting)
            )
        )
    changed = replace(letter, status_note=note.strip() or letter.status_note)
    return _moved(register, changed, LetterStatus.CLOSED, _("Menyelesaikan surat {number}"))


def void(register: Register, letter_id: str, *, reason: str) -> Letter:
    """The letter no longer holds; its record, paper and number stay, the number as BATAL.

    Raises WrongStatus when it is void already, InvalidRecord without a reason.
    """
    with register.change(_("Membatalkan surat"), final=True) as step:
        letter: Letter = register.collection("letters").get(letter_id)
        if letter.status is LetterStatus.VOID:
            raise WrongStatus(_("Surat ini sudah batal."))
        entry = _living_entry(register, letter)
        if entry is not None:
            void_number(register, entry.id, reason=reason)
        letter = register.collection("letters").get(letter_id)
        gone = replace(letter, status=LetterStatus.VOID, status_note=reason.strip())
        register.collection("letters").replace(gone)
        step.what = _step_name(
            _("Membatalkan surat {number}: {subject}"), gone, reason, number=gone.number or "–"
        )
    return gone


def revise(register: Register, letter_id: str, *, reason: str) -> Letter:
    """Open an issued letter again under its own number, as the next revision.

    Only before it left the house: what others hold is changed by a Ralat. The frozen paper of the
    earlier revision stays. Raises WrongStatus.
    """
    letter: Letter = register.collection("letters").get(letter_id)
    if letter.status not in (LetterStatus.NUMBERED, LetterStatus.SIGNED):
        raise WrongStatus(
            _("Surat yang sudah terkirim tidak direvisi; buat Ralat atau Perubahan.")
            if letter.status in IN_FORCE
            else _("Hanya surat yang sudah terbit yang direvisi.")
        )
    if not is_frozen(register, letter):
        raise WrongStatus(_("Surat ini belum dibekukan, jadi masih dapat diubah langsung."))
    if not reason.strip():
        raise WrongStatus(_("Tulis alasan revisi."))
    changed = replace(letter, revision=letter.revision + 1, status_note=reason.strip())
    return _moved(
        register, changed, LetterStatus.NUMBERED, _("Merevisi surat {number}"), final=True
    )


def mark_replaced(register: Register, letter_id: str, by_id: str) -> Letter:
    """Another issued letter takes this one's place.

    Raises WrongStatus when either is not in force, or the other is the older one.
    """
    letter: Letter = register.collection("letters").get(letter_id)
    successor: Letter = register.collection("letters").get(by_id)
    if letter.status not in IN_FORCE or successor.status not in IN_FORCE or letter_id == by_id:
        raise WrongStatus(_("Surat lama dan penggantinya harus sama-sama sudah terbit."))
    if successor.dated_on < letter.dated_on:
        told = _("Surat pengganti bertanggal {day}, sebelum surat yang diganti.")
        raise WrongStatus(told.format(day=short_date(successor.dated_on)))
    # kept with the letter, so in Indonesian whatever the screen speaks
    note = f"Diganti dengan surat {successor.number or successor.subject}"[:300]
    changed = replace(letter, status_note=note)
    return _moved(
        register, changed, LetterStatus.REPLACED, _("Mengganti surat {number}"), final=True
    )


def _moved(
    register: Register, letter: Letter, status: LetterStatus, what: str, *, final: bool = False
) -> Letter:
    changed = replace(letter, status=status)
    name = what.format(number=letter.number or letter.subject[:60])
    with register.change(name, final=final):
        register.collection("letters").replace(changed)
    return changed


def _refuse_issue(register: Register, letter: Letter) -> None:
    if letter.status in OUT_OF_USE:
        raise WrongStatus(_("Surat batal atau diganti tidak diterbitkan."))
    if letter.status in (LetterStatus.SENT, LetterStatus.CLOSED):
        raise WrongStatus(_("Surat ini sudah terkirim."))
    if is_frozen(register, letter):
        raise WrongStatus(_("Surat ini sudah terbit; buat revisi bila ada yang berubah."))


def _refuse_errors(findings: tuple[Finding, ...], despite: str) -> None:
    wrong = errors(findings)
    if wrong and not despite.strip():
        raise CheckFailed(wrong)


def _spelled_out(register: Register, letter: Letter) -> Letter:
    """The letter with its subject as printed: books, receipts and later letters cite it so."""
    subject, missing = filled(letter.subject, letter_values(register, letter))
    told = letter if missing else replace(letter, subject=subject)
    if told != letter:
        register.collection("letters").replace(told)
    return told


def _numbered(
    register: Register, letter: Letter, on: date, parts: NumberParts, ids: Callable[[], str]
) -> Letter:
    """The letter with its number, as saved."""
    letters = register.collection("letters")
    if letter.kind in WITHOUT_NUMBER:
        letters.replace(replace(letter, status=LetterStatus.SIGNED))
    elif not letter.number.strip():
        take_number(register, letter.id, on=on, parts=letter_parts(letter, parts), new_id=ids)
    elif letter.status in UNISSUED:
        _confirm(register, letter)
    numbered: Letter = letters.get(letter.id)
    return numbered


def _confirm(register: Register, letter: Letter) -> None:
    entry = _living_entry(register, letter)
    if entry is not None and entry.status is NumberStatus.PROVISIONAL:
        confirm_number(register, letter.id)
    else:
        register.collection("letters").replace(replace(letter, status=LetterStatus.NUMBERED))


def letter_parts(letter: Letter, parts: NumberParts = NO_PARTS) -> NumberParts:
    """What the letter itself says for its number, where nothing else is asked for."""
    return replace(
        parts,
        classification=parts.classification or letter.classification,
        secrecy=parts.secrecy or SECRECY.get(letter.nature, ""),
    )


def _paper(register: Register, letter: Letter, pdf: bytes, on: date, paper_id: str) -> IssuedPaper:
    return IssuedPaper(
        id=paper_id,
        letter_id=letter.id,
        revision=letter.revision,
        number=letter.number,
        pdf=as_text(pdf),
        sha256=fingerprint(pdf),
        code=archive_code(letter),
        issued_on=on,
        issued_by=register.actor,
        quotes=quotes_of(register, letter),
        fonts=frozen_fonts(register, profile_for(register, letter.profile, letter.dated_on)),
    )


def _living_entry(register: Register, letter: Letter) -> NumberEntry | None:
    entries: tuple[NumberEntry, ...] = register.collection("numbers").all()
    mine = (one for one in entries if one.letter_id == letter.id)
    return next((one for one in mine if one.status is not NumberStatus.VOID), None)


def _step_name(pattern: str, letter: Letter, reason: str, **names: str) -> str:
    said = pattern.format(subject=letter.subject[:60], **names)
    return f"{said} ({reason.strip()})" if reason.strip() else said
