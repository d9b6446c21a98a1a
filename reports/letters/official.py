"""Surat dinas and surat undangan: Nomor, Sifat, Lampiran, Hal; addressee; text; signature.

Newer layout: all at the left, the addressee under Hal. Older one: the addressee in the right half,
beside Nomor (letters.md 0 and 2.2).
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from census_desk.indonesian import number, words
from census_desk.letters.letter import LetterKind
from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports.fonts import family, width
from reports.labelled import LabelledLines
from reports.layout import BLOCK_GAP, COLON_WIDTH
from reports.letters.content import EMPTY, Copy, LetterContent
from reports.letters.people import go_on_a_list
from reports.letters.press import Step, print_copies, print_letter
from reports.letters.setting import (
    AddresseeHere,
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    head_date,
    tail,
)
from reports.pages import Item

LABEL = 22 * mm
VALUE = 75 * mm
BESIDE_GAP = 5 * mm
ATTACHED = ("Daftar Terlampir",)  # after "Yth." when the addressees stand on a list


def official_letter(content: LetterContent) -> bytes:
    """A surat dinas or undangan as PDF; DoesNotFit and MissingGlyph name the field."""
    return print_letter(OFFICIAL, content)


def official_copies(
    content: LetterContent, copies: Sequence[Copy], step: Step | None = None
) -> bytes:
    """One copy after the other in one file, each with its own addressee."""
    return print_copies(OFFICIAL, content, copies, step)


def attachment_line(content: LetterContent) -> str:
    """`1 (satu) berkas`, or `-` when nothing lies beside the letter (letters.md 1.3).

    Loose attachments are counted; a letter with printed ones only counts those.
    """
    printed = len(content.attachments) + bool(content.listed)
    printed += content.kind is LetterKind.ASSIGNMENT and go_on_a_list(content.assignees)
    many = content.attachment_count or printed
    if not many:
        return "-"
    unit = content.attachment_unit.strip() or "berkas"
    return f"{number(many)} ({words(many)}) {unit}"


def _pieces(setting: Setting) -> list[Piece]:
    content = setting.content
    body = BodyHere(source=content.body, indented=True)
    return [head_date(setting), *_head(setting), body, *tail(setting)]


def _head(setting: Setting) -> list[Piece]:
    """Nomor … Hal and the addressee, beside each other where the layout says so."""
    profile, page = setting.profile, setting.page
    if profile.addressee_side != "right":
        facts = Item(
            flowable=_facts(setting, LABEL + COLON_WIDTH + VALUE),
            field=_("Nomor"),
            before=BLOCK_GAP * 0.5,
            keep_next=True,
        )
        return [facts, AddresseeHere(before=BLOCK_GAP)]
    room = profile.right_block_left_mm * mm - page.left - BESIDE_GAP
    if _is_narrow(setting, room):
        beside = _facts(setting, room, skip=1 if profile.addressee_opening else 0)
        return [AddresseeHere(before=BLOCK_GAP * 0.5, beside=beside)]
    facts = Item(flowable=_facts(setting, page.text_width), field=_("Nomor"), keep_next=True)
    return [replace(facts, before=BLOCK_GAP * 0.5), AddresseeHere(before=BLOCK_GAP)]


def _is_narrow(setting: Setting, room: float) -> bool:
    """Whether the number goes on one line beside the addressee."""
    face, size = family(setting.font).regular, setting.profile.body_size_pt
    return width(setting.content.number, face, size) <= room - LABEL - COLON_WIDTH


def _facts(setting: Setting, wide: float, skip: int = 0) -> LabelledLines:
    content, profile = setting.content, setting.profile
    return LabelledLines(
        [
            ("Nomor", content.number.strip() or EMPTY),
            ("Sifat", content.nature.value),
            ("Lampiran", attachment_line(content)),
            (profile.subject_word, content.subject),
        ],
        setting.type,
        label_width=LABEL,
        wide=wide,
        skip_lines=skip,
    )


OFFICIAL = LetterForm(title="Surat", group=OTHER, pieces=_pieces)
