"""The schedule as widgets: sessions carried by mouse and keys, dialogs, clashes and calendars."""

from datetime import date

import pytest

from tests.screen import wait_until
from ui import theme
from ui.presenters.series import SeriesPresenter
from ui.views import sessions
from ui.views.settings_schedule import RulesPane, WorkingDaysPane
from ui.widgets.form_dialog import FormDialog
from ui.widgets.series_dialog import SeriesDialog

pytestmark = pytest.mark.gui
FREE, TAKEN = date(2020, 3, 10), date(2020, 3, 2)


@pytest.fixture(autouse=True)
def dressed(root):
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)
    yield
    for child in root.winfo_children():
        child.destroy()


@pytest.fixture
def page(root, workplace):
    page = sessions.Page(root, workplace)
    page.place(x=0, y=0, width=1090, height=610)
    page.build()
    page.refresh(None)
    root.geometry("1090x610")
    root.deiconify()
    wait_until(root, lambda: page.winfo_width() == 1090)
    root.update()
    return page


def named(register, words):
    return next(one for one in register.sessions.all() if words in one.title)


def press(root, widget, *sequences):
    root.update()
    for sequence in sequences:
        widget.focus_force()
        widget.event_generate(sequence)
    root.update()


def middle(view, day):
    box = next(one for one in view._boxes if one.on == day)
    return int(box.x + box.width / 2), int(box.y + box.height / 2 + view._head_height())


def entry(view, session_id):
    found = (one for box in view._boxes for one in box.entries if one.session_id == session_id)
    line = next(found)
    return int(line.x + 8), int(line.y + line.height / 2 + view._head_height())


def month_at(root, page, session):
    page.month.choose(session.held_on, session.id)
    view = page.month._view
    wait_until(root, lambda: not view._pending and view._boxes)
    root.update()
    return view


def test_a_session_is_dragged_to_another_day(root, page, register):
    session = named(register, "Kecamatan Jekulo")
    view = month_at(root, page, session)
    x, y = entry(view, session.id)
    to_x, to_y = middle(view, FREE)

    view.event_generate("<Button-1>", x=x, y=y)
    view.event_generate("<B1-Motion>", x=to_x, y=to_y)
    view.event_generate("<ButtonRelease-1>", x=to_x, y=to_y)
    root.update()

    assert register.sessions.get(session.id).held_on == FREE
    assert page.month.day == FREE and page.month.session_id == session.id
    assert view.carried == ""


def test_a_hand_that_trembles_moves_nothing(root, page, register):
    session = named(register, "Kecamatan Jekulo")
    view = month_at(root, page, session)
    x, y = entry(view, session.id)

    view.event_generate("<Button-1>", x=x, y=y)
    view.event_generate("<B1-Motion>", x=x + 2, y=y + 1)
    view.event_generate("<ButtonRelease-1>", x=x + 2, y=y + 1)
    root.update()

    assert register.sessions.get(session.id) == session
    assert page.month.session_id == session.id


def test_space_takes_a_session_along_and_the_head_tells_what_it_meets(root, page, register):
    session = named(register, "Kecamatan Jekulo")
    view = month_at(root, page, session)

    press(root, view, "<space>", "<Left>", "<Left>", "<Up>")

    assert view.carried == session.id
    assert view.day == TAKEN
    assert "bertugas di" in page.month._facts.cget("text")
    press(root, view, "<Escape>")
    assert view.carried == "" and page.month.day == session.held_on
    assert register.sessions.get(session.id) == session


def test_enter_puts_it_down_where_it_is_allowed(root, page, register, screen):
    session = named(register, "Kecamatan Jekulo")
    view = month_at(root, page, session)

    press(root, view, "<space>", "<Left>", "<Left>", "<Up>", "<Return>")
    assert register.sessions.get(session.id) == session
    assert screen.said[-1][0] == "error"

    press(root, view, "<space>", "<Left>", "<Return>")
    assert register.sessions.get(session.id).held_on == FREE


