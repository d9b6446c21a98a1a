"""One page of the coverage board drawn straight on the sheet, from measured blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from census_desk.coverage.rows import RowKind
from census_desk.coverage.steps import STATE_NAMES, State
from census_desk.words import _
from reports.coverage.counts import CountLine, counted_wide
from reports.coverage.measures import Columns, Measures, indent
from reports.coverage.rows import Block
from reports.coverage.signs import LOOKS, draw_sign
from reports.fonts import PLAIN, family, width
from reports.text import checked

HEAD_GREY = 0.9
AREA_GREY = 0.9  # under the name of a kecamatan
LINE, HEAVY_LINE = 0.5, 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands round the rows of every page of a table."""

    title: str
    about: str
    on: str
    shown: str
    column: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """One page: its words, headings, columns and counts, and the blocks from the top."""

    words: Words
    heads: tuple[str, ...]
    columns: Columns
    counts: tuple[CountLine, ...]
    blocks: Sequence[Block]


def head_top(measures: Measures) -> float:
    """The upper edge of the headings, under title and subtitle."""
    taken = measures.edge + measures.title + 1.35 * measures.told + 2 * measures.pad
    return measures.size[1] - taken


def head_tall(measures: Measures, counts: Sequence[CountLine]) -> float:
    """The height of the headings with their counts."""
    return measures.head * 1.25 + 2 * measures.pad + sum(line.tall for line in counts)


def foot_top(measures: Measures) -> float:
    """The lower edge of the rows, above legend and printed line."""
    return measures.edge + measures.small * 1.8 + measures.count * 1.5 + measures.pad


