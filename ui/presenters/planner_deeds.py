"""What becomes of a plan as a whole: accepted in whole or in part, or set aside."""

from collections.abc import Collection

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.sessions.planning.accepting import (
    Accepted,
    ForbiddenLines,
    OutdatedLines,
    accept,
    decline,
)
from census_desk.sessions.planning.fix_effects import fix_effects
from census_desk.sessions.planning.fixing import apply_fix, can_apply
from census_desk.sessions.planning.proposing import Proposal, proposal
from census_desk.sessions.planning.version import PlanVersion
from census_desk.words import _, counted
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_changes import change_facts
from ui.presenters.stale import STALE
from ui.presenters.steps import undo
from ui.workplace import OK, WARNING, Workplace


class PlanDeeds:
    """Each is one step of the register, which one undo takes back."""

    def __init__(self, workplace: Workplace, front: PlanInFront) -> None:
        self._workplace, self._front = workplace, front

    def accept(self, lines: Collection[int] | None = None) -> bool:
        """Make sessions of these lines, of all without `lines`, after telling what that changes."""
        version = self._front.version
        if version is None:
            return False
        told = self._told(version, lines)
        if not told.lines:
            self._workplace.say(_("Semuanya sudah sesuai rencana ini."), OK)
            return False
        if not self._workplace.confirm(self._question(told), action=_("Terima")):
            return False
        try:
            done = self._accepted(version, lines)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return False
        if done is not None:
            self._say(done)
        return done is not None

    def decline(self) -> bool:
        """Set the plan in front aside; sessions it has become stay."""
        version = self._front.version
        if version is None:
            return False
        question = _(
            "Tidak memakai rancangan {number}? Sesi yang sudah diterima tetap ada; "
            "rancangannya tetap tersimpan dalam riwayat."
        ).format(number=version.number)
        if not self._workplace.confirm(question, action=_("Tidak pakai")):
            return False
        decline(self._workplace.register, version.id)
        told = _("Rancangan {number} tidak dipakai.").format(number=version.number)
        self._workplace.say(told, OK, (_("Urungkan"), lambda: undo(self._workplace)))
        return True

    def apply_fix(self, fix_id: str) -> str:
        """Do what makes room; answers what was done, "" when nothing was."""
        version = self._front.version
        if version is None or not fix_id:
            return ""
        fix, desk = version.fixes[int(fix_id)], self._workplace
        effects = fix_effects(desk.register, fix, desk.working_day())
        question = _("Terapkan jalan keluar ini? {what}").format(what=f"{fix.sentence} {effects}")
        if can_apply(fix) and not desk.confirm(question.rstrip(), action=_("Terapkan")):
            return ""
        try:
            apply_fix(desk.register, fix, desk.working_day())
        except CensusDeskError as refused:
            desk.refused(refused)
            return ""
        return fix.sentence

    # inside

    def _told(self, version: PlanVersion, lines: Collection[int] | None) -> Proposal:
        desk = self._workplace
        if lines is None and (whole := self._front.proposal()) is not None:
            return whole
        return proposal(desk.register, version, desk.working_day(), lines)

    @staticmethod
    def _question(told: Proposal) -> str:
        """What is about to happen, letters that will say otherwise named."""
        question = _("Terima rencana ini? {facts}.").format(facts=change_facts(told))
        if told.letters:
            names = ", ".join(
                stale.letter.number or stale.letter.subject[:40] for stale in told.letters
            )
            question += " " + _("Surat yang kemudian perlu diralat: {letters}.").format(
                letters=names
            )
        return question + " " + _("Satu kali Urungkan mengembalikan semuanya.")

    def _accepted(self, version: PlanVersion, lines: Collection[int] | None) -> Accepted | None:
        """Accept; lines the rules forbid are left out when the person says so, else nothing is."""
        desk, on = self._workplace, self._workplace.working_day()
        try:
            return accept(desk.register, version.id, lines, on=on, new_id=desk.new_id)
        except (ForbiddenLines, OutdatedLines) as refused:
            question = _("{sentence} Terima yang lain saja?").format(sentence=refused.sentence)
            if not desk.confirm(question, action=_("Terima yang lain")):
                return None
        return accept(
            desk.register, version.id, lines, on=on, new_id=desk.new_id, skip_forbidden=True
        )

    def _say(self, done: Accepted) -> None:
        parts = [_("{count} sesi baru").format(count=number(len(done.made)))]
        if done.moved:
            parts.append(_("{count} dipindahkan").format(count=number(len(done.moved))))
        left_out = len(done.refused) + len(done.outdated)
        if left_out:
            parts.append(_("{count} tidak diterima").format(count=number(left_out)))
        words = _("Rencana diterima: {parts}.").format(parts=", ".join(parts))
        if not done.letters:
            kind = WARNING if left_out else OK
            self._workplace.say(words, kind, (_("Urungkan"), lambda: undo(self._workplace)))
            return
        told = counted(
            "{count} surat perlu diralat.", "{count} surat perlu diralat.", len(done.letters)
        ).format(count=number(len(done.letters)))
        show = (_("Lihat surat"), lambda: self._workplace.go("letters", STALE))
        self._workplace.say(f"{words} {told}", WARNING, show)
