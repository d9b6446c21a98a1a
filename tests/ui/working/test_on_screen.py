"""The working pages as widgets: nothing is cut, keys mean what they should, the paper follows."""

from datetime import date

import pytest

from census_desk.sessions.door import invitation_code
from census_desk.sessions.roll import people_of
from tests.screen import wait_until
from ui import theme
from ui.commands import CommandTable
from ui.fields.planner import GROUP
from ui.presenters.visits import OBSTACLE_FIELDS
from ui.views import attendance, letters, progress, sessions, staff, visits
from ui.widgets.body_input import BodyInput
from ui.widgets.form_dialog import FormDialog

pytestmark = pytest.mark.gui
PAGES = {
    "letters": letters,
    "sessions": sessions,
    "visits": visits,
    "progress": progress,
    "staff": staff,
    "attendance": attendance,
}
SIZES = ((1090, 610), (930, 430))


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
        wait_until(root, lambda: page.winfo_width() == width)
        root.update()
        return page

    return show


def mapped(widget):
    for child in widget.winfo_children():
        if child.winfo_viewable():
            yield child
            yield from mapped(child)


def press(root, widget, sequence):
    widget.focus_force()
    widget.event_generate(sequence)
    root.update()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("points", [theme.USUAL, 14])
def test_no_button_is_cut_and_nothing_lies_outside(root, shown, name, size, points):
    theme.set_font_size(root, points)
    page = shown(PAGES[name], *size)
    root.update()

    for widget in mapped(page):
        if widget.winfo_class() in ("TButton", "TMenubutton", "TRadiobutton"):
            assert widget.winfo_width() >= widget.winfo_reqwidth(), widget.cget("text")
            right = widget.winfo_rootx() + widget.winfo_width()
            assert right <= page.winfo_rootx() + page.winfo_width(), widget.cget("text")


@pytest.mark.parametrize("name", PAGES)
def test_every_command_has_its_own_key_and_a_text(shown, name):
    page = shown(PAGES[name])
    table = CommandTable()
    table.add(page.commands())

    assert all(command.text for command in table)
    assert all(command.page == name for command in table)


def circular(register):
    return next(one for one in register.letters.all() if one.number)


