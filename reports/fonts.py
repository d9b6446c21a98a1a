"""The embedded fonts: each family is read once, and knows which signs it can print."""

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from census_desk.resource_files import read_bytes, read_json
from reports.errors import UnknownFont

FONT_LIST = "fonts/fonts.json"
PLAIN = "Arimo"  # forms and tables, whatever the letters are set in
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
RTL = ("R", "AL", "AN")
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
    """The family by its name in fonts.json, registered on first use; UnknownFont otherwise."""
    with _lock:
        return _registered(name)


@cache
def printable(face: str) -> frozenset[str]:
    """The signs the face has pictures for (its cmap says so), printed as they are written.

    Controls and overrides of direction would deceive the reader; scripts that run from the right
    would come out reversed and unjoined.
    """
    signs = map(chr, _font(face).face.charToGlyph)
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
    listed = read_json(FONT_LIST)
    if not isinstance(listed, dict) or name not in listed:
        raise UnknownFont(name)
    stem = name.replace(" ", "")
    faces = {role: f"{stem}-{role}" for role in ("regular", "bold", "italic", "bold_italic")}
    for role, face in faces.items():
        _fonts[face] = TTFont(face, io.BytesIO(read_bytes(f"fonts/{listed[name][role]}")))
        registerFont(_fonts[face])
    registerFontFamily(
        faces["regular"],
        normal=faces["regular"],
        bold=faces["bold"],
        italic=faces["italic"],
        boldItalic=faces["bold_italic"],
    )
    return Family(**faces)
