"""The plan in front as the looks of Rencana show it: calendar, list, gaps and changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from census_desk.indonesian import number
from census_desk.sessions.planning.fixing import why_by_hand
from census_desk.sessions.session import Session
from census_desk.words import _, counted
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_changes import ChangeRow, change_facts, change_rows
from ui.presenters.planner_loads import LoadRow, load_facts, load_rows
from ui.presenters.planner_rows import LineRow, line_label, line_state, session_of
from ui.presenters.planner_shortage import FixRow, MissingRow, missing_rows, missing_words
from ui.wording import spoken_day


class PlanLooks:
    """What the calendar, the list and the panels ask; everything comes from the plan in front."""

    def __init__(self, front: PlanInFront) -> None:
        self._front = front

    # the list and the teams

    def lines(self) -> Sequence[LineRow]:
        """The lines by time."""
        return self._front.rows()

    def line_facts(self) -> str:
        """`118 sesi · 4.312 orang`."""
        rows = self._front.rows()
        sessions = counted("{count} sesi", "{count} sesi", len(rows)).format(
            count=number(len(rows))
        )
        people = number(sum(row.line.people for row in rows))
        return _("{sessions} · {people} orang").format(sessions=sessions, people=people)

    def line_words(self, line_id: str) -> str:
        """The line in a sentence."""
        row = self._front.row(line_id)
        if row is None:
            return ""
        group = self._front.groups().get(row.line.group)
        venue = f" · {group.venue}" if group else ""
        name = group.name if group else row.name
        return f"{name} · {spoken_day(row.line.on)}{venue} · {row.words}"

    def loads(self) -> Sequence[LoadRow]:
        """What the plan asks of every team."""
        return load_rows(self._front.loads(), self._front.teams())

    def load_facts(self) -> str:
        """All teams together."""
        return load_facts(self._front.loads())

    @staticmethod
    def load_words(team_id: str) -> str:
        """How kilometres are counted."""
        return _(
            "Kilometer dan waktu di jalan dihitung dari koordinat: 1,35 kali garis lurus, "
            "30 km per jam, dari titik berangkat sampai kembali."
        )

    # the calendar

    def sessions(self) -> Sequence[Session]:
        """The lines as sessions; a session's id is its line's."""
        rules = self._front.rules
        return self._front.once(
            "sessions", lambda: [session_of(row, rules) for row in self._front.rows()]
        )

    def label(self, session: Session) -> str:
        """What a line is called in its day."""
        row = self._front.row(session.id)
        return line_label(row) if row else session.title

    def state(self, session: Session) -> str:
        """What a line is coloured by."""
        row = self._front.row(session.id)
        return line_state(row) if row else session.status.value

    def words(self, session: Session) -> str:
        """Whether it is a proposal, locked, or a session already."""
        row = self._front.row(session.id)
        return row.words if row else ""

    def said(self, line_id: str) -> str:
        """The line in a sentence, for what its cells cut short."""
        return self.line_words(line_id)

    def locked_words(self, line_id: str) -> str:
        """Why a line cannot be taken along, "" when it can."""
        row = self._front.row(line_id)
        return row.locked_words if row else ""

    def legend(self) -> Sequence[str]:
        """The teams in the order of their colours."""
        many: dict[str, int] = {}
        for row in self._front.rows():
            many[row.line.team_id] = many.get(row.line.team_id, 0) + 1
        return [
            _("{sign} · {name}: {count} sesi").format(
                sign=team.sign, name=team.name, count=number(many.get(team_id, 0))
            )
            for team_id, team in self._front.teams().items()
        ]

    def first_day(self) -> date | None:
        """The day of the first line, where the calendar opens."""
        rows = self._front.rows()
        return rows[0].line.on if rows else None

    def carried_words(self, line_id: str, day: date) -> tuple[str, bool]:
        """What a carried line would meet on a day, and whether that is in its way."""
        where = _("Ke {day}").format(day=spoken_day(day))
        row = self._front.row(line_id)
        if row is None or row.line.on == day:
            return where, False
        judged = self._front.once(f"without {line_id}", lambda: self._front.judged(row.number))
        told = judged.violations_of(replace(row.line, on=day)) if judged else ()
        if told:
            return f"{where} · {told[0].sentence}", True
        return _("{where} · dapat · Enter menaruh, Esc batal").format(where=where), False

    @property
    def missing_count(self) -> int:
        """How many sessions have no place."""
        return self._front.missing_count

    def hit_words(self) -> str:
        """What the rules allow no more, "" for nothing."""
        return self._front.hit_words()

    # who has no place

    def missing(self) -> Sequence[MissingRow]:
        """Who found no place."""
        version = self._front.version
        if version is None:
            return []
        groups = self._front.groups()
        waiting = {key: one.left + one.scheduled for key, one in groups.items()}
        rooms = {key: one.room for key, one in groups.items()}
        return missing_rows(version, self._front.names(), waiting, rooms)

    def missing_facts(self) -> str:
        """`2 kelompok, 3 sesi`."""
        version = self._front.version
        return missing_words(version) if version and version.missing else ""

    def reason_of(self, key: str) -> str:
        """Why a group found none."""
        row = next((one for one in self.missing() if one.id == key), None)
        return row.reason.sentence if row and row.reason else ""

    def fixes(self) -> Sequence[FixRow]:
        """The ways to make room, the free ones last."""
        return self._front.once("fixes", self._fixes)

    def _fixes(self) -> list[FixRow]:
        version = self._front.version
        return [
            FixRow(
                id=str(place),
                fix=fix,
                by_hand=why_by_hand(fix),
                effects=self._front.effects(fix),
            )
            for place, fix in enumerate(version.fixes if version else ())
        ]

    def fix_facts(self) -> str:
        """What the prices are."""
        told = _("harga: bobot usaha (tim 40, hari 6, tenggat 4, Jumat siang 3, gedung 2)")
        return told if self.fixes() else ""

    def fix(self, fix_id: str) -> FixRow | None:
        """The fix with that id."""
        return next((one for one in self.fixes() if one.id == fix_id), None)

    def can_apply(self, fix_id: str) -> bool:
        """Whether the desk can do it."""
        row = self.fix(fix_id)
        return row is not None and not row.by_hand

    def fix_words(self, fix_id: str) -> str:
        """The fix in full."""
        row = self.fix(fix_id)
        return f"{row.words} {row.by_hand}".rstrip() if row else ""

    # what changes

    def changes(self) -> Sequence[ChangeRow]:
        """Old and new of everything that accepting would do."""
        told = self._front.proposal()
        if told is None:
            return []
        teams = {key: team.name for key, team in self._front.teams().items()}
        return change_rows(told, teams)

    def change_facts(self) -> str:
        """How much is new, moves, and needs another letter."""
        told = self._front.proposal()
        return change_facts(told) if told else ""

    def change_words(self, row_id: str) -> str:
        """What stands in the way of one change, and its letters, in full."""
        row = next((one for one in self.changes() if one.id == row_id), None)
        if row is None:
            return ""
        letters = _("Surat yang perlu diralat: {letters}.").format(letters=row.letters)
        return " ".join(part for part in (letters if row.letters else "", row.clashes) if part)

    @property
    def change_count(self) -> int:
        """How many sessions would be new or move."""
        told = self._front.proposal()
        return len(told.lines) if told else 0
