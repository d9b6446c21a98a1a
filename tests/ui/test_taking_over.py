"""A register stopped or held elsewhere: what the banner offers, and that it does it."""

from datetime import UTC, date, datetime

import pytest

from census_desk import sample
from census_desk.register import Register, RegisterInUse, lease
from census_desk.register.lease import LeaseWatch
from tests.screen import wait_until
from tests.ui.fakes import FakePreferences
from ui.taking_over import came_back, question, taken_over
from ui.window import Window

SINCE = datetime(2020, 2, 13, 9, 14, tzinfo=UTC)


class Clock:
    """This computer's running time, moved by the test."""

    def __init__(self):
        self.shows = 0.0

    def __call__(self):
        return self.shows


class KeptPreferences(FakePreferences):
    def geometry(self, width, height):
        return ""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "kudus.censusdesk"
    with Register.create(made, actor="Sari") as register:
        sample.build(register)
    return made


@pytest.fixture
def held(path):
    """Somebody at another computer has it; he never beats."""
    held = lease.take(path, lease.new_holder("Sari", "PC-KEPEG-2", "sari", SINCE), Clock())
    assert held is not None
    return held


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(path, held, clock):
    watch = LeaseWatch(path, clock)
    watch.look()
    return watch


@pytest.fixture
def open_window(root, window_manager):
    opened = []

    def start(register, **more):
        root.geometry("1366x700+0+0")
        root.deiconify()
        window = Window(root, register, KeptPreferences(), today=lambda: date(2020, 2, 21), **more)
        opened.append(window)
        wait_until(root, lambda: window.current == "home", what="Beranda is there")
        return window

    yield start
    for window in opened:
        window.close()
        for child in root.winfo_children():
            child.destroy()
        root.configure(menu="")


def yes(*_question, **_how):
    return True


def test_the_question_names_the_holder_his_computer_and_since_when(path, watch):
    asked = question(path, watch)

    assert "Sari di PC-KEPEG-2 sejak 09.14" in asked


def test_nothing_is_taken_over_without_the_clerk_agreeing(path, held, watch, clock):
    clock.shows += 61

    assert taken_over(path, watch, lambda *_q, **_h: False, actor="Budi", shared=True) is None
    assert held.is_ours()


def test_the_register_of_a_dead_computer_is_written_after_the_question(path, held, watch, clock):
    clock.shows += 61

    with taken_over(path, watch, yes, actor="Budi", shared=True) as register:
        assert not register.read_only
        assert not held.is_ours()


def test_a_holder_who_beats_while_the_question_stands_keeps_the_register(path, watch, clock):
    clock.shows += 61

    def he_beats(*_question, **_how):
        living = lease.new_holder("Sari", "PC-KEPEG-2", "sari", SINCE)
        lease.lease_of(path).write_bytes(lease._text(living))
        return True

    with pytest.raises(RegisterInUse):
        taken_over(path, watch, he_beats, actor="Budi", shared=True)
    assert "Sari di PC-KEPEG-2 memakai kudus.censusdesk lagi" in came_back(path, watch)


def test_a_register_given_free_is_offered_without_naming_anybody(path, held, watch):
    held.give_up()

    assert "tidak dipakai siapa pun" in question(path, watch)


def buttons(bar):
    return {each.cget("text"): each for each in bar._buttons}


def test_the_banner_offers_to_take_over_once_the_holder_is_dead(
    open_window, root, path, watch, clock
):
    asked = []
    register = Register.open(path, actor="Budi", shared=True, read_only=True, watch=watch)
    window = open_window(register, take_over=lambda: asked.append(True))
    assert buttons(window.read_only_banner) == {}

    clock.shows += 61

    wait_until(root, lambda: "Ambil alih…" in buttons(window.read_only_banner))
    buttons(window.read_only_banner)["Ambil alih…"].invoke()
    assert asked == [True]


def test_a_register_replaced_while_it_is_open_is_told_and_opened_again(open_window, root, path):
    asked = []
    window = open_window(Register.open(path, actor="Budi"), reopen=lambda: asked.append(True))
    assert not window.read_only_banner.winfo_ismapped()

    copy = path.with_name("lain")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)

    wait_until(root, lambda: window.read_only_banner.winfo_ismapped())
    assert window.register.read_only_reason in window.read_only_banner.text
    buttons(window.read_only_banner)["Buka lagi"].invoke()
    assert asked == [True]


def test_a_backup_that_failed_by_itself_is_told_once(open_window, root, path):
    window = open_window(Register.open(path, actor="Budi"))

    window.register.keeper.problem = "Cadangan gagal dibuat: cakram penuh."
    wait_until(root, lambda: "cakram penuh" in window.message.text)
    window.message.hide()
    window.watch.tell_troubles()

    assert not window.message.winfo_ismapped()


def test_a_risky_place_of_the_register_is_told(open_window, root, path):
    register = Register.open(path, actor="Budi")
    register.warnings.append("Register berada di folder sinkronisasi.")

    window = open_window(register)

    wait_until(root, lambda: "sinkronisasi" in window.message.text)


def test_escape_closes_the_message_bar_before_anything_else(open_window, root, keys, path):
    window = open_window(Register.open(path, actor="Budi"))
    window.go("letters")
    pane = window.pages["letters"].pane
    pane.filter_box._value.set("sensus")
    window.say("Tidak dapat disimpan.", "error")
    wait_until(root, window.message.winfo_ismapped)

    keys.press("Escape")
    wait_until(root, lambda: not window.message.winfo_ismapped())
    assert pane.filter_box.text == "sensus"
    keys.press("Escape")
    wait_until(root, lambda: pane.filter_box.text == "")


def test_a_window_made_anew_goes_on_loading_and_polling(open_window, root, path):
    window = open_window(Register.open(path, actor="Budi", load="lazy"))

    window.redraw(rebuild=True)

    wait_until(root, lambda: window.register.load_some(0))
    assert "poll" in window._jobs
