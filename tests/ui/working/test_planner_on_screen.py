"""Rencana as widgets: steps, search, calendar by team, lists, dialogs; nothing cut at any size."""

from datetime import date, timedelta

import pytest

from tests.census_desk.sessions.planning.campaign import kabupaten, planned
from tests.screen import wait_until
from tests.ui.working.planner_desk import AtOnce, StillRunning, planning_desk
from ui import theme
from ui.app import use_language
from ui.commands import CommandTable
from ui.views import sessions
from ui.views.planner import RESULT, SEARCHING, WIZARD
from ui.views.planner_result import LOOKS
from ui.views.planner_why import WhyDialog
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

pytestmark = pytest.mark.gui
LOOKED_AT = (  # what is left of 1366x768 and 1024x600 for a page, language, type
    ((1090, 610), "id", 10),
    ((780, 440), "id", 10),
    ((780, 440), "en", 10),
    ((925, 400), "id", 14),
    ((925, 400), "en", 14),
)


@pytest.fixture(autouse=True)
def dressed(root):
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)
    yield
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)


@pytest.fixture
def register():
    return kabupaten()


@pytest.fixture
def desk(register):
    return planning_desk(register)


@pytest.fixture
def screen(desk):
    return desk[1]


@pytest.fixture
def shown(root, desk):
    """The page with Rencana in front, in that size."""

    def show(width=1090, height=610):
        page = sessions.Page(root, desk[0])
        page.place(x=0, y=0, width=width, height=height)
        page.build()
        page.refresh(None)
        root.geometry(f"{width}x{height}")
        root.deiconify()
        wait_until(root, lambda: page.winfo_width() == width)
        desk[0].register.subscribe(page.refresh)
        page._use("planner")
        page.planner._making._start = AtOnce
        root.update()
        return page

    return show


@pytest.fixture
def pane(shown, register):
    """The plan in front."""
    planned(register)
    return shown().planner


def mapped(widget):
    for child in widget.winfo_children():
        if child.winfo_ismapped():
            yield child
            yield from mapped(child)


def press(root, widget, *sequences):
    root.update()
    for sequence in sequences:
        widget.focus_force()
        widget.event_generate(sequence)
    root.update()


def dialog_of(root, kind):
    found = []
    waiting = list(root.winfo_children())
    while waiting:
        one = waiting.pop()
        found += [one] if isinstance(one, kind) else []
        waiting += one.winfo_children()
    return found[-1]


def test_nothing_of_it_is_made_before_it_is_asked_for(root, desk):
    page = sessions.Page(root, desk[0])
    page.build()

    assert "planner" not in page._made


def test_without_a_plan_the_wizard_begins_with_the_time(shown):
    pane = shown().planner

    assert (pane.face, pane.wizard.steps.step) == (WIZARD, "time")
    assert pane.facts() == "Rencana kalender sosialisasi"


def test_next_and_back_go_through_all_six_steps(root, shown):
    pane = shown().planner
    steps = pane.wizard.steps
    seen = [steps.step]
    for _each in range(5):
        steps.next()
        seen.append(steps.step)
    steps.back()

    assert seen == ["time", "who", "teams", "places", "balance", "search"]
    assert steps.step == "balance"


def test_a_mistake_keeps_one_at_the_step(root, shown):
    pane = shown().planner
    form = pane.wizard.steps.front.form
    form.inputs["morning_until"].set("99.99")

    pane.wizard.steps.next()

    assert pane.wizard.steps.step == "time"
    assert form.problems["morning_until"].startswith("Pagi selesai bukan waktu")


def test_what_was_lacking_is_no_longer_told_once_it_is_there(shown, register):
    wizard = shown().planner.wizard
    teams = register.planning_teams.all()
    for team in teams:
        register.planning_teams.remove(team.id)
    wizard.show("teams")
    wizard.steps.next()
    assert "Belum ada tim" in wizard.steps._told.cget("text")

    register.planning_teams.add(teams[0])
    wizard.refresh()

    assert wizard.steps._told.cget("text") == ""


def test_the_last_step_searches_and_the_plan_comes_to_the_front(root, shown, register):
    pane = shown().planner

    pane.wizard.show("search")
    pane.wizard.steps.next()
    wait_until(root, lambda: pane.face == RESULT)

    assert register.plan_versions.count() == 1
    assert pane.facts().startswith("Rancangan 1 (14/02/2020) · 3 sesi")


