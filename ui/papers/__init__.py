"""Papers from the register: gathers finished records and hands them to reports.

Window, command line and samples print through here. A `…_job` gathers on the caller's thread and
answers a function that writes the paper, touching neither register nor window.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from census_desk.letters.letter import LETTER_KIND_NAMES, LetterKind
from census_desk.words import N_
from ui.papers.agenda import agenda_job, agenda_workbook_job, calendar_job
from ui.papers.attendance import (
    cards_job,
    cards_pdf,
    certificates_job,
    certificates_pdf,
    permanent_cards_pdf,
    session_report_job,
    session_report_pdf,
)
from ui.papers.copies import (
    AUDIENCE_NAMES,
    Audience,
    NoSuchCopies,
    Run,
    copies_of,
    letter_copies_job,
    letter_copies_pdf,
    letter_files_job,
    receipts_job,
    receipts_pdf,
)
from ui.papers.facts import FactMissing, Job, Progress
from ui.papers.files import Paper, safe_name, save
from ui.papers.letters import (
    WrongKind,
    letter_draw,
    letter_job,
    letter_of_kind,
    letter_pdf,
)
from ui.papers.mail import (
    disposition_pdf,
    expedition_pdf,
    incoming_book_of,
    incoming_book_pdf,
    outgoing_book_pdf,
)
from ui.papers.preview import preview_job, preview_pdf
from ui.papers.session_file import session_file_job, session_file_pdf
from ui.papers.sessions import Asked, attendance_job, attendance_pdf, attendance_preview
from ui.papers.visits import (
    NotHeld,
    visit_minutes_job,
    visit_minutes_pdf,
    visit_report_job,
    visit_report_pdf,
)

if TYPE_CHECKING:
    from census_desk.register import Register

__all__ = [
    "AUDIENCE_NAMES",
    "KIND_KEYS",
    "PAPERS",
    "Asked",
    "Audience",
    "FactMissing",
    "Job",
    "NoSuchCopies",
    "NotHeld",
    "Paper",
    "PaperKind",
    "Progress",
    "Run",
    "WrongKind",
    "agenda_job",
    "agenda_workbook_job",
    "attendance_job",
    "attendance_pdf",
    "attendance_preview",
    "calendar_job",
    "cards_job",
    "cards_pdf",
    "certificates_job",
    "certificates_pdf",
    "copies_of",
    "disposition_pdf",
    "expedition_pdf",
    "incoming_book_of",
    "incoming_book_pdf",
    "letter_copies_job",
    "letter_copies_pdf",
    "letter_draw",
    "letter_files_job",
    "letter_job",
    "letter_of_kind",
    "letter_pdf",
    "outgoing_book_pdf",
    "permanent_cards_pdf",
    "preview_job",
    "preview_pdf",
    "receipts_job",
    "receipts_pdf",
    "safe_name",
    "save",
    "session_file_job",
    "session_file_pdf",
    "session_report_job",
    "session_report_pdf",
    "visit_minutes_job",
    "visit_minutes_pdf",
    "visit_report_job",
    "visit_report_pdf",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One paper the desk prints: its key on the command line, its name, whose record it is of."""

    key: str
    name: str
    collection: str
    print: "Callable[[Register, str], Paper]"


# Keys of the command line, which stay as they are once people type them.
KIND_KEYS = {
    LetterKind.CIRCULAR: "edaran",
    LetterKind.INVITATION: "undangan",
    LetterKind.OFFICIAL: "surat-dinas",
    LetterKind.ASSIGNMENT: "surat-tugas",
    LetterKind.COVER: "surat-pengantar",
    LetterKind.NOTULA: "notula",
    LetterKind.REPORT: "laporan",
    LetterKind.MINUTES: "berita-acara-surat",
}


def _kinds() -> list[PaperKind]:
    letters = [
        PaperKind(
            key=key, name=LETTER_KIND_NAMES[kind], collection="letters", print=letter_of_kind(kind)
        )
        for kind, key in KIND_KEYS.items()
    ]
    return letters + [
        PaperKind(key=key, name=name, collection=collection, print=printing)
        for key, name, collection, printing in (
            ("surat", N_("Surat dari jenis apa pun"), "letters", letter_pdf),
            (
                "edaran-per-opd",
                N_("Surat, satu lembar tiap OPD"),
                "letters",
                letter_copies_pdf,
            ),
            ("tanda-terima", N_("Tanda terima surat, tiap OPD"), "letters", receipts_pdf),
            ("buku-ekspedisi", N_("Halaman buku ekspedisi surat"), "letters", expedition_pdf),
            ("lembar-disposisi", N_("Lembar disposisi"), "incoming_letters", disposition_pdf),
            ("agenda-masuk", N_("Agenda surat masuk"), "incoming_letters", incoming_book_of),
            ("agenda-keluar", N_("Agenda surat keluar"), "books", outgoing_book_pdf),
            ("daftar-hadir", N_("Daftar hadir"), "sessions", attendance_pdf),
            ("rekap-kehadiran", N_("Rekap kehadiran"), "sessions", session_report_pdf),
            ("sertifikat", N_("Sertifikat peserta"), "sessions", certificates_pdf),
            ("kartu-undangan", N_("Kartu undangan ber-QR"), "sessions", cards_pdf),
            ("kartu-tetap", N_("Kartu hadir tetap ber-QR"), "sessions", permanent_cards_pdf),
            ("berkas-sesi", N_("Berkas sesi"), "sessions", session_file_pdf),
            (
                "laporan-pendampingan",
                N_("Laporan pendampingan"),
                "visits",
                visit_report_pdf,
            ),
            ("berita-acara", N_("Berita acara pendampingan"), "visits", visit_minutes_pdf),
        )
    ]


PAPERS: Mapping[str, PaperKind] = {kind.key: kind for kind in _kinds()}
