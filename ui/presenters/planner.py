"""The plan in front without a window: everything that is worked out from it, once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

from census_desk.indonesian import number, short_date
from census_desk.sessions.planning.fix_effects import fix_effects
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.hits import Hit, hits
from census_desk.sessions.planning.judging import Judged, judging
from census_desk.sessions.planning.load import TeamLoad, load
from census_desk.sessions.planning.proposing import Proposal, proposal
from census_desk.sessions.planning.rules import PlanningRules, hours_of
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.standing import standing
from census_desk.sessions.planning.version import PlanFix, PlanLine, PlanVersion
from census_desk.sessions.planning.versions import as_it_stands, draft_in_front
from census_desk.words import _, counted
from ui.presenters.planner_rows import NO_TEAM, LineRow, Team, sign_of
from ui.workplace import Workplace

Answer = TypeVar("Answer")
NAMED = 1  # sentences of what is hit, told in full
MOST_LETTERS = 60  # of a reason, under the title


class PlanInFront:
    """The newest plan with everything that is worked out from it; `look_again()` forgets that."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._worked_out: dict[str, object] = {}

    def look_again(self) -> None:
        """The register changed: work everything out anew when it is asked for."""
        self._worked_out.clear()

    @property
    def version(self) -> PlanVersion | None:
        """The draft in front, accepted lines where their sessions are; None when there is none."""
        return self.once("version", self._version)

    @property
    def rules(self) -> PlanningRules:
        """The planning rules in force."""
        return planning_rules_of(self._workplace.register)

    def facts(self) -> str:
        """`Rancangan 3 (21/02/2020) · 118 sesi · semua mendapat jadwal · cuti Tim A`."""
        version = self.version
        if version is None:
            return ""
        parts = [
            _("Rancangan {number} ({day})").format(
                number=version.number, day=short_date(version.made_on)
            ),
            counted("{count} sesi", "{count} sesi", len(version.lines)).format(
                count=number(len(version.lines))
            ),
        ]
        told = self.proposal()
        changing = {one.index for one in told.lines} if told else set()
        if made := sum(row.is_made and row.number not in changing for row in self.rows()):
            parts.append(_("{count} sudah jadi sesi").format(count=number(made)))
        if version.missing:
            parts.append(_("{count} tanpa jadwal").format(count=number(self.missing_count)))
        if version.reason:
            parts.append(_("alasan: {reason}").format(reason=shortened(version.reason)))
        return " · ".join(parts)

    def rows(self) -> Sequence[LineRow]:
        """The lines of the version by time."""
        return self.once("rows", self._rows)

    def row(self, line_id: str) -> LineRow | None:
        """The line with that id."""
        by_id = self.once("by id", lambda: {row.id: row for row in self.rows()})
        return by_id.get(line_id)

    def groups(self) -> Mapping[str, Group]:
        """Every group by its key, reached or not."""
        desk = self._workplace
        return self.once(
            "groups",
            lambda: {one.key: one for one in groups_to_reach(desk.register, desk.working_day())},
        )

    def teams(self) -> Mapping[str, Team]:
        """The teams by id, each with its place among the colours and its sign."""
        found = self._workplace.register.planning_teams.all()
        return self.once(
            "teams",
            lambda: {
                team.id: Team(place=place, sign=sign_of(place), name=team.name)
                for place, team in enumerate(found)
            },
        )

    def names(self) -> Mapping[str, str]:
        """What groups and teams are called, by key and id."""
        return {key: group.short_name for key, group in self.groups().items()} | {
            key: team.name for key, team in self.teams().items()
        }

    def proposal(self) -> Proposal | None:
        """What accepting the version would do."""
        return self.once("proposal", self._proposal)

    def loads(self) -> Sequence[TeamLoad]:
        """What the version asks of every team."""
        version = self.version
        if version is None:
            return ()
        desk = self._workplace
        return self.once("loads", lambda: load(desk.register, version, desk.working_day()))

    def hits(self) -> Sequence[Hit]:
        """Sessions that the rules allow no more."""
        desk = self._workplace
        return self.once("hits", lambda: hits(desk.register, desk.working_day()))

    def broken(self) -> Sequence[PlanLine]:
        """Lines, not sessions yet, that the rules allow no more."""
        judged = self.once("judged", lambda: self.judged())
        return [line for line in judged.broken if not line.session_id] if judged else []

    def hit_words(self) -> str:
        """What is hit, in a sentence; "" for nothing."""
        every = self._hit_sentences()
        if not every:
            return ""
        told = list(dict.fromkeys(every))  # two sessions of a group on one day say the same
        count = counted("{count} sesi terkena", "{count} sesi terkena", len(every))
        more = _(" … dan {count} lagi").format(count=len(told) - NAMED) if told[NAMED:] else ""
        words = f"{count.format(count=number(len(every)))}. {' '.join(told[:NAMED])}{more}"
        if self._moves_all_hits():
            words += " " + _("Rancangan ini memindahkannya: periksa Perubahan, lalu Terima semua.")
        return words

    def hit_reason(self) -> str:
        """The first of them, as the reason a repair is planned for; "" for nothing."""
        return next(iter(self._hit_sentences()), "")

    def effects(self, fix: PlanFix) -> str:
        """What carrying a way out would change, in sentences."""
        return fix_effects(self._workplace.register, fix, self._workplace.working_day())

    def judged(self, without: int | None = None) -> Judged | None:
        """The version as the checker sees it now, perhaps without one line."""
        version, desk = self.version, self._workplace
        if version is None:
            return None
        return judging(desk.register, version, desk.working_day(), without=without)

    def once(self, what: str, work_out: Callable[[], Answer]) -> Answer:
        """Work something out once, until the register changes."""
        if what not in self._worked_out:
            self._worked_out[what] = work_out()
        return cast(Answer, self._worked_out[what])

    @property
    def missing_count(self) -> int:
        """How many sessions have no place."""
        version = self.version
        return sum(one.sessions for one in version.missing) if version else 0

    # inside

    def _version(self) -> PlanVersion | None:
        register = self._workplace.register
        front = draft_in_front(register)
        return front and as_it_stands(register, front, self._workplace.working_day())

    def _hit_sentences(self) -> list[str]:
        names = self.names()
        told = [f"{one.group.short_name}: {one.sentence}" for one in self.hits()]
        return told + [
            _("{group} ({day}) tidak sesuai aturan lagi.").format(
                group=names.get(line.group, line.group), day=short_date(line.on)
            )
            for line in self.broken()
        ]

    def _moves_all_hits(self) -> bool:
        """Whether accepting the draft in front would mend everything that is hit."""
        moving = {row.line.session_id for row in self.rows() if row.moves}
        hit = {one.session.id for one in self.hits()}
        return bool(hit) and hit <= moving and not self.broken()

    def _rows(self) -> list[LineRow]:
        version = self.version
        if version is None:
            return []
        rules, teams, groups = self.rules, self.teams(), self.groups()
        known = {
            one.session.id: one
            for one in standing(self._workplace.register, self._workplace.working_day())
        }
        found = self._workplace.register.sessions.find
        return [
            LineRow(
                number=place,
                line=line,
                name=groups[line.group].short_name if line.group in groups else line.group,
                team=teams.get(line.team_id, NO_TEAM),
                starts_at=hours_of(rules, line.slot)[0],
                is_made=bool(line.session_id) and found(line.session_id) is not None,
                known=known.get(line.session_id),
            )
            for place, line in enumerate(version.lines)
        ]

    def _proposal(self) -> Proposal | None:
        version = self.version
        if version is None:
            return None
        return proposal(self._workplace.register, version, self._workplace.working_day())


def shortened(text: str) -> str:
    """A text that fits the line under a title, cut at a word."""
    if len(text) <= MOST_LETTERS:
        return text
    return f"{text[:MOST_LETTERS].rsplit(' ', 1)[0]}…"
