"""Rows of the coverage board: measured, broken in their columns, shared out over even pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.coverage.steps import State, Step
from census_desk.words import _
from reports.coverage.measures import Columns, Measures, indent, possible_columns
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family
from reports.text import fitted_lines, held_together

TRIES = 24  # halvings of the spare room while pages are made even
AGAIN = "{name} (lanjutan)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What is never torn: a row with its six cells, or the sentences that close the table.

    `name` are the broken lines; `cells` their states and lines; `title` is what a page that
    begins inside this kecamatan repeats.
    """

    name: tuple[str, ...]
    cells: tuple[tuple[State, tuple[str, ...]], ...] = ()
    number: str = ""
    tall: float
    kind: RowKind | None = None
    keep_next: bool = False
    title: "Block | None" = None


def arranged(
    rows: Sequence[CoverageRow], heads: Sequence[str], measures: Measures
) -> tuple[Columns, list[Block]]:
    """The rows in those of the possible columns that make them take the least height."""
    tried = [
        (columns, row_blocks(rows, columns, measures))
        for columns in possible_columns(rows, heads, measures)
    ]
    return min(tried, key=lambda one: sum(block.tall for block in one[1]))


def row_blocks(rows: Sequence[CoverageRow], columns: Columns, measures: Measures) -> list[Block]:
    """A block for each row; kecamatan keep their first village, villages know their kecamatan."""
    blocks: list[Block] = []
    title: Block | None = None
    numbers = dict.fromkeys(RowKind, 0)
    for row in rows:
        if row.kind is RowKind.DISTRICT:
            numbers[RowKind.VILLAGE] = 0
        numbers[row.kind] += 1
        block = _row_block(row, f"{numbers[row.kind]}", columns, measures)
        if row.kind is RowKind.DISTRICT:
            again = AGAIN.format(name=row.name)
            title = replace(block, name=_name_lines(again, row, columns, measures))
            title = replace(title, tall=_tall(title, measures))
            block = replace(block, keep_next=_has_villages(row, rows))
        elif row.kind is RowKind.VILLAGE and row.parent:
            block = replace(block, title=title)
        blocks.append(block)
    return blocks


def closing_block(sentences: Sequence[str], measures: Measures) -> Block:
    """The sentences under the last row, over the whole width."""
    face, wide = family(PLAIN).regular, measures.size[0] - 2 * measures.edge
    lines = [
        line
        for sentence in sentences
        for line in fitted_lines(sentence, face, measures.told, wide, _("Jumlah"))
    ]
    tall = (len(lines) + 0.6) * measures.told * 1.3
    return Block(name=tuple(lines), tall=tall)


def even_pages(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """As few pages as `room` allows, all about equally full; DoesNotFit for a row above it."""
    pages = _pages(blocks, room)
    fewest, low, high = len(pages), 0.0, room
    for _again in range(TRIES):
        middle = (low + high) / 2
        try:
            tried = _pages(blocks, middle)
        except DoesNotFit:
            tried = []
        if tried and len(tried) <= fewest:
            pages, high = tried, middle
        else:
            low = middle
    return pages


def stretched(pages: Sequence[Sequence[Block]], room: float, most: float) -> list[list[Block]]:
    """The rows a little taller, alike on every page, where the fullest page leaves room."""
    spare = min((room - sum(one.tall for one in page)) / len(page) for page in pages)
    more = max(0.0, min(most, spare))
    return [
        [replace(one, tall=one.tall + more) if one.cells else one for one in page] for page in pages
    ]


def _row_block(row: CoverageRow, number: str, columns: Columns, measures: Measures) -> Block:
    cells = []
    for step, wide in zip(Step, columns.steps, strict=True):
        mark, room = row.marks[step], wide - measures.beside
        cells.append((mark.state, _cell_lines(mark.detail, measures.words, room)))
    block = Block(
        name=_name_lines(row.name, row, columns, measures),
        cells=tuple(cells),
        number=number,
        tall=0.0,
        kind=row.kind,
    )
    return replace(block, tall=_tall(block, measures))


@lru_cache(maxsize=2048)
def _cell_lines(detail: str, size: float, room: float) -> tuple[str, ...]:
    """The words of a cell in its room; hundreds of villages say the same."""
    face = family(PLAIN).regular
    return tuple(fitted_lines(held_together(detail), face, size, room, _("Keterangan")))


def _name_lines(
    name: str, row: CoverageRow, columns: Columns, measures: Measures
) -> tuple[str, ...]:
    fonts = family(PLAIN)
    face = fonts.bold if row.kind is RowKind.DISTRICT else fonts.regular
    room = columns.name - 2 * measures.pad - indent(row.kind, measures)
    return tuple(fitted_lines(name, face, measures.words, room, _("Nama")))


def _tall(block: Block, measures: Measures) -> float:
    lines = max(1, len(block.name), *(len(words) for _state, words in block.cells))
    return lines * measures.leading + 1.4 * measures.pad


def _has_villages(row: CoverageRow, rows: Sequence[CoverageRow]) -> bool:
    return any(one.parent == row.key for one in rows)


def _pages(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    left = room
    for block in blocks:
        if block.tall > left + 0.01:
            moved = [block]
            while len(pages[-1]) > 1 and pages[-1][-1].keep_next:
                moved.insert(0, pages[-1].pop())
            if moved[0].title is not None:
                moved.insert(0, moved[0].title)
            pages.append(moved)
            left = room - sum(one.tall for one in moved)
            if left < -0.01:
                raise DoesNotFit(" ".join(block.name))
        else:
            pages[-1].append(block)
            left -= block.tall
    return pages
