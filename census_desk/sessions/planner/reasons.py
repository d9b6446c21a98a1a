"""Why not everyone is reached, in the office's words: units, places needed, places offered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from census_desk.indonesian import number
from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.judged_cost import minutes_of_road, unreached
from census_desk.sessions.planner.network import PER_DAY, TEAM, VENUE, CutGroup, Network
from census_desk.sessions.planner.plan import Cause, Shortage
from census_desk.sessions.planner.request import PlannedSession, PlanRequest, PlanUnit
from census_desk.spoken import spoken_date
from census_desk.words import _

BLACKOUT, ROAD, SEARCH = "blackout", "road", "search"
MOST_LOOKED_INTO = 10  # units whose every place is looked at for a pair too far apart
NAMED = 4  # units told by name before "and others"


def shortage_of(request: PlanRequest, sessions: Sequence[PlannedSession] = ()) -> Shortage | None:
    """The reason that not everyone can be reached, or that these sessions do not reach them.

    The first kind is proven by a minimum cut of the flow. Where the flow fits and sessions are
    missing all the same, a pair too far apart is named, or that the search ended too early.
    """
    network = Network(request, sessions)
    causes = [_cause(request, group) for group in network.groups()]
    told = {code for cause in causes for code in cause.units}
    left = [code for code in unreached(request, sessions) if code not in told] if sessions else []
    causes += [_unplaced(request, sessions, code) for code in left[:MOST_LOOKED_INTO]]
    if not causes:
        return None
    proven = [one for one in causes if one.limit not in (ROAD, SEARCH)]
    return Shortage(
        units=tuple(code for one in causes for code in one.units),
        need=sum(one.need for one in proven),
        offered=sum(one.offered for one in proven),
        days=tuple(sorted({day for one in causes for day in one.days})),
        limit=causes[0].limit,
        causes=tuple(causes),
    )


def _cause(request: PlanRequest, group: CutGroup) -> Cause:
    limit = max(group.places, key=lambda kind: group.places[kind], default=PER_DAY)
    if limit == PER_DAY and _is_closed_by_blackouts(request, group):
        limit = BLACKOUT
    return Cause(
        units=group.units,
        need=group.need,
        offered=group.offered,
        days=group.days,
        limit=limit,
        sentence=_sentence(request, group, limit),
    )


def _is_closed_by_blackouts(request: PlanRequest, group: CutGroup) -> bool:
    """Whether these units would have more places without their blackout days."""
    days = {day.on for day in request.days}
    units = [unit for unit in request.units if unit.code in group.units]
    return any(
        day in days and unit.first <= day <= unit.last for unit in units for day in unit.blackout
    )


def _sentence(request: PlanRequest, group: CutGroup, limit: str) -> str:
    sentences = {
        TEAM: _(
            "{units} butuh {need} sesi sampai {last}; {teams} tim hanya punya {offered} slot "
            "pada {days} hari kerja. Kurang {short}."
        ),
        VENUE: _(
            "{units} butuh {need} sesi sampai {last}; gedung {venues} hanya memberi {offered} "
            "slot pada {days} hari kerja. Kurang {short}."
        ),
        PER_DAY: _(
            "{units} butuh {need} sesi sampai {last}; menurut batas sesi sehari hanya ada "
            "{offered} slot pada {days} hari kerja. Kurang {short}."
        ),
        BLACKOUT: _(
            "{units} butuh {need} sesi sampai {last}; di luar tanggal yang ditutup hanya ada "
            "{offered} slot pada {days} hari kerja. Kurang {short}."
        ),
    }
    units = [unit for unit in request.units if unit.code in group.units]
    return sentences[limit].format(
        units=named(units),
        need=number(group.need),
        last=spoken_date(min(request.days[-1].on, max(unit.last for unit in units))),
        teams=len(request.teams),
        offered=number(group.offered),
        days=len(group.days),
        venues=", ".join(group.venues[:NAMED]),
        short=number(group.need - group.offered),
    )


def named(units: Sequence[PlanUnit]) -> str:
    """Units by name; of many the first few and how many others."""
    names = ", ".join(unit.name for unit in units[:NAMED])
    if len(units) == 1:
        return names
    if len(units) <= NAMED:
        return _("{count} kelompok ({names})").format(count=len(units), names=names)
    return _("{count} kelompok ({names}, dan {more} lain)").format(
        count=len(units), names=names, more=len(units) - NAMED
    )


def _unplaced(request: PlanRequest, sessions: Sequence[PlannedSession], code: str) -> Cause:
    """Why one unit has no place although places enough are there."""
    unit = next(unit for unit in request.units if unit.code == code)
    far = min(_too_far(request, sessions, unit), default=None)
    if far is None:
        limit, told = (
            SEARCH,
            _(
                "{unit}: slot masih cukup menurut hitungan, tetapi belum ditemukan; "
                "beri waktu cari lebih lama."
            ).format(unit=unit.name),
        )
    else:
        limit, told = (
            ROAD,
            _(
                "{unit}: slot masih ada, tetapi jaraknya dengan {other} {minutes} menit, "
                "lebih dari {most} menit antara dua sesi."
            ).format(
                unit=unit.name, other=far[1], minutes=-int(-far[0] // 1), most=request.gap_minutes
            ),
        )
    held = Counter(one.unit for one in sessions)[code]
    return Cause(
        units=(code,), need=unit.sessions, offered=held, days=(), limit=limit, sentence=told
    )


def _too_far(
    request: PlanRequest, sessions: Sequence[PlannedSession], unit: PlanUnit
) -> Iterator[tuple[float, str]]:
    """The minutes to what a team does in the other half of a day it would have been free."""
    units = {one.code: one for one in request.units}
    at = {(one.on, one.slot, one.team): one for one in sessions}
    for one in _free_places(request, sessions, unit):
        for slot in {"AM", "PM"} - {one.slot}:
            if other := at.get((one.on, slot, one.team)):
                minutes = minutes_of_road(unit, units[other.unit])
                if minutes > request.gap_minutes:
                    yield minutes, units[other.unit].name


def _free_places(
    request: PlanRequest, sessions: Sequence[PlannedSession], unit: PlanUnit
) -> Iterable[PlannedSession]:
    """The places where one session more of the unit would break no rule but the road's."""
    taken = {(one.on, one.slot, one.team) for one in sessions}
    roads = replace(request, gap_minutes=10**9, locked=())
    for day in request.days:
        for slot in day.slots:
            for team in request.teams:
                if (day.on, slot, team.code) not in taken:
                    one = PlannedSession(on=day.on, slot=slot, team=team.code, unit=unit.code)
                    near = [other for other in sessions if other.on == day.on]
                    if not violations(roads, [*near, one]):
                        yield one
