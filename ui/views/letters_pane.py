"""The letters pane: list and form in one place, the paper and the follow-up beside and below."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.indonesian import read_date
from census_desk.letters.drafting import letter_templates
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import CampaignFacts, field_values
from census_desk.letters.letter import Letter
from census_desk.words import _
from ui.forms import Field
from ui.presenters.body_text import field_notes
from ui.presenters.letters import draft_texts
from ui.views.with_panel import WithPanel
from ui.widgets.body_input import BodyInput
from ui.widgets.flip import Flip
from ui.widgets.follow_up import FollowUpPanel
from ui.widgets.form_view import FormView
from ui.widgets.pdf_preview import PdfPreview

if TYPE_CHECKING:
    from census_desk.register import Change

# Filled per office when copies are printed: not missing.
_OFFICE_EXAMPLE = {"opd": "OPD", "kepala": "Kepala OPD", "jumlah_asn_opd": "0"}


class LettersPane(WithPanel):
    """Enter flips the list over to the form; Esc flips back. The preview follows both."""

    panel: FollowUpPanel
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
            return [self.form, self.form.inputs["body"], self.preview]
        return [*super().panes(), self.preview]

    def show_panel(self, record: Letter | None) -> None:
        self.panel.show(record.id if record else "")

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        super().show_form(texts, title, is_new=is_new)
        self._note_fields()
        self.preview.show(self._collect)

    def show_no_form(self) -> None:
        super().show_no_form()
        self.preview.clear(_("Pilih surat untuk melihat hasil cetaknya."))

    def refresh(self, change: "Change | None" = None) -> None:
        try:
            self._facts = campaign_facts(self.workplace.register)
        except CensusDeskError:
            self._facts = None  # a register not set up yet: the form still works
        super().refresh(change)
        self._note_fields()
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

    def new_from(self, template_id: str) -> None:
        """Start a letter from another template."""
        template = next(one for one in letter_templates() if one.id == template_id)
        self.presenter.new(draft_texts(self.workplace, template))

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
        if name in ("body", "dated_on", "number"):
            self._note_fields()
        self.preview.edited()

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
