"""Short titles by id, names by area code, and the entries of reference fields."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from census_desk.catalogue import COLLECTIONS
from census_desk.indonesian import WEEKDAYS
from census_desk.letters.classification import (
    Classification,
    code_key,
    default_classifications,
    in_force,
)
from census_desk.letters.incoming import INSTRUCTIONS
from census_desk.letters.ledger.book import Book
from census_desk.letters.letter import LETTER_BOOK_NAMES
from census_desk.people import Signatory, in_office
from census_desk.sessions.series import PLACE_NAMES
from census_desk.sessions.session import SESSION_STATUS_NAMES
from census_desk.visits.reasons import reason_name, reasons_of
from census_desk.words import _
from ui.forms import Choice, Field, enum_choices

if TYPE_CHECKING:
    from census_desk.places import Village
    from census_desk.register import Register

GONE = "—"


class Lookup:
    """What an id or a code is called; answers are kept until the collection changes.

    `working_day` decides which signatories stand first: those in office on that day.
    """

    def __init__(self, register: "Register", working_day: Callable[[], date]) -> None:
        self._register = register
        self._working_day = working_day
        self._titles: dict[str, tuple[object, dict[str, str]]] = {}
        self._groups: dict[tuple[str, str], tuple[object, dict[str, list[Any]]]] = {}

    def title(self, collection: str, record_id: str) -> str:
        """The short title of a record: "" for no id, a dash for one that is gone."""
        return self._titles_of(collection).get(record_id, GONE) if record_id else ""

    def titles(self, collection: str, ids: Iterable[str]) -> str:
        """Several titles with commas between."""
        return ", ".join(self.title(collection, each) for each in ids)

    def record(self, collection: str, record_id: str) -> Any | None:
        """The record itself, None when it is gone."""
        return self._register.collection(collection).find(record_id) if record_id else None

    def records(self, collection: str) -> tuple[Any, ...]:
        """Every record of a collection, in id order."""
        found: tuple[Any, ...] = self._register.collection(collection).all()
        return found

    def working_day(self) -> date:
        """The day that lists and figures are for."""
        return self._working_day()

    def having(self, collection: str, field: str, record_id: str) -> list[Any]:
        """The records of a collection whose reference `field` is this id, in id order."""
        records = self._register.collection(collection).all()
        kept = self._groups.get((collection, field))
        if kept is None or kept[0] is not records:
            groups: dict[str, list[Any]] = {}
            for record in records:
                groups.setdefault(getattr(record, field), []).append(record)
            kept = self._groups[(collection, field)] = (records, groups)
        return kept[1].get(record_id, [])

    def area(self, code: str) -> str:
        """The name of a kecamatan, desa or kelurahan ("Desa Getassrabi"); the code if unknown."""
        from census_desk import places

        if not code:
            return ""
        try:
            if len(code) > places.DISTRICT_CODE_LENGTH:
                return _village_name(places.village(code))
            return places.district(code).name
        except places.UnknownPlace:
            return code

    def areas(self, codes: Iterable[str]) -> str:
        """Several area names with commas between."""
        return ", ".join(self.area(code) for code in codes)

    def choices(self, field: Field) -> list[Choice]:
        """The entries of a choice, choices or areas field; an enum's "" is one of them."""
        if field.enum is not None:
            return enum_choices(field)
        if field.names is not None:
            return [Choice(key=key, label=_(label)) for key, label in field.names.items()]
        own = {
            "signatories": self._signatories,
            "profiles": self._profiles,
            "fonts": self._fonts,
            "districts": self._districts,
            "villages": self._villages,
            "offices": self._offices,
            "speakers": self._speakers,
            "book_keys": self._books,
            "codes": self._codes,
            "reason_keys": self._reasons,
            "instructions": _instructions,
            "weekdays": _weekdays,
            "places_in_month": _places_in_month,
            "session_statuses": _session_statuses,
        }
        if field.collection in own:
            return own[field.collection]()
        titles = self._titles_of(field.collection)
        return sorted(_as_choices(titles), key=lambda choice: choice.label.casefold())

    def choice_text(self, field: Field, key: str) -> str:
        """What is shown for a kept key of a field, also for one no longer in the list."""
        if not key:
            return ""
        for choice in self.choices(field):
            if choice.key == key:
                return choice.label
        if field.collection in ("districts", "villages"):
            return self.area(key)
        return self.title(field.collection, key) if field.collection in COLLECTIONS else key

    def book_name(self, key: str) -> str:
        """The name of a number book; its key where the register has no book of that key."""
        books: tuple[Book, ...] = self._register.collection("books").all()
        found = next((book.name for book in books if book.key == key), None)
        return found or _(LETTER_BOOK_NAMES.get(key, key))  # type: ignore[call-overload]

    def reason_name(self, key: str) -> str:
        """What a reason of obstacles is called; its key for one no longer in the list."""
        return reason_name(reasons_of(self._register.collection("reasons").all()), key)

    def _titles_of(self, collection: str) -> dict[str, str]:
        records = self._register.collection(collection).all()
        kept = self._titles.get(collection)
        if kept is None or kept[0] is not records:
            title = COLLECTIONS[collection].title
            kept = (records, {record.id: title(record) for record in records})
            self._titles[collection] = kept
        return kept[1]

    def _offices(self) -> list[Choice]:
        offices = self._register.collection("offices").all()
        ordered = sorted(offices, key=lambda office: (office.rank, office.name.casefold()))
        return [Choice(key=o.id, label=_office_label(o.short_name, o.name)) for o in ordered]

    def _speakers(self) -> list[Choice]:
        """Everybody who leads a session or visits, by name."""
        names = {one.name for one in self._register.collection("facilitators").all()}
        for session in self._register.collection("sessions").all():
            names.update(session.facilitators)
        for visit in self._register.collection("visits").all():
            names.update(visit.officers)
        return [Choice(key=name, label=name) for name in sorted(names, key=str.casefold)]

    def _signatories(self) -> list[Choice]:
        on = self._working_day()
        people: tuple[Signatory, ...] = self._register.collection("signatories").all()
        ordered = sorted(people, key=lambda s: (not in_office(s, on), s.post, s.name))
        return [Choice(key=s.id, label=_signatory_label(s, on)) for s in ordered]

    def _books(self) -> list[Choice]:
        """Books letters are numbered in; those every desk begins with while none is saved."""
        books: tuple[Book, ...] = self._register.collection("books").all()
        saved = [Choice(key=one.key, label=one.name) for one in books if not one.is_incoming]
        if saved:
            return sorted(saved, key=lambda choice: choice.label.casefold())
        return [Choice(key=key.value, label=_(name)) for key, name in LETTER_BOOK_NAMES.items()]

    def _profiles(self) -> list[Choice]:
        """Layouts: the office's own first, then those that ship."""
        from census_desk.letters.own_profiles import profiles_of

        return [Choice(key=one.id, label=one.name) for one in profiles_of(self._register)]

    def _fonts(self) -> list[Choice]:
        """Fonts of letters: the office's own first, then those that ship."""
        from census_desk.letters.own_fonts import shipped_fonts

        own = self._register.collection("fonts").all()
        return [
            *(Choice(key=one.id, label=one.name) for one in own),
            *(Choice(key=name, label=name) for name in shipped_fonts()),
        ]

    def _codes(self) -> list[Choice]:
        """Classification codes: those in force on the working day first."""
        saved: tuple[Classification, ...] = self._register.collection("classifications").all()
        on = self._working_day()
        every = saved or tuple(default_classifications(lambda: ""))
        ordered = sorted(every, key=lambda one: (not in_force(one, on), code_key(one)))
        return [Choice(key=one.code, label=f"{one.code} · {one.name}") for one in ordered]

    def _reasons(self) -> list[Choice]:
        """Reasons of obstacles, in the order of the office's list."""
        found = reasons_of(self._register.collection("reasons").all())
        return [Choice(key=one.key, label=one.name) for one in found]

    def _districts(self) -> list[Choice]:
        from census_desk import places

        code = self._regency_code()
        found = places.districts(code) if code else ()
        return [Choice(key=each.code, label=each.name) for each in found]

    def _villages(self) -> list[Choice]:
        from census_desk import places

        code = self._regency_code()
        if not code:
            return []
        names = {each.code: each.name for each in places.districts(code)}
        return [
            Choice(key=v.code, label=f"{_village_name(v)} ({names[v.code[:8]]})")
            for v in places.villages(code)
        ]

    def _regency_code(self) -> str:
        desks = self._register.collection("desks").all()
        return desks[0].regency_code if desks else ""


def _instructions() -> list[Choice]:
    return [Choice(key=text, label=_(text)) for text in INSTRUCTIONS]


def _weekdays() -> list[Choice]:
    return [Choice(key=str(day), label=_(name)) for day, name in enumerate(WEEKDAYS)]


def _places_in_month() -> list[Choice]:
    return [Choice(key=str(place), label=_(name)) for place, name in PLACE_NAMES.items()]


def _session_statuses() -> list[Choice]:
    return [Choice(key=one.value, label=_(name)) for one, name in SESSION_STATUS_NAMES.items()]


def _as_choices(titles: dict[str, str]) -> list[Choice]:
    return [Choice(key=key, label=title) for key, title in titles.items()]


def _office_label(short_name: str, name: str) -> str:
    return name if short_name == name else f"{short_name} · {name}"


def _signatory_label(signatory: Signatory, on: date) -> str:
    label = f"{signatory.status} {signatory.post} · {signatory.name}".strip()
    if in_office(signatory, on):
        return label
    return _("{signatory} (tidak menjabat saat ini)").format(signatory=label)


def _village_name(village: "Village") -> str:
    from census_desk.places import VILLAGE_KIND_NAMES

    return f"{_(VILLAGE_KIND_NAMES[village.kind])} {village.name}"
