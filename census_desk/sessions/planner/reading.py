"""A request as JSON (planning.md 7), read strictly: one sentence for each mistake, none guessed."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.intake.strict_json import read_json_value
from census_desk.sessions.planner.json_fields import Fields
from census_desk.sessions.planner.mistakes import request_mistakes
from census_desk.sessions.planner.request import (
    SLOTS,
    ForbiddenPlace,
    Place,
    PlanDay,
    PlannedSession,
    PlanRequest,
    PlanTeam,
    PlanUnit,
    Prices,
    TeamMember,
    Weights,
    sessions_needed,
)
from census_desk.words import _, counted

MOST_UNITS, MOST_DAYS, MOST_TEAMS, MOST_SESSIONS = 1000, 400, 50, 200
MOST_PEOPLE, MOST_WEIGHT, MOST_MINUTES = 1_000_000, 1_000_000, 600
TOLD = 12  # mistakes told at once


class BadRequest(CensusDeskError):
    """A file that cannot be planned from; `mistakes` has a sentence for each."""

    def __init__(self, file: str, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        many = len(self.mistakes)
        told = counted("{file}: {count} kesalahan.", "{file}: {count} kesalahan.", many)
        super().__init__(" ".join([told.format(file=file, count=many), *self.mistakes[:TOLD]]))


def read_request(path: Path) -> PlanRequest:
    """The request in a JSON file; UnreadableFile or BadRequest when it cannot be used."""
    return request_of(read_json_value(path), path.name)


def request_of(value: object, file: str) -> PlanRequest:
    """The request a JSON value holds; BadRequest names every mistake with its field."""
    mistakes: list[str] = []
    fields = Fields(value, "", mistakes)
    request = PlanRequest(
        name=fields.text("name", ""),
        home=_place(fields),
        days=tuple(
            sorted((_day(one) for one in fields.objects("days", most=MOST_DAYS)), key=_date_of)
        ),
        units=tuple(_unit(one) for one in fields.objects("units", most=MOST_UNITS)),
        teams=tuple(_team(one) for one in fields.objects("teams", most=MOST_TEAMS)),
        venues=fields.whole_numbers("venues", 1, 100),
        gap_minutes=fields.whole("gap_minutes", 0, MOST_MINUTES, 60),
        locked=tuple(session_of(one) for one in fields.objects("locked", required=False)),
        previous=tuple(session_of(one) for one in fields.objects("previous", required=False)),
        forbidden=tuple(_forbidden(one) for one in fields.objects("forbidden", required=False)),
        weights=_weights(fields.inner("weights", required=False)),
        prices=_prices(fields.inner("prices", required=False)),
    )
    fields.no_misspelling()
    # rules between fields are asked only of values that could be read
    if mistakes := mistakes or request_mistakes(request):
        raise BadRequest(file, mistakes)
    return request


def _place(fields: Fields) -> Place:
    value = fields.list("home")
    if len(value) != len(("lat", "lon")):
        if value:
            fields.mistake("home", _("harus [lintang, bujur] dalam derajat."))
        return 0.0, 0.0
    home = Fields({"lat": value[0], "lon": value[1]}, "home", fields.mistakes)
    return home.degrees("lat", 90), home.degrees("lon", 180)


def _date_of(day: PlanDay) -> date:
    return day.on


def _day(fields: Fields) -> PlanDay:
    on = fields.day("date")
    slots = fields.list("slots", most=len(SLOTS))
    known = tuple(slot for slot in SLOTS if slot in slots)
    if fields.has("slots") and (not known or len(known) != len(slots)):
        fields.mistake("slots", _("harus [“AM”], [“PM”] atau [“AM”, “PM”]."))
    fields.no_misspelling()
    return PlanDay(on=on, slots=known)


def _unit(fields: Fields) -> PlanUnit:
    code, people = fields.text("code"), fields.whole("people", 1, MOST_PEOPLE)
    room = fields.whole("room", 1, MOST_PEOPLE)
    needed = sessions_needed(people, room)
    sessions = fields.whole("sessions", 1, MOST_SESSIONS, min(needed, MOST_SESSIONS))
    unit = PlanUnit(
        code=code,
        name=fields.text("name", code),
        people=people,
        lat=fields.degrees("lat", 90),
        lon=fields.degrees("lon", 180),
        room=room,
        venue=fields.text("venue"),
        sessions=sessions,
        max_per_day=fields.whole("max_per_day", 1, MOST_SESSIONS, 2 if sessions > 3 else 1),
        first=fields.day("first"),
        last=fields.day("last"),
        blackout=fields.days("blackout"),
        kind=fields.text("kind", ""),
    )
    fields.no_misspelling()
    return unit


def _team(fields: Fields) -> PlanTeam:
    team = PlanTeam(
        code=fields.text("code"),
        name=fields.text("name", ""),
        members=tuple(
            TeamMember(name=one.text("name"), leave=one.days("leave"))
            for one in fields.objects("members")
        ),
        min_present=fields.whole("min_present", 1, MOST_SESSIONS, 1),
    )
    fields.no_misspelling()
    return team


def session_of(fields: Fields) -> PlannedSession:
    """A session of a request or a plan: {unit, date, slot, team}."""
    return PlannedSession(
        unit=fields.text("unit"),
        on=fields.day("date"),
        slot=fields.choice("slot", SLOTS),
        team=fields.text("team"),
    )


def _forbidden(fields: Fields) -> ForbiddenPlace:
    return ForbiddenPlace(
        unit=fields.text("unit"), on=fields.day("date"), slot=fields.choice("slot", SLOTS, "")
    )


def _weights(fields: Fields | None) -> Weights:
    if fields is None:
        return Weights()
    usual = Weights()
    weights = Weights(
        unreached=fields.whole("unreached", 1, MOST_WEIGHT, usual.unreached),
        wait=fields.whole("wait", 0, MOST_WEIGHT, usual.wait),
        travel=fields.whole("travel", 0, MOST_WEIGHT, usual.travel),
        balance=fields.whole("balance", 0, MOST_WEIGHT, usual.balance),
        date=fields.whole("date", 0, MOST_WEIGHT, usual.date),
        slot=fields.whole("slot", 0, MOST_WEIGHT, usual.slot),
        team=fields.whole("team", 0, MOST_WEIGHT, usual.team),
    )
    fields.no_misspelling()
    return weights


def _prices(fields: Fields | None) -> Prices:
    if fields is None:
        return Prices()
    usual = Prices()
    prices = Prices(
        team=fields.whole("team", 1, MOST_WEIGHT, usual.team),
        day=fields.whole("day", 1, MOST_WEIGHT, usual.day),
        deadline=fields.whole("deadline", 1, MOST_WEIGHT, usual.deadline),
        friday=fields.whole("friday", 1, MOST_WEIGHT, usual.friday),
        per_day=fields.whole("per_day", 1, MOST_WEIGHT, usual.per_day),
        hall=fields.whole("hall", 1, MOST_WEIGHT, usual.hall),
    )
    fields.no_misspelling()
    return prices
