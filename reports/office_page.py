"""Semua tentang satu OPD on A4: where its steps stand, facts, and a table for each thing it did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table, TableStyle

from census_desk.coverage.steps import STEP_NAMES, Mark, Step
from census_desk.indonesian import long_date
from census_desk.words import _
from reports.coverage.signs import LOOKS, draw_sign
from reports.document import document
from reports.fonts import PLAIN, family
from reports.layout import Frame
from reports.pages import Item, draw, plan
from reports.sessions.tables import Section, shown
from reports.styles import style
from reports.tables import ruled_table
from reports.text import fitted_lines, held_together, paragraph

SHEET = (210 * mm, 297 * mm)
EDGE = 14 * mm
TITLE, TOLD, HEADING, SMALL = 16.0, 10.0, 10.5, 8.5
LEADING = 1.25  # of the size
PAD = 3.0
LABEL_SHARE, VALUE_SHARE = 0.14, 0.36  # of the width, twice: two facts in a line
FOOT = 6 * mm


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
    wide = SHEET[0] - 2 * EDGE
    items = [
        Item(flowable=_Head(content), field=_("Nama OPD")),
        Item(flowable=_Band(content.marks), field=_("Langkah"), before=4 * mm),
        Item(flowable=_facts(content.facts, wide), field=_("Keterangan"), before=3 * mm),
    ]
    for section in content.sections:
        items += _section(section, wide)
    frame = Frame(left=EDGE, top=SHEET[1] - EDGE, width=wide, bottom=EDGE + FOOT)
    pages = plan(items, frame, frame)

    def drawing(canvas: Canvas) -> None:
        for number, page in enumerate(pages, 1):
            draw(page, canvas)
            _draw_foot(canvas, content, f"halaman {number} dari {len(pages)}")
            canvas.showPage()

    return document(SHEET, drawing, title=f"Semua tentang {content.short_name}")


class _Head(Flowable):
    """The office's name over as many lines as it takes, and the day this is true of."""

    def __init__(self, content: OfficeContent) -> None:
        super().__init__()
        fonts = family(PLAIN)
        room = SHEET[0] - 2 * EDGE
        self._name = fitted_lines(content.name, fonts.bold, TITLE, room, _("Nama OPD"))
        told = f"Semua tentang OPD ini, per tanggal {long_date(content.on)} · "
        told += f"{content.programme}, {content.regency}"
        self._told = fitted_lines(told, fonts.regular, TOLD, room, _("Judul"))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        tall = len(self._name) * TITLE + len(self._told) * TOLD
        return available_width, tall * LEADING

    def draw(self) -> None:
        """Name, then what this page is."""
        fonts = family(PLAIN)
        at = self.wrap(0, 0)[1]
        for lines, face, size in (
            (self._name, fonts.bold, TITLE),
            (self._told, fonts.regular, TOLD),
        ):
            self.canv.setFont(face, size)
            for line in lines:
                at -= size * LEADING
                self.canv.drawString(0, at + size * 0.25, line)


class _Band(Flowable):
    """The office's row of the board: six cells with their heading, sign, words and ground."""

    def __init__(self, marks: Mapping[Step, Mark]) -> None:
        super().__init__()
        self._marks = marks
        self._wide = (SHEET[0] - 2 * EDGE) / len(Step)
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


def _section(section: Section, wide: float) -> list[Item]:
    if not section.rows:
        return [_text(f"{section.heading}: {section.empty}", SMALL + 0.5, before=2.5 * mm)]
    heading = _text(section.heading, HEADING, before=2.5 * mm, bold=True)
    rows = [[shown(cell) for cell in row] for row in section.rows]
    table = ruled_table(
        section.columns, rows, PLAIN, wide=wide, field=section.heading, before=1.5, size=SMALL
    )
    return [heading, table]


def _text(words: str, size: float, *, before: float, bold: bool = False) -> Item:
    made = paragraph(
        words, style(PLAIN, size, size * LEADING), family(PLAIN), field=_("Judul"), bold=bold
    )
    return Item(flowable=made, field=_("Judul"), before=before, keep_next=bold)


def _draw_foot(canvas: Canvas, content: OfficeContent, told: str) -> None:
    fonts = family(PLAIN)
    room = SHEET[0] - 2 * EDGE - 40 * mm
    canvas.setFont(fonts.regular, SMALL - 0.5)
    lines = fitted_lines(
        f"{content.short_name} · {content.printed}", fonts.regular, SMALL - 0.5, room, _("Judul")
    )
    for place, line in enumerate(lines):
        canvas.drawString(EDGE, EDGE - place * SMALL * LEADING, line)
    canvas.drawRightString(SHEET[0] - EDGE, EDGE, told)
