"""Surat: letters that go out, letters that came in, the number books, and codes to verify."""

from census_desk.letters.waiting import NO_SCAN
from census_desk.words import N_
from ui.presenters.stale import STALE
from ui.views.letters_in import IncomingPage
from ui.views.letters_numbers import NumbersPage
from ui.views.letters_out import OutgoingPage
from ui.views.letters_pane import LettersPane
from ui.views.letters_verify import VerifyPage
from ui.views.sectioned import SectionedPage, SectionSpec, section_holding

OUTGOING, INCOMING, NUMBERS, VERIFY = "outgoing", "incoming", "numbers", "verify"
COLLECTIONS = {OUTGOING: "letters", INCOMING: "incoming_letters", NUMBERS: "books"}


class Page(SectionedPage):
    """The page of letters; the outgoing ones are in front at first."""

    page_id = "letters"
    sections = (
        SectionSpec(
            id=OUTGOING, title=N_("Surat keluar"), icon="envelope-arrow-up", make=OutgoingPage
        ),
        SectionSpec(
            id=INCOMING, title=N_("Surat masuk"), icon="envelope-arrow-down", make=IncomingPage
        ),
        SectionSpec(id=NUMBERS, title=N_("Buku nomor"), icon="journal-bookmark", make=NumbersPage),
        SectionSpec(id=VERIFY, title=N_("Periksa kode"), icon="qr-code", make=VerifyPage),
    )

    @property
    def pane(self) -> LettersPane:
        """The letters that go out, with their form, paper and follow-up."""
        section = self.section(OUTGOING)
        assert isinstance(section, OutgoingPage)
        return section.pane

    def show_record(self, record_id: str) -> None:
        if record_id in (STALE, NO_SCAN):
            self.show_section(OUTGOING)
            listed = self.pane.choose_stale if record_id == STALE else self.pane.choose_unscanned
            self.after_idle(listed)
            return
        name = section_holding(self.workplace, record_id, COLLECTIONS) or OUTGOING
        if name != self.current:
            self.show_section(name)
        self.front.show_record(record_id)
