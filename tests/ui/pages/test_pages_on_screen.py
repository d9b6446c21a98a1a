"""The pages as widgets: keys reach what they should, nothing is cut, both themes and large type."""

from dataclasses import replace

import pytest

from census_desk.coverage.filters import Filter, RowChoice
from census_desk.coverage.steps import Step
from ui import theme
from ui.app import use_language
from ui.commands import CommandTable
from ui.preferences import FilePreferences
from ui.views import history, home, settings
from ui.views.welcome import Welcome
from ui.widgets.dialogs import Dialog

pytestmark = pytest.mark.gui
SIZES = ((1090, 610), (780, 440))


@pytest.fixture(autouse=True)
def dressed(root):
    """The desk's own look and type before and after each test."""
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)
    yield
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)


@pytest.fixture
def shown(root, workplace):
    """Build a page of that size in the session's window."""

    def show(module, width=1090, height=610):
        page = module.Page(root, workplace)
        page.place(x=0, y=0, width=width, height=height)
        page.build()
        page.refresh(None)
        root.geometry(f"{width}x{height}")
        root.deiconify()
        root.update()
        return page

    return show


def mapped(widget):
    for child in widget.winfo_children():
        if child.winfo_ismapped():
            yield child
            yield from mapped(child)


def press(root, widget, sequence):
    widget.focus_force()
    widget.event_generate(sequence)
    root.update()


@pytest.mark.parametrize("module", [home, history, settings], ids=lambda m: m.__name__)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_button_or_field_is_cut(root, shown, module, size, language, request):
    request.addfinalizer(lambda: use_language("id"))
    use_language(language)
    theme.use("dark" if language == "en" else "light")
    page = shown(module, *size)

    cut = [
        f"{w} {w.winfo_width()} < {w.winfo_reqwidth()}"
        for w in mapped(page)
        if w.winfo_class() in ("TButton", "TRadiobutton", "TEntry")
        and w.winfo_width() < w.winfo_reqwidth()
    ]

    assert cut == []


@pytest.mark.parametrize("module", [home, history, settings], ids=lambda m: m.__name__)
def test_every_pane_of_a_page_stays_inside_it_at_large_type(root, shown, module):
    theme.set_font_size(root, 14)
    page = shown(module, 925, 400)

    right, bottom = page.winfo_rootx() + 925, page.winfo_rooty() + 400
    outside = [
        pane
        for pane in page.panes()
        if pane.winfo_ismapped()
        and (pane.winfo_rootx() >= right or pane.winfo_rooty() + 20 > bottom)
    ]

    assert outside == []


@pytest.mark.parametrize("module", [home, history, settings], ids=lambda m: m.__name__)
def test_no_two_commands_of_a_page_share_a_key(shown, module):
    table = CommandTable()

    table.add(shown(module).commands())

    assert list(table)


# the board


def test_arrows_move_the_cell_and_enter_opens_it(root, shown, screen):
    page = shown(home).today
    canvas = page.board.canvas

    for key in ("Down", "Down", "Right"):
        press(root, canvas, f"<Key-{key}>")
    row = page.board.chosen
    press(root, canvas, "<Key-Return>")

    assert (page.board.row, page.board.chosen_column) == (2, "letter")
    assert screen.went[-1][0] == "letters"
    assert row.office.name in page.told.cget("text")


def test_the_end_of_the_board_is_brought_into_view(root, shown):
    page = shown(home).today

    press(root, page.board.canvas, "<Key-End>")

    assert page.board.row == 42
    assert page.board.top + page.board.rows_seen == 43


def test_the_board_paints_only_the_rows_that_are_seen(shown):
    page = shown(home).today

    # A row is at most: its ground, its name, and ground and words of four marks; then the ring.
    assert len(page.board.canvas.find_all()) <= page.board.rows_seen * 10 + 12


def test_a_heading_sorts_by_a_click(root, shown):
    page = shown(home).today

    page.board.canvas.event_generate("<Button-1>", x=20, y=5)
    root.update()

    assert page.presenter.board.order.column == "office"
    assert not page.presenter.is_by_need


def test_what_is_due_leads_on_with_enter(root, shown, screen):
    page = shown(home).today

    press(root, page.due.canvas, "<Key-Home>")
    press(root, page.due.canvas, "<Key-Return>")

    assert screen.went == [("letters", page.presenter.due[0].record_id)]


