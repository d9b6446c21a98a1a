"""Neighbouring villages that come to one session: compact, of like size, always numbered alike."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import cos, radians

from census_desk.places import Village, villages

MOST_ROUNDS = 30  # of exchanges; a kecamatan settles after three or four
Point = tuple[float, float]


@lru_cache(maxsize=256)
def village_clusters(district_code: str, size: int) -> tuple[tuple[Village, ...], ...]:
    """The villages of a kecamatan in clusters of at most `size`, those of like size."""
    return clusters(villages(district_code), size)


def clusters(inside: Sequence[Village], size: int) -> tuple[tuple[Village, ...], ...]:
    """As few clusters of at most `size` villages as there can be, numbered by their first code.

    The land is cut across its longer side again and again, then villages are exchanged while that
    brings them nearer together. The same villages give the same clusters.
    """
    ordered = sorted(inside, key=lambda one: one.code)
    if not ordered:
        return ()
    points = _points(ordered)
    parts = _cut(list(range(len(ordered))), -(-len(ordered) // size), points)
    _exchange(parts, points)
    found = [tuple(ordered[one] for one in sorted(part)) for part in parts]
    return tuple(sorted(found, key=lambda part: part[0].code))


def _points(inside: Sequence[Village]) -> list[Point]:
    """Where each village lies, east and north in like units; unknown ones in the middle."""
    known = [(one.lat, one.lon) for one in inside if one.lat is not None and one.lon is not None]
    lat = sum(each for each, _lon in known) / len(known) if known else 0.0
    lon = sum(each for _lat, each in known) / len(known) if known else 0.0
    wide = cos(radians(lat))
    return [
        ((lon if one.lon is None else one.lon) * wide, lat if one.lat is None else one.lat)
        for one in inside
    ]


def _cut(members: list[int], parts: int, points: Sequence[Point]) -> list[list[int]]:
    if parts == 1:
        return [members]
    axis = max((0, 1), key=lambda one: _extent(members, points, one))
    ordered = sorted(members, key=lambda one: (points[one][axis], one))
    first = parts // 2
    # so many villages that both sides can be divided into parts of like size
    at = round(len(members) * first / parts)
    return _cut(ordered[:at], first, points) + _cut(ordered[at:], parts - first, points)


def _extent(members: Sequence[int], points: Sequence[Point], axis: int) -> float:
    values = [points[one][axis] for one in members]
    return max(values) - min(values)


def _exchange(parts: list[list[int]], points: Sequence[Point]) -> None:
    """Exchange two villages of two clusters while both clusters together become narrower."""
    for _round in range(MOST_ROUNDS):
        changed = False
        for one, other in combinations(parts, 2):
            before = _spread(one, points) + _spread(other, points)
            for here in range(len(one)):
                for there in range(len(other)):
                    one[here], other[there] = other[there], one[here]
                    after = _spread(one, points) + _spread(other, points)
                    if after < before - 1e-12:
                        before, changed = after, True
                    else:
                        one[here], other[there] = other[there], one[here]
        if not changed:
            return


def _spread(part: Sequence[int], points: Sequence[Point]) -> float:
    """The squared distances of a cluster's villages from their middle."""
    many = len(part)
    x = sum(points[one][0] for one in part) / many
    y = sum(points[one][1] for one in part) / many
    return sum((points[one][0] - x) ** 2 + (points[one][1] - y) ** 2 for one in part)
