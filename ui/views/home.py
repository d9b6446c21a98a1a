"""Beranda: today with what is due, and the whole coverage board."""

import tkinter

from census_desk.words import N_
from ui.views.home_today import TodayPage
from ui.views.sectioned import SectionedPage, SectionSpec
from ui.widgets import page
from ui.workplace import Workplace

TODAY, COVERAGE = "today", "coverage"


def _coverage(parent: tkinter.Misc, workplace: Workplace) -> page.Page:
    """The board; imported and made when it is first shown, so that Beranda opens as fast."""
    from ui.views.home_coverage import CoveragePage

    return CoveragePage(parent, workplace)


class Page(SectionedPage):
    """The first page; today is in front at first."""

    page_id = "home"
    sections = (
        SectionSpec(id=TODAY, title=N_("Hari ini"), icon="house", make=TodayPage),
        SectionSpec(id=COVERAGE, title=N_("Papan cakupan"), icon="grid-3x3", make=_coverage),
    )

    @property
    def today(self) -> TodayPage:
        """The look of the day, with the small board and what is due."""
        section = self.section(TODAY)
        assert isinstance(section, TodayPage)
        return section

    def show_record(self, record_id: str) -> None:
        """An office on the board of the day; "coverage" brings the whole board to the front."""
        if record_id == COVERAGE:
            self.show_section(COVERAGE)
            return
        self.show_section(TODAY)
        self.today.show_record(record_id)
