"""Positions as people copy them from a map, and how long a road takes."""

import pytest

from census_desk.errors import InvalidRecord
from census_desk.travel import Position, position_text, read_position, travel_minutes

TOWN_HALL = Position(lat=-6.80480, lon=110.84050)


@pytest.mark.parametrize(
    "text",
    ["-6.80480, 110.84050", "-6,80480; 110,84050", "-6.8048 110.8405", "−6,8048 110,8405"],
)
def test_a_position_is_read_as_maps_copy_it(text):
    assert read_position(text) == TOWN_HALL


@pytest.mark.parametrize("text", ["", "alun-alun", "-6.8", "-6.8, 110.8, 3", "6° 48' S, 110° E"])
def test_what_is_no_position_is_refused(text):
    with pytest.raises(ValueError):
        read_position(text)


def test_latitude_and_longitude_exchanged_are_told():
    with pytest.raises(InvalidRecord) as refused:
        read_position("110.8405, -6.8048")

    assert refused.value.problems == {
        "position": "Koordinat tertukar: tulis lintang dulu, lalu bujur."
    }


def test_what_is_shown_is_read_again():
    assert read_position(position_text(TOWN_HALL)) == TOWN_HALL


def test_one_building_is_no_way_and_a_village_away_is_many_minutes():
    there = Position(lat=-6.80485, lon=110.84055)
    north = Position(lat=-6.70480, lon=110.84050)  # 11.1 km as the crow flies

    assert travel_minutes(TOWN_HALL, there) == 0
    assert travel_minutes(TOWN_HALL, north) == 35
