"""A workbook as an archive: looked through and counted before anything inside is understood."""

import io
import zipfile
import zlib

from census_desk.intake.table import UnreadableFile
from census_desk.words import _

MOST_MEMBERS = 2_000
MOST_INFLATED = 300 * 1024 * 1024
MOST_RATIO = 100
_CHUNK = 1024 * 1024
# No part of a workbook has a document type; whoever declares one wants entities expanded.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check_archive(data: bytes, file: str) -> None:
    """UnreadableFile unless `data` is an .xlsx of sane size; every member is inflated and counted.

    Limits: 2,000 members, 300 MiB inflated (counted, not believed), 100 times the file's size.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise UnreadableFile(
            file,
            _(
                "berformat Excel lama (.xls) atau berkata sandi; "
                "buka di Excel, simpan sebagai .xlsx tanpa kata sandi."
            ),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive, file)
            _check_content(archive, file, len(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableFile(file, broken()) from error


def broken() -> str:
    """The reason given for whatever cannot be understood."""
    return _("rusak atau bukan berkas Excel; buka di Excel, simpan ulang sebagai .xlsx.")


def _check_names(archive: zipfile.ZipFile, file: str) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if len(members) > MOST_MEMBERS or len(set(names)) != len(names):
        raise UnreadableFile(file, broken())
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(file, _("berkata sandi; simpan ulang tanpa kata sandi."))
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise UnreadableFile(file, _("bukan .xlsx; buka lalu simpan sebagai Excel (.xlsx)."))
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= set(names):
        raise UnreadableFile(file, broken())


def _check_content(archive: zipfile.ZipFile, file: str, size: int) -> None:
    total = 0
    for member in archive.infolist():
        tail = b""
        with archive.open(member) as content:
            while chunk := content.read(_CHUNK):
                total += len(chunk)
                if total > MOST_INFLATED or total > MOST_RATIO * size:
                    raise UnreadableFile(
                        file, _("isinya terlalu besar setelah dibuka; berkas ini tidak dibaca.")
                    )
                if any(sign in tail + chunk for sign in _DOCTYPES):
                    raise UnreadableFile(file, _("memuat perintah XML yang tidak diizinkan."))
                tail = chunk[-20:]
