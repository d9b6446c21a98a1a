"""The way of a letter: checked, issued, signed, sent, closed; void, revised, corrected."""

from collections.abc import Callable, Sequence
from pathlib import Path

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.letters import issuing
from census_desk.letters.archive import is_frozen
from census_desk.letters.checker.facts import DrawnFacts
from census_desk.letters.checker.finding import Finding, errors
from census_desk.letters.kept import ScanKind
from census_desk.letters.ledger.reserving import insert_after, use_reserved
from census_desk.letters.ledger.taking import take_number
from census_desk.letters.letter import (
    IN_FORCE,
    LETTER_STATUS_NAMES,
    UNISSUED,
    WITHOUT_NUMBER,
    Letter,
    LetterStatus,
    Relation,
)
from census_desk.letters.quoting import Stale
from census_desk.letters.relating import ralat_for, reminder_for
from census_desk.words import N_, _
from ui.presenters.checking import findings_of
from ui.presenters.follow_up import kept_scan, take_scan
from ui.presenters.stale import stale_now
from ui.workplace import ERROR, OK, Workplace

NEXT = "next"
RESERVED, INSERTED = "reserved:", "inserted:"
CHECK, SIGN, SCAN, CLOSE = "check", "sign", "scan", "close"
STEP_NAMES = {  # what the button beside the form says, and its picture
    CHECK: (N_("Periksa"), "clipboard-check"),
    SIGN: (N_("Sudah ditandatangani"), "pen"),
    SCAN: (N_("Simpan pindaian…"), "file-earmark-arrow-up"),
    CLOSE: (N_("Selesaikan surat"), "archive"),
}


