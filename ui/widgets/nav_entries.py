"""The lines of the sidebar, from the pages there are."""

from collections.abc import Mapping

from census_desk.words import _
from ui.pages import PageSpec
from ui.widgets.sidebar import NavEntry

HELP = "help"


def nav_entries(pages: Mapping[str, PageSpec]) -> list[NavEntry]:
    """The lines of the sidebar: every page with its key, and the help."""
    entries = [
        NavEntry(
            id=name,
            text=_(spec.title),
            icon=spec.icon,
            keys=f"Ctrl+{place}",
            at_foot=spec.at_foot,
        )
        for place, (name, spec) in enumerate(pages.items(), 1)
    ]
    guide = NavEntry(id=HELP, text=_("Bantuan"), icon="question-circle", keys="F1", at_foot=True)
    return [*entries, guide]
