"""The lines of a plan as rows of tables, and as sessions for the calendar."""

from dataclasses import dataclass, replace
from datetime import time

from census_desk.indonesian import clock, number
from census_desk.sessions.planner.checker import SLOT_NAMES
from census_desk.sessions.planning.rules import PlanningRules, hours_of
from census_desk.sessions.planning.standing import Standing
from census_desk.sessions.planning.version import PlanLine
from census_desk.sessions.session import NAME_LIMIT, Invitees, Session, SessionKind
from census_desk.words import N_, _
from ui.presenters.month import TEAM
from ui.tables import Column
from ui.wording import weekday_date

LOCKED, TOLD, MOVES = "■ ", "✉ ", "→ "
CLUSTER = "cluster:"  # how the keys of groups of villages begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team as the calendar shows it: its place among the colours, its sign and name."""

    place: int
    sign: str
    name: str


NO_TEAM = Team(place=0, sign="?", name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of the plan in front; its id is its place in the version."""

    number: int
    line: PlanLine
    name: str
    team: Team
    starts_at: time
    is_made: bool = False
    known: Standing | None = None

    @property
    def id(self) -> str:
        """The line's place, as tables keep it."""
        return str(self.number)

    @property
    def is_told(self) -> bool:
        """Whether people have been invited to its session."""
        return self.known is not None and self.known.is_told

    @property
    def is_locked(self) -> bool:
        """Whether no plan moves it."""
        return self.line.is_locked or (self.known is not None and self.known.session.is_locked)

    @property
    def is_kept(self) -> bool:
        """Whether no plan moves it now: locked, or its letters keep it."""
        return self.is_locked or (self.known is not None and self.known.is_kept)

    @property
    def locked_words(self) -> str:
        """Why it cannot be put elsewhere now, "" when it can."""
        told = _("{name} dikunci; lepaskan kuncinya dulu (Ctrl+L).")
        return told.format(name=self.name) if self.is_locked else ""

    @property
    def lock_words(self) -> str:
        """What the key of locks would do to it."""
        return _("Lepaskan") if self.is_kept else _("Kunci tanggal")

    @property
    def moves(self) -> bool:
        """Whether accepting it would move its session."""
        if self.known is None:
            return False
        there = replace(self.known.planned, locked=False)
        return there != replace(self.line.as_planned(), locked=False)

    @property
    def sign(self) -> str:
        """What stands before the name in the calendar: it moves, is locked, people are invited."""
        if self.moves:
            return MOVES
        if self.is_locked:
            return LOCKED
        return TOLD if self.is_told else ""

    @property
    def words(self) -> str:
        """The same in words."""
        told = [
            _("■ terkunci") if self.is_locked else "",
            _("✉ undangan keluar") if self.is_told else "",
            _("boleh pindah") if self.is_told and not self.is_kept else "",
            _("→ akan pindah") if self.moves else "",
        ]
        if not self.is_made:
            told.append(_("usulan"))
        elif not self.moves:
            told.append(_("✓ jadi sesi"))
        return " · ".join(part for part in told if part)


def sign_of(place: int) -> str:
    """A, B, … Z, A2, B2, …: what tells teams apart without colours."""
    round_of, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(round_of + 1) if round_of else "")


def row_colour(row: LineRow) -> str:
    """How a row of the list is painted; its words say the same."""
    return "success" if row.is_made else ""


ON = Column(
    name="on",
    label=N_("Tanggal"),
    text=lambda row, lookup: weekday_date(row.line.on),
    sort_key=lambda row, lookup: (row.line.on, row.line.slot, row.team.place),
    value=lambda row, lookup: row.line.on,
    ems=13,
    firm=True,
)
HALF = Column(
    name="slot",
    label=N_("Waktu"),
    text=lambda row, lookup: f"{_(SLOT_NAMES[row.line.slot])} {clock(row.starts_at)}",
    sort_key=lambda row, lookup: (row.line.slot, row.line.on),
    ems=10,
    firm=True,
)
NAME = Column(name="name", label=N_("Kelompok sasaran"), text=lambda row, lookup: row.name, ems=26)
TEAM_NAME = Column(
    name="team",
    label=N_("Tim"),
    text=lambda row, lookup: f"{row.team.sign} · {row.team.name}",
    sort_key=lambda row, lookup: (row.team.place, row.line.on, row.line.slot),
    ems=14,
)
PEOPLE = Column(
    name="people",
    label=N_("Orang"),
    text=lambda row, lookup: number(row.line.people),
    sort_key=lambda row, lookup: row.line.people,
    value=lambda row, lookup: row.line.people,
    align="e",
    ems=7,
)
STATE = Column(name="state", label=N_("Keadaan"), text=lambda row, lookup: row.words, ems=20)
LINES = (ON, HALF, NAME, TEAM_NAME, PEOPLE, STATE)


def line_state(row: LineRow) -> str:
    """The colour of a line in the calendar: its team's."""
    return f"{TEAM}{row.team.place}"


def line_label(row: LineRow) -> str:
    """`A ■ Disdikpora`: sign of the team, of its state, and whom it is for.

    Of villages the word before the name is left out: what differs would be cut in a narrow day.
    """
    name = row.name
    if row.line.group.startswith(CLUSTER):
        name = name.split(" ", 1)[-1]
    return f"{row.team.sign} {row.sign}{name}"


def session_of(row: LineRow, rules: PlanningRules) -> Session:
    """A line as a session the calendar can show."""
    starts, ends = hours_of(rules, row.line.slot)
    return Session(
        id=row.id,
        kind=SessionKind.OFFICE,
        title=row.name,
        held_on=row.line.on,
        starts_at=starts,
        ends_at=ends,
        groups=(row.name[:NAME_LIMIT],),
        invitees=Invitees.COUNT,
        invited_count=max(1, row.line.people),
        venue="-",
    )