class Drawing:
    """One page of the board on a canvas."""

    def __init__(self, canvas: Canvas, page: PlannedPage, measures: Measures) -> None:
        self._canvas, self._page, self._m = canvas, page, measures
        self._fonts = family(PLAIN)
        self._edges = [measures.edge + measures.number_wide + page.columns.name]
        for wide in page.columns.steps:
            self._edges.append(self._edges[-1] + wide)

    def draw(self, number: str) -> None:
        """Everything on the page; `number` says which of how many it is."""
        self._title()
        at = self._head()
        for block in self._page.blocks:
            if block.cells:
                self._row(block, at)
            else:
                self._closing(block, at)
            at -= block.tall
        self._rules()
        self._foot(number)

    def _title(self) -> None:
        m, words = self._m, self._page.words
        baseline = m.size[1] - m.edge - m.title * 0.75
        below = baseline - m.title * 0.25 - m.told * 1.2
        self._across(words.title, words.on, baseline, m.title, m.title * 0.75, bold=True)
        self._across(words.about, words.shown, below, m.told, m.told)

    def _across(
        self, left: str, right: str, baseline: float, size: float, other: float, bold: bool = False
    ) -> None:
        """Two texts on one line; the left one gives way."""
        m = self._m
        face = self._fonts.bold if bold else self._fonts.regular
        edge = m.size[0] - m.edge
        told = checked(right, face, _("Judul"))
        taken = width(told, face, other)
        self._canvas.setFont(face, other)
        self._canvas.drawRightString(edge, baseline, told)
        self._put(left, m.edge, baseline, size, edge - m.edge - taken - 4 * m.pad, bold=bold)

    def _put(
        self, text: str, left: float, baseline: float, size: float, room: float, bold: bool = False
    ) -> None:
        """One line; set smaller where it would not fit, never cut."""
        face = self._fonts.bold if bold else self._fonts.regular
        told = checked(text, face, _("Judul"))
        wide = width(told, face, size)
        self._canvas.setFont(face, min(size, size * room / wide) if wide else size)
        self._canvas.drawString(left, baseline, told)

    def _head(self) -> float:
        m, canvas, page = self._m, self._canvas, self._page
        top, tall = head_top(m), head_tall(m, page.counts)
        canvas.setFillGray(HEAD_GREY)
        canvas.rect(m.edge, top - tall, m.size[0] - 2 * m.edge, tall, stroke=0, fill=1)
        canvas.setFillGray(0)
        baseline = top - m.pad - m.head
        room = m.number_wide + page.columns.name - 2 * m.pad
        self._put(page.words.column, m.edge + m.pad, baseline, m.head, room, bold=True)
        for left, head, wide in zip(self._edges, page.heads, page.columns.steps, strict=False):
            self._put(head, left + m.pad, baseline, m.head, wide - 2 * m.pad, bold=True)
        at = top - m.pad - m.head * 1.25 - m.pad * 0.5
        for line in page.counts:
            self._count_line(line, at)
            at -= line.tall
        return top - tall

    def _count_line(self, line: CountLine, top: float) -> None:
        m, canvas = self._m, self._canvas
        leading = m.count * 1.25
        canvas.setFont(self._fonts.bold, m.count)
        for place, told in enumerate(line.label):
            canvas.drawString(m.edge + m.pad, top - m.count - place * leading, told)
        for column, cell in enumerate(line.cells):
            for place, counted in enumerate(cell):
                baseline = top - m.count - place * leading
                at = self._edges[column] + m.pad
                for state, told in counted:
                    self._small_sign(state, at, baseline)
                    canvas.setFont(self._fonts.bold, m.count)
                    canvas.drawString(at + m.count * 1.1, baseline, told)
                    at += counted_wide(told, m)

    def _small_sign(self, state: State, left: float, baseline: float) -> None:
        """A sign beside a count; the white one of "late" gets its ground."""
        m = self._m
        size = m.count * 0.78
        if state is State.LATE:
            self._canvas.setFillColorRGB(*LOOKS[state].ground)
            self._canvas.rect(left - 1, baseline - 2, size + 2, size + 3, stroke=0, fill=1)
            self._canvas.setFillGray(0)
        draw_sign(self._canvas, state, left, baseline - 0.4, size)

    def _row(self, block: Block, top: float) -> None:
        m, canvas = self._m, self._canvas
        if block.kind is RowKind.DISTRICT:
            canvas.setFillGray(AREA_GREY)
            wide = m.number_wide + self._page.columns.name
            canvas.rect(m.edge, top - block.tall, wide, block.tall, stroke=0, fill=1)
            canvas.setFillGray(0)
        bold = block.kind is RowKind.DISTRICT
        face = self._fonts.bold if bold else self._fonts.regular
        canvas.setFont(face, m.words)
        first = self._first_baseline(block, len(block.name), top)
        number_at = m.edge + m.number_wide - m.pad
        canvas.drawRightString(number_at, first, block.number)
        left = m.edge + m.number_wide + m.pad + indent(block.kind, m)
        for place, line in enumerate(block.name):
            canvas.drawString(left, first - place * m.leading, line)
        for place, (state, words) in enumerate(block.cells):
            self._cell(state, words, block, place, top)

    def _cell(
        self, state: State, words: Sequence[str], block: Block, place: int, top: float
    ) -> None:
        m, canvas, look = self._m, self._canvas, LOOKS[state]
        left, wide = self._edges[place], self._page.columns.steps[place]
        canvas.setFillColorRGB(*look.ground)
        canvas.rect(left, top - block.tall, wide, block.tall, stroke=0, fill=1)
        middle = top - block.tall / 2
        draw_sign(canvas, state, left + m.pad, middle - m.sign / 2, m.sign)
        canvas.setFillColorRGB(*look.ink)
        canvas.setFont(self._fonts.regular, m.words)
        first = self._first_baseline(block, len(words), top)
        for place, line in enumerate(words):
            canvas.drawString(left + m.sign + 2 * m.pad, first - place * m.leading, line)
        canvas.setFillGray(0)

    def _first_baseline(self, block: Block, lines: int, top: float) -> float:
        """Lines stand in the middle of their row."""
        m = self._m
        return top - (block.tall - lines * m.leading) / 2 - m.words * 0.88

    def _closing(self, block: Block, top: float) -> None:
        m = self._m
        self._canvas.setFont(self._fonts.regular, m.told)
        for place, line in enumerate(block.name):
            baseline = top - m.told * (1.5 + 1.3 * place)
            self._canvas.drawString(m.edge + m.pad, baseline, line)

    def _foot(self, number: str) -> None:
        m, canvas = self._m, self._canvas
        baseline = m.edge + m.small * 1.8
        at = m.edge
        for state in State:
            name = STATE_NAMES[state]
            wide = m.count * 1.7 + width(name, self._fonts.regular, m.count) + m.pad
            look = LOOKS[state]
            canvas.setFillColorRGB(*look.ground)
            canvas.setStrokeGray(0)
            canvas.setLineWidth(LINE)
            canvas.rect(at, baseline - m.count * 0.4, wide, m.count * 1.5, stroke=1, fill=1)
            draw_sign(canvas, state, at + m.pad * 0.6, baseline - 0.4, m.count * 0.8)
            canvas.setFillColorRGB(*look.ink)
            canvas.setFont(self._fonts.regular, m.count)
            canvas.drawString(at + m.count * 1.4, baseline, name)
            at += wide + 2 * m.pad
        canvas.setFillGray(0)
        right = m.size[0] - m.edge
        canvas.setFont(self._fonts.bold, m.count)
        canvas.drawRightString(right, baseline, number)
        self._put(self._page.words.printed, m.edge, m.edge, m.small, right - m.edge)

    def _rules(self) -> None:
        """Over the grounds, or these would hide them: round the head, under rows, at columns."""
        top = head_top(self._m)
        at = top - head_tall(self._m, self._page.counts)
        self._rule(top, HEAVY_LINE)
        self._rule(at, HEAVY_LINE)
        for block in self._page.blocks:
            if block.cells:
                at -= block.tall
                self._rule(at, LINE)
        self._canvas.lines([(left, top, left, at) for left in self._edges[:-1]])

    def _rule(self, at: float, thick: float) -> None:
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(thick)
        self._canvas.line(self._m.edge, at, self._m.size[0] - self._m.edge, at)