def test_cancelling_keeps_the_best_so_far(root, shown, register, screen):
    pane = shown().planner
    pane._making._start = StillRunning
    pane.search()
    assert pane.face == SEARCHING

    pane.escape()
    wait_until(root, lambda: pane.face == RESULT)

    (version,) = register.plan_versions.all()
    assert len(version.lines) == 3
    assert version.reason.endswith("(pencarian dihentikan lebih awal)")
    assert "dihentikan lebih awal" in screen.last


def test_a_window_that_closes_during_a_search_keeps_the_best_so_far(shown, register):
    page = shown()
    page.planner._making._start = StillRunning
    page.planner.search()

    page.closing()

    (version,) = register.plan_versions.all()
    assert len(version.lines) == 3
    assert version.reason.endswith("(pencarian dihentikan lebih awal)")


def test_a_register_that_can_only_be_read_is_not_searched_for(root, shown, monkeypatch):
    pane = shown().planner
    monkeypatch.setattr(Workplace, "read_only", True)

    pane.search()

    assert pane.face == WIZARD
    assert "baca-saja" in pane.wizard.steps._told.cget("text")


def test_a_closed_page_ends_the_search(root, shown):
    page = shown()
    page.planner._making._start = StillRunning
    page.planner.search()
    search = page.planner.searching._search

    page.destroy()

    assert search._process.was_cancelled


def test_groups_handed_over_are_planned_alone(root, shown, register):
    page = shown()
    office = register.offices.all()[0]

    page.show_record(f"plan:office:{office.id}")

    assert page.planner.wizard.steps.step == "who"
    assert [row.id for row in page.planner.wizard.presenter.rows("who")] == [f"office:{office.id}"]


def test_a_plan_asked_for_without_groups_is_shown(root, pane):
    pane.begin()

    pane.open_with("")

    assert pane.face == RESULT


@pytest.mark.parametrize("look", [name for name, *_rest in LOOKS])
def test_every_look_comes_to_the_front_with_its_panes(root, pane, look):
    pane.result.show_look(look)
    root.update()

    assert all(each.winfo_ismapped() for each in pane.panes())


def test_the_calendar_names_the_team_in_every_line(root, pane):
    month = pane.result.month
    wait_until(root, lambda: not month._view._pending and month._view._boxes)

    lines = [e for box in month._view._boxes for e in box.entries if e.session_id]

    assert len(lines) == 3
    assert all(e.text.split(" ")[1] in ("A", "B") and e.state.startswith("tim ") for e in lines)


def test_a_line_is_carried_to_another_day_by_keys(root, pane, register):
    month = pane.result.month
    line = register.plan_versions.all()[0].lines[0]
    month.choose(line.on, "0")
    wait_until(root, lambda: not month._view._pending)
    day = line.on
    while day == line.on or day.weekday() != line.on.weekday():
        day += timedelta(days=7)

    press(root, month._view, "<space>", "<Down>")
    assert "Ke " in month._facts.cget("text")
    press(root, month._view, "<Return>")

    assert register.plan_versions.all()[0].lines[0].on == day
    assert month.day == day


def test_lock_by_command_shows_the_sign(root, pane, register):
    pane.result.show_look("list")
    pane.result.choose("0", date(2020, 2, 17))

    pane.lines.lock()
    root.update()

    assert register.plan_versions.all()[0].lines[0].is_locked
    assert pane.front.row("0").sign == "■ "


def test_a_locked_line_is_refused_before_anything_is_asked(root, pane, screen):
    pane.result.show_look("list")
    pane.result.choose("0", date(2020, 2, 17))
    pane.lines.lock()
    pane.refresh()
    buttons = [button.cget("text") for _deed, button in pane.result._deed_buttons]

    pane.lines.ask_move()

    assert "Lepaskan" in buttons
    assert screen.said[-1][0] == "error"
    assert screen.last.endswith("dikunci; lepaskan kuncinya dulu (Ctrl+L).")
    assert not [one for one in root.winfo_children() if isinstance(one, FormDialog)]
    screen.action[1]()
    pane.refresh()
    assert "Kunci tanggal" in [button.cget("text") for _deed, button in pane.result._deed_buttons]


