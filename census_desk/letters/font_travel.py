"""The office's fonts inside the one file of a layout: written out with it, taken in with it."""

import base64
from binascii import Error as BadBase64
from collections.abc import Mapping
from dataclasses import replace

from census_desk.identity import is_id
from census_desk.intake.font_files import ReadFont, Signs, font_of
from census_desk.intake.table import UnreadableFile
from census_desk.letters.office_font import FACES, MOST_FONT_BYTES, OfficeFont, file_bytes
from census_desk.letters.own_fonts import FONT_FIELDS, FontGone, add_font
from census_desk.letters.profile import LayoutProfile
from census_desk.register import Register
from census_desk.words import _

FONTS_KEY = "fonts"
MARK = "huruf kantor "  # what a font of the file is called in the layout's own fields
Document = dict[str, object]
Family = Mapping[str, ReadFont]
"""A read file for each face it has; "regular" is always one."""


def packed_fonts(register: Register, layout: LayoutProfile) -> tuple[LayoutProfile, Document]:
    """The layout with "huruf kantor 1" for its first font of the office, and those fonts.

    The fonts are {} where it has none. Raises FontGone for one that is not whole.
    """
    fonts: dict[str, OfficeFont] = {}
    for field in FONT_FIELDS:
        if font := register.fonts.find(getattr(layout, field)):
            fonts[font.id] = font
    marks = {font_id: f"{MARK}{number}" for number, font_id in enumerate(fonts, 1)}
    named = {
        field: marks.get(getattr(layout, field), getattr(layout, field)) for field in FONT_FIELDS
    }
    packed: Document = {marks[font.id]: _packed(register, layout, font) for font in fonts.values()}
    return replace(layout, **named), packed


def unpacked_fonts(given: object, file: str, signs: Signs) -> dict[str, tuple[str, Family]]:
    """Each font of a file by its mark: name and read faces; UnreadableFile, UnusableFont."""
    if not isinstance(given, dict):
        raise _unfit(file)
    return {str(mark): _unpacked(one, file, signs) for mark, one in given.items()}


def settled_fonts(
    register: Register, layout: LayoutProfile, fonts: Mapping[str, tuple[str, Family]], file: str
) -> LayoutProfile:
    """The layout with fonts of this register: those it has already, and the new ones added.

    Raises UnreadableFile for a layout that names a font its file does not bring.
    """
    own: dict[str, str] = {}
    for field in FONT_FIELDS:
        mark = getattr(layout, field)
        if not (mark.startswith(MARK) or is_id(mark)) or mark in own:
            continue
        if mark not in fonts:
            raise UnreadableFile(file, _("huruf yang dipakainya tidak ikut dalam berkas."))
        name, family = fonts[mark]
        known = _known(register, family)
        own[mark] = known.id if known else add_font(register, family, name=name).id
    named = {
        field: own.get(getattr(layout, field), getattr(layout, field)) for field in FONT_FIELDS
    }
    return replace(layout, **named)


def _packed(register: Register, layout: LayoutProfile, font: OfficeFont) -> Document:
    faces: Document = {}
    for face in FACES:
        file_id = getattr(font, f"{face}_id")
        if not file_id:
            continue
        file = register.font_files.find(file_id)
        if file is None or file_bytes(file) is None:
            raise FontGone(layout.name, font.name)
        faces[face] = {"file": file.name, "content": file.content}
    return {"name": font.name, **faces}


def _unpacked(given: object, file: str, signs: Signs) -> tuple[str, Family]:
    if not isinstance(given, dict) or not set(given) <= {"name", *FACES}:
        raise _unfit(file)
    name = given.get("name")
    if not isinstance(name, str) or "regular" not in given or len(name) > 120:
        raise _unfit(file)
    return name, {face: _face(given[face], file, signs) for face in FACES if face in given}


def _face(given: object, file: str, signs: Signs) -> ReadFont:
    if not isinstance(given, dict) or set(given) != {"file", "content"}:
        raise _unfit(file)
    name, content = given["file"], given["content"]
    if not isinstance(name, str) or not isinstance(content, str):
        raise _unfit(file)
    if len(content) > MOST_FONT_BYTES * 4 // 3 + 4:
        raise _unfit(file)
    try:
        data = base64.b64decode(content, validate=True)
    except (BadBase64, ValueError) as error:
        raise _unfit(file) from error
    return font_of(data, name, signs)


def _known(register: Register, family: Family) -> OfficeFont | None:
    """The family of this register that has the same files face by face."""
    kept = {one.id: one.sha256 for one in register.font_files.all()}
    wanted = {face: family[face].sha256 if face in family else None for face in FACES}
    for font in register.fonts.all():
        if {face: kept.get(getattr(font, f"{face}_id")) for face in FACES} == wanted:
            return font
    return None


def _unfit(file: str) -> UnreadableFile:
    return UnreadableFile(file, _("bagian huruf di dalamnya tidak dapat dibaca."))
