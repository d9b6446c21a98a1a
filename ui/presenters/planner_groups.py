"""Whom the planner is to reach, as rows of a table, and what the office says of a group itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from census_desk.indonesian import number
from census_desk.sessions.planning.group import GROUP_KIND_NAMES, Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.settings import own_group, set_group
from census_desk.words import N_, _, counted
from ui.fields.planner import GROUP
from ui.forms import Field, parse, texts_of
from ui.presenters.planner_teams import kept
from ui.tables import Column
from ui.workplace import Workplace

Problems = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group, in the shape of a table's record."""

    group: Group

    @property
    def id(self) -> str:
        """The group's key."""
        return self.group.key

    @property
    def is_open(self) -> bool:
        """Whether sessions are still to be planned for it."""
        return self.group.sessions > 0

    @property
    def words(self) -> str:
        """What becomes of it: sessions to plan, or why none."""
        one = self.group
        if not self.is_open:
            return f"– {one.why}"
        told = counted("{count} sesi", "{count} sesi", one.sessions).format(count=one.sessions)
        if one.reached:
            told += _(" · {count} orang sudah ikut").format(count=number(one.reached))
        if one.scheduled:
            told += _(" · {count} orang sudah dijadwalkan").format(count=number(one.scheduled))
        return told


KIND = Column(
    name="kind",
    label=N_("Jenis"),
    text=lambda row, lookup: _(GROUP_KIND_NAMES[row.group.kind]),
    ems=11,
)
NAME = Column(
    name="name", label=N_("Kelompok sasaran"), text=lambda row, lookup: row.group.name, ems=30
)
PEOPLE = Column(
    name="people",
    label=N_("Orang"),
    text=lambda row, lookup: number(row.group.people),
    sort_key=lambda row, lookup: row.group.people,
    align="e",
    ems=7,
)
ROOM = Column(
    name="room",
    label=N_("Sekali"),
    text=lambda row, lookup: number(row.group.room),
    sort_key=lambda row, lookup: row.group.room,
    align="e",
    ems=7,
)
SESSIONS = Column(
    name="sessions",
    label=N_("Yang direncanakan"),
    text=lambda row, lookup: row.words,
    sort_key=lambda row, lookup: row.group.sessions,
    ems=24,
)
VENUE = Column(name="venue", label=N_("Tempat"), text=lambda row, lookup: row.group.venue, ems=22)
GROUPS = (NAME, KIND, PEOPLE, ROOM, SESSIONS, VENUE)
PLACE_WORDS = Column(
    name="place",
    label=N_("Keterangan"),
    text=lambda row, lookup: place_words(row.group),
    ems=34,
)
CRAMPED = (NAME, VENUE, PEOPLE, ROOM, PLACE_WORDS)


def is_cramped(group: Group) -> bool:
    """Whether a group has no place from the list, or one too small for all of it at once."""
    return group.sessions > 0 and (not group.venue_id or group.left > group.room)


def place_words(group: Group) -> str:
    """What the place means for the number of sessions of those left."""
    if group.left > group.room:
        told = _("terlalu kecil: {people} orang jadi {count} sesi").format(
            people=number(group.left), count=group.sessions
        )
    else:
        told = _("cukup untuk sekali")
    return told if group.venue_id else _("tidak terdaftar; {told}").format(told=told)


def colour_of(row: GroupRow) -> str:
    """How a row is painted; its words say the same."""
    return "" if row.is_open else "success"


class GroupsPresenter:
    """The groups in front: all, or `only` those that were asked for."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.only: tuple[str, ...] = ()

    def groups(self) -> tuple[Group, ...]:
        """What is derived from the register now."""
        desk = self._workplace
        return groups_to_reach(desk.register, desk.working_day(), self.only)

    def rows(self) -> Sequence[GroupRow]:
        """Those still to be reached first, then those that are not planned."""
        rows = [GroupRow(one) for one in self.groups()]
        return sorted(rows, key=lambda row: not row.is_open)

    def cramped(self) -> Sequence[GroupRow]:
        """Those whose place is not in the list, or too small."""
        return [GroupRow(one) for one in self.groups() if is_cramped(one)]

    def facts(self) -> str:
        """`61 kelompok · 118 sesi · 4.312 orang`."""
        still = [one for one in self.groups() if one.sessions]
        told = _("{groups} kelompok · {sessions} sesi · {people} orang").format(
            groups=number(len(still)),
            sessions=number(sum(one.sessions for one in still)),
            people=number(sum(one.left for one in still)),
        )
        return told + (_(" · hanya yang dipilih") if self.only else "")

    def only_these(self, keys: Collection[str]) -> None:
        """Narrow to these groups; all again when none, or when it was narrowed already."""
        self.only = () if self.only else tuple(keys)

    def group(self, key: str) -> Group | None:
        """The group with that key."""
        return next((one for one in self.groups() if one.key == key), None)

    def name_of(self, key: str) -> str:
        """What a group is called."""
        found = self.group(key)
        return found.name if found else key

    def texts(self, key: str) -> dict[str, str]:
        """What the form of a group shows first."""
        return texts_of(GROUP, own_group(self._workplace.register, key) or _nothing(key))

    def save(self, key: str, asked: Sequence[Field], texts: Mapping[str, str]) -> Problems:
        """Keep what the office says of a group; problems by field, {} when done."""
        values, problems = parse(asked, texts)
        if problems:
            return problems
        before = own_group(self._workplace.register, key) or _nothing(key)
        return kept(lambda: set_group(self._workplace.register, replace(before, **values)))

    def leave_out(self, keys: Collection[str]) -> None:
        """Leave these groups out; take them in again when all of them are left out already."""
        register = self._workplace.register
        before = [own_group(register, key) or _nothing(key) for key in keys]
        leaving = not all(one.is_left_out for one in before)

        def save() -> None:
            words = _("Melewati {count} kelompok") if leaving else _("Mengikutkan {count} kelompok")
            with register.change(words.format(count=len(before))):
                for one in before:
                    set_group(register, replace(one, is_left_out=leaving))

        problems = kept(save)
        if problems:
            self._workplace.say(" ".join(problems.values()), "error")


def _nothing(key: str) -> PlanningGroup:
    """What the office says of a group while it says nothing."""
    return PlanningGroup(id="", key=key)
