"""What a plan asks of every team: sessions, people, half-days, kilometres, hours on the road."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from census_desk.indonesian import decimal, number
from census_desk.sessions.planning.load import TeamLoad
from census_desk.words import N_, _
from ui.presenters.planner_rows import Team
from ui.tables import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRow:
    """One team's part of the plan, in the shape of a table's record."""

    id: str
    team: Team
    load: TeamLoad


LOADS = (
    Column(
        name="team",
        label=N_("Tim"),
        text=lambda row, lookup: f"{row.team.sign} · {row.team.name}",
        sort_key=lambda row, lookup: row.team.place,
        ems=12,
        firm=True,
    ),
    Column(
        name="sessions",
        label=N_("Sesi"),
        text=lambda row, lookup: number(row.load.sessions),
        sort_key=lambda row, lookup: row.load.sessions,
        value=lambda row, lookup: row.load.sessions,
        align="e",
        ems=6,
    ),
    Column(
        name="people",
        label=N_("Orang"),
        text=lambda row, lookup: number(row.load.people),
        sort_key=lambda row, lookup: row.load.people,
        value=lambda row, lookup: row.load.people,
        align="e",
        ems=7,
    ),
    Column(
        name="days",
        label=N_("Hari"),
        text=lambda row, lookup: number(row.load.days),
        sort_key=lambda row, lookup: row.load.days,
        value=lambda row, lookup: row.load.days,
        align="e",
        ems=5,
    ),
    Column(
        name="halves",
        label=N_("Terpakai"),
        text=lambda row, lookup: _("{used} dari {there}").format(
            used=number(row.load.halves), there=number(row.load.halves_there)
        ),
        sort_key=lambda row, lookup: row.load.halves / max(1, row.load.halves_there),
        value=lambda row, lookup: row.load.halves,
        align="e",
        ems=10,
    ),
    Column(
        name="km",
        label=N_("Kilometer"),
        text=lambda row, lookup: decimal(row.load.km, 1),
        sort_key=lambda row, lookup: row.load.km,
        value=lambda row, lookup: row.load.km,
        align="e",
        ems=9,
    ),
    Column(
        name="minutes",
        label=N_("Di jalan"),
        text=lambda row, lookup: hours_words(row.load.minutes),
        sort_key=lambda row, lookup: row.load.minutes,
        value=lambda row, lookup: round(row.load.minutes),
        align="e",
        ems=14,
    ),
)


def load_rows(loads: Sequence[TeamLoad], teams: Mapping[str, Team]) -> list[LoadRow]:
    """The teams in the order of their colours."""
    return [
        LoadRow(id=one.team_id, team=teams[one.team_id], load=one)
        for one in loads
        if one.team_id in teams
    ]


def load_facts(loads: Sequence[TeamLoad]) -> str:
    """All teams together."""
    return _("{sessions} sesi · {km} km · {hours} di jalan").format(
        sessions=number(sum(one.sessions for one in loads)),
        km=number(round(sum(one.km for one in loads))),
        hours=hours_words(sum(one.minutes for one in loads)),
    )


def hours_words(minutes: float) -> str:
    """`3 jam 20 menit`."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return _("{minutes} menit").format(minutes=rest)
    return _("{hours} jam {minutes} menit").format(hours=number(hours), minutes=rest)