def test_missing_recaps_narrow_the_board_and_escape_widens_it(root, shown):
    page = shown(home).today
    place = next(n for n, i in enumerate(page.presenter.due) if i.collection == "recaps")

    page.due.move(place)
    page.due.open()
    narrowed = page.presenter.board.count
    page._escape()

    assert (narrowed, page.presenter.board.count) == (25, 43)


def test_a_card_opens_its_page_with_enter(root, shown, screen):
    page = shown(home).today

    press(root, page.cards.cards[3].canvas, "<Key-Return>")

    assert screen.went == [("sessions", None)] or screen.went == [("sessions",)]


def test_the_page_follows_a_change_of_the_register(shown, workplace):
    page = shown(home).today
    recap = workplace.register.recaps.all()[-1]

    workplace.register.recaps.remove(recap.id)
    page.refresh(None)

    assert page.presenter.cards[0].figure != "396 / 7.140"


def test_in_a_narrow_window_board_and_list_take_turns(root, shown):
    page = shown(home, 780, 440).today

    page._to_due()
    root.update()

    assert page.due.winfo_ismapped()
    assert not page.board.winfo_ismapped()


def test_the_sum_of_the_target_is_told_where_the_keyboard_is(root, shown):
    page = shown(home).today

    page.target.focus_force()
    root.update()
    tips = [w for w in page.target.winfo_children() if w.winfo_class() == "Toplevel"]
    tips += [w for w in root.winfo_children() if w.winfo_class() == "Toplevel"]
    told = [c.cget("text") for tip in tips for c in mapped(tip) if c.winfo_class() == "TLabel"]
    page.board.canvas.focus_force()
    root.update()

    assert any(text.startswith("27 % × 857.415 = 231.502,05") for text in told)


# the whole board


@pytest.fixture
def board(root, shown):
    def show(width=1090, height=610):
        page = shown(home, width, height)
        page.show_section("coverage")
        root.update()
        return page.front

    return show


def test_the_cursor_follows_its_row_when_others_come_before_it(root, board, register):
    page = board()
    page.board.move(3)
    before = page.board.chosen
    first = min(register.offices.all(), key=lambda one: one.rank)
    register.offices.add(
        replace(
            first,
            id=register.ids(),
            code="X",
            name="Badan Baru",
            short_name="BB",
            rank=-1,
            asn_count=0,
        )
    )
    page.refresh()
    root.update()

    assert page.board.chosen.key == before.key


def test_space_marks_a_row_and_escape_clears_the_marks(root, board):
    page = board()
    canvas = page.board.canvas

    press(root, canvas, "<Key-space>")
    press(root, canvas, "<Shift-Key-Down>")
    marked = len(page.presenter.rows.marked)
    page.escape()

    assert (marked, page.presenter.rows.marked) == (2, ())


def test_a_cell_says_where_its_figure_comes_from_and_escape_closes_it(root, board):
    page = board()

    page.why()
    root.update()
    dialog = next(one for one in page.winfo_children() if isinstance(one, Dialog))
    told = [one.cget("text") for one in dialog.body.winfo_children()]
    dialog.event_generate("<Key-Escape>")

    assert told[1].startswith("Per 21/02/2020. ")
    assert not dialog.winfo_exists()


def test_right_opens_a_kecamatan_and_left_leads_back_from_its_village(root, board):
    page = board()
    page.use_shown(RowChoice.AREAS)
    canvas = page.board.canvas

    press(root, canvas, "<Key-Right>")
    opened = page.presenter.rows.count
    press(root, canvas, "<Key-Down>")
    press(root, canvas, "<Key-Left>")
    press(root, canvas, "<Key-Left>")

    assert opened > 9
    assert (page.board.row, page.presenter.rows.count) == (0, 9)


def test_a_click_on_the_box_marks_and_one_beside_it_does_not(root, board):
    page = board()
    y = page.board.head_height + 5

    page.board.canvas.event_generate("<Button-1>", x=12, y=y)
    page.board.canvas.event_generate("<Button-1>", x=120, y=y)
    root.update()

    assert len(page.presenter.rows.marked) == 1


def test_a_click_with_shift_marks_all_between(root, board):
    page = board()
    top, tall = page.board.head_height + 5, page.board.row_height

    page.board.canvas.event_generate("<Button-1>", x=120, y=top)
    page.board.canvas.event_generate("<Shift-Button-1>", x=120, y=top + 3 * tall)
    root.update()

    assert len(page.presenter.rows.marked) == 4


