"""Minutes on the road between units, as the desk estimates them, before rounding."""

from census_desk.sessions.planner.request import Place, PlanUnit
from census_desk.travel import (
    KM_PER_MINUTE,
    ROAD_PER_LINE,
    STARTING_MINUTES,
    Position,
    kilometres,
)


def minutes_between(one: PlanUnit, other: PlanUnit) -> float:
    """Minutes from one unit to the next; none inside the same building."""
    if one.venue == other.venue:
        return 0.0
    return _road_minutes((one.lat, one.lon), (other.lat, other.lon))


def minutes_from_home(home: Place, unit: PlanUnit) -> float:
    """Minutes from where the teams start to a unit."""
    return _road_minutes(home, (unit.lat, unit.lon))


def _road_minutes(one: Place, other: Place) -> float:
    line = kilometres(Position(lat=one[0], lon=one[1]), Position(lat=other[0], lon=other[1]))
    return line * ROAD_PER_LINE / KM_PER_MINUTE + STARTING_MINUTES
