"""Backups without a window: where they go, which there are, making, checking and restoring one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.register import Register
from census_desk.register.backups import sentence_of_age
from census_desk.words import N_, _
from ui.presenters.emblems import size_text
from ui.presenters.kept_folders import folder_key, use_kept_folders
from ui.tables import Column, TableModel
from ui.wording import MOMENT_EMS, spoken_moment
from ui.workplace import ERROR, OK

if TYPE_CHECKING:
    from ui.workplace import Workplace

ENDING = ".censusdesk"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup as a row of the table."""

    id: str
    backup: Any
    size: int


class BackupsPresenter:
    """What the section Cadangan can do."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.model = TableModel(COLUMNS, workplace.lookup)
        self.report: tuple[str, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether the register has a file at all (one in memory has no backups)."""
        return self.workplace.register.path is not None

    @property
    def age_text(self) -> str:
        """When the last backup was made."""
        # The end of the working computer's day: a backup of today is "hari ini" at any hour.
        now = datetime.combine(self.workplace.today(), time.max)
        return sentence_of_age(self.workplace.register.last_backup_at, now)

    @property
    def folder_text(self) -> str:
        """Where backups go."""
        return str(self.workplace.register.backup_folder) if self.is_possible else ""

    @property
    def second_folder_text(self) -> str:
        """The second place, or that there is none."""
        second = self.workplace.register.second_backup_folder if self.is_possible else None
        return str(second) if second else _("belum dipilih (misalnya flashdisk)")

    @property
    def chosen(self) -> Any | None:
        """The backup the selection is on."""
        rows = self.model.selected_records()
        return rows[0].backup if rows else None

    def refresh(self) -> None:
        """List the backups there are, newest first."""
        found = self.workplace.register.backups() if self.is_possible else []
        rows = [BackupRow(backup.path.name, backup, _size(backup.path)) for backup in found]
        self.model.set_records(rows)

    # doing

    def back_up(self) -> None:
        """Make a verified backup now."""
        self._try(self._back_up)

    def choose_folder(self, second: bool = False) -> None:
        """Choose where backups go, or the second place; remembered for this register."""
        register = self.workplace.register
        folder = self.workplace.choose_folder(_("Folder cadangan"))
        if folder is None or register.path is None:
            return
        self.workplace.preferences.set(folder_key(register.path, second), str(folder))
        use_kept_folders(register, self.workplace.preferences)
        self.refresh()
        self.workplace.say(_("Cadangan berikutnya disimpan di {folder}.").format(folder=folder))

    def check_register(self) -> None:
        """Read the whole register from disk and say what was found."""
        self._try(lambda: self._told(self.workplace.register.check(), _("Register")))

    def check_chosen(self) -> None:
        """Check the chosen backup off the window's thread and say what was found."""
        chosen = self.chosen
        if chosen is not None:
            self.workplace.background.run(
                lambda: chosen.report, lambda report: self._told(report, chosen.path.name)
            )

    def restore_copy(self) -> Path | None:
        """Restore the chosen backup as a register of its own beside this one; this one stays."""
        chosen, path = self.chosen, self.workplace.register.path
        if chosen is None or path is None:
            return None
        name = f"{path.stem}-{chosen.at:%Y%m%d-%H%M}{ENDING}"
        target = self.workplace.choose_save_path(name, folder=path.parent)
        if target is None or not self._is_free(target):
            return None
        return self._try(lambda: self._restore_to(chosen.path, target))

    def restore_here(self, reopen: Callable[[Callable[[], Register]], object]) -> None:
        """Put the chosen backup in this register's place, after a question.

        `reopen` closes the register, calls what it is given, and goes on with the answer.
        """
        chosen, path = self.chosen, self.workplace.register.path
        if chosen is None or path is None:
            return
        question = _(
            "Pulihkan register ke keadaan {at}? Yang disimpan sesudahnya tidak ada lagi di "
            "register; berkas sekarang tetap ada sebagai {old}."
        ).format(at=spoken_moment(chosen.at), old=f"{path.name}.sebelum-pulih")
        if not self.workplace.confirm(question, action=_("Pulihkan"), danger=True):
            return
        actor = self.workplace.register.actor
        reopen(lambda: Register.restore(chosen.path, path, actor=actor))

    # inside

    def _back_up(self) -> None:
        made = self.workplace.register.backup(_("atas permintaan"))
        self.refresh()
        self.model.select(made.name)
        self.workplace.say(_("Cadangan dibuat dan diperiksa: {name}").format(name=made.name), OK)

    def _restore_to(self, source: Path, target: Path) -> Path:
        Register.restore(source, target, actor=self.workplace.register.actor).close()
        self.workplace.say(
            _("Cadangan dipulihkan ke salinan {name}.").format(name=target.name),
            OK,
            (_("Buka folder"), lambda: self.workplace.open_folder(target)),
        )
        return target

    def _is_free(self, target: Path) -> bool:
        if not target.exists():
            return True
        self.workplace.say(
            _("{name} sudah ada; pilih nama lain untuk salinan.").format(name=target.name), ERROR
        )
        return False

    def _told(self, report: Any, name: str) -> None:
        self.report = tuple(report.problems)
        if report.ok:
            text = _("{name} utuh: {rows} catatan dan {commits} langkah diperiksa.").format(
                name=name, rows=number(report.rows), commits=number(report.commits)
            )
            self.workplace.say(text, OK)
            return
        text = _("{name}: {count} masalah ditemukan.").format(name=name, count=len(self.report))
        self.workplace.say(text, ERROR)
        self.workplace.choose("\n".join((text, *self.report[:12])), [_("Tutup")])

    def _try(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


COLUMNS = (
    Column(
        name="at",
        label=N_("Waktu"),
        text=lambda row, lookup: spoken_moment(row.backup.at),
        sort_key=lambda row, lookup: row.backup.at,
        ems=MOMENT_EMS,
        firm=True,
    ),
    Column(
        name="rev",
        label=N_("Langkah ke-"),
        text=lambda row, lookup: number(row.backup.rev),
        sort_key=lambda row, lookup: row.backup.rev,
        align="e",
        ems=11,
    ),
    Column(
        name="size",
        label=N_("Ukuran"),
        text=lambda row, lookup: size_text(row.size),
        sort_key=lambda row, lookup: row.size,
        align="e",
        ems=9,
    ),
    Column(name="name", label=N_("Berkas"), text=lambda row, lookup: row.id, ems=36),
)
