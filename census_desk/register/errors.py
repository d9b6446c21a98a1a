"""What can go wrong with a register, worded for the clerk."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from census_desk.errors import CensusDeskError
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.register.backups import Backup
    from census_desk.register.lease import Holder, LeaseWatch


def sentence_case(noun: str) -> str:
    """A noun at the head of a sentence; abbreviations such as OPD stay as they are."""
    return noun[:1].upper() + noun[1:]


class RegisterError(CensusDeskError):
    """Base of everything the register refuses."""


class CannotOpen(RegisterError):
    """The file at `path` was not opened; `backups` are the newest good ones, newest first."""

    def __init__(self, path: Path, sentence: str, backups: "Sequence[Backup]" = ()) -> None:
        self.path = path
        self.plain = sentence
        self.backups = list(backups)
        if self.backups:
            sentence += " " + _("Cadangan terbaru yang baik: {name}.").format(
                name=self.backups[0].path.name
            )
        super().__init__(sentence)

    def with_backups(self, backups: "Sequence[Backup]") -> Self:
        """The same refusal, offering these backups."""
        return type(self)(self.path, self.plain, backups)


class RegisterNotFound(CannotOpen):
    """No file at the path; nothing is made in its place."""


class ForeignFile(CannotOpen):
    """The file is not a register of Census Desk."""


class NewerRegister(CannotOpen):
    """The file was written by a later version of Census Desk."""


class OlderRegister(CannotOpen):
    """The file is of an earlier version and must be opened for writing once."""


class DamagedRegister(CannotOpen):
    """The file fails its checks; it may still open read-only."""


class RegisterReplaced(RegisterError):
    """The file at the path is no longer the one that was opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "Register {name} berganti sejak dibuka (dipulihkan atau disalin ulang). "
                "Perubahan terakhir belum disimpan; tutup lalu buka kembali register ini."
            ).format(name=path.name)
        )


class PathTaken(RegisterError):
    """A new register was asked for where a file already is, or was."""


class RegisterInUse(RegisterError):
    """Somebody else writes this register on the shared folder."""

    def __init__(self, path: Path, holder: "Holder", watch: "LeaseWatch") -> None:
        self.path = path
        self.holder = holder
        self.watch = watch
        super().__init__(
            _(
                "Register {name} dipakai oleh {person} di {pc} sejak {since}. Buka baca-saja?"
            ).format(name=path.name, person=holder.person, pc=holder.pc, since=holder.since_text)
        )


class LeaseLost(RegisterError):
    """Another computer took this register over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "Register {name} sudah diambil alih komputer lain; belum disimpan. "
                "Register ini sekarang baca-saja; isian Anda masih di layar."
            ).format(name=path.name)
        )


class ReadOnlyRegister(RegisterError):
    """A write was tried on a register that is open for reading."""

    def __init__(self, reason: str = "") -> None:
        text = _("Register dibuka baca-saja; perubahan tidak disimpan.")
        super().__init__(f"{text} {reason}".rstrip())


class SaveFailed(RegisterError):
    """Storage failed while saving; `saved` is what reading the file back showed.

    `known` is False when the file could not be read back either.
    """

    def __init__(self, sentence: str, saved: bool = False, known: bool = True) -> None:
        self.saved = saved
        self.known = known
        super().__init__(sentence)


class RecordNotFound(RegisterError):
    """No record with this id."""

    def __init__(self, collection: str, record_id: str, noun: str) -> None:
        self.collection = collection
        self.record_id = record_id
        super().__init__(
            _("{noun} {id} tidak ditemukan; mungkin sudah dihapus.").format(
                noun=sentence_case(noun), id=record_id
            )
        )


class RecordExists(RegisterError):
    """A record with this id is already there."""

    def __init__(self, collection: str, record_id: str, noun: str) -> None:
        self.collection = collection
        self.record_id = record_id
        super().__init__(
            _("{noun} {id} sudah ada di register.").format(noun=sentence_case(noun), id=record_id)
        )


class StaleRecord(RegisterError):
    """The saved record is newer than the one that was edited: show both versions."""

    def __init__(self, mine: object, theirs: object | None, base_rev: int, noun: str) -> None:
        self.mine = mine
        self.theirs = theirs
        self.base_rev = base_rev
        super().__init__(
            _(
                "{noun} ini sudah diubah orang lain sejak Anda membukanya; belum disimpan. "
                "Bandingkan kedua versi lalu pilih."
            ).format(noun=sentence_case(noun))
        )


class CannotUndo(RegisterError):
    """A step stays as it is; the sentence names why."""


class BadDocument(RegisterError):
    """A document holds something a register cannot keep (NaN, a key that is no text, …)."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("Isi catatan tidak dapat disimpan: {reason}").format(reason=reason))


class BackupFailed(RegisterError):
    """A backup could not be made or did not pass its check."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _(
                "Cadangan gagal dibuat: {reason}. Register sendiri tidak terganggu; "
                "periksa folder cadangan."
            ).format(reason=reason)
        )


class CannotRestore(RegisterError):
    """A backup was not restored; the register was left as it was."""


class NoSuchMoment(RegisterError):
    """The register did not exist yet at the moment asked for."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(
            _("Register belum ada pada {moment}.").format(moment=moment.strftime("%d-%m-%Y %H.%M"))
        )
