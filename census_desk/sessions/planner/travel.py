"""Minutes on the road, from where places lie: no map is asked."""

from math import asin, cos, radians, sin, sqrt

from census_desk.sessions.planner.request import Place, PlanUnit

EARTH_KM = 6371.0
DETOUR = 1.35  # road over great circle (planning.md 2.1)
MINUTES_PER_KM = 2.0  # 30 km/h
GETTING_STARTED = 5.0  # minutes


def kilometres(one: Place, other: Place) -> float:
    """The road between two places, estimated as the great circle with its detours."""
    lat, lon = radians(other[0] - one[0]), radians(other[1] - one[1])
    chord = sin(lat / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(lon / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord))) * DETOUR


def road_minutes(one: Place, other: Place) -> float:
    """Minutes from one place to another at 30 km/h, and five to get going."""
    return kilometres(one, other) * MINUTES_PER_KM + GETTING_STARTED


def minutes_between(one: PlanUnit, other: PlanUnit) -> float:
    """Minutes from one unit to the next; none inside the same building."""
    if one.venue == other.venue:
        return 0.0
    return road_minutes((one.lat, one.lon), (other.lat, other.lon))


def minutes_from_home(home: Place, unit: PlanUnit) -> float:
    """Minutes from where the teams start to a unit."""
    return road_minutes(home, (unit.lat, unit.lon))
