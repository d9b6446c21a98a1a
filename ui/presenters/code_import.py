"""Classification codes from Excel or CSV: read strictly, told in words, one undoable step."""

from collections.abc import Mapping
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.letters.classification import FAMILY_NAMES, Family
from census_desk.letters.classification_import import (
    ReadCodes,
    import_classifications,
    read_classifications,
)
from census_desk.words import N_, _
from ui.forms import Field
from ui.workplace import OK, WARNING, Workplace

FAMILY_FIELD = (
    Field(
        name="family",
        label=N_("Daftar"),
        kind="choice",
        enum=Family,
        names=FAMILY_NAMES,
        default=Family.NUMERIC.value,
    ),
)


class CodeImport:
    """Ask for a file, read it in the background, take its sound rows over."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def choose(self) -> Path | None:
        """Which file; None when the person leaves."""
        kinds = [(_("Excel atau CSV"), "*.xlsx *.csv"), (_("Semua berkas"), "*")]
        return self._workplace.choose_open_path(_("Daftar klasifikasi"), kinds)

    def take(self, path: Path, texts: Mapping[str, str]) -> None:
        """Read the file off the window's thread and save what is sound."""
        family = Family(texts.get("family") or Family.NUMERIC.value)

        def read() -> ReadCodes | CensusDeskError:
            try:
                return read_classifications(path, family, self._workplace.new_id)
            except CensusDeskError as refused:
                return refused

        self._workplace.background.run(read, self._save)

    def _save(self, read: ReadCodes | CensusDeskError) -> None:
        if isinstance(read, CensusDeskError):
            self._workplace.refused(read)
            return
        try:
            made = import_classifications(self._workplace.register, read)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        told = _("{added} kode ditambahkan, {changed} diubah, {equal} sama.").format(
            added=number(made.added), changed=number(made.changed), equal=number(made.equal)
        )
        if read.problems:
            told += " " + _("{count} baris dilewati. {first}").format(
                count=number(len(read.problems)), first=read.problems[0].sentence
            )
        self._workplace.say(told, WARNING if read.problems else OK)
