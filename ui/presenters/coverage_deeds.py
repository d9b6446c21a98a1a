"""Inviting and reminding the marked rows of the coverage board: asked first, told what became."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from census_desk.coverage.rows import CoverageRow, offices_of
from census_desk.errors import CensusDeskError
from census_desk.indonesian import number, short_date
from census_desk.letters.inviting import Invitations, invitations_for, invite
from census_desk.letters.letter import Letter
from census_desk.letters.reminding import (
    Reminders,
    remind_of_letters,
    remind_of_recap,
    reminders_for,
)
from census_desk.words import _
from ui.workplace import INFO, OK

if TYPE_CHECKING:
    from ui.workplace import Workplace

MOST_NAMED = 4


class CoverageDeeds:
    """What the buttons Undang and Ingatkan do."""

    def __init__(self, workplace: "Workplace") -> None:
        self._workplace = workplace

    def invite(self, rows: Sequence[CoverageRow]) -> None:
        """Draft an invitation for the next session of each row, after saying for which."""
        register, on = self._workplace.register, self._workplace.working_day()
        found = invitations_for(register, offices_of(rows), on=on)
        if found.to_draft and not self._workplace.confirm(
            self._invite_question(found), action=_("Susun undangan")
        ):
            return
        self._do(
            lambda: invite(register, found, on=on, new_id=self._workplace.new_id),
            lambda made: self._invited(found, made),
        )

    def remind(self, rows: Sequence[CoverageRow]) -> None:
        """Ask of what to remind, then draft exactly that."""
        register, on = self._workplace.register, self._workplace.working_day()
        ids = [one for one in offices_of(rows) if register.offices.find(one) is not None]
        found = reminders_for(register, ids, on=on)
        answers = self._reminder_answers(found)
        if not answers:
            self._workplace.say(_nobody_behind(ids), INFO)
            return
        chosen = self._workplace.choose(_remind_question(ids), [*answers, _("Batal")])
        if chosen in answers:
            answers[chosen]()

    # inviting

    def _invite_question(self, found: Invitations) -> str:
        lines = [f"{short_date(one.held_on)} · {one.title}" for one in found.to_draft[:MOST_NAMED]]
        if more := len(found.to_draft) - MOST_NAMED:
            lines += [_("dan {count} sesi lain").format(count=number(more))] if more > 0 else []
        head = _("Susun {count} draf undangan, satu untuk setiap sesi berikut?")
        parts = [head.format(count=number(len(found.to_draft))), *lines]
        return "\n".join([*parts, *self._left_out(found)])

    def _left_out(self, found: Invitations) -> list[str]:
        told = []
        if found.invited:
            sentence = _("{count} sesi sudah punya undangan dan dilewati.")
            told.append(sentence.format(count=number(len(found.invited))))
        if found.without:
            sentence = _("Belum punya jadwal: {names}.")
            told.append(sentence.format(names=self._names(found.without)))
        return told

    def _invited(self, found: Invitations, made: Sequence[Letter]) -> None:
        sentence = _("{count} draf undangan dibuat; periksa, lalu terbitkan.")
        told = [sentence.format(count=number(len(made))), *self._left_out(found)]
        self._say(" ".join(told), made)

    def _names(self, ids: Sequence[str]) -> str:
        lookup = self._workplace.lookup
        names = [
            lookup.title("offices", one) if lookup.record("offices", one) else lookup.area(one)
            for one in ids[:MOST_NAMED]
        ]
        if more := len(ids) - len(names):
            names.append(_("{count} lainnya").format(count=number(more)))
        return ", ".join(names)

    # reminding

    def _reminder_answers(self, found: Reminders) -> dict[str, Callable[[], None]]:
        register, on = self._workplace.register, self._workplace.working_day()
        new_id = self._workplace.new_id
        answers: dict[str, Callable[[], None]] = {}
        if found.letters:
            words = _("Surat belum diterima atau dijawab: {count} OPD")
            answers[words.format(count=number(len(found.letter_offices)))] = lambda: self._do(
                lambda: remind_of_letters(register, found, on=on, new_id=new_id), self._reminded
            )
        if found.recap:
            words = _("Rekap belum pernah diserahkan: {count} OPD")
            answers[words.format(count=number(len(found.recap)))] = lambda: self._do(
                lambda: (remind_of_recap(register, found.recap, on=on, new_id=new_id),),
                self._reminded,
            )
        return answers

    def _reminded(self, made: Sequence[Letter]) -> None:
        offices = {one for letter in made for one in letter.office_ids}
        told = _("{count} draf pengingat untuk {offices} OPD dibuat; periksa, lalu terbitkan.")
        self._say(told.format(count=number(len(made)), offices=number(len(offices))), made)

    # both

    def _do(
        self, do: Callable[[], Sequence[Letter]], then: Callable[[Sequence[Letter]], None]
    ) -> None:
        try:
            made = do()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        then(made)

    def _say(self, told: str, made: Sequence[Letter]) -> None:
        first = made[0].id
        opens = (_("Buka surat"), lambda: self._workplace.go("letters", first))
        self._workplace.say(told, OK, opens)


def _remind_question(ids: Sequence[str]) -> str:
    return _("Dari {count} OPD yang dipilih, ingatkan yang mana?").format(count=number(len(ids)))


def _nobody_behind(ids: Sequence[str]) -> str:
    if not ids:
        return _("Desa yang dipilih tidak punya OPD; ingatkan melalui kecamatannya.")
    return _("Tidak ada yang terlambat dari yang dipilih; pengingat tidak diperlukan.")
