"""What a letter says once its {fields} are filled: the text that rules and quotations look at."""

import re
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import MONTHS
from census_desk.letters.facts import letter_values
from census_desk.letters.fields import filled
from census_desk.letters.letter import Letter
from census_desk.register import Register

_MONTH = "|".join(MONTHS)
DATE = re.compile(rf"\b(\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})\b", re.IGNORECASE)
RANGE = re.compile(
    rf"\b(\d{{1,2}})(?:\s+({_MONTH}))?(?:\s+(\d{{4}}))?\s*(?:s\.d\.|sampai dengan|hingga|–|-)\s*"
    rf"(\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The parts of a letter as printed; `missing` are known fields without a value."""

    subject: str
    body: str
    attachments: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, one part below the other."""
        return "\n".join((self.subject, self.body, *self.attachments))


def said_by(letter: Letter, values: dict[str, str]) -> Said:
    """The letter's text with those values in place of its fields."""
    missing: list[str] = []
    parts = []
    for text in (letter.subject, letter.body, *(one.body for one in letter.attachments)):
        done, lacking = filled(text, values)
        parts.append(done)
        missing += lacking
    return Said(
        subject=parts[0],
        body=parts[1],
        attachments=tuple(parts[2:]),
        missing=tuple(dict.fromkeys(missing)),
    )


def said_in(register: Register, letter: Letter) -> Said:
    """The letter's text by what the register knows on its date."""
    return said_by(letter, letter_values(register, letter))


def source_text(letter: Letter) -> str:
    """All the text of a letter as typed, fields and all."""
    return "\n".join((letter.subject, letter.body, *(one.body for one in letter.attachments)))


def dates_in(text: str) -> list[date]:
    """Every whole date a text names, in order; days no calendar has are left out."""
    found = [_day(*match.groups()) for match in DATE.finditer(text)]
    return [one for one in found if one is not None]


def ranges_in(text: str) -> list[tuple[date, date, str]]:
    """Every stretch of days a text names: first, last, and the words."""
    found = []
    for match in RANGE.finditer(text):
        day, month, year, last_day, last_month, last_year = match.groups()
        last = _day(last_day, last_month, last_year)
        first = _day(day, month or last_month, year or last_year)
        if first and last:
            found.append((first, last, match[0]))
    return found


def says_day(text: str, day: date) -> bool:
    """Whether a text names that day, alone or as an end of a stretch."""
    return day in dates_in(text) or any(day in pair[:2] for pair in ranges_in(text))


def _day(day: str, month: str, year: str) -> date | None:
    names = [name.casefold() for name in MONTHS]
    try:
        return date(int(year), names.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None
