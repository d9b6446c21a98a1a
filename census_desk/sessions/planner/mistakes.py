"""What cannot be in a request although every field alone is sound: one sentence for each."""

from collections import Counter
from collections.abc import Iterable, Iterator

from census_desk.sessions.planner.checker import violations
from census_desk.sessions.planner.request import PlanRequest, PlanUnit
from census_desk.words import _

MOST_SESSIONS = 10_000


def request_mistakes(request: PlanRequest) -> list[str]:
    """Every mistake between the fields of a request; none for one that can be planned from."""
    found = [*_empty(request), *_repeated(request)]
    for unit in request.units:
        found += _unit(request, unit)
    for team in request.teams:
        if team.min_present > len(team.members):
            found.append(
                _("teams “{team}”.min_present: {least} lebih dari {many} anggotanya.").format(
                    team=team.code, least=team.min_present, many=len(team.members)
                )
            )
    found += _unknown_units(request)
    return found or _locked(request)


def _empty(request: PlanRequest) -> Iterator[str]:
    for field, values in (
        ("days", request.days),
        ("units", request.units),
        ("teams", request.teams),
    ):
        if not values:
            yield _("{field}: daftar ini kosong.").format(field=field)

    many = sum(unit.sessions for unit in request.units)
    if many > MOST_SESSIONS:
        yield _("units: {many} sesi; paling banyak {most} dalam satu rencana.").format(
            many=many, most=MOST_SESSIONS
        )


def _repeated(request: PlanRequest) -> Iterator[str]:
    for field, codes in (
        ("units", (unit.code for unit in request.units)),
        ("teams", (team.code for team in request.teams)),
        ("days", (day.on.isoformat() for day in request.days)),
    ):
        for code in _twice(codes):
            yield _("{field}: “{code}” tertulis lebih dari sekali.").format(field=field, code=code)


def _twice(codes: Iterable[str]) -> list[str]:
    return [code for code, many in Counter(codes).items() if many > 1]


def _unit(request: PlanRequest, unit: PlanUnit) -> Iterator[str]:
    if unit.venue not in request.venues:
        yield _("units “{unit}”.venue: gedung “{venue}” tidak ada di venues.").format(
            unit=unit.code, venue=unit.venue
        )
    if unit.last < unit.first:
        yield _("units “{unit}”.last: mendahului first ({first}).").format(
            unit=unit.code, first=unit.first
        )
    if unit.sessions * unit.room < unit.people:
        yield _(
            "units “{unit}”.sessions: {many} sesi berisi {room} orang tidak cukup untuk {people}."
        ).format(unit=unit.code, many=unit.sessions, room=unit.room, people=unit.people)


def _unknown_units(request: PlanRequest) -> Iterator[str]:
    known = {unit.code for unit in request.units}
    for field, units in (
        ("locked", (one.unit for one in request.locked)),
        ("previous", (one.unit for one in request.previous)),
        ("forbidden", (one.unit for one in request.forbidden)),
    ):
        for code in dict.fromkeys(units):
            if code not in known:
                yield _("{field}: satuan “{code}” tidak ada di units.").format(
                    field=field, code=code
                )


def _locked(request: PlanRequest) -> list[str]:
    """Locked sessions that break a rule: no plan could keep them."""
    return [
        _("locked: {sentence}").format(sentence=broken.sentence)
        for broken in violations(request, request.locked)
    ]
