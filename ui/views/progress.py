"""OPD & ASN: the list of offices, and everything about one of them on one page."""

import tkinter

from census_desk.words import N_
from ui.views.progress_offices import OfficesPage, OfficesPane
from ui.views.sectioned import SectionedPage, SectionSpec
from ui.widgets import page
from ui.workplace import Workplace

OFFICES, ABOUT = "offices", "about"
ABOUT_WORD = "about:"


def _about(parent: tkinter.Misc, workplace: Workplace) -> page.Page:
    """Everything about one office; made when it is first shown."""
    from ui.views.progress_about import AboutPage

    return AboutPage(parent, workplace)


def _offices(parent: tkinter.Misc, workplace: Workplace) -> page.Page:
    """The list; from it leads a way to all about the chosen one."""
    return OfficesPage(
        parent, workplace, lambda office_id: workplace.go("progress", ABOUT_WORD + office_id)
    )


class Page(SectionedPage):
    """The page of offices and their ASN; the list is in front at first."""

    page_id = "progress"
    sections = (
        SectionSpec(id=OFFICES, title=N_("Daftar OPD"), icon="list-ul", make=_offices),
        SectionSpec(id=ABOUT, title=N_("Semua tentang OPD ini"), icon="card-list", make=_about),
    )

    @property
    def pane(self) -> OfficesPane:
        """The list with its form."""
        section = self.section(OFFICES)
        assert isinstance(section, OfficesPage)
        return section.pane

    def show_section(self, name: str) -> None:
        """All about an office begins with the one chosen in the list."""
        chosen = self.pane.presenter.editing if self.current == OFFICES else None
        super().show_section(name)
        if name == ABOUT and chosen is not None and chosen.record is not None:
            self.front.show_record(chosen.record.id)

    def show_record(self, record_id: str) -> None:
        """A record of the list; "about:" before an office's id shows everything about it."""
        name = ABOUT if record_id.startswith(ABOUT_WORD) else OFFICES
        if name != self.current:
            super().show_section(name)
        self.front.show_record(record_id.removeprefix(ABOUT_WORD))
