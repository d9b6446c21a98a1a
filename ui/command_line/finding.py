"""Which record a person means: by id, code, short name, or the beginning of its title."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.register.errors import sentence_case
from census_desk.words import _
from ui.command_line.output import clean, cut

CANDIDATES_SHOWN = 5
# The texts people know a record by, besides its id and title.
KEYS: Mapping[str, tuple[str, ...]] = {
    "offices": ("code", "short_name", "name"),
    "employees": ("nip", "name"),
    "signatories": ("post", "name"),
    "letters": ("number", "subject"),
    "incoming_letters": ("agenda_number", "number", "sender", "subject"),
    "books": ("key", "name"),
    "classifications": ("code",),
    "numbers": ("text",),
    "sessions": ("title",),
    "venues": ("name",),
    "facilitators": ("name",),
    "day_changes": ("name",),
    "visits": ("number", "purpose"),
    "reasons": ("key", "name"),
    "follow_ups": ("what",),
    "help_requests": ("what",),
    "officers": ("officer_number", "name"),
    "programmes": ("short_name", "name"),
    "sheets": ("code",),
    "planning_teams": ("name",),
    "planning_groups": ("key",),
}


class Titled(Protocol):
    """A record: all it must have is an id."""

    @property
    def id(self) -> str: ...


class NothingFound(CensusDeskError):
    """No record answers to the text."""

    def __init__(self, noun: str, typed: str) -> None:
        super().__init__(
            _("{noun} “{typed}” tidak ditemukan.").format(
                noun=sentence_case(noun), typed=cut(clean(typed), 60)
            )
        )


class SeveralFound(CensusDeskError):
    """More than one record answers to the text."""

    def __init__(self, noun: str, typed: str, candidates: list[str]) -> None:
        self.candidates = candidates
        shown = "; ".join(candidates[:CANDIDATES_SHOWN])
        if len(candidates) > CANDIDATES_SHOWN:
            shown += _("; dan {count} lagi").format(count=len(candidates) - CANDIDATES_SHOWN)
        super().__init__(
            _("{noun} “{typed}” ada beberapa: {shown}. Pakai id-nya.").format(
                noun=sentence_case(noun), typed=cut(clean(typed), 60), shown=shown
            )
        )


T = TypeVar("T")


def find_record(register: Register, collection: str, typed: str) -> Titled:
    """The one record meant; NothingFound or SeveralFound otherwise."""
    kind = COLLECTIONS[collection]
    records: tuple[Titled, ...] = register.collection(collection).all()
    for record in records:
        if record.id == typed.strip().upper():
            return record
    found = best_matches(typed, [(record, _texts(collection, record)) for record in records])
    if len(found) > 1:
        names = [f"{cut(clean(kind.title(one)), 50)} [{one.id}]" for one in found]
        raise SeveralFound(_(kind.singular), typed, names)
    if not found:
        raise NothingFound(_(kind.singular), typed)
    return found[0]


def best_matches(typed: str, candidates: Iterable[tuple[T, Iterable[str]]]) -> list[T]:
    """Those with exactly this text, else those with a text that begins so; case is ignored."""
    wanted = " ".join(typed.split()).casefold()
    exact: list[T] = []
    beginning: list[T] = []
    for one, texts in candidates:
        folded = [" ".join(text.split()).casefold() for text in texts]
        if wanted and wanted in folded:
            exact.append(one)
        elif wanted and any(text.startswith(wanted) for text in folded):
            beginning.append(one)
    return exact or beginning


def _texts(collection: str, record: Titled) -> list[str]:
    texts = [str(getattr(record, key)) for key in KEYS.get(collection, ())]
    return [*filter(None, texts), COLLECTIONS[collection].title(record)]
