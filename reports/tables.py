"""Tables inside papers: facts with aligned colons, ruled tables with a repeated head."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from census_desk.letters.profile import LayoutProfile
from reports.fonts import family
from reports.layout import COLON_WIDTH
from reports.pages import Item
from reports.styles import Align, style
from reports.text import checked, paragraph

CELL_SIZE = 10.5
CELL_LEADING = 13.0
HEAD_GREY = 0.92
FIRST_BASELINE = 0.98  # of the size, under a paragraph's top: where ReportLab sets the first line


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
    facts: Sequence[tuple[str, str]],
    profile: LayoutProfile,
    font: str,
    *,
    left: float,
    label_width: float,
    before: float,
) -> list[Item]:
    """One block a fact; facts without a value are left out. Kept with the next but for the last."""
    fonts = family(font)
    value_style = style(font, profile.body_size_pt, profile.body_leading_pt, align="justify")
    told = [(label, value) for label, value in facts if value.strip()]
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
) -> Item:
    """A table with rules; its head is repeated on every page and no row is torn."""
    fonts = family(font)
    heads = [_cell(column.title, "center", font, field, bold=True) for column in columns]
    cells = [
        [_cell(text, column.align, font, field) for text, column in zip(row, columns, strict=True)]
        for row in rows
    ]
    table = Table(
        [heads, *cells],
        colWidths=[column.share * wide for column in columns],
        repeatRows=1,
        hAlign="LEFT",
        splitInRow=0,
    )
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
                ("BACKGROUND", (0, 0), (-1, 0), (HEAD_GREY,) * 3),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
                ("FONTNAME", (0, 0), (-1, -1), fonts.regular),
                ("LEFTPADDING", (0, 0), (-1, -1), 1.5 * mm),
                ("RIGHTPADDING", (0, 0), (-1, -1), 1.5 * mm),
                ("TOPPADDING", (0, 0), (-1, -1), 0.8 * mm),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4 * mm),
            ]
        )
    )
    return Item(flowable=table, field=field, before=before, leading=CELL_LEADING * 2)


def _cell(text: str, align: Align, font: str, field: str, *, bold: bool = False) -> Paragraph:
    cell_style = style(font, CELL_SIZE, CELL_LEADING, align=align)
    return paragraph(text, cell_style, family(font), field=field, bold=bold)
