"""The table on the screen: it paints what is seen, moves by keys and follows the model."""

import pytest

from tests.screen import wait_until
from tests.ui.test_tables import COLUMNS, Person
from ui.tables import EmptyState, TableModel
from ui.widgets.column_widths import shared
from ui.widgets.table_view import TableView


@pytest.fixture
def shown(root, window_manager):
    """A mapped table of 1,000 rows, and what it told."""
    told = []
    model = TableModel(COLUMNS)
    model.set_records([Person(f"i{n}", f"Nama {n:04}", n) for n in range(1000)])
    view = TableView(
        root, model, on_select=lambda: told.append(model.selected), on_open=told.append
    )
    root.geometry("700x400+0+0")
    root.deiconify()
    view.pack(fill="both", expand=True)
    wait_until(root, lambda: view.winfo_viewable() and view.tree.get_children())
    view.paint()
    return view, told


def test_only_the_rows_that_are_seen_exist(shown):
    view, _ = shown

    assert 5 <= len(view.tree.get_children()) <= 40


def test_leading_zeros_are_shown_and_kept(root):
    model = TableModel(COLUMNS)
    model.set_records([Person("a", "0812", 1)])
    view = TableView(root, model)
    view.model.select("a")

    assert view.model.copy().splitlines()[1].startswith("0812")


def test_arrows_and_end_move_the_cursor_and_scroll(shown, keys, root):
    view, told = shown
    view.focus_table()
    wait_until(root, lambda: root.focus_get() is view.tree)

    keys.press("Down", "Down", "End")

    wait_until(root, lambda: view.model.cursor == "i999")
    assert told[-1] == ("i999",)
    assert view.top > 900


def test_shift_and_arrows_select_several(shown, keys, root):
    view, _ = shown
    view.focus_table()
    wait_until(root, lambda: root.focus_get() is view.tree)

    keys.press("shift+Down", "shift+Down")

    wait_until(root, lambda: view.model.selected == ("i0", "i1", "i2"))


def test_typed_letters_jump_to_the_row_that_begins_so(shown, keys, root):
    view, _ = shown
    view.focus_table()
    wait_until(root, lambda: root.focus_get() is view.tree)

    keys.type("nama 0500")

    wait_until(root, lambda: view.model.cursor == "i500")


def test_scrolling_repaints_other_rows(shown, root):
    view, _ = shown

    view.scroll(100)

    assert view.tree.set(view.tree.get_children()[0], "name") == "Nama 0100"


def test_an_empty_table_says_what_to_do_next(root, window_manager):
    asked = []
    view = TableView(root, TableModel(COLUMNS))
    view.show_when_empty(
        EmptyState(text="Belum ada.", action="Buat", run=lambda: asked.append(True))
    )

    view.paint()

    button = next(w for w in view.hint.panel.winfo_children() if w.winfo_class() == "TButton")
    button.invoke()
    assert asked == [True]


def test_the_hint_of_an_empty_table_stays_while_it_says_the_same(root, window_manager):
    view = TableView(root, TableModel(COLUMNS))
    view.show_when_empty(EmptyState(text="Belum ada."))
    view.paint()
    hint = view.hint.panel

    view.paint()

    assert view.hint.panel is hint
    view.show_when_empty(EmptyState(text="Pilih dulu."))
    view.paint()
    assert view.hint.panel is not hint


def test_columns_that_fit_share_what_is_left():
    widths = shared({"a": 100, "b": 300}, 800, 60)

    assert widths == {"a": 200, "b": 600}


def test_when_there_is_too_little_the_widest_give_first():
    assert shared({"a": 100, "b": 300, "c": 500}, 500, 60) == {"a": 100, "b": 200, "c": 200}


def test_no_column_gets_narrower_than_the_least():
    assert shared({"a": 100, "b": 300}, 50, 60) == {"a": 60, "b": 60}