def test_space_leaves_a_locked_line_and_says_why(root, pane, register, screen):
    month = pane.result.month
    line = register.plan_versions.all()[0].lines[0]
    month.choose(line.on, "0")
    pane.lines.lock()
    pane.refresh()

    press(root, month._view, "<space>")

    assert month._view.carried == ""
    assert "lepaskan kuncinya dulu" in screen.last


def test_why_lists_other_dates_and_takes_one(root, pane, register):
    pane.result.show_look("list")
    pane.result.choose("0", date(2020, 2, 17))
    before = register.plan_versions.all()[0].lines[0].on

    pane.lines.why()
    dialog = dialog_of(root, WhyDialog)
    free = next(row for row in dialog.rows.model._records if not row.gives_way)
    dialog.rows.table.show(free.id)
    dialog._take()

    assert register.plan_versions.all()[0].lines[0].on == free.other.on != before


def test_planning_again_asks_how_freely(root, pane, register):
    pane.ask_again()
    dialog = dialog_of(root, FormDialog)
    dialog.form.inputs["reason"].set("Aula dipakai")
    dialog.save()
    wait_until(root, lambda: register.plan_versions.count() == 2)

    assert max(register.plan_versions.all(), key=lambda v: v.number).reason == "Aula dipakai"


def test_forbidding_shows_the_banner_and_the_repair_takes_it_away(root, pane, register):
    pane.result.show_look("list")
    pane.result.choose("0", date(2020, 2, 17))
    pane.lines.ask_forbid()
    dialog_of(root, FormDialog).save()
    root.update()
    assert pane.result._banner.winfo_ismapped()

    pane.repair()
    wait_until(root, lambda: pane.face == RESULT and register.plan_versions.count() == 2)
    root.update()

    assert not pane.result._banner.winfo_ismapped()


def test_all_is_accepted_from_the_window(root, pane, register, screen):
    pane.deeds.accept()
    root.update()

    assert register.sessions.count() == 3
    assert pane.result._buttons["changes"].cget("text") == "Perubahan (0)"


def test_marked_lines_alone_are_accepted(root, pane, register):
    pane.result.show_look("list")
    pane.result.choose("1", date(2020, 2, 17))

    pane.accept_marked()

    assert register.sessions.count() == 1


def test_a_plan_set_aside_leads_back_to_the_wizard(root, pane):
    pane.deeds.decline()
    root.update()

    assert pane.face == WIZARD


def test_no_two_commands_share_a_key_and_those_of_the_list_are_gone(pane, shown):
    page = shown()
    table = CommandTable()

    commands = page.commands()
    table.add(commands)

    ids = {command.id for command in table}
    assert len(ids) == len(commands)
    assert "sessions.plan_why" in ids
    assert "sessions.print" not in ids
    page._use("list")
    assert "sessions.print" in {command.id for command in page.commands()}


@pytest.mark.parametrize(("size", "language", "points"), LOOKED_AT, ids=str)
def test_no_button_or_field_is_cut(root, shown, register, size, language, points, request):
    planned(register)
    request.addfinalizer(lambda: use_language("id"))
    use_language(language)
    theme.use("dark" if language == "en" else "light")
    theme.set_font_size(root, points)
    pane = shown(*size).planner
    cut = []
    for look, *_rest in LOOKS:
        pane.result.show_look(look)
        root.update()
        cut += cut_in(pane)
    pane.begin()
    for step in pane.wizard.steps._names:
        pane.wizard.show(step)
        root.update()
        cut += cut_in(pane)

    assert cut == []


def cut_in(pane):
    right = pane.winfo_rootx() + pane.winfo_width()
    return [
        f"{w} {w.winfo_width()} < {w.winfo_reqwidth()}"
        for w in mapped(pane)
        if w.winfo_class() in ("TButton", "TRadiobutton", "TEntry")
        and (w.winfo_width() < w.winfo_reqwidth() or w.winfo_rootx() + w.winfo_width() > right)
    ]


def test_ctrl_p_prints_the_plan_in_front(pane, screen, tmp_path):
    pane.workplace.preferences.set("papers.folder", str(tmp_path))
    printing = next(one for one in pane.commands() if one.id == "sessions.plan_print")

    assert printing.keys == ("Ctrl+P",) and printing.enabled()
    printing.run()

    (paper,) = tmp_path.glob("Rencana Sosialisasi 1*.pdf")
    assert ("file", str(paper)) in screen.went
