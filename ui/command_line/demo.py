"""The demo: the sample campaign as a register, with its papers printed beside it."""

import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from census_desk.desk import working_day
from census_desk.editing import the_desk, title_of
from census_desk.letters.letter import IN_FORCE, LetterKind
from census_desk.register import Register
from census_desk.sessions.session import SessionKind
from census_desk.visits.visit import VisitStatus
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.opening import ENDING, clerk, size
from ui.command_line.progress import Progress
from ui.command_line.records import table_workbook
from ui.command_line.showing import shower_of

if TYPE_CHECKING:
    from ui.papers import Paper

FOLDER = "census-desk-demo"
MEETINGS = (SessionKind.COORDINATION, SessionKind.KICKOFF)


class Making(Protocol):
    """Makes one paper."""

    def __call__(self) -> "Paper": ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One paper of the demo: what the progress line says, and how it is made."""

    title: str
    make: Making


def make_demo(args: Namespace) -> int:
    """`demo`: the register unless it is there already, every paper anew, a list of all."""
    folder: Path = args.folder
    path = demo_register(folder, clerk(args), again=args.again)
    made = [path]
    with Register.open(path, actor=clerk(args)) as register:
        made += _printed(list(demo_jobs(register)), folder)
    print(_("Isi folder {folder}:").format(folder=folder))
    for one in made:
        print(f"{size(one):>9}  {one.name}")
    told = _("Baca naskahnya di folder itu; jendelanya dibuka dengan: {program} {path}")
    print(told.format(program=_program(), path=path))
    return DONE


def _printed(jobs: list[Job], folder: Path) -> Iterator[Path]:
    progress = Progress(len(jobs))
    try:
        for job in jobs:
            progress.begin(job.title)
            yield _saved(job.make(), folder)
    finally:
        progress.end()


def demo_register(folder: Path, actor: str, *, again: bool) -> Path:
    """The demo's register, built when it is not there; `again` sets the old one aside first.

    It is built out of sight and moved into place, so that a half-made one is never met.
    """
    from census_desk import sample

    name = f"{sample.samples()[0].folder}{ENDING}"
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    if path.exists() and not again:
        return path
    with tempfile.TemporaryDirectory(prefix=".contoh-", dir=folder) as workshop:
        draft = Path(workshop) / name
        sample.create(draft, actor=actor).close()
        if path.exists():
            path.rename(_free_name(path))
        shutil.move(draft, path)
    return path


def demo_jobs(register: Register) -> Iterator[Job]:
    """The issued circular, the meetings, a session with names, the visits held, the coverage board
    for the wall, the OPD table."""
    from ui.papers import PAPERS

    for key, record_id in _chosen(register):
        kind = PAPERS[key]
        title = title_of(register.collection(kind.collection).get(record_id))
        make = partial(kind.print, register, record_id)
        yield Job(title=f"{_(kind.name)}: {title}", make=make)
    yield Job(title=_("Papan cakupan"), make=partial(_board, register))
    yield Job(title=_("Tabel OPD"), make=partial(_office_table, register))


def _chosen(register: Register) -> Iterator[tuple[str, str]]:
    for letter in register.letters.all():
        if letter.status in IN_FORCE:
            yield "surat", letter.id
            if letter.kind is LetterKind.CIRCULAR:
                yield "edaran-per-opd", letter.id
    for session_id in _sessions(register):
        yield "daftar-hadir", session_id
    for visit in register.visits.all():
        if visit.status is VisitStatus.HELD:
            yield "laporan-pendampingan", visit.id
            yield "berita-acara", visit.id


def _sessions(register: Register) -> list[str]:
    """The meetings of the heads, and the first session whose people are known by name."""
    meetings = [one.id for one in register.sessions.all() if one.kind in MEETINGS]
    staffed = {one.office_id for one in register.employees.all()}
    others = (one for one in register.sessions.all() if one.kind is SessionKind.OFFICE)
    return meetings + [one.id for one in others if staffed & set(one.office_ids)][:1]


def _board(register: Register) -> "Paper":
    from ui.papers.coverage import BoardAsked, coverage_job

    on = working_day(the_desk(register), date.today())
    return coverage_job(register, BoardAsked(on=on), on)()


def _office_table(register: Register) -> "Paper":
    from ui.papers import Paper

    content = table_workbook(shower_of(register, "offices", full=False))
    return Paper(name=_("Tabel OPD") + ".xlsx", pdf=content)


def _saved(paper: "Paper", folder: Path) -> Path:
    from ui.papers import save

    return save(paper, folder, replace=True)


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.lama-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _program() -> str:
    """How the person started this: the installed command, else run.py of a clone."""
    return "census-desk" if Path(sys.argv[0]).stem == "census-desk" else "python3 run.py"
