"""What the catalogue says of one collection of the register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One collection of the register; `references` maps a field to the collection it points at."""

    name: str
    record: type
    singular: str
    title: Callable[[Any], str]
    references: Mapping[str, str] = field(default_factory=dict)
