"""Pendampingan: visits, the offices proposed for one, what hinders them, what they asked for."""

from census_desk.words import N_
from ui.presenters.stale import LETTERS_OF
from ui.views.sectioned import SectionedPage, SectionSpec, section_holding
from ui.views.visits_held import HeldPage, VisitsPane
from ui.views.visits_needs import ObstaclesPage, RequestsPage
from ui.views.visits_proposals import ProposalsPage

VISITS, PROPOSALS, OBSTACLES, REQUESTS = "visits", "proposals", "obstacles", "requests"
COLLECTIONS = {
    VISITS: "visits",
    PROPOSALS: "offices",
    OBSTACLES: "obstacles",
    REQUESTS: "help_requests",
}


class Page(SectionedPage):
    """The page of visits; the visits themselves are in front at first."""

    page_id = "visits"
    sections = (
        SectionSpec(id=VISITS, title=N_("Kunjungan"), icon="geo-alt", make=HeldPage),
        SectionSpec(id=PROPOSALS, title=N_("Usulan"), icon="lightbulb", make=ProposalsPage),
        SectionSpec(
            id=OBSTACLES, title=N_("Kendala"), icon="exclamation-triangle", make=ObstaclesPage
        ),
        SectionSpec(id=REQUESTS, title=N_("Permintaan"), icon="chat-dots", make=RequestsPage),
    )

    @property
    def held(self) -> HeldPage:
        """The section of visits."""
        section = self.section(VISITS)
        assert isinstance(section, HeldPage)
        return section

    @property
    def pane(self) -> VisitsPane:
        """The visits, with their form and what belongs to them."""
        return self.held.pane

    def show_record(self, record_id: str) -> None:
        """A visit, an obstacle, a request; a follow-up within its visit, an office's proposal.

        With `surat:` before it, the letters of a visit.
        """
        if record_id.startswith(LETTERS_OF):
            self._bring_section(VISITS)
            self.held.show_record(record_id.removeprefix(LETTERS_OF))
            self.held.show_letters()
            return
        if self.workplace.register.follow_ups.find(record_id) is not None:
            self._bring_section(VISITS)
            self.held.show_follow_up(record_id)
            return
        self._bring_section(section_holding(self.workplace, record_id, COLLECTIONS) or VISITS)
        self.front.show_record(record_id)

    def _bring_section(self, name: str) -> None:
        if name != self.current:
            self.show_section(name)
