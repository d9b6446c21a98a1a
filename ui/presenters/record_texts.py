"""A record as a person reads it: labels and texts, names instead of ids, NIP masked."""

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from typing import Any

from census_desk.catalogue import COLLECTIONS
from census_desk.identity import to_number
from census_desk.register import mask
from census_desk.register.codec import Unreadable, codec_of
from census_desk.words import N_, _
from ui.fields import FIELDS
from ui.forms import Field, texts_of
from ui.lookup import Lookup
from ui.tables import shown

BY_KEYS = ("choice", "choices", "areas")
# Records nobody fills in through a form: the few facts worth reading.
OTHER_FIELDS: Mapping[str, Mapping[str, str]] = {
    "pictures": {"name": N_("Nama gambar")},
    "font_files": {"name": N_("Nama berkas"), "face": N_("Nama huruf")},
    "fonts": {"name": N_("Nama huruf")},
    "obstacles": {"closings": N_("Tuntas")},
    "sheets": {
        "code": N_("Kode lembar"),
        "printed_at": N_("Dicetak pada"),
        "printed_by": N_("Dicetak oleh"),
        "paper": N_("Kertas"),
    },
}
LONGEST = 400


def decoded(collection: str, record_id: str, document: Mapping[str, Any] | None) -> Any | None:
    """The record a logged document stands for; None for none, or one no longer readable."""
    if document is None or collection not in COLLECTIONS:
        return None
    try:
        codec = codec_of(COLLECTIONS[collection].record)
        return codec.decode(to_number(record_id), dict(document))
    except Unreadable:
        return None


def labelled(collection: str, record: Any | None, lookup: Lookup) -> dict[str, tuple[str, str]]:
    """Field name to (label, text) of a record, in the order of its form; {} for None."""
    if record is None:
        return {}
    specs = FIELDS.get(collection, ())
    texts = texts_of(specs, record)
    found = {
        spec.name: (_(spec.label), mask(_text(spec, texts[spec.name], lookup))) for spec in specs
    }
    known = {one.name for one in dataclass_fields(record)}
    for name, label in OTHER_FIELDS.get(collection, {}).items():
        if name in known:
            found[name] = (_(label), mask(shown(getattr(record, name))))
    return found


def _text(spec: Field, text: str, lookup: Lookup) -> str:
    if spec.kind == "switch":
        return _("ya") if text else _("tidak")
    if spec.kind in BY_KEYS:
        labels = (lookup.choice_text(spec, key) for key in text.splitlines())
        return ", ".join(label for label in labels if label)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
