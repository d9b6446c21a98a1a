"""Emblems without a window: the pictures kept in the register, taken from the office's files."""

import base64
from typing import TYPE_CHECKING, Any

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.intake.pictures import read_emblem
from census_desk.people import Letterhead, Picture
from census_desk.words import N_, _
from ui.tables import Column, TableModel
from ui.workplace import OK

if TYPE_CHECKING:
    from ui.workplace import Workplace

KINDS = ((N_("Gambar PNG atau JPEG"), "*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG"),)


class EmblemsPresenter:
    """List, add, remove and look at pictures."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.model = TableModel(COLUMNS, workplace.lookup)

    def refresh(self) -> None:
        """List the pictures there are."""
        self.model.set_records(self._pictures().all())

    @property
    def chosen(self) -> Picture | None:
        """The picture the selection is on."""
        found = self.model.selected_records()
        return found[0] if found else None

    def png(self) -> bytes:
        """The chosen picture's PNG, b"" for none."""
        chosen = self.chosen
        return base64.b64decode(chosen.content) if chosen else b""

    def users_text(self) -> str:
        """Which letterheads bear the chosen picture."""
        chosen = self.chosen
        if chosen is None:
            return ""
        heads = [head.name for head in self._letterheads() if head.emblem_id == chosen.id]
        if not heads:
            return _("Belum dipakai; pilih lambang ini pada Kop surat.")
        return _("Dipakai oleh {heads}.").format(heads=", ".join(heads))

    def add(self) -> Picture | None:
        """Take a picture over from a file the person chooses; None when nothing was taken."""
        kinds = [(_(name), pattern) for name, pattern in KINDS]
        path = self.workplace.choose_open_path(_("Pilih berkas lambang"), kinds)
        if path is None:
            return None
        try:
            picture = Picture(
                id=self.workplace.new_id(), name=path.stem[:80], content=read_emblem(path)
            )
            editing.add(self.workplace.register, picture)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return None
        self.refresh()
        self.model.select(picture.id)
        self.workplace.say(_("Lambang {name} disimpan di register.").format(name=picture.name), OK)
        return picture

    def delete(self) -> None:
        """Remove the chosen picture; refused while a letterhead bears it."""
        chosen = self.chosen
        if chosen is None:
            return
        try:
            editing.delete(self.workplace.register, "pictures", chosen.id)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        self.model.select("")
        self.refresh()
        self.workplace.say(_("Lambang {name} dihapus.").format(name=chosen.name), OK)

    def _pictures(self) -> Any:
        return self.workplace.register.collection("pictures")

    def _letterheads(self) -> tuple[Letterhead, ...]:
        return self.workplace.register.collection("letterheads").all()


COLUMNS = (
    Column(name="name", label=N_("Nama gambar"), text=lambda r, lookup: r.name, ems=24),
    Column(
        name="size",
        label=N_("Ukuran"),
        text=lambda r, lookup: size_text(len(r.content) * 3 // 4),
        sort_key=lambda r, lookup: len(r.content),
        align="e",
        ems=9,
    ),
)


def size_text(count: int) -> str:
    """Bytes as people read them: `12 kB`, `3,4 MB`."""
    if count < 1024 * 1024:
        return f"{max(1, round(count / 1024))} kB"
    return f"{count / 1024 / 1024:.1f} MB".replace(".", ",")
