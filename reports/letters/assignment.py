"""Surat tugas: the grounds, MENUGASKAN, who is sent, and what for (letters.md 2.3)."""

from reportlab.lib.units import mm

from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports.fonts import family
from reports.layout import BLOCK_GAP, COLON_WIDTH, PARAGRAPH_GAP
from reports.letters.content import LetterContent
from reports.letters.people import (
    MOST_ONE_BY_ONE,
    go_on_a_list,
    people_items,
    people_table,
)
from reports.letters.press import print_letter
from reports.letters.setting import (
    ENACTED,
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    sections_of,
    tail,
    title_block,
)
from reports.pages import Item
from reports.stack import CentredLines

LABEL = 25 * mm
LEFT = LABEL + COLON_WIDTH
PARTS = {"menimbang": "Menimbang", "dasar": "Dasar", "untuk": "Untuk", "kepada": "Kepada"}
LISTED = "nama-nama sebagaimana tercantum dalam Lampiran {surat} ini."
IN_TABLE = "nama-nama berikut:"


def assignment_letter(content: LetterContent) -> bytes:
    """A surat tugas as PDF; DoesNotFit and MissingGlyph name the field."""
    return print_letter(ASSIGNMENT, content)


def _pieces(setting: Setting) -> list[Piece]:
    content, profile = setting.content, setting.profile
    parts = sections_of(content.body, PARTS, "Untuk")
    grounds: list[Piece] = [
        _part(name, parts[name]) for name in ("Menimbang", "Dasar") if name in parts
    ]
    last = [_part("Untuk", parts["Untuk"])] if "Untuk" in parts else []
    return [
        title_block(setting, profile.assignment_title),
        *grounds,
        _verb(setting),
        *_to(setting, parts.get("Kepada", "")),
        *last,
        *tail(setting, ENACTED),
    ]


def _part(label: str, source: str) -> BodyHere:
    """`Dasar : 1. …`, the text hanging right of its colon."""
    return BodyHere(source=source, indented=False, field=label, label=label, left=LEFT)


def _verb(setting: Setting) -> Item:
    profile = setting.profile
    lines = [(profile.assignment_verb, family(setting.font).bold, 0.0)]
    flowable = CentredLines(lines, profile.body_size_pt, profile.body_leading_pt, _("Judul"))
    return Item(flowable=flowable, field=_("Judul"), before=BLOCK_GAP, keep_next=True)


def _to(setting: Setting, typed: str) -> list[Piece]:
    """Who is sent: up to three one by one, more in a table, many on a lampiran."""
    people = setting.content.assignees
    if typed and not people:
        return [_part("Kepada", typed)]
    if not people or go_on_a_list(people):
        listed = LISTED.replace("{surat}", setting.profile.assignment_title.lower())
        return [_part("Kepada", listed)]
    if len(people) > MOST_ONE_BY_ONE:
        table = people_table(people, setting, before=PARAGRAPH_GAP)
        return [_part("Kepada", IN_TABLE), table]
    return list(people_items(people, setting, left=LEFT, before=BLOCK_GAP, label="Kepada"))


ASSIGNMENT = LetterForm(title="Surat Tugas", group=OTHER, pieces=_pieces)
