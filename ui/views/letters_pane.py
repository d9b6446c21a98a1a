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
from census_desk.letters.archive import BESIDE_THE_PAPER
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import CampaignFacts
from census_desk.letters.letter import Letter
from census_desk.letters.starting import Starting
from census_desk.words import _
from ui import theme
from ui.forms import Field
from ui.presenters.body_text import field_notes
from ui.presenters.letter_kinds import fields_of
from ui.presenters.letter_steps import STEP_NAMES, status_words
from ui.presenters.letters import Start, start_texts, typed_values
from ui.presenters.start_subjects import question_of
from ui.views.letters_actions import LetterActions
from ui.widgets.body_input import BodyInput
from ui.widgets.flip import Flip
from ui.widgets.follow_up import FollowUpPanel
from ui.widgets.form_view import FormView
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.start_chooser import choose_start, choose_subject

if TYPE_CHECKING:
    from census_desk.register import Change

# Fields that decide what the {fields} of the text come to.
SAID_BY = ("body", "dated_on", "number", "session_id", "visit_id", "refers_to_id")
SAID_BY += ("incoming_id", "reply_due_on")
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
        choose_start(self, self.workplace, self.begin)

    def begin(self, start: Start) -> None:
        """Ask what the letter is about where its template needs to know, then start it."""
        question = question_of(self.workplace, start)
        if question is None:
            self.new_from(start)
        else:
            choose_subject(self, question, lambda about: self.new_from(start, about))

    def new_from(self, start: Start, about: Starting | None = None) -> None:
        """Start a letter from a template, or an empty one of a kind."""
        try:
            texts = start_texts(self.workplace, start, about or Starting())
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        self.presenter.new(texts)

    # the text

    @property
    def body(self) -> BodyInput:
        """The editor of the letter's text."""
        body = self.form.inputs["body"]
        assert isinstance(body, BodyInput)
        return body

    def can_write_body(self) -> bool:
        """Whether the form is in front and may be typed in."""
        in_front = self.has_record() and self.split.form_in_front
        return in_front and not self.workplace.read_only

    def use_tool(self, name: str) -> None:
        """Do what a button of the editor does."""
        self.form.see(self.body)
        self.body.tools[name].run()

    # papers

    def letter(self) -> Letter:
        """The letter as the form says it; raises CensusDeskError with the first problem."""
        record, problems = self.presenter.record_of(self.form.peek())
        if record is None:
            raise CensusDeskError(next(iter(problems.values())))
        assert isinstance(record, Letter)
        return record

    def _collect(self) -> Callable[[], bytes]:
        from ui.papers import preview_job

        job = preview_job(self.workplace.register, self.letter())
        return lambda: job().pdf

    # inside

    def _edited(self, name: str) -> None:
        super()._edited(name)
        if name == "kind":
            self._follow_kind()
        if name in SAID_BY:
            self._note_fields()
        if self.check_panel.winfo_manager():
            self._check_soon()
        self.preview.edited()

    def _follow_kind(self) -> None:
        self.form.show_only(fields_of(self.form.peek().get("kind", "")))

    def _show_status(self) -> None:
        letter = self.shown_letter()
        fixed = self.steps.is_fixed(letter)
        self.status.configure(text=status_words(letter, fixed=fixed) if self.has_record() else "")
        text, icon = STEP_NAMES[self.steps.next_step(letter)]
        self.next_button.configure(text=_(text), icon=icon)
        self.next_button.state(["disabled" if self.workplace.read_only else "!disabled"])
        if self.workplace.read_only:
            return
        for name, each in self.form.inputs.items():
            each.enable(not fixed or name in BESIDE_THE_PAPER)

    def _note_fields(self) -> None:
        if self._facts is None:
            return
        texts = self.form.peek()
        values = typed_values(self.workplace.register, self._facts, texts, self._dated_on(texts))
        self.body.show_facts(values)
        self.body.show_notes(field_notes(texts.get("body", ""), values | _OFFICE_EXAMPLE))

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
        self.status.grid(row=1, column=0, columnspan=4, sticky="w")
        self.next_button.grid(row=0, column=1, padx=(0, theme.GAP))
        self.cancel_button.grid(row=0, column=2, padx=(0, theme.GAP))
        self.save_button.grid(row=0, column=3)
