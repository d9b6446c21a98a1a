"""`fonts`: fonts of the office, for its own layouts."""

from argparse import Namespace
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.intake.font_files import ReadFont, read_font
from census_desk.letters.office_font import FACE_NAMES, FACES, OfficeFont
from census_desk.letters.own_fonts import add_font, delete_font, layouts_with, set_face
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import SeveralFound, best_matches
from ui.command_line.opening import reading, writing
from ui.command_line.output import clean, table
from ui.font_texts import standing_in


def list_fonts(args: Namespace) -> int:
    """`fonts list`: each family, the files of its faces, the layouts set in it."""
    with reading(args) as register:
        rows = [
            [
                one.id,
                one.name,
                *(_file_name(register, getattr(one, f"{face}_id")) for face in FACES),
                ", ".join(layout.name for layout in layouts_with(register, one.id)),
            ]
            for one in register.fonts.all()
        ]
    faces = [_(FACE_NAMES[face]) for face in FACES]
    print("\n".join(table([_("Id"), _("Nama"), *faces, _("Tata letak")], rows)))
    return DONE


def add(args: Namespace) -> int:
    """`fonts add`: a family from one to four TrueType files."""
    paths: dict[str, Path | None] = {
        "regular": args.path,
        "bold": args.bold,
        "italic": args.italic,
        "bold_italic": args.bold_italic,
    }
    read = {face: _read(path) for face, path in paths.items() if path is not None}
    with writing(args) as register:
        font = add_font(register, read, name=args.name)
        _tell(font)
    return DONE


def change_face(args: Namespace) -> int:
    """`fonts face`: another file for one face, or none."""
    read = _read(args.path) if args.path is not None else None
    face = args.face.replace("-", "_")
    with writing(args) as register:
        _tell(set_face(register, _the_font(register, args.font).id, face, read))
    return DONE


def delete(args: Namespace) -> int:
    """`fonts delete`: a family no layout is set in."""
    with writing(args) as register:
        font = _the_font(register, args.font)
        delete_font(register, font.id)
        print(_("Huruf {name} dihapus.").format(name=clean(font.name)))
    return DONE


def _read(path: Path) -> ReadFont:
    from reports.fonts import signs_of

    return read_font(path, signs_of)


def _the_font(register: Register, typed: str) -> OfficeFont:
    every = register.fonts.all()
    found = best_matches(typed, [(one, (one.id, one.name)) for one in every])
    if len(found) > 1:
        shown = [f"{clean(one.name)} [{one.id}]" for one in found]
        raise SeveralFound(_("huruf"), typed, shown)
    if not found:
        told = _("Huruf “{typed}” tidak ada; lihat: census-desk fonts list")
        raise CensusDeskError(told.format(typed=clean(typed)))
    return found[0]


def _file_name(register: Register, file_id: str) -> str:
    file = register.font_files.find(file_id) if file_id else None
    return file.name if file else ""


def _tell(font: OfficeFont) -> None:
    print(_("Disimpan: {name} [{id}]").format(name=clean(font.name), id=font.id))
    if words := standing_in(font):
        print(words)
