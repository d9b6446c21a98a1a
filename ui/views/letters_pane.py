"""The letters pane: list and form in one place, the paper and the follow-up beside and below.

The checker stands under the form while it has something to say.
"""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.indonesian import read_date
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import CampaignFacts, field_values
from census_desk.letters.letter import Letter
from census_desk.words import _
from ui import theme
from ui.forms import Field
from ui.presenters.body_text import field_notes
from ui.presenters.letter_kinds import fields_of
from ui.presenters.letter_steps import status_words
from ui.presenters.letters import Start, start_texts
from ui.views.letters_actions import LetterActions
from ui.widgets.body_input import BodyInput
from ui.widgets.flip import Flip
from ui.widgets.follow_up import FollowUpPanel
from ui.widgets.form_view import FormView
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.start_chooser import choose_start

if TYPE_CHECKING:
    from census_desk.register import Change

# Filled per office when copies are printed: not missing.
_OFFICE_EXAMPLE = {"opd": "OPD", "kepala": "Kepala OPD", "jumlah_asn_opd": "0"}


class LettersPane(LetterActions):
    """Enter flips the list over to the form; Esc flips back. The preview follows both."""

    table_share = 0.4

    def make(self) -> None:
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self._facts: CampaignFacts | None = None
        preferences = self.workplace.preferences
        self.split = Flip(self, preferences, "split.letters", share=0.55)
        self.split.grid(row=0, column=0, sticky="nsew")
        self.left, self.right = self.split.left, self.split.right
        self._make_form_panel()
        self.preview = PdfPreview(self.split.side, self.workplace.background)
        self.preview.pack(fill="both", expand=True)
        self.make_under()
        self._make_back_button()

    def make_form(self, parent: tkinter.Misc, fields: Sequence[Field]) -> FormView:
        return FormView(
            parent,
            fields,
            self.workplace.lookup,
            changed=self._edited,
            beside=True,
            makers=self._makers,
            today=self.workplace.working_day,
        )

    def make_panel(self, parent: tkinter.Misc) -> FollowUpPanel:
        return FollowUpPanel(parent, self.workplace)

    def panel_panes(self) -> Sequence[tkinter.Misc]:
        return [self.panel.rows.table]

    def panes(self) -> Sequence[tkinter.Misc]:
        if self.split.form_in_front:
            check = [self.check_panel] if self.check_panel.winfo_manager() else []
            return [self.form, self.form.inputs["body"], *check, self.preview]
        return [*super().panes(), self.preview]

    def show_panel(self, record: Letter | None) -> None:
        self.panel.show(record.id if record else "")

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        self.close_check()
        self._follow_kind()
        self._show_status()
        self._note_fields()
        self.preview.show(self._collect)

    def show_no_form(self) -> None:
        super().show_no_form()
        self.close_check()
        self.preview.clear(_("Pilih surat untuk melihat hasil cetaknya."))

    def refresh(self, change: "Change | None" = None) -> None:
        try:
            self._facts = campaign_facts(self.workplace.register)
        except CensusDeskError:
            self._facts = None  # a register not set up yet: the form still works
        super().refresh(change)
        self._note_fields()
        self._show_status()
        self.preview.edited()

    def escape(self) -> None:
        if self.split.side_in_front:
            self.split.toggle_side()
        elif self.split.form_in_front:
            self._to_table()
        else:
            super().escape()

    def toggle_preview(self) -> None:
        """The paper instead of list or form in a narrow window, away and back in a wide one."""
        self.split.toggle_side()
        if self.split.side_in_front:
            self.preview.focus_pane()

    def new(self) -> None:
        """Ask what the letter begins as; Enter takes the first."""
        choose_start(self, self.workplace, self.new_from)

    def new_from(self, start: Start) -> None:
        """Start a letter from a template, or an empty one of a kind."""
        self.presenter.new(start_texts(self.workplace, start))

    # papers

    def letter(self) -> Letter:
        """The letter as the form says it; raises CensusDeskError with the first problem."""
        record, problems = self.presenter.record_of(self.form.peek())
        if record is None:
            raise CensusDeskError(next(iter(problems.values())))
        assert isinstance(record, Letter)
        return record

    def _collect(self) -> Callable[[], bytes]:
        from ui.papers import letter_job

        job = letter_job(self.workplace.register, self.letter())
        return lambda: job().pdf

    # inside

    def _edited(self, name: str) -> None:
        super()._edited(name)
        if name == "kind":
            self._follow_kind()
        if name in ("body", "dated_on", "number"):
            self._note_fields()
        if self.check_panel.winfo_manager():
            self._check_soon()
        self.preview.edited()

    def _follow_kind(self) -> None:
        self.form.show_only(fields_of(self.form.peek().get("kind", "")))

    def _show_status(self) -> None:
        letter = self.shown_letter()
        self.status.configure(text=status_words(letter) if self.has_record() else "")
        self.check_button.state(["disabled" if self.workplace.read_only else "!disabled"])

    def _note_fields(self) -> None:
        body = self.form.inputs["body"]
        if not isinstance(body, BodyInput) or self._facts is None:
            return
        texts = self.form.peek()
        values = field_values(
            self._facts, on=self._dated_on(texts), letter_number=texts.get("number", "")
        )
        body.show_facts(values)
        body.show_notes(field_notes(texts.get("body", ""), values | _OFFICE_EXAMPLE))

    def _dated_on(self, texts: Mapping[str, str]) -> date:
        try:
            return read_date(texts.get("dated_on", ""))
        except ValueError:
            return self.workplace.working_day()

    def _make_back_button(self) -> None:
        back = ttk.Button(
            self.buttons,
            text=_("Kembali ke daftar"),
            icon="chevron-left",
            bootstyle="ghost",
            command=self.escape,
        )
        back.grid(row=0, column=0, sticky="w")
        self.status.grid(row=1, column=0, columnspan=3, sticky="w")
        self.check_button.grid(row=0, column=1, padx=(0, theme.GAP))
        self.cancel_button.grid(row=0, column=2, padx=(0, theme.GAP))
        self.save_button.grid(row=0, column=3)