def test_a_chosen_letter_is_drawn_and_its_offices_are_listed(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    wait_until(root, lambda: page.pane.preview.presenter.count == 2)

    assert page.pane.panel.rows.model.total == 43


def test_enter_flips_to_the_form_and_esc_back_to_the_list(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    page.pane.edit()
    root.update()

    assert page.pane.form.winfo_viewable()
    assert not page.pane.table.winfo_viewable()

    page.pane.escape()
    root.update()

    assert page.pane.table.winfo_viewable()


def test_the_paper_follows_what_is_typed_before_it_is_saved(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    wait_until(root, lambda: page.pane.preview.presenter.pdf)
    before = page.pane.preview.presenter.pdf
    page.pane.form.inputs["subject"].entry.insert("end", " Tahap Kedua")
    wait_until(root, lambda: page.pane.preview.presenter.pdf != before)

    assert "Tahap Kedua" not in circular(register).subject


def test_a_paper_that_cannot_be_written_leaves_the_last_page_and_says_why(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    preview = page.pane.preview
    wait_until(root, lambda: preview.presenter.pdf)
    page.pane.form.inputs["subject"].set("")
    preview.edited()
    wait_until(root, preview._problem.winfo_viewable)
    preview._resized()  # the sentence takes room from the page
    root.update()

    assert preview._problem.winfo_viewable()
    assert preview._problem.cget("text") == "Tentang belum diisi."
    assert preview.presenter.pdf


def test_an_unknown_field_is_named_under_the_text(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    body = page.pane.form.inputs["body"]
    body.entry.insert("1.0", "{jumlah_asm} ")
    wait_until(root, lambda: "{jumlah_asm}" in body._notes.cget("text"))


def test_del_in_the_follow_up_takes_back_a_note_never_the_letter(root, shown, register):
    letter = circular(register)
    page = shown(letters)
    page.show_record(letter.id)
    rows = page.pane.panel.rows
    rows.table.focus_table()
    chosen = rows.model.cursor
    press(root, rows.table.tree, "<Delete>")

    assert register.letters.find(letter.id) is not None
    assert not any(one.office_id == chosen for one in register.deliveries.all())


def test_all_offices_can_be_chosen_with_one_key(root, shown, register):
    page = shown(letters)
    page.show_record(circular(register).id)
    rows = page.pane.panel.rows
    press(root, rows.table.tree, "<Control-a>")

    assert len(rows.ids) == 43


def test_the_preview_is_a_drawer_where_there_is_no_room_for_two(root, shown, register):
    page = shown(letters, 780, 440)
    page.show_record(circular(register).id)
    root.update()

    assert not page.pane.preview.winfo_viewable()

    page.pane.toggle_preview()
    root.update()

    assert page.pane.preview.winfo_viewable()
    assert not page.pane.table.winfo_viewable()


def test_in_a_wide_window_the_preview_can_be_put_away(root, shown):
    page = shown(letters)
    page.pane.toggle_preview()
    root.update()

    assert not page.pane.preview.winfo_viewable()


@pytest.mark.parametrize(("key", "expected"), [("b", "**penting**"), ("i", "*penting*")])
def test_a_marked_word_becomes_bold_or_italic(root, key, expected):
    body = BodyInput(root)
    body.pack()
    root.deiconify()
    wait_until(root, body.entry.winfo_viewable)
    body.set("penting")
    body.entry.tag_add("sel", "1.0", "end-1c")
    press(root, body.entry, f"<Control-{key}>")

    assert body.get() == expected


def test_a_field_is_put_where_the_cursor_is(root):
    body = BodyInput(root)
    body.set("Sebanyak  ASN")
    body.entry.mark_set("insert", "1.9")
    body.insert_field("jumlah_asn")

    assert body.get() == "Sebanyak {jumlah_asn} ASN"


def test_what_may_only_be_read_is_not_edited_by_the_tools(root):
    body = BodyInput(root)
    body.set("tetap")
    body.enable(False)
    body.insert_field("jumlah_asn")
    body._wrap("**")

    assert body.get() == "tetap"


def test_arrows_move_the_day_and_the_list_beside_follows(root, shown):
    page = shown(sessions)
    month = page.month
    month.to_working_day()
    press(root, month._view, "<Right>")
    press(root, month._view, "<Down>")

    assert month.day == date(2020, 2, 29)
    assert month._day.model.total == 0


def test_enter_on_a_day_with_one_session_opens_it(root, shown, register):
    page = shown(sessions)
    page.month._view.choose(date(2020, 2, 13))
    press(root, page.month._view, "<Return>")

    assert page.pane.winfo_viewable()
    assert page.pane.presenter.editing.record.held_on == date(2020, 2, 13)


def test_the_first_session_of_the_chosen_day_can_be_printed_from_the_month(shown):
    page = shown(sessions)
    commands = {command.id: command for command in page.commands()}
    page.month._view.choose(date(2020, 2, 13))

    assert commands["sessions.print"].enabled()
    assert page.pane.presenter.editing.record.held_on == date(2020, 2, 13)

    page.month._view.choose(date(2020, 2, 14))

    assert not commands["sessions.print"].enabled()


def test_enter_on_an_empty_day_starts_a_session_on_it(root, shown):
    page = shown(sessions)
    page.month._view.choose(date(2020, 2, 14))
    press(root, page.month._view, "<Return>")

    assert page.pane.presenter.editing.is_new
    assert page.pane.form.peek()["held_on"] == "14/02/2020"


def test_the_month_is_turned_and_brought_back_by_its_commands(shown):
    page = shown(sessions)
    commands = {command.id: command for command in page.commands()}
    commands["sessions.next_month"].run()
    assert page.month.day == date(2020, 3, 21)

    commands["sessions.working_day"].run()
    assert page.month.day == date(2020, 2, 21)


def test_the_obstacles_follow_the_office_chosen_in_the_form(root, shown, register):
    page = shown(visits)
    page.pane.new()
    office = register.obstacles.all()[0].office_id
    chooser = page.pane.form.inputs["office_id"]
    chooser.set(office)
    chooser.changed()

    assert page.pane.panel.obstacles.presenter.office_id == office
    assert page.pane.panel.obstacles.rows.model.total >= 1


def test_the_lists_of_an_office_follow_the_chosen_office(root, shown, register):
    page = shown(progress)
    employee = register.employees.all()[0]
    page.show_record(employee.office_id)
    page.pane.panel.show_list("employees")
    root.update()

    assert page.pane.panel.seen.model.total == 40


def test_the_list_leads_to_everything_about_the_chosen_office(root, shown, register, screen):
    page = shown(progress)
    setda = next(one for one in register.offices.all() if one.short_name == "Setda")
    page.show_record(setda.id)

    next(one for one in page.commands() if one.id == "progress.about_chosen").run()

    assert screen.went == [("progress", f"about:{setda.id}")]


def about(shown, register, short_name):
    page = shown(progress)
    office = next(one for one in register.offices.all() if one.short_name == short_name)
    page.show_record(f"about:{office.id}")
    page.front.shown()
    return page.front


def test_enter_opens_the_record_behind_a_line_of_the_office_page(root, shown, register, screen):
    front = about(shown, register, "Setda")
    root.update()
    press(root, front.story.canvas, "<Down>")
    line = front.story.chosen
    press(root, front.story.canvas, "<Return>")

    assert screen.went[-1] == ("sessions", line.record_id)


def test_the_office_page_steps_to_the_next_office_from_its_top(root, shown, register):
    front = about(shown, register, "Setda")
    front.story.move(5)
    next(one for one in front.commands() if one.id == "progress.next_office").run()
    root.update()

    assert front.presenter.office.short_name != "Setda"
    assert front.chooser.get() == front.presenter.office_id
    assert (front.story.place, front.story.top) == (0, 0)


def test_the_page_of_the_chosen_office_opens_with_alt_2(root, shown, register):
    page = shown(progress)
    setda = next(one for one in register.offices.all() if one.short_name == "Setda")
    page.show_record(setda.id)
    page.show_section("about")

    assert page.front.presenter.office_id == setda.id


def test_a_recap_is_shown_in_the_list_below_its_office(root, shown, register):
    page = shown(progress)
    recap = register.recaps.all()[0]
    page.show_record(recap.id)
    root.update()

    assert page.pane.saved_record().id == recap.office_id
    assert page.pane.panel.seen.ids == (recap.id,)


@pytest.fixture
def dialog(root, workplace):
    saved = []

    def save(texts):
        saved.append(texts)
        return {} if texts["people_count"] != "0" else {"people_count": "Minimal 1.", "": "Maaf."}

    root.deiconify()
    root.update()
    made = FormDialog(
        root,
        "Kendala baru",
        OBSTACLE_FIELDS,
        workplace.lookup,
        texts={"reason": "lupa sandi", "people_count": "2"},
        save=save,
    )
    made.saved = saved
    return made


def test_enter_saves_a_dialog_and_closes_it(root, dialog):
    press(root, dialog.form.inputs["people_count"].entry, "<Return>")

    assert dialog.saved[0]["people_count"] == "2"
    assert not dialog.winfo_exists()


@pytest.mark.parametrize("name", ["people_count", "note"])
def test_ctrl_s_saves_a_dialog_from_any_field(root, dialog, name):
    press(root, dialog.form.inputs[name].entry, "<Control-s>")

    assert dialog.saved[0]["people_count"] == "2"
    assert not dialog.winfo_exists()


def test_the_buttons_of_a_dialog_stand_on_the_screen(root, workplace):
    root.geometry(f"700x400+40+{root.winfo_screenheight() - 420}")
    root.deiconify()
    root.update()
    made = FormDialog(
        root, "Kelompok", GROUP, workplace.lookup, texts={}, save=lambda texts: {"": "Maaf."}
    )
    root.update()

    assert made.winfo_rooty() + made.winfo_height() <= root.winfo_screenheight()
    made.close()


def test_esc_leaves_all_as_it_was(root, dialog):
    press(root, dialog.form.inputs["people_count"].entry, "<Escape>")

    assert dialog.saved == []
    assert not dialog.winfo_exists()


def test_a_refused_dialog_stays_and_says_why(root, dialog):
    dialog.form.inputs["people_count"].set("0")
    press(root, dialog.form.inputs["people_count"].entry, "<Return>")

    assert dialog.form.problems == {"people_count": "Minimal 1."}
    assert dialog._problem.cget("text") == "Maaf."
    dialog.close()


@pytest.mark.parametrize("section", ["entry", "door", "figures", "file"])
@pytest.mark.parametrize("points", [theme.USUAL, 14])
def test_every_section_of_attendance_fits_a_small_window(root, shown, section, points):
    theme.set_font_size(root, points)
    page = shown(attendance, *SIZES[1])
    page.show_section(section)
    root.update()

    for widget in mapped(page):
        if widget.winfo_class() in ("TButton", "TRadiobutton", "TEntry", "Listbox"):
            right = widget.winfo_rootx() + widget.winfo_width()
            assert right <= page.winfo_rootx() + page.winfo_width(), widget
    table = CommandTable()
    table.add(page.commands())
    assert all(command.page == "attendance" for command in table)


def test_the_door_takes_a_scanned_code_with_enter_and_keeps_the_keyboard(root, shown, register):
    page = shown(attendance)
    session = next(one for one in register.sessions.all() if "Informatika" in one.title)
    for one in register.attendances.all():
        register.attendances.remove(one.id)
    page.show_record(session.id)
    page.show_section("door")
    front = page.front
    front.refresh()
    person = people_of(register, session)[0]

    front.text.set(invitation_code(session.id, person.key))
    press(root, front.field, "<Return>")

    assert front.head.cget("text") == person.name
    assert front.text.get() == ""
    assert root.focus_get() is front.field


def test_row_numbers_are_shown_before_they_are_saved(root, shown, register):
    page = shown(attendance)
    session = next(one for one in register.sessions.all() if "Informatika" in one.title)
    page.show_record(session.id)
    entry = page.front

    entry.text.set("tidak hadir: 3; cuti: 4")
    entry._plan()
    assert "“cuti” tidak dikenal" in entry.problems.cget("text")

    entry.text.set("tidak hadir: 3")
    entry.save()
    assert people_of(register, session)[2].state.value == "tidak hadir"
