"""The steps of a letter as commands, and the small dialogs they ask in."""

import tkinter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from census_desk.letters.letter import Letter
from census_desk.words import N_, _
from ui.commands import Command
from ui.forms import Field
from ui.presenters.issue_form import issue_form
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.presenters.printing import Printing
    from ui.views.letters_pane import LettersPane

REASON = (Field(name="reason", label=N_("Alasan"), kind="note", rows=3),)
Can = Callable[[Letter | None], bool]


def step_commands(pane: "LettersPane") -> list[Command]:
    """Check, issue, sign, close, revise, void, remind, correct: each where it can be done."""
    steps, shown = pane.steps, pane.shown_letter

    def step(name: str, text: str, run: Callable[[], object], can: Can, **more: object) -> Command:
        return pane._command(name, text, run, enabled=lambda: can(shown()), **more)

    return [
        pane._command(
            "check",
            _("Periksa"),
            pane.check,
            icon="clipboard-check",
            keys=("F7",),
            enabled=pane.has_record,
            toolbar="secondary",
        ),
        pane._command(
            "issue",
            _("Terbitkan…"),
            pane.issue,
            icon="patch-check",
            keys=("F8",),
            enabled=pane.can_issue,
            toolbar="secondary",
        ),
        step("sign", _("Sudah ditandatangani"), pane.sign, steps.can_sign, icon="pen"),
        step(
            "scan",
            _("Simpan pindaian bertanda tangan…"),
            pane.attach_signed,
            steps.is_in_force,
            icon="file-earmark-arrow-up",
        ),
        step("close", _("Selesaikan surat"), pane.close_letter, steps.can_close, icon="archive"),
        step("revise", _("Revisi…"), pane.revise, steps.can_revise, icon="pencil-square"),
        step(
            "ralat",
            _("Draf ralat"),
            pane.ralat,
            steps.is_in_force,
            icon="eraser",
            keys=("Ctrl+Shift+R",),
        ),
        step(
            "remind",
            _("Pengingat untuk yang terlambat"),
            pane.remind,
            steps.is_in_force,
            icon="bell",
            keys=("Ctrl+Shift+G",),
        ),
        step("void", _("Batalkan surat…"), pane.void, steps.is_in_force, icon="x-octagon"),
    ]


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
    )


def reason_dialog(
    parent: tkinter.Misc,
    workplace: Workplace,
    title: str,
    do: Callable[[str], bool],
    *,
    action: str,
    hint: str = "",
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
