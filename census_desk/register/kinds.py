"""What the register needs to know of each collection; the catalogue says it."""

from collections.abc import Callable, Mapping
from typing import Protocol


class Kind(Protocol):
    """One collection: its record type, its name in sentences, what its records refer to."""

    @property
    def name(self) -> str:
        """The table's name."""

    @property
    def record(self) -> type:
        """The frozen dataclass of its records."""

    @property
    def singular(self) -> str:
        """The Indonesian noun for one of them."""

    @property
    def references(self) -> Mapping[str, str]:
        """Field name to the collection its id or ids point to."""

    @property
    def title(self) -> Callable[..., str]:
        """What one record is called in a sentence."""


Catalogue = Mapping[str, Kind]


def referred(kind: Kind, record: object) -> list[tuple[str, str]]:
    """The (collection, id) pairs a record refers to; empty ids point nowhere."""
    pairs = []
    for field, collection in kind.references.items():
        value = getattr(record, field)
        ids = value if isinstance(value, tuple) else (value,)
        pairs += [(collection, one) for one in ids if one]
    return pairs


def known_kinds() -> Catalogue:
    """The catalogue of the desk; imported late because it imports every room."""
    from census_desk.catalogue import COLLECTIONS

    return COLLECTIONS
