"""The time zone a regency's clocks show, by the province in its area code (Keppres 41/1987)."""

WIB, WITA, WIT = "WIB", "WITA", "WIT"
CENTRAL = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
EASTERN = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


def zone_of(area_code: str) -> str:
    """`WIB` for 33.19, `WITA` for 51.71, `WIT` for 91.71; WIB when no area is chosen."""
    province = area_code[:2]
    if province in CENTRAL:
        return WITA
    return WIT if province in EASTERN else WIB