def test_enter_opens_what_is_behind_the_cell(root, board, screen):
    page = board()
    canvas = page.board.canvas
    place = next(n for n in range(43) if page.presenter.rows.at(n).marks[Step.LETTER].record_id)

    page.board.move(place, 1)
    press(root, canvas, "<Key-Return>")

    assert screen.went[-1] == ("letters", page.board.chosen.marks[Step.LETTER].record_id)


def test_only_the_rows_that_changed_are_painted_anew(root, board, register):
    page = board()
    page.list_as_listed()
    office_id = page.presenter.rows.at(0).office_id
    recap = [one for one in register.recaps.all() if one.office_id == office_id][-1]
    page.board.move(0)
    kept = page.board.canvas.find_withtag("row1")
    before = page.board.canvas.find_withtag("row0")

    register.recaps.replace(replace(recap, done_count=recap.done_count - 1))
    page.refresh(type("Changed", (), {"touched": {"recaps": frozenset({recap.id})}, "rev": -1})())

    assert page.board.canvas.find_withtag("row1") == kept
    assert page.board.canvas.find_withtag("row0") != before


@pytest.mark.parametrize("size", [(1090, 610), (940, 420)], ids=str)
@pytest.mark.parametrize("points", [theme.USUAL, 14])
@pytest.mark.parametrize("wanted", [Filter.ALL, Filter.NO_SCHEDULE])
def test_nothing_of_the_whole_board_lies_outside(root, board, size, points, wanted):
    theme.set_font_size(root, points)
    page = board(*size)
    page._filtered(wanted)
    root.update()
    page.tools.event_generate("<Configure>", width=page.tools.winfo_width())
    root.update()

    right = page.winfo_rootx() + page.winfo_width()
    bottom = page.winfo_rooty() + page.winfo_height()
    for widget in mapped(page):
        if widget.winfo_class() in ("TButton", "TRadiobutton", "TEntry", "Canvas"):
            assert widget.winfo_rootx() + widget.winfo_width() <= right, widget
            assert widget.winfo_rooty() + widget.winfo_height() <= bottom + 1, widget
        if widget.winfo_class() in ("TButton", "TRadiobutton"):
            assert widget.winfo_width() >= widget.winfo_reqwidth(), widget
    assert page.board.rows_seen >= 4


def test_commands_of_both_looks_have_their_own_keys(board):
    page = board()
    table = CommandTable()

    table.add(page.master.master.commands())

    assert {"home.print_wall", "home.invite", "home.section_today"} <= {one.id for one in table}


# riwayat


def test_the_details_follow_the_chosen_step(root, shown):
    page = shown(history)

    page.table.focus_table()
    press(root, page.table.tree, "<Key-Down>")

    step = page.presenter.step
    assert step is not None
    assert page.details.text.get("1.0", "1.end") == step.what


def test_the_details_can_be_read_but_not_typed_in(root, shown):
    page = shown(history)
    page.table.show(page.presenter.model.at(0).id)
    before = page.details.text.get("1.0", "end")

    page.details.text.focus_force()
    page.details.text.event_generate("<Key-x>")
    root.update()

    assert page.details.text.get("1.0", "end") == before


def test_a_record_shows_its_own_history_and_back(shown, workplace):
    page = shown(history)
    letter = workplace.register.letters.all()[0]

    page.show_record(letter.id)
    narrowed = page.presenter.model.count
    page._show_all()

    assert 0 < narrowed < page.presenter.model.count


# pengaturan


@pytest.mark.parametrize("section", [one.id for one in settings.SECTIONS])
def test_every_section_can_be_shown(root, shown, section):
    page = shown(settings)

    page.show_section(section)
    root.update()

    assert page.made[section].winfo_ismapped()
    assert page.panes()


def test_the_section_shown_last_comes_first_again(shown, workplace):
    shown(settings).show_section("targets")

    assert shown(settings).current == "targets"


def test_new_works_on_the_table_in_front(root, shown, workplace):
    page = shown(settings)
    new = next(one for one in page.commands() if one.id == "settings.new")

    page.show_section("look")
    idle = new.enabled()
    page.show_section("targets")
    new.run()

    assert (idle, new.enabled()) == (False, True)
    assert page.made["targets"].form.texts()["known_from"] == "21/02/2020"