def test_an_invited_session_asks_why_when_it_is_put_down(root, page, register):
    session = named(register, "Dinas Pertanian")
    view = month_at(root, page, session)

    press(root, view, "<space>", "<Right>", "<Return>")
    (dialog,) = [one for one in root.winfo_children() if isinstance(one, FormDialog)]
    dialog.form.inputs["reason"].set("Apel gabungan")
    dialog.save()

    after = register.sessions.get(session.id)
    assert after.held_on == date(2020, 2, 28)
    assert after.moves[-1].reason == "Apel gabungan"


def test_the_panel_under_the_form_follows_what_is_typed(root, page, register):
    session = named(register, "Kecamatan Jekulo")
    page.show_record(session.id)
    pane = page.pane
    assert not pane.clashes.winfo_manager()

    pane.form.inputs["held_on"].set("02/03/2020")
    pane.show_clashes()

    assert pane.clashes.winfo_manager()
    assert pane.clashes.model.at(0).clash.other is not None


def test_the_other_entry_is_a_key_away(root, page, register, screen):
    session = named(register, "Kecamatan Jekulo")
    page.show_record(session.id)
    page.pane.form.inputs["held_on"].set("02/03/2020")
    page.pane.show_clashes()
    row = page.pane.clashes.model.at(0)

    page.pane.clashes._open(row.id)

    assert screen.went[-1] == ("sessions", row.clash.other.id)


def test_every_view_can_be_brought_to_the_front_and_has_its_panes(page):
    for view, _words, _icon in sessions.VIEWS:
        page._use(view)
        assert all(pane.winfo_exists() for pane in page.panes())


def test_the_week_is_turned_and_a_day_chosen_by_click(root, page, register):
    page._use("week")
    week = page._look("week")
    week.choose(date(2020, 2, 27))
    wait_until(root, lambda: week._view._week is not None and not week._view._pending)
    thursday = week._view._week.days[3].entries[0]
    x = int(thursday.x + week._view._left() + 4)
    y = int(thursday.y + week._view._head_height() + 6)

    week._view.event_generate("<Button-1>", x=x, y=y)
    root.update()
    assert week.session_id == thursday.session.id

    press(root, week._view, "<Down>")
    assert week.day == date(2020, 3, 5)


def test_a_series_is_made_from_its_dialog(root, page, workplace, register):
    session = named(register, "Kecamatan Jekulo")
    dialog = SeriesDialog(page, workplace, SeriesPresenter(workplace, session))
    dialog.form.inputs["until"].set("25/03/2020")
    dialog._work_out()
    assert dialog.dates.model.count == 1
    count = register.sessions.count()

    dialog.make()

    assert not dialog.winfo_exists()
    assert register.sessions.count() == count + 1


def test_a_rule_without_an_end_stays_open_with_its_sentence(root, page, workplace, register):
    dialog = SeriesDialog(page, workplace, SeriesPresenter(workplace, named(register, "Jekulo")))
    dialog.form.inputs["until"].set("")
    dialog.make()

    assert dialog.form.problems["until"].startswith("Isi sampai tanggal")
    dialog.close()


def test_the_rules_of_the_office_are_saved_once_and_changed_after(root, workplace, register):
    pane = RulesPane(root, workplace)
    pane.refresh()
    pane.form.inputs["friday"].set("catat")
    pane._save()
    pane.form.inputs["opens_at"].set("16.00")
    pane._save()

    (rules,) = register.schedule_rules.all()
    assert rules.friday.value == "catat"
    assert pane.form.problems["closes_at"] == "Jam tutup harus sesudah jam buka."


def test_the_year_below_the_changes_follows_what_was_known(root, workplace):
    pane = WorkingDaysPane(root, workplace)
    pane.refresh()
    known = {row.id for row in pane.panel.rows.model._records}
    pane.panel.form.inputs["known_on"].set("10/03/2020")
    pane.panel.refresh()

    later = {row.id for row in pane.panel.rows.model._records}
    assert later - known == {"2020-05-28", "2020-05-29"}
