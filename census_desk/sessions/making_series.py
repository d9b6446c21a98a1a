"""Many sessions from one and a rule, as one step that one undo takes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.sessions.clashes import Clash
from census_desk.sessions.rules import Severity
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.scheduling import ForbiddenClash, unready
from census_desk.sessions.session import Session
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One date of a series before it is made, and what stands in its way."""

    session: Session
    clashes: tuple[Clash, ...]

    @property
    def is_forbidden(self) -> bool:
        """Whether the office's rules do not allow it."""
        return any(one.severity is Severity.FORBID for one in self.clashes)


def proposed(
    first: Session, days: Sequence[date], schedule: Schedule, new_id: Callable[[], str]
) -> list[Proposed]:
    """The sessions a series would make, each with its clashes; the first one's own day is it."""
    made = []
    for day in days:
        if day == first.held_on:
            continue
        session = editing.duplicated(
            first, new_id(), held_on=day, materials=unready(first), series_key=series_key(first)
        )
        made.append(Proposed(session=session, clashes=schedule.clashes(session)))
    return made


def series_key(first: Session) -> str:
    """What the sessions of one series share: the first one's key, or its id."""
    return first.series_key or first.id


def make_series(register: Register, first: Session, wanted: Sequence[Proposed]) -> int:
    """Save the wanted sessions as one step and mark the first as one of them; how many are new.

    Raises ForbiddenClash when one of them is forbidden, CensusDeskError when there is none.
    """
    if not wanted:
        raise CensusDeskError(_("Tidak ada tanggal yang dapat dibuat dari aturan ini."))
    hard = [
        clash
        for one in wanted
        for clash in one.clashes
        if one.is_forbidden and clash.severity is Severity.FORBID
    ]
    if hard:
        raise ForbiddenClash(hard)
    what = _("Membuat rangkaian {count} sesi: {title}")
    with register.change(what.format(count=len(wanted), title=first.title[:60])):
        _mark(register, first)
        for one in wanted:
            editing.add(register, one.session)
    return len(wanted)


def _mark(register: Register, first: Session) -> None:
    if register.sessions.find(first.id) is not None and not first.series_key:
        register.sessions.replace(replace(first, series_key=series_key(first)))
