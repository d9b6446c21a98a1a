"""What is kept beside a letter: frozen papers and scans, opened in the computer's program."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from census_desk.indonesian import short_date
from census_desk.letters.archive import frozen_pdf
from census_desk.letters.following import DAYS_TO_SCAN, letters_without_scan
from census_desk.letters.kept import SCAN_KIND_NAMES, IssuedPaper, Scan, as_bytes
from census_desk.letters.letter import Letter
from census_desk.words import _
from ui.papers.files import Paper
from ui.presenters.printing import Printing
from ui.workplace import Workplace

DAYS_KEY = "letters.scan_days"
SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One file: what it is, its name and day, and its content when it is opened."""

    words: str
    detail: str
    record: IssuedPaper | Scan

    @property
    def name(self) -> str:
        """The name its copy gets in the folder of papers."""
        if isinstance(self.record, Scan):
            suffix = SUFFIXES[self.record.media_type]
            return f"{Path(self.record.name).stem or 'pindaian'}{suffix}"
        number = self.record.number.replace("/", "-") or self.record.code
        revision = f" revisi {self.record.revision}" if self.record.revision else ""
        return f"Naskah terbit {number}{revision}.pdf"

    @property
    def content(self) -> bytes:
        """The very bytes that were kept."""
        if isinstance(self.record, Scan):
            return as_bytes(self.record.content)
        return frozen_pdf(self.record)


def kept_files(
    workplace: Workplace, *, letter_id: str = "", incoming_id: str = ""
) -> list[KeptFile]:
    """The papers of a letter, the newest revision first, then its scans, the newest first."""
    register = workplace.register
    papers = [one for one in register.issued_papers.all() if letter_id == one.letter_id]
    scans = [
        one
        for one in register.scans.all()
        if (letter_id and one.letter_id == letter_id)
        or (incoming_id and one.incoming_id == incoming_id)
    ]
    papers.sort(key=lambda one: one.revision, reverse=True)
    scans.sort(key=lambda one: (one.added_on, one.id), reverse=True)
    return [*map(_of_paper, papers), *map(_of_scan, scans)]


def open_kept(printing: Printing, kept: KeptFile) -> None:
    """Copy it into the folder of papers and open it in the computer's program."""
    printing.print(lambda: lambda: Paper(name=kept.name, pdf=kept.content))


def unscanned(workplace: Workplace, days: int) -> list[Letter]:
    """Issued letters whose signed page is not kept so many days after their date."""
    register = workplace.register
    return letters_without_scan(
        register.letters.all(), register.scans.all(), workplace.working_day(), days
    )


def scan_days(workplace: Workplace) -> int:
    """After how many days a missing scan is asked for: as chosen last on this computer."""
    kept = workplace.preferences.get(DAYS_KEY)
    return kept if isinstance(kept, int) and kept >= 0 else DAYS_TO_SCAN


def unscanned_words(letters: Sequence[Letter], days: int) -> str:
    """How many letters wait for their scan."""
    if not letters:
        return _("Semua surat yang lewat {days} hari sudah ada pindaiannya.").format(days=days)
    return _("{count} surat belum ada pindaiannya {days} hari sesudah tanggalnya.").format(
        count=len(letters), days=days
    )


def _of_paper(paper: IssuedPaper) -> KeptFile:
    words = _("Naskah terbit {number}").format(number=paper.number)
    if paper.revision:
        words += " · " + _("revisi {revision}").format(revision=paper.revision)
    told = _("Dibekukan {day}; kode arsip {code}.").format(
        day=short_date(paper.issued_on), code=paper.code
    )
    return KeptFile(words=words.strip(), detail=told, record=paper)


def _of_scan(scan: Scan) -> KeptFile:
    words = f"{_(SCAN_KIND_NAMES[scan.kind])} · {scan.name}"
    told = _("Disimpan {day}.").format(day=short_date(scan.added_on))
    return KeptFile(words=words, detail=told, record=scan)
