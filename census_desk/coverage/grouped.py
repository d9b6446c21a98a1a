"""Records by id, and by whatever they count for; follows one changed record at a time."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Grouped(Generic[R]):
    """Records of one collection, found by the keys `keys_of` gives them."""

    def __init__(self, keys_of: Callable[[R], Iterable[str]], records: Iterable[R] = ()) -> None:
        self._keys_of = keys_of
        self._records: dict[str, R] = {}
        self._of: dict[str, dict[str, R]] = {}
        for record in records:
            self._add(_id(record), record)

    def get(self, record_id: str) -> R | None:
        """The record of an id."""
        return self._records.get(record_id)

    def all(self) -> list[R]:
        """Every record in the order of ids."""
        return [self._records[one] for one in sorted(self._records)]

    def of(self, *keys: str) -> list[R]:
        """The records of any of these keys in the order of ids, each once."""
        if len(keys) == 1:
            found = self._of.get(keys[0], {})
        else:
            found = {}
            for key in keys:
                found.update(self._of.get(key, {}))
        return [found[one] for one in sorted(found)]

    def put(self, record_id: str, record: R | None) -> R | None:
        """Take over what a record is now, None where it is gone; answers what it was."""
        old = self._records.pop(record_id, None)
        if old is not None:
            for key in self._keys_of(old):
                self._of.get(key, {}).pop(record_id, None)
        if record is not None:
            self._add(record_id, record)
        return old

    def _add(self, record_id: str, record: R) -> None:
        self._records[record_id] = record
        for key in self._keys_of(record):
            self._of.setdefault(key, {})[record_id] = record


def _id(record: Any) -> str:
    return str(record.id)
