"""A body of Markdown as blocks on paper: justified, with hanging marks and kept headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from census_desk.letters.fields import FIELD
from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.fonts import family, width
from reports.layout import PARAGRAPH_GAP, page_of
from reports.markdown import Block, Grid, Runs, blocks
from reports.pages import Item
from reports.styles import style
from reports.tables import fact_items, grid_table
from reports.text import Run, paragraph
from reports.wrapped import Pressed

LIST_GAP = 3.0
LONGEST_KEPT = 60  # letters: a short bold line over its text is a heading
FACT_LABEL = 30 * mm
WIDEST_LABEL = 60 * mm
LABEL_GAP = 3 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLook:
    """How a body is set: `first` is the first line's indent in points, `narrower` what its place
    lacks of the text's width, `field` names it."""

    profile: LayoutProfile
    font: str
    first: float = 0.0
    narrower: float = 0.0
    field: str = ""


def body_items(
    source: str,
    profile: LayoutProfile,
    font: str,
    *,
    before: float,
    field: str = "",
    indented: bool | None = None,
) -> list[Item]:
    """The blocks of a body, each a paragraph that may be torn only with two lines on both sides.

    `indented` None leaves it to the profile's form of a circular whether first lines stand in.
    """
    return Body(source, look(profile, font, field=field, indented=indented), before).items()


def look(
    profile: LayoutProfile, font: str, *, field: str = "", indented: bool | None = None
) -> BodyLook:
    """How bodies of that layout are set."""
    if indented is None:
        indented = profile.circular_body_form == "opening"
    first = profile.first_line_indent_mm * mm if indented else 0.0
    return BodyLook(profile=profile, font=font, first=first, field=field or _("Isi"))


class Body:
    """A body read once; what differs from copy to copy is set again, all else is kept.

    With `press`, a name, the kept blocks are stored once in the file (reports/wrapped.py).
    """

    def __init__(self, source: str, look: BodyLook, before: float, *, press: str = "") -> None:
        self._found = blocks(source)
        self._look, self._before, self._press = look, before, press
        self._kept: dict[int, list[Item]] = {}

    def items(self, values: Mapping[str, str] | None = None) -> list[Item]:
        """The blocks with the {fields} of `values` filled as plain text."""
        return [item for place in range(len(self._found)) for item in self._at(place, values or {})]

    def _at(self, place: int, values: Mapping[str, str]) -> list[Item]:
        block = self._found[place]
        if values and _quotes(block, values):
            return self._set(place, _filled(block, values))
        if place not in self._kept:
            items = self._set(place, block)
            self._kept[place] = self._pressed(place, items) if self._press else items
        return self._kept[place]

    def _set(self, place: int, block: Block) -> list[Item]:
        gap = _gap(self._found, place) if place else self._before
        keep = block.heading or _introduces(self._found, place)
        first, *others = _items(block, self._look)
        return [replace(first, before=gap, keep_next=keep or first.keep_next), *others]

    def _pressed(self, place: int, items: Sequence[Item]) -> list[Item]:
        return [
            replace(item, flowable=Pressed(item.flowable, f"{self._press}-{place}-{part}"))
            for part, item in enumerate(items)
        ]


def _quotes(block: Block, values: Mapping[str, str]) -> bool:
    return any(
        name in values for run in _all_runs(block) if "{" in run.text
        for name in FIELD.findall(run.text)
    )  # fmt: skip


def _all_runs(block: Block) -> list[Run]:
    pieces = [block.runs, *(value for _label, value in block.facts)]
    if block.grid:
        pieces += [*block.grid.head, *(cell for row in block.grid.rows for cell in row)]
    return [run for runs in pieces for run in runs]


def _filled(block: Block, values: Mapping[str, str]) -> Block:
    def told(runs: Runs) -> Runs:
        return tuple(
            replace(run, text=FIELD.sub(lambda at: values.get(at[1], at[0]), run.text))
            for run in runs
        )

    grid = block.grid and Grid(
        head=tuple(map(told, block.grid.head)),
        rows=tuple(tuple(map(told, row)) for row in block.grid.rows),
        aligns=block.grid.aligns,
    )
    facts = tuple((label, told(value)) for label, value in block.facts)
    return replace(block, runs=told(block.runs), facts=facts, grid=grid)


def _gap(found: list[Block], place: int) -> float:
    block, above = found[place], found[place - 1]
    if block.heading:
        return PARAGRAPH_GAP * 2
    if block.depth > 1 or (block.depth and above.depth == block.depth and not block.mark):
        return LIST_GAP
    return PARAGRAPH_GAP


def _introduces(found: list[Block], place: int) -> bool:
    """Whether the block leads to what stands below it: a short line such as "1. Latar Belakang"
    with its text, or a sentence with its aligned lines or its table."""
    if place + 1 == len(found):
        return False
    block, below = found[place], found[place + 1]
    if below.facts or below.grid:
        return True
    length = sum(len(run.text) for run in block.runs)
    deeper = below.depth > block.depth or (below.depth == block.depth and not below.mark)
    return bool(block.mark) and length <= LONGEST_KEPT and deeper


def _items(block: Block, look: BodyLook) -> list[Item]:
    if block.facts:
        return _facts(block, look)
    if block.grid:
        return [_table(block, block.grid, look)]
    return [_item(block, look)]


def _facts(block: Block, look: BodyLook) -> list[Item]:
    """Labels at the left, colons under each other, values hanging (letters.md 2.2)."""
    profile = look.profile
    face, size = family(look.font).regular, profile.body_size_pt
    widest = max(width(label, face, size) for label, _value in block.facts)
    left = profile.list_indent_mm * mm * block.depth or look.first
    items = fact_items(
        block.facts,
        profile,
        look.font,
        left=left,
        label_width=min(max(FACT_LABEL, widest + LABEL_GAP), WIDEST_LABEL),
        before=PARAGRAPH_GAP,
    )
    return [replace(item, keep_next=place + 2 < len(items)) for place, item in enumerate(items)]


def _table(block: Block, grid: Grid, look: BodyLook) -> Item:
    indent = look.profile.list_indent_mm * mm * block.depth
    wide = page_of(look.profile).text_width - look.narrower - indent
    return grid_table(grid, look.font, wide=wide, indent=indent, field=look.field)


def _item(block: Block, look: BodyLook) -> Item:
    profile, font = look.profile, look.font
    leading, size = profile.body_leading_pt, profile.body_size_pt
    step = profile.list_indent_mm * mm
    set_style = style(
        font,
        size,
        leading,
        align="left" if block.heading else "justify",
        indent=step * block.depth,
        first=0.0 if block.heading or block.depth else look.first,
        mark_at=step * (block.depth - 1) if block.depth else 0.0,
    )
    wide = width(f"{block.mark} ", family(font).regular, size)
    if block.mark and wide > step:
        at = step * (block.depth - 1)
        set_style = style(font, size, leading, align="justify", indent=at + wide, mark_at=at)
    flowable = paragraph(
        block.runs, set_style, family(font), field=look.field, bullet=block.mark, bold=block.heading
    )
    return Item(flowable=flowable, field=look.field, leading=leading)
