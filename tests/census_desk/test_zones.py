"""The clock of a regency, by its province."""

import pytest

from census_desk import places
from census_desk.zones import zone_of


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("33.18", "WIB"),
        ("61.01", "WIB"),
        ("62.01", "WIB"),
        ("51.71", "WITA"),
        ("64.71", "WITA"),
        ("73.71", "WITA"),
        ("81.71", "WIT"),
        ("91.71", "WIT"),
    ],
)
def test_a_regency_keeps_the_time_of_its_province(code, zone):
    assert zone_of(code) == zone


def test_a_desk_without_area_keeps_western_time():
    assert zone_of("") == "WIB"


def test_every_province_has_a_zone_and_each_zone_its_provinces():
    zones = {zone_of(province.code) for province in places.provinces()}

    assert zones == {"WIB", "WITA", "WIT"}
