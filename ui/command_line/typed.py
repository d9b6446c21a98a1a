"""From `field=value` as typed to a record, by the same field specs the window uses."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from census_desk import places
from census_desk.catalogue import COLLECTIONS
from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.letters.by_hand import refuse_status_by_hand
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.finding import NothingFound, SeveralFound, Titled, best_matches, find_record
from ui.command_line.names import field_named, form_of
from ui.forms import Field, enum_choices, parse
from ui.lookup import Lookup

BIGGEST_TEXT = 200_000  # bytes of a file handed in for one field; the records' own limits are lower
SHIPPED_TOO = "profiles"  # kept by their id, records of the office or not
LISTS = ("lines", "choices", "areas", "checks", "leaves", "closed", "weekly", "halves")


class NotAPair(CensusDeskError):
    """An argument that is no field=value."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            _("“{typed}” bukan ISIAN=NILAI, misalnya name=Dinas Kesehatan.").format(typed=typed)
        )


def new_record(register: Register, collection: str, pairs: Sequence[str], new_id: str) -> Titled:
    """The record these texts describe; InvalidRecord with a sentence for each wrong field."""
    record = COLLECTIONS[collection].record
    typed = typed_texts(register, collection, pairs)
    has_default = {one.name for one in fields(record) if one.default is not MISSING}
    asked = [f for f in form_of(collection) if f.name in typed or f.name not in has_default]
    texts = _prefilled(register, collection) | typed
    values = _parsed(asked, texts)
    if "status" in values and collection == "letters":
        refuse_status_by_hand(None, values["status"])
    made: Titled = record(id=new_id, **values)
    return made


def changed_record(register: Register, collection: str, record: Any, pairs: Sequence[str]) -> Any:
    """The record with the typed fields changed; the others stay as they are."""
    typed = typed_texts(register, collection, pairs)
    values = _parsed([f for f in form_of(collection) if f.name in typed], typed)
    if "status" in values and collection == "letters":
        refuse_status_by_hand(record, values["status"])
    return replace(record, **values)


def typed_values(register: Register, collection: str, pairs: Sequence[str]) -> dict[str, Any]:
    """Field name to value of what was typed, for a change of several records at once."""
    texts = typed_texts(register, collection, pairs)
    return _parsed([f for f in form_of(collection) if f.name in texts], texts)


def typed_texts(register: Register, collection: str, pairs: Sequence[str]) -> dict[str, str]:
    """Field name to the text `parse` reads: references and choices turned into what is kept."""
    texts: dict[str, str] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise NotAPair(pair)
        field = field_named(form_of(collection), name)
        texts[field.name] = _kept(register, field, _readable(text))
    return texts


def file_pairs(pairs: Sequence[str]) -> list[str]:
    """`field=PATH` as `field=text of that file`; for texts too long to type."""
    return [_from_file(pair) for pair in pairs]


def _from_file(pair: str) -> str:
    name, equals, path = pair.partition("=")
    if not equals:
        raise NotAPair(pair)
    with Path(path).open("rb") as file:
        content = file.read(BIGGEST_TEXT + 1)
    if len(content) > BIGGEST_TEXT:
        raise CensusDeskError(_("Berkas {path} terlalu besar untuk satu isian.").format(path=path))
    try:
        return f"{name}={content.decode('utf-8-sig')}"
    except UnicodeDecodeError:
        sentence = _("Berkas {path} bukan teks UTF-8.").format(path=path)
        raise CensusDeskError(sentence) from None


def _readable(text: str) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise CensusDeskError(_("Ada huruf yang tidak terbaca dalam nilai yang ditulis."))
    return text


def _parsed(asked: Sequence[Field], texts: dict[str, str]) -> dict[str, Any]:
    values, problems = parse(asked, texts)
    if problems:
        raise InvalidRecord(problems)
    return values


def _prefilled(register: Register, collection: str) -> dict[str, str]:
    texts = {field.name: field.default for field in form_of(collection) if field.default}
    if collection == "letters":
        texts["place"] = the_desk(register).place
    return texts


def _kept(register: Register, field: Field, text: str) -> str:
    """One text of a field as `parse` expects it: ids for records, values for choices."""
    if field.kind not in LISTS:
        return _one(register, field, text.strip()) if _is_chosen(field) else text
    parts = [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]
    return "\n".join(_one(register, field, part) if _is_chosen(field) else part for part in parts)


def _is_chosen(field: Field) -> bool:
    return field.enum is not None or bool(field.collection)


def _one(register: Register, field: Field, text: str) -> str:
    if not text:
        return ""
    if field.enum is not None:
        return _enum_value(field, text)
    if field.collection in COLLECTIONS and field.collection != SHIPPED_TOO:
        return find_record(register, field.collection, text).id
    return _outside_key(register, field, text)


def _enum_value(field: Field, text: str) -> str:
    assert field.enum is not None
    names = {choice.key: choice.label for choice in enum_choices(field)}
    found = best_matches(text, [(one, (one.value, names[one.value])) for one in field.enum])
    if len(found) != 1:
        known = ", ".join(filter(None, (one.value for one in field.enum)))
        sentence = _("{label}: “{text}” tidak ada dalam daftar ({known}).")
        raise InvalidRecord(
            {field.name: sentence.format(label=_(field.label), text=text, known=known)}
        )
    return found[0].value


def _outside_key(register: Register, field: Field, text: str) -> str:
    """The code of an area of this regency, the key of a book, the id of a layout profile, …

    A classification code may be one that no list has.
    """
    if field.kind == "code" and not any(map(str.isalpha, text)):
        return text
    candidates = _outside(register, field.collection)
    found = best_matches(text, [(key, (key, *names)) for key, names in candidates.items()])
    if len(found) > 1:
        shown = [f"{candidates[key][0]} [{key}]" for key in found]
        raise SeveralFound(_(field.label), text, shown)
    if not found:
        raise NothingFound(_(field.label), text)
    return found[0]


def _outside(register: Register, collection: str) -> dict[str, tuple[str, ...]]:
    if collection not in ("districts", "villages"):
        choices = Lookup(register, date.today).choices(
            Field(name=collection, label="", kind="choice", collection=collection)
        )
        return {one.key: (one.label,) for one in choices}
    regency = the_desk(register).regency_code
    areas = places.districts(regency) if collection == "districts" else places.villages(regency)
    return {area.code: (area.name,) for area in areas}
