"""Periksa kode: is this paper ours, and is it as it was issued?"""

from pathlib import Path
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.letters.archive import (
    VERDICT_NAMES,
    Verdict,
    Verification,
    verify,
    verify_paper,
)
from census_desk.words import N_, _
from ui.forms import Field
from ui.workplace import Workplace

CODE_FIELD = Field(
    name="code",
    label=N_("Kode arsip"),
    hint=N_("Seperti tercetak di kaki surat: empat tanda, empat tanda, dua tanda."),
)
# What colour an answer has; its words say it too.
STYLES = {
    Verdict.EQUAL: "Success.TLabel",
    Verdict.DIFFERENT: "Problem.TLabel",
    Verdict.UNKNOWN: "Problem.TLabel",
    Verdict.VOID: "Warning.TLabel",
    Verdict.REPLACED: "Warning.TLabel",
}


class VerifyView(Protocol):
    """What the presenter asks of the section."""

    def show_answers(self, answers: tuple[Verification, ...]) -> None:
        """What the register says, one answer for each code."""


class VerifyPresenter:
    """A typed code, or a file: the kept PDF, a scan, a photo."""

    def __init__(self, workplace: Workplace, view: VerifyView) -> None:
        self._workplace = workplace
        self._view = view

    def check_code(self, typed: str) -> None:
        """Say what the register knows of a typed code."""
        if not typed.strip():
            self._workplace.say(_("Ketik kode arsip, atau buka berkas PDF atau foto."), "info")
            return
        self._view.show_answers((verify(self._workplace.register, typed),))

    def check_file(self) -> None:
        """Ask for a file and say what the register knows of it."""
        kinds = [(_("PDF atau gambar"), "*.pdf *.png *.jpg *.jpeg"), (_("Semua berkas"), "*")]
        path = self._workplace.choose_open_path(_("Naskah yang diperiksa"), kinds)
        if path is not None:
            self.check_path(path)

    def check_path(self, path: Path) -> None:
        """Say what the register knows of this file; a wrong file is told in words."""
        try:
            content = path.read_bytes()
            answers = verify_paper(self._workplace.register, content, path.name)
        except OSError as error:
            told = _("{name} tidak dapat dibaca: {why}")
            self._workplace.say(told.format(name=path.name, why=error.strerror or error), "error")
            return
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._view.show_answers(answers)


def verdict_words(answer: Verification) -> str:
    """The verdict in one or two words."""
    return _(VERDICT_NAMES[answer.verdict])
