"""The tables of planning teams, groups with changes of their own, and kept plans."""

from typing import Any

from census_desk.indonesian import number
from census_desk.sessions.planner.replanning import STRENGTH_NAMES, Strength
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.version import PlanVersion
from census_desk.words import N_, _
from ui.tables import Column, day_column, number_column, reference_column, text_column


def _members(team: PlanningTeam, lookup: Any) -> str:
    names = lookup.titles("facilitators", team.facilitator_ids)
    extra = _("{count} orang lain").format(count=team.extra_count) if team.extra_count else ""
    return ", ".join(part for part in (names, extra) if part)


def _group(group: PlanningGroup, lookup: Any) -> str:
    kind, _colon, rest = group.key.partition(":")
    if kind == "office":
        return str(lookup.title("offices", rest))
    code, _colon, place = rest.partition(":")
    name = lookup.area(code)
    if kind == "cluster":
        return _("Kelompok desa {number} Kecamatan {name}").format(number=place, name=name)
    return _("Kecamatan {name}").format(name=name)


def _strength(version: PlanVersion, _lookup: Any) -> str:
    return _(STRENGTH_NAMES[Strength(version.strength)])


def _missing(version: PlanVersion, _lookup: Any) -> str:
    return number(sum(one.sessions for one in version.missing))


PLANNING_TEAM = (
    text_column("name", N_("Nama tim"), ems=16),
    Column(name="facilitator_ids", label=N_("Anggota"), text=_members, ems=36),
    number_column("min_present", N_("Paling sedikit hadir"), ems=14),
)

PLANNING_GROUP = (
    Column(name="key", label=N_("Kelompok sasaran"), text=_group, ems=26),
    number_column("people", N_("Orang")),
    number_column("room", N_("Orang sekali sosialisasi"), ems=14),
    reference_column("venue_id", N_("Tempat"), "venues", ems=20),
    day_column("not_before", N_("Tidak sebelum")),
    day_column("not_after", N_("Tidak sesudah")),
    text_column("note", N_("Catatan"), ems=20, shown=False),
)

PLAN_VERSION = (
    number_column("number", N_("Nomor")),
    day_column("made_on", N_("Dibuat")),
    text_column("reason", N_("Alasan"), ems=30),
    Column(name="strength", label=N_("Kelonggaran"), text=_strength, ems=14),
    Column(
        name="lines",
        label=N_("Sesi"),
        text=lambda version, lookup: number(len(version.lines)),
        sort_key=lambda version, lookup: len(version.lines),
        value=lambda version, lookup: len(version.lines),
        align="e",
    ),
    Column(name="missing", label=N_("Belum dapat tempat"), text=_missing, align="e", ems=12),
)