class LetterSteps:
    """What may be done with a saved letter now, and doing it; refusals are told in words."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.refusal = ""

    # what may be done

    def can_check(self, letter: Letter | None) -> bool:
        """Whether it is a draft still."""
        return self._may(letter, UNISSUED)

    def can_issue(self, letter: Letter | None) -> bool:
        """A draft; or a numbered letter whose paper of this revision is not kept yet."""
        if self._may(letter, UNISSUED):
            return True
        waits = self._may(letter, (LetterStatus.NUMBERED, LetterStatus.SIGNED))
        return waits and letter is not None and not is_frozen(self._workplace.register, letter)

    def can_hold_number(self, letter: Letter | None) -> bool:
        """A saved draft without a number, of a kind that bears one."""
        takes_one = letter is not None and letter.kind not in WITHOUT_NUMBER and not letter.number
        return takes_one and self._may(letter, UNISSUED)

    def can_sign(self, letter: Letter | None) -> bool:
        """Whether it waits for its signature."""
        return self._may(letter, (LetterStatus.NUMBERED,))

    def can_close(self, letter: Letter | None) -> bool:
        """Whether it left the house and is still followed."""
        return self._may(letter, (LetterStatus.SENT,))

    def can_revise(self, letter: Letter | None) -> bool:
        """Issued, and not sent to anybody yet."""
        return self._may(letter, (LetterStatus.NUMBERED, LetterStatus.SIGNED))

    def is_in_force(self, letter: Letter | None) -> bool:
        """Whether it can be reminded of, corrected or made void."""
        return self._may(letter, IN_FORCE)

    def next_step(self, letter: Letter | None) -> str:
        """What comes next on a letter's way: CHECK, SIGN, SCAN or CLOSE."""
        if self.can_sign(letter) and not self.can_issue(letter):
            return SIGN
        if letter is not None and letter.status is LetterStatus.SIGNED:
            return SCAN
        return CLOSE if self.can_close(letter) else CHECK

    def is_fixed(self, letter: Letter | None) -> bool:
        """Whether its paper is frozen: the form may be read, and its notes changed."""
        return letter is not None and is_frozen(self._workplace.register, letter)

    # doing it

    def check(self, letter: Letter) -> tuple[Finding, ...]:
        """Run the checker over the drawn paper; the letter passes when no error is found."""
        try:
            drawn = self.drawn(letter)
            findings = findings_of(self._workplace, letter, drawn)
            wrong = errors(findings)
            if not wrong and letter.status is LetterStatus.DRAFT:
                on = self._workplace.working_day()
                issuing.mark_checked(self._workplace.register, letter.id, on=on, drawn=drawn)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return ()
        if not wrong:  # errors are told by the panel itself
            self._workplace.say(_("Surat lolos pemeriksaan dan siap diterbitkan."), OK)
        return findings

    def drawn(self, letter: Letter) -> DrawnFacts | None:
        """What the drawn paper shows; None while it cannot be drawn (the checker says why)."""
        from ui.papers.drawn import drawn_facts

        return drawn_facts(self._workplace.register, letter)

    def issue(self, letter: Letter, number: str, reason: str, despite: str) -> bool:
        """Take the number asked for and freeze the paper, in one commit; False when refused.

        `number` is NEXT, or RESERVED or INSERTED with the id of the row of the ledger.
        """
        from ui.papers import letter_draw

        register, on = self._workplace.register, self._workplace.working_day()
        drawn = self.drawn(letter)

        def do() -> str:
            with register.change(_("Menerbitkan surat"), final=True):
                if number.startswith(RESERVED):
                    use_reserved(register, letter.id, number.removeprefix(RESERVED), on=on)
                elif number.startswith(INSERTED):
                    before = number.removeprefix(INSERTED)
                    insert_after(register, letter.id, before, reason=reason, on=on)
                paper = issuing.issue(
                    register,
                    letter.id,
                    on=on,
                    draw=letter_draw(register),
                    despite=despite,
                    drawn=drawn,
                )
            return _("Terbit: {number}. Kode arsip {code}.").format(
                number=paper.number or letter.subject[:60], code=paper.code
            )

        return self._do(do)

    def hold_number(self, letter: Letter) -> bool:
        """Take a provisional number, after a question; issuing makes it the letter's own."""
        question = _(
            "Ambil nomor sementara untuk surat ini? Nomornya tercatat di buku dan tidak dapat "
            "diurungkan; yang tidak jadi dipakai dibatalkan di Buku nomor."
        )
        if not self._workplace.confirm(question, action=_("Ambil nomor sementara")):
            return False

        def do() -> str:
            entry = take_number(
                self._workplace.register,
                letter.id,
                on=self._workplace.working_day(),
                provisional=True,
            )
            return _("Nomor sementara {number}; ditetapkan saat surat terbit.").format(
                number=entry.text
            )

        return self._do(do)

    def sign(self, letter: Letter) -> bool:
        """The paper came back signed."""

        def do() -> str:
            issuing.sign(self._workplace.register, letter.id, on=self._workplace.working_day())
            return _("Ditandatangani: {number}.").format(number=letter.number)

        return self._do(do)

    def close(self, letter: Letter, note: str = "") -> bool:
        """Nothing more is awaited; `note` says why, while some have not confirmed."""

        def do() -> str:
            issuing.close(self._workplace.register, letter.id, note=note)
            return _("Surat {number} selesai.").format(number=letter.number)

        return self._do(do)

    def void(self, letter: Letter, reason: str) -> bool:
        """The letter no longer holds; its number stays as BATAL."""

        def do() -> str:
            issuing.void(self._workplace.register, letter.id, reason=reason)
            return _("Surat {number} dibatalkan; nomornya tetap tercatat BATAL.").format(
                number=letter.number or letter.subject[:60]
            )

        return self._do(do)

    def revise(self, letter: Letter, reason: str) -> bool:
        """Open an issued letter again under its own number."""

        def do() -> str:
            issuing.revise(self._workplace.register, letter.id, reason=reason)
            return _("Surat {number} dibuka untuk revisi; terbitkan lagi sesudah diubah.").format(
                number=letter.number
            )

        return self._do(do)

    def attach_signed(self, letter: Letter) -> None:
        """Ask for the scan of the signed pages and keep it."""

        def keep(path: Path, content: bytes) -> str:
            kept_scan(self._workplace, path, content, kind=ScanKind.SIGNED, letter_id=letter.id)
            return _("Pindaian {name} disimpan pada surat.").format(name=path.name)

        take_scan(self._workplace, _("Pindaian surat bertanda tangan"), keep)

    def remind(self, letter: Letter, office_ids: Sequence[str] = ()) -> str:
        """A saved draft that reminds those behind (of the named offices); its id, "" if refused."""

        def make() -> Letter:
            return reminder_for(
                self._workplace.register,
                letter.id,
                on=self._workplace.working_day(),
                new_letter_id=self._workplace.new_id(),
                office_ids=office_ids,
            )

        told = _("Draf pengingat untuk {count} OPD dibuat; periksa, lalu terbitkan.")
        return self._drafted(make, told)

    def ralat(self, letter: Letter, relation: Relation = Relation.CORRECTION) -> str:
        """A saved draft that corrects the letter, with all it no longer tells rightly."""
        stale = self.stale(letter)

        def make() -> Letter:
            return ralat_for(
                self._workplace.register,
                letter.id,
                on=self._workplace.working_day(),
                new_letter_id=self._workplace.new_id(),
                stale=stale,
                relation=relation,
            )

        told = _("Draf ralat dibuat; periksa, lalu terbitkan.")
        if relation is Relation.CHANGE:
            told = _("Draf perubahan dibuat; periksa, lalu terbitkan.")
        if not stale:
            told += " " + _("Isi setiap “…” dan hapus butir yang tetap.")
        return self._drafted(make, told)

    def stale(self, letter: Letter) -> list[Stale]:
        """What this letter says that the register no longer does."""
        if letter.status not in IN_FORCE:
            return []
        return [row for row in stale_now(self._workplace) if row.letter.id == letter.id]

    def _drafted(self, make: Callable[[], Letter], told: str) -> str:
        made: list[Letter] = []

        def do() -> str:
            made.append(editing.add(self._workplace.register, make()))
            return told.format(count=len(made[0].office_ids))

        return made[0].id if self._do(do) else ""

    def _do(self, do: Callable[[], str]) -> bool:
        self.refusal = ""
        try:
            self._workplace.say(do(), OK)
        except CensusDeskError as refused:
            self.refusal = refused.sentence
            self._workplace.say(refused.sentence, ERROR)
        return not self.refusal

    def _may(self, letter: Letter | None, statuses: Sequence[LetterStatus]) -> bool:
        is_open = not self._workplace.read_only
        return letter is not None and is_open and letter.status in statuses


def status_words(letter: Letter | None, *, fixed: bool = False) -> str:
    """`Bernomor · revisi 1 · …`, or that the letter is not saved yet."""
    if letter is None:
        return _("Belum disimpan")
    words = _(LETTER_STATUS_NAMES[letter.status])
    if letter.revision:
        words += " · " + _("revisi {revision}").format(revision=letter.revision)
    if fixed and letter.status in IN_FORCE:
        words += " · " + _("naskah dibekukan, ubah lewat Revisi atau Draf ralat")
    return words