def test_the_office_form_saves_the_desk(root, shown, workplace):
    page = shown(settings)
    page.show_section("office")
    pane = page.made["office"]

    pane.form.set_texts(pane.form.texts() | {"place": "Pati"})
    pane._edited("place")
    pane.save_button.invoke()

    assert workplace.desk.place == "Pati"
    assert workplace.desk.working_date is not None


def test_a_mistake_in_the_office_form_is_told_under_its_field(root, shown, workplace):
    page = shown(settings)
    page.show_section("office")
    pane = page.made["office"]

    pane.form.set_texts(pane.form.texts() | {"office_name": ""})
    pane._edited("office_name")
    pane.save_button.invoke()

    assert pane.form.problems == {"office_name": "Nama kantor belum diisi."}


def test_a_record_is_found_in_its_section(shown, workplace):
    page = shown(settings)
    signatory = workplace.register.signatories.all()[0]

    page.show_record(signatory.id)

    assert page.current == "signatories"
    assert page.made["signatories"].presenter.editing.id == signatory.id


def test_the_banner_of_the_working_date_leads_to_the_office(shown):
    page = shown(settings)
    page.show_section("log")

    page.show_record("office")

    assert page.current == "office"


def test_tab_stops_once_in_the_list_and_arrows_go_on(root, shown):
    page = shown(settings)
    page.show_section("office")
    page.list.focus_list()

    button = page.list._buttons["office"]
    press(root, button, "<Key-Down>")

    stops = [b for b in page.list._buttons.values() if str(b.cget("takefocus")) == "1"]
    assert page.current == "letterheads"
    assert stops == [page.list._buttons["letterheads"]]


def test_a_picture_is_shown_as_paper_will_have_it(root, shown, workplace, screen, tmp_path):
    from PIL import Image

    screen.open_path = tmp_path / "lambang.png"
    Image.new("RGBA", (60, 80), "black").save(screen.open_path)
    page = shown(settings)
    page.show_section("pictures")

    page.made["pictures"].add_button.invoke()

    assert page.made["pictures"].preview.cget("image")


# the first screen


@pytest.fixture
def welcome(root, screen, tmp_path):
    opened = []
    view = Welcome(
        root,
        screen,
        FilePreferences(tmp_path / "preferences.json"),
        opened.append,
        None,
        actor="Sri",
        documents=tmp_path,
    )
    view.opened = opened
    view.place(x=0, y=0, width=1024, height=600)
    root.geometry("1024x600")
    root.deiconify()
    root.update()
    return view


def test_a_register_is_set_up_by_filling_the_form(root, welcome):
    welcome.show_setup()
    form = welcome.form
    form.regency.text.set("Pati")
    form.regency.settle()
    root.update()

    form.make_button.invoke()

    assert [path.name for path in welcome.opened] == ["kabupaten-pati.censusdesk"]


def test_the_form_is_gone_once_the_register_is_open(root, welcome):
    welcome.presenter.open_register = lambda path: welcome.destroy()
    welcome.show_setup()
    form = welcome.form
    form.regency.text.set("Pati")
    form.regency.settle()
    root.update()

    form.make_button.invoke()

    assert not welcome.winfo_exists()


def test_the_first_screen_is_gone_once_the_sample_is_open(root, welcome):
    welcome.presenter.open_register = lambda path: welcome.destroy()

    ways = [one for one in welcome.first.master.winfo_children() if hasattr(one, "invoke")]

    next(one for one in ways if "contoh" in str(one.cget("text"))).invoke()

    assert not welcome.winfo_exists()


def test_an_empty_form_says_what_is_missing(root, welcome):
    welcome.show_setup()

    welcome.form.make_button.invoke()

    assert welcome.form.problems["regency"].cget("text")
    assert welcome.opened == []


def test_escape_leaves_the_form(root, welcome):
    welcome.show_setup()
    root.update()

    press(root, welcome.form.office, "<Key-Escape>")

    assert welcome.first.winfo_exists()


def test_a_damaged_register_shows_its_reason(root, screen, tmp_path):
    from census_desk.errors import CensusDeskError

    problem = CensusDeskError("Register rusak.")
    view = Welcome(
        root,
        screen,
        FilePreferences(tmp_path / "preferences.json"),
        lambda path: None,
        problem,
        actor="Sri",
        documents=tmp_path,
    )
    view.place(x=0, y=0, width=1024, height=600)
    root.geometry("1024x600")
    root.deiconify()
    root.update()

    texts = [w.cget("text") for w in mapped(view) if w.winfo_class() == "TLabel"]

    assert "Register rusak." in texts
