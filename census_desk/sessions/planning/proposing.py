"""What a kept plan would do: sessions to make, sessions to move, what stands in their way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.letters.quoting import Stale, quoting
from census_desk.register import Register
from census_desk.sessions.clashes import Clash
from census_desk.sessions.planner.replanning import Change
from census_desk.sessions.planner.request import PlannedSession
from census_desk.sessions.planning.allowed import Allowed
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.hits import hits
from census_desk.sessions.planning.making_sessions import MakingSessions
from census_desk.sessions.planning.standing import Standing, standing
from census_desk.sessions.planning.version import PlanLine, PlanVersion
from census_desk.sessions.rules import Severity
from census_desk.sessions.schedule import Schedule
from census_desk.sessions.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLine:
    """One line of a plan that changes something: the session as it would be, and before.

    `index` is its place among the lines of the version. `letters` say otherwise once it is moved.
    `refused`: why the planning rules no longer allow it, a date forbidden since it was planned.
    """

    index: int
    line: PlanLine
    group: Group | None
    change: Change
    session: Session
    before: Session | None
    clashes: tuple[Clash, ...] = ()
    letters: tuple[Stale, ...] = ()
    refused: str = ""

    @property
    def is_forbidden(self) -> bool:
        """Whether the office's rules do not allow it."""
        return bool(self.why_forbidden)

    @property
    def why_forbidden(self) -> str:
        """The first rule it breaks, in a sentence; "" for none."""
        hard = (one.sentence for one in self.clashes if one.severity is Severity.FORBID)
        return self.refused or next(hard, "")

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything in its way, in sentences."""
        told = (self.refused, *(one.sentence for one in self.clashes))
        return tuple(filter(None, told))

    @property
    def name(self) -> str:
        """What the group is called."""
        return self.group.short_name if self.group else self.session.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Everything a version would change; sessions it has no place for are `left` as they are."""

    version: PlanVersion
    lines: tuple[ProposedLine, ...]
    left: tuple[Session, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Old to new, session by session."""
        return tuple(one.change for one in self.lines)

    @property
    def new_count(self) -> int:
        """How many sessions would be made."""
        return sum(one.before is None for one in self.lines)

    @property
    def moved_count(self) -> int:
        """How many sessions would move."""
        return len(self.lines) - self.new_count

    @property
    def letters(self) -> tuple[Stale, ...]:
        """The letters that would say otherwise, each once."""
        by_id = {stale.letter.id: stale for one in self.lines for stale in one.letters}
        return tuple(by_id.values())


def proposal(
    register: Register, version: PlanVersion, on: date, wanted: Collection[int] | None = None
) -> Proposal:
    """What accepting these lines of a version (all without `wanted`) would do.

    A session that cannot stay moves for that reason, any other for the reason of the version.
    """
    groups = {one.key: one for one in groups_to_reach(register, on)}
    ahead = {one.session.id: one for one in standing(register, on)}
    making = MakingSessions(register, groups, on)
    allowed = Allowed(register, on)
    numbered = _part_numbers(register, version)
    why: dict[str, str] | None = None  # why sessions cannot stay; looked for once one moves
    lines = []
    for index, line in enumerate(version.lines):
        if wanted is not None and index not in wanted:
            continue
        before = register.sessions.find(line.session_id) if line.session_id else None
        known = ahead.get(line.session_id)
        if before is not None and line.is_accepted and making.fits(before, line):
            continue  # where it is now was decided later
        if before is not None and (known is None or making.is_as_planned(before, known, line)):
            continue
        if before is None and (line.group not in groups or line.on <= on):
            continue  # nothing can come of it any more
        if before is None:
            session = making.new(line, f"line:{index}", numbered[index])
        else:
            if why is None:
                why = {one.session.id: one.sentence for one in hits(register, on)}
            session = making.moved(before, line, why.get(before.id, version.reason))
        made = _proposed(index, line, groups, session, before, known)
        lines.append(replace(made, refused=allowed.why_not(line.as_planned(), made.group)))
    return Proposal(
        version=version,
        lines=_with_clashes(register, on, lines),
        left=_left(version, ahead.values()),
    )


# inside


def _proposed(
    index: int,
    line: PlanLine,
    groups: Mapping[str, Group],
    session: Session,
    before: Session | None,
    known: Standing | None,
) -> ProposedLine:
    was: PlannedSession | None = known.planned if known else None
    return ProposedLine(
        index=index,
        line=line,
        group=groups.get(line.group),
        change=Change(unit=line.group, before=was, after=line.as_planned()),
        session=session,
        before=before,
    )


def _with_clashes(
    register: Register, on: date, lines: Sequence[ProposedLine]
) -> tuple[ProposedLine, ...]:
    """Each line with what stands in its way when all of them are saved, and with its letters."""
    found = Schedule(register, on).clashes_together([one.session for one in lines])
    invited = {one.session_id for one in register.letters.all() if one.session_id}
    return tuple(
        replace(
            one,
            clashes=found[one.session.id],
            letters=quoting(register, one.session) if one.session.id in invited else (),
        )
        for one in lines
    )


def _part_numbers(register: Register, version: PlanVersion) -> list[tuple[int, int]]:
    """Of every line which part of its group it is, and of how many: sessions there are already
    come first, those without a place are counted with them."""
    in_lines = {line.session_id for line in version.lines if line.session_id}
    missing = {one.group: one.sessions for one in version.missing}
    known: dict[str, int] = {}
    for session in register.sessions.all():
        if session.plan_key and session.id not in in_lines:
            known[session.plan_key] = known.get(session.plan_key, 0) + 1
    total: dict[str, int] = {}
    for line in version.lines:
        total[line.group] = total.get(line.group, 0) + 1
    at: dict[str, int] = {}
    found = []
    for line in version.lines:
        at[line.group] = at.get(line.group, 0) + 1
        before = known.get(line.group, 0)
        found.append(
            (
                before + at[line.group],
                before + total[line.group] + missing.get(line.group, 0),
            )
        )
    return found


def _left(version: PlanVersion, ahead: Iterable[Standing]) -> tuple[Session, ...]:
    """Sessions of the groups planned for which the plan found no place."""
    planned = {line.session_id for line in version.lines if line.session_id}
    missing = {one.group for one in version.missing}
    return tuple(
        one.session
        for one in ahead
        if one.planned.unit in missing and one.session.id not in planned
    )
