"""What a row says is readable: a moment is whole, and a text that is cut says so."""

from datetime import datetime

import pytest

from tests.screen import wait_until
from ui import theme
from ui.presenters.history import COLUMNS
from ui.widgets.column_widths import fitted
from ui.widgets.fitting import Fitting
from ui.widgets.palette import Palette, PaletteEntry
from ui.wording import spoken_moment

pytestmark = pytest.mark.gui
CELL_EDGES = 10


def test_the_time_of_a_change_is_shown_whole_in_a_narrow_table(root):
    shown = [one for one in COLUMNS if one.shown]
    natural = {one.name: theme.ems(root, one.ems) for one in shown}
    widths = fitted(shown, natural, {}, room=theme.ems(root, 40), least=theme.ems(root, 8))
    moment = spoken_moment(datetime(2020, 2, 21, 1, 44))

    assert Fitting(root, "TkDefaultFont").fit(moment, widths["at"] - CELL_EDGES) == moment


def test_a_row_too_long_for_the_chooser_ends_with_an_ellipsis(root):
    entries = [
        PaletteEntry(text="Sosialisasi " * 40, run=lambda: None),
        PaletteEntry(text="A", run=lambda: None),
    ]
    root.deiconify()
    chooser = Palette(root, lambda text: entries, explain=True)
    chooser.deiconify()
    wait_until(root, lambda: chooser.rows.winfo_width() > 100)
    root.update()

    assert chooser.rows.get(0).endswith("…")
    assert chooser.rows.get(1) == "  A"
    assert chooser.rows.curselection() == (0,)
    chooser.destroy()
