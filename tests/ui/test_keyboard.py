"""Where the keyboard is, also while a window tkinter never made has it."""

import pytest
import ttkbootstrap as ttk

from tests.screen import wait_until
from ui.widgets.inputs import TextInput
from ui.widgets.keyboard import focused, has_focus

pytestmark = pytest.mark.gui
FOREIGN = ".__tk_filedialog"


@pytest.fixture
def foreign(root):
    """A window as Tk's own file dialog is: it has the keyboard and no object."""
    root.deiconify()
    root.tk.call("toplevel", FOREIGN)
    root.update()
    root.tk.call("focus", "-force", FOREIGN)
    wait_until(root, lambda: str(root.tk.call("focus")) == FOREIGN)
    yield FOREIGN
    root.tk.call("destroy", FOREIGN)


def test_a_window_of_tks_own_is_nobody_of_this_desk(root, foreign):
    assert focused(root) is None
    assert not has_focus(root)


def test_a_text_field_loses_the_keyboard_to_it_without_a_failure(root, foreign):
    field = TextInput(root)
    field.pack()
    root.update()

    field._recolour()

    assert not has_focus(field.entry)


def test_the_widget_with_the_keyboard_is_told(root):
    root.deiconify()
    entry = ttk.Entry(root)
    entry.pack()
    root.update()
    entry.focus_force()
    wait_until(root, lambda: has_focus(entry))

    assert focused(root) is entry
