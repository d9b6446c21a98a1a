"""Forms as data: field specs, and the one place where typed text becomes values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from census_desk.errors import InvalidRecord
from census_desk.indonesian import (
    clock,
    decimal,
    number,
    read_date,
    read_decimal,
    read_number,
    read_time,
    short_date,
)
from census_desk.nip import digits, grouped
from census_desk.travel import position_text, read_position
from census_desk.words import N_, _
from ui.layout_texts import (
    bodies_of,
    bodies_text,
    order_of,
    order_text,
    rules_of,
    rules_text,
)
from ui.plan_texts import (
    closed_of,
    closed_text,
    halves_of,
    halves_text,
    weekly_of,
    weekly_text,
)
from ui.row_texts import (
    attachments_of,
    attachments_text,
    checks_of,
    checks_text,
    items_of,
    items_text,
    leaves_of,
    leaves_text,
    people_of,
    people_text,
)

MOST_DAYS = 3_650  # a shift of more than ten years is a slip of the finger


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a choice: what is kept and what is shown."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form.

    `kind` is one of KINDS; `names` are the labels of an enum, `collection` the one a reference
    points into ("choice" keeps one id, "choices" several); `group` starts a section with that
    heading; `rows` is the height of a text of several lines; `optional` may stay empty.
    """

    name: str
    label: str
    kind: str = "text"
    names: Mapping[Any, str] | None = None
    enum: type[StrEnum] | None = None
    collection: str = ""
    hint: str = ""
    group: str = ""
    rows: int = 1
    optional: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one kind of field is read and shown."""

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    empty: Any
    complaint: str


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _same(text: str) -> str:
    return text.strip()


def _body(text: str) -> str:
    return text.rstrip()


def _switch(text: str) -> bool:
    return text.strip().casefold() in ("1", "ya", "yes", "true", "sudah")


def _days(text: str) -> int:
    days = int(text.strip().replace("−", "-"))
    if abs(days) > MOST_DAYS:
        raise ValueError(text)
    return days


KINDS: Mapping[str, Kind] = {
    "text": Kind(read=_same, show=str, empty="", complaint=""),
    "note": Kind(read=_body, show=str, empty="", complaint=""),
    "body": Kind(read=_body, show=str, empty="", complaint=""),
    "nip": Kind(read=digits, show=grouped, empty="", complaint=""),
    "lines": Kind(read=_lines, show="\n".join, empty=(), complaint=""),
    "code": Kind(read=_same, show=str, empty="", complaint=""),
    "choice": Kind(read=_same, show=str, empty="", complaint=""),
    "choices": Kind(read=_lines, show="\n".join, empty=(), complaint=""),
    "people": Kind(read=people_of, show=people_text, empty=(), complaint=""),
    "items": Kind(read=items_of, show=items_text, empty=(), complaint=""),
    "attachments": Kind(
        read=attachments_of,
        show=attachments_text,
        empty=(),
        complaint=N_("{label}: mulai setiap lampiran dengan baris “=== judul”."),
    ),
    "checks": Kind(read=checks_of, show=checks_text, empty=(), complaint=""),
    "leaves": Kind(
        read=leaves_of,
        show=leaves_text,
        empty=(),
        complaint=N_("{label}: tulis seperti “24/02/2020 - 26/02/2020 | cuti tahunan”."),
    ),
    "closed": Kind(
        read=closed_of,
        show=closed_text,
        empty=(),
        complaint=N_("{label}: tulis seperti “24/02/2020 - 26/02/2020 | rapat kerja”."),
    ),
    "weekly": Kind(
        read=weekly_of,
        show=weekly_text,
        empty=(),
        complaint=N_("{label}: tulis hari dan bagiannya seperti “Senin pagi | apel”."),
    ),
    "halves": Kind(
        read=halves_of,
        show=halves_text,
        empty=(),
        complaint=N_("{label}: tulis tanggal dan bagiannya seperti “24/02/2020 pagi”."),
    ),
    "position": Kind(
        read=read_position,
        show=position_text,
        empty=None,
        complaint=N_("{label}: tulis lintang dan bujur seperti -6.80480, 110.84050."),
    ),
    "bodies": Kind(
        read=bodies_of,
        show=bodies_text,
        empty=(),
        complaint=N_("{label}: bagian dimulai baris “=== pembuka” atau “=== bagian”."),
    ),
    "order": Kind(
        read=order_of,
        show=order_text,
        empty=(),
        complaint=N_("{label}: tulis satu bagian satu baris, dengan kata yang sudah ada."),
    ),
    "rules": Kind(
        read=rules_of,
        show=rules_text,
        empty=(),
        complaint=N_(
            "{label}: tulis “naskah | jabatan | status | yang dicetak” dengan kata yang sudah ada."
        ),
    ),
    "areas": Kind(read=_lines, show="\n".join, empty=(), complaint=""),
    "switch": Kind(read=_switch, show=lambda v: "ya" if v else "", empty=False, complaint=""),
    "date": Kind(
        read=read_date,
        show=short_date,
        empty=None,
        complaint=N_("{label} bukan tanggal; tulis seperti 13/02/2020 atau 13 Februari 2020."),
    ),
    "time": Kind(
        read=read_time,
        show=clock,
        empty=None,
        complaint=N_("{label} bukan waktu; tulis seperti 09.00."),
    ),
    "number": Kind(
        read=read_number,
        show=number,
        empty=0,
        complaint=N_("{label} bukan bilangan bulat; tulis angka saja, misalnya 1.250."),
    ),
    "days": Kind(
        read=_days,
        show=str,
        empty=None,
        complaint=N_("{label} bukan bilangan hari; tulis seperti 7 atau -1."),
    ),
    "count": Kind(
        read=read_number,
        show=number,
        empty=None,
        complaint=N_("{label} bukan bilangan bulat; tulis angka saja, misalnya 1.250."),
    ),
    "decimal": Kind(
        read=read_decimal,
        show=lambda value: decimal(value, 2),
        empty=None,
        complaint=N_("{label} bukan bilangan; tulis seperti 27 atau 27,5."),
    ),
}


def parse(
    fields: Iterable[Field], texts: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Values by field name, and problems by field name, of what was typed.

    A date, time or number that must be there and is not gets its sentence here; all further rules
    are the record's own. A choice keeps its key; "choices" and "lines" are one a line.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields:
        text = texts.get(field.name, "")
        try:
            values[field.name] = _value(field, text)
        except InvalidRecord as refused:
            problems[field.name] = next(iter(refused.problems.values()))
        except ValueError:
            problems[field.name] = _complaint(field, text)
    return values, problems


def _value(field: Field, text: str) -> Any:
    kind = KINDS[field.kind]
    if not text.strip():
        if kind.empty is None and not field.optional:
            raise ValueError(field.name)
        return _empty(field)
    value = kind.read(text)
    return field.enum(value) if field.enum else value


def _empty(field: Field) -> Any:
    """What an empty text means: an enum without an entry "" has none chosen."""
    empty = KINDS[field.kind].empty
    if empty is None or field.enum is None:
        return empty
    return field.enum("") if "" in {one.value for one in field.enum} else None


def _complaint(field: Field, text: str) -> str:
    label = _(field.label)
    if not text.strip():
        return _("{name} belum diisi.").format(name=label)
    if field.enum is not None:
        return _("{label}: pilih salah satu dari daftar.").format(label=label)
    return _(KINDS[field.kind].complaint).format(label=label)


def texts_of(fields: Iterable[Field], record: object) -> dict[str, str]:
    """What the form shows for a record: the same texts `parse` reads."""
    shown = {}
    for field in fields:
        value = getattr(record, field.name)
        shown[field.name] = "" if value is None else _shown(field, value)
    return shown


def _shown(field: Field, value: Any) -> str:
    if isinstance(value, date | time) or not isinstance(value, StrEnum):
        return KINDS[field.kind].show(value)
    return value.value


def enum_choices(field: Field) -> list[Choice]:
    """The entries of an enum field, named in the language of the screens."""
    assert field.enum is not None and field.names is not None
    return [Choice(key=one.value, label=_(field.names[one])) for one in field.enum]
