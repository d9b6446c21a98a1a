"""The kecamatan and villages of the register's kabupaten; none where the list knows no such."""

from census_desk.places import District, UnknownPlace, Village, districts, villages

Areas = tuple[tuple[District, tuple[Village, ...]], ...]


def areas_of(regency_code: str) -> Areas:
    """Each kecamatan with its villages; nothing for an unknown or empty code."""
    try:
        return tuple((one, villages(one.code)) for one in districts(regency_code))
    except UnknownPlace:
        return ()


def villages_in(district_code: str) -> tuple[Village, ...]:
    """The villages of one kecamatan; nothing for an unknown code."""
    try:
        return villages(district_code)
    except UnknownPlace:
        return ()
