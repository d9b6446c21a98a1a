"""The rows of the board: kinds, filters, order with villages under their kecamatan, marks."""

import pytest

from census_desk.coverage.filters import RowChoice
from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.coverage.steps import Mark, State, Step
from ui.presenters.coverage_rows import (
    AS_LISTED,
    BY_NEED,
    CoverageRows,
    count_words,
)

DONE = Mark(state=State.DONE, detail="diterima 17/02", collection="letters")
LATE = Mark(state=State.LATE, detail="terkirim 14/02", collection="letters")


def a_row(key, mark=DONE, **fields):
    kind = RowKind(key.split(":")[0])
    filled = {"name": key, "short_name": key, "marks": dict.fromkeys(Step, mark)}
    return CoverageRow(key=key, kind=kind, **(filled | fields))


OFFICES = (a_row("office:1", name="Dinas Kesehatan"), a_row("office:2", LATE), a_row("office:3"))
AREAS = (
    a_row("district:1", name="Kecamatan Jati"),
    a_row("village:1.1", parent="district:1", name="Getas"),
    a_row("village:1.2", LATE, parent="district:1"),
    a_row("district:2", LATE),
    a_row("village:2.1", parent="district:2"),
)


@pytest.fixture
def rows():
    made = CoverageRows()
    made.list_by(AS_LISTED)
    made.set_rows((*OFFICES, *AREAS))
    return made


def seen(rows):
    return [rows.at(place).key for place in range(rows.count)]


def test_offices_stand_there_at_first(rows):
    assert seen(rows) == ["office:1", "office:2", "office:3"]


def test_kecamatan_stand_closed_until_they_are_opened(rows):
    rows.show(RowChoice.AREAS)
    closed = seen(rows)
    rows.fold(rows.at(0), is_open=True)

    assert closed == ["district:1", "district:2"]
    assert seen(rows) == ["district:1", "village:1.1", "village:1.2", "district:2"]


def test_folded_villages_are_counted_too(rows):
    rows.show(RowChoice.AREAS)

    assert rows.count_text == "2 kecamatan · 3 desa/kelurahan"


def test_an_office_has_nothing_to_open(rows):
    assert not rows.fold(rows.at(0), is_open=True)


def test_the_most_to_do_stands_first_with_villages_under_their_kecamatan(rows):
    rows.show(RowChoice.ALL)
    rows.list_by(BY_NEED)
    rows.fold_all(is_open=True)

    assert seen(rows) == [
        *("office:2", "district:2", "village:2.1"),
        *("office:1", "office:3", "district:1", "village:1.2", "village:1.1"),
    ]


def test_a_column_sorts_both_ways_and_ends_the_order_by_need(rows):
    rows.toggle_sort("letter")
    up = seen(rows)
    rows.toggle_sort("letter")

    assert up[-1] == "office:2"
    assert seen(rows)[0] == "office:2"


def test_a_filter_that_leaves_villages_only_shows_them_without_their_kecamatan(rows):
    rows.show(RowChoice.AREAS)
    rows.keep(lambda row: row.kind is RowKind.VILLAGE and row.marks[Step.LETTER] is LATE)

    assert seen(rows) == ["village:1.2"]


def test_typed_words_find_names_kecamatan_and_words_of_the_cells(rows):
    rows.show(RowChoice.ALL)
    rows.find("getas jati")
    by_parent = seen(rows)
    rows.find("lewat waktu")

    assert by_parent == ["village:1.1"]
    assert seen(rows) == ["office:2", "village:1.2", "district:2"]


def test_what_is_typed_opens_every_kecamatan(rows):
    rows.show(RowChoice.AREAS)
    rows.find("17/02")

    assert "village:1.1" in seen(rows)


def test_marks_are_kept_for_rows_the_filter_leaves_and_for_no_other(rows):
    rows.toggle(0)
    rows.toggle(1)
    rows.keep(lambda row: row.marks[Step.LETTER] is LATE)

    assert [row.key for row in rows.marked] == ["office:2"]


def test_marks_of_a_folded_kecamatan_stay(rows):
    rows.show(RowChoice.AREAS)
    rows.fold(rows.at(0), is_open=True)
    rows.toggle(1)
    rows.fold(rows.at(0), is_open=False)

    assert [row.key for row in rows.marked] == ["village:1.1"]


def test_marking_on_from_the_row_marked_last_marks_all_between(rows):
    rows.toggle(0)
    rows.extend(2)

    assert [row.key for row in rows.marked] == ["office:1", "office:2", "office:3"]


def test_marking_all_marks_what_is_seen_and_clearing_none(rows):
    rows.show(RowChoice.AREAS)
    rows.mark_all()
    marked = [row.key for row in rows.marked]
    rows.clear_marks()

    assert marked == ["district:1", "district:2"]
    assert rows.marked == ()


def test_taking_over_a_count_tells_whether_rows_moved(rows):
    same = rows.set_rows((*OFFICES, *AREAS))
    fewer = rows.set_rows(OFFICES[:1])

    assert (same, fewer) == (False, True)


def test_copied_rows_are_text_with_a_heading(rows):
    lines = rows.copy(rows.matching[:1]).splitlines()

    assert lines[0].startswith("OPD / wilayah\tEdaran diterima\t")
    assert lines[1].startswith("office:1\tSelesai: diterima 17/02\t")


def test_no_row_is_said_so():
    assert count_words(()) == "tidak ada baris"
