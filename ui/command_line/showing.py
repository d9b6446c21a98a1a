"""How a record is written out: for people in words, for scripts as plain JSON values."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from census_desk.catalogue import COLLECTIONS
from census_desk.desk import working_day
from census_desk.indonesian import clock, decimal, number, short_date
from census_desk.register import Register, mask
from census_desk.sessions.session import move_words
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.command_line.desk_labels import LABELS
from ui.fields import FIELDS
from ui.forms import Field
from ui.lookup import Lookup
from ui.tables import Column, TableModel, text_column

WITHOUT_TABLE = (text_column("name", N_("Nama")),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shower:
    """Writes out the records of one collection; `full` shows NIP unmasked."""

    collection: str
    lookup: Lookup
    full: bool = False

    def table(self) -> TableModel:
        """The window's table of the collection, with what tells its rows apart here."""
        model = TableModel(COLUMNS.get(self.collection, WITHOUT_TABLE), self.lookup)
        telling = {"code", *COLLECTIONS[self.collection].references}
        names = [one.name for one in model.columns if one.shown or one.name in telling]
        model.show_columns(names)
        model.set_records(self.lookup.records(self.collection))
        return model

    def label(self, name: str) -> str:
        """What a field is called."""
        field = self._field(name)
        return _(field.label if field else LABELS.get(name, name))

    def text(self, record: object, name: str) -> str:
        """One field in words."""
        value, field = getattr(record, name), self._field(name)
        if field and field.names and isinstance(value, StrEnum):
            return _(field.names[value])
        if name == "moves":
            return self.masked("\n".join(map(move_words, value)))
        target = field.collection if field else COLLECTIONS[self.collection].references.get(name)
        if target:
            keys = value if isinstance(value, tuple) else (value,)
            return self.masked("; ".join(self._called(field, target, key) for key in keys if key))
        return self.masked(in_words(value))

    def plain(self, record: object) -> dict[str, object]:
        """The whole record for scripts: field names, ISO dates, ids, kept values."""
        names = [field.name for field in fields(record)]  # type: ignore[arg-type]
        return {name: masked_plain(in_json(getattr(record, name)), self.full) for name in names}

    def masked(self, text: str) -> str:
        """The text, with any NIP in it masked unless all is to be shown."""
        return text if self.full else mask(text)

    def _called(self, field: Field | None, target: str, key: str) -> str:
        return self.lookup.choice_text(field, key) if field else self.lookup.title(target, key)

    def _field(self, name: str) -> Field | None:
        return next((one for one in FIELDS.get(self.collection, ()) if one.name == name), None)


def shower_of(register: Register, collection: str, full: bool) -> Shower:
    """A Shower whose figures are those of the desk's working day."""

    def on() -> date:
        desks = register.collection("desks").all()
        return working_day(desks[0], date.today()) if desks else date.today()

    return Shower(collection=collection, lookup=Lookup(register, on), full=full)


def in_words(value: object) -> str:
    """A value as Indonesian screens write it; nothing for what is not filled in."""
    if isinstance(value, bool):
        return _("ya") if value else ""
    if isinstance(value, datetime):
        return f"{short_date(value)} {clock(value.time())}"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, int):
        return number(value)
    if isinstance(value, float):
        return decimal(value, 2)
    if isinstance(value, tuple):
        parts = [str(one) for one in value if not is_dataclass(one)]
        return "; ".join(parts) if parts or not value else number(len(value))
    return "" if value is None else str(value)


def in_json(value: Any) -> object:
    """A value as JSON keeps it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [in_json(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: in_json(getattr(value, field.name)) for field in fields(value)}
    return value


def masked_plain(value: object, full: bool) -> object:
    """A JSON value whose texts show no NIP unless all is to be shown."""
    if isinstance(value, str):
        return value if full else mask(value)
    if isinstance(value, list):
        return [masked_plain(one, full) for one in value]
    if isinstance(value, dict):
        return {name: masked_plain(one, full) for name, one in value.items()}
    return value


def is_number(column: Column) -> bool:
    """Whether a column stands to the right."""
    return column.align == "e"
