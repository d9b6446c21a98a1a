"""Tables inside papers: facts with aligned colons, ruled tables with a repeated head."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from census_desk.letters.profile import LayoutProfile
from reports.fonts import family, width
from reports.layout import COLON_WIDTH
from reports.markdown import Grid
from reports.pages import Item
from reports.styles import Align, style
from reports.text import Run, checked, paragraph
from reports.wrapped import FIRST_BASELINE, Hung

CELL_SIZE = 10.5
CELL_LEADING = 13.0
CELL_PADDING = 3 * mm  # left and right together
HEAD_GREY = 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a ruled table; `share` of the text width."""

    title: str
    share: float
    align: Align = "left"


class Labelled(Flowable):
    """`Tempat : …` with the colon at a fixed place and a value that may take several lines."""

    def __init__(
        self, label: str, value: Paragraph, face: str, size: float, left: float, colon: float
    ) -> None:
        super().__init__()
        self._label, self._value, self._face, self._size = label, value, face, size
        self._left, self._colon = left, colon
        self._tall = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        room = available_width - self._colon - COLON_WIDTH
        self._tall = self._value.wrap(room, 1e6)[1]
        return available_width, self._tall

    def draw(self) -> None:
        """Draw label, colon and value."""
        baseline = self._tall - self._size * FIRST_BASELINE
        self.canv.setFont(self._face, self._size)
        self.canv.drawString(self._left, baseline, self._label)
        self.canv.drawString(self._colon, baseline, ":")
        self._value.drawOn(self.canv, self._colon + COLON_WIDTH, 0)


def fact_items(
    facts: Sequence[tuple[str, str | Sequence[Run]]],
    profile: LayoutProfile,
    font: str,
    *,
    left: float,
    label_width: float,
    before: float,
) -> list[Item]:
    """One block a fact; facts without a value are left out. Kept with the next but for the last."""
    fonts = family(font)
    value_style = style(font, profile.body_size_pt, profile.body_leading_pt)
    told = [(label, value) for label, value in facts if _says(value)]
    items = []
    for place, (label, value) in enumerate(told):
        labelled = Labelled(
            checked(label, fonts.regular, label),
            paragraph(value, value_style, fonts, field=label),
            fonts.regular,
            profile.body_size_pt,
            left,
            left + label_width,
        )
        items.append(
            Item(
                flowable=labelled,
                field=label,
                before=before if place == 0 else 1.0,
                keep_next=place == 0,
            )
        )
    return items


def ruled_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    font: str,
    *,
    wide: float,
    field: str,
    before: float,
    size: float = CELL_SIZE,
) -> Item:
    """A table with rules; its head is repeated on every page and no row is torn.

    Smaller type stands closer to the rules: such a table is to fill little of its page.
    """
    heads = [_cell(column.title, "center", font, field, size=size, bold=True) for column in columns]
    cells = [
        [
            _cell(text, column.align, font, field, size=size)
            for text, column in zip(row, columns, strict=True)
        ]
        for row in rows
    ]
    table = _ruled([heads, *cells], [column.share * wide for column in columns], font, size)
    leading = CELL_LEADING * size / CELL_SIZE
    return Item(flowable=table, field=field, before=before, leading=leading * 2)


def grid_table(grid: Grid, font: str, *, wide: float, indent: float, field: str) -> Item:
    """A table typed into a body, its columns as wide as their texts ask for, over all the room."""
    aligns = [ALIGNS.get(one, "left") for one in grid.aligns]
    heads = [_cell(runs, "center", font, field, bold=True) for runs in grid.head]
    cells = [
        [_cell(runs, align, font, field) for runs, align in zip(row, aligns, strict=False)]
        for row in grid.rows
    ]
    table = _ruled([heads, *cells], _grid_widths(grid, font, wide), font)
    flowable = Hung(table, indent) if indent else table
    return Item(flowable=flowable, field=field, leading=CELL_LEADING * 2)


ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}


def _grid_widths(grid: Grid, font: str, wide: float) -> list[float]:
    """Each column its longest word, and what is left over shared by how long its texts are."""
    face = family(font).bold
    columns = list(zip(grid.head, *grid.rows, strict=False))
    told = [["".join(run.text for run in runs) for runs in column] for column in columns]
    words = [
        max((width(word, face, CELL_SIZE) for text in column for word in text.split()), default=0)
        for column in told
    ]
    least = [word + CELL_PADDING for word in words]
    longest = [max(width(text, face, CELL_SIZE) for text in column) + 1 for column in told]
    spare = wide - sum(least)
    if spare < 0:
        return [wide * one / sum(least) for one in least]
    wanted = [max(full - word, 0.0) + 1 for full, word in zip(longest, words, strict=True)]
    return [one + spare * want / sum(wanted) for one, want in zip(least, wanted, strict=True)]


def _ruled(
    cells: Sequence[Sequence[Paragraph]],
    widths: Sequence[float],
    font: str,
    size: float = CELL_SIZE,
) -> Table:
    part = size / CELL_SIZE
    table = Table(
        [list(row) for row in cells], colWidths=list(widths), repeatRows=1, hAlign="LEFT",
        splitInRow=0,
    )  # fmt: skip
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
                ("BACKGROUND", (0, 0), (-1, 0), (HEAD_GREY,) * 3),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
                ("FONTNAME", (0, 0), (-1, -1), family(font).regular),
                ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING / 2 * part),
                ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING / 2 * part),
                ("TOPPADDING", (0, 0), (-1, -1), 0.8 * mm * part**3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4 * mm * part**3),
            ]
        )
    )
    return table


def _says(value: str | Sequence[Run]) -> bool:
    told = value if isinstance(value, str) else "".join(run.text for run in value)
    return bool(told.strip())


def _cell(
    text: str | Sequence[Run],
    align: Align,
    font: str,
    field: str,
    *,
    size: float = CELL_SIZE,
    bold: bool = False,
) -> Paragraph:
    cell_style = style(font, size, CELL_LEADING * size / CELL_SIZE, align=align)
    return paragraph(text, cell_style, family(font), field=field, bold=bold, narrow=True)
