"""Keys typed while a dialog opens reach its first field."""

import tkinter

import pytest
import ttkbootstrap as ttk

from tests.screen import wait_until
from ui.widgets.early_keys import keep_early_keys

pytestmark = pytest.mark.gui


@pytest.fixture
def window(root, window_manager):
    made = ttk.Toplevel(master=root, title="Dialog")
    keep_early_keys(made)
    yield made
    if made.winfo_exists():
        made.destroy()


def focused(root, widget):
    widget.focus_force()
    wait_until(root, lambda: str(root.tk.call("focus")) == str(widget))


def test_what_is_typed_before_a_field_has_the_keyboard_is_given_to_it_in_order(root, window):
    entry = ttk.Entry(window)
    entry.pack()
    root.update()
    focused(root, window)
    for keysym in ("k", "u", "d", "u", "s"):
        window.event_generate("<Key>", keysym=keysym)
    assert entry.get() == ""

    focused(root, entry)

    wait_until(root, lambda: entry.get() == "kudus")


def test_return_typed_early_waits_for_the_field_too(root, window):
    entry = ttk.Entry(window)
    entry.pack()
    done = []
    window.bind("<Return>", lambda event: done.append(entry.get()))
    root.update()
    focused(root, window)
    window.event_generate("<Key>", keysym="a")
    window.event_generate("<Key>", keysym="Return")
    assert done == []

    focused(root, entry)

    wait_until(root, lambda: done == ["a"])


def test_the_window_itself_is_no_stop_for_tab(window):
    assert isinstance(window, tkinter.Toplevel)
    assert str(window.cget("takefocus")) == "0"
