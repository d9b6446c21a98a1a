"""Search over all records for the palette: letters, offices, people, sessions, visits, staff."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from census_desk.catalogue import COLLECTIONS
from census_desk.indonesian import short_date
from census_desk.nip import grouped
from census_desk.words import _

if TYPE_CHECKING:
    from ui.workplace import Workplace

MOST = 30
NEAR_ENOUGH = 72  # of 100: one or two letters wrong in a word of eight


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One record found: its title, what else tells it, and the page that shows it."""

    title: str
    detail: str
    page: str
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How one collection is searched: its page, its title, its other words, the record shown."""

    collection: str
    page: str
    title: Callable[[Any], str]
    words: Callable[[Any, Any], Sequence[str]]
    shown: Callable[[Any], str] = lambda record: record.id


SEARCHED = (
    Searched(
        collection="letters",
        page="letters",
        title=lambda r: f"{r.number} {r.subject}".strip(),
        words=lambda r, lookup: (short_date(r.dated_on), *r.recipients),
    ),
    Searched(
        collection="offices",
        page="progress",
        title=lambda r: r.name,
        words=lambda r, lookup: (r.short_name, r.code, r.head_title),
    ),
    Searched(
        collection="sessions",
        page="sessions",
        title=lambda r: r.title,
        words=lambda r, lookup: (
            short_date(r.held_on),
            r.venue,
            lookup.titles("offices", r.office_ids),
        ),
    ),
    Searched(
        collection="visits",
        page="visits",
        title=lambda r: r.purpose,
        words=lambda r, lookup: (
            short_date(r.held_on),
            lookup.title("offices", r.office_id),
            *r.officers,
        ),
    ),
    Searched(
        collection="employees",
        page="progress",
        title=lambda r: r.name,
        words=lambda r, lookup: (
            lookup.title("offices", r.office_id),
            r.position,
            grouped(r.nip),
            r.nip,
        ),
        shown=lambda r: r.office_id,
    ),
    Searched(
        collection="officers",
        page="staff",
        title=lambda r: r.name,
        words=lambda r, lookup: (str(r.role), lookup.area(r.district_code), r.officer_number),
    ),
    Searched(
        collection="signatories",
        page="settings",
        title=lambda r: r.name,
        words=lambda r, lookup: (f"{r.status} {r.post}".strip(),),
    ),
    Searched(
        collection="letterheads",
        page="settings",
        title=lambda r: r.name,
        words=lambda r, lookup: r.office_lines,
    ),
)


class SearchPresenter:
    """Made when the palette opens; each record's words are lowered once, at the first letter."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self._index: list[tuple[str, Searched, Any]] | None = None

    def find(self, text: str) -> list[SearchHit]:
        """The records that hold every typed word; those whose title begins so stand first."""
        typed = text.casefold().split()
        if not typed:
            return []
        found = [
            (searched, record)
            for words, searched, record in self._indexed()
            if all(word in words for word in typed)
        ]
        start = " ".join(typed)
        found.sort(key=lambda pair: not pair[0].title(pair[1]).casefold().startswith(start))
        return [self._hit(searched, record) for searched, record in found[:MOST]]

    def _indexed(self) -> list[tuple[str, Searched, Any]]:
        if self._index is None:
            self._index = list(self._all())
        return self._index

    def _all(self) -> Iterator[tuple[str, Searched, Any]]:
        lookup = self.workplace.lookup
        for searched in SEARCHED:
            for record in self.workplace.register.collection(searched.collection).all():
                words = " ".join((searched.title(record), *searched.words(record, lookup)))
                yield words.casefold(), searched, record

    def _hit(self, searched: Searched, record: Any) -> SearchHit:
        kind = _(COLLECTIONS[searched.collection].singular)
        told = searched.words(record, self.workplace.lookup)
        words = list(dict.fromkeys(word for word in told if word))
        return SearchHit(
            title=searched.title(record),
            detail=" · ".join((kind, *words[:2])),
            page=searched.page,
            record_id=searched.shown(record),
        )


def near(texts: Sequence[str], typed: str) -> list[int]:
    """Places of the texts that are nearly what was typed, the nearest first: for typing errors."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        typed,
        texts,
        scorer=fuzz.partial_ratio,
        processor=utils.default_process,
        limit=MOST,
        score_cutoff=NEAR_ENOUGH,
    )
    return [place for _text, _score, place in found]
