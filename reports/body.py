"""A body of Markdown as blocks on paper: justified, with hanging marks and kept headings."""

from reportlab.lib.units import mm

from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.fonts import family, width
from reports.layout import PARAGRAPH_GAP
from reports.markdown import Block, blocks
from reports.pages import Item
from reports.styles import style
from reports.text import paragraph

LIST_GAP = 3.0
LONGEST_KEPT = 60  # letters: a short bold line over its text is a heading


def body_items(
    source: str, profile: LayoutProfile, font: str, *, before: float, field: str = ""
) -> list[Item]:
    """The blocks of a body, each a paragraph that may be torn only with two lines on both sides."""
    found = blocks(source)
    items = [_item(block, profile, font, field or _("Isi")) for block in found]
    for place, (item, block) in enumerate(zip(items, found, strict=True)):
        gap = _gap(found, place) if place else before
        items[place] = _spaced(item, gap, keep_next=_introduces(found, place) or block.heading)
    return items


def _spaced(item: Item, gap: float, *, keep_next: bool) -> Item:
    return Item(
        flowable=item.flowable,
        field=item.field,
        before=gap,
        keep_next=keep_next,
        leading=item.leading,
    )


def _gap(found: list[Block], place: int) -> float:
    block, above = found[place], found[place - 1]
    if block.heading:
        return PARAGRAPH_GAP * 2
    if block.depth > 1 or (block.depth and above.depth == block.depth and not block.mark):
        return LIST_GAP
    return PARAGRAPH_GAP


def _introduces(found: list[Block], place: int) -> bool:
    """Whether the block is a short line such as "1. Latar Belakang" with its text below it."""
    if place + 1 == len(found):
        return False
    block, below = found[place], found[place + 1]
    length = sum(len(run.text) for run in block.runs)
    deeper = below.depth > block.depth or (below.depth == block.depth and not below.mark)
    return bool(block.mark) and length <= LONGEST_KEPT and deeper


def _item(block: Block, profile: LayoutProfile, font: str, field: str) -> Item:
    leading = profile.body_leading_pt
    step = profile.list_indent_mm * mm
    face = family(font).regular
    opening = profile.circular_body_form == "opening"
    first = profile.first_line_indent_mm * mm if opening and not block.depth else 0.0
    set_style = style(
        font,
        profile.body_size_pt,
        leading,
        align="left" if block.heading else "justify",
        indent=step * block.depth,
        first=0.0 if block.heading else first,
        mark_at=step * (block.depth - 1) if block.depth else 0.0,
    )
    if block.mark and width(block.mark + " ", face, profile.body_size_pt) > step:
        wide = width(block.mark + " ", face, profile.body_size_pt)
        set_style = style(
            font,
            profile.body_size_pt,
            leading,
            align="justify",
            indent=step * (block.depth - 1) + wide,
            mark_at=step * (block.depth - 1),
        )
    flowable = paragraph(
        block.runs, set_style, family(font), field=field, bullet=block.mark, bold=block.heading
    )
    return Item(flowable=flowable, field=field, leading=leading)
