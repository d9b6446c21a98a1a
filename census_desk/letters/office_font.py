"""Fonts of the office: files kept once by their digest, and families of up to four faces."""

import base64
import hashlib
from binascii import Error as BadBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from census_desk.checks import limit, refuse, require
from census_desk.words import N_, _

FACES = ("regular", "bold", "italic", "bold_italic")
FACE_NAMES: Mapping[str, str] = {
    "regular": N_("Biasa"),
    "bold": N_("Tebal"),
    "italic": N_("Miring"),
    "bold_italic": N_("Tebal miring"),
}
MOST_FONT_BYTES = 3 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A TrueType file; `content` is base64, `sha256` the digest of the bytes.

    `name` is the file's own, `face` what the font calls itself ("Bookman Old Style Bold").
    """

    id: str
    name: str
    face: str
    sha256: str
    content: str

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "name", self.name, _("Nama berkas"))
        require(problems, "sha256", self.sha256, "sha256")
        require(problems, "content", self.content, _("Isi berkas"))
        limit(problems, "name", self.name, _("Nama berkas"), 200)
        limit(problems, "face", self.face, _("Nama huruf"), 200)
        refuse(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFont:
    """A family a layout may choose; a face without a file is printed in the regular one."""

    id: str
    name: str
    regular_id: str
    bold_id: str = ""
    italic_id: str = ""
    bold_italic_id: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "name", self.name, _("Nama huruf"))
        require(problems, "regular_id", self.regular_id, _("Berkas huruf biasa"))
        limit(problems, "name", self.name, _("Nama huruf"), 120)
        refuse(problems)


class CarriedFont(str):
    """The name of a family in a layout to be printed, with the files it stands for.

    Papers hand font names from one to the other; so the file travels with its name. The name holds
    the digest of the files: one name never means two fonts.
    """

    faces: tuple[bytes, bytes, bytes, bytes]

    def __new__(cls, name: str, faces: tuple[bytes, bytes, bytes, bytes]) -> "CarriedFont":
        """`faces` in the order of FACES."""
        digest = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in faces))
        made = super().__new__(cls, f"{name} {digest.hexdigest()[:16]}")
        made.faces = faces
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFont:
    """A font of the office an issued paper was set in: family, face, digest of the file."""

    family: str
    face: str
    sha256: str


def face_id(font: OfficeFont, face: str) -> str:
    """The id of a face's file; the regular one's where it has none."""
    return getattr(font, f"{face}_id") or font.regular_id


def missing_faces(font: OfficeFont) -> tuple[str, ...]:
    """The faces that are printed in the regular one for want of a file."""
    return tuple(face for face in FACES if not getattr(font, f"{face}_id"))


def frozen_words(fonts: Iterable[FrozenFont]) -> str:
    """The fonts of an issued paper, each face with the beginning of its file's digest."""
    return ", ".join(
        f"{one.family} {_(FACE_NAMES[one.face]).lower()} ({one.sha256[:8]})" for one in fonts
    )


def file_bytes(file: FontFile) -> bytes | None:
    """The bytes of a kept file; None when they are not those its digest was made of."""
    try:
        data = base64.b64decode(file.content, validate=True)
    except (BadBase64, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == file.sha256 else None
