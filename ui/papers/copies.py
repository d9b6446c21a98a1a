"""One letter for many: a copy for each office, village or officer, in one file or one file each."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.letters.citing import cited_whole
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import OFFICE_FIELDS, addressee, field_values, used_fields
from census_desk.letters.letter import CoverItem, Letter, LetterKind
from census_desk.letters.sending import addressed_offices
from census_desk.people import Office
from census_desk.places import VillageKind, villages
from census_desk.words import N_, _
from ui.papers.facts import FactMissing, Progress
from ui.papers.files import Paper, safe_name
from ui.papers.letters import FILE_WORDS, letter_content, letter_file_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.letters.content import Copy, LetterContent

LEAST_STEP = 50  # copies between two reports of progress


class Audience(StrEnum):
    """Who gets a copy each."""

    OFFICES = "opd"
    VILLAGES = "desa"
    OFFICERS = "petugas"


AUDIENCE_NAMES = {
    Audience.OFFICES: N_("OPD penerima surat"),
    Audience.VILLAGES: N_("Semua desa dan kelurahan"),
    Audience.OFFICERS: N_("Semua petugas lapangan"),
}


class NoSuchCopies(CensusDeskError):
    """A range of copies that the letter does not have."""

    def __init__(self, first: int, last: int, total: int) -> None:
        super().__init__(
            _("Lembar {first}–{last} tidak ada; surat ini terdiri atas {total} lembar.").format(
                first=first, last=last, total=total
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is printed: to whom, and which copies of the queue (1 is the first; None is the end)."""

    audience: Audience = Audience.OFFICES
    first: int = 1
    last: int | None = None


ALL = Run()
Many = Callable[[Progress], Paper]


def letter_copies_pdf(register: "Register", letter_id: str) -> Paper:
    """One copy for every office of the letter, in one file."""
    return letter_copies_job(register, register.letters.get(letter_id))(Silent())


def letter_copies_job(register: "Register", letter: Letter, run: Run = ALL) -> Many:
    """The copies of a run in one file, in the order of the offices' rank.

    The job answers a Paper without content when the person stops it: nothing half printed.
    """
    chosen, content = _gathered(register, letter, run)

    def job(progress: Progress) -> Paper:
        from reports.letters.forms import FORMS
        from reports.letters.press import print_copies

        told = _told(progress, len(chosen))
        copies = [copy for _number, copy in chosen]
        pdf = print_copies(FORMS[letter.kind], content, copies, told)
        return Paper(name=_copies_name(letter, run, chosen), pdf=pdf)

    return job


def letter_files_job(
    register: "Register", letter: Letter, folder: Path, run: Run = ALL
) -> Callable[[Progress], list[Path]]:
    """The copies of a run as one file each: all of them appear in the folder, or none.

    Each name begins with its place in the queue. A file of that name is replaced.
    """
    chosen, content = _gathered(register, letter, run)

    def job(progress: Progress) -> list[Path]:
        from reports.letters.forms import FORMS
        from reports.letters.press import print_apart

        told = _told(progress, len(chosen))
        copies = [copy for _number, copy in chosen]
        names = [_copy_name(letter, number, copy) for number, copy in chosen]
        return _all_or_none(folder, names, print_apart(FORMS[letter.kind], content, copies), told)

    return job


def receipts_job(register: "Register", letter: Letter, run: Run = ALL) -> Many:
    """A tanda terima for every copy of a run, in one file."""
    chosen, content = _gathered(register, letter, run)
    slip = _receipt_content(letter, content)

    def job(progress: Progress) -> Paper:
        from reports.letters.cover import receipts

        copies = [replace(copy, values={}) for _number, copy in chosen]
        pdf = receipts(slip, copies, _told(progress, len(copies)))
        return Paper(name=safe_name("Tanda Terima", letter.number or letter.subject), pdf=pdf)

    return job


def receipts_pdf(register: "Register", letter_id: str) -> Paper:
    """A tanda terima for every office of the letter."""
    return receipts_job(register, register.letters.get(letter_id))(Silent())


def copies_of(register: "Register", letter: Letter, run: Run = ALL) -> "list[tuple[int, Copy]]":
    """The copies of a run with their places in the queue; NoSuchCopies, FactMissing."""
    every = _AUDIENCES[run.audience](register, letter)
    if not every:
        raise FactMissing(_(AUDIENCE_NAMES[run.audience]), letter.number or letter.subject)
    last = len(every) if run.last is None else run.last
    if not 1 <= run.first <= last <= len(every):
        raise NoSuchCopies(run.first, last, len(every))
    return list(enumerate(every, 1))[run.first - 1 : last]


