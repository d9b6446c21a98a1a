"""Search as you type: every different word kept once, in one lower-cased string that is scanned.

What is typed holds no blank inside a word, so a hit lies inside one word of the text; a hundred
thousand records share most of their words, and the scan is as long as the vocabulary only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate, chain, repeat
from typing import Generic, TypeVar

K = TypeVar("K")
_BETWEEN = "\n"
_COMPACT_AFTER = 64


class Haystack(Generic[K]):
    """The searchable texts of many records, by key, in the order they were given.

    A text given again replaces the old one in place; new keys come at the end. Words of a query
    must all occur, anywhere in the text, whatever the case.
    """

    def __init__(self, texts: Mapping[K, str] | None = None) -> None:
        self._texts: dict[K, str] = {}
        self._vocabulary = ""
        self._holders: list[list[int]] = []
        self._keys: list[K] = []
        self._late: dict[K, str] = {}
        self._outdated: set[K] = set()
        self.update(texts or {})

    def __len__(self) -> int:
        return len(self._texts)

    def update(self, texts: Mapping[K, str], gone: Iterable[K] = ()) -> None:
        """Put texts in and take keys out; a few changes cost nothing like building anew."""
        for key in gone:
            if self._texts.pop(key, None) is not None:
                self._late.pop(key, None)
                self._outdated.add(key)
        for key, text in texts.items():
            plain = text.lower()
            if self._texts.get(key) != plain:
                self._outdated.add(key)
                self._texts[key] = self._late[key] = plain
        if len(self._outdated) > _COMPACT_AFTER + len(self._texts) // 50:
            self._build()

    def find(self, query: str, limit: int | None = None) -> list[K]:
        """Keys of the records that hold every word of the query, at most `limit`.

        An empty query is held by all.
        """
        words = sorted(query.lower().split(), key=len, reverse=True)
        if not words:
            found = list(self._texts)
            return found if limit is None else found[:limit]
        hits = self._scan(words[0])
        found = [key for key in hits if key not in self._outdated] if self._outdated else hits
        found += [key for key, text in self._late.items() if words[0] in text]
        for word in words[1:]:
            found = [key for key in found if word in self._texts[key]]
        if self._late:
            found = self._in_order(found)
        return found if limit is None else found[:limit]

    def _scan(self, word: str) -> list[K]:
        """The vocabulary split at every hit: the line ends before one say which word it is in."""
        pieces = self._vocabulary.split(word)
        pieces.pop()
        lines = dict.fromkeys(accumulate(map(str.count, pieces, repeat(_BETWEEN))))
        lists = [self._holders[line] for line in lines]
        holders = lists[0] if len(lists) == 1 else sorted(set(chain.from_iterable(lists)))
        return list(map(self._keys.__getitem__, holders))

    def _in_order(self, found: list[K]) -> list[K]:
        wanted = set(found)
        return [key for key in self._texts if key in wanted]

    def _build(self) -> None:
        self._keys = list(self._texts)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self._texts.values()):
            for word in set(text.split()):
                holders[word].append(place)
        self._vocabulary = _BETWEEN.join(holders)
        self._holders = list(holders.values())
        self._late = {}
        self._outdated = set()


def haystack_of(
    records: Iterable[K], key: Callable[[K], str], text: Callable[[K], str]
) -> Haystack[str]:
    """A haystack over records: `key` names one, `text` joins what can be searched in it."""
    return Haystack({key(record): text(record) for record in records})
