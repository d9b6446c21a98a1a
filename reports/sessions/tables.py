"""Reports of attendance: a title, facts, and ruled tables, under a kop on A4."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from census_desk.indonesian import decimal, number
from census_desk.letters.profile import OTHER, LayoutProfile
from census_desk.people import Letterhead, Signatory
from census_desk.words import _
from reports.flowing import flowing
from reports.fonts import family
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP, on_a4, page_of
from reports.pages import Item
from reports.signature import SignatureLines, signature_block
from reports.stack import CentredLines
from reports.styles import style
from reports.tables import Column, fact_items, ruled_table
from reports.text import balanced_lines, paragraph

FACT_LABEL = 38 * mm
NONE = "–"
Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table: its heading ("" for none), columns and rows; numbers stay numbers.

    A float is a share in per cent, None is not known. `empty` is said where there are no rows.
    """

    heading: str = ""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """A finished report; `notes` stand below the tables, `signatory` None signs nothing."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    title: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    opening: str = ""
    signatory: Signatory | None = None


def attendance_report(content: ReportContent) -> bytes:
    """The report as PDF; DoesNotFit and MissingGlyph name the field."""
    profile = on_a4(content.profile)
    font = profile.body_font
    items = [_heading(content.title, profile)]
    items += fact_items(
        content.facts, profile, font, left=0, label_width=FACT_LABEL, before=BLOCK_GAP
    )
    for section in content.sections:
        items += _section(section, profile)
    for note in content.notes:
        items.append(_text(note, profile, before=PARAGRAPH_GAP))
    if content.signatory is not None:
        items.append(_signed(content, profile))
    return flowing(
        profile, content.letterhead, content.emblem, items, font=font, title=content.title[0]
    )


def shown(cell: Cell) -> str:
    """A cell as printed: numbers by thousands, shares with one decimal."""
    if cell is None:
        return NONE
    if isinstance(cell, float):
        return decimal(cell)
    return number(cell) if isinstance(cell, int) else cell


def _section(section: Section, profile: LayoutProfile) -> list[Item]:
    font = profile.body_font
    items = []
    if section.heading:
        heading = _text(section.heading, profile, before=BLOCK_GAP, bold=True)
        items.append(replace(heading, keep_next=True))
    if not section.rows:
        return [*items, _text(section.empty or NONE, profile, before=PARAGRAPH_GAP)]
    rows = [[shown(cell) for cell in row] for row in section.rows]
    wide = page_of(profile).text_width
    field = section.heading or _("Tabel")
    before = PARAGRAPH_GAP if section.heading else BLOCK_GAP
    return [*items, ruled_table(section.columns, rows, font, wide=wide, field=field, before=before)]


def _heading(lines: Sequence[str], profile: LayoutProfile) -> Item:
    fonts = family(profile.body_font)
    room = page_of(profile).text_width * 0.92
    size = profile.body_size_pt
    rows = [(lines[0].upper(), fonts.bold, 0.0)]
    for line in lines[1:]:
        parts = balanced_lines(line, fonts.regular, size, room, _("Judul"))
        rows += [(part, fonts.regular, 0.0) for part in parts]
    flowable = CentredLines(rows, size, profile.body_leading_pt, _("Judul"))
    return Item(flowable=flowable, field=_("Judul"), keep_next=True)


def _text(words: str, profile: LayoutProfile, *, before: float, bold: bool = False) -> Item:
    font = profile.body_font
    look = style(font, profile.body_size_pt, profile.body_leading_pt)
    made = paragraph(words, look, family(font), field=_("Catatan"), bold=bold)
    return Item(flowable=made, field=_("Catatan"), before=before, leading=profile.body_leading_pt)


def _signed(content: ReportContent, profile: LayoutProfile) -> Item:
    assert content.signatory is not None
    opening = (content.opening,) if content.opening else ()
    block = signature_block(content.signatory, profile, OTHER, opening=opening)
    page = page_of(profile)
    left = profile.right_block_left_mm * mm
    lines = SignatureLines(
        block, profile, left=left - page.left, wide=page.right - left, font=profile.body_font
    )
    return Item(
        flowable=lines, field=_("Penanda tangan"), before=BLOCK_GAP * 1.5, needs_company=True
    )
