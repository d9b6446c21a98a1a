"""What a clerk does with the letter in the form: check, issue, sign, close, void, correct, remind.

The checker stands under the form while it has something to say.
"""

from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.letters.checker.finding import Finding, errors
from census_desk.letters.letter import Letter, Relation
from census_desk.letters.sending import unconfirmed_offices
from census_desk.words import _
from ui import theme
from ui.presenters.checking import findings_of, phrase_in
from ui.presenters.kept_files import kept_files
from ui.presenters.letter_steps import CHECK, CLOSE, SCAN, SIGN, LetterSteps
from ui.presenters.printing import Printing
from ui.presenters.replacing import Replacing
from ui.presenters.stale import stale_letters_now
from ui.views.letters_steps import issue_dialog, reason_dialog, template_dialog
from ui.views.with_panel import WithPanel
from ui.widgets.body_input import BodyInput
from ui.widgets.check_panel import CheckPanel
from ui.widgets.follow_up import FollowUpPanel
from ui.widgets.kept_files import UnscannedDialog, choose_kept
from ui.widgets.palette import Palette, PaletteEntry

CHECK_MS = 400
LOW_ROWS = 18  # a form no higher than this shows too few fields beside the findings


class LetterActions(WithPanel):
    """The letters pane's half that goes on from what was typed; each step saves it first."""

    panel: FollowUpPanel
    _checking = ""

    def _make_form_panel(self) -> None:
        super()._make_form_panel()
        self.steps = LetterSteps(self.workplace)
        self.check_panel = CheckPanel(
            self.card,
            self.workplace.lookup,
            on_open=self.jump_to,
            on_close=self.close_check,
        )
        self.check_panel.grid(row=2, column=0, sticky="ew")
        self.check_panel.grid_remove()
        self.buttons.grid(row=3)
        self.next_button = ttk.Button(
            self.buttons, bootstyle="secondary outline", command=self.next_step
        )
        self.status = ttk.Label(self.buttons, style="Quiet.TLabel", font=theme.SMALL_FONT)

    def shown_letter(self) -> Letter | None:
        """The saved letter in the form, None for none or a new one."""
        editing = self.presenter.editing
        record = editing.record if editing else None
        return self._stored_now(record) if record is not None else None

    def next_step(self) -> None:
        """Do what comes next on the letter's way."""
        run = {
            CHECK: self.check,
            SIGN: self.sign,
            SCAN: self.attach_signed,
            CLOSE: self.close_letter,
        }
        run[self.steps.next_step(self.shown_letter())]()

    def check(self) -> None:
        """Save, then let the checker look; what it finds stands under the form."""
        letter = self.saved_record()
        if letter is not None:
            self.edit()
            self._show_findings(self.steps.check(letter))

    def can_issue(self) -> bool:
        """A letter not saved yet can be issued too: it is saved first."""
        letter = self.shown_letter()
        return self.steps.can_issue(letter) if letter else self.has_record()

    def issue(self) -> None:
        """Save and check; then ask which number, and why in spite of errors."""
        letter = self.saved_record()
        if letter is None or not self.steps.can_issue(letter):
            return
        try:
            found = findings_of(self.workplace, letter, self.steps.drawn(letter))
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        if found:
            self.edit()
            self._show_findings(found)
        issue_dialog(self, self.workplace, letter, len(errors(found)))

    def sign(self) -> None:
        """The paper came back signed."""
        self._step(self.steps.sign)

    def attach_signed(self) -> None:
        """Keep the scan of the signed pages."""
        self._step(self.steps.attach_signed)

    def close_letter(self) -> None:
        """Nothing more is awaited; asks why when offices have not confirmed."""
        letter = self.shown_letter()
        if letter is None:
            return
        if not unconfirmed_offices(self.workplace.register, letter):
            self.steps.close(letter)
            return
        title, hint = _("Selesaikan surat"), _("Belum semua OPD mengonfirmasi surat ini.")
        self._ask(title, lambda why: self.steps.close(letter, why), _("Selesaikan"), hint)

    def revise(self) -> None:
        """Open the issued letter again."""
        letter = self.shown_letter()
        if letter is not None:
            hint = _("Nomornya tetap; naskah revisi sebelumnya tetap tersimpan.")
            self._ask(_("Revisi"), lambda why: self.steps.revise(letter, why), _("Buka"), hint)

    def void(self) -> None:
        """The letter no longer holds."""
        letter = self.shown_letter()
        if letter is not None:
            hint = _("Nomor {number} tetap tercatat sebagai BATAL dan tidak dipakai lagi.").format(
                number=letter.number
            )
            title, action = _("Batalkan surat"), _("Batalkan surat")
            self._ask(title, lambda why: self.steps.void(letter, why), action, hint, danger=True)

    def choose_successor(self) -> None:
        """List the letters that can take this one's place; Enter marks it as replaced."""
        letter = self.shown_letter()
        if letter is None:
            return
        replacing = Replacing(self.workplace)
        choices = replacing.choices(letter)
        if not choices:
            told = _("Belum ada surat terbit lain yang dapat menggantikan surat ini.")
            self.workplace.say(told, "info")
            return

        def find(text: str) -> Sequence[PaletteEntry]:
            return [
                PaletteEntry(
                    text=one.words,
                    detail=one.detail,
                    run=partial(replacing.replace, letter, one.letter),
                )
                for one in choices
                if text.casefold() in f"{one.words} {one.detail}".casefold()
            ]

        told = _("Enter menandai surat ini sebagai diganti dengan surat yang ditandai.")
        Palette(self, find, title=_("Diganti dengan surat…"), hint=told).choose()

    def save_template(self) -> None:
        """Keep the letter as a template of the office."""
        letter = self.saved_record()
        if letter is not None:
            template_dialog(self, self.workplace, letter)

    def hold_number(self) -> None:
        """Save, then take a provisional number for the letter."""
        letter = self.saved_record()
        if letter is not None:
            self.steps.hold_number(letter)

    def ralat(self, relation: Relation = Relation.CORRECTION) -> None:
        """Draft the letter that corrects or changes this one, and open it."""
        letter = self.shown_letter()
        if letter is not None and (made := self.steps.ralat(letter, relation)):
            self._open_draft(made)

    def choose_stale(self) -> None:
        """List what issued letters no longer tell rightly; Enter drafts the Ralat of one."""
        letters = stale_letters_now(self.workplace)
        if not letters:
            self.workplace.say(_("Semua surat terbit masih sesuai dengan register."), "info")
            return

        def find(text: str) -> Sequence[PaletteEntry]:
            typed = text.casefold()
            return [
                PaletteEntry(
                    text=one.words,
                    detail=one.detail,
                    run=partial(self._draft_ralat, one.letter.id),
                )
                for one in letters
                if typed in f"{one.words} {one.detail}".casefold()
            ]

        told = _("Enter membuat draf ralat untuk surat yang ditandai.")
        Palette(self, find, title=_("Surat yang perlu ralat"), hint=told, explain=True).choose()

    def choose_unscanned(self) -> None:
        """List the issued letters whose signed page is not kept."""
        dialog = UnscannedDialog(
            self, self.workplace, on_open=self.show_record, on_scan=self.steps.attach_signed
        )
        dialog.open(dialog.table.tree)

    def choose_kept(self) -> None:
        """List the frozen papers and scans of the letter; Enter opens one."""
        letter = self.shown_letter()
        files = kept_files(self.workplace, letter_id=letter.id) if letter else []
        if not files:
            self.workplace.say(_("Belum ada naskah terbit atau pindaian untuk surat ini."), "info")
            return
        choose_kept(self, Printing(self.workplace), files)

    def _draft_ralat(self, letter_id: str) -> None:
        letter = self.workplace.register.letters.get(letter_id)
        if made := self.steps.ralat(letter):
            self._open_draft(made)

    def remind(self) -> None:
        """Draft the reminder for those behind (of the chosen offices), and open it."""
        letter = self.shown_letter()
        if letter is None:
            return
        chosen = [one for one in self.panel.rows.ids if one in self.panel.presenter.late]
        if made := self.steps.remind(letter, chosen):
            self._open_draft(made)

    def jump_to(self, finding: Finding) -> None:
        """Go to the field a finding is about; in the text to the very words, where it says them."""
        self.split.show_right()
        if self.card.winfo_height() < LOW_ROWS * theme.row_height(self):
            self.check_panel.fold(True)
            self.update_idletasks()
        self.form.focus_field(finding.field)
        body = self.form.inputs.get(finding.field)
        if isinstance(body, BodyInput):
            body.mark_phrase(*phrase_in(body.get(), finding))

    def close_check(self) -> None:
        """Put the checker away."""
        self.check_panel.grid_remove()

    # inside

    def _step(self, do: Callable[[Letter], object]) -> None:
        letter = self.shown_letter()
        if letter is not None:
            do(letter)

    def _ask(
        self, title: str, do: Callable[[str], bool], action: str, hint: str, *, danger: bool = False
    ) -> None:
        reason_dialog(self, self.workplace, title, do, action=action, hint=hint, danger=danger)

    def _open_draft(self, letter_id: str) -> None:
        self.presenter.refresh()
        self.show_record(letter_id)
        self.edit()

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        room = self.card.winfo_height() / theme.row_height(self)
        self.check_panel.show(findings, room=room)
        self.check_panel.grid()
        self.check_panel.fold(False)
        if findings:
            self.update_idletasks()
            self.check_panel.focus_pane()

    def _check_soon(self) -> None:
        if self._checking:
            self.after_cancel(self._checking)
        self._checking = self.after(CHECK_MS, self._check_typed)

    def _check_typed(self) -> None:
        """Look again at what is typed; a form that is no letter yet keeps the last findings."""
        self._checking = ""
        record, problems = self.presenter.record_of(self.form.peek())
        if record is None or problems or self._facts is None:
            return
        self.check_panel.show(findings_of(self.workplace, record))

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._checking:
            self.after_cancel(self._checking)
        super().destroy()
