"""Papers of the window: written in the background, kept in a folder, opened or saved elsewhere."""

from collections.abc import Callable
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui.papers.files import Paper, save
from ui.workplace import ERROR, OK, WARNING, Task, Workplace

FOLDER_KEY = "papers.folder"


Job = Callable[[], Paper]
LongJob = Callable[[Task], Paper]
FilesJob = Callable[[Task], list[Path]]


class Printing:
    """What Cetak, Simpan PDF and Buka folder do, whatever the paper.

    A `gather` runs on the window's thread and reads the register; the job it answers runs in the
    background and touches neither register nor widgets.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def folder(self) -> Path:
        """Where papers are kept: the chosen folder, else "cetakan" beside the register."""
        chosen = self._workplace.preferences.get(FOLDER_KEY)
        if chosen:
            return Path(str(chosen))
        path = self._workplace.register.path
        return (path.parent if path is not None else Path.cwd()) / "cetakan"

    def print(self, gather: Callable[[], Job]) -> None:
        """Write the paper into the folder and open it in the computer's PDF program."""
        self._start(gather, self._printed)

    def save_as(self, gather: Callable[[], Job]) -> None:
        """Write the paper where the person says."""
        self._start(gather, self._saved_as)

    def long(
        self,
        title: str,
        gather: Callable[[], LongJob],
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """A paper of many pages, with progress and Batal; it is opened when done."""
        try:
            job = gather()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.background.long(
            title,
            lambda task: _told(lambda: job(task)),
            lambda made: self._take(made, lambda paper: self._printed_long(paper, done)),
        )

    def files(
        self,
        title: str,
        gather: Callable[[Path], FilesJob],
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """One file each in a folder the person chooses: all of them or none."""
        folder = self._workplace.choose_folder(title, folder=self._existing_folder())
        if folder is None:
            return
        try:
            job = gather(folder)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.background.long(
            title,
            lambda task: _told_files(lambda: job(task)),
            lambda made: self._take_files(made, folder, done),
        )

    def open_folder(self) -> None:
        """Show the folder of the papers."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            told = _("Folder {folder} tidak dapat dibuat: {why}")
            self._workplace.say(told.format(folder=self.folder, why=error.strerror or error), ERROR)
            return
        self._workplace.open_folder(self.folder)

    def _start(self, gather: Callable[[], Job], then: Callable[[Paper], None]) -> None:
        try:
            job = gather()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.background.run(lambda: _told(job), lambda made: self._take(made, then))

    def _take(self, made: "Paper | CensusDeskError", then: Callable[[Paper], None]) -> None:
        if isinstance(made, CensusDeskError):
            self._workplace.refused(made)
            return
        try:
            then(made)
        except CensusDeskError as refused:
            self._workplace.refused(refused)

    def _printed_long(self, paper: Paper, done: Callable[[], object]) -> None:
        if not paper.pdf:
            return  # stopped by the person: nothing half printed is kept
        self._printed(paper)
        done()

    def _take_files(
        self, made: "list[Path] | CensusDeskError", folder: Path, done: Callable[[], object]
    ) -> None:
        if isinstance(made, CensusDeskError):
            self._workplace.refused(made)
            return
        if not made:
            return
        done()
        told = _("{count} berkas ada di {folder}.").format(count=len(made), folder=folder)
        self._say(told, folder)

    def _existing_folder(self) -> Path | None:
        return self.folder if self.folder.is_dir() else None

    def _printed(self, paper: Paper) -> None:
        path = paper.keep(lambda: save(paper, self.folder))
        try:
            self._workplace.open_file(path)
        except CensusDeskError as refused:
            told = _("Disimpan: {name}.").format(name=path.name)
            self._say(f"{told} {refused.sentence}", path, WARNING)
            return
        self._say(_("Siap dicetak: {name}").format(name=path.name), path)

    def _saved_as(self, paper: Paper) -> None:
        from reports.document import write

        path = self._workplace.choose_save_path(paper.name, folder=self.folder)
        if path is not None:
            paper.keep(lambda: write(path, paper.pdf))
            self._say(_("Disimpan: {name}").format(name=path.name), path)

    def _say(self, text: str, path: Path, kind: str = OK) -> None:
        self._workplace.say(
            text, kind, (_("Buka folder"), lambda: self._workplace.open_folder(path))
        )


def _told(job: Job) -> "Paper | CensusDeskError":
    """The paper, or why there is none: an expected failure is told, not raised."""
    try:
        return job()
    except CensusDeskError as refused:
        return refused


def _told_files(job: Callable[[], list[Path]]) -> "list[Path] | CensusDeskError":
    """The files, or why there are none; a full disk is told in words too."""
    try:
        return job()
    except CensusDeskError as refused:
        return refused
