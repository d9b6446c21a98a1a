"""Who found no place in a plan, why, and the ways to make room, as rows of tables."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from census_desk.indonesian import number
from census_desk.sessions.planning.version import PlanFix, PlanReason, PlanVersion
from census_desk.words import N_, _, counted
from ui.tables import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A group whose sessions found no place; its id is the group's key."""

    id: str
    name: str
    sessions: int
    people: int
    reason: PlanReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FixRow:
    """One way to make room; its id is its place among the version's fixes."""

    id: str
    fix: PlanFix
    by_hand: str = ""
    effects: str = ""

    @property
    def words(self) -> str:
        """The fix, and what carrying it out would change."""
        return f"{self.fix.sentence} {self.effects}".rstrip()

    @property
    def price(self) -> str:
        """`gratis`, or the price."""
        return _("gratis") if not self.fix.price else number(self.fix.price)

    @property
    def done_by(self) -> str:
        """Whether the desk can do it, or what people must arrange."""
        return self.by_hand or _("✓ dapat diterapkan")


class PlanShown(Protocol):
    """What the panel asks."""

    def missing(self) -> Sequence[MissingRow]:
        """Who found no place."""

    def missing_facts(self) -> str:
        """How many."""

    def reason_of(self, key: str) -> str:
        """Why a group found none."""

    def fixes(self) -> Sequence[FixRow]:
        """The ways to make room."""

    def fix_facts(self) -> str:
        """What the prices are."""

    def can_apply(self, fix_id: str) -> bool:
        """Whether the desk can do it."""

    def fix_words(self, fix_id: str) -> str:
        """The fix in full."""


MISSING = (
    Column(name="name", label=N_("Kelompok sasaran"), text=lambda row, lookup: row.name, ems=26),
    Column(
        name="sessions",
        label=N_("Sesi kurang"),
        text=lambda row, lookup: number(row.sessions),
        sort_key=lambda row, lookup: row.sessions,
        align="e",
        ems=9,
    ),
    Column(
        name="people",
        label=N_("Orang"),
        text=lambda row, lookup: number(row.people),
        sort_key=lambda row, lookup: row.people,
        align="e",
        ems=8,
    ),
    Column(
        name="reason",
        label=N_("Sebabnya"),
        text=lambda row, lookup: row.reason.sentence if row.reason else "",
        ems=46,
    ),
)
FIXES = (
    Column(name="sentence", label=N_("Jalan keluar"), text=lambda row, lookup: row.words, ems=46),
    Column(
        name="price",
        label=N_("Harga"),
        text=lambda row, lookup: row.price,
        sort_key=lambda row, lookup: row.fix.price,
        align="e",
        ems=8,
        firm=True,
    ),
    Column(
        name="gains",
        label=N_("Sesi tertolong"),
        text=lambda row, lookup: number(row.fix.gains),
        sort_key=lambda row, lookup: row.fix.gains,
        align="e",
        ems=10,
        firm=True,
    ),
    Column(name="done_by", label=N_("Caranya"), text=lambda row, lookup: row.done_by, ems=20),
)


def missing_rows(
    version: PlanVersion,
    names: Mapping[str, str],
    waiting: Mapping[str, int],
    rooms: Mapping[str, int],
) -> list[MissingRow]:
    """The groups without a place, with those of the people `waiting` (nobody reached them yet)
    whom no line of the plan takes, at most as many as the missing sessions hold; those that lack
    most first.

    People with a session are waiting too: where it cannot stay, they lose their date.
    """
    planned: Counter[str] = Counter()
    for line in version.lines:
        planned[line.group] += line.people
    why = {key: reason for reason in version.reasons for key in reason.groups}
    rows = [
        MissingRow(
            id=one.group,
            name=names.get(one.group, one.group),
            sessions=one.sessions,
            people=min(
                max(0, waiting.get(one.group, 0) - planned[one.group]),
                one.sessions * rooms.get(one.group, 0),
            ),
            reason=why.get(one.group),
        )
        for one in version.missing
    ]
    return sorted(rows, key=lambda row: (-row.people, row.name))


def missing_words(version: PlanVersion) -> str:
    """`2 kelompok, 3 sesi`."""
    groups = len(version.missing)
    told = counted("{count} kelompok", "{count} kelompok", groups).format(count=number(groups))
    lacking = number(sum(one.sessions for one in version.missing))
    return _("{groups}, {sessions} sesi").format(groups=told, sessions=lacking)
