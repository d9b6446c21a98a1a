"""The ground the window tests stand on, tested with its own means."""

from __future__ import annotations

import tkinter

import platformdirs
import pytest

from tests.screen import (
    Desk,
    callback_errors_told,
    told,
    wait_for,
    wait_until,
    widget_tree,
    xdotool,
)


def never() -> bool:
    return False


def test_waiting_fails_with_the_name_of_what_did_not_come(root):
    with pytest.raises(AssertionError, match=r"not within 0\.05 s: never"):
        wait_until(root, never, timeout=0.05)


def test_waiting_outside_the_window_fails_by_name_too():
    with pytest.raises(AssertionError, match="the paper is printed"):
        wait_for(never, timeout=0.05, what="the paper is printed")


def test_a_lambda_is_told_by_its_source():
    assert "2 > 1" in told(lambda: 2 > 1)


def test_waiting_turns_the_loop_of_tk(root):
    called = []
    root.after(20, lambda: called.append(True))

    wait_until(root, lambda: called)

    assert called == [True]


def test_typed_keys_reach_the_window_that_has_the_focus(root, keys):
    import ttkbootstrap as ttk

    dialog = ttk.Toplevel(title="Uji papan ketik")
    entry = ttk.Entry(dialog)
    entry.pack()
    entry.focus_set()
    wait_until(root, lambda: root.focus_get() is entry)

    keys.type("Sensus 2020: edaran")

    wait_until(root, lambda: entry.get() == "Sensus 2020: edaran")


def test_a_chord_reaches_its_binding(root, keys):
    import ttkbootstrap as ttk

    pressed = []
    dialog = ttk.Toplevel(title="Uji pintasan")
    dialog.bind("<Control-n>", lambda event: pressed.append(event.keysym))
    dialog.focus_set()
    wait_until(root, lambda: dialog.focus_displayof() is dialog)

    keys.press("ctrl+n")

    wait_until(root, lambda: pressed == ["n"])


def test_widgets_of_an_earlier_test_are_gone(root):
    left_over = [child for child in root.winfo_children() if isinstance(child, tkinter.Toplevel)]

    assert [window.title() for window in left_over if window.title().startswith("Uji")] == []


def test_the_record_of_a_failure_names_each_widget(root):
    import ttkbootstrap as ttk

    ttk.Button(ttk.Frame(root), text="Cetak")

    assert "TButton" in widget_tree(root)
    assert "'Cetak'" in widget_tree(root)


def test_an_error_in_a_callback_fails_the_test_that_caused_it(root):
    with pytest.raises(ExceptionGroup) as told_at_the_end, callback_errors_told(root):
        root.after(0, lambda: 1 / 0)
        root.update()

    assert told_at_the_end.group_contains(ZeroDivisionError)


def test_settings_of_a_test_live_in_its_own_folder(tmp_path):
    for place in (platformdirs.user_config_dir("desk"), platformdirs.user_documents_dir()):
        assert place.startswith(str(tmp_path))


def test_a_desk_that_ends_early_fails_with_what_it_said(tmp_path):
    ended = Desk(["--no-such-option-anywhere"], tmp_path)

    with pytest.raises(AssertionError, match="the desk ended"):
        ended.wait_for(never, timeout=30)

    assert ended.end() != 0


@pytest.fixture
def bare_windows(tmp_path, monkeypatch, window_manager):
    """Processes with one window each, in the place of the desk."""
    package = tmp_path / "stand-in" / "census_desk"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text(
        "import sys, tkinter; root = tkinter.Tk(); root.title(sys.argv[1]); root.mainloop()"
    )
    monkeypatch.setattr("tests.screen.PROJECT", package.parent)
    started = []

    def start(title: str) -> Desk:
        started.append(Desk([title], tmp_path))
        started[-1].wait_for_window(title)
        return started[-1]

    yield start
    for each in started:
        each.kill()


def test_two_processes_with_one_title_are_told_apart(bare_windows):
    first, second = bare_windows("Uji ganda"), bare_windows("Uji ganda")

    assert first.wait_for_window() != second.wait_for_window()


def test_a_killed_process_leaves_no_window(bare_windows):
    desk = bare_windows("Uji mati")

    desk.kill()

    assert desk.titles() == ()


def test_the_focus_goes_to_the_process_that_is_asked_for(bare_windows):
    first, second = bare_windows("Uji satu"), bare_windows("Uji dua")

    first.focus()
    assert xdotool("getactivewindow").stdout.strip() == first.wait_for_window()

    second.focus()
    assert xdotool("getactivewindow").stdout.strip() == second.wait_for_window()
