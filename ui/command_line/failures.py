"""Every way a command can fail, told as one sentence on standard error and an exit code."""

import errno
import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.words import N_, _
from ui import log as desk_log

DONE, REFUSED, MISUSED = 0, 1, 2
SENTENCES = {
    errno.ENOENT: N_("{name} tidak ditemukan."),
    errno.EACCES: N_("{name} tidak boleh dibaca atau ditulis oleh pengguna ini."),
    errno.EPERM: N_("{name} tidak boleh dibaca atau ditulis oleh pengguna ini."),
    errno.EROFS: N_("{name} berada di tempat yang hanya dapat dibaca."),
    errno.ENOSPC: N_("Disk penuh; {name} belum ditulis. Kosongkan ruang lalu ulangi."),
    errno.EDQUOT: N_("Jatah disk habis; {name} belum ditulis. Kosongkan ruang lalu ulangi."),
    errno.ENOTDIR: N_("{name} bukan folder."),
    errno.EISDIR: N_("{name} adalah folder, bukan berkas."),
    errno.EEXIST: N_("{name} sudah ada."),
    errno.ENAMETOOLONG: N_("Nama {name} terlalu panjang."),
}


def guarded(work: Callable[[], int], doing: str) -> int:
    """What `work` answers, or 1 after its failure was told in one sentence."""
    try:
        code = work()
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  (the outermost floor)
        return told(error, doing)
    return code


def told(error: BaseException, doing: str) -> int:
    """Tell a failure in one sentence; a bug goes to the log with its traceback. Answers 1."""
    if isinstance(error, KeyboardInterrupt):
        return refused(_("Dihentikan. Yang sudah tersimpan tetap aman."))
    if isinstance(error, BrokenPipeError):
        _close_output()
        return refused(_("Keluaran ditutup sebelum semuanya ditulis."))
    if isinstance(error, CensusDeskError):
        return refused(error.sentence)
    if isinstance(error, OSError):
        return refused(sentence_of(error))
    if isinstance(error, ImportError) and error.name in ("tkinter", "_tkinter"):
        return refused(_("Python ini tidak membawa Tk, jadi tidak ada jendela.") + _way_without())
    return refused(_told_and_logged(error, doing))


def _way_without() -> str:
    return " " + _("Tanpa jendela: census-desk --help")


def refused(sentence: str) -> int:
    """Tell one sentence on standard error; answers the exit code 1."""
    print(" ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def sentence_of(error: OSError) -> str:
    """A failure of the file system in words."""
    name = str(error.filename) if error.filename else _("Berkas")
    sentence = SENTENCES.get(error.errno or 0)
    if sentence is None:
        return _("{name} tidak dapat dibaca atau ditulis (kesalahan sistem {number}).").format(
            name=name, number=error.errno
        )
    return _(sentence).format(name=name)


def log(error: BaseException, doing: str) -> Path:
    """Append the traceback, long numbers masked, to the desk's log; answers the file."""
    path = desk_log.folder() / desk_log.LOG_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > desk_log.LOG_BYTES:
        path.replace(path.with_suffix(".log.1"))
    text = desk_log.masked("".join(traceback.format_exception(error)))
    with path.open("a", encoding="utf-8", errors="replace") as file:
        file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z} {doing}\n{text}\n")
    return path


def _told_and_logged(error: BaseException, command: str) -> str:
    try:
        path = log(error, command)
    except OSError:
        return _("Ada kesalahan program; rinciannya tidak dapat dicatat. Data Anda aman.")
    return _("Ada kesalahan program; rinciannya dicatat di {path}. Data Anda aman.").format(
        path=path
    )


def _close_output() -> None:
    """Let Python close standard output without meeting the broken pipe again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
