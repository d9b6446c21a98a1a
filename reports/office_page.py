"""Semua tentang satu OPD on A4: where its steps stand, facts, and a table for each thing it did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from census_desk.coverage.steps import STEP_NAMES, Mark, Step
from census_desk.indonesian import long_date
from census_desk.words import _
from reports.coverage.signs import LOOKS, draw_sign
from reports.fonts import PLAIN, family
from reports.pages import Item
from reports.sessions.tables import Section
from reports.styles import style
from reports.table_pages import LEADING, SMALL, TOLD, WIDE, TablePages, table_pages
from reports.text import fitted_lines, held_together, paragraph

PAD = 3.0
LABEL_SHARE, VALUE_SHARE = 0.14, 0.36  # of the width, twice: two facts in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeContent:
    """The finished page: the office's name, its marks on the board, facts and tables."""

    name: str
    short_name: str
    programme: str
    regency: str
    on: date
    printed: str
    marks: Mapping[Step, Mark]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def office_page(content: OfficeContent) -> bytes:
    """The page as PDF; it flows on where a page is not enough."""
    told = f"Semua tentang OPD ini, per tanggal {long_date(content.on)} · "
    told += f"{content.programme}, {content.regency}"
    pages = TablePages(
        name=content.name,
        told=told,
        foot=f"{content.short_name} · {content.printed}",
        title=f"Semua tentang {content.short_name}",
        sections=content.sections,
    )
    blocks = [
        Item(flowable=_Band(content.marks), field=_("Langkah"), before=4 * mm),
        Item(flowable=_facts(content.facts, WIDE), field=_("Keterangan"), before=3 * mm),
    ]
    return table_pages(pages, blocks)


class _Band(Flowable):
    """The office's row of the board: six cells with their heading, sign, words and ground."""

    def __init__(self, marks: Mapping[Step, Mark]) -> None:
        super().__init__()
        self._marks = marks
        self._wide = WIDE / len(Step)
        room = self._wide - TOLD - 3 * PAD
        face = family(PLAIN).regular
        self._words = {
            step: fitted_lines(held_together(marks[step].detail), face, SMALL + 0.5, room, "")
            for step in Step
        }

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        return available_width, self._head + self._cell

    @property
    def _head(self) -> float:
        return SMALL * LEADING + PAD

    @property
    def _cell(self) -> float:
        lines = max(len(words) for words in self._words.values())
        return lines * (SMALL + 0.5) * LEADING + 2 * PAD

    def draw(self) -> None:
        """The cells side by side."""
        canvas, fonts = self.canv, family(PLAIN)
        for place, step in enumerate(Step):
            left, state = place * self._wide, self._marks[step].state
            canvas.setFont(fonts.bold, SMALL)
            canvas.drawString(left + PAD, self._cell + PAD, STEP_NAMES[step])
            canvas.setFillColorRGB(*LOOKS[state].ground)
            canvas.setLineWidth(0.5)
            canvas.rect(left, 0, self._wide, self._cell, stroke=1, fill=1)
            draw_sign(canvas, state, left + PAD, (self._cell - TOLD) / 2, TOLD)
            canvas.setFillColorRGB(*LOOKS[state].ink)
            canvas.setFont(fonts.regular, SMALL + 0.5)
            at = (self._cell + len(self._words[step]) * (SMALL + 0.5) * LEADING) / 2
            for line in self._words[step]:
                at -= (SMALL + 0.5) * LEADING
                canvas.drawString(left + TOLD + 2 * PAD, at + SMALL * 0.3, line)
            canvas.setFillGray(0)


def _facts(facts: Sequence[tuple[str, str]], wide: float) -> Table:
    """Two facts in a line: label and value, label and value."""
    look = style(PLAIN, TOLD - 0.5, TOLD * LEADING)
    fonts = family(PLAIN)
    cells = [
        [
            paragraph(label, look, fonts, field=label),
            paragraph(value, look, fonts, field=label, bold=True),
        ]
        for label, value in facts
    ]
    half = (len(cells) + 1) // 2
    empty = [paragraph("", look, fonts, field="")] * 2
    second = [*cells[half:], *[empty] * (2 * half - len(cells))]
    shares = [LABEL_SHARE, VALUE_SHARE] * 2
    table = Table(
        [[*one, *other] for one, other in zip(cells[:half], second, strict=True)],
        colWidths=[share * wide for share in shares],
        hAlign="LEFT",
    )
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.regular),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
                ("TOPPADDING", (0, 0), (-1, -1), 0.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
            ]
        )
    )
    return table
