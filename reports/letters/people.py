"""People a surat tugas sends or a berita acara names: one under the other, or in a table."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from census_desk.letters.letter import Assignee
from census_desk.nip import grouped, is_pppk
from census_desk.words import _
from reports.labelled import LabelledLines, Mark
from reports.layout import COLON_WIDTH, PARAGRAPH_GAP
from reports.letters.setting import Setting
from reports.pages import Item
from reports.tables import Column, ruled_table

MOST_ONE_BY_ONE = 3  # more people stand in a table
MOST_IN_LETTER = 10  # more people go on a list of their own
LABEL = 28 * mm
NUMBER_WIDTH = 7 * mm
UNBROKEN = "\u00a0"
NOTHING = "-"  # a person without NIP: never a made-up one (letters.md 5)


def go_on_a_list(people: Sequence[Assignee]) -> bool:
    """Whether so many people stand on a lampiran ("daftar terlampir")."""
    return len(people) > MOST_IN_LETTER


def person_facts(person: Assignee) -> list[tuple[str, str]]:
    """Nama, pangkat, NIP and jabatan as a surat tugas lists them (letters.md 2.3)."""
    rank = "golongan" if is_pppk(person.nip) else "pangkat/gol."
    facts = [
        ("nama", person.name),
        (rank, person.rank or NOTHING),
        (nip_word(person), grouped(person.nip) if person.nip else NOTHING),
        ("jabatan", person.position or NOTHING),
    ]
    return facts if person.nip else [facts[0], facts[3]]


def nip_word(person: Assignee) -> str:
    """NIP, or NI PPPK."""
    return "NI PPPK" if is_pppk(person.nip) else "NIP"


def people_items(
    people: Sequence[Assignee], setting: Setting, *, left: float, before: float, label: str = ""
) -> list[Item]:
    """Up to three people, each with four lines; numbered when there are several.

    `label` stands at the margin beside the first one, its colon before `left`.
    """
    several = len(people) > 1
    indent = left + (NUMBER_WIDTH if several else 0.0)
    items = []
    for place, person in enumerate(people, 1):
        marks = [Mark(text=f"{place}.", at=left)] if several else []
        if label and place == 1:
            marks.append(Mark(text=label, colon=left - COLON_WIDTH))
        lines = LabelledLines(
            person_facts(person),
            setting.type,
            left=indent,
            label_width=LABEL,
            wide=setting.page.text_width - indent,
            marks=marks,
        )
        gap = before if place == 1 else PARAGRAPH_GAP
        items.append(Item(flowable=lines, field=_("Petugas"), before=gap))
    return items


def people_table(people: Sequence[Assignee], setting: Setting, *, before: float) -> Item:
    """Any number of people: No, nama, pangkat/gol., NIP, jabatan."""
    columns = (
        Column(title="No.", share=0.07, align="center"),
        Column(title="Nama", share=0.25),
        Column(title="Pangkat/Gol.", share=0.17),
        Column(title="NIP", share=0.27),
        Column(title="Jabatan", share=0.24),
    )
    rows = [
        (
            f"{place}.",
            person.name,
            person.rank or NOTHING,
            grouped(person.nip).replace(" ", UNBROKEN) if person.nip else NOTHING,
            person.position or NOTHING,
        )
        for place, person in enumerate(people, 1)
    ]
    wide = setting.page.text_width
    return ruled_table(columns, rows, setting.font, wide=wide, field=_("Petugas"), before=before)
