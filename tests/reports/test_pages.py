"""Blocks on pages: what belongs together stays, what is too large is refused."""

from dataclasses import replace

import pytest
from reportlab.platypus import Flowable

from reports.errors import DoesNotFit
from reports.fonts import family
from reports.layout import Frame
from reports.pages import Item, plan
from reports.styles import style
from reports.tables import Column, ruled_table
from reports.text import paragraph

LINE = 10.0
FRAME = Frame(left=0, top=100, width=200, bottom=0)  # ten lines


class Solid(Flowable):
    """A block of so many lines that cannot be torn."""

    def __init__(self, lines: float) -> None:
        super().__init__()
        self.tall = lines * LINE

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return available_width, self.tall


def solid(lines: float, **fields: object) -> Item:
    return Item(flowable=Solid(lines), field="Isi", **fields)


def text(lines: int, **fields: object) -> Item:
    for words in range(1, 1_000):
        made = paragraph("kata " * words, style("Arimo", 10, LINE), family("Arimo"), field="Isi")
        if round(made.wrap(200, 1e6)[1] / LINE) == lines:
            return Item(flowable=made, field="Isi", leading=LINE, **fields)
    raise AssertionError(lines)


def heights(items: list[Item]) -> list[list[int]]:
    """For each page how many lines each of its blocks has."""
    return [[round(placed.height / LINE) for placed in page] for page in plan(items, FRAME, FRAME)]


def test_blocks_that_fit_share_a_page():
    assert heights([solid(4), solid(6)]) == [[4, 6]]


def test_a_block_that_does_not_fit_starts_the_next_page():
    assert heights([solid(6), solid(6)]) == [[6], [6]]


def test_white_above_a_block_is_dropped_at_the_top_of_a_page():
    _first, second = plan([solid(6), solid(6, before=30)], FRAME, FRAME)

    assert second[0].top == FRAME.top


def test_a_heading_goes_with_the_text_it_introduces():
    assert heights([solid(8), solid(1, keep_next=True), solid(3)]) == [[8], [1, 3]]


def test_text_is_torn_with_two_lines_on_both_sides():
    assert heights([solid(7), text(6)]) == [[7, 3], [3]]
    assert heights([solid(9), text(4)]) == [[9], [4]]


def test_a_signature_takes_two_lines_of_the_text_along():
    assert heights([text(6), solid(5, needs_company=True)]) == [[4], [2, 5]]


def test_a_short_text_goes_along_whole():
    assert heights([solid(6), text(3), solid(5, needs_company=True)]) == [[6], [3, 5]]


def test_a_heading_before_that_short_text_goes_along_too():
    items = [solid(5), solid(1, keep_next=True), text(2), solid(5, needs_company=True)]

    assert heights(items) == [[5], [1, 2, 5]]


def test_a_block_larger_than_a_page_is_refused_by_field():
    with pytest.raises(DoesNotFit, match="Isi"):
        heights([solid(11)])


def test_a_signature_larger_than_a_page_is_refused_by_field():
    with pytest.raises(DoesNotFit):
        heights([text(4), solid(11, needs_company=True)])


def test_a_text_of_many_pages_is_torn_again_and_again():
    assert heights([text(35)]) == [[10], [10], [10], [5]]


def a_table(rows: int) -> Item:
    columns = (Column(title="No.", share=0.2), Column(title="Barang", share=0.8))
    told = [(f"{row}.", "Rompi") for row in range(1, rows + 1)]
    return ruled_table(columns, told, "Arimo", wide=FRAME.width, field="Barang", before=0)


def test_a_text_that_fills_a_page_alone_gives_its_last_lines_to_the_signature():
    assert heights([text(20), solid(4, needs_company=True)]) == [[10], [8], [2, 4]]


@pytest.mark.parametrize("rows", range(1, 40))
def test_a_list_of_any_length_gives_rows_to_the_signature(rows):
    """Forty-eight files of a surat pengantar once filled their page and were refused."""
    tall = replace(FRAME, top=300)
    pages = plan([a_table(rows), solid(4, needs_company=True)], tall, tall)

    closing = pages[-1]
    assert [placed.item.field for placed in closing] == ["Barang", "Isi"]
    assert all(page[0].item.field == "Barang" for page in pages)


def test_a_block_that_fills_the_page_and_cannot_be_torn_is_refused_by_the_signature():
    with pytest.raises(DoesNotFit):
        plan([solid(10), solid(10), solid(4, needs_company=True)], FRAME, FRAME)
