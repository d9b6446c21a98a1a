"""A plan becomes sessions: all its lines, some or none, as one step that one undo takes back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import short_date
from census_desk.letters.quoting import Stale
from census_desk.register import Register
from census_desk.sessions.planning.proposing import Proposal, ProposedLine, proposal
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.rules import Severity
from census_desk.sessions.session import Session
from census_desk.words import _

NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was done: new sessions, moved ones, the letters these leave behind, lines left out."""

    made: tuple[Session, ...] = ()
    moved: tuple[Session, ...] = ()
    letters: tuple[Stale, ...] = ()
    refused: tuple[ProposedLine, ...] = ()


class ForbiddenLines(CensusDeskError):
    """The office's rules forbid some of the lines; `lines` are those, by name in the sentence."""

    def __init__(self, lines: Sequence[ProposedLine]) -> None:
        self.lines = tuple(lines)
        told = "; ".join(
            f"{one.name} ({short_date(one.line.on)}): {_first(one)}" for one in lines[:NAMED]
        )
        if len(lines) > NAMED:
            told = _("{lines}; dan {more} lagi").format(lines=told, more=len(lines) - NAMED)
        super().__init__(
            _("Tidak ada yang diterima, karena dilarang aturan jadwal: {lines}").format(lines=told)
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
    the rules forbid some; with `skip_forbidden` these are left out and told.
    """
    version = register.plan_versions.get(version_id)
    _refuse_past(version, lines, on)
    wanted = frozenset(range(len(version.lines)) if lines is None else lines)
    refused: list[ProposedLine] = []
    told = proposal(register, version, on, wanted)
    while forbidden := [one for one in told.lines if one.is_forbidden]:
        if not skip_forbidden:
            raise ForbiddenLines(forbidden)
        refused += forbidden
        wanted -= {one.index for one in forbidden}
        told = proposal(register, version, on, wanted)
    if not told.lines:
        return Accepted(refused=tuple(refused))
    return replace(_save(register, told, new_id), refused=tuple(refused))


def decline(register: Register, version_id: str) -> PlanVersion:
    """Set a plan aside: it is kept, but no longer the draft in front."""
    version = register.plan_versions.get(version_id)
    after = replace(version, is_declined=True)
    what = _("Tidak memakai rencana kalender {number}").format(number=version.number)
    with register.change(what):
        register.plan_versions.replace(after)
    return after


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
                lines[one.index] = replace(one.line, session_id=session.id)
                made.append(session)
            else:
                register.sessions.replace(one.session)
                moved.append(one.session)
        version = replace(told.version, lines=tuple(lines), is_declined=False)
        if version != told.version:
            register.plan_versions.replace(version)
    return Accepted(made=tuple(made), moved=tuple(moved), letters=told.letters)


def _refuse_past(version: PlanVersion, lines: Collection[int] | None, on: date) -> None:
    """A line whose day has come or passed cannot become a session any more."""
    unknown = [one for one in lines or () if not 0 <= one < len(version.lines)]
    if unknown:
        raise InvalidRecord(
            {
                "lines": _("Rencana ini hanya punya {many} baris; baris {line} tidak ada.").format(
                    many=len(version.lines), line=unknown[0] + 1
                )
            }
        )


def _first(line: ProposedLine) -> str:
    return next(one.sentence for one in line.clashes if one.severity is Severity.FORBID)
