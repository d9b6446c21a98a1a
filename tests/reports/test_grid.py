"""Rows of an attendance sheet: none lost, none torn, pairs closed, the chair never alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.sessions.grid import (
    GRIDS,
    Line,
    PageRows,
    groups_by_page,
    page_geometry,
    rows_by_page,
    sign_box,
)

SIGN_OFF = 60.0
papers = st.sampled_from(sorted(GRIDS))


def spread(total: int, paper: str = "F4") -> list[PageRows]:
    grid = GRIDS[paper]
    return rows_by_page(total, grid, grid.first_row_top, SIGN_OFF)


@given(total=st.integers(1, 400), paper=papers)
def test_every_row_is_printed_once_and_in_order(total, paper):
    pages = spread(total, paper)

    numbers = [page.first + place for page in pages for place in range(page.count)]
    assert numbers == list(range(1, total + 1))


@given(total=st.integers(1, 400), paper=papers)
def test_pages_before_the_last_hold_closed_pairs(total, paper):
    assert all(page.count % 2 == 0 and page.count > 0 for page in spread(total, paper)[:-1])


@given(total=st.integers(1, 400), paper=papers)
def test_the_last_page_has_room_for_the_chair_and_three_rows_with_it(total, paper):
    grid, last = GRIDS[paper], spread(total, paper)[-1]

    assert last.count >= min(3, total)
    assert last.top + last.count * grid.row + SIGN_OFF <= grid.table_bottom + 0.01


@given(total=st.integers(1, 400), paper=papers)
def test_no_row_leaves_its_page(total, paper):
    grid = GRIDS[paper]

    for page in spread(total, paper):
        assert page.top + page.count * grid.row <= grid.table_bottom + 0.01


def test_f4_takes_20_rows_on_page_1_and_22_on_the_next():
    assert [page.count for page in spread(60)][:2] == [20, 22]


def test_odd_rows_sign_left_and_even_rows_right_in_boxes_of_two_rows():
    grid = GRIDS["F4"]
    page = PageRows(page=1, first=1, count=4, top=80)

    boxes = [sign_box(grid, page, place) for place in range(4)]

    assert [box[0] for box in boxes] == [131, 158, 131, 158]
    assert [box[1] for box in boxes] == [80, 80, 102, 102]
    assert {box[2:] for box in boxes} == {(27, 22)}


def test_an_odd_last_row_has_a_box_of_one_row():
    grid = GRIDS["A4"]

    box = sign_box(grid, PageRows(page=1, first=1, count=3, top=70), 2)

    assert box[3] == pytest.approx(10.3)


def test_geometry_names_people_and_counts_walk_ins():
    page = PageRows(page=1, first=1, count=3, top=80)

    lines = [Line(employee_id="e1", key="e1", name="Andi"), Line(walk_in=1), Line(walk_in=2)]

    rows = page_geometry(GRIDS["F4"], page, lines).rows

    assert [(row.number, row.employee_id, row.name, row.walk_in) for row in rows] == [
        (1, "e1", "Andi", 0),
        (2, "", "", 1),
        (3, "", "", 2),
    ]


def test_the_table_is_174_mm_wide_on_f4_and_169_on_a4_from_25_mm():
    assert (GRIDS["F4"].left, GRIDS["F4"].right) == (25, 199)
    assert (GRIDS["A4"].left, GRIDS["A4"].right) == (25, 194)


def test_every_group_begins_a_page_and_numbers_run_on():
    pages = groups_by_page([("A", 3), ("B", 30), ("C", 2)], GRIDS["F4"], 80, 60)

    assert [(page.page, page.group, page.first) for page in pages] == [
        (1, "A", 1),
        (2, "B", 4),
        (3, "B", 26),
        (4, "C", 34),
    ]
    assert sum(page.count for page in pages) == 35


def test_only_the_last_group_leaves_room_for_the_chair():
    full = int((300 - 49) / 11)

    pages = groups_by_page([("A", 2), ("B", full), ("C", 2)], GRIDS["F4"], 80, 60)

    assert [page.count for page in pages] == [2, full, 2]
