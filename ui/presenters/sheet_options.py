"""What an attendance sheet is printed with: paper, empty rows, NIP, a list for each office."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from census_desk.indonesian import number
from census_desk.sessions.sheet import MOST_WALK_INS
from census_desk.words import N_, _
from ui.forms import Field, parse
from ui.workplace import Workplace


class PaperSize(StrEnum):
    """Papers an attendance sheet is printed on."""

    F4 = "F4"
    A4 = "A4"


PAPER_NAMES = {PaperSize.F4: N_("F4 (folio)"), PaperSize.A4: N_("A4")}
SHEET_FIELDS = (
    Field(
        name="paper",
        label=N_("Kertas"),
        kind="choice",
        enum=PaperSize,
        names=PAPER_NAMES,
        default=PaperSize.F4.value,
    ),
    Field(
        name="walk_ins",
        label=N_("Baris kosong"),
        kind="count",
        hint=N_("Untuk yang hadir tanpa terdaftar; kosong: seperlunya."),
        optional=True,
    ),
    Field(
        name="show_nip",
        label=N_("Cetak NIP"),
        kind="switch",
        hint=N_("Biasanya tidak: daftar hadir dilihat banyak orang."),
        optional=True,
    ),
    Field(
        name="split",
        label=N_("Satu daftar tiap OPD"),
        kind="switch",
        hint=N_("Bila sasarannya beberapa OPD: tiap OPD mulai di halaman baru."),
        optional=True,
        default="ya",
    ),
    Field(
        name="unlisted",
        label=N_("Lembar kosong"),
        kind="switch",
        hint=N_("Hanya baris kosong, tanpa nama undangan."),
        optional=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """What an attendance sheet is printed with."""

    paper: str
    walk_ins: int | None
    show_nip: bool
    split: bool = True
    listed: bool = True


def sheet_texts(workplace: Workplace) -> Mapping[str, str]:
    """What the dialog shows first: as it was used the last time."""
    first = {each.name: each.default for each in SHEET_FIELDS}
    kept = workplace.preferences.get("sessions.sheet")
    return first | ({str(k): str(v) for k, v in kept.items()} if isinstance(kept, dict) else {})


def sheet_options(texts: Mapping[str, str]) -> tuple[SheetOptions | None, Mapping[str, str]]:
    """What the dialog's texts mean, or the problems by field."""
    values, problems = parse(SHEET_FIELDS, texts)
    if not problems and (values["walk_ins"] or 0) > MOST_WALK_INS:
        told = _("Baris kosong paling banyak {most}.")
        problems["walk_ins"] = told.format(most=number(MOST_WALK_INS))
    if problems:
        return None, problems
    options = SheetOptions(
        paper=values["paper"].value,
        walk_ins=values["walk_ins"],
        show_nip=values["show_nip"],
        split=values["split"],
        listed=not values["unlisted"],
    )
    return options, {}
