"""Where a register lies: on a share that several computers write, or in a place that harms it."""

import os
import sys
from pathlib import Path, PurePath

from census_desk.words import _

_SHARES = ("cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "ncpfs", "webdav")
_STICKS = ("vfat", "msdos", "exfat", "fat32", "fat")
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "nextcloud")
_REMOTE_DRIVE = 4


def is_shared(path: Path) -> bool:
    """Whether the file lies on another computer's disk."""
    if os.name == "nt":
        return str(path).startswith("\\\\") or _windows_drive_type(path) == _REMOTE_DRIVE
    kind = _kind_of(path)
    return kind in _SHARES or kind.startswith(("fuse.ssh", "fuse.smb"))


def warnings_about(path: Path) -> list[str]:
    """Sentences about a place that may lose what is saved there; empty for an ordinary folder."""
    found = []
    if _file_system(path).lower() in _STICKS:
        found.append(
            _(
                "Register berada di stik atau kartu FAT; cabut hanya sesudah aplikasi ditutup, "
                "dan simpan cadangan di tempat lain."
            )
        )
    if is_synced(path):
        found.append(
            _(
                "Register berada di folder sinkronisasi (OneDrive, Dropbox, Google Drive). "
                "Pindahkan ke folder biasa; yang disinkronkan cukup folder cadangannya."
            )
        )
    return found


def is_synced(path: PurePath) -> bool:
    """Whether a folder on the way belongs to a synchronising program."""
    return any(
        part.lower() == name or part.lower().startswith(f"{name} -")
        for part in path.parts
        for name in _SYNCED
    )


def mount_kind(mounts: str, path: PurePath) -> str:
    """The file system type of a path by the text of /proc/mounts; the longest mount point wins."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePath(fields[1].replace("\\040", " "))
        if (point == path or point in path.parents) and len(point.parts) > best:
            best, kind = len(point.parts), fields[2]
    return kind


def _kind_of(path: Path) -> str:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    text = mounts.read_text(encoding="utf-8", errors="replace")
    return mount_kind(text, path.resolve()).lower()


def _file_system(path: Path) -> str:
    return _windows_file_system(path) if os.name == "nt" else _kind_of(path)


def _windows_drive_type(path: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(path.resolve().anchor))


def _windows_file_system(path: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    name = ctypes.create_unicode_buffer(64)
    ctypes.windll.kernel32.GetVolumeInformationW(
        path.resolve().anchor, None, 0, None, None, None, name, len(name)
    )
    return name.value