class Silent:
    """A long job that nobody watches."""

    def step(self, done: int, total: int, text: str = "") -> bool:
        """Go on."""
        return True


def _gathered(
    register: "Register", letter: Letter, run: Run
) -> "tuple[list[tuple[int, Copy]], LetterContent]":
    chosen = copies_of(register, letter, run)
    first = chosen[0][1]
    own = any(copy.values for _number, copy in chosen)
    content = letter_content(register, letter, recipients=first.recipients, open_fields=own)
    return chosen, content


def _told(progress: Progress, total: int) -> Callable[[int], bool]:
    text = _("Menyusun {count} lembar").format(count=total)
    every = max(1, min(LEAST_STEP, total // 20))
    progress.step(0, total, text)

    def step(done: int) -> bool:
        return bool(progress.step(done, total)) if done % every == 0 or done == total else True

    return step


def _all_or_none(
    folder: Path, names: Sequence[str], files: Iterator[bytes], step: Callable[[int], bool]
) -> list[Path]:
    """Write beside the folder's own files first; move them in when every one is there."""
    from reports.document import write

    draft = _free(folder)
    try:
        for place, (name, content) in enumerate(zip(names, files, strict=True), 1):
            write(draft / name, content)
            if not step(place):
                return []
        return [(draft / name).replace(folder / name) for name in names]
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _free(folder: Path) -> Path:
    return next(
        path for number in count(1) if not (path := folder / f".lembar-{number}.tmp").exists()
    )


def _offices(register: "Register", letter: Letter) -> "list[Copy]":
    from reports.letters.content import Copy

    facts = campaign_facts(register)
    own = any(name in OFFICE_FIELDS for name in used_fields(_texts(letter)))
    offices = sorted(
        addressed_offices(letter, register.offices.all()), key=lambda one: (one.rank, one.code)
    )

    def values(office: Office) -> dict[str, str]:
        known = field_values(facts, on=letter.dated_on, office=office)
        return {name: known.get(name, "…") for name in OFFICE_FIELDS}

    return [
        Copy(
            recipients=(addressee(office),),
            recipients_at=letter.recipients_at,
            values=values(office) if own else {},
        )
        for office in offices
    ]


def _villages(register: "Register", letter: Letter) -> "list[Copy]":
    from reports.letters.content import Copy

    heads = {VillageKind.DESA: "Kepala Desa", VillageKind.KELURAHAN: "Lurah"}
    code = the_desk(register).regency_code
    return [
        Copy(recipients=(f"{heads[one.kind]} {one.name}",), recipients_at=letter.recipients_at)
        for one in (villages(code) if code else ())
    ]


def _officers(register: "Register", letter: Letter) -> "list[Copy]":
    from reports.letters.content import Copy

    officers = sorted(
        register.officers.all(), key=lambda one: (one.district_code, one.name, one.id)
    )
    return [
        Copy(recipients=(f"Sdr. {one.name}",), recipients_at=letter.recipients_at)
        for one in officers
    ]


_AUDIENCES: "dict[Audience, Callable[[Register, Letter], list[Copy]]]" = {
    Audience.OFFICES: _offices,
    Audience.VILLAGES: _villages,
    Audience.OFFICERS: _officers,
}


def _texts(letter: Letter) -> str:
    return "\n".join((letter.body, *(one.body for one in letter.attachments)))


def _receipt_content(letter: Letter, content: "LetterContent") -> "LetterContent":
    """What an office signs for: the letter, by its number, date and subject."""
    what = cited_whole(letter, content.subject)
    return replace(
        content,
        kind=LetterKind.COVER,
        number="",
        body="",
        listed=(),
        attachments=(),
        assignees=(),
        items=(CoverItem(what=what, count="1 (satu) berkas"),),
        copy_to=(),
        electronic=False,
        archive=None,
    )


def _copies_name(letter: Letter, run: Run, chosen: "Sequence[tuple[int, Copy]]") -> str:
    stem = letter_file_name(letter).removesuffix(".pdf")
    part = "" if run.first == 1 and run.last is None else f"{chosen[0][0]}-{chosen[-1][0]}"
    word = {"opd": "per OPD", "desa": "per desa", "petugas": "per petugas"}[run.audience.value]
    return safe_name(stem, word, part)


def _copy_name(letter: Letter, number: int, copy: "Copy") -> str:
    who = " ".join(copy.recipients)
    return safe_name(f"{number:04d}", FILE_WORDS[letter.kind], letter.number, who)
