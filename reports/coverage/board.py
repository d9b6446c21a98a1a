"""The coverage board for the wall: office × step and kecamatan × step, A3 or A4 landscape.

A name, six cells with a sign, words and a ground, counts under the headings that add up to the
rows, and the legend on every page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from census_desk.coverage.rows import CoverageRow
from census_desk.coverage.steps import STEP_NAMES, Step
from census_desk.indonesian import long_date
from reports.coverage.counts import Counts, count_line
from reports.coverage.drawing import Drawing, PlannedPage, Words, foot_top, head_tall, head_top
from reports.coverage.measures import Measures, measures_of
from reports.coverage.rows import Block, arranged, closing_block, even_pages, stretched
from reports.document import document

TITLE = "PAPAN CAKUPAN"
NOTHING = "Tidak ada baris yang cocok dengan saringan ini."
MOST_STRETCH = 0.45  # of a line, added to every row where the pages leave room


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSheet:
    """One table: its rows, for each line under the headings what it counts, closing sentences."""

    title: str
    column: str
    rows: tuple[CoverageRow, ...]
    counts: tuple[tuple[str, Counts], ...]
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardContent:
    """The finished board; `shown` says which rows are told, `printed` who printed it and when."""

    programme: str
    regency: str
    on: date
    shown: str
    printed: str
    sheets: tuple[BoardSheet, ...]
    paper: str = "A3"


def coverage_board(content: BoardContent) -> bytes:
    """The board as PDF; MissingGlyph names the field, nothing is cut."""
    measures = measures_of(content.paper)
    pages = [page for sheet in content.sheets for page in _pages_of(content, sheet, measures)]

    def drawing(canvas: Canvas) -> None:
        for place, page in enumerate(pages, 1):
            Drawing(canvas, page, measures).draw(f"halaman {place} dari {len(pages)}")
            canvas.showPage()

    return document(measures.size, drawing, title=f"Papan Cakupan {long_date(content.on)}")


def _pages_of(content: BoardContent, sheet: BoardSheet, measures: Measures) -> list[PlannedPage]:
    heads = [STEP_NAMES[step] for step in Step]
    columns, blocks = arranged(sheet.rows, heads, measures)
    counts = tuple(count_line(label, each, columns, measures) for label, each in sheet.counts)
    closing = sheet.closing if blocks else (NOTHING, *sheet.closing)
    if closing:
        blocks = [*_keeping_last(blocks), closing_block(closing, measures)]
    room = head_top(measures) - head_tall(measures, counts) - foot_top(measures)
    pages = stretched(even_pages(blocks, room), room, measures.words * MOST_STRETCH)
    words = _words(content, sheet)
    return [
        PlannedPage(words=words, heads=tuple(heads), columns=columns, counts=counts, blocks=page)
        for page in pages
    ]


def _keeping_last(blocks: Sequence[Block]) -> list[Block]:
    """The closing sentences never stand alone on a page."""
    return [*blocks[:-1], replace(blocks[-1], keep_next=True)] if blocks else []


def _words(content: BoardContent, sheet: BoardSheet) -> Words:
    about = " · ".join(filter(None, (content.programme, content.regency)))
    return Words(
        title=f"{TITLE}: {sheet.title}",
        about=about,
        on=f"per tanggal {long_date(content.on)}",
        shown=content.shown,
        column=sheet.column,
        printed=content.printed,
    )
