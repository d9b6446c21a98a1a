"""Fonts of the office in the register: taken in, changed face by face, used by layouts, let go."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from census_desk.checks import refuse
from census_desk.errors import CensusDeskError
from census_desk.identity import is_id
from census_desk.letters.office_font import (
    FACE_NAMES,
    FACES,
    CarriedFont,
    FontFile,
    FrozenFont,
    OfficeFont,
    face_id,
    file_bytes,
)
from census_desk.letters.own_profiles import profile_for
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.templates import free_name
from census_desk.register import Register
from census_desk.resource_files import read_json
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.intake.font_files import ReadFont

FONT_LIST = "fonts/fonts.json"
FONT_FIELDS = ("body_font", "circular_font", "kop_font")


class FontGone(CensusDeskError):
    """A layout names a font of the office that the register no longer has whole."""

    def __init__(self, layout: str, font: str = "") -> None:
        called = f" “{font}”" if font else ""
        super().__init__(
            _(
                "Tata letak “{layout}” memakai huruf kantor{font} yang berkasnya tidak ada lagi; "
                "pilih huruf lain pada tata letak itu, atau ambil lagi berkasnya."
            ).format(layout=layout, font=called)
        )


class FontInUse(CensusDeskError):
    """Layouts that name a font keep it."""

    def __init__(self, name: str, layouts: Iterable[str]) -> None:
        super().__init__(
            _("Huruf “{name}” dipakai tata letak {layouts}; pilih huruf lain di sana dulu.").format(
                name=name, layouts=", ".join(f"“{one}”" for one in layouts)
            )
        )


def add_font(register: Register, read: Mapping[str, "ReadFont"], *, name: str = "") -> OfficeFont:
    """A new family of these faces ("regular" is one of them), in one named step.

    Its name is the font's own where none is given; a number follows a name that is taken.
    """
    wanted = name.strip() or read["regular"].family
    with register.change(_("Menambah huruf kantor: {name}").format(name=wanted)):
        font = OfficeFont(
            id=register.ids(),
            name=free_name(wanted, _taken(register)),
            **{f"{face}_id": _kept(register, one).id for face, one in read.items()},
        )
        register.fonts.add(font)
    return font


def shipped_fonts() -> tuple[str, ...]:
    """The families that came with the desk."""
    listed = read_json(FONT_LIST)
    return tuple(listed) if isinstance(listed, dict) else ()


def set_face(register: Register, font_id: str, face: str, read: "ReadFont | None") -> OfficeFont:
    """Another file for one face, or none (None), in one named step.

    Raises InvalidRecord when the regular face would be without a file.
    """
    font = register.fonts.get(font_id)
    what = _("Mengubah huruf kantor: {name}, {face}")
    with register.change(what.format(name=font.name, face=_(FACE_NAMES[face]).lower())):
        file_id = _kept(register, read).id if read else ""
        changed = replace(font, **{f"{face}_id": file_id})
        register.fonts.replace(changed)
        let_unused_files_go(register)
    return changed


def delete_font(register: Register, font_id: str) -> None:
    """Remove a family and the files no other one needs, in one named step; FontInUse."""
    font = register.fonts.get(font_id)
    with register.change(_("Menghapus huruf kantor: {name}").format(name=font.name)):
        refuse_font_in_use(register, font)
        register.fonts.remove(font_id)
        let_unused_files_go(register)


def let_unused_files_go(register: Register) -> None:
    """Remove the font files no family needs any more."""
    needed = {getattr(font, f"{face}_id") for font in register.fonts.all() for face in FACES}
    for file in register.font_files.all():
        if file.id not in needed:
            register.font_files.remove(file.id)


def refuse_font_in_use(register: Register, font: OfficeFont) -> None:
    """FontInUse when a layout names it."""
    if layouts := layouts_with(register, font.id):
        raise FontInUse(font.name, [one.name for one in layouts])


def layouts_with(register: Register, font_id: str) -> list[LayoutProfile]:
    """The layouts set in that font, in whole or in part."""
    return [
        one
        for one in register.profiles.all()
        if font_id in {getattr(one, field) for field in FONT_FIELDS}
    ]


def refuse_gone_fonts(register: Register, layout: LayoutProfile) -> None:
    """InvalidRecord for a font of the office that was deleted since the form was opened."""
    refuse(
        {
            field: _("Huruf yang dipilih sudah dihapus; pilih yang lain.")
            for field in FONT_FIELDS
            if is_id(font_id := getattr(layout, field)) and register.fonts.find(font_id) is None
        }
    )


def printed_profile(register: Register, name: str, day: date) -> LayoutProfile:
    """The layout a letter names or its date chooses, its fonts with their files.

    Raises UnknownProfile, and FontGone when a file is not there or not whole: a paper in another
    type would be another paper.
    """
    return with_fonts(register, profile_for(register, name, day))


def with_fonts(register: Register, layout: LayoutProfile) -> LayoutProfile:
    """The layout with the files of the office's fonts it names; FontGone."""
    own: dict[str, Any] = {
        field: _carried(register, layout, getattr(layout, field))
        for field in FONT_FIELDS
        if is_id(getattr(layout, field))
    }
    return replace(layout, **own) if own else layout


def font_problem(register: Register, layout: LayoutProfile) -> str:
    """Why the fonts of a layout cannot be printed, "" when they can."""
    try:
        with_fonts(register, layout)
    except FontGone as gone:
        return gone.sentence
    return ""


def frozen_fonts(register: Register, layout: LayoutProfile) -> tuple[FrozenFont, ...]:
    """The office's fonts a paper of this layout is set in, file by file with its digest."""
    ids = dict.fromkeys(getattr(layout, field) for field in FONT_FIELDS)
    fonts = [font for one in ids if (font := register.fonts.find(one))]
    return tuple(
        FrozenFont(family=font.name, face=face, sha256=file.sha256)
        for font in fonts
        for face in FACES
        if (file := register.font_files.find(getattr(font, f"{face}_id")))
    )


def _carried(register: Register, layout: LayoutProfile, font_id: str) -> CarriedFont:
    font = register.fonts.find(font_id)
    if font is None:
        raise FontGone(layout.name)
    faces = []
    for face in FACES:
        file = register.font_files.find(face_id(font, face))
        data = file_bytes(file) if file else None
        if data is None:
            raise FontGone(layout.name, font.name)
        faces.append(data)
    regular, bold, italic, bold_italic = faces
    return CarriedFont(font.name, (regular, bold, italic, bold_italic))


def _taken(register: Register) -> set[str]:
    own = (one.name for one in register.fonts.all())
    return {name.casefold() for name in (*own, *shipped_fonts())}


def _kept(register: Register, read: "ReadFont") -> FontFile:
    """The file in the register: the one that is there already, or a new one."""
    for file in register.font_files.all():
        if file.sha256 == read.sha256:
            return file
    content = base64.b64encode(read.data).decode("ascii")
    return register.font_files.add(
        FontFile(
            id=register.ids(), name=read.name, face=read.face, sha256=read.sha256, content=content
        )
    )
