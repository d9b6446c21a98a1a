"""Plans are made: asked for, searched for, kept as a version; anew after something happened."""

import logging
from collections.abc import Callable, Collection, Mapping

from census_desk.errors import CensusDeskError
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.replanning import STRENGTH_NAMES, Strength
from census_desk.sessions.planner.request import PlanRequest
from census_desk.sessions.planner.running import PlanningProcess
from census_desk.sessions.planning.asking import planning_again, request_of
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.planning.versions import draft_in_front
from census_desk.words import _, counted
from ui.fields.planner import AGAIN
from ui.forms import parse
from ui.presenters.planner_search import FIRST_SEED, PlanSearch, Start
from ui.workplace import OK, WARNING, Workplace

_LOG = logging.getLogger(__name__)
Problems = Mapping[str, str]
MOST_REASON = 300  # letters of a sentence kept as a version's reason


class PlanMaking:
    """`started(search)` follows every search that begins; the window shows it then.

    One search at a time: what it was asked for is kept here until its plan is saved.
    """

    def __init__(
        self,
        workplace: Workplace,
        started: Callable[[PlanSearch], object],
        start: Start = PlanningProcess,
    ) -> None:
        self._workplace = workplace
        self._started, self._start = started, start
        self._reason, self._strength = "", Strength.FREE
        self._only: tuple[str, ...] = ()

    def search(self, only: Collection[str], limits: Limits) -> None:
        """Look for a plan of what is left, for these groups only where there are any."""
        register, on = self._workplace.register, self._workplace.working_day()
        is_first = not register.plan_versions.count()
        reason = _("rencana pertama") if is_first else _("rencana baru")
        if only:
            reason = counted("{count} kelompok dipilih", "{count} kelompok dipilih", len(only))
            reason = reason.format(count=len(only))
        self._begin(
            lambda: request_of(register, on, only),
            limits,
            reason=reason,
            strength=Strength.FREE,
            only=only,
        )

    def again_by(self, texts: Mapping[str, str]) -> Problems:
        """Plan anew as the dialog says; problems by field, {} when the search began."""
        values, problems = parse(AGAIN, texts)
        if problems:
            return problems
        limits = (
            Limits(tries=values["tries"])
            if values["tries"]
            else Limits(seconds=float(values["seconds"] or 1))
        )
        strength = values["strength"] or Strength.USUAL
        reason = values["reason"].strip() or _(STRENGTH_NAMES[strength]).lower()
        refused = self.again(strength, reason, limits)
        return {"": refused} if refused else {}

    def again(self, strength: Strength, reason: str, limits: Limits) -> str:
        """Plan anew by a strength; the sentence when nothing can be asked for."""
        register, on = self._workplace.register, self._workplace.working_day()
        front = draft_in_front(register)
        # what is hit is mended wherever it is; else a plan for some groups stays one for them
        only = front.only if front is not None and strength is not Strength.HIT else ()
        return self._begin(
            lambda: planning_again(register, on, strength, only),
            limits,
            reason=reason,
            strength=strength,
            only=only,
        )

    def repair(self, reason: str, limits: Limits) -> None:
        """Look for places for what is hit; everything else stays."""
        self.again(Strength.HIT, reason[:MOST_REASON], limits)

    def after_fix(self, reason: str, limits: Limits) -> None:
        """Room was made: plan anew, moving as little as is worth it."""
        self.again(Strength.USUAL, reason[:MOST_REASON], limits)

    def keep(self, search: PlanSearch, then: Callable[[], object]) -> None:
        """Save what a search ended with; `then` once that is done or there was nothing."""

        def kept(plan: Plan | None) -> None:
            try:
                if plan is None:
                    self._workplace.say(_("Pencarian dihentikan sebelum ada rencana."), WARNING)
                else:
                    self._save(search, plan)
            except CensusDeskError as refused:  # a full disk, a folder out of reach
                failed(refused)
            else:
                then()

        def failed(error: Exception) -> None:
            then()
            if not isinstance(error, CensusDeskError):
                raise error
            self._workplace.refused(error)

        search.plan(kept, failed)

    def keep_at_once(self, search: PlanSearch) -> None:
        """Save the best of a search under way: the window closes, and nobody can be asked."""
        try:
            if (plan := search.best_so_far()) is not None:
                self._save(search, plan)
        except CensusDeskError as refused:  # a full disk: the window closes all the same
            _LOG.warning("the search under way was not kept: %s", refused)

    # inside

    def _begin(
        self,
        ask: Callable[[], PlanRequest],
        limits: Limits,
        *,
        reason: str,
        strength: Strength,
        only: Collection[str] = (),
    ) -> str:
        try:
            request = ask()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return refused.sentence
        self._reason, self._strength, self._only = reason, strength, tuple(only)
        self._started(PlanSearch(self._workplace, request, limits, FIRST_SEED, self._start))
        return ""

    def _save(self, search: PlanSearch, plan: Plan) -> None:
        desk, reason = self._workplace, self._reason
        if search.is_cut_short:
            reason = _("{reason} (pencarian dihentikan lebih awal)").format(reason=reason)
        version = keep_version(
            desk.register,
            search.request,
            plan,
            reason=reason,
            strength=self._strength,
            only=self._only,
            on=desk.working_day(),
            new_id=desk.new_id(),
        )
        desk.say(*_told(version, is_cut_short=search.is_cut_short))


def _told(version: PlanVersion, *, is_cut_short: bool) -> tuple[str, str]:
    missing = sum(one.sessions for one in version.missing)
    made = _("Rancangan {number} tersimpan: {count} sesi.").format(
        number=version.number, count=len(version.lines)
    )
    if is_cut_short:
        made += " " + _("Pencarian dihentikan lebih awal; mencari lebih lama dapat lebih baik.")
    if not missing:
        return made, OK
    return _("{made} {count} sesi belum mendapat jadwal.").format(made=made, count=missing), WARNING
