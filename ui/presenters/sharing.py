"""Templates and layouts of an office: copied from any other, taken in and handed on as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from census_desk.errors import CensusDeskError
from census_desk.letters.letter import Letter
from census_desk.letters.one_file import (
    PROFILE_SUFFIX,
    TEMPLATE_SUFFIX,
    import_profile,
    import_template,
    profile_file,
    template_file,
)
from census_desk.letters.own_profiles import copy_profile, profiles_of
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.starting import started
from census_desk.letters.templates import (
    LetterTemplate,
    keep_template,
    letter_templates,
    template_named,
    templates_of,
)
from census_desk.register import Register
from census_desk.words import N_, _
from ui.papers.files import safe_name
from ui.workplace import OK, Workplace

if TYPE_CHECKING:
    from ui.presenters.printing import Job, Printing


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What templates and layouts have in common: every one to copy, and the file of one."""

    collection: str
    suffix: str
    file_kind: str
    copy_title: str
    every: Callable[[Register], Sequence[Any]]
    copy: Callable[[Register, str, str], Any]
    file: Callable[[Register, str], bytes]
    take: Callable[[Register, Path], Any]


def _copied_template(register: Register, template_id: str, name: str) -> LetterTemplate:
    first = template_named(register, template_id)
    return keep_template(register, replace(first, id=register.ids(), name=name))


def _taken_layout(register: Register, path: Path) -> LayoutProfile:
    from reports.fonts import signs_of

    return import_profile(register, path, signs_of)


TEMPLATES = Shared(
    collection="templates",
    suffix=TEMPLATE_SUFFIX,
    file_kind=N_("Berkas templat surat"),
    copy_title=N_("Salin templat"),
    every=templates_of,
    copy=_copied_template,
    file=template_file,
    take=import_template,
)
PROFILES = Shared(
    collection="profiles",
    suffix=PROFILE_SUFFIX,
    file_kind=N_("Berkas tata letak"),
    copy_title=N_("Salin tata letak"),
    every=profiles_of,
    copy=lambda register, profile_id, name: copy_profile(register, profile_id, name=name),
    file=profile_file,
    take=_taken_layout,
)
SHARED = {one.collection: one for one in (TEMPLATES, PROFILES)}


class SharingPresenter:
    """Copy, take in and hand on; refusals are told in words and answer "" or None."""

    def __init__(self, workplace: Workplace, shared: Shared) -> None:
        self._workplace = workplace
        self.shared = shared

    def every(self) -> list[Any]:
        """All there is to copy: the office's own, then those that ship."""
        return list(self.shared.every(self._workplace.register))

    def is_own(self, record: Any) -> bool:
        """Whether the office keeps it, and may change it."""
        register = self._workplace.register
        return register.collection(self.shared.collection).find(record.id) is not None

    def words(self, record: Any) -> str:
        """A record in one line: its name, and whether the desk brought it."""
        return record.name if self.is_own(record) else _("{name} (bawaan)").format(name=record.name)

    def copy(self, record: Any) -> str:
        """An own copy to change; its id, "" when refused (and said)."""
        name = _("{name} – salinan").format(name=record.name)[:120]
        return self._kept(
            lambda: self.shared.copy(self._workplace.register, record.id, name),
            _("“{name}” siap diubah."),
        )

    def take(self) -> str:
        """Ask for a file and keep what it holds; its id, "" when cancelled or refused."""
        kinds = [(_(self.shared.file_kind), "*.json"), (_("Semua berkas"), "*")]
        path = self._workplace.choose_open_path(_(self.shared.file_kind), kinds)
        if path is None:
            return ""
        return self._kept(
            lambda: self.shared.take(self._workplace.register, path),
            _("“{name}” diambil dari berkas."),
        )

    def hand_on(self, record: Any) -> Path | None:
        """Write the file of a record where the person says."""
        name = safe_name(record.name, suffix=self.shared.suffix)
        path = self._workplace.choose_save_path(name)
        if path is None:
            return None
        from reports.document import write

        try:
            content = self.shared.file(self._workplace.register, record.id)
            write(path, content)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return None
        told = _("Disimpan: {name}").format(name=path.name)
        folder = (_("Buka folder"), lambda: self._workplace.open_folder(path))
        self._workplace.say(told, OK, folder)
        return path

    def example(self, record: Any, printing: "Printing") -> None:
        """Print a letter as this template begins it, or as this layout lays it out."""

        def gather() -> "Job":
            from ui.papers import letter_job

            return letter_job(self._workplace.register, self._example_of(record))

        printing.print(gather)

    def _example_of(self, record: Any) -> Letter:
        is_template = isinstance(record, LetterTemplate)
        letter = started(
            self._workplace.register,
            record.id if is_template else letter_templates()[0].id,
            on=self._workplace.working_day(),
            letter_id=self._workplace.new_id(),
        )
        return letter if is_template else replace(letter, profile=record.id)

    def _kept(self, make: Callable[[], Any], told: str) -> str:
        try:
            made = make()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return ""
        self._workplace.say(told.format(name=made.name), OK)
        return str(made.id)
