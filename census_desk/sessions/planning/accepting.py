"""A plan becomes sessions: all its lines, some or none, as one step that one undo takes back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.letters.quoting import Stale
from census_desk.register import Register
from census_desk.sessions.planning.drafting import line_at
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.proposing import Proposal, ProposedLine, proposal
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.planning.versions import is_made, versions
from census_desk.sessions.session import Session
from census_desk.words import _

NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was done: new sessions, moved ones, the letters these leave behind, and lines left out:
    those the rules forbid, and those whose day or need is over."""

    made: tuple[Session, ...] = ()
    moved: tuple[Session, ...] = ()
    letters: tuple[Stale, ...] = ()
    refused: tuple[ProposedLine, ...] = ()
    outdated: tuple[PlanLine, ...] = ()


class ForbiddenLines(CensusDeskError):
    """The office's rules forbid some of the lines; `lines` are those, by name in the sentence."""

    def __init__(self, lines: Sequence[ProposedLine]) -> None:
        self.lines = tuple(lines)
        told = "; ".join(
            f"{one.name} ({short_date(one.line.on)}): {one.why_forbidden}" for one in lines[:NAMED]
        )
        if len(lines) > NAMED:
            told = _("{lines}; dan {more} lagi").format(lines=told, more=len(lines) - NAMED)
        super().__init__(
            _("Tidak ada yang diterima, karena dilarang aturan jadwal: {lines}").format(lines=told)
        )


class OutdatedLines(CensusDeskError):
    """The day of some lines has passed, or their group needs no session any more."""

    def __init__(self, register: Register, lines: Sequence[PlanLine], on: date) -> None:
        self.lines = tuple(lines)
        names = {one.key: one.short_name for one in groups_to_reach(register, on)}
        told = ", ".join(
            f"{names.get(one.group, one.group)} ({short_date(one.on)})" for one in lines[:NAMED]
        )
        if len(lines) > NAMED:
            told = _("{lines}; dan {more} lagi").format(lines=told, more=len(lines) - NAMED)
        super().__init__(
            _(
                "Tidak ada yang diterima: tanggalnya sudah lewat atau kelompoknya sudah "
                "terjangkau: {lines}. Susun ulang rencananya."
            ).format(lines=told)
        )


def accept(
    register: Register,
    version_id: str,
    lines: Collection[int] | None = None,
    *,
    on: date,
    new_id: Callable[[], str],
    skip_forbidden: bool = False,
) -> Accepted:
    """Make sessions of these lines of a version (all without `lines`), as one step.

    Lines that are sessions already move them, with the version's reason; those that stand as they
    are planned are left alone, so accepting twice does nothing twice. Raises ForbiddenLines when
    the rules forbid some, OutdatedLines when the day or the need of some is over; with
    `skip_forbidden` these are left out and told. A plan replaced by a newer one is refused.
    """
    version = register.plan_versions.get(version_id)
    _refuse_unknown(version, lines)
    _refuse_replaced(register, version)
    wanted = frozenset(range(len(version.lines)) if lines is None else lines)
    outdated = outdated_lines(register, version, on, wanted)
    if outdated and not skip_forbidden:
        raise OutdatedLines(register, list(outdated.values()), on)
    wanted -= frozenset(outdated)
    refused: list[ProposedLine] = []
    told = proposal(register, version, on, wanted)
    while forbidden := [one for one in told.lines if one.is_forbidden]:
        if not skip_forbidden:
            raise ForbiddenLines(forbidden)
        refused += forbidden
        wanted -= {one.index for one in forbidden}
        told = proposal(register, version, on, wanted)
    done = _save(register, told, new_id) if told.lines else Accepted()
    return replace(done, refused=tuple(refused), outdated=tuple(outdated.values()))


def decline(register: Register, version_id: str) -> PlanVersion:
    """Set a plan aside: it is kept, but no longer the draft in front."""
    version = register.plan_versions.get(version_id)
    after = replace(version, is_declined=True)
    what = _("Tidak memakai rencana kalender {number}").format(number=version.number)
    with register.change(what):
        register.plan_versions.replace(after)
    return after


def outdated_lines(
    register: Register, version: PlanVersion, on: date, wanted: Collection[int]
) -> dict[int, PlanLine]:
    """By index those of the wanted lines that are no sessions and cannot become any: their day
    has come, or nobody of their group is left."""
    groups = {one.key: one for one in groups_to_reach(register, on)}
    begun = {line.group for line in version.lines if is_made(register, line)}
    found = {}
    for index in sorted(wanted):
        line = version.lines[index]
        group = groups.get(line.group)
        is_needed = group is not None and (group.left > 0 or line.group in begun)
        if not is_made(register, line) and (line.on <= on or not is_needed):
            found[index] = line
    return found


# inside


def _save(register: Register, told: Proposal, new_id: Callable[[], str]) -> Accepted:
    what = _("Menerima rencana kalender {number}: {new} sesi baru, {moved} dipindahkan").format(
        number=told.version.number, new=told.new_count, moved=told.moved_count
    )
    made, moved = [], []
    lines = list(told.version.lines)
    with register.change(what):
        for one in told.lines:
            if one.before is None:
                session = replace(one.session, id=new_id())
                register.sessions.add(session)
                lines[one.index] = replace(one.line, session_id=session.id, is_accepted=True)
                made.append(session)
            else:
                register.sessions.replace(one.session)
                lines[one.index] = replace(one.line, is_accepted=True)
                moved.append(one.session)
        version = replace(told.version, lines=tuple(lines), is_declined=False)
        if version != told.version:
            register.plan_versions.replace(version)
    return Accepted(made=tuple(made), moved=tuple(moved), letters=told.letters)


def _refuse_unknown(version: PlanVersion, lines: Collection[int] | None) -> None:
    for one in lines or ():
        line_at(version, one)


def _refuse_replaced(register: Register, version: PlanVersion) -> None:
    """A plan that a newer one took the place of would plan the same people twice."""
    newer = [
        one for one in versions(register) if one.number > version.number and not one.is_declined
    ]
    if newer:
        raise CensusDeskError(
            _("Rencana {number} sudah diganti rencana {newer}; terima yang terbaru.").format(
                number=version.number, newer=newer[0].number
            )
        )
