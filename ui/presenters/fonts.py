"""Fonts of the office without a window: families and the files of their faces."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.intake.font_files import ReadFont, read_font
from census_desk.letters.office_font import (
    FACE_NAMES,
    FACES,
    FontFile,
    OfficeFont,
    face_id,
    file_bytes,
    missing_faces,
)
from census_desk.letters.own_fonts import add_font, delete_font, layouts_with, set_face
from census_desk.words import N_, _
from ui.font_texts import standing_in
from ui.tables import Column, TableModel
from ui.workplace import OK

if TYPE_CHECKING:
    from ui.workplace import Workplace

KINDS = ((N_("Huruf TrueType"), "*.ttf *.TTF *.otf *.OTF"), (N_("Semua berkas"), "*"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceRow:
    """One face of the chosen family: its name, what its font calls itself, whether it has one."""

    face: str
    name: str
    font: str
    has_file: bool


class FontsPresenter:
    """List, add, change face by face and remove fonts."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.model = TableModel(COLUMNS, workplace.lookup)

    def refresh(self) -> None:
        """List the fonts there are."""
        self.model.set_records(self.workplace.register.fonts.all())

    @property
    def chosen(self) -> OfficeFont | None:
        """The family the selection is on."""
        found = self.model.selected_records()
        return found[0] if found else None

    def faces(self) -> list[FaceRow]:
        """The faces of the chosen family, in their order."""
        font = self.chosen
        return [self._row(font, face) for face in FACES] if font else []

    def samples(self) -> list[bytes]:
        """The files the faces of the chosen family are printed from."""
        font = self.chosen
        files = [self._file(face_id(font, face)) for face in FACES] if font else []
        return [data for file in files if file and (data := file_bytes(file))]

    def words(self) -> str:
        """What is printed in the regular face, and the layouts set in the chosen family."""
        font = self.chosen
        if font is None:
            return ""
        layouts = [one.name for one in layouts_with(self.workplace.register, font.id)]
        used = (
            _("Dipakai tata letak {layouts}.").format(layouts=", ".join(layouts))
            if layouts
            else _("Belum dipakai; pilih huruf ini pada Tata letak.")
        )
        return " ".join(part for part in (standing_in(font), used) if part)

    def add(self) -> OfficeFont | None:
        """A new family from a file the person chooses; None when nothing was taken."""
        read = self._read(_("Pilih berkas huruf biasa"))
        if read is None:
            return None
        font = add_font(self.workplace.register, {"regular": read})
        self._show(font, _("Huruf {name} disimpan di register.").format(name=font.name))
        return font

    def change(self, face: str) -> None:
        """Another file for a face, chosen by the person."""
        font = self.chosen
        if font is None:
            return
        title = _("Pilih berkas huruf {face}").format(face=_(FACE_NAMES[face]).lower())
        if (read := self._read(title)) is not None:
            self._set(font, face, read)

    def take_off(self, face: str) -> None:
        """Print a face in the regular one again."""
        if (font := self.chosen) is not None:
            self._set(font, face, None)

    def delete(self) -> None:
        """Remove the chosen family; refused while a layout is set in it."""
        font = self.chosen
        if font is None:
            return
        try:
            delete_font(self.workplace.register, font.id)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        self.model.select("")
        self.refresh()
        self.workplace.say(_("Huruf {name} dihapus.").format(name=font.name), OK)

    def _set(self, font: OfficeFont, face: str, read: ReadFont | None) -> None:
        try:
            changed = set_face(self.workplace.register, font.id, face, read)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        told = _("Huruf {name}: {face} diganti.")
        self._show(changed, told.format(name=changed.name, face=_(FACE_NAMES[face]).lower()))

    def _read(self, title: str) -> ReadFont | None:
        """The font of a file the person chooses; None when cancelled or refused (and said)."""
        path = self.workplace.choose_open_path(title, [(_(name), kind) for name, kind in KINDS])
        if path is None:
            return None
        from reports.fonts import signs_of

        try:
            return read_font(path, signs_of)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return None

    def _show(self, font: OfficeFont, told: str) -> None:
        self.refresh()
        self.model.select(font.id)
        self.workplace.say(f"{told} {standing_in(font)}".strip(), OK)

    def _row(self, font: OfficeFont, face: str) -> FaceRow:
        file = self._file(getattr(font, f"{face}_id"))
        told = file.face if file else _("belum ada berkas")
        return FaceRow(face=face, name=_(FACE_NAMES[face]), font=told, has_file=file is not None)

    def _file(self, file_id: str) -> FontFile | None:
        return self.workplace.register.font_files.find(file_id) if file_id else None


def _faces_text(font: OfficeFont) -> str:
    if not missing_faces(font):
        return _("lengkap")
    return ", ".join(_(FACE_NAMES[face]) for face in FACES if getattr(font, f"{face}_id"))


COLUMNS = (
    Column(name="name", label=N_("Nama huruf"), text=lambda r, lookup: r.name, ems=18),
    Column(name="faces", label=N_("Bentuk"), text=lambda r, lookup: _faces_text(r), ems=16),
)
