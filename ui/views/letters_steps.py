"""The steps of a letter as commands, and the small dialogs they ask in."""

import tkinter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.letters.letter import Letter, Relation
from census_desk.words import N_, _
from ui.commands import Command
from ui.forms import Field
from ui.presenters.issue_form import issue_form
from ui.widgets.form_dialog import FormDialog
from ui.workplace import OK, Workplace

if TYPE_CHECKING:
    from ui.presenters.printing import Printing
    from ui.views.letters_pane import LettersPane

REASON = (Field(name="reason", label=N_("Alasan"), kind="note", rows=3),)
Can = Callable[[Letter | None], bool]


def step_commands(pane: "LettersPane") -> list[Command]:
    """Check, issue, sign, close, revise, void, remind, correct: each where it can be done."""
    return [*_before_issue(pane), *_after_issue(pane)]


def _before_issue(pane: "LettersPane") -> list[Command]:
    make = pane._command
    return [
        make(
            "check",
            _("Periksa"),
            pane.check,
            icon="clipboard-check",
            keys=("F7",),
            enabled=pane.has_record,
            toolbar="secondary",
        ),
        make(
            "issue",
            _("Terbitkan…"),
            pane.issue,
            icon="patch-check",
            keys=("F8",),
            enabled=pane.can_issue,
            toolbar="secondary",
        ),
        make(
            "hold_number",
            _("Ambil nomor sementara"),
            pane.hold_number,
            icon="123",
            enabled=lambda: pane.steps.can_hold_number(pane.shown_letter()),
        ),
        make(
            "template",
            _("Simpan sebagai templat…"),
            pane.save_template,
            icon="file-earmark-plus",
            enabled=lambda: pane.has_record() and not pane.workplace.read_only,
        ),
    ]


def _after_issue(pane: "LettersPane") -> list[Command]:
    steps, shown, make = pane.steps, pane.shown_letter, pane._command
    in_force = steps.is_in_force

    def step(
        name: str, text: str, run: Callable[[], object], icon: str, can: Can, key: str = ""
    ) -> Command:
        keys = (key,) if key else ()
        return make(name, text, run, icon=icon, keys=keys, enabled=lambda: can(shown()))

    return [
        step("sign", _("Sudah ditandatangani"), pane.sign, "pen", steps.can_sign),
        step("scan", _("Simpan pindaian bertanda tangan…"), pane.attach_signed,
             "file-earmark-arrow-up", in_force),
        step("close", _("Selesaikan surat"), pane.close_letter, "archive", steps.can_close),
        step("revise", _("Revisi…"), pane.revise, "pencil-square", steps.can_revise),
        step("ralat", _("Draf ralat"), pane.ralat, "eraser", in_force, "Ctrl+Shift+R"),
        step("change", _("Draf perubahan"), lambda: pane.ralat(Relation.CHANGE),
             "arrow-left-right", in_force),
        make("stale", _("Surat yang perlu ralat…"), pane.choose_stale, icon="exclamation-diamond",
             enabled=lambda: not pane.workplace.read_only),
        make("unscanned", _("Surat tanpa pindaian…"), pane.choose_unscanned,
             icon="file-earmark-x"),
        step("files", _("Berkas tersimpan…"), pane.choose_kept, "paperclip",
             lambda letter: letter is not None, "Ctrl+Shift+O"),
        step("remind", _("Pengingat untuk yang terlambat"), pane.remind, "bell", in_force,
             "Ctrl+Shift+G"),
        step("replace", _("Diganti surat lain…"), pane.choose_successor, "arrow-repeat", in_force),
        step("void", _("Batalkan surat…"), pane.void, "x-octagon", in_force),
    ]  # fmt: skip


def issue_dialog(
    parent: tkinter.Misc, workplace: Workplace, letter: Letter, error_count: int
) -> FormDialog:
    """Ask which number, then issue; Enter issues with the next one."""
    form = issue_form(workplace, letter, error_count)
    return FormDialog(
        parent,
        _("Terbitkan surat"),
        form.fields,
        form,
        texts=form.texts,
        save=form.save,
        action=_("Terbitkan"),
        hint=form.hint,
        shown=form.shown,
    )


def reason_dialog(
    parent: tkinter.Misc,
    workplace: Workplace,
    title: str,
    do: Callable[[str], bool],
    *,
    action: str,
    hint: str = "",
    danger: bool = False,
) -> FormDialog:
    """Ask for a reason; nothing is done without one."""

    def save(texts: Mapping[str, str]) -> dict[str, str]:
        reason = texts["reason"].strip()
        if not reason:
            return {"reason": _("Tulis alasannya.")}
        do(reason)
        return {}

    return FormDialog(
        parent,
        title,
        REASON,
        workplace.lookup,
        texts={"reason": ""},
        save=save,
        action=action,
        hint=hint,
        danger=danger,
    )


def template_dialog(parent: tkinter.Misc, workplace: Workplace, letter: Letter) -> FormDialog:
    """Ask for a name, then keep the letter as a template of the office."""
    from census_desk.letters.templates import save_as_template

    def save(texts: Mapping[str, str]) -> Mapping[str, str]:
        try:
            kept = save_as_template(
                workplace.register, letter.id, name=texts["name"], template_id=workplace.new_id()
            )
        except InvalidRecord as refused:
            return refused.problems
        except CensusDeskError as refused:
            return {"": refused.sentence}
        workplace.say(_("Templat “{name}” disimpan.").format(name=kept.name), OK)
        return {}

    return FormDialog(
        parent,
        _("Simpan sebagai templat"),
        (Field(name="name", label=N_("Nama templat")),),
        workplace.lookup,
        texts={"name": letter.subject[:60]},
        save=save,
    )


def bulk_dialog(
    parent: tkinter.Misc, workplace: Workplace, printing: "Printing", letter: Letter
) -> FormDialog:
    """Ask what is printed for whom, then print in the background."""
    from ui.presenters.bulk import BULK_FIELDS, bulk_of, bulk_texts, start_bulk

    def save(texts: Mapping[str, str]) -> dict[str, str]:
        bulk, problems = bulk_of(workplace, letter, texts)
        if bulk is None:
            return problems
        parent.after_idle(lambda: start_bulk(workplace, printing, letter, bulk))
        return {}

    return FormDialog(
        parent,
        _("Cetak untuk banyak penerima"),
        BULK_FIELDS,
        workplace.lookup,
        texts=bulk_texts(workplace),
        save=save,
        action=_("Cetak"),
        hint=letter.number or letter.subject,
    )
