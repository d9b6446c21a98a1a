"""The list of sections as a widget."""

import pytest

from ui.widgets.section_list import SectionList

pytestmark = pytest.mark.gui
ENTRIES = (("office", "Kantor", "building"), ("look", "Tampilan", "palette"))


def test_choosing_a_section_again_and_again_makes_no_new_style(root):
    """Every style made costs each widget of the window a new layout."""
    sections = SectionList(root, ENTRIES, lambda name: None)
    sections.mark("office")
    before = [str(button.cget("style")) for button in sections._buttons.values()]

    for name in ("look", "office") * 5:
        sections.mark(name)

    assert [str(button.cget("style")) for button in sections._buttons.values()] == before
