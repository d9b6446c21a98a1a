"""Search over all records for the palette: letters, offices, people, sessions, visits, staff."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from census_desk.catalogue import COLLECTIONS
from census_desk.indonesian import short_date
from census_desk.nip import grouped
from census_desk.search import Haystack
from census_desk.words import _

if TYPE_CHECKING:
    from ui.workplace import Workplace

MOST = 30
Place = tuple[str, str]  # collection and id
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
        collection="incoming_letters",
        page="letters",
        title=lambda r: f"{r.sender}: {r.subject}",
        words=lambda r, lookup: (r.agenda_number, r.number, short_date(r.received_on)),
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
    """Finds records of every kind; made at the palette's first letter and kept by the window.

    What changed since is looked up again when the register has gone on.
    """

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self._haystack: Haystack[Place] = Haystack()
        self._found: dict[Place, tuple[Searched, Any]] = {}
        self._titles: dict[Place, str] = {}
        self._rev = -1

    def find(self, text: str) -> list[SearchHit]:
        """The records that hold every typed word; those whose title begins so stand first."""
        typed = " ".join(text.lower().split())
        if not typed:
            return []
        self._follow()
        found = self._haystack.find(typed)
        first = [place for place in found if self._titles[place].startswith(typed)][:MOST]
        begun = set(first)
        rest = (place for place in found if place not in begun)
        places = [*first, *islice(rest, MOST - len(first))]
        return [self._hit(*self._found[place]) for place in places]

    def _follow(self) -> None:
        """Take in what the register holds now; nothing to do while it has not moved."""
        rev = self.workplace.register.rev
        if rev == self._rev:
            return
        lookup = self.workplace.lookup
        self._found = dict(self._all())
        texts = {
            place: " ".join((searched.title(record), *searched.words(record, lookup)))
            for place, (searched, record) in self._found.items()
        }
        self._haystack.update(texts, gone=self._titles.keys() - texts.keys())
        self._titles = {
            place: searched.title(record).lower()
            for place, (searched, record) in self._found.items()
        }
        self._rev = rev

    def _all(self) -> Iterator[tuple[Place, tuple[Searched, Any]]]:
        for searched in SEARCHED:
            for record in self.workplace.register.collection(searched.collection).all():
                yield (searched.collection, record.id), (searched, record)

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
