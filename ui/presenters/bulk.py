"""One letter for many: which paper, to whom, which range, in one file or one file each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.letters.following import mark_printed
from census_desk.letters.letter import IN_FORCE, Letter
from census_desk.letters.sending import addressed_offices
from census_desk.words import N_, _
from ui.forms import Field, parse
from ui.papers import AUDIENCE_NAMES, Audience, Run
from ui.papers.copies import copies_of
from ui.workplace import Workplace

if TYPE_CHECKING:
    from census_desk.register import Register
    from ui.presenters.printing import FilesJob, LongJob, Printing

KEPT = "letters.bulk"


class BulkPaper(StrEnum):
    """What is printed for each."""

    LETTER = "surat"
    RECEIPT = "tanda terima"


class Files(StrEnum):
    """How many files come out."""

    ONE = "satu"
    EACH = "masing-masing"


BULK_PAPER_NAMES = {BulkPaper.LETTER: N_("Surat"), BulkPaper.RECEIPT: N_("Tanda terima")}
FILES_NAMES = {
    Files.ONE: N_("Satu berkas PDF berisi semua"),
    Files.EACH: N_("Satu berkas PDF tiap penerima"),
}
BULK_FIELDS = (
    Field(
        name="paper",
        label=N_("Naskah"),
        kind="choice",
        enum=BulkPaper,
        names=BULK_PAPER_NAMES,
        default=BulkPaper.LETTER.value,
    ),
    Field(
        name="audience",
        label=N_("Untuk"),
        kind="choice",
        enum=Audience,
        names=AUDIENCE_NAMES,
        default=Audience.OFFICES.value,
    ),
    Field(
        name="first",
        label=N_("Dari lembar"),
        kind="count",
        hint=N_("Sesudah kertas macet, cetak ulang sebagian saja."),
        optional=True,
    ),
    Field(name="last", label=N_("Sampai lembar"), kind="count", optional=True),
    Field(
        name="files",
        label=N_("Berkas"),
        kind="choice",
        enum=Files,
        names=FILES_NAMES,
        default=Files.ONE.value,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """What was asked for."""

    paper: BulkPaper
    run: Run
    files: Files


def bulk_texts(workplace: Workplace) -> dict[str, str]:
    """What the dialog shows first: as the last time, from the first copy to the last."""
    first = {each.name: each.default for each in BULK_FIELDS}
    kept = workplace.preferences.get(KEPT)
    return first | ({str(k): str(v) for k, v in kept.items()} if isinstance(kept, dict) else {})


def bulk_of(
    workplace: Workplace, letter: Letter, texts: Mapping[str, str]
) -> tuple[Bulk | None, dict[str, str]]:
    """What the dialog's texts mean, or the problems by field."""
    values, problems = parse(BULK_FIELDS, texts)
    if problems:
        return None, problems
    if values["paper"] is BulkPaper.RECEIPT and values["files"] is Files.EACH:
        return None, {"files": _("Tanda terima dicetak dalam satu berkas.")}
    run = Run(audience=values["audience"], first=values["first"] or 1, last=values["last"])
    try:
        copies_of(workplace.register, letter, run)
    except CensusDeskError as refused:
        return None, {"first": refused.sentence}
    workplace.preferences.set(KEPT, {name: texts[name] for name in ("paper", "audience", "files")})
    return Bulk(paper=values["paper"], run=run, files=values["files"]), {}


def start_bulk(workplace: Workplace, printing: "Printing", letter: Letter, bulk: Bulk) -> None:
    """Print in the background with progress and Batal; printed copies of offices are noted."""
    noted = _noter(workplace, letter, bulk)
    title = _("Menyiapkan {paper} untuk banyak penerima").format(
        paper=_(BULK_PAPER_NAMES[bulk.paper]).lower()
    )
    if bulk.files is Files.EACH:
        printing.files(title, lambda folder: _files_job(workplace, letter, folder, bulk), noted)
    else:
        printing.long(title, lambda: _one_job(workplace, letter, bulk), noted)


def _one_job(workplace: Workplace, letter: Letter, bulk: Bulk) -> "LongJob":
    from ui.papers import letter_copies_job, receipts_job

    make = receipts_job if bulk.paper is BulkPaper.RECEIPT else letter_copies_job
    return make(workplace.register, letter, bulk.run)


def _files_job(workplace: Workplace, letter: Letter, folder: Path, bulk: Bulk) -> "FilesJob":
    from ui.papers import letter_files_job

    return letter_files_job(workplace.register, letter, folder, bulk.run)


def _noter(workplace: Workplace, letter: Letter, bulk: Bulk) -> Callable[[], object]:
    """What to do once the copies are there."""
    is_kept = letter.status in IN_FORCE and not workplace.read_only
    if bulk.paper is not BulkPaper.LETTER or bulk.run.audience is not Audience.OFFICES:
        is_kept = False

    def note() -> None:
        if not is_kept:
            return
        try:
            mark_printed(
                workplace.register,
                letter.id,
                printed_offices(workplace.register, letter, bulk.run),
                on=workplace.working_day(),
                new_id=workplace.new_id,
            )
        except CensusDeskError as refused:
            workplace.refused(refused)

    return note


def printed_offices(register: "Register", letter: Letter, run: Run) -> Sequence[str]:
    """The offices of a run, in the order of the print queue."""
    offices = addressed_offices(letter, register.offices.all())
    queue = sorted(offices, key=lambda one: (one.rank, one.code))
    return [one.id for one in queue[run.first - 1 : run.last]]
