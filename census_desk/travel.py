"""Where a place lies, and how long the road between two places takes."""

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from census_desk.checks import refuse
from census_desk.words import _

EARTH_KM = 6371.0
ROAD_PER_LINE = 1.35  # a road is that much longer than the great circle
KM_PER_MINUTE = 0.5  # 30 km/h
STARTING_MINUTES = 5
SAME_BUILDING_KM = 0.05
NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Degrees of latitude (south is negative) and longitude."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        if abs(self.lat) > 90 and abs(self.lon) <= 90:
            problems["position"] = _("Koordinat tertukar: tulis lintang dulu, lalu bujur.")
        elif abs(self.lat) > 90 or abs(self.lon) > 180:
            problems["position"] = _("Lintang paling jauh 90 derajat, bujur 180 derajat.")
        refuse(problems)


def read_position(text: str) -> Position:
    """`-6.8048, 110.8405`, as maps copy it, or `-6,8048; 110,8405`; ValueError for anything else.

    Raises InvalidRecord for degrees that lie nowhere on earth.
    """
    found = NUMBER.findall(text)
    rest = NUMBER.sub("", text)
    if len(found) != 2 or rest.strip(" ,;\t"):
        raise ValueError(text)
    lat, lon = (float(part.replace("−", "-").replace(",", ".")) for part in found)
    return Position(lat=lat, lon=lon)


def position_text(position: Position) -> str:
    """A position as maps read it: `-6.80480, 110.84050`."""
    return f"{position.lat:.5f}, {position.lon:.5f}"


def kilometres(first: Position, second: Position) -> float:
    """The great circle between two positions in km."""
    lat_1, lon_1, lat_2, lon_2 = map(radians, (first.lat, first.lon, second.lat, second.lon))
    half = sin((lat_2 - lat_1) / 2) ** 2
    half += cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def travel_minutes(first: Position, second: Position) -> int:
    """Minutes on the road: the great circle x 1.35 at 30 km/h and 5 to start; 0 in one building."""
    line = kilometres(first, second)
    if line < SAME_BUILDING_KM:
        return 0
    return round(line * ROAD_PER_LINE / KM_PER_MINUTE + STARTING_MINUTES)
