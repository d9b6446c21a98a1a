"""The embedded fonts: each family is read once, and knows which signs it can print."""

import hashlib
import io
import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFace, TTFontFile

from census_desk.letters.office_font import FACES, CarriedFont
from census_desk.resource_files import read_bytes, read_json
from reports.errors import BrokenFont, UnknownFont

FONT_LIST = "fonts/fonts.json"
PLAIN = "Arimo"  # forms and tables, whatever the letters are set in
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
RTL = ("R", "AL", "AN")
SUBSET = 250  # signs cut out of a font at a time
# What ReportLab stumbles over in a file that is no whole font; it has no one error for it.
BROKEN = (
    *(TTFError, struct.error, ArithmeticError, LookupError),
    *(ValueError, TypeError, AttributeError, AssertionError),
)
_lock = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The names of four faces as ReportLab knows them."""

    regular: str
    bold: str
    italic: str
    bold_italic: str

    def face(self, bold: bool = False, italic: bool = False) -> str:
        """The face for that emphasis."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def family(name: str = PLAIN) -> Family:
    """The family by its name in fonts.json, registered on first use; UnknownFont otherwise.

    A CarriedFont brings its files along.
    """
    with _lock:
        return _registered(name)


@cache
def printable(face: str) -> frozenset[str]:
    """The signs the face has pictures for (its cmap says so), printed as they are written.

    Controls and overrides of direction would deceive the reader; scripts that run from the right
    would come out reversed and unjoined.
    """
    return _plain_signs(_font(face).face)


def signs_of(data: bytes) -> frozenset[str]:
    """The signs papers can print with a TrueType file; BrokenFont when they cannot use it.

    A sign whose picture is empty is none, and the pictures of the rest are cut out once, as
    printing does, so that a broken one is found now.
    """
    try:
        file = TTFontFile(io.BytesIO(data))
        signs = frozenset(sign for sign in _plain_signs(file) if _has_picture(file, sign))
        codes = sorted(map(ord, signs))
        for first in range(0, len(codes), SUBSET):
            file.makeSubset(codes[first : first + SUBSET])
    except BROKEN as error:
        raise BrokenFont from error
    return signs


def _has_picture(file: TTFontFile, sign: str) -> bool:
    """Whether the font draws something for the sign, and inside its own pictures."""
    glyph = file.charToGlyph[ord(sign)]
    start, end = file.glyphPos[glyph], file.glyphPos[glyph + 1]
    return sign.isspace() or start < end <= file.get_table_pos("glyf")[1]


def _plain_signs(face: TTFontFile | TTFontFace) -> frozenset[str]:
    signs = (chr(code) for code, glyph in face.charToGlyph.items() if glyph)
    return frozenset(sign for sign in signs if _is_plain(sign))


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in UNSEEN and unicodedata.bidirectional(sign) not in RTL


def width(text: str, face: str, size: float) -> float:
    """How wide the text is, in points."""
    return float(_font(face).stringWidth(text, size))


_fonts: dict[str, TTFont] = {}


def _font(face: str) -> TTFont:
    return _fonts[face]


@cache
def _registered(name: str) -> Family:
    faces = _own(name) if isinstance(name, CarriedFont) else _shipped(name)
    registerFontFamily(
        faces["regular"],
        normal=faces["regular"],
        bold=faces["bold"],
        italic=faces["italic"],
        boldItalic=faces["bold_italic"],
    )
    return Family(**faces)


def _shipped(name: str) -> dict[str, str]:
    """The faces of a family that came with the desk, registered."""
    listed = read_json(FONT_LIST)
    if not isinstance(listed, dict) or name not in listed:
        raise UnknownFont(name)
    stem = name.replace(" ", "")
    faces = {role: f"{stem}-{role}" for role in FACES}
    for role, face in faces.items():
        _keep(TTFont(face, io.BytesIO(read_bytes(f"fonts/{listed[name][role]}"))))
    return faces


def _own(name: CarriedFont) -> dict[str, str]:
    """The faces of a family of the office, registered.

    A file that stands in for a missing face is a face of its own: ReportLab finds the sisters of a
    face by its name.
    """
    faces = {role: f"{name}-{role}" for role in FACES}
    for (role, face), data in zip(faces.items(), name.faces, strict=True):
        try:
            font = TTFont(face, io.BytesIO(data))
        except BROKEN as error:
            raise UnknownFont(name) from error
        # ReportLab tells the files in a paper apart by the name inside them; two may bear the same.
        mark = f"-{hashlib.sha256(data).hexdigest()[:8]}{FACES.index(role)}"
        font.face.name = font.face.name + mark.encode()
        _keep(font)
    return faces


def _keep(font: TTFont) -> None:
    _fonts[font.fontName] = font
    registerFont(font)
