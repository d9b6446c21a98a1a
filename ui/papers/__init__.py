"""Papers from the register: gathers finished records and hands them to reports.

Window, command line and samples print through here. A `…_job` gathers on the caller's thread and
answers a function that writes the paper, touching neither register nor window.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from census_desk.words import N_
from ui.papers.facts import FactMissing, Job, Progress
from ui.papers.files import Paper, safe_name, save
from ui.papers.letters import (
    letter_copies_job,
    letter_copies_pdf,
    letter_job,
    letter_pdf,
    preview_pdf,
)
from ui.papers.sessions import attendance_job, attendance_pdf, attendance_preview
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
    "PAPERS",
    "FactMissing",
    "Job",
    "NotHeld",
    "Paper",
    "PaperKind",
    "Progress",
    "attendance_job",
    "attendance_pdf",
    "attendance_preview",
    "letter_copies_job",
    "letter_copies_pdf",
    "letter_job",
    "letter_pdf",
    "preview_pdf",
    "safe_name",
    "save",
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


def _kinds() -> list[PaperKind]:
    return [
        PaperKind(key="edaran", name=N_("Surat edaran"), collection="letters", print=letter_pdf),
        PaperKind(
            key="edaran-per-opd",
            name=N_("Surat edaran, satu lembar tiap OPD"),
            collection="letters",
            print=letter_copies_pdf,
        ),
        PaperKind(
            key="daftar-hadir",
            name=N_("Daftar hadir"),
            collection="sessions",
            print=attendance_pdf,
        ),
        PaperKind(
            key="laporan-pendampingan",
            name=N_("Laporan pendampingan"),
            collection="visits",
            print=visit_report_pdf,
        ),
        PaperKind(
            key="berita-acara",
            name=N_("Berita acara pendampingan"),
            collection="visits",
            print=visit_minutes_pdf,
        ),
    ]


PAPERS: Mapping[str, PaperKind] = {kind.key: kind for kind in _kinds()}
