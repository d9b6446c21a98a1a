"""Classification codes from Excel or CSV: read strictly, looked at, then saved in one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.intake.table import Problem
from census_desk.letters.classification import (
    FAMILY_NAMES,
    Classification,
    Family,
    default_classifications,
    merged,
)
from census_desk.letters.classification_import import (
    ReadCodes,
    import_classifications,
    read_classifications,
)
from census_desk.words import N_, _
from ui.forms import Field
from ui.tables import Column
from ui.workplace import OK, WARNING, Workplace

FAMILY_FIELD = Field(
    name="family",
    label=N_("Daftar"),
    kind="choice",
    enum=Family,
    names=FAMILY_NAMES,
    default=Family.NUMERIC.value,
)
NEW, CHANGED, EQUAL, REFUSED = "new", "changed", "equal", "refused"
STATE_NAMES = {
    NEW: N_("Baru"),
    CHANGED: N_("Berubah"),
    EQUAL: N_("Sama"),
    REFUSED: N_("Dilewati"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """One row of the preview: a code of the file, or a row that is left out and why."""

    id: str
    state: str
    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePreview:
    """What taking over a file would do."""

    read: ReadCodes
    rows: tuple[CodeRow, ...]

    @property
    def facts(self) -> str:
        """`12 kode baru · 1 berubah · 3 sama · 2 baris dilewati`, and columns left aside."""
        counts = {state: sum(row.state == state for row in self.rows) for state in STATE_NAMES}
        told = _("{new} kode baru · {changed} berubah · {equal} sama · {refused} baris dilewati")
        words = told.format(**{state: number(count) for state, count in counts.items()})
        if self.read.unknown:
            names = ", ".join(self.read.unknown)
            words += "\n" + _("Kolom yang tidak dipakai: {names}.").format(names=names)
        return words

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take over."""
        return not self.read.codes


COLUMNS = (
    Column(
        name="state", label=N_("Keadaan"), text=lambda row, lookup: _(STATE_NAMES[row.state]), ems=9
    ),
    Column(name="code", label=N_("Kode"), text=lambda row, lookup: row.code, ems=12),
    Column(name="words", label=N_("Uraian"), text=lambda row, lookup: row.words, ems=44),
)


def preview_of(read: ReadCodes, saved: Sequence[Classification]) -> CodePreview:
    """Refused rows first, then what is new, changed and equal, in the order of the file."""
    added, changed = merged(saved, read.codes)
    new = {one.code for one in added}
    other = {one.code for one in changed}
    refused = [
        CodeRow(id=f"r{place:06d}", state=REFUSED, code="", words=refused_words(problem))
        for place, problem in enumerate(read.problems)
    ]
    codes = [
        CodeRow(
            id=f"c{place:06d}",
            state=NEW if one.code in new else CHANGED if one.code in other else EQUAL,
            code=one.code,
            words=one.name,
        )
        for place, one in enumerate(read.codes)
    ]
    order = (NEW, CHANGED, EQUAL)
    codes.sort(key=lambda row: order.index(row.state))
    return CodePreview(read=read, rows=(*refused, *codes))


def refused_words(problem: Problem) -> str:
    """Which row and column, and why it stays out."""
    told = _("Baris {row}, {field}: {message}")
    return told.format(row=problem.row, field=problem.field, message=problem.message)


class CodeImport:
    """Ask for a file, read it in the background, show it, take its sound rows over."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def choose(self) -> Path | None:
        """Which file; None when the person leaves."""
        kinds = [(_("Excel atau CSV"), "*.xlsx *.csv"), (_("Semua berkas"), "*")]
        return self._workplace.choose_open_path(_("Daftar klasifikasi"), kinds)

    def read(
        self, path: Path, family: Family, then: Callable[[CodePreview | CensusDeskError], object]
    ) -> None:
        """Read the file off the window's thread; what it holds, or why it cannot be read."""

        def read() -> ReadCodes | CensusDeskError:
            try:
                return read_classifications(path, family, self._workplace.new_id)
            except CensusDeskError as refused:
                return refused

        def shown(found: ReadCodes | CensusDeskError) -> None:
            if isinstance(found, CensusDeskError):
                then(found)
            else:
                then(preview_of(found, self._known()))

        self._workplace.background.run(read, shown)

    def _known(self) -> Sequence[Classification]:
        """The codes the register has once the first import has brought the shipped ones."""
        saved: Sequence[Classification] = self._workplace.register.classifications.all()
        return saved or default_classifications(self._workplace.new_id)

    def take(self, preview: CodePreview) -> bool:
        """Save the sound rows in one step that can be undone; False when refused (and said)."""
        try:
            made = import_classifications(self._workplace.register, preview.read)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return False
        told = _("{added} kode ditambahkan, {changed} diubah, {equal} sama.").format(
            added=number(made.added), changed=number(made.changed), equal=number(made.equal)
        )
        refused_count = len(preview.read.problems)
        if refused_count:
            told += " " + _("{count} baris dilewati.").format(count=number(refused_count))
        self._workplace.say(told, WARNING if refused_count else OK)
        return True
