"""The table model: order, filter, selection by id, copying, counting."""

from dataclasses import dataclass

import pytest

from ui.tables import Column, TableModel, day_column, natural, number_column, text_column


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    age: int | None = 30
    born: object = None


COLUMNS = (text_column("name", "Nama"), number_column("age", "Umur"))


def a_model(*names: str) -> TableModel:
    model = TableModel(COLUMNS)
    model.set_records([Person(f"i{place}", name, place) for place, name in enumerate(names)])
    return model


def names(model: TableModel) -> list[str]:
    return [row.texts[0] for row in model.window(0, 100)]


def test_a_number_inside_a_name_sorts_as_a_number():
    model = a_model("Desa 10", "Desa 2", "desa 1")

    model.sort("name")

    assert names(model) == ["desa 1", "Desa 2", "Desa 10"]


def test_equal_rows_keep_their_order_also_downwards():
    model = TableModel(COLUMNS)
    model.set_records([Person("a", "X", 1), Person("b", "X", 2), Person("c", "A", 3)])

    model.sort("name", descending=True)

    assert [row.id for row in model.window(0, 9)] == ["a", "b", "c"]


def test_what_is_missing_stands_behind_everything_upwards():
    model = TableModel(COLUMNS)
    model.set_records([Person("a", "A", None), Person("b", "B", 2), Person("c", "C", 1)])

    model.sort("age")

    assert [row.id for row in model.window(0, 9)] == ["c", "b", "a"]


def test_a_second_click_on_a_heading_turns_the_order_round():
    model = a_model("A", "B")

    model.toggle_sort("name")
    model.toggle_sort("name")

    assert names(model) == ["B", "A"]


@pytest.mark.parametrize("typed", ["sri les", "LES SRI", "  sri  "])
def test_the_filter_wants_every_word_in_any_order_and_case(typed):
    model = a_model("Sri Lestari", "Budi")

    model.filter(typed)

    assert names(model) == ["Sri Lestari"]


def test_the_count_tells_how_many_of_how_many():
    model = a_model(*[f"Dinas {n}" for n in range(413)], *[f"Kec {n}" for n in range(2067)])

    assert model.count_text == "2.480"
    model.filter("dinas")
    assert model.count_text == "413 dari 2.480"


def test_the_selection_follows_the_record_not_the_row():
    model = a_model("B", "A")
    model.select("i0")

    model.sort("name")

    assert model.selected == ("i0",)
    assert [row.selected for row in model.window(0, 2)] == [False, True]


def test_a_deleted_record_leaves_the_selection():
    model = a_model("A", "B")
    model.select("i1")

    model.set_records([Person("i0", "A")])

    assert model.selected == ()
    assert model.cursor == ""


def test_shift_selects_everything_between():
    model = a_model("A", "B", "C", "D")
    model.select("i3")

    model.extend("i1")

    assert model.selected == ("i1", "i2", "i3")


def test_select_all_takes_only_what_the_filter_leaves():
    model = a_model("Dinas A", "Kec", "Dinas B")
    model.filter("dinas")

    model.select_all()

    assert model.selected == ("i0", "i2")


def test_copied_rows_are_tab_separated_with_a_heading_and_no_breaks_inside():
    model = a_model("Sri\tLestari\nS.Kom.", "B")
    model.select("i0")

    assert model.copy() == "Nama\tUmur\nSri Lestari S.Kom.\t0\n"


def test_a_window_builds_texts_only_for_the_rows_that_are_seen():
    built = []
    column = Column(name="n", label="N", text=lambda r, lookup: built.append(r.id) or r.name)
    model = TableModel((column,))
    model.set_records([Person(str(n), str(n)) for n in range(100_000)])

    model.window(50_000, 30)

    assert len(built) == 30


def test_hidden_columns_are_neither_shown_nor_copied_but_still_known():
    model = a_model("A")
    model.show_columns(["age"])
    model.select("i0")

    assert model.copy() == "Umur\n0\n"
    model.show_columns(["name", "age"])
    assert [column.name for column in model.shown_columns] == ["name", "age"]


def test_a_workbook_gets_numbers_not_their_texts():
    model = TableModel(COLUMNS)
    model.set_records([Person("a", "A", 7140)])

    assert model.export_rows() == [["A", 7140]]
    assert model.window(0, 1)[0].texts == ("A", "7.140")


def test_typing_ahead_finds_the_next_row_that_begins_so_and_goes_round():
    model = a_model("Bae", "Dawe", "Dersalam")

    assert model.find_from(2, "da") == 1
    assert model.find_from(0, "x") == -1


def test_an_unknown_column_leaves_the_order_of_the_records():
    model = a_model("B", "A")

    model.sort("no such column")

    assert names(model) == ["B", "A"]


def test_a_day_column_shows_days_and_sorts_by_time():
    from datetime import date

    model = TableModel((day_column("born", "Lahir"),))
    model.set_records(
        [Person("a", "A", born=date(2020, 2, 13)), Person("b", "B", born=date(2019, 12, 31))]
    )

    model.sort("born")

    assert [row.texts[0] for row in model.window(0, 2)] == ["31/12/2019", "13/02/2020"]


def test_natural_keys_compare_texts_that_begin_with_a_number_and_others():
    assert sorted(["b", "10", "2"], key=natural) == ["2", "10", "b"]


def test_every_count_of_the_tables_has_one_form():
    from tests.census_desk.builders import an_obstacle
    from ui.columns.visits import OBSTACLE

    one = an_obstacle(people_count=5000)
    texts = {c.name: c.text for c in OBSTACLE}

    assert texts["people_count"](one, None) == texts["open_count"](one, None) == "5.000"
