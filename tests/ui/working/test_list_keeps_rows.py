"""The list of letters keeps its rows when one comes back to it from the form."""

import pytest

from tests.screen import wait_until
from ui.presenters.letters import starts
from ui.views import letters

pytestmark = pytest.mark.gui


@pytest.fixture
def pane(root, workplace):
    page = letters.Page(root, workplace)
    page.place(x=0, y=0, width=1090, height=610)
    page.build()
    page.refresh(None)
    root.geometry("1090x610")
    root.deiconify()
    wait_until(root, lambda: page.winfo_width() == 1090)
    root.update()
    return page.pane


def test_the_list_keeps_its_height_after_a_refused_and_abandoned_letter(root, pane, workplace):
    before = pane.under.top.winfo_height()
    assert before > 100

    pane.new_from(next(one for one in starts(workplace) if one.template is not None))
    root.update()
    pane.save()
    root.update()
    pane.escape()
    root.update()

    assert pane.under.top.winfo_ismapped()
    assert pane.under.top.winfo_height() == before
