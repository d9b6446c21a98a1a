"""Record ids: short, time-ordered and unique across registers, so two registers can be merged."""

import secrets
import time
from collections.abc import Callable

EPOCH_MS = 1_577_836_800_000
"""2020-01-01 00:00 UTC: the first moment an id can carry."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 13
_RANDOM_BITS = 22
_TIME_BITS = 41
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_PAIRS = [first + second for first in ALPHABET for second in ALPHABET]
_PAIR_SHIFTS = (50, 40, 30, 20, 10, 0)
_HIGHEST = (1 << (_TIME_BITS + _RANDOM_BITS)) - 1


def now_ms() -> int:
    """Milliseconds since 1970 by this computer's clock."""
    return time.time_ns() // 1_000_000


def new_number(moment_ms: int, random: Callable[[int], int]) -> int:
    """A 63-bit number: 41 bits of milliseconds since 2020, then 22 random bits.

    A moment outside 2020-2089 is moved to the nearest one that fits.
    """
    since = min(max(moment_ms - EPOCH_MS, 0), (1 << _TIME_BITS) - 1)
    return (since << _RANDOM_BITS) | random(_RANDOM_BITS)


def new_id(moment_ms: int | None = None, random: Callable[[int], int] = secrets.randbits) -> str:
    """A new id for a record; `random` answers that many random bits."""
    return from_number(new_number(now_ms() if moment_ms is None else moment_ms, random))


def from_number(number: int) -> str:
    """The 13 Crockford base-32 characters of `number`; ValueError beyond 63 bits."""
    if not 0 <= number <= _HIGHEST:
        raise ValueError(f"{number} is no record number")
    pairs = [_PAIRS[(number >> shift) & 1023] for shift in _PAIR_SHIFTS]
    return ALPHABET[number >> 60] + "".join(pairs)


def to_number(record_id: str) -> int:
    """The number an id stands for; ValueError when the text is no id."""
    number = 0
    for character in record_id:
        number = number << 5 | _VALUES.get(character, 1 << 70)
    if len(record_id) != LENGTH or number > _HIGHEST:
        raise ValueError(f"{record_id!r} is no record id")
    return number


def is_id(text: str) -> bool:
    """Whether `text` is a record id as this module writes it."""
    try:
        to_number(text)
    except ValueError:
        return False
    return True


class Ids:
    """Calls answer ids that rise and never repeat inside a process, whatever the clock does.

    Ids of one millisecond follow each other from a random start: two computers then meet far less
    often than if each id were drawn on its own.
    """

    def __init__(
        self,
        clock: Callable[[], int] = now_ms,
        random: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self._clock = clock
        self._random = random
        self._last = -1
        self._last_ms = -1

    def __call__(self) -> str:
        """The next id."""
        return from_number(self.number())

    def number(self) -> int:
        """The next id as the number TinyDB knows it by."""
        moment = self._clock()
        following = self._last + 1
        if moment > self._last_ms:
            self._last_ms = moment
            following = max(new_number(moment, self._random), following)
        self._last = following
        return following
