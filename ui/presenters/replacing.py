"""One issued letter in place of another: which can be chosen, and the step itself."""

from dataclasses import dataclass

from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date
from census_desk.letters.issuing import mark_replaced
from census_desk.letters.letter import LETTER_KIND_NAMES, Letter
from census_desk.letters.relating import successors_of
from census_desk.words import _
from ui.workplace import OK, Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """A letter that can take the place of another, and how it is told."""

    letter: Letter
    words: str
    detail: str


class Replacing:
    """What can replace a letter, and replacing it after a question."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def choices(self, letter: Letter) -> list[Successor]:
        """The letters in force that are not older, of its kind first, the newest first."""
        return [
            Successor(
                letter=one,
                words=f"{one.number or '–'} · {one.subject}",
                detail=f"{_(LETTER_KIND_NAMES[one.kind])}, {long_date(one.dated_on)}",
            )
            for one in successors_of(self._workplace.register, letter)
        ]

    def replace(self, letter: Letter, successor: Letter) -> bool:
        """Ask, then mark the letter as replaced; False when the person or a rule says no."""
        question = _(
            "Surat {old} diganti dengan surat {new}? Naskah dan nomornya tetap tersimpan; langkah "
            "ini tidak dapat diurungkan."
        ).format(old=_called(letter), new=_called(successor))
        if not self._workplace.confirm(question, action=_("Tandai diganti")):
            return False
        try:
            mark_replaced(self._workplace.register, letter.id, successor.id)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return False
        told = _("Surat {old} diganti dengan surat {new}.")
        self._workplace.say(told.format(old=_called(letter), new=_called(successor)), OK)
        return True


def _called(letter: Letter) -> str:
    return letter.number or letter.subject[:60]
