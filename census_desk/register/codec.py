"""Records to plain JSON documents and back, by their type hints; the only place that knows both."""

import math
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

from census_desk.errors import InvalidRecord
from census_desk.identity import from_number
from census_desk.register.errors import BadDocument

Json = dict[str, Any]
R = TypeVar("R")
_Convert = Callable[[Any], Any]
_CANONICAL = (
    orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableRecord:
    """A saved document that no longer makes a record; shown as such, never guessed."""

    table: str
    id: str
    reason: str


class Unreadable(ValueError):
    """A document does not fit its record type."""


def to_bytes(document: Json) -> bytes:
    """The canonical UTF-8 JSON of a document: equal documents give equal bytes.

    Raises BadDocument for what JSON cannot hold (NaN, infinity, lone surrogates, odd types).
    """
    try:
        body = orjson.dumps(document, option=_CANONICAL)
    except (TypeError, ValueError) as error:
        raise BadDocument(str(error)) from error
    if b"null" in body:
        _refuse_nan(document)
    return body


from_bytes: Callable[[bytes], Json] = orjson.loads
"""A fresh document from its bytes; nothing in it is shared with the register."""


def from_changes(text: bytes) -> list[tuple[str, int, Json | None, Json | None]]:
    """The (table, id, before, after) of a log row."""
    return [(table, number, old, new) for table, number, old, new in orjson.loads(text)]


def _refuse_nan(value: object) -> None:
    """orjson writes NaN as null; a value must never turn into another silently."""
    if isinstance(value, float) and not math.isfinite(value):
        raise BadDocument(str(value))
    if isinstance(value, dict):
        for inner in value.values():
            _refuse_nan(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_nan(inner)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    encode: _Convert
    decode: _Convert
    required: bool


class Codec(Generic[R]):
    """Turns records of one dataclass into documents and back; the plan is made once per type."""

    def __init__(self, record: type[R]) -> None:
        self._record = record
        self._fields = tuple(_plan(record))
        self._own = [field for field in self._fields if field.name != "id"]
        self._names = frozenset(field.name for field in self._own)

    def encode(self, record: R) -> Json:
        """The document of a record, without its id (TinyDB keeps that as the key)."""
        return {field.name: field.encode(getattr(record, field.name)) for field in self._own}

    def decode(self, number: int, document: Json) -> R:
        """The record of a document; Unreadable when it does not fit its type or its rules."""
        values: Json = {"id": from_number(number)}
        for field in self._own:
            if field.name in document:
                values[field.name] = _read(field, document[field.name])
            elif field.required:
                raise Unreadable(f"{field.name} is missing")
        try:
            return self._record(**values)
        except InvalidRecord as error:
            raise Unreadable(f"{error.sentence} ({', '.join(error.problems)})") from error

    def unknown(self, document: Json) -> Json:
        """The keys a later version wrote and this one does not know; kept on every save."""
        return {key: value for key, value in document.items() if key not in self._names}


@cache
def codec_of(record: type[Any]) -> Codec[Any]:
    """The codec of a record type, planned once."""
    return Codec(record)


def _read(field: _Field, value: object) -> object:
    try:
        return field.decode(value)
    except (ValueError, TypeError, KeyError, ArithmeticError) as error:
        raise Unreadable(f"{field.name}: {error}") from error


def _plan(record: type[Any]) -> list[_Field]:
    hints = get_type_hints(record)
    return [
        _Field(
            field.name,
            *_converters(hints[field.name]),
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(record)
        if field.init
    ]


def _converters(hint: Any) -> tuple[_Convert, _Convert]:
    """How a value of this type is written and read; TypeError for a type JSON cannot hold."""
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_converters(get_args(hint))
    if origin in (Union, types.UnionType):
        return _optional_converters(get_args(hint))
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda member: member.value), hint
    if is_dataclass(hint) and isinstance(hint, type):
        return _nested_converters(hint)
    supertype = getattr(hint, "__supertype__", None)
    if supertype is not None:
        return _converters(supertype)
    raise TypeError(f"no way to save {hint!r}")


def _tuple_converters(kinds: tuple[Any, ...]) -> tuple[_Convert, _Convert]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        encode, decode = _converters(kinds[0])
        return (
            lambda values: [encode(value) for value in values],
            lambda values: tuple([decode(value) for value in _a_list(values)]),
        )
    pairs = [_converters(kind) for kind in kinds]
    return (
        lambda values: [write(v) for (write, _), v in zip(pairs, values, strict=True)],
        lambda values: tuple(
            [read(v) for (_, read), v in zip(pairs, _a_list(values), strict=True)]
        ),
    )


def _optional_converters(kinds: tuple[Any, ...]) -> tuple[_Convert, _Convert]:
    present = [kind for kind in kinds if kind is not type(None)]
    if len(present) != 1 or len(kinds) != 2:
        raise TypeError(f"no way to save one of {kinds!r}")
    encode, decode = _converters(present[0])
    return (
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )


def _nested_converters(record: type[Any]) -> tuple[_Convert, _Convert]:
    """A dataclass inside a record; its own `id`, when it has one, is an ordinary field there."""
    plan = _plan(record)

    def decode(document: Any) -> Any:
        if not isinstance(document, dict):
            raise Unreadable(f"{document!r} is no object")
        known = {f.name: _read(f, document[f.name]) for f in plan if f.name in document}
        try:
            return record(**known)
        except InvalidRecord as error:
            raise Unreadable(error.sentence) from error

    return (lambda value: {f.name: f.encode(getattr(value, f.name)) for f in plan}), decode


def _a_list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Unreadable(f"{value!r} is no list")
    return value


def _exactly(kind: type) -> _Convert:
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise Unreadable(f"{value!r} is no {kind.__name__}")
        return value

    return check


def _finite(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise Unreadable(f"{value!r} is no number")
    return float(value)


def _plain_text(value: Any) -> str:
    """A text enumeration handed in where text is expected is saved as its text."""
    return str(value)


def _from_text(read: Callable[[str], Any]) -> _Convert:
    return lambda value: read(_exactly(str)(value))


def _iso(value: Any) -> str:
    text: str = value.isoformat()
    return text


_SIMPLE: dict[Any, tuple[_Convert, _Convert]] = {
    str: (_plain_text, _exactly(str)),
    int: (int, _exactly(int)),
    bool: (bool, _exactly(bool)),
    float: (float, _finite),
    date: (_iso, _from_text(date.fromisoformat)),
    datetime: (_iso, _from_text(datetime.fromisoformat)),
    time: (_iso, _from_text(time.fromisoformat)),
    Decimal: (str, _from_text(Decimal)),
}
