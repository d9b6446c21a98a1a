"""Fields of a JSON object read one by one: each mistake becomes a sentence, and reading goes on."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from census_desk.words import _

SHOWN = 40  # letters of a wrong value that are quoted
MOST_TEXT = 200


class Fields:
    """One object of a file, at a place people can find; what is wrong goes to `mistakes`."""

    def __init__(self, value: object, place: str, mistakes: list[str]) -> None:
        self.place = place
        self.mistakes = mistakes
        self._known: set[str] = set()
        self._values: dict[str, object] = {}
        if isinstance(value, dict):
            self._values = {str(key): inner for key, inner in value.items()}
        else:
            mistakes.append(_("{place} harus berupa { … }.").replace("{place}", place or "JSON"))

    def mistake(self, field: str, why: str) -> None:
        """Note what is wrong with a field."""
        where = f"{self.place}.{field}" if self.place else field
        self.mistakes.append(_("{field}: {why}").format(field=where, why=why))

    def has(self, field: str) -> bool:
        """Whether the field is written and not null."""
        self._known.add(field)
        return self._values.get(field) is not None

    def text(self, field: str, default: str | None = None) -> str:
        """A text of at most 200 letters that is not blank."""
        value = self._value(field, default is None)
        if value is None:
            return default or ""
        if isinstance(value, str) and 0 < len(value.strip()) <= MOST_TEXT:
            return value
        self._wrong(field, value, _("harus teks yang terisi, paling panjang 200 huruf"))
        return ""

    def whole(self, field: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within its limits."""
        value = self._value(field, default is None)
        if value is None:
            return least if default is None else default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        told = _("harus bilangan bulat {least} sampai {most}")
        self._wrong(field, value, told.format(least=least, most=most))
        return least

    def degrees(self, field: str, most: int) -> float:
        """A latitude (most 90) or longitude (most 180)."""
        value = self._value(field, True)
        if value is not None:
            if _is_number(value) and -most <= float(value) <= most:  # type: ignore[arg-type]
                return float(value)  # type: ignore[arg-type]
            told = _("harus derajat antara -{most} dan {most}").format(most=most)
            self._wrong(field, value, told)
        return 0.0

    def day(self, field: str) -> date:
        """A date as 2020-02-17."""
        value = self._value(field, True)
        if value is not None:
            if (found := as_day(value)) is not None:
                return found
            self._wrong(field, value, _("harus tanggal seperti 2020-02-17"))
        return date.min

    def days(self, field: str) -> frozenset[date]:
        """A list of dates; none when it is not written."""
        found = []
        for value in self.list(field, required=False):
            day = as_day(value)
            if day is None:
                self._wrong(field, value, _("harus daftar tanggal seperti 2020-02-17"))
            else:
                found.append(day)
        return frozenset(found)

    def choice(self, field: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One of a few words."""
        value = self._value(field, default is None)
        if value is None:
            return choices[0] if default is None else default
        if value in choices:
            return str(value)
        self._wrong(
            field, value, _("harus salah satu dari {words}").format(words=", ".join(choices))
        )
        return choices[0]

    def list(self, field: str, *, required: bool = True, most: int = 5000) -> list[object]:
        """A list of at most `most` values; empty when it is not written and need not be."""
        value = self._value(field, required)
        if value is None:
            return []
        if isinstance(value, list) and len(value) <= most:
            return value
        told = _("harus daftar [ … ], paling banyak {most} butir").format(most=most)
        self._wrong(field, value, told)
        return []

    def inner(self, field: str, *, required: bool = True) -> "Fields | None":
        """The object in a field; None when it is not written."""
        value = self._value(field, required)
        if value is None:
            return None
        place = f"{self.place}.{field}" if self.place else field
        return Fields(value, place, self.mistakes)

    def objects(self, field: str, *, required: bool = True, most: int = 5000) -> Iterator["Fields"]:
        """The objects of a list, each with its place: units[3] “SETDA”."""
        for number, value in enumerate(self.list(field, required=required, most=most)):
            place = f"{self.place}.{field}[{number}]" if self.place else f"{field}[{number}]"
            named = value.get("code") if isinstance(value, dict) else None
            if isinstance(named, str):
                place = f"{place} “{named[:SHOWN]}”"
            yield Fields(value, place, self.mistakes)

    def whole_numbers(self, field: str, least: int, most: int) -> Mapping[str, int]:
        """An object whose every value is a whole number within its limits."""
        inner = self.inner(field)
        names = list(inner._values) if inner else []
        return {name: inner.whole(name, least, most) for name in names} if inner else {}

    def no_misspelling(self) -> None:
        """Note a field nobody asked for that looks like one that was: it would go unread."""
        missing = [name for name in self._known if name not in self._values]
        for name in self._values.keys() - self._known:
            if close := get_close_matches(name.casefold(), missing, n=1, cutoff=0.75):
                self.mistake(name, _("tidak dikenal; maksudnya “{name}”?").format(name=close[0]))

    def _value(self, field: str, required: bool) -> object:
        self._known.add(field)
        value = self._values.get(field)
        if value is None and required:
            self.mistake(field, _("belum ditulis."))
        return value

    def _wrong(self, field: str, value: object, rule: str) -> None:
        shown = value if isinstance(value, str | int | float | bool) else type(value).__name__
        told = _("{rule}; tertulis “{value}”.").format(rule=rule, value=str(shown)[:SHOWN])
        self.mistake(field, told)


def as_day(value: object) -> date | None:
    """The date a text says as 2020-02-17; None for anything else."""
    if not isinstance(value, str) or len(value) != len("2020-02-17"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
